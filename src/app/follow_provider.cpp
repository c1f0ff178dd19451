#include "app/follow_provider.h"

#include "storage/follow_store.h"
#include "storage/provider_store.h"

namespace slagboom::app {

Answer<Done> follow_provider(System& system, const SignedIn& who, std::int64_t provider) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::follow_provider));
    auto transaction = begin(system, who);
    const auto found = storage::find_provider(transaction.sql(), scope, provider);
    if (!found) return not_found();
    if (found->merged_into)
        return conflict("niet-in-deze-toestand", "Deze aanbieder is in een andere opgegaan; volg die.");
    if (storage::follows(transaction.sql(), who.account.id, provider)) return Done{};
    storage::insert_follow(transaction, who.account.id, provider);
    transaction.audit({"aanbieder-gevolgd", {"aanbieder", provider}, provider, {}, {}});
    transaction.commit();
    return Done{};
}

Answer<Done> unfollow_provider(System& system, const SignedIn& who, std::int64_t provider) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::follow_provider));
    auto transaction = begin(system, who);
    if (!storage::find_provider(transaction.sql(), scope, provider)) return not_found();
    if (!storage::follows(transaction.sql(), who.account.id, provider)) return Done{};
    storage::delete_follow(transaction, who.account.id, provider);
    transaction.audit({"aanbieder-niet-meer-gevolgd", {"aanbieder", provider}, provider, {}, {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
