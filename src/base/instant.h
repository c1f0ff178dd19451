#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace slagboom {

/// A moment: microseconds since 1970-01-01 in UTC, without leap seconds. Within the years 1800 to 9999.
struct Instant {
    std::int64_t microseconds = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;

    Instant plus(std::chrono::microseconds time) const { return Instant{microseconds + time.count()}; }
    /// Whole seconds since 1970, rounded down.
    std::int64_t unix_seconds() const;
    /// RFC 3339 in UTC, always with six decimals: 2026-11-21T09:30:00.000000Z. Sorts as text as it does in time.
    std::string rfc3339() const;
    /// The day on which this is in Europe/Amsterdam, with its summer time. Never past 9999-12-31.
    Date day_in_amsterdam() const;
};

/// RFC 3339 with Z or any offset and at most six decimals: "2026-11-21T10:30:00+01:00". Nothing for other text, for a
/// leap second (:60), which an Instant cannot hold, and for a moment outside the years 1800 to 9999 in UTC.
std::optional<Instant> parse_rfc3339(std::string_view text);

}  // namespace slagboom
