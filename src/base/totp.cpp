#include "base/totp.h"

#include <fmt/format.h>
#include <oath.h>

#include <array>
#include <cstdlib>

#include "base/encoding.h"
#include "base/mac.h"

namespace slagboom {
namespace {

constexpr std::size_t kSecretSize = 20;
constexpr unsigned kDigits = 6;
constexpr unsigned kStepSeconds = 30;

void start_oath() {
    static const int started = oath_init();
    if (started != OATH_OK) std::abort();
}

std::string code_of_step(const SecretBytes& secret, std::int64_t step) {
    std::array<char, kDigits + 1> code{};
    const auto moment = static_cast<time_t>(step * kStepSeconds);
    // Fails only when the library itself is broken; a wrong code would be worse than no answer.
    if (oath_totp_generate(reinterpret_cast<const char*>(secret.data()), secret.size(), moment, kStepSeconds,
                           OATH_TOTP_DEFAULT_START_TIME, kDigits, code.data()) != OATH_OK)
        std::abort();
    return code.data();
}

/// All but the unreserved characters of RFC 3986 as %XX.
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string result;
    for (const char c : text) {
        if (kUnreserved.find(c) != kUnreserved.npos)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

}  // namespace

SecretBytes make_totp_secret() { return SecretBytes::random(kSecretSize); }

std::string totp_uri(const SecretBytes& secret, std::string_view issuer, std::string_view account_name) {
    return fmt::format("otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits={3}&period={4}",
                       percent_encoded(issuer), percent_encoded(account_name), base32(secret.view()), kDigits,
                       kStepSeconds);
}

std::optional<std::int64_t> totp_step(std::string_view code, const SecretBytes& secret, std::int64_t unix_seconds,
                                      std::optional<std::int64_t> last_used_step) {
    start_oath();
    const std::int64_t present = unix_seconds / kStepSeconds;
    // By chance two steps may share a code. The newest counts, so that the code cannot be used for the other one after.
    std::optional<std::int64_t> found;
    for (std::int64_t step = present - 1; step <= present + 1; ++step)
        if (step >= 0 && equal_in_constant_time(code, code_of_step(secret, step))) found = step;
    if (!found || (last_used_step && *found <= *last_used_step)) return std::nullopt;
    return found;
}

}  // namespace slagboom
