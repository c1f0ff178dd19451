#pragma once

#include <cstdint>

namespace slagboom::columns {

/// Kleene's three values. The numbers are chosen so that `and` is the lower, `or` the higher, and `not` 2 − x; they are
/// part of no file.
enum class Trit : std::uint8_t { no = 0, unknown = 1, yes = 2 };

}  // namespace slagboom::columns
