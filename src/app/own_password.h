#pragma once

#include <string>

#include "app/signed_in.h"

namespace slagboom::app {

struct PasswordChange {
    std::string present;
    std::string wanted;
};

/// Gives who asks another password, when he knows the present one. His other sessions end.
Answer<Done> change_own_password(System& system, const SignedIn& who, const PasswordChange& change);

}  // namespace slagboom::app
