#pragma once

#include <vector>

#include "scoring/run_context.h"

namespace slagboom::scoring {

/// The numbers of every provider, as columns.
struct Scores {
    std::vector<std::vector<std::uint8_t>>
        outcomes;  ///< domain::Outcome per indicator; empty for one that does not count in the phase
    std::vector<std::uint16_t> lowest, highest;
    std::vector<std::uint16_t> known, all;  ///< points of the completeness
};

/// Adds up what the codes say (decisions 16–20). `codes` after set-asides.
Scores score(const Model& model, domain::Phase phase, const RunContext& context, const CodeTable& codes,
             const Division& division = {});

}  // namespace slagboom::scoring
