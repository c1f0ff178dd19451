#pragma once

#include <cstdint>
#include <string>

namespace slagboom::tests {

/// SHA-256 over fixed rules, rows and the engine's results to the bit: two compilers, or two processors, must agree on
/// it.
std::string language_digest(std::uint64_t seed);

}  // namespace slagboom::tests
