#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/secret_bytes.h"

namespace slagboom {

// One-time codes of an authenticator program (RFC 6238) as all of them understand it: six digits, 30 seconds, SHA-1.

/// 20 random bytes, the length of SHA-1, as RFC 4226 advises.
SecretBytes make_totp_secret();

/// What a QR code shows to the authenticator: otpauth://totp/Slagboom:jan?secret=…&issuer=Slagboom&…
/// It holds the secret: shown once, never stored or logged.
std::string totp_uri(const SecretBytes& secret, std::string_view issuer, std::string_view account_name);

/// The step of 30 seconds whose code this is: the present one, the one before or the one after, for clocks that differ.
/// Nothing when the code is wrong, or of a step that is not later than `last_used_step`: whoever saw a code being typed
/// cannot use it again. The caller stores the step as the last used one in the same transaction as the login.
std::optional<std::int64_t> totp_step(std::string_view code, const SecretBytes& secret, std::int64_t unix_seconds,
                                      std::optional<std::int64_t> last_used_step);

}  // namespace slagboom
