#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace slagboom {

/// A day in Europe/Amsterdam, from 1800-01-01 to 9999-12-31 (many registers write "no end" as the last).
/// `days` counts from 1970-01-01.
struct Date {
    std::int32_t days = 0;

    friend auto operator<=>(const Date&, const Date&) = default;

    int year() const;
    unsigned month() const;  ///< 1 … 12
    unsigned day() const;    ///< 1 … 31

    /// The same day `months` later; the last day of that month where it has no such day. Never past 9999-12-31.
    Date plus_months(int months) const;
    /// 2018-10-31
    std::string iso() const;
    /// 31-10-2018, as people write it.
    std::string dutch() const;
    std::string english() const;  ///< "31 October 2018"
};

/// Nothing when there is no such day, or it is outside the range above.
std::optional<Date> make_date(int year, unsigned month, unsigned day);
/// Exactly `2018-10-31`.
std::optional<Date> parse_iso_date(std::string_view text);
/// `31-10-2018` or `1-5-2018`.
std::optional<Date> parse_dutch_date(std::string_view text);

/// Today in Europe/Amsterdam, for the command line; everything else takes a date or a Clock as an argument.
Date today_in_amsterdam();

}  // namespace slagboom
