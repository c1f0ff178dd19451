#include "base/instant.h"

#include <gtest/gtest.h>

#include <ctime>

#include "base/clock.h"

namespace slagboom {
namespace {

std::string read_and_written(std::string_view text) {
    const auto instant = parse_rfc3339(text);
    return instant ? instant->rfc3339() : "geen moment";
}

std::string day_of(std::string_view text) { return parse_rfc3339(text).value().day_in_amsterdam().iso(); }

// 1234567890 s = 2009-02-13T23:31:30Z, the well-known "second of the billions" (also RFC 6238, appendix B).
TEST(Instant, CountsFrom1970) {
    EXPECT_EQ(Instant{}.rfc3339(), "1970-01-01T00:00:00.000000Z");
    EXPECT_EQ(Instant{1'234'567'890'000'001}.rfc3339(), "2009-02-13T23:31:30.000001Z");
    EXPECT_EQ(parse_rfc3339("2009-02-13T23:31:30.000001Z"), Instant{1'234'567'890'000'001});
    EXPECT_EQ(parse_rfc3339("1969-12-31T23:59:59.999999Z"), Instant{-1});
    EXPECT_EQ(Instant{-1}.rfc3339(), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, SecondsAreRoundedDown) {
    EXPECT_EQ(Instant{1'999'999}.unix_seconds(), 1);
    EXPECT_EQ(Instant{0}.unix_seconds(), 0);
    EXPECT_EQ(Instant{-1}.unix_seconds(), -1);
    EXPECT_EQ(Instant{-1'000'000}.unix_seconds(), -1);
}

TEST(Instant, IsPrintedWithSixDecimalsInUtc) {
    EXPECT_EQ(read_and_written("2026-11-21T09:30:00Z"), "2026-11-21T09:30:00.000000Z");
    EXPECT_EQ(read_and_written("2026-11-21T09:30:00.5Z"), "2026-11-21T09:30:00.500000Z");
    EXPECT_EQ(read_and_written("2026-11-21T09:30:00.000001Z"), "2026-11-21T09:30:00.000001Z");
    EXPECT_EQ(read_and_written("2026-11-21t09:30:00z"), "2026-11-21T09:30:00.000000Z");
}

// The examples of RFC 3339, section 5.8, but for the leap seconds.
TEST(Instant, TakesAnyOffset) {
    EXPECT_EQ(read_and_written("1996-12-19T16:39:57-08:00"), "1996-12-20T00:39:57.000000Z");
    EXPECT_EQ(read_and_written("1937-01-01T12:00:27.87+00:20"), "1937-01-01T11:40:27.870000Z");
    EXPECT_EQ(read_and_written("2026-03-01T00:30:00+01:00"), "2026-02-28T23:30:00.000000Z");
    EXPECT_EQ(read_and_written("2024-02-29T23:59:59-23:59"), "2024-03-01T23:58:59.000000Z");
    EXPECT_EQ(read_and_written("2026-11-21T09:30:00-00:00"), "2026-11-21T09:30:00.000000Z");
}

TEST(Instant, RefusesWhatIsNoMoment) {
    for (const auto* text : {"",
                             "2026-11-21",
                             "2026-11-21T09:30:00",
                             "2026-11-21T09:30Z",
                             "2026-11-21 09:30:00Z",
                             "2026-02-30T09:30:00Z",
                             "2026-13-01T09:30:00Z",
                             "2026-11-21T24:00:00Z",
                             "2026-11-21T09:60:00Z",
                             "1990-12-31T23:59:60Z",
                             "2026-11-21T09:30:00.Z",
                             "2026-11-21T09:30:00.0000001Z",
                             "2026-11-21T09:30:00,5Z",
                             "2026-11-21T9:30:00Z",
                             "2026-11-21T09:30:00+1:00",
                             "2026-11-21T09:30:00+0100",
                             "2026-11-21T09:30:00+24:00",
                             "2026-11-21T09:30:00+01:60",
                             "2026-11-21T09:30:00Zx",
                             "2026-11-21T09:30:00Z ",
                             " 2026-11-21T09:30:00Z",
                             "2026-11-21T09:30:00 01:00",
                             "+2026-11-21T09:30:00Z",
                             "2026-11-21T-9:30:00Z",
                             "2026-11-21T09:30:00.5"})
        EXPECT_EQ(parse_rfc3339(text), std::nullopt) << text;
}

TEST(Instant, KeepsToItsYears) {
    EXPECT_EQ(read_and_written("1800-01-01T00:00:00Z"), "1800-01-01T00:00:00.000000Z");
    EXPECT_EQ(read_and_written("1800-01-01T00:00:00+00:01"), "geen moment");
    EXPECT_EQ(read_and_written("1799-12-31T23:59:59Z"), "geen moment");
    EXPECT_EQ(read_and_written("9999-12-31T23:59:59.999999Z"), "9999-12-31T23:59:59.999999Z");
    EXPECT_EQ(read_and_written("9999-12-31T23:59:59-00:01"), "geen moment");
}

TEST(Instant, OrderOfTextIsOrderOfTime) {
    const Instant earlier{1'234'567'890'000'000};
    const Instant later = earlier.plus(std::chrono::microseconds{1});
    EXPECT_LT(earlier, later);
    EXPECT_LT(earlier.rfc3339(), later.rfc3339());
}

// Amsterdam is an hour ahead in winter and two in summer; summer time begins at 01:00 UTC on the last Sunday of March
// (29 March 2026) and ends at 01:00 UTC on the last Sunday of October (25 October 2026). Directive 2000/84/EC.
TEST(Instant, ItsDayIsTheDayInAmsterdam) {
    EXPECT_EQ(day_of("2026-11-21T22:59:59Z"), "2026-11-21");
    EXPECT_EQ(day_of("2026-11-21T23:00:00Z"), "2026-11-22");
    EXPECT_EQ(day_of("2026-07-01T21:59:59.999999Z"), "2026-07-01");
    EXPECT_EQ(day_of("2026-07-01T22:00:00Z"), "2026-07-02");
    EXPECT_EQ(day_of("2026-03-28T22:30:00Z"), "2026-03-28");  // still winter
    EXPECT_EQ(day_of("2026-03-29T22:30:00Z"), "2026-03-30");  // summer
    EXPECT_EQ(day_of("2026-10-24T22:30:00Z"), "2026-10-25");  // still summer
    EXPECT_EQ(day_of("2026-10-25T22:30:00Z"), "2026-10-25");  // winter
    EXPECT_EQ(day_of("9999-12-31T23:30:00Z"), "9999-12-31");
    EXPECT_EQ(day_of("1800-01-01T00:00:00Z"), "1800-01-01");
}

TEST(Clock, StandsStillUntilItIsSet) {
    SettableClock settable(Instant{1'000});
    const Clock clock = settable.clock();
    EXPECT_EQ(clock.now(), Instant{1'000});
    settable.advance(std::chrono::seconds{2});
    EXPECT_EQ(clock.now(), Instant{2'001'000});
    settable.set(Instant{5});
    EXPECT_EQ(clock.now(), Instant{5});
    EXPECT_EQ(settable.clock().now(), Instant{5});
}

TEST(Clock, ThatOfTheMachineRunsInMicrosecondsOfUtc) {
    const auto seconds = [] { return static_cast<std::int64_t>(std::time(nullptr)); };
    const std::int64_t before = seconds();
    const Instant now = system_clock().now();
    EXPECT_GE(now.unix_seconds(), before - 1);
    EXPECT_LE(now.unix_seconds(), seconds() + 1);
}

}  // namespace
}  // namespace slagboom
