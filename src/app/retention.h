#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/signed_in.h"

namespace slagboom::app {

/// What is over its term, or was destroyed: counts and ids, no content.
struct RetentionReport {
    struct Class {
        std::string_view name;   ///< "feiten"
        std::string_view title;  ///< Dutch
        std::int64_t records = 0;
    };
    std::vector<Class> classes;           ///< all of domain/retention.h, in that order
    std::vector<std::int64_t> providers;  ///< of whom something goes
    std::vector<std::int64_t> held;       ///< of whom something would go, but for a legal hold
    std::int64_t destruction = 0;         ///< id of the stored report; 0 for a plan

    std::int64_t records() const;
};

/// What destroy_expired() would destroy now. Destroys nothing.
Answer<RetentionReport> plan_retention(System& system, const SignedIn& who);

/// Destroys what is over its term (domain/retention.h), in one transaction with its report. The chain of the log stays
/// whole, and a run keeps its counts but cannot be made again where a fact it read is gone. A provider without a known
/// end of service is still at work, and nothing of it goes.
Answer<RetentionReport> destroy_expired(System& system, const SignedIn& who);

/// Nothing of this provider is destroyed until the hold is lifted. The answer is the id of the hold.
Answer<std::int64_t> hold_dossier(System& system, const SignedIn& who, std::int64_t provider,
                                  const std::string& reason);
Answer<Done> release_dossier(System& system, const SignedIn& who, std::int64_t provider);

}  // namespace slagboom::app
