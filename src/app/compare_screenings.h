#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/signed_in.h"
#include "storage/assessment_store.h"

namespace slagboom::app {

/// How a provider stands at one moment of the replay.
struct Standing {
    std::string colour;
    std::string sub_category;  ///< empty when the colour is not red
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    std::map<std::string, int> outcomes = {};  ///< per indicator, to see which of them changed

    friend bool operator==(const Standing&, const Standing&) = default;
};

/// Why the outcome differs, in the order in which the difference is explained (decision 26).
enum class Cause { model, corrected, newly_known, newly_true, expired, set_aside, population };
std::string_view api_name(Cause cause);  ///< "model", "gecorrigeerd", …

/// One step of the replay that changed something.
struct CausedChange {
    Cause cause = Cause::model;
    Standing before;
    Standing after;
    std::vector<std::string> indicators;  ///< whose outcome it changed, by key
};

struct ComparedProvider {
    std::int64_t provider = 0;
    Standing before;
    Standing after;
    std::vector<CausedChange> causes;  ///< together they lead from before to after
};

struct Comparison {
    storage::StoredScreening before;
    storage::StoredScreening after;
    std::vector<ComparedProvider> both;  ///< those in both runs, in order of KvK number
    std::vector<std::int64_t> entered;   ///< only in the later run
    std::vector<std::int64_t> left;      ///< only in the earlier run
};

/// Compares two runs by replaying the later from the earlier, one cause at a time. The run with the earlier reference
/// date comes first. When one of them is of one provider, only that one is compared and nobody entered or left. Refused
/// when facts of either were destroyed: then it cannot be replayed.
Answer<Comparison> compare_screenings(System& system, const SignedIn& who, std::int64_t first, std::int64_t second);

}  // namespace slagboom::app
