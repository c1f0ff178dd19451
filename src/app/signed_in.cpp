#include "app/signed_in.h"

#include <algorithm>

#include "storage/session_store.h"

namespace slagboom::app {

using storage::Actor;

Answer<storage::Scope> allowed(const System& system, const SignedIn& who, domain::Verb verb) {
    if (who.verbs && std::find(who.verbs->begin(), who.verbs->end(), domain::name(verb)) == who.verbs->end())
        return forbidden();
    auto scope = storage::ScopeMaker::for_verb(who.account, who.roles, verb, system.today());
    if (!scope) return forbidden();
    return std::move(*scope);
}

storage::Transaction begin(System& system, const SignedIn& who) {
    auto transaction = system.database.write(who.actor);
    if (!who.once) return transaction;
    if (storage::given_answer(transaction.sql(), who.account.id, who.once->key)) throw DoneBefore();
    storage::claim_key(transaction, who.once->key, who.once->request_hash);
    return transaction;
}

Answer<SignedIn> act_as(System& system, const std::string& account_name) {
    const auto snapshot = system.database.read();
    auto account = storage::find_account(snapshot.sql(), account_name);
    if (!account || account->blocked_at) return invalid("--as", "dit account is er niet, of het is geblokkeerd");
    const Actor actor{Actor::Kind::account, account->id, 0};
    auto roles = storage::roles_of(snapshot.sql(), account->id);
    return SignedIn{std::move(*account), std::move(roles), actor, std::nullopt, 0, 0, std::nullopt};
}

Answer<SignedIn> act_for_job(System& system, std::int64_t account_id, std::int64_t job) {
    const auto snapshot = system.database.read();
    auto account = storage::find_account(snapshot.sql(), account_id);
    if (!account || account->blocked_at) return forbidden();
    const Actor actor{Actor::Kind::job, account->id, job};
    auto roles = storage::roles_of(snapshot.sql(), account->id);
    return SignedIn{std::move(*account), std::move(roles), actor, std::nullopt, 0, 0, std::nullopt};
}

}  // namespace slagboom::app
