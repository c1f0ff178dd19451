#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "scoring/assessment.h"
#include "scoring/model.h"
#include "scoring/set_aside.h"
#include "twin/rule_twin.h"

namespace slagboom::tests {

/// What the rules of an indicator say of a provider, before anything is set aside or withheld. Nothing is unknown.
struct TwinRules {
    std::optional<bool> applies = true;
    std::vector<std::optional<bool>> steps;
};

/// Decision 17: what a population decides for each of its providers.
struct TwinContext {
    std::vector<std::uint64_t> hits;
    std::vector<std::uint64_t> clears;
    std::vector<bool> withheld;
};

/// What the model says of one provider. By indicator where it is a list.
struct TwinAssessment {
    std::vector<std::optional<domain::Outcome>> outcomes;  ///< nothing: does not count in the phase
    std::vector<std::size_t> lowest_steps;                 ///< 0 where nothing counts
    std::vector<std::size_t> highest_steps;
    int lowest = 0;
    int highest = 0;
    int known = 0;
    int all = 0;
    domain::Colour colour = domain::Colour::grey;
    std::optional<domain::SubCategory> sub_category;
    bool settled = false;
    std::vector<domain::Colour> possible_colours;
    std::vector<domain::SubCategory> possible_sub_categories;
};

/// Everything that is the same for each provider of a screening.
struct TwinScreening {
    const scoring::Model& model;
    Date reference;
    domain::Phase phase = domain::Phase::monitoring;
};

/// The step set aside per indicator, 0 for none.
using AsideSteps = std::vector<std::size_t>;

/// The slow twin of a model: decisions 16 to 23 once more, one provider at a time, with the rule twin for its rules. Of
/// src/scoring it knows the structs and runs nothing.
TwinRules twin_rules(const TwinScreening& screening, std::size_t indicator, const Row& row);
TwinContext twin_context(const TwinScreening& screening, const std::vector<Row>& rows);
TwinAssessment twin_add_up(const TwinScreening& screening, const TwinContext& context,
                           const std::vector<TwinRules>& rules, const AsideSteps& aside);
TwinAssessment twin_assess(const TwinScreening& screening, const TwinContext& context, const Row& row,
                           const AsideSteps& aside);

AsideSteps aside_steps(const scoring::Model& model, const std::vector<scoring::AppliedSetAside>& set_asides,
                       std::size_t row);

/// Points in `highest` that are gone when every open indicator that reads the cell gets no more than is certain.
int twin_points_of(const TwinScreening& screening, const TwinAssessment& assessment, const CellName& cell);

/// Decision 23: how many reds go before, plus one. Nothing for who is not red.
std::vector<std::optional<std::size_t>> twin_urgency(const scoring::Model& model,
                                                     const std::vector<TwinAssessment>& all);

/// The cells that the rules of an indicator name.
std::set<CellName> twin_reads(const scoring::Indicator& indicator);
bool twin_counts(const scoring::Indicator& indicator, domain::Phase phase);

}  // namespace slagboom::tests
