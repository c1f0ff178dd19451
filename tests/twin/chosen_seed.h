#pragma once

#include <cstdint>
#include <string>

namespace slagboom::tests {

/// SLAGBOOM_SEED where it is set, else a fresh one; printed once.
std::uint64_t judge_seed();
/// "SLAGBOOM_SEED=…", for a failure.
std::string judge_seed_text();

}  // namespace slagboom::tests
