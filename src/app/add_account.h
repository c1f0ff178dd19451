#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/assign_roles.h"

namespace slagboom::app {

struct AccountOrder {
    std::string name;                     ///< small letters, digits, dots and dashes; never changes
    std::string display_name;             ///< to show
    std::optional<std::string> password;  ///< nothing: one to start with is made, to be changed before anything else
    std::vector<GivenRole> roles;         ///< valid from today where they do not say; asks the right to give roles
};

/// With which somebody can begin.
struct AddedAccount {
    storage::Account account;
    std::optional<std::string> start_password;  ///< shown once, kept nowhere
};

/// Adds somebody who may sign in.
Answer<AddedAccount> add_account(System& system, const SignedIn& who, const AccountOrder& order);

/// The very first account of an installation: an administrator, added by nobody but the installation (decision 32).
Answer<AddedAccount> add_first_account(System& system, const AccountOrder& order);

}  // namespace slagboom::app
