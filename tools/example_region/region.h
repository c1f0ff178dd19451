#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "knobs.h"

/// What every file of the region is made of: municipalities, dice, providers, and how values are written.
namespace example_region {

using Euros = std::int64_t;
using std::chrono::days;

struct Municipality {
    std::string_view code, name;
    int thousands;  // of inhabitants, rounded: how often it is drawn
};
constexpr std::array<Municipality, 14> kMunicipalities{{
    {"0141", "Almelo", 73},
    {"0147", "Borne", 23},
    {"1774", "Dinkelland", 26},
    {"0153", "Enschede", 159},
    {"0158", "Haaksbergen", 24},
    {"0163", "Hellendoorn", 36},
    {"0164", "Hengelo", 81},
    {"1735", "Hof van Twente", 35},
    {"0168", "Losser", 23},
    {"0173", "Oldenzaal", 32},
    {"1742", "Rijssen-Holten", 38},
    {"0183", "Tubbergen", 21},
    {"1700", "Twenterand", 34},
    {"0189", "Wierden", 25},
}};

/// Offices are closed at the weekend: the Friday before.
inline Date working_day(Date day) {
    const std::chrono::weekday weekday(day);
    if (weekday == std::chrono::Saturday) return day - days(1);
    return weekday == std::chrono::Sunday ? day - days(2) : day;
}

/// The engine is defined to the bit by the standard; its distributions are not, so these are our own.
/// Throw at most once in the arguments of one call: in which order a compiler works them out is not defined.
class Dice {
 public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    std::int64_t between(std::int64_t lowest, std::int64_t highest) {
        if (highest < lowest) throw std::invalid_argument("a throw without sides");
        const auto sides = static_cast<std::uint64_t>(highest - lowest + 1);
        const std::uint64_t unfair = engine_.max() - engine_.max() % sides;
        std::uint64_t throw_ = engine_();
        while (throw_ >= unfair) throw_ = engine_();
        return lowest + static_cast<std::int64_t>(throw_ % sides);
    }
    int small(int lowest, int highest) { return static_cast<int>(between(lowest, highest)); }
    bool chance(int thousandths) { return between(0, 999) < thousandths; }
    /// Mostly in the middle.
    std::int64_t bell(std::int64_t lowest, std::int64_t highest) {
        return (between(lowest, highest) + between(lowest, highest) + between(lowest, highest)) / 3;
    }
    /// A working day, when the first one is.
    Date day(Date first, Date last) { return working_day(first + days(between(0, (last - first).count()))); }

    template <typename Weights>
    std::size_t pick(const Weights& weights) {
        std::int64_t total = 0;
        for (const int weight : weights) total += weight;
        std::int64_t left = between(0, total - 1);
        std::size_t index = 0;
        while (left >= weights[index]) left -= weights[index++];
        return index;
    }

 private:
    std::mt19937_64 engine_;
};

struct Provider {
    int number = 0;
    std::string key, name;
    bool bulk = true, wmo_only = false, must_publish = false, has_story = false;
    const Profile* profile = nullptr;
    const FormKnobs* form = nullptr;
    Euros revenue = 0;  // 2017
    Date founded, registered, awarded, left;
    std::array<int, kQuestions> steps{};
    int directors = 1;
    bool owner_paid_from_profit() const { return form->form <= Form::maatschap; }
    bool has_left() const { return left != Date(); }
    bool in_service_on(Date day) const { return !has_left() || day < left; }
};

// Notation of the files: Dutch.

inline std::string digits(std::int64_t number, std::size_t width) {
    std::string text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}
inline std::string iso(Date day) {
    const std::chrono::year_month_day parts(day);
    return digits(static_cast<int>(parts.year()), 4) + '-' + digits(static_cast<unsigned>(parts.month()), 2) + '-' +
           digits(static_cast<unsigned>(parts.day()), 2);
}
inline std::string euros(Euros amount) { return std::to_string(amount) + ",00"; }
inline std::string yes_no(bool yes) { return yes ? "ja" : "nee"; }
inline std::string quarters(std::int64_t fourths) {
    constexpr std::array<std::string_view, 4> kRest{"", ",25", ",5", ",75"};
    return std::to_string(fourths / 4) + std::string(kRest[static_cast<std::size_t>(fourths % 4)]);
}

/// The lines of one file below its header.
using Lines = std::vector<std::string>;

}  // namespace example_region
