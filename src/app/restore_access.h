#pragma once

#include <optional>
#include <string>

#include "app/add_account.h"

namespace slagboom::app {

/// What somebody no longer has of what he signs in with.
enum class LostAccess { password, second_factor };

/// Lets somebody who forgot his password or lost his phone sign in again: with a password to start with, or by setting
/// a second factor anew. The other of the two stays, for who brings about the one has it not. His sessions end at once;
/// wrong passwords are forgotten. Nobody does it for himself: he has pages for that, which ask his password.
Answer<AddedAccount> restore_access(System& system, const SignedIn& who, std::int64_t account, LostAccess lost,
                                    const std::string& reason);

}  // namespace slagboom::app
