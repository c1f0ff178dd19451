#include "domain/period.h"

#include <fmt/format.h>

#include <charconv>

namespace slagboom::domain {
namespace {

constexpr std::array<std::string_view, 4> kNames{"dated", "year", "quarter", "month"};

std::optional<int> number_in(std::string_view text, int lowest, int highest) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.starts_with('-')) return std::nullopt;
    if (value < lowest || value > highest) return std::nullopt;
    return value;
}

/// Months in one period of this frequency.
int months_in(Frequency frequency) {
    switch (frequency) {
        case Frequency::year:
            return 12;
        case Frequency::quarter:
            return 3;
        case Frequency::month:
            return 1;
        case Frequency::dated:
            break;
    }
    return 0;
}

}  // namespace

std::string_view name(Frequency frequency) { return kNames[static_cast<std::size_t>(frequency)]; }

std::optional<Frequency> frequency_named(std::string_view text) {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == text) return static_cast<Frequency>(i);
    }
    return std::nullopt;
}

std::string Period::text() const {
    switch (frequency) {
        case Frequency::year:
            return fmt::format("{:04}", number);
        case Frequency::quarter:
            return fmt::format("{:04}-Q{}", number / 4, number % 4 + 1);
        case Frequency::month:
            return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
        case Frequency::dated:
            break;
    }
    return Date{number}.iso();
}

std::optional<Period> parse_period(std::string_view text) {
    if (text.size() == 10) {
        const auto date = parse_iso_date(text);
        return date ? std::optional(day_period(*date)) : std::nullopt;
    }
    if (text.size() != 4 && text.size() != 7) return std::nullopt;
    const auto year = number_in(text.substr(0, 4), 1800, 9998);
    if (!year) return std::nullopt;
    if (text.size() == 4) return Period{Frequency::year, *year};
    if (text[4] != '-') return std::nullopt;
    if (text[5] == 'Q') {
        const auto quarter = number_in(text.substr(6), 1, 4);
        return quarter ? std::optional(Period{Frequency::quarter, *year * 4 + *quarter - 1}) : std::nullopt;
    }
    const auto month = number_in(text.substr(5), 1, 12);
    return month ? std::optional(Period{Frequency::month, *year * 12 + *month - 1}) : std::nullopt;
}

Period period_read(Frequency frequency, int months, Date reference) {
    if (frequency == Frequency::dated) return day_period(reference);
    const int length = months_in(frequency);
    // First days after a period are firsts of a month, so whole months decide: the month of the reference, less the
    // delay.
    const int month = reference.year() * 12 + static_cast<int>(reference.month()) - 1 - months;
    return {frequency, month / length - 1};
}

}  // namespace slagboom::domain
