#include "app/save_own_list.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace slagboom::app {
namespace {

constexpr std::size_t kMostLists = 50;

/// What the list searches for is left out: that can be a name.
std::string logged(const std::string& name) { return nlohmann::json{{"naam", name}}.dump(); }

}  // namespace

Answer<Done> save_own_list(System& system, const SignedIn& who, const storage::OwnList& list) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::save_own_list));
    auto transaction = begin(system, who);
    const auto all = storage::own_lists(transaction.sql(), who.account.id);
    const bool is_new = std::none_of(all.begin(), all.end(), [&](const auto& of) { return of.name == list.name; });
    if (is_new && all.size() >= kMostLists)
        return conflict("niet-in-deze-toestand", "U hebt al vijftig lijsten; verwijder er eerst een.");
    storage::put_own_list(transaction, who.account.id, list);
    transaction.audit({"lijst-bewaard", {"lijst", 0}, 0, {}, logged(list.name)});
    transaction.commit();
    return Done{};
}

Answer<Done> delete_own_list(System& system, const SignedIn& who, const std::string& name) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::save_own_list));
    auto transaction = begin(system, who);
    if (!storage::delete_own_list(transaction, who.account.id, name)) return not_found();
    transaction.audit({"lijst-verwijderd", {"lijst", 0}, 0, {}, logged(name)});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
