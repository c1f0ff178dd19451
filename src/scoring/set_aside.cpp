#include "scoring/set_aside.h"

#include <algorithm>

#include "scoring/codes.h"

namespace slagboom::scoring {
namespace {

/// What the indicator saw on the day of the set-aside, for the period it is about: one row over the columns of the
/// program.
struct Seen {
    columns::Table table;
    std::vector<std::size_t> known;  ///< columns with a known value that the indicator reads
};

class Resolver {
 public:
    Resolver(const Model& model, const Population& population, const domain::KnownFacts& known,
             const std::vector<std::optional<std::size_t>>& provider_of, Date reference)
        : model_(model), population_(population), known_(known), provider_of_(provider_of), reference_(reference) {}

    /// The step that it sets aside, or why it does not count.
    Result<std::size_t> step(const SetAside& set_aside) const {
        if (set_aside.date > reference_) return idle("gaat pas later in");
        if (!provider_of_[set_aside.row]) return idle("van deze aanbieder zijn geen feiten bekend");
        const Indicator& indicator = model_.indicators[set_aside.indicator];
        if (!reads_same_period(set_aside, indicator)) return idle("gaat over een andere periode dan nu wordt gelezen");
        const Seen seen = seen_by(set_aside, indicator);
        const Code code = evaluate_rules(model_, seen.table, set_aside.date)[set_aside.indicator][0];
        if (applies(code) != Applies::yes || lowest_step(code) == 0)
            return idle("op zijn datum was er geen treffer om terzijde te leggen");
        for (const std::size_t column : seen.known) {
            const double then = *columns::value_at(seen.table.columns[column], 0);
            const auto now = population_.value(column, set_aside.row);
            if (now != then)
                return idle("een feit dat is gezien is veranderd: " +
                            model_.facts.facts[model_.program.inputs[column].fact].key);
        }
        return lowest_step(code);
    }

 private:
    static Error idle(std::string reason) { return Error{std::move(reason), "", 0, 0}; }

    /// The period that this cell had for the set-aside: its own period where the frequency is the same, else as read on
    /// its date.
    domain::Period period_then(const SetAside& set_aside, const expr::Input& input) const {
        const auto frequency = model_.facts.facts[input.fact].frequency;
        if (!set_aside.period || set_aside.period->frequency != frequency)
            return model_.period_of(input, set_aside.date);
        return input.previous ? set_aside.period->before() : *set_aside.period;
    }

    bool reads_same_period(const SetAside& set_aside, const Indicator& indicator) const {
        const auto inputs = indicator.inputs();
        return std::all_of(inputs.begin(), inputs.end(), [&](const expr::Input& input) {
            const bool periodic = model_.facts.facts[input.fact].periodic();
            return !periodic || period_then(set_aside, input) == model_.period_of(input, reference_);
        });
    }

    const domain::Fact* fact_then(const SetAside& set_aside, const expr::Input& input) const {
        const std::size_t provider = *provider_of_[set_aside.row];
        if (!model_.facts.facts[input.fact].periodic()) return known_.dated(provider, input.fact, set_aside.date);
        return known_.in_period(provider, input.fact, period_then(set_aside, input), set_aside.date);
    }

    Seen seen_by(const SetAside& set_aside, const Indicator& indicator) const {
        Seen seen;
        seen.table.rows = 1;
        const auto inputs = indicator.inputs();
        for (std::size_t column = 0; column < model_.program.inputs.size(); ++column) {
            const expr::Input& input = model_.program.inputs[column];
            const bool read = std::binary_search(inputs.begin(), inputs.end(), input);
            const domain::Fact* fact = read ? fact_then(set_aside, input) : nullptr;
            if (fact != nullptr) seen.known.push_back(column);
            const bool logic = model_.facts.facts[input.fact].type == domain::FactType::boolean;
            seen.table.columns.push_back(columns::make_column(
                logic, 1, [&](std::size_t) { return fact == nullptr ? columns::kUnknown : fact->value; }));
        }
        return seen;
    }

    const Model& model_;
    const Population& population_;
    const domain::KnownFacts& known_;
    const std::vector<std::optional<std::size_t>>& provider_of_;
    Date reference_;
};

}  // namespace

SetAsideResult resolve_set_asides(const Model& model, const Population& population, const domain::KnownFacts* known,
                                  const std::vector<std::optional<std::size_t>>& provider_of,
                                  const std::vector<SetAside>& set_asides, Date reference) {
    SetAsideResult result;
    for (const auto& set_aside : set_asides) {
        if (known == nullptr) {
            result.idle.push_back({set_aside, "een bestand in brede vorm zegt niet wat op een eerdere dag bekend was"});
            continue;
        }
        const auto step = Resolver(model, population, *known, provider_of, reference).step(set_aside);
        if (step) {
            result.applied.push_back({set_aside.row, set_aside.indicator, *step});
        } else {
            result.idle.push_back({set_aside, step.error().reason});
        }
    }
    return result;
}

}  // namespace slagboom::scoring
