#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace slagboom {

/// The bytes in zlib's form (RFC 1950), level 6. The same bytes give the same result with the same zlib; another
/// version may pack them otherwise, so hashes are taken over what is inside.
std::string deflated(std::string_view bytes);

/// What deflated() packed. An error when it is damaged or cut, when something follows it, or when it holds more than
/// `limit` bytes; never takes more memory than about twice `limit`.
Result<std::string> inflated(std::string_view packed, std::size_t limit);

}  // namespace slagboom
