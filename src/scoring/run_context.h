#pragma once

#include <vector>

#include "scoring/codes.h"

namespace slagboom::scoring {

/// How often an indicator hits in the population, before set-asides.
struct HitRate {
    HitCount count;
    bool withheld = false;
};

/// What a whole population decides for each of its providers: which indicators are withheld (decision 17). Stored with
/// the run; an assessment depends on it and on the provider's own facts, on nothing else of the others.
struct RunContext {
    std::vector<HitRate> indicators;  ///< in the order of the model
    bool withheld(std::size_t indicator) const { return indicators[indicator].withheld; }
};

/// Indicators are judged over the providers they apply to, from 30 with a hit or a clear on; never knock-outs or
/// indicators of 0 points.
inline constexpr std::uint64_t kFewestToWithhold = 30;

/// `codes` before set-asides.
RunContext make_context(const Model& model, domain::Phase phase, const CodeTable& codes, const Division& division = {});

}  // namespace slagboom::scoring
