#pragma once

#include <cstddef>
#include <string>

namespace slagboom {

/// What went wrong, for the person who can mend it: where, and in Dutch why. `line` and `column` count from 1, columns
/// in characters; 0 means that there is no such place. A reason never repeats a value that could be a citizen service
/// number.
struct Error {
    std::string reason;
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;

    /// `file:line:column: reason`, with only the parts that are known.
    std::string text() const;
};

}  // namespace slagboom
