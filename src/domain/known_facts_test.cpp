// Decision 4: what is disputed is unknown, and no older row takes its place.
#include "domain/known_facts.h"

#include <gtest/gtest.h>

namespace slagboom::domain {
namespace {

Date day(const char* iso) { return parse_iso_date(iso).value(); }

FactCatalogue catalogue() {
    FactDefinition omzet;
    omzet.key = "omzet";
    omzet.type = FactType::amount;
    omzet.frequency = Frequency::year;
    FactDefinition vog;
    vog.key = "vog";
    vog.type = FactType::boolean;
    vog.validity_months = 24;
    return {{omzet, vog}};
}

Fact row(std::size_t fact, const char* period, double value, const char* known_on, bool disputed) {
    return {0, fact, parse_period(period).value(), value, day(known_on), disputed, 0, 0};
}

TEST(KnownFactsDisputed, APeriodHasNoOlderRow) {
    const auto facts = catalogue();
    const auto year = parse_period("2017").value();
    // The dispute is over the cell, so every row of it is marked.
    const KnownFacts disputed(facts,
                              {row(0, "2017", 100, "2018-05-01", true), row(0, "2017", 200, "2018-07-01", true)});
    EXPECT_EQ(disputed.in_period(0, 0, year, day("2018-06-01")), nullptr);
    EXPECT_EQ(disputed.in_period(0, 0, year, day("2018-08-01")), nullptr);
    // Also when only the newest is: the older is no fall-back.
    const KnownFacts newest(facts, {row(0, "2017", 100, "2018-05-01", false), row(0, "2017", 200, "2018-07-01", true)});
    EXPECT_EQ(newest.in_period(0, 0, year, day("2018-08-01")), nullptr);
    // On a day that the disputed row was not yet known, it takes nothing away.
    ASSERT_NE(newest.in_period(0, 0, year, day("2018-06-01")), nullptr);
    EXPECT_EQ(newest.in_period(0, 0, year, day("2018-06-01"))->value, 100);
}

TEST(KnownFactsDisputed, AnotherPeriodIsNotTouched) {
    const auto facts = catalogue();
    const KnownFacts known(facts, {row(0, "2016", 100, "2017-05-01", false), row(0, "2017", 200, "2018-05-01", true)});
    EXPECT_NE(known.in_period(0, 0, parse_period("2016").value(), day("2018-06-01")), nullptr);
    EXPECT_EQ(known.in_period(0, 0, parse_period("2017").value(), day("2018-06-01")), nullptr);
}

TEST(KnownFactsDisputed, ADatedFactHasNoEarlierDay) {
    const auto facts = catalogue();
    const KnownFacts known(facts,
                           {row(1, "2018-01-01", 1, "2018-01-01", false), row(1, "2018-06-01", 0, "2018-06-01", true)});
    EXPECT_EQ(known.dated(0, 1, day("2018-07-01")), nullptr);
    ASSERT_NE(known.dated(0, 1, day("2018-05-01")), nullptr);
    EXPECT_EQ(known.dated(0, 1, day("2018-05-01"))->value, 1);
}

TEST(KnownFactsDisputed, IsNoContradiction) {
    const auto facts = catalogue();
    const KnownFacts known(facts, {row(0, "2017", 100, "2018-05-01", true)});
    EXPECT_TRUE(known.conflicts(day("2018-06-01")).empty());
    EXPECT_TRUE(known.knows(0, day("2018-06-01")));
}

}  // namespace
}  // namespace slagboom::domain
