#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace slagboom::domain {

/// How often a fact comes. A dated fact has a day of its own and stays valid for a while (decision 2).
enum class Frequency { dated, year, quarter, month };

std::string_view name(Frequency frequency);  ///< "dated", "year", "quarter", "month": as in facts.toml
std::optional<Frequency> frequency_named(std::string_view text);

/// What a fact is about: a year, quarter, month or day. Written `2018`, `2018-Q3`, `2018-10`, `2018-10-31`.
struct Period {
    Frequency frequency = Frequency::dated;
    int number = 0;  ///< year; year × 4 + quarter − 1; year × 12 + month − 1; days since 1970-01-01

    friend auto operator<=>(const Period&, const Period&) = default;

    std::string text() const;
    Period before() const { return {frequency, number - 1}; }
};

std::optional<Period> parse_period(std::string_view text);
inline Period day_period(Date day) { return {Frequency::dated, day.days}; }

/// Months after the end of a period before a rule reads it, per frequency; that of `dated` is never used.
struct AvailableAfter {
    std::array<int, 4> months{};
    int operator[](Frequency frequency) const { return months[static_cast<std::size_t>(frequency)]; }
};

/// The last period whose first day after it plus `months` is on or before `reference` (decision 2).
Period period_read(Frequency frequency, int months, Date reference);

}  // namespace slagboom::domain
