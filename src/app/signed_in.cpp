#include "app/signed_in.h"

#include <algorithm>

#include "storage/session_store.h"

namespace slagboom::app {

using storage::Actor;

namespace {

Refusal arrange_first() {
    return {Refusal::Kind::forbidden,
            "eerst-instellen",
            "Stel eerst een eigen wachtwoord en de tweede factor in; in uw sessie staat wat er nog moet.",
            {},
            {},
            0};
}

/// In the name of an account, without a session.
SignedIn acting(storage::Account account, std::vector<storage::AccountRole> roles, const Actor& actor) {
    SignedIn who;
    who.account = std::move(account);
    who.roles = std::move(roles);
    who.actor = actor;
    return who;
}

}  // namespace

Answer<storage::Scope> allowed(const System& system, const SignedIn& who, domain::Verb verb) {
    if (who.verbs && std::find(who.verbs->begin(), who.verbs->end(), domain::name(verb)) == who.verbs->end())
        return who.arrange_first.empty() ? forbidden() : arrange_first();
    auto scope = storage::ScopeMaker::for_verb(who.account, who.roles, verb, system.today());
    if (!scope && domain::of_own_session(verb)) return storage::ScopeMaker::of_nothing();
    if (!scope) return forbidden();
    return std::move(*scope);
}

std::vector<std::string_view> allowed_verbs(const System& system, const SignedIn& who) {
    std::vector<std::string_view> names;
    for (const auto& row : domain::kVerbRows) {
        const auto verb = domain::verb_named(row.name);
        if (verb && allowed(system, who, *verb)) names.push_back(row.name);
    }
    std::sort(names.begin(), names.end());
    return names;
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
    return acting(std::move(*account), std::move(roles), actor);
}

Answer<SignedIn> act_for_job(System& system, std::int64_t account_id, std::int64_t job) {
    const auto snapshot = system.database.read();
    auto account = storage::find_account(snapshot.sql(), account_id);
    if (!account || account->blocked_at) return forbidden();
    const Actor actor{Actor::Kind::job, account->id, job};
    auto roles = storage::roles_of(snapshot.sql(), account->id);
    return acting(std::move(*account), std::move(roles), actor);
}

}  // namespace slagboom::app
