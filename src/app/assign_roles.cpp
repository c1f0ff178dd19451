#include "app/assign_roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/session_store.h"

namespace slagboom::app {
namespace {

using domain::Role;
using storage::AccountRole;

/// The faults of one role.
class Judge {
 public:
    Judge(storage::Connection& sql, const GivenRole& given, std::size_t number)
        : sql_(sql), role_(given.role), provider_(given.provider), place_(fmt::format("/rollen/{}", number)) {}

    std::vector<FieldFault> faults() {
        look_at_municipality();
        look_at_ground();
        look_at_provider();
        if (role_.valid_until && *role_.valid_until <= role_.valid_from) fault("tot", "ligt niet na 'van'");
        return std::move(faults_);
    }

 private:
    void fault(std::string_view field, std::string reason) {
        faults_.push_back({fmt::format("{}/{}", place_, field), std::move(reason), 0});
    }

    void look_at_municipality() {
        const bool never = role_.role == Role::contractmanager_regio || role_.role == Role::aanbieder;
        if (never && role_.municipality) fault("gemeente", "deze rol is er niet per gemeente");
        if (role_.role == Role::contractmanager_gemeente && !role_.municipality) fault("gemeente", "is nodig");
        if (!role_.municipality) return;
        const auto all = storage::municipalities(sql_);
        const bool known =
            std::any_of(all.begin(), all.end(), [&](const auto& of) { return of.code == role_.municipality; });
        if (!known) fault("gemeente", "deze gemeente is er niet");
    }

    /// A designation gives a supervisor power in a municipality, and a mandate a decision maker: neither without the
    /// other.
    void look_at_ground() {
        const bool designated = role_.law || role_.aspect;
        const bool supervisor = role_.role == Role::toezichthouder;
        const bool decides = role_.role == Role::beslisser;
        if (designated && !supervisor) fault("aanwijzing", "alleen een toezichthouder wordt aangewezen");
        if (supervisor && role_.municipality.has_value() != designated)
            fault(designated ? "gemeente" : "aanwijzing", "een aanwijzing en haar gemeente horen bij elkaar");
        const bool mandated = role_.document && !designated;
        if (mandated && !decides) fault("mandaat", "alleen een beslisser heeft een mandaat");
        if (decides && role_.municipality.has_value() != mandated)
            fault(mandated ? "gemeente" : "mandaat", "een mandaat en zijn gemeente horen bij elkaar");
    }

    void look_at_provider() {
        if (role_.role != Role::aanbieder) {
            if (provider_) fault("aanbieder", "alleen de rol aanbieder spreekt voor een aanbieder");
        } else if (!provider_) {
            fault("aanbieder", "is nodig");
        } else if (!storage::provider_stands(sql_, *provider_)) {
            fault("aanbieder", "deze aanbieder is er niet, of is in een andere opgegaan");
        }
    }

    storage::Connection& sql_;
    const AccountRole& role_;
    std::optional<std::int64_t> provider_;
    std::string place_;
    std::vector<FieldFault> faults_;
};

template <class T>
nlohmann::json json_of(const std::optional<T>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
}

}  // namespace

std::vector<FieldFault> role_faults(storage::Connection& sql, const std::vector<GivenRole>& roles) {
    std::vector<FieldFault> all;
    std::optional<std::int64_t> provider;
    const auto speaks_for_a_provider = [](const GivenRole& of) { return of.role.role == Role::aanbieder; };
    const bool speaks = std::any_of(roles.begin(), roles.end(), speaks_for_a_provider);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        if (speaks && !speaks_for_a_provider(roles[i]))
            all.push_back(
                {fmt::format("/rollen/{}/rol", i), "wie voor een aanbieder spreekt heeft geen andere rol", 0});
        auto faults = Judge(sql, roles[i], i).faults();
        all.insert(all.end(), faults.begin(), faults.end());
        if (!roles[i].provider) continue;
        if (provider && provider != roles[i].provider)
            all.push_back({fmt::format("/rollen/{}/aanbieder", i), "een gebruiker spreekt voor één aanbieder", 0});
        provider = roles[i].provider;
    }
    return all;
}

void put_roles(storage::Transaction& transaction, storage::Account& account, const std::vector<GivenRole>& roles) {
    account.provider.reset();
    std::vector<AccountRole> rows;
    for (const auto& given : roles) {
        rows.push_back(given.role);
        if (given.provider) account.provider = given.provider;
    }
    storage::replace_roles(transaction, account.id, rows);
    storage::forget_answers(transaction, account.id);
    storage::update_account(transaction, account);
    ++account.version;
}

std::string roles_text(const std::vector<GivenRole>& roles) {
    nlohmann::json all = nlohmann::json::array();
    for (const auto& [role, provider] : roles)
        all.push_back({{"rol", domain::name(role.role)},
                       {"gemeente", json_of(role.municipality)},
                       {"aanbieder", json_of(provider)},
                       {"van", role.valid_from},
                       {"tot", json_of(role.valid_until)},
                       {"wet", json_of(role.law)},
                       {"soort", json_of(role.aspect)},
                       {"stuk", json_of(role.document)},
                       {"datum", json_of(role.document_date)}});
    return all.dump();
}

Answer<storage::Account> assign_roles(System& system, const SignedIn& who, std::int64_t account, std::int64_t version,
                                      const std::vector<GivenRole>& roles) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::assign_roles));
    auto transaction = begin(system, who);
    auto found = storage::find_account(transaction.sql(), account);
    if (!found) return not_found();
    if (account == who.account.id) return conflict("tweede-persoon-nodig", "Uw eigen rollen geeft een ander.");
    if (found->version != version) return stale();
    if (auto faults = role_faults(transaction.sql(), roles); !faults.empty()) return invalid(std::move(faults));
    put_roles(transaction, *found, roles);
    transaction.audit({"rollen-gegeven", {"gebruiker", account}, 0, {}, roles_text(roles)});
    transaction.commit();
    return std::move(*found);
}

}  // namespace slagboom::app
