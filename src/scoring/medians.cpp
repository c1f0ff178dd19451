#include "scoring/medians.h"

#include <algorithm>
#include <optional>

#include "columns/trit.h"
#include "expr/decided.h"

namespace slagboom::scoring {
namespace {

/// A left side somewhere in a step of an indicator.
struct Side {
    Median median;
    expr::Operand operand;
    std::vector<double> values;
};

bool applies_to(const Screening& screening, std::size_t indicator, std::size_t row) {
    const Applies applicability = applies(screening.codes()[indicator][row]);
    return applicability == Applies::yes || applicability == Applies::set_aside;
}

void add_sides(std::vector<Side>& sides, std::size_t indicator, std::size_t step, const Step& of) {
    const auto& rule = of.rule;
    for (expr::NodeId id = 0; id < rule.nodes.size(); ++id) {
        if (!expr::compares_numbers(rule, id)) continue;
        const expr::NodeId left = rule[id].children[0];
        if (rule[left].kind == expr::TypedKind::constant) continue;
        sides.push_back(
            {{indicator, step, expr::part_text(rule, id), rule[left].type, 0, 0}, of.compiled.parts[left], {}});
    }
}

double middle(std::vector<double>& values, bool between) {
    std::sort(values.begin(), values.end());
    const double lower = values[(values.size() - 1) / 2];
    return between ? (lower + values[values.size() / 2]) / 2 : lower;
}

}  // namespace

std::vector<Median> medians(const Screening& screening) {
    const Model& model = screening.model();
    std::vector<Side> sides;
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        if (!model.indicators[i].counts_in(screening.phase())) continue;
        for (std::size_t step = 0; step < model.indicators[i].steps.size(); ++step)
            add_sides(sides, i, step + 1, model.indicators[i].steps[step]);
    }
    expr::Evaluation evaluation(model.program, screening.population().table, screening.reference(),
                                expr::Evaluation::Keep::everything);
    const std::size_t rows = screening.population().table.rows;
    for (std::size_t first = 0; first < rows; first += expr::kMaxChunk) {
        const std::size_t count = std::min(expr::kMaxChunk, rows - first);
        evaluation.run(first, count);
        for (auto& side : sides) {
            for (std::size_t row = 0; row < count; ++row) {
                if (!applies_to(screening, side.median.indicator, first + row)) continue;
                const double value = evaluation.number(side.operand, row);
                if (!columns::is_unknown(value)) side.values.push_back(value);
            }
        }
    }
    std::vector<Median> all;
    for (auto& side : sides) {
        if (side.values.size() < kFewestForMedian) continue;
        side.median.known = side.values.size();
        side.median.value = middle(side.values, side.median.type != domain::FactType::date);
        all.push_back(std::move(side.median));
    }
    return all;
}

}  // namespace slagboom::scoring
