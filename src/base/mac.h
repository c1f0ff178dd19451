#pragma once

#include <string>
#include <string_view>

namespace slagboom {

/// HMAC-SHA256 (RFC 2104): 32 bytes that only a holder of the key can make.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

/// Whether both are the same, in a time that tells nothing of where they differ. Their lengths are no secret.
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace slagboom
