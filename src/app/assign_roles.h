#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/signed_in.h"

namespace slagboom::app {

/// A role as somebody is given it. `role.account` and `role.id` are not looked at.
struct GivenRole {
    storage::AccountRole role;
    std::optional<std::int64_t> provider;  ///< whom a role `aanbieder` speaks for
};

/// Takes all roles of an account away and gives it these. Nobody does that to himself. `version` is that of the account
/// as the giver saw it.
Answer<storage::Account> assign_roles(System& system, const SignedIn& who, std::int64_t account, std::int64_t version,
                                      const std::vector<GivenRole>& roles);

/// What is wrong with roles that are to be given: a role without its municipality, designation, mandate or provider, or
/// with one that is not there or not its own.
std::vector<FieldFault> role_faults(storage::Connection& sql, const std::vector<GivenRole>& roles);
/// Writes them, in the transaction of a verb; sets whom the account speaks for.
void put_roles(storage::Transaction& transaction, storage::Account& account, const std::vector<GivenRole>& roles);
/// For the audit: JSON.
std::string roles_text(const std::vector<GivenRole>& roles);

}  // namespace slagboom::app
