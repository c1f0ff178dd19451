#pragma once

#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

/// What became of a model folder.
struct LoadedVersion {
    std::string hash;
    std::string name;
    std::string version;
    bool was_there = false;  ///< this very content was stored before: nothing changed
};

/// Stores a model folder as an immutable version, addressed by the hash of its content (decision 27). A folder that is
/// not in order is refused, with every fault. Facts that an earlier version has must keep their type and frequency, for
/// the register keeps their values.
Answer<LoadedVersion> load_model(System& system, const SignedIn& who, const std::string& folder);

}  // namespace slagboom::app
