#pragma once

#include "app/signed_in.h"
#include "storage/provider_store.h"

namespace slagboom::app {

/// Changes with whom to speak at a provider. Refused as stale when somebody else changed it after `provider.version`.
Answer<Done> edit_contact(System& system, const SignedIn& who, const storage::Provider& provider);

}  // namespace slagboom::app
