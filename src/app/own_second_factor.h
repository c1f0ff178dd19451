#pragma once

#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

/// A secret for an authenticator program: shown once, stored sealed.
struct SecondFactor {
    std::string secret;  ///< base32, to type
    std::string uri;     ///< otpauth://…, for a QR code
};

/// Makes a secret that counts once a code has confirmed it; until then an earlier second factor goes on counting.
Answer<SecondFactor> begin_second_factor(System& system, const SignedIn& who, const std::string& password);
/// Makes the begun secret the second factor, when the code is one of it. That code signs in nowhere.
Answer<Done> confirm_second_factor(System& system, const SignedIn& who, const std::string& code);

}  // namespace slagboom::app
