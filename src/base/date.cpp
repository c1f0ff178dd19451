#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/clock.h"

namespace slagboom {
namespace {

std::chrono::year_month_day calendar(Date date) { return std::chrono::sys_days{std::chrono::days{date.days}}; }

std::optional<unsigned> digits(std::string_view text, std::size_t shortest, std::size_t longest) {
    unsigned value = 0;
    if (text.size() < shortest || text.size() > longest) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

int Date::year() const { return static_cast<int>(calendar(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(calendar(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(calendar(*this).day()); }

Date Date::plus_months(int months) const {
    const std::chrono::year_month_day here = calendar(*this);
    const std::chrono::year_month there = here.year() / here.month() + std::chrono::months{months};
    if (there.year() > std::chrono::year{9999}) return *make_date(9999, 12, 31);
    const auto last = (there / std::chrono::last).day();
    return *make_date(static_cast<int>(there.year()), static_cast<unsigned>(there.month()),
                      static_cast<unsigned>(std::min(here.day(), last)));
}

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }
std::string Date::english() const {
    static constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
    return fmt::format("{} {} {}", day(), kMonths.at(static_cast<std::size_t>(month()) - 1), year());
}
std::string Date::dutch() const { return fmt::format("{:02}-{:02}-{:04}", day(), month(), year()); }

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok() || year < 1800 || year > 9999) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count())};
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4), 4, 4);
    const auto month = digits(text.substr(5, 2), 2, 2);
    const auto day = digits(text.substr(8, 2), 2, 2);
    if (!year || !month || !day) return std::nullopt;
    return make_date(static_cast<int>(*year), *month, *day);
}

std::optional<Date> parse_dutch_date(std::string_view text) {
    const auto first = text.find('-');
    const auto second = first == text.npos ? text.npos : text.find('-', first + 1);
    if (second == text.npos) return std::nullopt;
    const auto day = digits(text.substr(0, first), 1, 2);
    const auto month = digits(text.substr(first + 1, second - first - 1), 1, 2);
    const auto year = digits(text.substr(second + 1), 4, 4);
    if (!year || !month || !day) return std::nullopt;
    return make_date(static_cast<int>(*year), *month, *day);
}

Date today_in_amsterdam() { return system_clock().now().day_in_amsterdam(); }

}  // namespace slagboom
