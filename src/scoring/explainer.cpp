#include <algorithm>

#include "expr/decided.h"
#include "expr/sentence.h"
#include "scoring/screening.h"

namespace slagboom::scoring {
namespace {

using columns::Trit;
using domain::Outcome;
using expr::Input;

void sort_unique(std::vector<Input>& inputs) {
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
}

bool is_percentage(const expr::TypedTree& rule, expr::NodeId part) {
    return rule.written[rule[part].source].kind == expr::NodeKind::percentage_literal;
}

}  // namespace

Explainer::Explainer(const Screening& screening)
    : screening_(screening),
      model_(screening.model()),
      evaluation_(model_.program, screening.population().table, screening.reference(),
                  expr::Evaluation::Keep::everything) {
    for (const auto& indicator : model_.indicators) inputs_of_.push_back(indicator.inputs());
}

Assessment Explainer::explain(std::size_t row) {
    if (row < chunk_first_ || row >= chunk_first_ + chunk_count_) {
        // A single row costs little; rows in order soon fill whole chunks.
        const bool next = chunk_count_ > 0 && row == chunk_first_ + chunk_count_;
        chunk_first_ = row;
        chunk_count_ = std::min(next ? expr::kMaxChunk : std::size_t{1}, screening_.population().table.rows - row);
        evaluation_.run(chunk_first_, chunk_count_);
    }
    row_ = row;
    Assessment result = screening_.assess(row);
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) {
        if (model_.indicators[i].counts_in(screening_.phase())) result.reasons.push_back(reason(i));
    }
    result.missing = missing(result);
    return result;
}

std::size_t Explainer::column_of(const Input& input) const {
    const auto& inputs = model_.program.inputs;
    return static_cast<std::size_t>(std::find(inputs.begin(), inputs.end(), input) - inputs.begin());
}

bool Explainer::is_missing(const Input& input) const { return !screening_.population().value(column_of(input), row_); }

/// Steps: the highest true one and every unknown one above it; where nothing is true or unknown, all. Without
/// applicability its rule alone.
Reason Explainer::reason(std::size_t index) const {
    const Indicator& indicator = model_.indicators[index];
    const Code code = screening_.codes()[index][row_];
    const bool withheld = screening_.context().withheld(index);
    Reason result;
    result.indicator = index;
    result.outcome = static_cast<Outcome>(screening_.scores().outcomes[index][row_]);
    if (!indicator.knock_out() && !withheld) {
        result.points = indicator.points(lowest_step(code));
        result.possible_points = indicator.points(highest_step(code));
    }
    for (const auto& set_aside : screening_.set_asides()) {
        const bool about_this =
            result.outcome == Outcome::set_aside && set_aside.row == row_ && set_aside.indicator == index;
        if (about_this) result.set_asides.push_back(set_aside);
    }
    const bool limited = indicator.applies_to && (applies(code) == Applies::no || applies(code) == Applies::unknown);
    if (limited) add_parts(result, indicator.applies_to->rule, indicator.applies_to->compiled, 0);
    if (applies(code) != Applies::no) {
        const std::size_t row = row_ - chunk_first_;
        const auto outcome = [&](std::size_t step) {
            return evaluation_.logic(indicator.steps[step - 1].compiled.result())[row];
        };
        std::size_t highest_true = 0;
        bool open = false;
        for (std::size_t step = 1; step <= indicator.steps.size(); ++step) {
            if (outcome(step) == Trit::yes) highest_true = step;
        }
        for (std::size_t step = highest_true + 1; step <= indicator.steps.size(); ++step)
            open |= outcome(step) == Trit::unknown;
        for (std::size_t step = 1; step <= indicator.steps.size(); ++step) {
            const bool decides = step == highest_true || (step > highest_true && outcome(step) == Trit::unknown) ||
                                 (highest_true == 0 && !open);
            if (decides) add_parts(result, indicator.steps[step - 1].rule, indicator.steps[step - 1].compiled, step);
        }
    }
    return result;
}

void Explainer::add_parts(Reason& reason, const expr::TypedTree& rule, const expr::CompiledRule& compiled,
                          std::size_t step) const {
    const std::size_t row = row_ - chunk_first_;
    std::vector<Input> inputs;
    for (const expr::NodeId id : expr::deciding_parts(rule, compiled, evaluation_, row)) {
        const expr::TypedNode& node = rule[id];
        DecidingPart part;
        part.step = step;
        part.text = expr::part_text(rule, id);
        part.sentence = expr::sentence(rule, model_.facts, Language::dutch, id);
        part.outcome = evaluation_.logic(compiled.parts[id])[row];
        if (expr::compares_numbers(rule, id)) {
            part.compares = true;
            part.type = rule[node.children[0]].type;
            part.in_percent = is_percentage(rule, node.children[0]) || is_percentage(rule, node.children[1]);
            const double seen = evaluation_.number(compiled.parts[node.children[0]], row);
            const double limit = evaluation_.number(compiled.parts[node.children[1]], row);
            if (!columns::is_unknown(seen)) part.seen = seen;
            if (!columns::is_unknown(limit)) part.limit = limit;
        }
        reason.deciding.push_back(std::move(part));
        const auto read = expr::inputs_of(rule, id);
        inputs.insert(inputs.end(), read.begin(), read.end());
    }
    add_facts(reason, std::move(inputs));
}

/// A fact with a date that is known has that date; anything else the period that is read.
domain::Period Explainer::period_seen(std::size_t column) const {
    const auto& facts = screening_.population().facts;
    if (!facts.empty() && facts[column][row_] != nullptr) return facts[column][row_]->period;
    return model_.period_of(model_.program.inputs[column], screening_.reference());
}

void Explainer::add_facts(Reason& reason, std::vector<Input> inputs) const {
    sort_unique(inputs);
    for (const Input& input : inputs) {
        const std::size_t column = column_of(input);
        const bool listed = std::any_of(reason.facts.begin(), reason.facts.end(),
                                        [&](const FactSeen& fact) { return fact.column == column; });
        if (listed) continue;
        const auto& population = screening_.population();
        reason.facts.push_back(
            {column, period_seen(column), population.value(column, row_), population.origin(column, row_)});
    }
}

/// The missing cells in the unknown parts of an indicator whose points, or whose part in the completeness, are still
/// open. Monotone rules: a missing cell elsewhere cannot change what is already true or false.
std::vector<Input> Explainer::open_inputs(std::size_t index) const {
    const Indicator& indicator = model_.indicators[index];
    const Code code = screening_.codes()[index][row_];
    const bool steps_open = highest_step(code) > lowest_step(code);
    std::vector<Input> result;
    const auto add_open = [&](const expr::TypedTree& rule, const expr::CompiledRule& compiled) {
        if (evaluation_.logic(compiled.result())[row_ - chunk_first_] != Trit::unknown) return;
        for (const expr::NodeId id : expr::deciding_parts(rule, compiled, evaluation_, row_ - chunk_first_)) {
            for (const Input& input : expr::inputs_of(rule, id)) {
                if (is_missing(input)) result.push_back(input);
            }
        }
    };
    if (indicator.applies_to && applies(code) == Applies::unknown)
        add_open(indicator.applies_to->rule, indicator.applies_to->compiled);
    if (steps_open) {
        for (const auto& step : indicator.steps) add_open(step.rule, step.compiled);
    }
    sort_unique(result);
    return result;
}

/// Decision 22. Where the colour is settled no filling changes it, with one exception: where everything that is certain
/// to count is withheld or does not apply, an answer about applicability can still make the colour grey.
std::vector<MissingFact> Explainer::missing(const Assessment& assessment) const {
    int certain_to_count = 0;
    bool is_withheld = false;
    bool may_be_withheld = false;
    std::vector<Input> candidates;
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) {
        const Indicator& indicator = model_.indicators[i];
        if (!indicator.counts_in(screening_.phase()) || (!indicator.knock_out() && indicator.most_points() == 0))
            continue;
        const Applies applicability = applies(screening_.codes()[i][row_]);
        const bool certainly_applies = applicability == Applies::yes || applicability == Applies::set_aside;
        const bool withheld = screening_.context().withheld(i);
        is_withheld |= withheld && certainly_applies;
        may_be_withheld |= withheld && applicability == Applies::unknown;
        if (certainly_applies && !withheld && !indicator.knock_out()) certain_to_count += indicator.most_points();
        const bool open = !withheld || applicability == Applies::unknown;
        const auto inputs = open ? open_inputs(i) : std::vector<Input>{};
        candidates.insert(candidates.end(), inputs.begin(), inputs.end());
    }
    sort_unique(candidates);

    const bool nothing_counts = assessment.completeness.all == 0;
    if (nothing_counts && is_withheld) return {};  // grey, whatever else becomes known
    const bool could_turn_grey = certain_to_count == 0 && (is_withheld || may_be_withheld);
    const bool colour_open = !assessment.settled || could_turn_grey;
    const CutOffs& cut_offs = model_.cut_offs;
    const bool sub_category_open =
        cut_offs.sub_category(assessment.lowest) != cut_offs.sub_category(assessment.highest);
    if (!colour_open && !sub_category_open) return {};

    std::vector<MissingFact> result;
    for (const Input& input : candidates) {
        const int points = assessment.highest - highest_without(input);
        result.push_back({column_of(input), model_.period_of(input, screening_.reference()), points, colour_open});
    }
    std::sort(result.begin(), result.end(), [&](const MissingFact& a, const MissingFact& b) {
        if (a.points != b.points) return a.points > b.points;
        const Input& left = model_.program.inputs[a.column];
        const Input& right = model_.program.inputs[b.column];
        return left < right;
    });
    return result;
}

/// `highest` when every indicator that reads this cell and is still open turns out clear.
int Explainer::highest_without(const Input& input) const {
    std::vector<int> sums(model_.categories.size(), 0);
    int floors = 0;
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) {
        const Indicator& indicator = model_.indicators[i];
        if (!indicator.counts_in(screening_.phase()) || screening_.context().withheld(i)) continue;
        const Code code = screening_.codes()[i][row_];
        const bool turns_clear = std::binary_search(inputs_of_[i].begin(), inputs_of_[i].end(), input);
        const std::size_t step = turns_clear ? lowest_step(code) : highest_step(code);
        if (indicator.knock_out()) {
            const bool lifts = step > 0 || (!turns_clear && applies(code) == Applies::unknown);
            floors = std::max(floors, lifts ? *indicator.floor : 0);
        } else {
            sums[*indicator.category] += indicator.points(step);
        }
    }
    int total = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) total += std::min(sums[i], model_.categories[i].cap);
    return std::max(total, floors);
}

}  // namespace slagboom::scoring
