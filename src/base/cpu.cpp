#include "base/cpu.h"

#include <cstdlib>
#include <string_view>

namespace slagboom {
namespace {

InstructionSet best_supported() {
#if defined(__x86_64__)
    __builtin_cpu_init();
    const bool v4 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                    __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
                    __builtin_cpu_supports("avx512vl");
    const bool v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
                    __builtin_cpu_supports("fma");
    if (v4 && v3) return InstructionSet::avx512;
    if (v3) return InstructionSet::avx2;
#endif
    return InstructionSet::baseline;
}

InstructionSet chosen() {
    const InstructionSet best = best_supported();
    const char* asked = std::getenv("SLAGBOOM_CPU");
    if (asked == nullptr) return best;
    if (std::string_view(asked) == "baseline") return InstructionSet::baseline;
    if (std::string_view(asked) == "avx2" && best == InstructionSet::avx512) return InstructionSet::avx2;
    return best;
}

}  // namespace

InstructionSet instruction_set() {
    static const InstructionSet found = chosen();
    return found;
}

}  // namespace slagboom
