#pragma once

#include <cstddef>
#include <cstdint>

namespace slagboom::scoring {

/// What the rules of an indicator say of a provider, in one byte: bits 0–2 the highest true step (0 = none), bits 3–5
/// the highest true or unknown step, bits 6–7 the applicability below. Not stored anywhere.
using Code = std::uint8_t;
enum class Applies : std::uint8_t { no = 0, unknown = 1, yes = 2, set_aside = 3 };

inline constexpr Code make_code(std::size_t lowest_step, std::size_t highest_step, Applies applies) {
    return static_cast<Code>(lowest_step | highest_step << 3 | static_cast<std::size_t>(applies) << 6);
}
inline constexpr std::size_t lowest_step(Code code) { return code & 7u; }
inline constexpr std::size_t highest_step(Code code) { return (code >> 3) & 7u; }
inline constexpr Applies applies(Code code) { return static_cast<Applies>(code >> 6); }

/// Points of an indicator as the loops need them: what each step adds to the step before.
struct StepPoints {
    std::size_t steps = 0;
    std::uint16_t rise[7] = {};
    std::uint16_t most = 0;
};

/// How many of each kind there are in a column of codes, before set-asides (decision 17).
struct HitCount {
    std::uint64_t hits = 0;
    std::uint64_t clears = 0;
};

/// Loops over columns of codes; `lowest` and `highest` are sums of points, below 65,536 by the limits of a model. Trits
/// are 0 no, 1 unknown, 2 yes.
struct Kernels {
    /// `applies` is null where the indicator applies to everybody.
    void (*codes)(Code* out, const std::uint8_t* applies, const std::uint8_t* const* steps, std::size_t step_count,
                  std::size_t count);
    HitCount (*count_hits)(const Code* codes, std::size_t count);
    void (*outcomes)(std::uint8_t* out, const Code* codes, std::size_t count);
    /// Adds the points of an indicator to the sums of its category.
    void (*add_points)(std::uint16_t* lowest, std::uint16_t* highest, const Code* codes, const StepPoints& points,
                       std::size_t count);
    /// Adds what is certain, and what there is, to the completeness (decision 20).
    void (*add_completeness)(std::uint16_t* known, std::uint16_t* all, const Code* codes, const StepPoints& points,
                             std::size_t count);
    /// total += min(sum, cap); sum = 0.
    void (*add_capped)(std::uint16_t* total, std::uint16_t* sum, std::uint16_t cap, std::size_t count);
    /// Lifts to the floor where a knock-out hits (lowest) or hits or is unknown (highest).
    void (*lift)(std::uint16_t* lowest, std::uint16_t* highest, const Code* codes, std::uint16_t floor,
                 std::size_t count);
};

/// The table for this processor.
const Kernels& kernels();

namespace baseline {
const Kernels& kernels();
}
namespace avx2 {
const Kernels& kernels();
}
namespace avx512 {
const Kernels& kernels();
}

}  // namespace slagboom::scoring
