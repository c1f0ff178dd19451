#include "scoring/model.h"

#include <algorithm>

namespace slagboom::scoring {

using domain::Colour;
using domain::SubCategory;

bool Indicator::counts_in(domain::Phase phase) const {
    return std::find(phases.begin(), phases.end(), phase) != phases.end();
}

std::vector<expr::Input> Indicator::inputs() const {
    std::vector<expr::Input> all;
    const auto collect = [&](const expr::TypedTree& rule) {
        const auto inputs = expr::inputs_of(rule, rule.root());
        all.insert(all.end(), inputs.begin(), inputs.end());
    };
    if (applies_to) collect(applies_to->rule);
    for (const auto& step : steps) collect(step.rule);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Colour CutOffs::colour(int score) const {
    if (score >= light_red) return Colour::red;
    return score >= orange ? Colour::orange : Colour::green;
}

std::optional<SubCategory> CutOffs::sub_category(int score) const {
    if (score < light_red) return std::nullopt;
    if (score >= dark_red) return SubCategory::dark;
    return score >= middle_red ? SubCategory::middle : SubCategory::light;
}

std::optional<std::size_t> Model::find_indicator(std::string_view key) const {
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](const Indicator& indicator) { return indicator.key == key; });
    if (found == indicators.end()) return std::nullopt;
    return static_cast<std::size_t>(found - indicators.begin());
}

domain::Period Model::period_of(const expr::Input& input, Date reference) const {
    const auto& fact = facts.facts[input.fact];
    const domain::Period period = domain::period_read(fact.frequency, available_after[fact.frequency], reference);
    return input.previous ? period.before() : period;
}

int Model::highest_possible(domain::Phase phase) const {
    std::vector<int> sums(categories.size(), 0);
    int floors = 0;
    for (const auto& indicator : indicators) {
        if (!indicator.counts_in(phase)) continue;
        if (indicator.knock_out()) {
            floors = std::max(floors, *indicator.floor);
        } else {
            sums[*indicator.category] += indicator.most_points();
        }
    }
    int total = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) total += std::min(sums[i], categories[i].cap);
    return std::max(total, floors);
}

void compile(Model& model) {
    expr::ProgramBuilder builder;
    for (auto& indicator : model.indicators) {
        if (indicator.applies_to) indicator.applies_to->compiled = builder.add(indicator.applies_to->rule);
        for (auto& step : indicator.steps) step.compiled = builder.add(step.rule);
    }
    model.program = builder.take();
}

}  // namespace slagboom::scoring
