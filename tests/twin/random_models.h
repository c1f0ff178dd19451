#pragma once

#include <string>
#include <utility>
#include <vector>

#include "scoring/model.h"
#include "scoring/population.h"
#include "scoring/set_aside.h"
#include "twin/model_twin.h"
#include "twin/random_rules.h"

namespace slagboom::tests {

/// A rule of a test that must be right; throws std::logic_error with the reason where it is not.
expr::TypedTree condition(const std::string& rule, const domain::FactCatalogue& facts);

/// An indicator with rising steps (rule, points), counting in both phases.
scoring::Indicator scored_indicator(const domain::FactCatalogue& facts, const std::string& key, std::size_t category,
                                    const std::vector<std::pair<std::string, int>>& steps);
scoring::Indicator knock_out(const domain::FactCatalogue& facts, const std::string& key, int floor,
                             const std::string& rule);

/// A random model over random facts, with rows whose values often are the very limits of its rules.
struct ModelCase {
    World world;
    scoring::Model model;
};
ModelCase random_model_case(Random& random, std::size_t rows);

/// Forgets about this share of the cells.
void forget(Random& random, std::vector<Row>& rows, unsigned percent);

/// Rows as a population in wide form, providers in order. `names` may leave room between them.
scoring::Population population_of(const scoring::Model& model, const std::vector<Row>& rows, Date reference);

/// At most one per provider and indicator. `only_hits`: each lies on a step that is true, as decision 25 makes them;
/// otherwise anything goes.
std::vector<scoring::AppliedSetAside> random_set_asides(Random& random, const TwinScreening& screening,
                                                        const std::vector<Row>& rows, bool only_hits);

/// Everything of a model that a person needs to see what went wrong.
std::string model_text(const scoring::Model& model);
std::string cells_text(const Row& row);

}  // namespace slagboom::tests
