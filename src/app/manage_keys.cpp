#include "app/manage_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "base/random.h"
#include "base/sha256.h"

namespace slagboom::app {
namespace {

using domain::Verb;

constexpr int kLongestMonths = 12;

/// A machine gives nobody access, itself and its maker included.
bool gives_access(Verb verb) {
    return verb == Verb::manage_keys || verb == Verb::manage_accounts || verb == Verb::assign_roles ||
           verb == Verb::restore_access || verb == Verb::block_account;
}

std::vector<FieldFault> faults_of(const System& system, const NewKey& wanted,
                                  const std::optional<storage::Account>& account,
                                  const std::vector<storage::AccountRole>& roles) {
    std::vector<FieldFault> faults;
    const Date today = system.now().day_in_amsterdam();
    if (wanted.ends_on <= today.iso() || wanted.ends_on > today.plus_months(kLongestMonths).iso())
        faults.push_back({"/eindigtOp", "verwacht een dag na vandaag en hoogstens een jaar verder", 0});
    if (wanted.verbs.empty()) faults.push_back({"/verben", "een sleutel zonder werkwoorden kan niets", 0});
    if (!account || account->blocked_at) {
        faults.push_back({"/gebruiker", "deze gebruiker is er niet, of is geblokkeerd", 0});
        return faults;
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < wanted.verbs.size(); ++i) {
        const auto verb = domain::verb_named(wanted.verbs[i]);
        const std::string place = fmt::format("/verben/{}", i);
        if (!verb || domain::of_own_session(*verb) || gives_access(*verb))
            faults.push_back({place, "dit is geen werkwoord voor een sleutel", 0});
        else if (!storage::ScopeMaker::for_verb(*account, roles, *verb, today.iso()))
            faults.push_back({place, "de gebruiker mag dit zelf niet", 0});
        else if (!seen.insert(wanted.verbs[i]).second)
            faults.push_back({place, "staat er twee keer", 0});
    }
    return faults;
}

}  // namespace

Answer<CreatedKey> create_key(System& system, const SignedIn& who, const NewKey& wanted) {
    SLAGBOOM_CHECK(allowed(system, who, Verb::manage_keys));
    CreatedKey created;
    created.token = "slb_" + random_token();
    auto transaction = begin(system, who);
    const auto account = storage::find_account(transaction.sql(), wanted.account);
    const auto roles = storage::roles_of(transaction.sql(), wanted.account);
    if (auto faults = faults_of(system, wanted, account, roles); !faults.empty()) return invalid(std::move(faults));
    auto& key = created.key;
    key.account = wanted.account;
    key.name = wanted.name;
    key.verbs = wanted.verbs;
    key.ends_on = wanted.ends_on;
    key.recorded_at = transaction.recorded_at();
    key.id = storage::insert_api_key(transaction, key, sha256_hex(created.token));
    const nlohmann::json content{
        {"naam", key.name}, {"gebruiker", key.account}, {"verben", key.verbs}, {"eindigtOp", key.ends_on}};
    transaction.audit({"sleutel-gemaakt", {"sleutel", key.id}, 0, {}, content.dump()});
    transaction.commit();
    return created;
}

Answer<Done> end_key(System& system, const SignedIn& who, std::int64_t key) {
    SLAGBOOM_CHECK(allowed(system, who, Verb::manage_keys));
    auto transaction = begin(system, who);
    if (!storage::end_api_key(transaction, key, 0)) return not_found();
    transaction.audit({"sleutel-ingetrokken", {"sleutel", key}, 0, {}, {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
