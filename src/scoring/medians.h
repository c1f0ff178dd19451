#pragma once

#include <string>
#include <vector>

#include "domain/fact.h"
#include "scoring/screening.h"

namespace slagboom::scoring {

/// What stands in the middle of a population, for one side of a comparison: beside the value of one provider it says
/// whether that is much or little.
struct Median {
    std::size_t indicator = 0;
    std::size_t step = 0;  ///< from 1
    std::string part;      ///< as a rule, like DecidingPart::text
    domain::FactType type = domain::FactType::number;
    double value = 0;       ///< in the unit of the type: cents, days since 1970
    std::size_t known = 0;  ///< of how many providers the value is known
};

/// Of fewer providers than this a median would tell about one of them (ui.md 2.4: numbers under ten stay hidden).
inline constexpr std::size_t kFewestForMedian = 10;

/// The medians of the left sides of all comparisons of numbers and dates, over the providers to whom their indicator
/// applies and of whom the value is known. Of an even number the mean of the middle two; of dates the earlier of them,
/// so that it is a day. In order of indicator, step and part.
std::vector<Median> medians(const Screening& screening);

}  // namespace slagboom::scoring
