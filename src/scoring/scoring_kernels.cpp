// Compiled once per instruction set, like expr_kernels.cpp and with the same rule: nothing shared, only what is
// internal or built in.
#include "scoring/kernels.h"

namespace slagboom::scoring::KERNELS {
namespace {

using Byte = std::uint8_t;
using Points = std::uint16_t;

inline Byte low(Code code) { return code & 7; }
inline Byte high(Code code) { return (code >> 3) & 7; }
inline Byte kind(Code code) { return code >> 6; }

/// Where the rule about applicability is unknown nothing is certain, so no step is; where it says no, none is possible
/// either.
void codes(Code* out, const Byte* applies, const Byte* const* steps, std::size_t step_count, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) out[i] = 0;
    for (std::size_t k = 0; k < step_count; ++k) {
        const Byte* step = steps[k];
        const Byte number = static_cast<Byte>(k + 1);
        const Byte possible = static_cast<Byte>(number << 3);
        for (std::size_t i = 0; i < count; ++i) {
            const Byte before = out[i];
            const Byte lowest = step[i] == 2 ? number : static_cast<Byte>(before & 7);
            const Byte highest = step[i] != 0 ? possible : static_cast<Byte>(before & 56);
            out[i] = lowest | highest;
        }
    }
    if (applies == nullptr) {
        for (std::size_t i = 0; i < count; ++i) out[i] |= 2 << 6;
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const Byte certain = out[i] | (2 << 6);
        const Byte perhaps = static_cast<Byte>((out[i] & 56) | (1 << 6));
        out[i] = applies[i] == 2 ? certain : (applies[i] == 1 ? perhaps : Byte{0});
    }
}

/// A hit has a true step, a clear has no possible one; only where the indicator applies.
HitCount count_hits(const Code* all, std::size_t count) {
    HitCount result;
    constexpr std::size_t kBlock = 128;  // counts of a block fit in a byte
    for (std::size_t start = 0; start < count; start += kBlock) {
        const std::size_t end = count - start < kBlock ? count : start + kBlock;
        Byte hits = 0;
        Byte clears = 0;
        for (std::size_t i = start; i < end; ++i) {
            hits = static_cast<Byte>(hits + (kind(all[i]) == 2 && low(all[i]) != 0));
            clears = static_cast<Byte>(clears + (all[i] == 2 << 6));
        }
        result.hits += hits;
        result.clears += clears;
    }
    return result;
}

/// Numbers of domain::Outcome: clear, unknown, hit, not applicable, set aside.
void outcomes(Byte* out, const Code* all, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const Code code = all[i];
        const Byte open = high(code) > low(code) || kind(code) == 1 ? Byte{1} : Byte{0};
        const Byte judged = low(code) > 0 ? Byte{2} : open;
        const Byte applicable = kind(code) == 3 ? Byte{4} : judged;
        out[i] = kind(code) == 0 ? Byte{3} : applicable;
    }
}

void add_points(Points* lowest, Points* highest, const Code* all, const StepPoints& points, std::size_t count) {
    for (std::size_t k = 0; k < points.steps; ++k) {
        const Points rise = points.rise[k];
        const Byte step = static_cast<Byte>(k + 1);
        for (std::size_t i = 0; i < count; ++i) {
            lowest[i] = static_cast<Points>(lowest[i] + (low(all[i]) >= step ? rise : 0));
            highest[i] = static_cast<Points>(highest[i] + (high(all[i]) >= step ? rise : 0));
        }
    }
}

/// Steps have points of their own, so equal points at both ends are equal steps; 0 points count for nothing anyway.
void add_completeness(Points* known, Points* all_points, const Code* all, const StepPoints& points, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const bool counts = kind(all[i]) != 0;
        const bool certain = counts && (low(all[i]) == high(all[i]) || kind(all[i]) == 3);
        known[i] = static_cast<Points>(known[i] + (certain ? points.most : 0));
        all_points[i] = static_cast<Points>(all_points[i] + (counts ? points.most : 0));
    }
}

void add_capped(Points* total, Points* sum, Points cap, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        total[i] = static_cast<Points>(total[i] + (sum[i] < cap ? sum[i] : cap));
        sum[i] = 0;
    }
}

void lift(Points* lowest, Points* highest, const Code* all, Points floor, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        lowest[i] = low(all[i]) != 0 && lowest[i] < floor ? floor : lowest[i];
        const bool possible = high(all[i]) != 0 || kind(all[i]) == 1;
        highest[i] = possible && highest[i] < floor ? floor : highest[i];
    }
}

constexpr Kernels kTable{codes, count_hits, outcomes, add_points, add_completeness, add_capped, lift};

}  // namespace

const Kernels& kernels() { return kTable; }

}  // namespace slagboom::scoring::KERNELS
