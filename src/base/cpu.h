#pragma once

namespace slagboom {

/// Which of the column loops this processor can run. All give the same bytes; they differ in speed alone.
enum class InstructionSet { baseline, avx2, avx512 };

/// Found once. `SLAGBOOM_CPU=baseline|avx2` in the environment asks for less, to compare them.
InstructionSet instruction_set();

}  // namespace slagboom
