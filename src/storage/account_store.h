#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/rights.h"
#include "storage/database.h"
#include "storage/scope.h"

namespace slagboom::storage {

/// Who may sign in. Names are unique and never given to somebody else.
struct Account {
    std::int64_t id = 0;
    std::string name;                      ///< to sign in with
    std::string display_name;              ///< to show
    std::optional<std::int64_t> provider;  ///< whom an account with role provider speaks for
    std::string password_hash;
    bool start_password = false;                       ///< given by somebody else: to be changed before anything else
    std::optional<std::string> second_factor;          ///< sealed; nothing until enrolled
    std::optional<std::string> second_factor_pending;  ///< sealed; begun, and not confirmed by a code yet
    std::int64_t second_factor_step = 0;
    std::int64_t failed_attempts = 0;
    std::optional<std::int64_t> locked_until;
    std::optional<std::int64_t> blocked_at;
    std::int64_t recorded_at = 0;
    std::int64_t version = 1;
};

/// A role with its ground. A supervisor's designation or a decision maker's mandate names its document.
struct AccountRole {
    std::int64_t id = 0;
    std::int64_t account = 0;
    domain::Role role = domain::Role::aanbieder;
    std::optional<std::string> municipality;  ///< nothing: the whole region
    std::string valid_from;
    std::optional<std::string> valid_until;
    std::optional<std::string> law;     ///< wmo or jeugdwet
    std::optional<std::string> aspect;  ///< kwaliteit or rechtmatigheid
    std::optional<std::string> document;
    std::optional<std::string> document_date;
};

std::optional<Account> find_account(Connection& sql, std::int64_t id);
std::optional<Account> find_account(Connection& sql, const std::string& name);
std::vector<Account> accounts(Connection& sql);
std::int64_t insert_account(Transaction& transaction, const Account& account);
/// Writes all but id and recorded_at, and raises the version. False when `account.version` is no longer the newest.
bool update_account(Transaction& transaction, const Account& account);

/// Those that have not been taken away; whether they hold today is for the caller.
std::vector<AccountRole> roles_of(Connection& sql, std::int64_t account);
/// Takes all roles away and gives these; the old rows stay, ended.
void replace_roles(Transaction& transaction, std::int64_t account, const std::vector<AccountRole>& roles);

/// The only maker of scopes: from the roles that hold on `today` (ISO), for one verb. Nothing when no role of the
/// account may do it.
class ScopeMaker {
 public:
    static std::optional<Scope> for_verb(const Account& account, const std::vector<AccountRole>& roles,
                                         domain::Verb verb, const std::string& today);
    /// For facts of a protection class.
    static std::optional<Scope> for_facts(const Account& account, const std::vector<AccountRole>& roles,
                                          domain::Protection protection, const std::string& today);

    /// Sees no provider: for what concerns nobody but who asks.
    static Scope of_nothing() { return {}; }

 private:
    template <class What>
    static std::optional<Scope> make(const Account& account, const std::vector<AccountRole>& roles, What what,
                                     const std::string& today);
};

}  // namespace slagboom::storage
