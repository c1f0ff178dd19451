#include "app/own_password.h"

#include <fmt/format.h>

#include "app/sign_in.h"
#include "storage/session_store.h"

namespace slagboom::app {

Answer<Done> change_own_password(System& system, const SignedIn& who, const PasswordChange& change) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::change_own_password));
    SLAGBOOM_CHECK(confirm_password(system, who, change.present, "/huidig"));
    if (const auto fault = password_fault(change.wanted, who.account.name)) return invalid("/nieuw", *fault);
    if (change.wanted == change.present) return invalid("/nieuw", "dit is het wachtwoord dat u al had");
    const std::string hash = system.passwords.hash(change.wanted);
    auto transaction = begin(system, who);
    auto account = storage::find_account(transaction.sql(), who.account.id);
    account->password_hash = hash;
    account->start_password = false;
    storage::update_account(transaction, *account);
    const auto ended = storage::end_sessions(transaction, account->id, who.session);
    transaction.audit(
        {"wachtwoord-gewijzigd", {"gebruiker", account->id}, 0, fmt::format("{} sessies beëindigd", ended), {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
