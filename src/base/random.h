#pragma once

#include <cstddef>
#include <string>

namespace slagboom {

/// Bytes that nobody can guess, from the system. For keys take SecretBytes::random, which is wiped.
std::string random_bytes(std::size_t count);

/// 32 random bytes as base64url: 43 characters that are safe in a cookie, a header and an address.
std::string random_token();

}  // namespace slagboom
