#include "scoring/kernels.h"

#include "base/cpu.h"

namespace slagboom::scoring {

const Kernels& kernels() {
#ifdef SLAGBOOM_X86_KERNELS
    switch (instruction_set()) {
        case InstructionSet::avx512:
            return avx512::kernels();
        case InstructionSet::avx2:
            return avx2::kernels();
        case InstructionSet::baseline:
            break;
    }
#endif
    return baseline::kernels();
}

}  // namespace slagboom::scoring
