#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace slagboom {

// Bytes as text (RFC 4648). Reading is strict: no blanks or line ends, no character outside the alphabet, no bits left
// over, so that two different texts never stand for the same bytes (but for the case of hex digits). Nothing for any
// other text.

/// Two lower-case digits per byte. Reading takes upper case too.
std::string hex(std::string_view bytes);
std::optional<std::string> parse_hex(std::string_view text);

/// With padding, as in PEM and headers.
std::string base64(std::string_view bytes);
std::optional<std::string> parse_base64(std::string_view text);

/// With - and _ and without padding, for addresses and cookies.
std::string base64url(std::string_view bytes);
std::optional<std::string> parse_base64url(std::string_view text);

/// Upper case without padding, as authenticator programs take their secrets.
std::string base32(std::string_view bytes);
std::optional<std::string> parse_base32(std::string_view text);

}  // namespace slagboom
