#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/signed_in.h"
#include "storage/installation_store.h"

namespace slagboom::app {

/// What must be arranged before a screening may open work (design §5.10).
struct SetupRequirement {
    std::string_view key;
    std::string_view title;
    bool per_municipality = false;
};
const std::vector<SetupRequirement>& setup_requirements();

/// Is everything arranged, where needed for every municipality? Until then a screening is a trial.
bool setup_complete(storage::Connection& sql);

/// Records that an item is arranged, with the document that says so; or that it is not.
Answer<Done> put_setup(System& system, const SignedIn& who, const storage::SetupItem& item, bool done);

}  // namespace slagboom::app
