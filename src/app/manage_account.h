#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/assign_roles.h"

namespace slagboom::app {

struct NewAccount {
    std::string name;
    std::string display_name;
    std::vector<GivenRole> roles;  ///< asks the right to give roles as well
};

struct CreatedAccount {
    storage::Account account;
    std::string password;  ///< to start with: shown once, and to be changed before anything else
};

/// Names are lower-case letters, digits, dots and dashes, so that no two look alike.
Answer<CreatedAccount> create_account(System& system, const SignedIn& who, const NewAccount& wanted);

/// What can be changed of an account; what is nothing stays.
struct AccountChange {
    std::optional<std::string> display_name;
};
Answer<storage::Account> change_account(System& system, const SignedIn& who, std::int64_t account, std::int64_t version,
                                        const AccountChange& change);

}  // namespace slagboom::app
