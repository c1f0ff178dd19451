// Random models before three judges that share no code: the engine, a slow twin and SQLite; then what decisions 15 to
// 23 promise of every model. SLAGBOOM_SEED repeats a run.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/screen_providers.h"
#include "files/screening_json.h"
#include "scoring/screening.h"
#include "twin/chosen_seed.h"
#include "twin/matters_by_force.h"
#include "twin/model_in_sqlite.h"
#include "twin/random_models.h"
#include "twin/three_answers.h"

namespace slagboom::tests {
namespace {

using domain::Colour;
using domain::Outcome;
using domain::Phase;
using nlohmann::json;
using scoring::Assessment;
using scoring::Screening;

constexpr int kModels = 240;
constexpr int kModelsPerSql = 5;  // SQLite takes milliseconds per provider
constexpr int kModelsInTheMiddle = 120;
constexpr int kModelsByForce = 400;
constexpr int kModelsThroughFiles = 14;

/// A random model with a population, set-asides and a phase, and what the twin thinks of it.
struct Trial {
    ModelCase drawn;
    std::vector<Row> rows;
    Phase phase = Phase::monitoring;
    std::vector<scoring::AppliedSetAside> set_asides;
    scoring::Population population;

    TwinScreening twin() const { return {drawn.model, drawn.world.reference, phase}; }
    Screening screen(const scoring::Division& division = {}) const {
        return Screening(drawn.model, population, drawn.world.reference, phase, set_asides, division);
    }
    std::string account() const {
        return fmt::format("{}\npeildatum {}, fase {}, {} aanbieders\n{}", judge_seed_text(),
                           drawn.world.reference.iso(), domain::api_name(phase), rows.size(), model_text(drawn.model));
    }
    std::string account(std::size_t row) const {
        std::string text =
            account() + fmt::format("aanbieder {}\n{}", population.providers[row], cells_text(rows[row]));
        for (const auto& set_aside : set_asides) {
            if (set_aside.row == row)
                text += fmt::format("  terzijde: {} tot en met trede {}\n",
                                    drawn.model.indicators[set_aside.indicator].key, set_aside.step);
        }
        return text;
    }
};

/// Filled in place: screenings point into it.
void draw(Random& random, Trial& trial, bool set_asides_on_hits_only, std::size_t most_rows = 80) {
    trial.drawn = random_model_case(random, 1 + random.below(most_rows));
    trial.rows = trial.drawn.world.rows;
    forget(random, trial.rows, static_cast<unsigned>(random.below(61)));
    trial.phase = random.chance(70) ? Phase::monitoring : Phase::poort;
    trial.set_asides = random_set_asides(random, trial.twin(), trial.rows, set_asides_on_hits_only);
    trial.population = population_of(trial.drawn.model, trial.rows, trial.drawn.world.reference);
}

std::vector<TwinAssessment> twin_all(const Trial& trial, const TwinContext& context) {
    std::vector<TwinAssessment> result;
    for (std::size_t row = 0; row < trial.rows.size(); ++row) {
        const AsideSteps aside = aside_steps(trial.drawn.model, trial.set_asides, row);
        result.push_back(twin_assess(trial.twin(), context, trial.rows[row], aside));
    }
    return result;
}

std::string words(const Outcome outcome) { return std::string(domain::api_name(outcome)); }

// ---- engine, twin and SQLite

void expect_context(const Trial& trial, const Screening& screening, const TwinContext& twin) {
    for (std::size_t i = 0; i < twin.withheld.size(); ++i) {
        const auto& rate = screening.context().indicators[i];
        EXPECT_EQ(rate.count.hits, twin.hits[i]) << trial.account() << "indicator " << i;
        EXPECT_EQ(rate.count.clears, twin.clears[i]) << trial.account() << "indicator " << i;
        EXPECT_EQ(rate.withheld, twin.withheld[i]) << trial.account() << "indicator " << i;
    }
}

void expect_indicators(const Trial& trial, const Assessment& engine, const TwinAssessment& twin) {
    std::size_t expected = 0;
    for (const auto& outcome : twin.outcomes) expected += outcome ? 1U : 0U;
    ASSERT_EQ(engine.reasons.size(), expected) << trial.account();
    for (const auto& reason : engine.reasons) {
        const auto& indicator = trial.drawn.model.indicators[reason.indicator];
        const auto points = [&](std::size_t step) { return step == 0 ? 0 : indicator.steps[step - 1].points; };
        const auto& outcome = twin.outcomes[reason.indicator];
        ASSERT_TRUE(outcome) << trial.account(engine.row) << indicator.key << " telt niet in deze fase";
        EXPECT_EQ(words(reason.outcome), words(*outcome)) << trial.account(engine.row) << indicator.key;
        EXPECT_EQ(reason.points, points(twin.lowest_steps[reason.indicator]))
            << trial.account(engine.row) << indicator.key;
        EXPECT_EQ(reason.possible_points, points(twin.highest_steps[reason.indicator]))
            << trial.account(engine.row) << indicator.key;
    }
}

void expect_numbers(const Trial& trial, const Assessment& engine, const TwinAssessment& twin) {
    const auto account = [&] { return trial.account(engine.row); };  // costly, so only for a failure
    EXPECT_EQ(engine.lowest, twin.lowest) << account();
    EXPECT_EQ(engine.highest, twin.highest) << account();
    EXPECT_EQ(engine.completeness.known, twin.known) << account();
    EXPECT_EQ(engine.completeness.all, twin.all) << account();
    EXPECT_EQ(domain::api_name(engine.colour), domain::api_name(twin.colour)) << account();
    EXPECT_EQ(engine.sub_category, twin.sub_category) << account();
    EXPECT_EQ(engine.settled, twin.settled) << account();
    EXPECT_EQ(engine.possible_colours, twin.possible_colours) << account();
    EXPECT_EQ(engine.possible_sub_categories, twin.possible_sub_categories) << account();
}

void expect_distribution(const Trial& trial, const Screening& screening, const std::vector<TwinAssessment>& twin) {
    std::array<std::size_t, 4> colours{};
    std::array<std::size_t, 3> sub_categories{};
    std::size_t settled = 0;
    for (const auto& of : twin) {
        ++colours[static_cast<std::size_t>(of.colour)];
        if (of.sub_category) ++sub_categories[static_cast<std::size_t>(*of.sub_category)];
        settled += of.settled && of.colour != Colour::grey ? 1U : 0U;
    }
    const scoring::Distribution engine = screening.distribution();
    EXPECT_EQ(engine.colours, colours) << trial.account();
    EXPECT_EQ(engine.sub_categories, sub_categories) << trial.account();
    EXPECT_EQ(engine.settled, settled) << trial.account();
    EXPECT_EQ(engine.total, twin.size()) << trial.account();
}

/// Decision 21: greys form their own list, ordered by `highest`. Decision 23: the urgency list is by rank.
void expect_lists(const Trial& trial, const Screening& screening, const std::vector<TwinAssessment>& twin) {
    const auto ranks = twin_urgency(trial.drawn.model, twin);
    std::vector<std::size_t> listed;
    for (const std::size_t row : screening.urgency_list()) listed.push_back(ranks[row].value_or(0));
    EXPECT_TRUE(std::is_sorted(listed.begin(), listed.end())) << trial.account();
    EXPECT_EQ(std::count(listed.begin(), listed.end(), 0U), 0) << trial.account();
    EXPECT_EQ(listed.size(),
              ranks.size() - static_cast<std::size_t>(std::count(ranks.begin(), ranks.end(), std::nullopt)));
    const std::vector<std::size_t> greys = screening.grey_list();
    for (std::size_t i = 0; i < greys.size(); ++i) {
        EXPECT_EQ(twin[greys[i]].colour, Colour::grey) << trial.account(greys[i]);
        if (i > 0) {
            EXPECT_GE(twin[greys[i - 1]].highest, twin[greys[i]].highest) << trial.account(greys[i]);
        }
    }
    EXPECT_EQ(greys.size(), screening.distribution().colours[static_cast<std::size_t>(Colour::grey)]);
}

void expect_sql(const Trial& trial, const SqlAssessment& sql, std::size_t row, const TwinAssessment& twin) {
    const auto account = [&] { return trial.account(row); };
    EXPECT_EQ(sql.provider, trial.population.providers[row]) << account();
    EXPECT_EQ(sql.lowest, twin.lowest) << account();
    EXPECT_EQ(sql.highest, twin.highest) << account();
    const auto share = twin.all == 0 ? std::nullopt : std::optional(static_cast<double>(twin.known) / twin.all);
    EXPECT_EQ(sql.completeness, share) << account();
    EXPECT_EQ(sql.colour, domain::api_name(twin.colour)) << account();
    for (std::size_t i = 0; i < twin.outcomes.size(); ++i) {
        ASSERT_EQ(sql.outcomes[i].has_value(), twin.outcomes[i].has_value()) << account();
        if (sql.outcomes[i]) {
            EXPECT_EQ(*sql.outcomes[i], words(*twin.outcomes[i])) << account() << i;
        }
    }
}

/// How often each thing happened: a generator that has gone dull would make everything pass.
struct Seen {
    std::array<std::size_t, 6> outcomes{};
    std::array<std::size_t, 4> colours{};
    std::size_t withheld = 0;
    std::size_t grey_by_withholding = 0;
    std::size_t capped = 0;

    void add(const Trial& trial, const TwinAssessment& of, const Assessment& engine) {
        for (const auto& outcome : of.outcomes) {
            if (outcome) ++outcomes[static_cast<std::size_t>(*outcome)];
        }
        ++colours[static_cast<std::size_t>(of.colour)];
        grey_by_withholding += of.settled && of.colour == Colour::grey ? 1U : 0U;
        for (const auto& sum : engine.categories)
            capped += sum.lowest_sum > trial.drawn.model.categories[sum.category].cap ? 1U : 0U;
    }
    void print() const {
        std::cout << "uitkomsten";
        for (std::size_t i = 0; i < outcomes.size(); ++i)
            std::cout << ' ' << words(static_cast<Outcome>(i)) << ' ' << outcomes[i];
        std::cout << "; kleuren";
        for (std::size_t i = 0; i < colours.size(); ++i)
            std::cout << ' ' << domain::api_name(static_cast<Colour>(i)) << ' ' << colours[i];
        std::cout << "; " << withheld << " indicatoren niet meegeteld, " << grey_by_withholding
                  << " keer daardoor grijs, " << capped << " keer een plafond" << '\n';
    }
};

void expect_engine_is_twin(const Trial& trial, const std::vector<TwinAssessment>& twin, Seen& seen) {
    const Screening screening = trial.screen();
    const auto ranks = twin_urgency(trial.drawn.model, twin);
    scoring::Explainer explainer(screening);
    for (std::size_t row = 0; row < trial.rows.size() && !testing::Test::HasFailure(); ++row) {
        const Assessment engine = explainer.explain(row);
        expect_numbers(trial, engine, twin[row]);
        expect_indicators(trial, engine, twin[row]);
        EXPECT_EQ(engine.urgency, ranks[row]) << trial.account(row);
        seen.add(trial, twin[row], engine);
    }
    expect_distribution(trial, screening, twin);
    expect_lists(trial, screening, twin);
}

void expect_sql_is_twin(ModelInSqlite& sqlite, const Trial& trial, const TwinContext& context,
                        const std::vector<TwinAssessment>& twin) {
    const auto sql =
        sqlite.assess(trial.twin(), trial.population.providers, trial.rows, context.withheld, trial.set_asides);
    ASSERT_EQ(sql.size(), trial.rows.size()) << trial.account();
    for (std::size_t row = 0; row < sql.size() && !testing::Test::HasFailure(); ++row)
        expect_sql(trial, sql[row], row, twin[row]);
}

TEST(ModelJudges, EngineTwinAndSqliteAgree) {
    Random random(judge_seed() + 101);
    ModelInSqlite sqlite;
    Seen seen;
    for (int i = 0; i < kModels && !HasFailure(); ++i) {
        Trial trial;
        draw(random, trial, false);
        const TwinContext context = twin_context(trial.twin(), trial.rows);
        expect_context(trial, trial.screen(), context);
        seen.withheld += static_cast<std::size_t>(std::count(context.withheld.begin(), context.withheld.end(), true));
        const auto twin = twin_all(trial, context);
        expect_engine_is_twin(trial, twin, seen);
        if (i % kModelsPerSql == 0) expect_sql_is_twin(sqlite, trial, context, twin);
    }
    seen.print();
    EXPECT_GT(*std::min_element(seen.outcomes.begin(), seen.outcomes.end()), 20U);
    EXPECT_GT(*std::min_element(seen.colours.begin(), seen.colours.end()), 20U);
    EXPECT_GT(std::min({seen.withheld, seen.grey_by_withholding, seen.capped}), 3U);
}

// ---- decision 19 by hand, from the output

json json_of(const Screening& screening) {
    std::ostringstream out;
    files::write_screening_json(screening, out);
    return json::parse(out.str());
}

int whole(const json& value) { return value.get<int>(); }
std::string word(const json& value) { return value.get<std::string>(); }

std::string colour_word(const scoring::CutOffs& cut_offs, int score) {
    if (score >= cut_offs.light_red) return "rood";
    return score >= cut_offs.orange ? "oranje" : "groen";
}

std::string sub_category_word(const scoring::CutOffs& cut_offs, int score) {
    if (score >= cut_offs.dark_red) return "donkerrood";
    return score >= cut_offs.middle_red ? "middenrood" : "lichtrood";
}

/// The higher of the sum under caps and the floors, at one end.
int score_by_hand(const json& of, const std::string& end, const std::vector<std::string>& outcomes_that_lift) {
    int sum = 0;
    int floor = 0;
    for (const auto& category : of.at("categorieen")) {
        const int counted = std::min(whole(category.at("plafond")), whole(category.at(end).at("som")));
        EXPECT_EQ(category.at(end).at("geteld"), counted);
        sum += counted;
    }
    for (const auto& knockout : of.at("knockouts")) {
        const std::string outcome = word(knockout.at("uitkomst"));
        const bool lifts =
            std::find(outcomes_that_lift.begin(), outcomes_that_lift.end(), outcome) != outcomes_that_lift.end();
        if (lifts) floor = std::max(floor, whole(knockout.at("vloer")));
    }
    return std::max(sum, floor);
}

/// The points of the reasons of one category. Which indicator is in which category stands in the model.
/// From the output alone: the model is not looked at.
int points_of_category(const json& of, const std::string& category, const std::string& points) {
    int sum = 0;
    for (const auto& reason : of.at("redenen")) {
        if (reason.at("categorie") == category) sum += whole(reason.at(points));
    }
    return sum;
}

std::string colour_by_hand(const scoring::Model& model, const json& of) {
    const std::string lowest = colour_word(model.cut_offs, whole(of.at("laagste")));
    const bool settled = lowest == colour_word(model.cut_offs, whole(of.at("hoogste")));
    const json& share = of.at("volledigheid");
    const auto& reasons = of.at("redenen");
    const bool withheld = std::any_of(reasons.begin(), reasons.end(),
                                      [](const json& reason) { return reason.at("uitkomst") == "niet-meegeteld"; });
    if (share.is_null() && withheld) return "grijs";
    // Both quotients of small whole numbers are rounded from the same side, so equal stays equal.
    const bool below = !share.is_null() && share.get<double>() < model.completeness_floor / 100.0;
    return !settled && (below || lowest == "groen") ? "grijs" : lowest;
}

void check_ranges_by_hand(const scoring::Model& model, const json& of) {
    std::vector<std::string> colours;
    std::vector<std::string> sub_categories;
    for (int score = whole(of.at("laagste")); score <= whole(of.at("hoogste")); ++score) {
        const std::string colour = colour_word(model.cut_offs, score);
        const std::string sub = sub_category_word(model.cut_offs, score);
        if (colours.empty() || colours.back() != colour) colours.push_back(colour);
        if (colour == "rood" && (sub_categories.empty() || sub_categories.back() != sub)) sub_categories.push_back(sub);
    }
    EXPECT_EQ(of.at("mogelijkeKleuren"), json(colours));
    EXPECT_EQ(of.at("mogelijkeSubcategorieen"), json(sub_categories));
    EXPECT_EQ(of.at("vast"), colours.size() == 1);
    const bool red = of.at("kleur") == "rood";
    EXPECT_EQ(of.at("subcategorie"), red ? json(sub_category_word(model.cut_offs, whole(of.at("laagste")))) : json());
    EXPECT_EQ(of.at("urgentie").is_null(), !red);
}

void check_by_hand(const scoring::Model& model, const json& of) {
    EXPECT_EQ(of.at("laagste"), score_by_hand(of, "laagste", {"treffer"}));
    EXPECT_EQ(of.at("hoogste"), score_by_hand(of, "hoogste", {"treffer", "onbekend"}));
    ASSERT_EQ(of.at("categorieen").size(), model.categories.size());
    for (std::size_t i = 0; i < model.categories.size(); ++i) {
        const json& category = of.at("categorieen")[i];
        const std::string key = word(category.at("categorie"));
        EXPECT_EQ(category.at("plafond"), model.categories[i].cap) << key;
        EXPECT_EQ(category.at("laagste").at("som"), points_of_category(of, key, "punten")) << key;
        EXPECT_EQ(category.at("hoogste").at("som"), points_of_category(of, key, "mogelijkePunten")) << key;
    }
    EXPECT_EQ(of.at("kleur"), colour_by_hand(model, of));
    check_ranges_by_hand(model, of);
}

TEST(ModelJudges, TheOutputAddsUpByHand) {
    Random random(judge_seed() + 102);
    for (int i = 0; i < kModelsInTheMiddle / 2 && !HasFailure(); ++i) {
        Trial trial;
        draw(random, trial, false, 40);
        const Screening screening = trial.screen();
        const json written = json_of(screening);
        ASSERT_EQ(written.at("beoordelingen").size(), trial.rows.size());
        for (std::size_t row = 0; row < trial.rows.size() && !HasFailure(); ++row) {
            const json& of = written.at("beoordelingen")[row];
            EXPECT_EQ(of.at("aanbieder"), trial.population.providers[row]);
            check_by_hand(trial.drawn.model, of);
            if (HasFailure()) std::cout << trial.account(row) << of.dump(1) << '\n';
        }
    }
}

// ---- monotone and sound in a fixed context

/// A row scored on its own with the context of another run (decision 15).
scoring::Scores scores_in(const Trial& trial, const scoring::RunContext& context, const std::vector<Row>& rows,
                          std::size_t original) {
    const columns::Table table = table_for(trial.drawn.model.program, trial.drawn.model.facts, rows);
    auto codes = scoring::evaluate_rules(trial.drawn.model, table, trial.drawn.world.reference);
    std::vector<scoring::AppliedSetAside> moved;
    for (const auto& set_aside : trial.set_asides) {
        for (std::size_t row = 0; row < rows.size() && set_aside.row == original; ++row)
            moved.push_back({row, set_aside.indicator, set_aside.step});
    }
    scoring::apply_set_asides(codes, moved);
    return scoring::score(trial.drawn.model, trial.phase, context, codes);
}

/// The row, then the row with one more cell each time, in random order, until nothing is missing.
std::vector<Row> fillings(Random& random, const World& world, const Row& start) {
    std::vector<CellName> missing;
    for (const CellName& cell : all_cells(world.facts)) {
        if (!start.contains(cell)) missing.push_back(cell);
    }
    for (std::size_t i = missing.size(); i > 1; --i) std::swap(missing[i - 1], missing[random.below(i)]);
    std::vector<Row> rows{start};
    for (const CellName& cell : missing) {
        rows.push_back(rows.back());
        const Row& example = random.pick(world.rows);
        const auto found = example.find(cell);
        const double fresh = random_value(random, definition_of(world.facts, cell.fact));
        rows.back()[cell] = found == example.end() ? fresh : found->second;
    }
    return rows;
}

TEST(ModelJudges, FillingCellsNeverLeavesTheInterval) {
    Random random(judge_seed() + 103);
    std::size_t narrowed = 0;
    for (int i = 0; i < kModelsInTheMiddle && !HasFailure(); ++i) {
        Trial trial;
        draw(random, trial, true, 50);
        const Screening screening = trial.screen();
        for (int repeat = 0; repeat < 15; ++repeat) {
            const std::size_t row = random.below(trial.rows.size());
            const auto rows = fillings(random, trial.drawn.world, trial.rows[row]);
            const auto scores = scores_in(trial, screening.context(), rows, row);
            ASSERT_EQ(scores.lowest[0], screening.scores().lowest[row]) << trial.account(row);
            ASSERT_EQ(scores.highest[0], screening.scores().highest[row]) << trial.account(row);
            for (std::size_t k = 0; k < rows.size(); ++k) {
                ASSERT_LE(scores.lowest[k], scores.highest[k]) << trial.account(row) << cells_text(rows[k]);
                if (k == 0) continue;
                const auto account = [&] { return trial.account(row) + "gevuld\n" + cells_text(rows[k]); };
                ASSERT_GE(scores.lowest[k], scores.lowest[k - 1]) << account();
                ASSERT_LE(scores.highest[k], scores.highest[k - 1]) << account();
                narrowed +=
                    scores.highest[k] - scores.lowest[k] < scores.highest[k - 1] - scores.lowest[k - 1] ? 1U : 0U;
            }
        }
    }
    EXPECT_GT(narrowed, 100U);
}

// ---- decision 22

struct Tally {
    std::size_t providers = 0;
    std::size_t listed = 0;
    std::size_t listed_in_vain = 0;
    std::size_t listed_for_more = 0;  ///< changes only the sub-category, and is listed as changing the colour
    std::size_t shown = 0;
};

std::string missing_text(const scoring::Model& model, const Assessment& of) {
    std::string text = "op de lijst:";
    for (const auto& missing : of.missing) {
        const auto& input = model.program.inputs[missing.column];
        text += fmt::format(" {}{} ({} punten, {})", model.facts.facts[input.fact].key, input.previous ? "__vorig" : "",
                            missing.points, missing.changes_colour ? "kleur" : "subcategorie");
    }
    return text + "\n";
}

CellName cell_of(const scoring::Model& model, std::size_t column) {
    const auto& input = model.program.inputs[column];
    return {model.facts.facts[input.fact].key, input.previous};
}

std::set<CellName> read_in_phase(const Trial& trial) {
    std::set<CellName> result;
    for (const auto& indicator : trial.drawn.model.indicators) {
        if (twin_counts(indicator, trial.phase)) result.merge(twin_reads(indicator));
    }
    return result;
}

void expect_sound_list(const Trial& trial, const Assessment& engine, const std::map<CellName, Matters>& by_force,
                       Tally& tally) {
    const scoring::Model& model = trial.drawn.model;
    std::map<CellName, bool> listed;
    for (const auto& missing : engine.missing) listed[cell_of(model, missing.column)] = missing.changes_colour;
    for (const auto& [cell, matters] : by_force) {
        if (matters.how == Matters::How::not_at_all) continue;
        ++tally.shown;
        const auto account = [&] {
            return trial.account(engine.row) + missing_text(model, engine) + cell.fact +
                   (cell.previous ? "__vorig" : "") + " doet ertoe:\n" + matters.example;
        };
        ASSERT_TRUE(listed.contains(cell)) << account();
        const bool for_colour = matters.how == Matters::How::colour;
        ASSERT_TRUE(listed[cell] || !for_colour) << account();
        tally.listed_for_more += listed[cell] && !for_colour ? 1U : 0U;
    }
    for (const auto& [cell, changes_colour] : listed) {
        const auto found = by_force.find(cell);
        ++tally.listed;
        tally.listed_in_vain += found == by_force.end() || found->second.how == Matters::How::not_at_all ? 1U : 0U;
    }
}

/// Only what is missing and read, each once, with its points, the most points first and then by key.
void expect_orderly_list(const Trial& trial, const Assessment& engine, const TwinAssessment& twin) {
    const scoring::Model& model = trial.drawn.model;
    const auto account = [&] { return trial.account(engine.row) + missing_text(model, engine); };
    const auto read = read_in_phase(trial);
    std::set<CellName> once;
    std::vector<std::pair<int, std::string>> order;
    for (const auto& missing : engine.missing) {
        const CellName cell = cell_of(model, missing.column);
        EXPECT_FALSE(trial.rows[engine.row].contains(cell)) << account() << cell.fact << " is bekend";
        EXPECT_TRUE(read.contains(cell)) << account() << cell.fact << " leest in deze fase niemand";
        EXPECT_TRUE(once.insert(cell).second) << account();
        EXPECT_EQ(missing.points, twin_points_of(trial.twin(), twin, cell)) << account() << cell.fact;
        EXPECT_EQ(missing.period, model.period_of(model.program.inputs[missing.column], trial.drawn.world.reference));
        order.emplace_back(-missing.points, cell.fact);
    }
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end())) << account();
}

/// Fills the rows until each misses at most six of the cells that rules read.
void leave_few_missing(Random& random, Trial& trial) {
    std::vector<CellName> read;
    read.reserve(trial.drawn.model.program.inputs.size());
    for (std::size_t column = 0; column < trial.drawn.model.program.inputs.size(); ++column)
        read.push_back(cell_of(trial.drawn.model, column));
    for (Row& row : trial.rows) {
        for (const CellName& cell : all_cells(trial.drawn.world.facts)) {
            const double value = random_value(random, definition_of(trial.drawn.world.facts, cell.fact));
            row.try_emplace(cell, value);
        }
        const std::size_t count = 1 + random.below(6);
        for (std::size_t i = 0; i < count && !read.empty(); ++i) row.erase(random.pick(read));
    }
}

TEST(ModelJudges, TheListOfMissingFactsIsSound) {
    Random random(judge_seed() + 104);
    Tally tally;
    for (int i = 0; i < kModelsByForce && !HasFailure(); ++i) {
        Trial trial;
        draw(random, trial, true, 60);
        leave_few_missing(random, trial);
        trial.set_asides = random_set_asides(random, trial.twin(), trial.rows, true);
        trial.population = population_of(trial.drawn.model, trial.rows, trial.drawn.world.reference);
        const Screening screening = trial.screen();
        const TwinContext context = twin_context(trial.twin(), trial.rows);
        scoring::Explainer explainer(screening);
        for (int repeat = 0; repeat < 4 && !HasFailure(); ++repeat) {
            const std::size_t row = random.below(trial.rows.size());
            const Assessment engine = explainer.explain(row);
            const AsideSteps aside = aside_steps(trial.drawn.model, trial.set_asides, row);
            const TwinAssessment twin = twin_assess(trial.twin(), context, trial.rows[row], aside);
            ++tally.providers;
            expect_orderly_list(trial, engine, twin);
            const auto by_force = what_matters(random, trial.twin(), context, trial.rows[row], aside);
            expect_sound_list(trial, engine, by_force, tally);
        }
    }
    std::cout << tally.providers << " aanbieders; " << tally.listed << " feiten op de lijst, waarvan "
              << tally.listed_in_vain << " vergeefs ("
              << (tally.listed == 0 ? 0 : tally.listed_in_vain * 100 / tally.listed) << "%); " << tally.shown
              << " doen er volgens het proberen toe; " << tally.listed_for_more
              << " veranderen alleen de subcategorie en staan er als kleur" << '\n';
    EXPECT_TRUE(tally.shown > 100 || HasFailure());
}

// ---- same input, same bytes

std::string json_text(const Screening& screening) {
    std::ostringstream out;
    files::write_screening_json(screening, out);
    return out.str();
}

std::string dutch_decimal(double value) {
    std::string text = fmt::format("{:.30f}", value);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string cell_text(const domain::FactDefinition& fact, double value) {
    switch (fact.type) {
        case domain::FactType::number:
            return dutch_decimal(value);
        case domain::FactType::amount: {
            const auto cents = static_cast<std::int64_t>(std::abs(value));
            return fmt::format("{}{},{:02}", value < 0 ? "-" : "", cents / 100, cents % 100);
        }
        case domain::FactType::boolean:
            return value != 0 ? "ja" : "nee";
        case domain::FactType::date:
            return Date{static_cast<std::int32_t>(value)}.iso();
        case domain::FactType::choice:
            break;
    }
    return fact.options[static_cast<std::size_t>(value)].key;
}

using Lines = std::vector<std::string>;

/// Wide: a line per provider.
Lines wide_lines(const Trial& trial) {
    const auto cells = all_cells(trial.drawn.model.facts);
    Lines lines{"aanbieder"};
    for (const CellName& cell : cells) lines[0] += ";" + cell.fact + (cell.previous ? "__vorig" : "");
    for (std::size_t row = 0; row < trial.rows.size(); ++row) {
        std::string line = trial.population.providers[row];
        for (const CellName& cell : cells) {
            const auto found = trial.rows[row].find(cell);
            line += ";";
            if (found != trial.rows[row].end())
                line += cell_text(definition_of(trial.drawn.model.facts, cell.fact), found->second);
        }
        lines.push_back(line);
    }
    return lines;
}

/// Long: a line per fact, with older and later ones that must not count.
Lines long_lines(Random& random, const Trial& trial) {
    const scoring::Model& model = trial.drawn.model;
    const Date today = trial.drawn.world.reference;
    Lines lines{"aanbieder;feit;periode;waarde;bron;datum"};
    const auto add = [&](std::size_t row, const CellName& cell, domain::Period period, double value, Date known) {
        const auto& fact = definition_of(model.facts, cell.fact);
        lines.push_back(fmt::format("{};{};{};{};bron {};{}", trial.population.providers[row], cell.fact, period.text(),
                                    cell_text(fact, value), lines.size() % 3, known.iso()));
    };
    for (std::size_t row = 0; row < trial.rows.size(); ++row) {
        for (const auto& [cell, value] : trial.rows[row]) {
            const auto& fact = definition_of(model.facts, cell.fact);
            const bool dated = !fact.periodic();
            const expr::Input input{*model.facts.find(cell.fact), cell.previous};
            const domain::Period period = model.period_of(input, today);
            const Date known{today.days - static_cast<std::int32_t>(random.below(20))};
            add(row, cell, dated ? domain::day_period(Date{today.days - 7}) : period, value, known);
            const double other = random_value(random, fact);
            if (random.chance(20))
                add(row, cell, dated ? domain::day_period(Date{today.days - 8}) : period.before().before(), other,
                    known);
            if (random.chance(20))
                add(row, cell, dated ? domain::day_period(Date{today.days - 7}) : period, other, Date{known.days - 3});
            if (random.chance(20))
                add(row, cell, dated ? domain::day_period(Date{today.days - 7}) : period, other, Date{today.days + 1});
        }
    }
    return lines;
}

std::string shuffled(Random& random, Lines lines) {
    for (std::size_t i = lines.size() - 1; i > 1; --i) std::swap(lines[i], lines[1 + random.below(i)]);
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

/// The bytes of the whole screening, through the files that the command line reads.
std::string through_file(const Trial& trial, const std::string& facts, const scoring::Division& division) {
    app::ScreeningRequest request;
    request.facts = facts;
    request.facts_name = "proef.csv";
    request.references = {trial.drawn.world.reference};
    request.phase = trial.phase;
    request.notation = files::Notation::dutch;
    request.today = Date{trial.drawn.world.reference.days + 1};
    request.division = division;
    const auto run = app::screen_providers(trial.drawn.model, request);
    if (!run) return run.error().text();
    if (run->faults > 0) return run->left.front();
    return json_text(*run->moments[0].screening);
}

/// All of a screening but who was asked for, which a population in memory does not say.
json of_everybody(const std::string& text) {
    json result = json::parse(text);
    result.at("context").erase("populatie");
    return result;
}

TEST(ModelJudges, RowOrderChunksAndThreadsChangeNoByte) {
    Random random(judge_seed() + 105);
    const std::vector<scoring::Division> divisions{{1, 1}, {2, 7}, {3, 1024}, {3, 1}, {2, 1024}, {1, 7}};
    for (int i = 0; i < kModelsThroughFiles && !HasFailure(); ++i) {
        Trial trial;
        draw(random, trial, true, 40);
        const std::string expected = json_text(trial.screen());
        for (const auto& division : divisions)
            EXPECT_EQ(json_text(trial.screen(division)), expected) << trial.account() << division.chunk;
        trial.set_asides.clear();
        const Lines wide = wide_lines(trial);
        const Lines facts = long_lines(random, trial);
        const std::string first_wide = through_file(trial, shuffled(random, wide), {1, 1024});
        const std::string first_long = through_file(trial, shuffled(random, facts), {1, 1024});
        ASSERT_TRUE(first_wide.starts_with("{") && first_long.starts_with("{")) << first_wide << first_long;
        EXPECT_EQ(of_everybody(first_wide), of_everybody(json_text(trial.screen()))) << trial.account();
        for (std::size_t k = 0; k < 3; ++k) {
            EXPECT_EQ(through_file(trial, shuffled(random, wide), divisions[k]), first_wide) << trial.account();
            EXPECT_EQ(through_file(trial, shuffled(random, facts), divisions[k]), first_long) << trial.account();
        }
    }
}

/// What counts of a long file is what decisions 2 and 3 say, so it must give the numbers of the same rows in memory.
TEST(ModelJudges, LongFilesGiveTheNumbersOfTheRowsBehindThem) {
    Random random(judge_seed() + 106);
    for (int i = 0; i < kModelsThroughFiles && !HasFailure(); ++i) {
        Trial trial;
        draw(random, trial, true, 25);
        trial.set_asides.clear();
        for (Row& row : trial.rows)
            row.try_emplace({"vlag_b", false}, 1);  // somebody without a fact is not in the file
        trial.population = population_of(trial.drawn.model, trial.rows, trial.drawn.world.reference);
        json memory = of_everybody(json_text(trial.screen()));
        const std::string text = through_file(trial, shuffled(random, long_lines(random, trial)), {1, 1024});
        ASSERT_TRUE(text.starts_with("{")) << text << trial.account();
        json file = of_everybody(text);
        for (json* either : {&memory, &file}) {
            for (auto& of : either->at("beoordelingen")) {
                for (auto& reason : of.at("redenen")) {
                    for (auto& fact : reason.at("feiten"))
                        fact.erase("bron"), fact.erase("bekendOp"), fact.erase("periode");
                }
            }
        }
        EXPECT_EQ(file, memory) << trial.account();
    }
}

}  // namespace
}  // namespace slagboom::tests
