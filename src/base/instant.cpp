#include "base/instant.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>

namespace slagboom {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kDay = 86'400 * kSecond;

std::int64_t floor_divided(std::int64_t number, std::int64_t by) { return number / by - (number % by < 0 ? 1 : 0); }

/// Takes what it reads from the front of the text; after the first thing that does not fit, ok() is false for good.
class Reader {
 public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool ok() const { return ok_; }
    bool at_end() const { return rest_.empty(); }

    /// Any one of `choices`, which comes back.
    char one_of(std::string_view choices) {
        if (rest_.empty() || choices.find(rest_.front()) == choices.npos) {
            ok_ = false;
            return '\0';
        }
        const char found = rest_.front();
        rest_.remove_prefix(1);
        return found;
    }

    /// Exactly two digits, of at most `most`.
    int two_digits(int most) {
        const int tens = one_of("0123456789") - '0';
        const int number = tens * 10 + (one_of("0123456789") - '0');
        ok_ = ok_ && number <= most;
        return number;
    }

    std::string_view taken(std::size_t count) {
        ok_ = ok_ && rest_.size() >= count;
        const auto front = rest_.substr(0, count);
        rest_.remove_prefix(front.size());
        return front;
    }

    /// Nothing, or a point and one to six digits, in microseconds.
    std::int64_t fraction() {
        if (rest_.empty() || rest_.front() != '.') return 0;
        rest_.remove_prefix(1);
        std::int64_t value = 0;
        int count = 0;
        for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9' && count < 6; ++count) {
            value = value * 10 + (rest_.front() - '0');
            rest_.remove_prefix(1);
        }
        ok_ = ok_ && count > 0;
        for (; count < 6; ++count) value *= 10;
        return value;
    }

    /// Z, or how far the clock of the text is ahead of UTC; in microseconds.
    std::int64_t offset() {
        const char sign = one_of("Zz+-");
        if (sign != '+' && sign != '-') return 0;
        const std::int64_t hours = two_digits(23);
        one_of(":");
        const std::int64_t ahead = (hours * 60 + two_digits(59)) * 60 * kSecond;
        return sign == '+' ? ahead : -ahead;
    }

 private:
    std::string_view rest_;
    bool ok_ = true;
};

}  // namespace

std::int64_t Instant::unix_seconds() const { return floor_divided(microseconds, kSecond); }

std::string Instant::rfc3339() const {
    const std::int64_t days = floor_divided(microseconds, kDay);
    const std::int64_t in_day = microseconds - days * kDay;
    const std::int64_t seconds = in_day / kSecond;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", Date{static_cast<std::int32_t>(days)}.iso(), seconds / 3600,
                       seconds / 60 % 60, seconds % 60, in_day % kSecond);
}

Date Instant::day_in_amsterdam() const {
    const date::sys_time<std::chrono::microseconds> moment{std::chrono::microseconds{microseconds}};
    const auto local = date::make_zoned("Europe/Amsterdam", moment).get_local_time();
    const Date day{static_cast<std::int32_t>(date::floor<date::days>(local).time_since_epoch().count())};
    return std::min(day, *make_date(9999, 12, 31));
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    Reader reader(text);
    const auto day = parse_iso_date(reader.taken(10));
    reader.one_of("Tt");
    std::int64_t seconds = reader.two_digits(23) * std::int64_t{3600};
    reader.one_of(":");
    seconds += reader.two_digits(59) * std::int64_t{60};
    reader.one_of(":");
    seconds += reader.two_digits(59);
    const std::int64_t fraction = reader.fraction();
    const std::int64_t ahead = reader.offset();
    if (!day || !reader.ok() || !reader.at_end()) return std::nullopt;

    const Instant instant{day->days * kDay + seconds * kSecond + fraction - ahead};
    const std::int64_t first = make_date(1800, 1, 1)->days * kDay;
    const std::int64_t end = (make_date(9999, 12, 31)->days + 1) * kDay;
    if (instant.microseconds < first || instant.microseconds >= end) return std::nullopt;
    return instant;
}

}  // namespace slagboom
