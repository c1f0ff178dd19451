#pragma once

#include <cstdint>
#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

/// Two registrations turn out to be one provider: `merged` goes up in `provider`. What holds of it now is said of the
/// other from now on; the rows from before stay as they were, so that the register as recorded earlier does not change.
/// Refused while a correction of `merged` is open.
Answer<std::int64_t> merge_providers(System& system, const SignedIn& who, std::int64_t provider, std::int64_t merged,
                                     const std::string& reason);

}  // namespace slagboom::app
