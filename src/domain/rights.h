#pragma once

#include <optional>
#include <string_view>

#include "domain/fact.h"
#include "domain/rights_table.h"

namespace slagboom::domain {

// Who may do what. The tables are those of docs/rights.md: roles, verbs and reaches are read from there by the build.

std::string_view name(Role role);  ///< "toezichthouder": as in the table and on the API
std::optional<Role> role_named(std::string_view text);
std::string_view name(Verb verb);  ///< "view_provider": as in the table and in the contract's `x-verb`
std::optional<Verb> verb_named(std::string_view text);

Reach reach(Verb verb, Role role);
/// How far a role sees facts of a protection class.
Reach reach(Protection protection, Role role);

/// Does the verb concern nobody but who asks? Everybody who is signed in may do it, with a role or without.
bool of_own_session(Verb verb);

/// Must a role name its municipality? A supervisor has power only where he was designated, a decision maker only where
/// his mandate is; others may be of the region.
bool needs_municipality(Role role);

}  // namespace slagboom::domain
