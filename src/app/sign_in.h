#pragma once

#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

// Sessions end after half an hour without use and after ten hours in any case: a working day (OWASP ASVS 5.0, 7.3).
inline constexpr std::int64_t kIdleMicroseconds = std::int64_t{30} * 60 * 1'000'000;
inline constexpr std::int64_t kSessionMicroseconds = std::int64_t{10} * 3600 * 1'000'000;

struct SignInRequest {
    std::string name;
    std::string password;
    std::string code;  ///< of the second factor; empty when none was given
};

struct StartedSession {
    std::string token;  ///< for the cookie; only its hash is stored
    std::int64_t ends_at = 0;
    SignedIn who;
};

/// Signs in with password and second factor. Every refusal looks alike, and an account that is not there takes as long
/// as one that is.
Answer<StartedSession> sign_in(System& system, const SignInRequest& request);

/// Who holds this session; ends for want of use, at its absolute end, and when its account is blocked.
Answer<SignedIn> find_signed_in(System& system, const std::string& token);
/// Who holds this API key, within its verbs and until its end date.
Answer<SignedIn> find_key_holder(System& system, const std::string& token);

/// Is this the password of who asks, typed again to be sure that it is he? A wrong one counts as an attempt to sign in.
/// `field` is where a request has it.
Answer<Done> confirm_password(System& system, const SignedIn& who, const std::string& password, std::string field);

Answer<Done> sign_out(System& system, const SignedIn& who);
Answer<Done> sign_out_everywhere(System& system, const SignedIn& who);

}  // namespace slagboom::app
