#pragma once

#include <string>
#include <vector>

#include "scoring/kernels.h"
#include "scoring/population.h"

namespace slagboom::scoring {

/// A hit whose innocent explanation two people accepted (decision 25).
struct SetAside {
    std::size_t row = 0;  ///< of the population
    std::size_t indicator = 0;
    std::optional<domain::Period> period;  ///< what it is about; nothing for facts with a date
    std::string explanation;
    std::string by;
    std::string agreed_by;
    Date date;  ///< applies from this day on
};

/// A set-aside that counts in this screening: up to this step.
struct AppliedSetAside {
    std::size_t row = 0;
    std::size_t indicator = 0;
    std::size_t step = 0;
    std::string explanation = {};  ///< what two people accepted, who, and when: stands with the assessment
    std::string by = {};
    std::string agreed_by = {};
    Date date = {};
};

/// One that does not, and why, for the report.
struct IdleSetAside {
    SetAside set_aside;
    std::string reason;
};

struct SetAsideResult {
    std::vector<AppliedSetAside> applied;
    std::vector<IdleSetAside> idle;
};

/// Which set-asides count on the reference date: those whose known values, as known on their own date for their own
/// period, have been what the indicator reads ever since; one that has ended stays ended. `known` is null in wide form,
/// where nothing was known before the reference date. `provider_of[row]` is the provider's number in the facts.
SetAsideResult resolve_set_asides(const Model& model, const domain::KnownFacts* known,
                                  const std::vector<std::optional<std::size_t>>& provider_of,
                                  const std::vector<SetAside>& set_asides, Date reference);

}  // namespace slagboom::scoring
