#include "app/block_account.h"

#include <nlohmann/json.hpp>

#include "storage/session_store.h"

namespace slagboom::app {

Answer<storage::Account> block_account(System& system, const SignedIn& who, std::int64_t account,
                                       const std::string& reason) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::block_account));
    auto transaction = begin(system, who);
    auto found = storage::find_account(transaction.sql(), account);
    if (!found) return not_found();
    if (account == who.account.id) return conflict("tweede-persoon-nodig", "Uzelf blokkeren doet een ander.");
    if (found->blocked_at) return conflict("niet-in-deze-toestand", "Deze gebruiker is al geblokkeerd.");
    found->blocked_at = transaction.recorded_at();
    storage::update_account(transaction, *found);
    ++found->version;
    const nlohmann::json content{{"reden", reason},
                                 {"sessies", storage::end_sessions(transaction, account)},
                                 {"sleutels", storage::end_api_keys(transaction, account)}};
    transaction.audit({"gebruiker-geblokkeerd", {"gebruiker", account}, 0, {}, content.dump()});
    transaction.commit();
    return std::move(*found);
}

Answer<Done> unblock_account(System& system, const SignedIn& who, std::int64_t account) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::block_account));
    auto transaction = begin(system, who);
    auto found = storage::find_account(transaction.sql(), account);
    if (!found) return not_found();
    found->blocked_at.reset();
    found->locked_until.reset();
    found->failed_attempts = 0;
    storage::update_account(transaction, *found);
    transaction.audit({"blokkade-opgeheven", {"gebruiker", account}, 0, {}, {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
