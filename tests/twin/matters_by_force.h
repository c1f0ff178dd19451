#pragma once

#include <map>
#include <string>

#include "twin/model_twin.h"
#include "twin/random_rules.h"

namespace slagboom::tests {

/// What brute force found out about a missing cell.
struct Matters {
    enum class How { not_at_all, sub_category, colour };
    How how = How::not_at_all;
    std::string example;  ///< two complete fillings that differ only in this cell
};

/// Decision 22 the hard way: every complete filling of the missing cells that rules read, over a grid of all limits
/// with one step to both sides, zero, options and extremes. Large grids are thinned at random.
std::map<CellName, Matters> what_matters(Random& random, const TwinScreening& screening, const TwinContext& context,
                                         const Row& row, const AsideSteps& aside);

}  // namespace slagboom::tests
