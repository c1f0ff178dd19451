// Corners of decisions 16 to 23 that random models seldom touch, each worked out by hand.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "scoring/medians.h"
#include "scoring/screening.h"
#include "twin/model_in_sqlite.h"
#include "twin/random_models.h"

namespace slagboom::tests {
namespace {

using domain::Colour;
using domain::FactDefinition;
using domain::FactType;
using domain::Frequency;
using domain::Outcome;
using domain::Phase;
using scoring::Screening;

const Date kDay = *parse_iso_date("2018-10-31");

/// Green below 2, orange below 6, then light, middle (8) and dark red (10); more than 40% of hits is withheld.
struct Corner {
    scoring::Model model;
    std::vector<Row> rows;
    std::vector<scoring::AppliedSetAside> set_asides;
    scoring::Population population;

    Corner() {
        for (const auto& key : {"soort", "verbod", "waarde"}) {
            FactDefinition fact;
            fact.key = key;
            fact.label = key;
            fact.type = fact.key == "waarde" ? FactType::number : FactType::boolean;
            fact.frequency = Frequency::dated;
            fact.validity_months = 12;
            model.facts.facts.push_back(fact);
        }
        model.cut_offs = {2, 6, 8, 10};
        model.withheld_above = 40;
        model.urgency = {{scoring::UrgencyKey::sub_category, true}, {scoring::UrgencyKey::lowest, true}};
        model.categories.push_back({"alles", "Alles", 1000, ""});
    }

    void add_scored(const std::string& key, const std::vector<std::pair<std::string, int>>& steps) {
        model.indicators.push_back(scored_indicator(model.facts, key, 0, steps));
    }
    void add_knock_out(const std::string& key, int floor) {
        model.indicators.push_back(knock_out(model.facts, key, floor, "verbod"));
    }
    void add_rows(std::size_t count, const Row& row) { rows.insert(rows.end(), count, row); }

    Screening screen(Phase phase = Phase::monitoring) {
        scoring::compile(model);
        population = population_of(model, rows, kDay);
        return Screening(model, population, kDay, phase, set_asides);
    }
};

const CellName kValue{"waarde", false};
const CellName kBan{"verbod", false};
const CellName kKind{"soort", false};

// ---- what stands in the middle

std::vector<scoring::Median> medians_of(Corner& corner, const std::vector<double>& values) {
    corner.add_scored("a", {{"waarde >= 6 or waarde * 2 < 3", 6}});
    for (const double value : values) corner.rows.push_back({{kValue, value}});
    corner.add_rows(3, {});  // of whom nothing is known: they are no zero
    return scoring::medians(corner.screen());
}

TEST(Medians, AreOfTheLeftSideOfEachComparison) {
    Corner corner;
    const auto found = medians_of(corner, {9, 1, 8, 2, 7, 3, 6, 4, 5, 100});
    ASSERT_EQ(found.size(), 2U);
    // In order 1 2 3 4 5 | 6 7 8 9 100: halfway between 5 and 6; twice that for the other.
    EXPECT_EQ(found[0].part, "waarde >= 6");
    EXPECT_EQ(found[0].value, 5.5);
    EXPECT_EQ(found[1].part, "waarde * 2 < 3");
    EXPECT_EQ(found[1].value, 11);
    EXPECT_EQ(found[0].known, 10U);
}

TEST(Medians, OfAnOddNumberTheOneInTheMiddle) {
    Corner corner;
    EXPECT_EQ(medians_of(corner, {9, 1, 8, 2, 7, 3, 6, 4, 50, 100, 101}).front().value,
              7);  // 1 2 3 4 6 | 7 | 8 9 50 100 101
}

TEST(Medians, OfFewerThanTenThereIsNone) {
    Corner corner;
    EXPECT_TRUE(medians_of(corner, {1, 2, 3, 4, 5, 6, 7, 8, 9}).empty());
}

TEST(Medians, CountOnlyThoseToWhomTheQuestionApplies) {
    Corner corner;
    corner.add_scored("a", {{"waarde >= 6", 6}});
    corner.model.indicators.back().applies_to =
        scoring::Applicability{*expr::check_condition("soort", corner.model.facts), "daarom", {}, {}};
    for (int i = 1; i <= 10; ++i) corner.rows.push_back({{kValue, i}, {kKind, 1}});
    corner.add_rows(50, {{kValue, 1000}, {kKind, 0}});
    corner.add_rows(50, {{kValue, 1000}});
    const auto found = scoring::medians(corner.screen());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].value, 5.5);
    EXPECT_EQ(found[0].known, 10U);
}

// ---- decision 23

TEST(Urgency, TiesShareARankAndTheNextCountsThemAll) {
    Corner corner;
    corner.add_scored("a", {{"waarde >= 6", 6}, {"waarde >= 7", 7}, {"waarde >= 8", 8}, {"waarde >= 12", 12}});
    for (const double value : {8, 5, 12, 7, 8}) corner.rows.push_back({{kValue, value}});
    const Screening screening = corner.screen();
    EXPECT_EQ(screening.urgency_list(), (std::vector<std::size_t>{2, 0, 4, 3}));
    const std::vector<std::optional<std::size_t>> expected{2, std::nullopt, 1, 4, 2};
    for (std::size_t row = 0; row < expected.size(); ++row)
        EXPECT_EQ(screening.assess(row).urgency, expected[row]) << row;
}

TEST(Urgency, FollowsTheKeysAndDirectionsOfTheModel) {
    Corner corner;
    corner.add_scored("a", {{"waarde >= 6", 6}, {"waarde >= 7", 7}, {"waarde >= 12", 12}});
    corner.model.urgency = {{scoring::UrgencyKey::lowest, false}};
    for (const double value : {12, 6, 7}) corner.rows.push_back({{kValue, value}});
    EXPECT_EQ(corner.screen().urgency_list(), (std::vector<std::size_t>{1, 2, 0}));
    corner.model.urgency = {{scoring::UrgencyKey::sub_category, false}};
    const Screening by_sub_category = corner.screen();
    EXPECT_EQ(by_sub_category.assess(1).urgency, by_sub_category.assess(2).urgency) << "allebei lichtrood";
    EXPECT_EQ(by_sub_category.assess(0).urgency, std::optional<std::size_t>(3));
}

// ---- decision 17

/// `hits` and `clears`, then some whose value is unknown.
Screening with_hits(Corner& corner, std::size_t hits, std::size_t clears, std::size_t unknowns) {
    corner.add_rows(hits, {{kValue, 1}});
    corner.add_rows(clears, {{kValue, 0}});
    corner.add_rows(unknowns, {});
    return corner.screen();
}

TEST(Withheld, OnlyAboveTheShareAndFromThirtyOn) {
    struct Example {
        std::size_t hits, clears, unknowns;
        bool withheld;
    };
    // 12 of 30 is exactly 40%; 13 of 30 is above it. With 29 judged nothing is withheld, whatever they say.
    const std::vector<Example> examples{{12, 18, 0, false},  {13, 17, 0, true},  {29, 0, 0, false},
                                        {30, 0, 0, true},    {29, 0, 50, false}, {13, 17, 50, true},
                                        {12, 18, 50, false}, {40, 60, 0, false}, {41, 59, 0, true}};
    for (const auto& example : examples) {
        Corner corner;
        corner.add_scored("a", {{"waarde > 0", 3}});
        const Screening screening = with_hits(corner, example.hits, example.clears, example.unknowns);
        EXPECT_EQ(screening.context().withheld(0), example.withheld) << example.hits << " van " << example.clears;
        const auto hit = screening.assess(0);
        EXPECT_EQ(hit.lowest, example.withheld ? 0 : 3);
        EXPECT_EQ(hit.completeness.all, example.withheld ? 0 : 3);
    }
}

TEST(Withheld, NeverAboveOneHundredPercent) {
    Corner corner;
    corner.model.withheld_above = 100;
    corner.add_scored("a", {{"waarde > 0", 3}});
    EXPECT_FALSE(with_hits(corner, 50, 0, 0).context().withheld(0));
}

TEST(Withheld, OnlyWhoItAppliesToIsJudged) {
    Corner corner;
    corner.add_scored("a", {{"waarde > 0", 3}});
    corner.model.indicators[0].applies_to = scoring::Applicability{condition("soort", corner.model.facts), "", {}, {}};
    corner.add_rows(13, {{kValue, 1}, {kKind, 1}});
    corner.add_rows(16, {{kValue, 0}, {kKind, 1}});
    corner.add_rows(40, {{kValue, 1}, {kKind, 0}});  // not applicable
    corner.add_rows(40, {{kValue, 0}});              // applicability unknown
    EXPECT_FALSE(corner.screen().context().withheld(0)) << "29 beoordeeld";
    corner.add_rows(1, {{kValue, 0}, {kKind, 1}});
    const Screening screening = corner.screen();
    EXPECT_TRUE(screening.context().withheld(0)) << "13 van 30";
    scoring::Explainer explainer(screening);
    EXPECT_EQ(explainer.explain(0).reasons[0].outcome, Outcome::withheld);
    EXPECT_EQ(explainer.explain(29).reasons[0].outcome, Outcome::not_applicable);
}

TEST(Withheld, SetAsideHitsAreStillHits) {
    Corner corner;
    corner.add_scored("a", {{"waarde > 0", 3}});
    for (std::size_t row = 0; row < 13; ++row) corner.set_asides.push_back({row, 0, 1});
    EXPECT_TRUE(with_hits(corner, 13, 17, 0).context().withheld(0));
}

TEST(Withheld, NeverKnockOutsNorWhatIsWorthNothing) {
    Corner corner;
    corner.add_knock_out("uitsluiting", 10);
    corner.add_scored("toon", {{"waarde > 0", 0}});
    corner.add_rows(50, {{kValue, 1}, {kBan, 1}});
    const Screening screening = corner.screen();
    EXPECT_FALSE(screening.context().withheld(0));
    EXPECT_FALSE(screening.context().withheld(1));
    EXPECT_EQ(screening.assess(0).lowest, 10);
}

// ---- decision 20, as settled: where points were withheld an empty completeness is grey

TEST(Completeness, WherePointsWereWithheldItIsGreyWhateverTheKnockOutsSay) {
    Corner corner;
    corner.add_knock_out("uitsluiting", 10);
    corner.add_scored("vraag", {{"waarde > 0", 3}});
    corner.add_rows(40, {{kValue, 1}, {kBan, 0}});
    corner.add_rows(1, {{kValue, 1}, {kBan, 1}});
    const Screening screening = corner.screen();
    ASSERT_TRUE(screening.context().withheld(1));
    const auto clear = screening.assess(0);
    EXPECT_EQ(clear.colour, Colour::grey);
    EXPECT_EQ(clear.completeness.share(), std::nullopt);
    const auto banned = screening.assess(40);
    EXPECT_EQ(banned.lowest, 10);
    EXPECT_TRUE(banned.settled);
    EXPECT_EQ(banned.colour, Colour::grey);
    EXPECT_EQ(banned.sub_category, std::nullopt);
    EXPECT_EQ(banned.urgency, std::nullopt);
}

TEST(Completeness, WhereNothingCountsAndNothingIsWithheldItIsNotBelowTheFloor) {
    Corner corner;
    corner.model.completeness_floor = 100;
    corner.add_knock_out("uitsluiting", 10);
    corner.rows = {{{kBan, 0}}, {{kBan, 1}}, {}};
    const Screening screening = corner.screen();
    EXPECT_EQ(screening.assess(0).colour, Colour::green);
    EXPECT_EQ(screening.assess(1).colour, Colour::red);
    EXPECT_EQ(screening.assess(2).colour, Colour::grey) << "groen is altijd vast";
    for (std::size_t row = 0; row < 3; ++row) EXPECT_EQ(screening.assess(row).completeness.share(), std::nullopt);
}

TEST(Completeness, ExactlyTheFloorIsNotBelowIt) {
    Corner corner;
    corner.model.completeness_floor = 75;
    corner.add_scored("bekend", {{"verbod", 6}});
    corner.add_scored("open", {{"waarde > 0", 2}});
    corner.model.cut_offs = {2, 8, 9, 10};
    corner.rows = {{{kBan, 1}}};  // 6 of 8 points are certain: 75%; 6 to 8 is orange or red
    EXPECT_EQ(corner.screen().assess(0).colour, Colour::orange);
    corner.model.completeness_floor = 76;
    EXPECT_EQ(corner.screen().assess(0).colour, Colour::grey);
}

// ---- decision 18

TEST(Phases, AWordThatIsNoPhaseIsRefused) {
    EXPECT_EQ(domain::phase_named("poort"), Phase::poort);
    EXPECT_EQ(domain::phase_named("monitoring"), Phase::monitoring);
    for (const auto* word : {"", "Poort", "monitor", "poort ", "beide", "gate"})
        EXPECT_FALSE(domain::phase_named(word)) << word;
}

TEST(Phases, WhatDoesNotCountInThePhaseIsNotThere) {
    Corner corner;
    corner.add_knock_out("aan_de_poort", 10);
    corner.add_scored("later", {{"waarde > 0", 3}});
    corner.model.indicators[0].phases = {Phase::poort};
    corner.model.indicators[1].phases = {Phase::monitoring};
    corner.rows = {{{kValue, 1}, {kBan, 1}}, {}};
    const Screening monitoring = corner.screen();
    const auto now = scoring::Explainer(monitoring).explain(0);
    EXPECT_EQ(now.lowest, 3);
    ASSERT_EQ(now.reasons.size(), 1U);
    EXPECT_EQ(now.reasons[0].indicator, 1U);
    EXPECT_TRUE(now.knock_outs.empty());
    Corner gate = corner;
    const Screening poort = gate.screen(Phase::poort);
    const auto then = scoring::Explainer(poort).explain(0);
    EXPECT_EQ(then.lowest, 10);
    ASSERT_EQ(then.reasons.size(), 1U);
    EXPECT_EQ(then.completeness.all, 0);
}

TEST(Phases, WithNothingToCountEverybodyIsGreen) {
    Corner corner;
    corner.add_scored("later", {{"waarde > 0", 3}});
    corner.model.indicators[0].phases = {Phase::monitoring};
    corner.rows = {{}};
    const Screening screening = corner.screen(Phase::poort);
    EXPECT_EQ(screening.assess(0).colour, Colour::green);
    EXPECT_TRUE(scoring::Explainer(screening).explain(0).missing.empty());
}

/// Decisions 16, 18 and 19 together: where its applicability is unknown the knock-out is unknown, and an unknown one
/// lifts `highest`; or else the output must not call it unknown, for nobody could check `highest` by hand.
TEST(KnockOuts, OneThatIsCalledUnknownLiftsHighest) {
    Corner corner;
    corner.add_knock_out("uitsluiting", 10);
    corner.model.indicators[0].applies_to = scoring::Applicability{condition("soort", corner.model.facts), "", {}, {}};
    corner.rows = {{{kBan, 0}}, {{kBan, 1}}, {}};
    const Screening screening = corner.screen();
    for (std::size_t row = 0; row < corner.rows.size(); ++row) {
        const auto of = screening.assess(row);
        EXPECT_EQ(of.knock_outs[0].outcome == Outcome::unknown, of.highest == 10) << "aanbieder " << row;
        EXPECT_EQ(of.lowest, 0);
    }
}

// ---- decision 22

TEST(Missing, AnUnknownKnockOutAloneIsAsked) {
    Corner corner;
    corner.add_knock_out("uitsluiting", 10);
    corner.rows = {{}};
    const Screening screening = corner.screen(Phase::poort);
    const auto of = scoring::Explainer(screening).explain(0);
    EXPECT_EQ(of.colour, Colour::grey);
    ASSERT_EQ(of.missing.size(), 1U) << "ja maakt rood en nee maakt groen";
    EXPECT_EQ(of.missing[0].points, 10);
    EXPECT_TRUE(of.missing[0].changes_colour);
}

TEST(Missing, OnlyTheSubCategoryIsSaidToChangeWhereTheColourIsSettled) {
    Corner corner;
    corner.add_scored("bekend", {{"verbod", 6}});
    corner.add_scored("open", {{"waarde > 0", 4}});
    corner.rows = {{{kBan, 1}}};
    const Screening screening = corner.screen();
    const auto of = scoring::Explainer(screening).explain(0);
    ASSERT_EQ(of.missing.size(), 1U);
    EXPECT_EQ(of.missing[0].points, 4);
    EXPECT_FALSE(of.missing[0].changes_colour);
}

TEST(Missing, APointUnderACapIsNotCountedTwice) {
    Corner corner;
    corner.model.categories[0].cap = 5;
    corner.add_scored("een", {{"waarde > 0", 4}});
    corner.add_scored("twee", {{"verbod", 3}});
    corner.rows = {{}};
    const Screening screening = corner.screen();
    const auto of = scoring::Explainer(screening).explain(0);
    EXPECT_EQ(of.highest, 5);
    ASSERT_EQ(of.missing.size(), 2U);
    EXPECT_EQ(of.missing[0].points, 2) << "waarde: 5 − 3";
    EXPECT_EQ(of.missing[1].points, 1) << "verbod: 5 − 4";
}

TEST(Missing, NothingIsAskedWhereTheColourIsSettled) {
    Corner corner;
    corner.add_scored("bekend", {{"verbod", 10}});
    corner.add_scored("open", {{"waarde > 0", 4}});
    corner.rows = {{{kBan, 1}}};
    const Screening screening = corner.screen();
    EXPECT_TRUE(scoring::Explainer(screening).explain(0).missing.empty());
}

// ---- decision 25, in the score

TEST(SetAsideScore, TheSameExplanationTwiceIsTheSameAsOnce) {
    Corner corner;
    corner.add_scored("a", {{"waarde > 0", 3}, {"waarde > 5", 6}});
    corner.rows = {{{kValue, 1}}, {{kValue, 9}}};
    corner.set_asides = {{0, 0, 1}, {0, 0, 1}, {1, 0, 1}};
    const Screening screening = corner.screen();
    EXPECT_EQ(screening.assess(0).lowest, 0);
    EXPECT_EQ(screening.assess(1).lowest, 6) << "een hogere trede telt";
    ModelInSqlite sqlite;
    const auto sql = sqlite.assess({corner.model, kDay, Phase::monitoring}, corner.population.providers, corner.rows,
                                   {false}, corner.set_asides);
    ASSERT_EQ(sql.size(), 2U) << "een aanbieder is één rij, ook met twee verklaringen voor hetzelfde";
}

// ---- limits

/// kMaxIndicators indicators are allowed, so the model's SQL must be readable with as many (decision 40).
TEST(ModelLimits, SqliteReadsTheLargestModel) {
    for (const std::size_t count : {31U, 40U, 200U}) {
        Corner corner;
        for (std::size_t i = 0; i < count; ++i) corner.add_scored(fmt::format("v{:03}", i), {{"waarde > 0", 1}});
        corner.rows = {{{kValue, 1}}, {}};
        corner.model.categories[0].cap = 20000;
        const Screening screening = corner.screen();
        EXPECT_EQ(screening.assess(0).lowest, static_cast<int>(count));
        ModelInSqlite sqlite;
        const std::vector<bool> withheld(count, false);
        try {
            const auto sql = sqlite.assess({corner.model, kDay, Phase::monitoring}, corner.population.providers,
                                           corner.rows, withheld, {});
            ASSERT_EQ(sql.size(), 2U);
            EXPECT_EQ(sql[0].lowest, static_cast<int>(count));
        } catch (const std::runtime_error& problem) {
            ADD_FAILURE() << count << " indicatoren: " << problem.what();
        }
    }
}

/// The most points that a model may have: 200 indicators of 100 points under a cap of 20 000.
TEST(ModelLimits, TheLargestSumsFit) {
    Corner corner;
    corner.model.withheld_above = 100;
    corner.model.completeness_floor = 100;
    corner.model.categories[0].cap = scoring::kMaxCap;
    for (std::size_t i = 0; i < scoring::kMaxIndicators; ++i)
        corner.add_scored(fmt::format("v{:03}", i), {{"waarde > 0", scoring::kMaxPoints}});
    corner.rows = {{{kValue, 1}}, {{kValue, 0}}, {}};
    const Screening screening = corner.screen();
    EXPECT_EQ(screening.assess(0).lowest, 20000);
    EXPECT_EQ(screening.assess(0).completeness.known, 20000);
    EXPECT_EQ(screening.assess(1).highest, 0);
    EXPECT_EQ(screening.assess(2).lowest, 0);
    EXPECT_EQ(screening.assess(2).highest, 20000);
    EXPECT_EQ(screening.assess(2).colour, Colour::grey);
}

/// Every category may have a cap of 20 000 of its own.
TEST(ModelLimits, SumsOverManyCategoriesFit) {
    Corner corner;
    corner.model.categories.clear();
    for (std::size_t i = 0; i < scoring::kMaxIndicators; ++i) {
        corner.model.categories.push_back({fmt::format("c{:03}", i), "C", scoring::kMaxCap, ""});
        corner.model.indicators.push_back(
            scored_indicator(corner.model.facts, fmt::format("v{:03}", i), i, {{"waarde > 0", scoring::kMaxPoints}}));
    }
    corner.rows = {{{kValue, 1}}};
    EXPECT_EQ(corner.screen().assess(0).lowest, 20000);
}

TEST(ModelLimits, NobodyIsAPopulationToo) {
    Corner corner;
    corner.add_scored("a", {{"waarde > 0", 3}});
    const Screening screening = corner.screen();
    EXPECT_EQ(screening.distribution().total, 0U);
    EXPECT_TRUE(screening.urgency_list().empty());
}

}  // namespace
}  // namespace slagboom::tests
