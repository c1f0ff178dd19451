#pragma once

#include <cstdint>
#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

/// Keeps somebody out: his sessions and keys end at once. Nobody blocks himself, so that there is always one left who
/// can let others in.
Answer<storage::Account> block_account(System& system, const SignedIn& who, std::int64_t account,
                                       const std::string& reason);
/// Lets him in again, also when he gave too many wrong passwords. His sessions and keys do not come back.
Answer<Done> unblock_account(System& system, const SignedIn& who, std::int64_t account);

}  // namespace slagboom::app
