#include "app/change_account.h"

#include <nlohmann/json.hpp>

namespace slagboom::app {

Answer<storage::Account> change_account(System& system, const SignedIn& who, std::int64_t account, std::int64_t version,
                                        const AccountChange& change) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::manage_accounts));
    auto transaction = begin(system, who);
    auto found = storage::find_account(transaction.sql(), account);
    if (!found) return not_found();
    if (found->version != version) return stale();
    if (!change.display_name) return std::move(*found);
    const nlohmann::json content{{"weergavenaam", *change.display_name}, {"was", found->display_name}};
    found->display_name = *change.display_name;
    storage::update_account(transaction, *found);
    ++found->version;
    transaction.audit({"gebruiker-gewijzigd", {"gebruiker", account}, 0, {}, content.dump()});
    transaction.commit();
    return std::move(*found);
}

}  // namespace slagboom::app
