#include "app/own_second_factor.h"

#include <fmt/format.h>

#include "app/sign_in.h"
#include "base/encoding.h"
#include "base/totp.h"

namespace slagboom::app {
namespace {

/// What the sealed secret is bound to, as sign_in() opens it.
std::string place_of(const storage::Account& account) { return fmt::format("gebruiker {}", account.id); }

}  // namespace

Answer<SecondFactor> begin_second_factor(System& system, const SignedIn& who, const std::string& password) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::set_own_second_factor));
    if (!system.key) return no_installation_key();
    SLAGBOOM_CHECK(confirm_password(system, who, password, "/wachtwoord"));
    const SecretBytes secret = make_totp_secret();
    auto transaction = begin(system, who);
    auto account = storage::find_account(transaction.sql(), who.account.id);
    account->second_factor_pending = system.key->seal(secret.view(), place_of(*account));
    storage::update_account(transaction, *account);
    transaction.audit({"tweede-factor-begonnen", {"gebruiker", account->id}, 0, {}, {}});
    transaction.commit();
    return SecondFactor{base32(secret.view()), totp_uri(secret, "Slagboom", account->name)};
}

Answer<Done> confirm_second_factor(System& system, const SignedIn& who, const std::string& code) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::set_own_second_factor));
    if (!system.key) return no_installation_key();
    auto transaction = begin(system, who);
    auto account = storage::find_account(transaction.sql(), who.account.id);
    if (!account->second_factor_pending)
        return conflict("niet-in-deze-toestand", "Er is geen tweede factor begonnen om te bevestigen.");
    const auto secret = system.key->open(*account->second_factor_pending, place_of(*account));
    const auto step = secret ? totp_step(code, *secret, system.phones.now().unix_seconds(), std::nullopt)
                             : std::optional<std::int64_t>();
    if (!step) return invalid("/code", "deze code klopt niet; kijk of de klok van uw telefoon goed staat");
    account->second_factor = std::move(account->second_factor_pending);
    account->second_factor_pending.reset();
    account->second_factor_step = *step;
    storage::update_account(transaction, *account);
    transaction.audit({"tweede-factor-ingesteld", {"gebruiker", account->id}, 0, {}, {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
