#include "app/sign_in.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/random.h"
#include "base/sha256.h"
#include "base/text.h"
#include "base/totp.h"
#include "storage/installation_store.h"
#include "storage/session_store.h"

namespace slagboom::app {
namespace {

using storage::Account;
using storage::Actor;

// A session that is in use is written to the database no more often than this.
constexpr std::int64_t kTouchMicroseconds = std::int64_t{60} * 1'000'000;

Refusal unauthenticated() {
    return {Refusal::Kind::unauthenticated,
            "niet-aangemeld",
            "Meld u aan; uw sessie is er niet of is verlopen.",
            {},
            {},
            0};
}

Refusal wrong() {
    return {Refusal::Kind::unauthenticated,
            "aanmelding-onjuist",
            "De naam, het wachtwoord of de code klopt niet.",
            {},
            {},
            0};
}

Refusal locked(std::int64_t microseconds) {
    const auto seconds = static_cast<std::size_t>(std::max<std::int64_t>(1, microseconds / 1'000'000));
    return {Refusal::Kind::too_many,
            "te-vaak",
            "Er is te vaak een verkeerd wachtwoord of een verkeerde code gegeven. Wacht en probeer het dan opnieuw.",
            {},
            {},
            seconds};
}

/// Who has no second factor gets in to make one, and who was given a password to choose his own: for nothing else
/// (decision 41).
void limit_to_arranging(SignedIn& who, bool example) {
    if (who.account.start_password) who.arrange_first.emplace_back("wachtwoord");
    if (!who.account.second_factor && !example) who.arrange_first.emplace_back("tweede-factor");
    if (who.arrange_first.empty()) return;
    who.verbs = std::vector<std::string>{"view_own_session", "sign_out", "sign_out_everywhere", "set_own_second_factor",
                                         "change_own_password"};
}

Actor actor_of(const Account& account) { return {Actor::Kind::account, account.id, 0}; }

/// Counts the attempt, in the name of the account it was made on.
void count_failure(System& system, std::int64_t account_id) {
    auto transaction = system.database.write({Actor::Kind::account, account_id, 0});
    auto account = storage::find_account(transaction.sql(), account_id);
    ++account->failed_attempts;
    if (const auto lock = lock_after(account->failed_attempts); lock != 0)
        account->locked_until = system.now().microseconds + lock;
    storage::update_account(transaction, *account);
    transaction.audit({"aanmelden-mislukt", {"gebruiker", account_id}, 0, {}, {}});
    transaction.commit();
}

/// The step of the code when it is right; 0 where none is needed.
std::optional<std::int64_t> second_factor_step(System& system, const Account& account, const std::string& code) {
    if (!account.second_factor) return 0;
    if (!system.key) return std::nullopt;
    const auto secret = system.key->open(*account.second_factor, fmt::format("gebruiker {}", account.id));
    if (!secret) return std::nullopt;
    return totp_step(code, *secret, system.phones.now().unix_seconds(), account.second_factor_step);
}

}  // namespace

Answer<StartedSession> sign_in(System& system, const SignInRequest& request) {
    std::optional<Account> account;
    bool example = false;
    {
        const auto snapshot = system.database.read();
        account = storage::find_account(snapshot.sql(), request.name);
        const auto installation = storage::find_installation(snapshot.sql());
        example = installation && installation->example;
    }
    const auto now = system.now().microseconds;
    const auto stored = account ? std::optional(account->password_hash) : std::nullopt;
    const bool password_fits = system.passwords.verify(request.password, stored);
    if (!account) {
        const auto wait = system.guesses.locked_or_counted(request.name, now);
        return wait ? locked(*wait) : wrong();
    }
    if (account->locked_until && *account->locked_until > now) return locked(*account->locked_until - now);
    const auto step = second_factor_step(system, *account, request.code);
    if (!password_fits || !step || account->blocked_at) {
        count_failure(system, account->id);
        return wrong();
    }
    StartedSession session;
    session.token = random_token();
    session.ends_at = now + kSessionMicroseconds;
    auto transaction = system.database.write(actor_of(*account));
    account = storage::find_account(transaction.sql(), account->id);
    // Two requests with the same code at once: the second finds it used. And much can change while a password is
    // hashed.
    if (*step != 0 && account->second_factor_step >= *step) return wrong();
    if (account->blocked_at || account->password_hash != *stored) return wrong();
    account->second_factor_step = std::max(account->second_factor_step, *step);
    account->failed_attempts = 0;
    account->locked_until.reset();
    if (needs_rehash(account->password_hash)) account->password_hash = system.passwords.hash(request.password);
    storage::update_account(transaction, *account);
    const auto id = storage::insert_session(transaction, sha256_hex(session.token), account->id, now, session.ends_at);
    transaction.audit({"aangemeld", {"sessie", id}, 0, {}, {}});
    session.who.roles = storage::roles_of(transaction.sql(), account->id);
    transaction.commit();
    session.who.account = std::move(*account);
    session.who.actor = actor_of(session.who.account);
    session.who.session = id;
    session.who.session_began_at = now;
    session.who.session_ends_at = session.ends_at;
    session.who.session_idles_at = now + kIdleMicroseconds;
    limit_to_arranging(session.who, example);
    return session;
}

Answer<SignedIn> find_signed_in(System& system, const std::string& token) {
    const auto now = system.now().microseconds;
    SignedIn who;
    std::int64_t used_at = 0;
    {
        const auto snapshot = system.database.read();
        const auto session = storage::find_session(snapshot.sql(), sha256_hex(token));
        if (!session) return unauthenticated();
        // A clock that was set back does not lengthen a session: it may not have begun in the future.
        const bool over = now >= session->ends_at || now - session->used_at >= kIdleMicroseconds ||
                          session->started_at - now > kTouchMicroseconds;
        if (over) return unauthenticated();
        auto account = storage::find_account(snapshot.sql(), session->account);
        if (!account || account->blocked_at) return unauthenticated();
        who.account = std::move(*account);
        who.roles = storage::roles_of(snapshot.sql(), session->account);
        who.actor = actor_of(who.account);
        who.session = session->id;
        who.session_began_at = session->started_at;
        who.session_ends_at = session->ends_at;
        used_at = session->used_at;
        const auto installation = storage::find_installation(snapshot.sql());
        limit_to_arranging(who, installation && installation->example);
    }
    const bool touch = now - used_at >= kTouchMicroseconds;
    if (touch) storage::touch_session(system.database, who.session, now);
    who.session_idles_at = std::min((touch ? now : used_at) + kIdleMicroseconds, who.session_ends_at);
    return who;
}

Answer<SignedIn> find_key_holder(System& system, const std::string& token) {
    const auto snapshot = system.database.read();
    const auto key = storage::find_api_key(snapshot.sql(), sha256_hex(token));
    if (!key || key->ends_on <= system.today()) return unauthenticated();
    auto account = storage::find_account(snapshot.sql(), key->account);
    if (!account || account->blocked_at) return unauthenticated();
    SignedIn who;
    who.roles = storage::roles_of(snapshot.sql(), key->account);
    who.actor = {Actor::Kind::api_key, account->id, key->id};
    who.account = std::move(*account);
    who.verbs = key->verbs;
    return who;
}

Answer<Done> confirm_password(System& system, const SignedIn& who, const std::string& password, std::string field) {
    const auto now = system.now().microseconds;
    const auto account = storage::find_account(system.database.read().sql(), who.account.id);
    if (account->locked_until && *account->locked_until > now) return locked(*account->locked_until - now);
    if (system.passwords.verify(password, account->password_hash)) return Done{};
    count_failure(system, account->id);
    return invalid(std::move(field), "dit is niet uw wachtwoord van nu");
}

Answer<Done> sign_out(System& system, const SignedIn& who) {
    auto transaction = begin(system, who);
    storage::end_session(transaction, who.session);
    transaction.audit({"afgemeld", {"sessie", who.session}, 0, {}, {}});
    transaction.commit();
    return Done{};
}

Answer<Done> sign_out_everywhere(System& system, const SignedIn& who) {
    auto transaction = begin(system, who);
    const auto ended = storage::end_sessions(transaction, who.account.id);
    transaction.audit({"overal-afgemeld", {"gebruiker", who.account.id}, 0, fmt::format("{} sessies", ended), {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
