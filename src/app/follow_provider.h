#pragma once

#include "app/signed_in.h"

namespace slagboom::app {

/// Puts a provider among those that who asks follows. It changes nothing when it was there.
Answer<Done> follow_provider(System& system, const SignedIn& who, std::int64_t provider);
/// And takes it away.
Answer<Done> unfollow_provider(System& system, const SignedIn& who, std::int64_t provider);

}  // namespace slagboom::app
