#include "scoring/population.h"

namespace slagboom::scoring {

std::optional<domain::FactValue> Population::value(std::size_t column, std::size_t row) const {
    return columns::value_at(table.columns[column], row);
}

std::optional<Origin> Population::origin(std::size_t column, std::size_t row) const {
    if (!value(column, row)) return std::nullopt;
    if (facts.empty()) return wide_source;
    const domain::Fact* fact = facts[column][row];
    return Origin{sources[fact->source], fact->known_on, fact->id};
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
        const bool logic = model.facts.facts[input.fact].type == domain::FactType::boolean;
        population.table.columns.push_back(columns::make_column(logic, population.table.rows, [&](std::size_t row) {
            return facts[row] == nullptr ? columns::kUnknown : facts[row]->value;
        }));
    }
}

}  // namespace slagboom::scoring
