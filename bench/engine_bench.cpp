// Times our engine against loops written by hand for this machine, in the same run, and prints ratios. Writes what the
// peers are given.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "app/screen_providers.h"
#include "expr/infer.h"
#include "files/model_folder.h"
#include "files/screening_json.h"
#include "files/text_file.h"
#include "hand_loop.h"
#include "scoring/model_sql.h"
#include "workload.h"

namespace slagboom::bench {
namespace {

constexpr std::size_t kRows = 1000000;
constexpr std::size_t kCheckedRows = 10000;
constexpr int kRuns = 15;
const Date kReference = *make_date(2018, 10, 31);

/// Runs both in turn, so that a machine that slows down slows down both.
struct Pair {
    double ours = 0;
    double other = 0;
};
template <class Ours, class Other>
Pair interleaved(const Ours& ours, const Other& other) {
    std::vector<double> a, b;
    for (int run = 0; run < kRuns; ++run) {
        a.push_back(median_seconds(1, ours));
        b.push_back(median_seconds(1, other));
    }
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return {a[a.size() / 2], b[b.size() / 2]};
}

void row(std::string_view what, double ours, double other) {
    fmt::print("| {} | {:.2f} ms | {:.2f} ms | {:.2f} |\n", what, ours * 1e3, other * 1e3, other / ours);
}

template <class Outcomes, class Points>
CheckSum check_sum(const Outcomes& outcomes, const Points& lowest, const Points& highest, const Points& known) {
    CheckSum sum;
    for (std::size_t i = 0; i < kCheckedRows; ++i) {
        for (std::size_t k = 0; k < outcomes.size(); ++k) sum.outcomes += outcomes[k][i] * (k + 1) * (i % 1000 + 1);
        sum.lowest += lowest[i];
        sum.highest += highest[i];
        sum.known += known[i];
    }
    return sum;
}

// ---- rules

void rule_bench(std::string_view name, const std::string& text,
                void (*by_hand)(const double*, const double*, const double*, const double*, std::size_t,
                                std::uint8_t*)) {
    auto tree = expr::parse(text);
    const auto facts = expr::inferred_facts(*tree);
    const auto rule = expr::check(std::move(*tree), facts);
    expr::ProgramBuilder builder;
    const auto compiled = builder.add(*rule);
    const expr::Program program = builder.take();
    columns::Table table;
    table.rows = kRows;
    std::uint64_t state = 88172645463325252u;
    std::vector<std::vector<double>> values(4);
    for (auto& column : values) {
        for (std::size_t i = 0; i < kRows; ++i) {
            state ^= state << 13, state ^= state >> 7, state ^= state << 17;
            column.push_back(state % 100 < 15 ? columns::kUnknown : static_cast<double>(state % 1000000));
        }
    }
    for (const auto& input : program.inputs) table.columns.emplace_back(values[input.fact]);
    std::vector<std::uint8_t> ours(kRows), hand(kRows);
    const auto run_ours = [&] {
        expr::Evaluation evaluation(program, table, kReference);
        for (std::size_t first = 0; first < kRows; first += expr::kMaxChunk) {
            const std::size_t count = std::min(expr::kMaxChunk, kRows - first);
            evaluation.run(first, count);
            const auto* result = evaluation.logic(compiled.result());
            for (std::size_t i = 0; i < count; ++i) ours[first + i] = static_cast<std::uint8_t>(result[i]);
        }
    };
    const auto run_hand = [&] {
        by_hand(values[0].data(), values[1].data(), values[2].data(), values[3].data(), kRows, hand.data());
    };
    const Pair pair = interleaved(run_ours, run_hand);
    if (ours != hand) std::abort();
    row(name, pair.ours, pair.other);
}

// ---- scoring

void score_bench(const scoring::Model& model, const scoring::Population& population, const std::string& facts_path) {
    std::ifstream file(facts_path);
    std::vector<const double*> columns;
    const auto workload = nlohmann::json::parse(file);
    for (const auto& key : workload["facts"]) {
        const auto fact = model.facts.find(key.get<std::string>());
        for (std::size_t i = 0; i < model.program.inputs.size(); ++i) {
            if (model.program.inputs[i].fact == *fact)
                columns.push_back(std::get<columns::NumberColumn>(population.table.columns[i]).data());
        }
    }
    HandResult hand;
    hand.outcomes.assign(model.indicators.size(), std::vector<std::uint8_t>(kRows));
    for (auto* column : {&hand.lowest, &hand.highest, &hand.known, &hand.all}) column->resize(kRows);
    scoring::Scores scores;
    const auto run_ours = [&](std::size_t threads) {
        const scoring::Division division{threads, 1024};
        const auto codes = scoring::evaluate_rules(model, population.table, kReference, division);
        const auto context = scoring::make_context(model, domain::Phase::monitoring, codes, division);
        for (const auto& rate : context.indicators) {
            if (rate.withheld) std::abort();  // the peers cannot know it; the workload keeps every indicator below
        }
        scores = scoring::score(model, domain::Phase::monitoring, context, codes, division);
    };
    const auto run_hand = [&] { hand_score(columns, kRows, hand); };
    const Pair one = interleaved([&] { run_ours(1); }, run_hand);
    const Pair two = interleaved([&] { run_ours(2); }, run_hand);
    if (scores.outcomes != hand.outcomes || scores.lowest != hand.lowest || scores.highest != hand.highest ||
        scores.known != hand.known || scores.all != hand.all)
        std::abort();
    row("16 indicators, 20 facts, 1,000,000 providers, one core", one.ours, one.other);
    row("the same on two cores (the hand loop on one)", two.ours, two.other);
    fmt::print("\ncheck sums of the first {} rows: {}\n", kCheckedRows,
               check_sum(scores.outcomes, scores.lowest, scores.highest, scores.known).text());
    fmt::print("seconds: score_one {:.6f} score_two {:.6f}\n", one.ours, two.ours);
}

/// From the bytes of a CSV file to scores and colours.
void csv_bench(const scoring::Model& model, const std::string& path) {
    for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
        const double seconds = median_seconds(5, [&] {
            app::ScreeningRequest request;
            request.facts = *files::read_file(path);
            request.facts_name = "bench.csv";
            request.references = {kReference};
            request.today = *make_date(2026, 1, 1);
            request.division.threads = threads;
            if (!app::screen_providers(model, request)) std::abort();
        });
        fmt::print("seconds: csv_{} {:.6f}\n", threads == 1 ? "one" : "two", seconds);
    }
}

/// All explanations of the example region.
void region_bench(const std::string& source) {
    const auto model = files::load_model(source + "/models/twente");
    app::ScreeningRequest request;
    request.facts = *files::read_file(source + "/data/example-region/feiten.csv");
    request.providers = *files::read_file(source + "/data/example-region/aanbieders.csv");
    request.references = {kReference};
    request.today = *make_date(2026, 1, 1);
    const auto run = app::screen_providers(model->model, request);
    const auto& screening = *run->moments[0].screening;
    const double seconds = median_seconds(11, [&] {
        scoring::Explainer explainer(screening);
        for (std::size_t i = 0; i < screening.population().providers.size(); ++i) explainer.explain(i);
    });
    fmt::print("explanations of the example region ({} providers): {:.2f} ms\n",
               screening.population().providers.size(), seconds * 1e3);
}

}  // namespace
}  // namespace slagboom::bench

int main(int count, char** words) {
    using namespace slagboom;
    using namespace slagboom::bench;
    if (count != 3) return 2;
    const std::string source = words[1];
    const std::string out = words[2];
    const std::string indicators = source + "/bench/indicators.json";
    const scoring::Model model = load_workload(indicators);
    const scoring::Population population = make_population(model, kRows);
    std::ofstream(out + "/model.sql") << scoring::model_sql(model, kReference, domain::Phase::monitoring);
    std::ofstream(out + "/facts.csv") << wide_csv(model, population, kRows);

    fmt::print("| 1,000,000 rows | Slagboom | by hand | by hand ÷ Slagboom |\n|---|---|---|---|\n");
    rule_bench("rule of 10 operations", "(a + b) / c < 0.65 and (c - d > 1000 or d / c >= 0.1)", hand_rule_10);
    rule_bench("rule of 30 operations",
               "(a + b) / c < 0.65 and c * 2 - d > 1000 and (d / c >= 0.1 and (a - b) / (d + 1) < 3) or (a * 3 > b + d "
               "or b / a < 0.5) or "
               "((c < 500 or d > 900000) and c / (a + b) < 7) or ((a + c) / (b + d) > 1.5 and a - d < 250000)",
               hand_rule_30);
    score_bench(model, population, indicators);
    csv_bench(model, out + "/facts.csv");
    region_bench(source);
}
