#pragma once

#include <cstdint>
#include <optional>
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

/// Is everything arranged, where needed for every municipality, and this version of the model adopted? Until then a
/// screening is a trial.
bool setup_complete(storage::Connection& sql, const std::string& model_hash);

/// The list with everything that is needed, whether it is done or not.
struct SetupLine {
    SetupRequirement requirement;
    std::string municipality;  ///< empty: the whole region
    std::optional<storage::SetupItem> done;
};
struct SetupList {
    bool complete = false;
    std::vector<SetupLine> lines;
    std::int64_t version = 0;  ///< another one for another content
};
/// For the newest version of the model: who adopted an older one has yet to adopt it.
SetupList setup_list(storage::Connection& sql);
SetupList setup_list(storage::Connection& sql, const std::string& model_hash);

/// That an item is arranged, with the document that says so; or that it is not.
struct SetupChange {
    std::string key;
    std::string municipality;
    bool done = false;
    std::string done_on;   ///< ISO; needed when done
    std::string document;  ///< needed when done
};
/// Makes all changes or none. `version` is that of the list as the changer saw it; nothing where nobody looked.
Answer<SetupList> change_setup(System& system, const SignedIn& who, const std::vector<SetupChange>& changes,
                               std::optional<std::int64_t> version);

}  // namespace slagboom::app
