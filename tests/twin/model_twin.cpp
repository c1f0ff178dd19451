#include "twin/model_twin.h"

#include <algorithm>

namespace slagboom::tests {
namespace {

using domain::Colour;
using domain::Outcome;
using domain::SubCategory;
using scoring::Indicator;
using scoring::Model;
using Truth = std::optional<bool>;

Truth truth_of(const TwinScreening& screening, const expr::TypedTree& rule, const Row& row) {
    const TwinValue value = twin_value(rule.written, screening.model.facts, row, screening.reference);
    if (!value) return std::nullopt;
    return std::get<double>(*value) != 0;
}

std::size_t highest_true(const std::vector<Truth>& steps) {
    for (std::size_t step = steps.size(); step > 0; --step) {
        if (steps[step - 1] == Truth(true)) return step;
    }
    return 0;
}

std::size_t highest_not_false(const std::vector<Truth>& steps) {
    for (std::size_t step = steps.size(); step > 0; --step) {
        if (steps[step - 1] != Truth(false)) return step;
    }
    return 0;
}

int most_points(const Indicator& indicator) { return indicator.steps.back().points; }

/// One indicator of one provider: decisions 16, 17 and 25.
struct Ends {
    Outcome outcome = Outcome::clear;
    std::size_t lowest = 0;
    std::size_t highest = 0;
};

Ends ends_of(const TwinRules& rules, std::size_t aside, bool withheld) {
    if (rules.applies == Truth(false)) return {Outcome::not_applicable, 0, 0};
    if (withheld) return {Outcome::withheld, 0, 0};
    const std::size_t certain = highest_true(rules.steps);
    const std::size_t possible = highest_not_false(rules.steps);
    if (!rules.applies) return {Outcome::unknown, 0, possible};
    // Only a hit can be set aside; a true step above the one that was explained counts in full.
    if (certain > 0 && certain <= aside) return {Outcome::set_aside, 0, possible > aside ? possible : 0};
    if (certain > 0) return {Outcome::hit, certain, possible};
    return {possible > 0 ? Outcome::unknown : Outcome::clear, 0, possible};
}

/// Decision 19: sums under the caps of their categories, and the highest floor.
int total(const Model& model, const std::vector<std::size_t>& steps) {
    int floors = 0;
    int score = 0;
    for (std::size_t category = 0; category < model.categories.size(); ++category) {
        int sum = 0;
        for (std::size_t i = 0; i < model.indicators.size(); ++i) {
            if (model.indicators[i].category == category && steps[i] > 0)
                sum += model.indicators[i].steps[steps[i] - 1].points;
        }
        score += std::min(sum, model.categories[category].cap);
    }
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        if (model.indicators[i].floor && steps[i] > 0) floors = std::max(floors, *model.indicators[i].floor);
    }
    return std::max(score, floors);
}

Colour colour_at(const Model& model, int score) {
    if (score < model.cut_offs.orange) return Colour::green;
    if (score < model.cut_offs.light_red) return Colour::orange;
    return Colour::red;
}

std::optional<SubCategory> sub_category_at(const Model& model, int score) {
    if (score < model.cut_offs.light_red) return std::nullopt;
    if (score < model.cut_offs.middle_red) return SubCategory::light;
    return score < model.cut_offs.dark_red ? SubCategory::middle : SubCategory::dark;
}

/// Decision 21, with `points_withheld` for the end of decision 20.
void colour(const Model& model, TwinAssessment& of, bool points_withheld) {
    const Colour at_lowest = colour_at(model, of.lowest);
    of.settled = at_lowest == colour_at(model, of.highest);
    const bool below_floor = of.all > 0 && of.known * 100 < model.completeness_floor * of.all;
    of.colour = at_lowest;
    if (!of.settled && (below_floor || at_lowest == Colour::green)) of.colour = Colour::grey;
    if (of.all == 0 && points_withheld) of.colour = Colour::grey;
    if (of.colour == Colour::red) of.sub_category = sub_category_at(model, of.lowest);
    for (int score = of.lowest; score <= of.highest; ++score) {
        const Colour here = colour_at(model, score);
        if (of.possible_colours.empty() || of.possible_colours.back() != here) of.possible_colours.push_back(here);
        const auto sub = sub_category_at(model, score);
        const bool is_new = of.possible_sub_categories.empty() || of.possible_sub_categories.back() != sub;
        if (sub && is_new) of.possible_sub_categories.push_back(*sub);
    }
}

int urgency_value(const TwinAssessment& of, scoring::UrgencyKey key) {
    switch (key) {
        case scoring::UrgencyKey::sub_category:
            return static_cast<int>(*of.sub_category);
        case scoring::UrgencyKey::lowest:
            return of.lowest;
        case scoring::UrgencyKey::highest:
            break;
    }
    return of.highest;
}

bool goes_before(const Model& model, const TwinAssessment& a, const TwinAssessment& b) {
    for (const auto& order : model.urgency) {
        const int left = urgency_value(a, order.key);
        const int right = urgency_value(b, order.key);
        if (left != right) return (left > right) == order.descending;
    }
    return false;
}

void add_cells(const expr::TypedTree& rule, std::set<CellName>& cells) {
    for (const auto& node : rule.written.nodes) {
        const bool growth = node.kind == expr::NodeKind::growth;
        if (growth || node.kind == expr::NodeKind::fact) cells.insert({node.text, false});
        if (growth || node.kind == expr::NodeKind::previous) cells.insert({node.text, true});
    }
}

}  // namespace

bool twin_counts(const Indicator& indicator, domain::Phase phase) {
    return std::count(indicator.phases.begin(), indicator.phases.end(), phase) > 0;
}

TwinRules twin_rules(const TwinScreening& screening, std::size_t indicator, const Row& row) {
    const Indicator& of = screening.model.indicators[indicator];
    TwinRules result;
    if (of.applies_to) result.applies = truth_of(screening, of.applies_to->rule, row);
    for (const auto& step : of.steps) result.steps.push_back(truth_of(screening, step.rule, row));
    return result;
}

TwinContext twin_context(const TwinScreening& screening, const std::vector<Row>& rows) {
    TwinContext context;
    for (std::size_t i = 0; i < screening.model.indicators.size(); ++i) {
        const Indicator& indicator = screening.model.indicators[i];
        std::uint64_t hits = 0;
        std::uint64_t clears = 0;
        for (const Row& row : rows) {
            if (!twin_counts(indicator, screening.phase)) break;
            const Outcome outcome = ends_of(twin_rules(screening, i, row), 0, false).outcome;
            hits += outcome == Outcome::hit ? 1 : 0;
            clears += outcome == Outcome::clear ? 1 : 0;
        }
        const auto limit = static_cast<std::uint64_t>(screening.model.withheld_above);
        const bool may_be = !indicator.floor && most_points(indicator) > 0 && hits + clears >= 30;
        context.hits.push_back(hits);
        context.clears.push_back(clears);
        context.withheld.push_back(may_be && hits * 100 > limit * (hits + clears));
    }
    return context;
}

TwinAssessment twin_add_up(const TwinScreening& screening, const TwinContext& context,
                           const std::vector<TwinRules>& rules, const AsideSteps& aside) {
    const Model& model = screening.model;
    TwinAssessment result;
    bool points_withheld = false;
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        const Indicator& indicator = model.indicators[i];
        const bool counts = twin_counts(indicator, screening.phase);
        const Ends ends = counts ? ends_of(rules[i], aside[i], context.withheld[i]) : Ends{};
        result.outcomes.push_back(counts ? std::optional(ends.outcome) : std::nullopt);
        result.lowest_steps.push_back(ends.lowest);
        // Decision 18: a knock-out lifts `highest` when it is unknown, also where only its applicability is.
        const bool perhaps = indicator.floor && ends.outcome == Outcome::unknown;
        result.highest_steps.push_back(perhaps ? 1 : ends.highest);
        points_withheld = points_withheld || ends.outcome == Outcome::withheld;
        const bool in_completeness =
            counts && !indicator.floor && ends.outcome != Outcome::not_applicable && ends.outcome != Outcome::withheld;
        if (!in_completeness) continue;
        const bool certain = ends.lowest == ends.highest || ends.outcome == Outcome::set_aside;
        result.all += most_points(indicator);
        result.known += certain ? most_points(indicator) : 0;
    }
    result.lowest = total(model, result.lowest_steps);
    result.highest = total(model, result.highest_steps);
    colour(model, result, points_withheld);
    return result;
}

TwinAssessment twin_assess(const TwinScreening& screening, const TwinContext& context, const Row& row,
                           const AsideSteps& aside) {
    std::vector<TwinRules> rules;
    rules.reserve(screening.model.indicators.size());
    for (std::size_t i = 0; i < screening.model.indicators.size(); ++i) rules.push_back(twin_rules(screening, i, row));
    return twin_add_up(screening, context, rules, aside);
}

AsideSteps aside_steps(const Model& model, const std::vector<scoring::AppliedSetAside>& set_asides, std::size_t row) {
    AsideSteps result(model.indicators.size(), 0);
    for (const auto& set_aside : set_asides) {
        if (set_aside.row == row) result[set_aside.indicator] = set_aside.step;
    }
    return result;
}

int twin_points_of(const TwinScreening& screening, const TwinAssessment& assessment, const CellName& cell) {
    std::vector<std::size_t> steps = assessment.highest_steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (twin_reads(screening.model.indicators[i]).contains(cell)) steps[i] = assessment.lowest_steps[i];
    }
    return assessment.highest - total(screening.model, steps);
}

std::vector<std::optional<std::size_t>> twin_urgency(const Model& model, const std::vector<TwinAssessment>& all) {
    std::vector<std::optional<std::size_t>> ranks;
    for (const auto& of : all) {
        if (of.colour != Colour::red) {
            ranks.emplace_back();
            continue;
        }
        const auto before = std::count_if(all.begin(), all.end(), [&](const TwinAssessment& other) {
            return other.colour == Colour::red && goes_before(model, other, of);
        });
        ranks.emplace_back(static_cast<std::size_t>(before) + 1);
    }
    return ranks;
}

std::set<CellName> twin_reads(const Indicator& indicator) {
    std::set<CellName> cells;
    if (indicator.applies_to) add_cells(indicator.applies_to->rule, cells);
    for (const auto& step : indicator.steps) add_cells(step.rule, cells);
    return cells;
}

}  // namespace slagboom::tests
