#pragma once

#include <optional>
#include <string>
#include <vector>

#include "columns/trit.h"
#include "domain/assessment_words.h"
#include "scoring/population.h"
#include "scoring/set_aside.h"

namespace slagboom::scoring {

/// The points of one category, before and after its cap, at both ends.
struct CategorySum {
    std::size_t category = 0;
    int lowest_sum = 0;
    int lowest_counted = 0;
    int highest_sum = 0;
    int highest_counted = 0;
};

struct KnockOutOutcome {
    std::size_t indicator = 0;
    domain::Outcome outcome = domain::Outcome::clear;
};

/// A part of a rule that decided an outcome.
struct DecidingPart {
    std::size_t step = 0;  ///< 0: the rule about applicability
    std::string text;      ///< as a rule
    std::string sentence;  ///< in Dutch
    columns::Trit outcome = columns::Trit::unknown;
    bool compares = false;    ///< whether the next four mean anything
    bool in_percent = false;  ///< a side is written as a percentage, so people read both so
    domain::FactType type = domain::FactType::number;
    std::optional<double> seen;   ///< the left side
    std::optional<double> limit;  ///< the right side
};

/// A fact in the parts that decided, also when it is missing.
struct FactSeen {
    std::size_t column = 0;  ///< of the population's table
    domain::Period period;
    std::optional<domain::FactValue> value;
    std::optional<Origin> origin;
};

/// Why an indicator has its outcome. Made while scoring, from the columns that the evaluator kept.
struct Reason {
    std::size_t indicator = 0;
    domain::Outcome outcome = domain::Outcome::clear;
    int points = 0;           ///< in `lowest`
    int possible_points = 0;  ///< in `highest`
    std::vector<DecidingPart> deciding;
    std::vector<FactSeen> facts;
    std::vector<AppliedSetAside> set_asides;  ///< where the outcome is set_aside: what was accepted, by whom
};

/// A missing fact that can still change the colour, or only the sub-category (decision 22).
struct MissingFact {
    std::size_t column = 0;
    domain::Period period;
    int points = 0;  ///< how far `highest` falls when every unknown indicator that reads it turns out clear
    bool changes_colour = true;
};

/// Points that are certain, of all points that count for this provider. `all` 0 is shown as –.
struct Completeness {
    int known = 0;
    int all = 0;
    std::optional<double> share() const {
        return all == 0 ? std::nullopt : std::optional(static_cast<double>(known) / all);
    }
};

/// What a model says of a provider: a risk estimate and no judgement.
struct Assessment {
    std::size_t row = 0;
    int lowest = 0;
    int highest = 0;
    domain::Colour colour = domain::Colour::grey;
    std::optional<domain::SubCategory> sub_category;
    bool settled = false;
    std::vector<domain::Colour> possible_colours;              ///< from lowest to highest
    std::vector<domain::SubCategory> possible_sub_categories;  ///< likewise, of the reds among them
    Completeness completeness;
    std::optional<std::size_t> urgency;  ///< rank among the reds
    std::vector<CategorySum> categories;
    std::vector<KnockOutOutcome> knock_outs;
    std::vector<Reason> reasons;  ///< by indicator, those that count in the phase
    std::vector<MissingFact> missing;
};

}  // namespace slagboom::scoring
