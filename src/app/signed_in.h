#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/refusal.h"
#include "app/system.h"
#include "domain/rights.h"
#include "storage/account_store.h"
#include "storage/actor.h"
#include "storage/scope.h"

namespace slagboom::app {

/// Who asks: an account with the roles it has now, and through what it came in. Made by sign-in, by an API key, by
/// `--as`, or for the queuer of a job; nowhere else.
struct SignedIn {
    storage::Account account;
    std::vector<storage::AccountRole> roles;
    storage::Actor actor;
    std::optional<std::vector<std::string>> verbs;  ///< an API key may do these alone
    /// What he must arrange before anything else: "wachtwoord", "tweede-factor"; then `verbs` are what that takes.
    std::vector<std::string_view> arrange_first;
    std::int64_t session = 0;  ///< 0 when it is none
    std::int64_t session_began_at = 0;
    std::int64_t session_ends_at = 0;
    std::int64_t session_idles_at = 0;  ///< ends then, when no request comes
    /// The key with which a client says "do this once", and the hash of what it asked.
    struct Once {
        std::string key;
        std::string request_hash;
    };
    std::optional<Once> once;
};

/// Thrown by begin() when a write with this key was committed by a request that ran beside this one.
class DoneBefore : public std::runtime_error {
 public:
    DoneBefore() : std::runtime_error("a write with this key was done before") {}
};

/// The transaction of a verb, in the name of who asks.
storage::Transaction begin(System& system, const SignedIn& who);

/// May they, and how far do they see? A verb and a read begin with this.
Answer<storage::Scope> allowed(const System& system, const SignedIn& who, domain::Verb verb);

/// The names of all verbs that they may do somewhere, sorted.
std::vector<std::string_view> allowed_verbs(const System& system, const SignedIn& who);

/// The account that a command line names with `--as`. Its right to the verb is asked like anybody's.
Answer<SignedIn> act_as(System& system, const std::string& account_name);
/// For whom a job acts, with the rights he has now (decision 32).
Answer<SignedIn> act_for_job(System& system, std::int64_t account, std::int64_t job);

}  // namespace slagboom::app
