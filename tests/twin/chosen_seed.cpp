#include "twin/chosen_seed.h"

#include <cstdlib>
#include <iostream>
#include <random>

namespace slagboom::tests {

std::uint64_t judge_seed() {
    static const std::uint64_t seed = [] {
        const char* asked = std::getenv("SLAGBOOM_SEED");
        std::random_device device;
        const std::uint64_t fresh = (std::uint64_t{device()} << 32) | device();
        const std::uint64_t result = asked != nullptr ? std::strtoull(asked, nullptr, 10) : fresh;
        std::cout << "SLAGBOOM_SEED=" << result << '\n' << std::flush;
        return result;
    }();
    return seed;
}

std::string judge_seed_text() { return "SLAGBOOM_SEED=" + std::to_string(judge_seed()); }

}  // namespace slagboom::tests
