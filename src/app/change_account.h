#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

/// What can be changed of an account; what is nothing stays.
struct AccountChange {
    std::optional<std::string> display_name;
};
Answer<storage::Account> change_account(System& system, const SignedIn& who, std::int64_t account, std::int64_t version,
                                        const AccountChange& change);

}  // namespace slagboom::app
