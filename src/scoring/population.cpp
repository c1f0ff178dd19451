#include "scoring/population.h"

namespace slagboom::scoring {

using domain::FactType;

std::optional<domain::FactValue> Population::value(std::size_t column, std::size_t row) const {
    if (const auto* numbers = std::get_if<columns::NumberColumn>(&table.columns[column])) {
        const double value = (*numbers)[row];
        return columns::is_unknown(value) ? std::nullopt : std::optional(value);
    }
    const columns::Trit value = std::get<columns::LogicColumn>(table.columns[column])[row];
    if (value == columns::Trit::unknown) return std::nullopt;
    return value == columns::Trit::yes ? 1.0 : 0.0;
}

std::optional<Origin> Population::origin(std::size_t column, std::size_t row) const {
    if (!value(column, row)) return std::nullopt;
    if (facts.empty()) return wide_source;
    const domain::Fact* fact = facts[column][row];
    return Origin{sources[fact->source], fact->known_on};
}

const domain::Fact* fact_read(const Model& model, const domain::KnownFacts& known, std::size_t provider,
                              const expr::Input& input, Date reference) {
    if (!model.facts.facts[input.fact].periodic()) return known.dated(provider, input.fact, reference);
    return known.in_period(provider, input.fact, model.period_of(input, reference), reference);
}

void read_facts(Population& population, const Model& model, const domain::KnownFacts& known,
                const std::vector<std::optional<std::size_t>>& provider_of, Date reference) {
    population.table.rows = population.providers.size();
    for (const expr::Input& input : model.program.inputs) {
        auto& facts = population.facts.emplace_back(population.table.rows, nullptr);
        for (std::size_t row = 0; row < population.table.rows; ++row) {
            if (provider_of[row]) facts[row] = fact_read(model, known, *provider_of[row], input, reference);
        }
        if (model.facts.facts[input.fact].type == FactType::boolean) {
            auto& column =
                std::get<columns::LogicColumn>(population.table.columns.emplace_back(columns::LogicColumn{}));
            for (const auto* fact : facts) {
                column.push_back(fact == nullptr    ? columns::Trit::unknown
                                 : fact->value != 0 ? columns::Trit::yes
                                                    : columns::Trit::no);
            }
        } else {
            auto& column =
                std::get<columns::NumberColumn>(population.table.columns.emplace_back(columns::NumberColumn{}));
            for (const auto* fact : facts) column.push_back(fact == nullptr ? columns::kUnknown : fact->value);
        }
    }
}

}  // namespace slagboom::scoring
