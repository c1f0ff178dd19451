#pragma once

#include <cstddef>

#include "app/signed_in.h"
#include "base/installation_key.h"

namespace slagboom::app {

struct RotatedKey {
    std::size_t files = 0;    ///< whose data keys were wrapped anew; their bytes stay as they are
    std::size_t secrets = 0;  ///< of second factors, sealed anew
};

/// Closes all that the installation key closes with another one (decision 38), in one transaction: it is all with the
/// new key, or nothing. Servers that still hold the old key must be stopped first; they would find nothing they can
/// open.
Answer<RotatedKey> rotate_key(System& system, const SignedIn& who, const InstallationKey& fresh);

}  // namespace slagboom::app
