#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/message.h"

namespace slagboom::server {

struct Target {
    std::string path;
    Fields query;
};

/// Takes `/path?key=value` apart and decodes it once, so that nobody behind it decodes again. Only the origin form is
/// taken. A path that two readers could read differently is refused: an encoded slash or backslash, `//`, a `.` or `..`
/// segment in any spelling, control characters, broken percent signs or UTF-8, bytes outside ASCII. In the query, `+`
/// is a blank (forms write it so), values may hold any character but NUL, and a key without `=` has an empty value. The
/// reason never repeats the target: it may hold personal data.
Result<Target> parse_target(std::string_view target);

/// Nothing for a broken code, NUL and what is no UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);
/// All but letters, digits and `-._~` (RFC 3986).
std::string percent_encoded(std::string_view text);

}  // namespace slagboom::server
