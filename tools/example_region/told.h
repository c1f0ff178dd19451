#pragma once

#include <optional>

#include "region.h"

namespace example_region {

/// What the facts of one provider say, so that contracts and relations do not contradict them. Nothing where no fact
/// says it.
struct Told {
    std::optional<std::int64_t> clients;  ///< the fewest of any quarter
    bool lets_homes = false;              ///< on any day
    std::optional<Date> estate_company;   ///< the day on which it became known
    int replaced_directors = 0;           ///< in the twelve months before the extract of the trade register
    int moves = 0;                        ///< in the 24 months before it
};

/// Reads the lines of feiten.csv that are about one provider.
Told told_by(const Lines& facts);

}  // namespace example_region
