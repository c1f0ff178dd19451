#include "app/add_account.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/password.h"

namespace slagboom::app {
namespace {

constexpr std::size_t kLongestName = 100;

bool is_account_name(const std::string& name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-'; };
    return name.size() >= 2 && name.size() <= kLongestName && std::all_of(name.begin(), name.end(), fits);
}

std::vector<FieldFault> faults_of(const AccountOrder& order) {
    std::vector<FieldFault> faults;
    if (!is_account_name(order.name))
        faults.push_back({"/naam", "verwacht 2 tot en met 100 kleine letters, cijfers, punten of streepjes", 0});
    if (order.display_name.empty() || order.display_name.size() > kLongestName * 2)
        faults.push_back({"/weergavenaam", "verwacht 1 tot en met 200 bytes", 0});
    const auto password = order.password ? password_fault(*order.password, order.name) : std::nullopt;
    if (password) faults.push_back({"/wachtwoord", *password, 0});
    return faults;
}

/// The account before it is in the register. Hashing is slow: it is done before the transaction.
AddedAccount prepared(System& system, const AccountOrder& order) {
    AddedAccount added;
    if (!order.password) added.start_password = make_start_password();
    added.account.name = order.name;
    added.account.display_name = order.display_name;
    added.account.start_password = added.start_password.has_value();
    added.account.password_hash = system.passwords.hash(order.password.value_or(added.start_password.value_or("")));
    return added;
}

std::vector<GivenRole> with_start(std::vector<GivenRole> roles, const std::string& today) {
    for (auto& given : roles) {
        if (given.role.valid_from.empty()) given.role.valid_from = today;
    }
    return roles;
}

Answer<AddedAccount> insert(System& system, storage::Transaction& transaction, const AccountOrder& order,
                            AddedAccount added) {
    const auto roles = with_start(order.roles, system.today());
    auto& account = added.account;
    if (auto faults = role_faults(transaction.sql(), roles); !faults.empty()) return invalid(std::move(faults));
    if (storage::find_account(transaction.sql(), account.name))
        return conflict("bestaat-al", "Er is al een gebruiker met deze naam, of die was er.");
    account.id = storage::insert_account(transaction, account);
    account.recorded_at = transaction.recorded_at();
    if (!roles.empty()) put_roles(transaction, account, roles);
    const nlohmann::json content{{"naam", account.name}, {"weergavenaam", account.display_name}};
    transaction.audit({"gebruiker-gemaakt", {"gebruiker", account.id}, 0, {}, content.dump()});
    if (!roles.empty()) transaction.audit({"rollen-gegeven", {"gebruiker", account.id}, 0, {}, roles_text(roles)});
    transaction.commit();
    return added;
}

}  // namespace

Answer<AddedAccount> add_account(System& system, const SignedIn& who, const AccountOrder& order) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::manage_accounts));
    if (!order.roles.empty()) SLAGBOOM_CHECK(allowed(system, who, domain::Verb::assign_roles));
    if (auto faults = faults_of(order); !faults.empty()) return invalid(std::move(faults));
    auto account = prepared(system, order);
    auto transaction = begin(system, who);
    return insert(system, transaction, order, std::move(account));
}

Answer<AddedAccount> add_first_account(System& system, const AccountOrder& order) {
    if (auto faults = faults_of(order); !faults.empty()) return invalid(std::move(faults));
    const bool administers = std::any_of(order.roles.begin(), order.roles.end(),
                                         [](const auto& given) { return given.role.role == domain::Role::beheerder; });
    if (!administers) return invalid("/rollen", "de eerste gebruiker is een beheerder (--role beheerder)");
    auto account = prepared(system, order);
    auto transaction = system.database.write({storage::Actor::Kind::installation, 0, 0});
    if (!storage::accounts(transaction.sql()).empty())
        return conflict("bestaat-al", "Er is al een gebruiker; zeg met --as wie deze toevoegt.");
    return insert(system, transaction, order, std::move(account));
}

}  // namespace slagboom::app
