#include "scoring/set_aside.h"

#include <algorithm>
#include <vector>

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
    Resolver(const Model& model, const domain::KnownFacts& known,
             const std::vector<std::optional<std::size_t>>& provider_of, Date reference)
        : model_(model), known_(known), provider_of_(provider_of), reference_(reference) {}

    /// The step that it sets aside, or why it does not count.
    Result<std::size_t> step(const SetAside& set_aside) const {
        if (set_aside.date > reference_) return idle("gaat pas later in");
        if (!provider_of_[set_aside.row]) return idle("van deze aanbieder zijn geen feiten bekend");
        const Indicator& indicator = model_.indicators[set_aside.indicator];
        const Seen seen = seen_by(set_aside, indicator);
        const Code code = evaluate_rules(model_, seen.table, set_aside.date)[set_aside.indicator][0];
        if (applies(code) != Applies::yes || lowest_step(code) == 0)
            return idle("op zijn datum was er geen treffer om terzijde te leggen");
        for (const std::size_t column : seen.known) {
            const expr::Input& input = model_.program.inputs[column];
            const std::string& key = model_.facts.facts[input.fact].key;
            const bool periodic = model_.facts.facts[input.fact].periodic();
            if (periodic && period_then(set_aside, input) != model_.period_of(input, reference_))
                return idle("gaat over een andere periode dan nu wordt gelezen: " + key);
            if (has_changed(set_aside, input, *columns::value_at(seen.table.columns[column], 0)))
                return idle("een feit dat is gezien is veranderd: " + key);
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

    /// What ends a set-aside ends it for good, so every day is asked on which something became known or began, and the
    /// day before it.
    bool has_changed(const SetAside& set_aside, const expr::Input& input, double value) const {
        const std::size_t provider = *provider_of_[set_aside.row];
        std::vector<Date> days{reference_};
        for (const auto& fact : known_.rows()) {
            if (fact.provider != provider || fact.fact != input.fact) continue;
            for (const std::int32_t day : {fact.known_on.days, fact.period.number})
                days.insert(days.end(), {Date{day}, Date{day - 1}});
        }
        return std::any_of(days.begin(), days.end(), [&](Date day) {
            if (day <= set_aside.date || day > reference_) return false;
            const domain::Fact* fact = fact_on(set_aside, input, day);
            return fact == nullptr || fact->value != value;
        });
    }

    /// What was known on a day, for the period of the set-aside.
    const domain::Fact* fact_on(const SetAside& set_aside, const expr::Input& input, Date day) const {
        const std::size_t provider = *provider_of_[set_aside.row];
        if (!model_.facts.facts[input.fact].periodic()) return known_.dated(provider, input.fact, day);
        return known_.in_period(provider, input.fact, period_then(set_aside, input), day);
    }

    Seen seen_by(const SetAside& set_aside, const Indicator& indicator) const {
        Seen seen;
        seen.table.rows = 1;
        const auto inputs = indicator.inputs();
        for (std::size_t column = 0; column < model_.program.inputs.size(); ++column) {
            const expr::Input& input = model_.program.inputs[column];
            const bool read = std::binary_search(inputs.begin(), inputs.end(), input);
            const domain::Fact* fact = read ? fact_on(set_aside, input, set_aside.date) : nullptr;
            if (fact != nullptr) seen.known.push_back(column);
            const bool logic = model_.facts.facts[input.fact].type == domain::FactType::boolean;
            seen.table.columns.push_back(columns::make_column(
                logic, 1, [&](std::size_t) { return fact == nullptr ? columns::kUnknown : fact->value; }));
        }
        return seen;
    }

    const Model& model_;
    const domain::KnownFacts& known_;
    const std::vector<std::optional<std::size_t>>& provider_of_;
    Date reference_;
};

}  // namespace

SetAsideResult resolve_set_asides(const Model& model, const domain::KnownFacts* known,
                                  const std::vector<std::optional<std::size_t>>& provider_of,
                                  const std::vector<SetAside>& set_asides, Date reference) {
    SetAsideResult result;
    for (const auto& set_aside : set_asides) {
        if (known == nullptr) {
            result.idle.push_back({set_aside, "een bestand in brede vorm zegt niet wat op een eerdere dag bekend was"});
            continue;
        }
        const auto step = Resolver(model, *known, provider_of, reference).step(set_aside);
        if (step) {
            result.applied.push_back({set_aside.row, set_aside.indicator, *step, set_aside.explanation, set_aside.by,
                                      set_aside.agreed_by, set_aside.date});
        } else {
            result.idle.push_back({set_aside, step.error().reason});
        }
    }
    return result;
}

}  // namespace slagboom::scoring
