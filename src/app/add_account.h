#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/signed_in.h"

namespace slagboom::app {

struct AccountOrder {
    std::string name;          ///< small letters, digits, dots and dashes; never changes
    std::string display_name;  ///< to show
    std::string password;
    bool start_password = false;           ///< given by somebody else: to be changed before anything else
    std::optional<std::int64_t> provider;  ///< for the role aanbieder
    std::vector<storage::AccountRole> roles;
};

/// Adds somebody who may sign in.
Answer<std::int64_t> add_account(System& system, const SignedIn& who, const AccountOrder& order);

/// The very first account of an installation: an administrator, added by nobody but the installation (decision 32).
Answer<std::int64_t> add_first_account(System& system, const AccountOrder& order);

/// What is not right about these roles, with field names below `/rollen`.
std::vector<FieldFault> role_faults(storage::Connection& sql, const std::vector<storage::AccountRole>& roles,
                                    const std::optional<std::int64_t>& provider);

}  // namespace slagboom::app
