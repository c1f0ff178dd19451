#include "app/restore_access.h"

#include <nlohmann/json.hpp>

#include "base/password.h"
#include "storage/session_store.h"

namespace slagboom::app {
namespace {

void give(storage::Account& account, const std::string& password_hash) {
    account.password_hash = password_hash;
    account.start_password = true;
    account.failed_attempts = 0;
    account.locked_until.reset();
}

void take_second_factor(storage::Account& account) {
    account.second_factor.reset();
    account.second_factor_pending.reset();
}

}  // namespace

Answer<AddedAccount> restore_access(System& system, const SignedIn& who, std::int64_t account, LostAccess lost,
                                    const std::string& reason) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::restore_access));
    if (account == who.account.id) return conflict("tweede-persoon-nodig", "Uw eigen toegang herstelt een ander.");
    AddedAccount restored;
    std::string hash;  // slow, so before the transaction
    if (lost == LostAccess::password) {
        restored.start_password = make_start_password();
        hash = system.passwords.hash(*restored.start_password);
    }
    auto transaction = begin(system, who);
    const auto found = storage::find_account(transaction.sql(), account);
    if (!found) return not_found();
    restored.account = *found;
    if (found->blocked_at)
        return conflict("niet-in-deze-toestand", "Deze gebruiker is geblokkeerd; hef eerst de blokkade op.");
    if (lost == LostAccess::second_factor && !found->second_factor)
        return conflict("niet-in-deze-toestand", "Deze gebruiker heeft geen tweede factor.");
    if (lost == LostAccess::password)
        give(restored.account, hash);
    else
        take_second_factor(restored.account);
    storage::update_account(transaction, restored.account);
    ++restored.account.version;
    const nlohmann::json content{{"reden", reason}, {"sessies", storage::end_sessions(transaction, account)}};
    const auto* const action = lost == LostAccess::password ? "wachtwoord-hersteld" : "tweede-factor-weggenomen";
    transaction.audit({action, {"gebruiker", account}, 0, {}, content.dump()});
    transaction.commit();
    return restored;
}

}  // namespace slagboom::app
