#include "domain/retention.h"

#include <gtest/gtest.h>

namespace slagboom::domain {
namespace {

std::optional<int> passed(const char* start, const char* today) {
    return months_passed(*parse_iso_date(start), *parse_iso_date(today));
}

TEST(Retention, WholeMonths) {
    EXPECT_EQ(passed("2012-05-01", "2012-04-30"), std::nullopt);
    EXPECT_EQ(passed("2012-05-01", "2012-05-01"), 0);
    EXPECT_EQ(passed("2012-05-01", "2012-05-31"), 0);
    EXPECT_EQ(passed("2012-05-01", "2012-06-01"), 1);
    EXPECT_EQ(passed("2012-05-15", "2019-05-14"), 83);
    EXPECT_EQ(passed("2012-05-15", "2019-05-15"), 84);
}

TEST(Retention, AMonthWithoutThatDayEndsOnItsLast) {
    EXPECT_EQ(passed("2012-01-31", "2012-02-28"), 0);
    EXPECT_EQ(passed("2012-01-31", "2012-02-29"), 1);
    EXPECT_EQ(passed("2012-02-29", "2013-02-28"), 12);
}

TEST(Retention, EveryClassHasATermAndItsSource) {
    for (const auto& of : record_classes()) {
        EXPECT_FALSE(of.name.empty());
        EXPECT_FALSE(of.source.empty()) << of.name;
        EXPECT_EQ(record_class(of.key).name, of.name);
        if (of.start == RetentionStart::recorded) {
            EXPECT_NE(of.months.has_value(), of.days.has_value()) << of.name;
        }
    }
}

TEST(Retention, AFileIsKeptAsLongAsItsSource) {
    // Five years for supervision (BW 3:307), seven for the rest (Awr art. 52 lid 4).
    EXPECT_EQ(file_term_months("igj"), 60);
    EXPECT_EQ(file_term_months("toezicht"), 60);
    EXPECT_EQ(file_term_months("jaarrekening"), 84);
    EXPECT_EQ(file_term_months("iets anders"), 84);
}

}  // namespace
}  // namespace slagboom::domain
