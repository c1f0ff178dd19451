#include "app/add_account.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/password.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "storage/register_store.h"

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
    if (const auto fault = password_fault(order.password, order.name)) faults.push_back({"/wachtwoord", *fault, 0});
    return faults;
}

Answer<std::int64_t> insert(System& system, storage::Transaction& transaction, const AccountOrder& order,
                            const std::string& hash) {
    auto faults = faults_of(order);
    for (auto& fault : role_faults(transaction.sql(), order.roles, order.provider)) faults.push_back(std::move(fault));
    if (!faults.empty()) return invalid(std::move(faults));
    if (storage::find_account(transaction.sql(), order.name))
        return conflict("bestaat-al", "Er is al een gebruiker met deze naam.");
    storage::Account account;
    account.name = order.name;
    account.display_name = order.display_name;
    account.provider = order.provider;
    account.password_hash = hash;
    account.start_password = order.start_password;
    const auto id = storage::insert_account(transaction, account);
    auto roles = order.roles;
    for (auto& role : roles) {
        if (role.valid_from.empty()) role.valid_from = system.today();
    }
    storage::replace_roles(transaction, id, roles);
    nlohmann::json content{{"naam", order.name}, {"rollen", nlohmann::json::array()}};
    for (const auto& role : roles)
        content["rollen"].push_back({{"rol", domain::name(role.role)}, {"gemeente", role.municipality.value_or("")}});
    transaction.audit({"gebruiker-gemaakt", {"gebruiker", id}, 0, {}, content.dump()});
    transaction.commit();
    return id;
}

}  // namespace

std::vector<FieldFault> role_faults(storage::Connection& sql, const std::vector<storage::AccountRole>& roles,
                                    const std::optional<std::int64_t>& provider) {
    const auto municipalities = storage::municipalities(sql);
    std::vector<FieldFault> faults;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const auto& role = roles[i];
        const std::string place = fmt::format("/rollen/{}", i);
        if (domain::needs_municipality(role.role) && !role.municipality)
            faults.push_back({place + "/gemeente", "deze rol geldt in een gemeente", 0});
        const bool known =
            !role.municipality || std::any_of(municipalities.begin(), municipalities.end(),
                                              [&](const auto& of) { return of.code == *role.municipality; });
        if (!known) faults.push_back({place + "/gemeente", "is geen gemeente van deze regio", 0});
        if (role.role == domain::Role::aanbieder && !provider)
            faults.push_back({place + "/aanbieder", "deze rol spreekt voor één aanbieder", 0});
    }
    return faults;
}

Answer<std::int64_t> add_account(System& system, const SignedIn& who, const AccountOrder& order) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::manage_accounts));
    if (!order.roles.empty()) SLAGBOOM_CHECK(allowed(system, who, domain::Verb::assign_roles));
    const std::string hash = system.passwords.hash(order.password);  // slow: before the transaction
    auto transaction = begin(system, who);
    return insert(system, transaction, order, hash);
}

Answer<std::int64_t> add_first_account(System& system, const AccountOrder& order) {
    const std::string hash = system.passwords.hash(order.password);
    auto transaction = system.database.write({storage::Actor::Kind::installation, 0, 0});
    if (!storage::accounts(transaction.sql()).empty())
        return conflict("bestaat-al", "Er is al een gebruiker; zeg met --as wie deze toevoegt.");
    const bool administers = std::any_of(order.roles.begin(), order.roles.end(),
                                         [](const auto& role) { return role.role == domain::Role::beheerder; });
    if (!administers) return invalid("/rollen", "de eerste gebruiker is een beheerder (--role beheerder)");
    return insert(system, transaction, order, hash);
}

}  // namespace slagboom::app
