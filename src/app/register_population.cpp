#include "app/register_population.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "storage/source_store.h"

namespace slagboom::app {

using domain::FactType;

namespace {

void suppose(std::vector<storage::StoredFact>& rows, const Supposition& supposition) {
    std::erase_if(rows, [&](const auto& row) { return row.id == supposition.instead_of; });
    if (!supposition.value) return;
    storage::StoredFact row;
    row.provider = supposition.provider;
    row.fact = supposition.fact;
    row.period = supposition.period;
    row.value = *supposition.value;
    row.known_on = supposition.known_on;
    rows.push_back(std::move(row));
}

}  // namespace

std::optional<domain::FactValue> model_value(const domain::FactDefinition& fact, const storage::StoredValue& value) {
    if (fact.type != FactType::choice) return value.number;
    for (std::size_t i = 0; i < fact.options.size(); ++i) {
        if (fact.options[i].key == value.choice) return static_cast<double>(i);
    }
    return std::nullopt;
}

storage::StoredValue stored_value(const domain::FactDefinition& fact, domain::FactValue value) {
    if (fact.type != FactType::choice) return {value, std::nullopt};
    return {std::nullopt, fact.options[static_cast<std::size_t>(value)].key};
}

RegisterPopulation::RegisterPopulation(storage::Connection& sql, const scoring::Model& model,
                                       std::vector<storage::InService> providers, std::int64_t recorded_until,
                                       const Supposition* supposition)
    : model_(model), providers_(std::move(providers)) {
    std::map<std::int64_t, std::size_t> row_of;
    for (std::size_t row = 0; row < providers_.size(); ++row) row_of[providers_[row].provider] = row;
    const std::optional<std::int64_t> only =
        providers_.size() == 1 ? std::optional(providers_.front().provider) : std::nullopt;

    std::map<std::int64_t, std::size_t> source_of;
    for (auto& [id, source] : storage::all_sources(sql)) {
        source_of[id] = sources_.size();
        sources_.push_back(source.name);
    }
    std::set<std::tuple<std::int64_t, std::string, std::string>> disputed;
    for (auto& cell : storage::disputed_cells(sql, recorded_until, only))
        disputed.emplace(cell.provider, cell.fact, cell.period);
    if (supposition != nullptr) disputed.erase({supposition->provider, supposition->fact, supposition->period});

    storage::FactQuestion question;
    question.recorded_until = recorded_until;
    question.provider = only;
    auto rows = storage::facts_recorded(sql, question);
    if (supposition != nullptr) suppose(rows, *supposition);
    std::vector<domain::Fact> facts;
    for (const auto& stored : rows) {
        const auto row = row_of.find(stored.provider);
        const auto index = model.facts.find(stored.fact);
        if (row == row_of.end() || !index) continue;  // of somebody else, or no fact of this model
        const auto value = model_value(model.facts.facts[*index], stored.value);
        const auto period = domain::parse_period(stored.period);
        if (!value || !period) continue;
        const bool open = disputed.contains({stored.provider, stored.fact, stored.period});
        facts.push_back(
            {row->second, *index, *period, *value, stored.known_on, open, source_of[stored.source], stored.id});
    }
    known_ = std::make_unique<domain::KnownFacts>(model.facts, std::move(facts));
}

scoring::Population RegisterPopulation::head() const {
    scoring::Population population;
    for (const auto& provider : providers_) population.providers.push_back(provider.kvk);
    population.selection = "Beoordeeld is wie volgens het register op de peildatum onder contract stond.";
    population.sources = sources_;
    population.table.rows = providers_.size();
    return population;
}

void RegisterPopulation::add_column(scoring::Population& population, const expr::Input& input) const {
    const auto& facts = population.facts.back();
    const bool logic = model_.facts.facts[input.fact].type == FactType::boolean;
    population.table.columns.push_back(columns::make_column(logic, facts.size(), [&](std::size_t row) {
        return facts[row] == nullptr ? columns::kUnknown : facts[row]->value;
    }));
}

scoring::Population RegisterPopulation::on(Date reference) const {
    return read_by([&](std::size_t row, const expr::Input& input) {
        return scoring::fact_read(model_, *known_, row, input, reference);
    });
}

}  // namespace slagboom::app
