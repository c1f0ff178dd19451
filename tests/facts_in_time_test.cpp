// Decisions 1 to 3 and 25, worked out by hand in the remarks: which row counts on a day, and which set-aside.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/screen_providers.h"
#include "domain/known_facts.h"
#include "twin/random_models.h"

namespace slagboom::tests {
namespace {

using domain::FactDefinition;
using domain::FactType;
using domain::Frequency;
using domain::Outcome;
using domain::Period;

Date day(const std::string& iso) { return parse_iso_date(iso).value(); }

FactDefinition fact(const std::string& key, FactType type, Frequency frequency, int validity = 0) {
    FactDefinition definition;
    definition.key = key;
    definition.label = key;
    definition.type = type;
    definition.frequency = frequency;
    definition.validity_months = validity;
    return definition;
}

/// A model that reads each of its facts, so that every cell can be looked at. Available after 5, 2 and 1 months.
struct Clock {
    scoring::Model model;
    Clock() {
        auto& facts = model.facts.facts;
        facts.push_back(fact("bestuurders", FactType::number, Frequency::dated, 12));
        facts.push_back(fact("fte", FactType::number, Frequency::quarter));
        facts.push_back(fact("omzet", FactType::number, Frequency::year));
        facts.push_back(fact("verzuim", FactType::number, Frequency::month));
        model.available_after.months = {0, 5, 2, 1};
        model.cut_offs = {2, 6, 8, 10};
        model.withheld_above = 100;
        model.categories.push_back({"alles", "Alles", 100, ""});
        model.indicators.push_back(scored_indicator(model.facts, "dated", 0, {{"bestuurders > 10", 1}}));
        model.indicators.push_back(
            scored_indicator(model.facts, "jaar", 0, {{"omzet > 10", 1}, {"previous(omzet) > 10", 2}}));
        model.indicators.push_back(scored_indicator(model.facts, "kwartaal", 0, {{"fte > previous(fte)", 1}}));
        model.indicators.push_back(scored_indicator(model.facts, "maand", 0, {{"verzuim > previous(verzuim)", 1}}));
        scoring::compile(model);
    }
};

constexpr auto kHeader = "aanbieder;feit;periode;waarde;bron;datum\n";

app::ScreeningRequest request_for(const std::string& rows, const std::string& reference) {
    app::ScreeningRequest request;
    request.facts = kHeader + rows;
    request.facts_name = "feiten.csv";
    request.providers = "aanbieder;naam;van;tot\nA;A;2000-01-01;\n";
    request.providers_name = "aanbieders.csv";
    request.references = {day(reference)};
    request.today = day("2030-01-01");
    return request;
}

/// The value that provider A has in a cell, nothing where it is unknown.
std::optional<double> seen(const std::string& rows, const std::string& reference, const std::string& key,
                           bool previous = false) {
    const Clock clock;
    const auto run = app::screen_providers(clock.model, request_for(rows, reference));
    if (!run) throw std::runtime_error(run.error().text());
    const auto& inputs = clock.model.program.inputs;
    for (std::size_t column = 0; column < inputs.size(); ++column) {
        if (clock.model.facts.facts[inputs[column].fact].key == key && inputs[column].previous == previous)
            return run->moments[0].population->value(column, 0);
    }
    throw std::logic_error("niemand leest " + key);
}

using Known = std::optional<double>;

// ---- decision 2: the last period whose first day after it plus the months is on or before D

TEST(FactsInTime, AYearIsReadFiveMonthsAfterItEnds) {
    const std::string rows = "A;omzet;2016;16;x;2017-02-01\nA;omzet;2017;17;x;2018-02-01\n";
    // 2017 ends on 31 December; first day after it 1 January 2018; plus 5 months 1 June 2018.
    EXPECT_EQ(seen(rows, "2018-05-31", "omzet"), Known(16));
    EXPECT_EQ(seen(rows, "2018-06-01", "omzet"), Known(17));
    EXPECT_EQ(seen(rows, "2019-05-31", "omzet"), Known(17));
    // From 1 June 2019 it reads 2018, which nobody stated; an older year never takes its place.
    EXPECT_EQ(seen(rows, "2019-06-01", "omzet"), Known());
    EXPECT_EQ(seen(rows, "2019-06-01", "omzet", true), Known(17));
    EXPECT_EQ(seen(rows, "2018-06-01", "omzet", true), Known(16));
    EXPECT_EQ(seen(rows, "2018-05-31", "omzet", true), Known());
}

TEST(FactsInTime, AQuarterIsReadTwoMonthsAfterItEnds) {
    const std::string rows =
        "A;fte;2018-Q1;1;x;2018-04-01\nA;fte;2018-Q2;2;x;2018-07-01\nA;fte;2017-Q4;4;x;2018-01-01\n";
    // 2018-Q2 ends on 30 June; 1 July plus 2 months is 1 September.
    EXPECT_EQ(seen(rows, "2018-08-31", "fte"), Known(1));
    EXPECT_EQ(seen(rows, "2018-08-31", "fte", true), Known(4));  // the quarter before the first is the fourth
    EXPECT_EQ(seen(rows, "2018-09-01", "fte"), Known(2));
    EXPECT_EQ(seen(rows, "2018-09-01", "fte", true), Known(1));
    // 2018-Q3: 1 October plus 2 months is 1 December.
    EXPECT_EQ(seen(rows, "2018-11-30", "fte"), Known(2));
    EXPECT_EQ(seen(rows, "2018-12-01", "fte"), Known());
}

TEST(FactsInTime, AMonthIsReadAMonthAfterItEnds) {
    const std::string rows =
        "A;verzuim;2017-12;12;x;2018-01-01\nA;verzuim;2018-01;1;x;2018-02-01\nA;verzuim;2017-11;11;x;2017-12-01\n";
    // 2018-01 ends on 31 January; 1 February plus 1 month is 1 March.
    EXPECT_EQ(seen(rows, "2018-02-28", "verzuim"), Known(12));
    EXPECT_EQ(seen(rows, "2018-02-28", "verzuim", true), Known(11));
    EXPECT_EQ(seen(rows, "2018-03-01", "verzuim"), Known(1));
    EXPECT_EQ(seen(rows, "2018-03-01", "verzuim", true), Known(12));
}

TEST(FactsInTime, PeriodReadAroundEachBoundary) {
    struct Example {
        Frequency frequency;
        int months;
        const char* reference;
        const char* period;
    };
    const std::vector<Example> examples{
        {Frequency::year, 0, "2018-01-01", "2017"},        // read on the very first day after it
        {Frequency::year, 0, "2017-12-31", "2016"},        //
        {Frequency::year, 12, "2018-12-31", "2016"},       // 2017: 1 January 2018 + 12 months = 1 January 2019
        {Frequency::year, 12, "2019-01-01", "2017"},       //
        {Frequency::year, 60, "2018-10-31", "2012"},       // 2013 + 60 months = 1 January 2019
        {Frequency::quarter, 0, "2018-10-01", "2018-Q3"},  //
        {Frequency::quarter, 0, "2018-09-30", "2018-Q2"},  //
        {Frequency::quarter, 1, "2018-01-31", "2017-Q3"},  // 2017-Q4: 1 January + 1 month = 1 February
        {Frequency::quarter, 1, "2018-02-01", "2017-Q4"},  //
        {Frequency::month, 0, "2018-02-28", "2018-01"},    //
        {Frequency::month, 0, "2018-03-01", "2018-02"},    //
        {Frequency::month, 13, "2018-10-31", "2017-08"},   // 1 September 2017 + 13 months = 1 October 2018
        {Frequency::dated, 7, "2018-10-31", "2018-10-31"},
    };
    for (const auto& example : examples)
        EXPECT_EQ(domain::period_read(example.frequency, example.months, day(example.reference)).text(), example.period)
            << example.reference << " met " << example.months << " maanden";
}

TEST(FactsInTime, PeriodsAreWrittenInFourWays) {
    for (const auto* text : {"2018", "2018-Q3", "2018-Q4", "2018-10", "2018-12", "2018-10-31"}) {
        const auto period = domain::parse_period(text);
        ASSERT_TRUE(period) << text;
        EXPECT_EQ(period->text(), text);
    }
    EXPECT_EQ(domain::parse_period("2018-Q1")->before().text(), "2017-Q4");
    EXPECT_EQ(domain::parse_period("2018-01")->before().text(), "2017-12");
    EXPECT_EQ(domain::parse_period("2018")->before().text(), "2017");
    for (const auto* wrong : {"", "18", "2018-Q0", "2018-Q5", "2018-13", "2018-00", "2018-1", "2018-q3", "2018Q3",
                              "2018-10-32", "2018-02-29", "-018", "2018 ", "2018-Q33", "2018-+1"})
        EXPECT_FALSE(domain::parse_period(wrong)) << wrong;
}

TEST(FactsInTime, ADatedFactIsTheLastOneThatIsStillValid) {
    const std::string rows = "A;bestuurders;2018-01-15;1;x;2018-01-15\nA;bestuurders;2018-06-15;6;x;2018-06-15\n";
    EXPECT_EQ(seen(rows, "2018-01-14", "bestuurders"), Known());
    EXPECT_EQ(seen(rows, "2018-01-15", "bestuurders"), Known(1));  // date ≤ D, D included
    EXPECT_EQ(seen(rows, "2018-06-14", "bestuurders"), Known(1));
    EXPECT_EQ(seen(rows, "2018-06-15", "bestuurders"), Known(6));
    // Valid while D < date + 12 months: up to and including 14 June 2019.
    EXPECT_EQ(seen(rows, "2019-06-14", "bestuurders"), Known(6));
    EXPECT_EQ(seen(rows, "2019-06-15", "bestuurders"), Known());
}

TEST(FactsInTime, AnOlderDatedFactNeverStandsInForOneThatIsTooOldOrNotYetKnown) {
    // Dated in June, but only known in September: until then the one of January counts.
    const std::string late = "A;bestuurders;2018-01-15;1;x;2018-01-15\nA;bestuurders;2018-06-15;6;x;2018-09-01\n";
    EXPECT_EQ(seen(late, "2018-08-31", "bestuurders"), Known(1));
    EXPECT_EQ(seen(late, "2018-09-01", "bestuurders"), Known(6));
    // A row about the future does not count before its day.
    const std::string future = "A;bestuurders;2018-01-15;1;x;2018-01-15\nA;bestuurders;2018-12-01;9;x;2018-02-01\n";
    EXPECT_EQ(seen(future, "2018-11-30", "bestuurders"), Known(1));
    EXPECT_EQ(seen(future, "2018-12-01", "bestuurders"), Known(9));
}

TEST(FactsInTime, ValidityEndsOnTheLastDayOfAShortMonth) {
    // 29 February 2016 plus 12 months: there is no 29 February 2017, so 28 February 2017.
    const std::string leap = "A;bestuurders;2016-02-29;2;x;2016-02-29\n";
    EXPECT_EQ(seen(leap, "2017-02-27", "bestuurders"), Known(2));
    EXPECT_EQ(seen(leap, "2017-02-28", "bestuurders"), Known());
    EXPECT_EQ(day("2018-08-31").plus_months(6).iso(), "2019-02-28");
    EXPECT_EQ(day("2018-08-31").plus_months(1).iso(), "2018-09-30");
    EXPECT_EQ(day("2018-10-31").plus_months(-12).iso(), "2017-10-31");
}

// ---- decisions 1 and 3: what is known, and which of it counts

TEST(FactsInTime, KnownOnTheReferenceDateIsKnown) {
    const std::string rows = "A;omzet;2017;17;x;2018-10-31\n";
    EXPECT_EQ(seen(rows, "2018-10-30", "omzet"), Known());
    EXPECT_EQ(seen(rows, "2018-10-31", "omzet"), Known(17));
}

TEST(FactsInTime, WhatBecameKnownLaterWins) {
    const std::string rows = "A;omzet;2017;3;x;2018-09-01\nA;omzet;2017;1;x;2018-07-01\nA;omzet;2017;2;y;2018-08-01\n";
    EXPECT_EQ(seen(rows, "2018-06-30", "omzet"), Known());
    EXPECT_EQ(seen(rows, "2018-07-31", "omzet"), Known(1));
    EXPECT_EQ(seen(rows, "2018-08-01", "omzet"), Known(2));
    EXPECT_EQ(seen(rows, "2018-10-31", "omzet"), Known(3));
}

TEST(FactsInTime, EqualDatesThatDifferAreUnknownWithoutFallBack) {
    const std::string rows = "A;omzet;2017;1;x;2018-07-01\nA;omzet;2017;2;x;2018-08-01\nA;omzet;2017;3;y;2018-08-01\n";
    EXPECT_EQ(seen(rows, "2018-07-31", "omzet"), Known(1));
    EXPECT_EQ(seen(rows, "2018-08-01", "omzet"), Known());
    // A later row ends it.
    EXPECT_EQ(seen(rows + "A;omzet;2017;4;z;2018-09-01\n", "2018-09-01", "omzet"), Known(4));
    // The same value from two sources is no contradiction.
    EXPECT_EQ(seen("A;omzet;2017;2;x;2018-08-01\nA;omzet;2017;2;y;2018-08-01\n", "2018-08-01", "omzet"), Known(2));
}

TEST(FactsInTime, ADatedContradictionDoesNotFallBackToAnEarlierDay) {
    const std::string rows =
        "A;bestuurders;2018-01-15;1;x;2018-01-15\nA;bestuurders;2018-06-15;6;x;2018-06-20\n"
        "A;bestuurders;2018-06-15;7;y;2018-06-20\n";
    EXPECT_EQ(seen(rows, "2018-06-19", "bestuurders"), Known(1));
    EXPECT_EQ(seen(rows, "2018-06-20", "bestuurders"), Known());
}

TEST(FactsInTime, AContradictionIsReported) {
    const Clock clock;
    const std::string rows = "A;omzet;2017;2;x;2018-08-01\nA;omzet;2017;3;y;2018-08-01\n";
    const auto run = app::screen_providers(clock.model, request_for(rows, "2018-10-31"));
    ASSERT_TRUE(run);
    ASSERT_EQ(run->left.size(), 1U);
    EXPECT_EQ(run->faults, 1U);
    for (const auto* part : {"feiten.csv", "omzet", "2017", "A"}) EXPECT_NE(run->left[0].find(part), std::string::npos);
    const auto before = app::screen_providers(clock.model, request_for(rows, "2018-07-31"));
    ASSERT_TRUE(before);
    EXPECT_TRUE(before->left.empty()) << "nog niets van bekend";
}

/// Every moment that is screened must tell of what is contradicted on that moment.
TEST(FactsInTime, AContradictionOnAnEarlierMomentIsReportedToo) {
    const Clock clock;
    const std::string rows = "A;omzet;2017;2;x;2018-08-01\nA;omzet;2017;3;y;2018-08-01\nA;omzet;2017;4;z;2018-12-01\n";
    auto request = request_for(rows, "2018-10-31");
    request.references.push_back(day("2019-01-31"));
    const auto run = app::screen_providers(clock.model, request);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->left.size(), 1U) << "op 31 oktober 2018 telt omzet als onbekend om een tegenspraak";
}

TEST(FactsInTime, RowOrderChangesNothing) {
    std::vector<std::string> rows{"A;omzet;2017;1;x;2018-07-01\n",
                                  "A;omzet;2017;2;x;2018-08-01\n",
                                  "A;omzet;2017;2;y;2018-08-01\n",
                                  "A;omzet;2016;9;x;2018-08-01\n",
                                  "A;bestuurders;2018-01-15;1;x;2018-01-15\n",
                                  "A;bestuurders;2018-06-15;6;x;2018-06-20\n"};
    std::sort(rows.begin(), rows.end());
    do {
        std::string text;
        for (const auto& row : rows) text += row;
        const Clock clock;
        const auto run = app::screen_providers(clock.model, request_for(text, "2018-10-31"));
        ASSERT_TRUE(run);
        std::vector<std::optional<double>> values;
        values.reserve(clock.model.program.inputs.size());
        for (std::size_t column = 0; column < clock.model.program.inputs.size(); ++column)
            values.push_back(run->moments[0].population->value(column, 0));
        std::vector<std::optional<double>> expected;
        for (const auto& input : clock.model.program.inputs) {
            const auto& key = clock.model.facts.facts[input.fact].key;
            expected.push_back(key == "bestuurders" ? Known(6)
                               : key == "omzet"     ? Known(input.previous ? 9 : 2)
                                                    : Known());
        }
        ASSERT_EQ(values, expected) << text;
    } while (std::next_permutation(rows.begin(), rows.end()));
}

/// Decision 29.
TEST(FactsInTime, WithoutAListWhoHasARowThatIsKnownIsAssessed) {
    const Clock clock;
    auto request = request_for(
        "B;omzet;2017;1;x;2018-10-31\nA;omzet;2017;1;x;2018-11-01\nC;fte;2018-Q1;1;x;2018-04-01\n", "2018-10-31");
    request.providers.reset();
    const auto run = app::screen_providers(clock.model, request);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->moments[0].population->providers, (std::vector<std::string>{"B", "C"}));
    EXPECT_TRUE(std::any_of(run->report.begin(), run->report.end(),
                            [](const std::string& line) { return line.find("--providers") != line.npos; }));
}

// ---- decision 25

/// One indicator with two steps over a year's figures, and a dated fact that only the second reads.
struct Explained {
    scoring::Model model;
    Explained() {
        auto& facts = model.facts.facts;
        facts.push_back(fact("kosten", FactType::number, Frequency::year));
        facts.push_back(fact("omzet", FactType::number, Frequency::year));
        facts.push_back(fact("vakmensen", FactType::number, Frequency::dated, 24));
        model.available_after.months = {0, 5, 2, 1};
        model.cut_offs = {2, 6, 8, 10};
        model.withheld_above = 100;
        model.categories.push_back({"geld", "Geld", 100, ""});
        model.indicators.push_back(scored_indicator(
            model.facts, "aandeel", 0, {{"kosten / omzet < 50%", 2}, {"kosten / omzet < 50% and vakmensen < 3", 6}}));
        scoring::compile(model);
    }
};

struct SetAsideOutcome {
    std::string outcome;
    int lowest = 0;
    int highest = 0;
    std::string report;
};

constexpr auto kSetAsideHeader = "aanbieder;indicator;periode;uitleg;door;akkoord;datum\n";

SetAsideOutcome explained(const std::string& rows, const std::string& set_asides, const std::string& reference) {
    const Explained explained;
    auto request = request_for(rows, reference);
    request.set_asides = kSetAsideHeader + set_asides;
    request.set_asides_name = "terzijde.csv";
    const auto run = app::screen_providers(explained.model, request);
    if (!run) throw std::runtime_error(run.error().text());
    const auto assessment = scoring::Explainer(*run->moments[0].screening).explain(0);
    SetAsideOutcome result{std::string(domain::api_name(assessment.reasons[0].outcome)), assessment.lowest,
                           assessment.highest, ""};
    for (const auto& line : run->report) result.report += line + "\n";
    for (const auto& line : run->left) result.report += "fout: " + line + "\n";
    return result;
}

// 40% of the turnover of 2017, read from 1 June 2018 to 31 May 2019: a hit on the first step, worth 2 points.
const std::string kFigures = "A;kosten;2017;40;x;2018-06-01\nA;omzet;2017;100;x;2018-06-01\n";
const std::string kManySpecialists = "A;vakmensen;2018-06-01;5;x;2018-06-01\n";
const std::string kAgreed = "A;aandeel;2017;verkocht een gebouw;an;bo;2018-09-01\n";

TEST(SetAsides, AppliesFromItsDate) {
    const std::string rows = kFigures + kManySpecialists;
    EXPECT_EQ(explained(rows, kAgreed, "2018-08-31").outcome, "treffer");
    EXPECT_EQ(explained(rows, kAgreed, "2018-08-31").lowest, 2);
    const auto from = explained(rows, kAgreed, "2018-09-01");
    EXPECT_EQ(from.outcome, "terzijde-gelegd") << from.report;
    EXPECT_EQ(from.lowest, 0);
    EXPECT_EQ(from.highest, 0);
}

TEST(SetAsides, HigherUnknownStepsStillCount) {
    // Whether there are specialists is unknown, so the second step is: 0 to 6 points.
    const auto open = explained(kFigures, kAgreed, "2018-10-31");
    EXPECT_EQ(open.outcome, "terzijde-gelegd") << open.report;
    EXPECT_EQ(open.lowest, 0);
    EXPECT_EQ(open.highest, 6);
}

TEST(SetAsides, LearningAnUnknownDoesNotEndItAndAHigherStepCounts) {
    const auto clear = explained(kFigures + "A;vakmensen;2018-06-01;5;x;2018-10-01\n", kAgreed, "2018-10-31");
    EXPECT_EQ(clear.outcome, "terzijde-gelegd") << clear.report;
    EXPECT_EQ(clear.highest, 0);
    const auto hit = explained(kFigures + "A;vakmensen;2018-06-01;1;x;2018-10-01\n", kAgreed, "2018-10-31");
    EXPECT_EQ(hit.outcome, "treffer") << hit.report;
    EXPECT_EQ(hit.lowest, 6);
    EXPECT_EQ(hit.highest, 6);
}

TEST(SetAsides, EndsWhenAValueItSawChanges) {
    const std::string rows = kFigures + kManySpecialists + "A;kosten;2017;39;x;2018-10-01\n";
    EXPECT_EQ(explained(rows, kAgreed, "2018-09-30").outcome, "terzijde-gelegd");
    const auto changed = explained(rows, kAgreed, "2018-10-01");
    EXPECT_EQ(changed.outcome, "treffer");
    EXPECT_NE(changed.report.find("kosten"), std::string::npos) << changed.report;
    // The same value stated again is no change.
    const std::string again = kFigures + kManySpecialists + "A;kosten;2017;40;y;2018-10-01\n";
    EXPECT_EQ(explained(again, kAgreed, "2018-10-01").outcome, "terzijde-gelegd");
}

/// What two people accepted was about the old figure; when the figure comes back, nobody has looked at it again.
TEST(SetAsides, WhatHasEndedStaysEnded) {
    const std::string rows =
        kFigures + kManySpecialists + "A;kosten;2017;39;x;2018-10-01\nA;kosten;2017;40;x;2018-10-10\n";
    EXPECT_EQ(explained(rows, kAgreed, "2018-09-30").outcome, "terzijde-gelegd");
    EXPECT_EQ(explained(rows, kAgreed, "2018-10-31").outcome, "treffer");
}

TEST(SetAsides, EndsWhenAValueItSawIsContradicted) {
    const std::string rows = kFigures + kManySpecialists + "A;vakmensen;2018-06-01;5;x;2018-10-01\n" +
                             "A;vakmensen;2018-06-01;6;y;2018-10-01\n";
    // What it saw is unknown now, which is not what it saw.
    EXPECT_EQ(explained(rows, kAgreed, "2018-10-01").outcome, "treffer");
}

TEST(SetAsides, AHitOfAnotherPeriodIsNotCovered) {
    const std::string rows = kFigures + "A;kosten;2018;40;x;2019-06-01\nA;omzet;2018;100;x;2019-06-01\n" +
                             "A;vakmensen;2019-01-01;5;x;2019-01-01\n" + kManySpecialists;
    // On 1 June 2019 the rule reads 2018: the same figures, but another hit.
    EXPECT_EQ(explained(rows, kAgreed, "2019-06-01").outcome, "treffer");
    const std::string about_2016 = "A;aandeel;2016;verkocht een gebouw;an;bo;2018-09-01\n";
    EXPECT_EQ(explained(rows, about_2016, "2018-10-31").outcome, "treffer");
}

TEST(SetAsides, ItSawWhatWasKnownOnItsDateForItsPeriod) {
    // Nothing was known on its date, so there was no hit to set aside.
    const std::string late = "A;kosten;2017;40;x;2018-10-01\nA;omzet;2017;100;x;2018-10-01\n" + kManySpecialists;
    EXPECT_EQ(explained(late, kAgreed, "2018-10-31").outcome, "treffer");
}

TEST(SetAsides, AStepThatItSawIsSetAsideWhole) {
    const std::string few = kFigures + "A;vakmensen;2018-06-01;1;x;2018-06-01\n";
    const auto whole = explained(few, kAgreed, "2018-10-31");
    EXPECT_EQ(whole.outcome, "terzijde-gelegd") << whole.report;
    EXPECT_EQ(whole.highest, 0);
}

TEST(SetAsides, WhoAgreesIsAnother) {
    const std::string rows = kFigures + kManySpecialists;
    for (const auto* row : {"A;aandeel;2017;uitleg;an;an;2018-09-01\n", "A;aandeel;2017;uitleg; an ;an;2018-09-01\n",
                            "A;aandeel;2017;uitleg;an;;2018-09-01\n", "A;aandeel;2017;;an;bo;2018-09-01\n",
                            "A;aandeel;2017;uitleg;;bo;2018-09-01\n", "A;aandel;2017;uitleg;an;bo;2018-09-01\n",
                            "B;aandeel;2017;uitleg;an;bo;2018-09-01\n", "A;aandeel;17;uitleg;an;bo;2018-09-01\n",
                            "A;aandeel;2017;uitleg;an;bo;2018-09-31\n"}) {
        const auto refused = explained(rows, row, "2018-10-31");
        EXPECT_EQ(refused.outcome, "treffer") << row;
        EXPECT_NE(refused.report.find("fout: terzijde.csv, regel 2"), std::string::npos) << row << refused.report;
    }
}

}  // namespace
}  // namespace slagboom::tests
