#include "app/rotate_key.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "storage/account_store.h"
#include "storage/file_store.h"
#include "storage/installation_store.h"

namespace slagboom::app {
namespace {

Refusal does_not_open(std::string_view what, std::int64_t id) {
    return conflict("niet-in-deze-toestand",
                    fmt::format("{} {} gaat met de huidige sleutel niet open. Er is niets veranderd.", what, id));
}

Answer<std::size_t> rewrap_files(storage::Transaction& transaction, const InstallationKey& old,
                                 const InstallationKey& fresh) {
    const auto keys = storage::wrapped_keys(transaction.sql());
    for (const auto& of : keys) {
        const std::string place = fmt::format("bestand {}", of.file);
        const auto plain = old.unwrap(of.wrapped, place);
        if (!plain) return does_not_open("Bestand", of.file);
        storage::put_wrapped_key(transaction, {of.file, fresh.wrap(*plain, place)}, fresh.id());
    }
    return keys.size();
}

Answer<bool> reseal(std::optional<std::string>& secret, std::int64_t account, const InstallationKey& old,
                    const InstallationKey& fresh) {
    if (!secret) return false;
    const std::string place = fmt::format("gebruiker {}", account);
    const auto plain = old.open(*secret, place);
    if (!plain) return does_not_open("De tweede factor van gebruiker", account);
    secret = fresh.seal(plain->view(), place);
    return true;
}

Answer<std::size_t> reseal_secrets(storage::Transaction& transaction, const InstallationKey& old,
                                   const InstallationKey& fresh) {
    std::size_t secrets = 0;
    for (auto& account : storage::accounts(transaction.sql())) {
        SLAGBOOM_TRY(const bool held, reseal(account.second_factor, account.id, old, fresh));
        SLAGBOOM_TRY(const bool pending, reseal(account.second_factor_pending, account.id, old, fresh));
        if (!held && !pending) continue;
        storage::update_account(transaction, account);
        secrets += (held ? 1U : 0U) + (pending ? 1U : 0U);
    }
    return secrets;
}

}  // namespace

Answer<RotatedKey> rotate_key(System& system, const SignedIn& who, const InstallationKey& fresh) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::rotate_key));
    if (!system.key) return no_installation_key();
    if (fresh.id() == system.key->id()) return conflict("bestaat-al", "Dit is de sleutel die er al is.");
    auto transaction = begin(system, who);
    RotatedKey rotated;
    SLAGBOOM_TRY(rotated.files, rewrap_files(transaction, *system.key, fresh));
    SLAGBOOM_TRY(rotated.secrets, reseal_secrets(transaction, *system.key, fresh));
    storage::put_installation_key(transaction, fresh.id());
    const nlohmann::json content{{"van", system.key->id()}, {"naar", fresh.id()}};
    transaction.audit({"sleutel-vervangen", {"installatie", 1}, 0, {}, content.dump()});
    transaction.commit();
    return rotated;
}

}  // namespace slagboom::app
