#include "base/mac.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <cstdlib>

#include "base/octets.h"

namespace slagboom {

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
    std::string code(32, '\0');
    unsigned length = 0;
    const char* given = key.empty() ? "" : key.data();  // no address at all would mean the key of the call before
    // Fails only when the library itself is broken, or for a key of more than 2 GiB, which nobody has.
    if (HMAC(EVP_sha256(), given, static_cast<int>(key.size()), octets(bytes), bytes.size(), octets(code), &length) ==
            nullptr ||
        length != code.size())
        std::abort();
    return code;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace slagboom
