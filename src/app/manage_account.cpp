#include "app/manage_account.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encoding.h"
#include "base/random.h"

namespace slagboom::app {
namespace {

constexpr std::size_t kStartPasswordBytes = 15;  // 24 characters of base32, 120 bits

bool is_account_name(std::string_view text) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return text.size() >= 2 &&
           std::all_of(text.begin(), text.end(), [&](char c) { return letter(c) || c == '.' || c == '-'; });
}

}  // namespace

Answer<CreatedAccount> create_account(System& system, const SignedIn& who, const NewAccount& wanted) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::manage_accounts));
    if (!wanted.roles.empty()) SLAGBOOM_CHECK(allowed(system, who, domain::Verb::assign_roles));
    if (!is_account_name(wanted.name))
        return invalid("/naam", "verwacht 2 of meer kleine letters, cijfers, punten of streepjes");
    CreatedAccount created;
    created.password = base32(random_bytes(kStartPasswordBytes));
    auto& account = created.account;
    account.name = wanted.name;
    account.display_name = wanted.display_name;
    account.password_hash = system.passwords.hash(created.password);
    account.start_password = true;
    auto transaction = begin(system, who);
    if (storage::find_account(transaction.sql(), account.name))
        return conflict("bestaat-al", "Er is al een gebruiker met deze naam, of die was er.");
    if (auto faults = faults_of(transaction.sql(), wanted.roles); !faults.empty()) return invalid(std::move(faults));
    account.id = storage::insert_account(transaction, account);
    account.recorded_at = transaction.recorded_at();
    if (!wanted.roles.empty()) put_roles(transaction, account, wanted.roles);
    const nlohmann::json content{{"naam", account.name}, {"weergavenaam", account.display_name}};
    transaction.audit({"gebruiker-gemaakt", {"gebruiker", account.id}, 0, {}, content.dump()});
    if (!wanted.roles.empty())
        transaction.audit({"rollen-gegeven", {"gebruiker", account.id}, 0, {}, roles_text(wanted.roles)});
    transaction.commit();
    return created;
}

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
