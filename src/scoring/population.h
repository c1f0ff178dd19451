#pragma once

#include <optional>
#include <string>
#include <vector>

#include "columns/table.h"
#include "domain/known_facts.h"
#include "scoring/model.h"

namespace slagboom::scoring {

/// Where the value of a cell comes from.
struct Origin {
    std::string source;
    Date known_on;
    std::int64_t fact = 0;  ///< its row in the register; 0 outside one
};

/// The providers of a screening and what a model reads of each on its reference date. A row is a provider, a column a
/// cell of `Model::program.inputs`, in that order.
struct Population {
    std::vector<std::string> providers;  ///< ordered bytewise, each once
    std::string selection;               ///< a Dutch sentence: who is in it, and why
    columns::Table table;

    /// In long form: per column and row the fact that counts, null where unknown. Empty in wide form, where every cell
    /// is of `wide_source` and known on the reference date.
    std::vector<std::vector<const domain::Fact*>> facts;
    std::vector<std::string> sources;  ///< what Fact::source points into
    Origin wide_source;

    std::optional<Origin> origin(std::size_t column, std::size_t row) const;
    /// The value of a cell, nothing where it is unknown.
    std::optional<domain::FactValue> value(std::size_t column, std::size_t row) const;
};

/// The fact that a rule reads for this cell on this day (decisions 2 and 3), null when it is unknown.
const domain::Fact* fact_read(const Model& model, const domain::KnownFacts& known, std::size_t provider,
                              const expr::Input& input, Date reference);

/// Fills `population.table` and `facts` for its providers. `provider_of[row]` is the provider's number in the facts, or
/// nothing where no row speaks of it: then all is unknown.
void read_facts(Population& population, const Model& model, const domain::KnownFacts& known,
                const std::vector<std::optional<std::size_t>>& provider_of, Date reference);

}  // namespace slagboom::scoring
