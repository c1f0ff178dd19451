#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/signed_in.h"
#include "storage/assessment_store.h"

namespace slagboom::app {

/// What an indicator said in one run: of how many providers. Whom it does not apply to is in none of these.
struct IndicatorCount {
    std::string key;
    std::string title;
    std::optional<std::string> category;  ///< a knock-out has none
    std::int64_t hits = 0;
    std::int64_t clears = 0;
    std::int64_t unknown = 0;
    std::int64_t set_aside = 0;
    std::int64_t withheld = 0;

    std::int64_t applied() const { return hits + clears + unknown + set_aside + withheld; }
};

struct IndicatorCounts {
    storage::StoredScreening screening;
    std::int64_t counted = 0;  ///< assessments that still have an explanation
    std::vector<IndicatorCount> indicators;
};

/// Counts alone, of the whole region, in the order of the model; from the explanations as they were stored.
Answer<IndicatorCounts> count_indicators(System& system, const SignedIn& who, std::int64_t screening);

}  // namespace slagboom::app
