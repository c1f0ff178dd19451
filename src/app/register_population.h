#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/known_facts.h"
#include "scoring/model.h"
#include "scoring/population.h"
#include "storage/connection.h"
#include "storage/fact_store.h"
#include "storage/register_store.h"

namespace slagboom::app {

/// A stored value as a model reads it. Nothing when the model has no such option any more: then it is unknown.
std::optional<domain::FactValue> model_value(const domain::FactDefinition& fact, const storage::StoredValue& value);
/// The other way round.
storage::StoredValue stored_value(const domain::FactDefinition& fact, domain::FactValue value);

/// A cell as it would be: in the place of the row that is corrected, and not disputed.
struct Supposition {
    std::int64_t provider = 0;
    std::string fact;
    std::string period;
    std::int64_t instead_of = 0;  ///< the row that falls away; 0: none
    std::optional<storage::StoredValue> value;
    Date known_on;
};

/// The register as a screening reads it: the providers, ordered by KvK number, and what was recorded of them at a
/// moment. Cells that were disputed then are marked so (decision 4). The model must outlive it.
class RegisterPopulation {
 public:
    RegisterPopulation(storage::Connection& sql, const scoring::Model& model, std::vector<storage::InService> providers,
                       std::int64_t recorded_until, const Supposition* supposition = nullptr);

    const std::vector<storage::InService>& providers() const { return providers_; }
    const domain::KnownFacts& known() const { return *known_; }

    /// What a rule reads on a day, for all providers. This object must outlive the population.
    scoring::Population on(Date reference) const;
    /// The same with another way to read cells; `read` gets provider, cell and may say null.
    template <class Read>
    scoring::Population read_by(const Read& read) const {
        scoring::Population population = head();
        for (const auto& input : model_.program.inputs) {
            auto& facts = population.facts.emplace_back(providers_.size(), nullptr);
            for (std::size_t row = 0; row < facts.size(); ++row) facts[row] = read(row, input);
            add_column(population, input);
        }
        return population;
    }

 private:
    scoring::Population head() const;
    void add_column(scoring::Population& population, const expr::Input& input) const;

    const scoring::Model& model_;
    std::vector<storage::InService> providers_;
    std::vector<std::string> sources_;
    std::unique_ptr<domain::KnownFacts> known_;
};

}  // namespace slagboom::app
