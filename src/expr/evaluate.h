#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "columns/table.h"
#include "expr/program.h"

namespace slagboom::expr {

/// Most rows that are evaluated at once. Large enough to pay for the step from instruction to instruction, small enough
/// for the cache.
inline constexpr std::size_t kMaxChunk = 1024;

/// Runs a program over rows of a table, chunk by chunk. The result of a row depends on that row alone: chunk size,
/// order and threads change nothing. One Evaluation is for one thread; the program and the table are only read and must
/// outlive it.
class Evaluation {
 public:
    enum class Keep {
        results,     ///< only what Program::results names; columns in between share memory
        everything,  ///< every part of every rule, for an explanation
    };

    /// The table has the columns of program.inputs, in that order and of the right kind.
    Evaluation(const Program& program, const columns::Table& table, Date reference, Keep keep = Keep::results);

    /// Evaluates `count` (at most kMaxChunk) rows from `first`. Replaces the results of the chunk before.
    void run(std::size_t first, std::size_t count);

    /// Values of the last chunk, one per row; valid until the next run.
    const columns::Trit* logic(const Operand& operand) const;
    /// A single value of the last chunk, also of a constant. Row counts from the start of the chunk.
    double number(const Operand& operand, std::size_t row) const;

 private:
    const double* number_at(const Operand& operand) const;
    void execute(const Instruction& instruction, std::size_t slot, std::size_t count);
    Form form(const Instruction& instruction) const;

    const Program& program_;
    const columns::Table& table_;
    const Kernels& kernels_;
    ReferenceDay reference_;
    std::vector<std::uint32_t> slots_;  ///< by instruction: which number or logic slot holds its column
    std::vector<double> numbers_;
    std::vector<columns::Trit> logic_;
    std::vector<columns::Trit> yes_, no_;  ///< columns of a constant
    std::vector<std::uint16_t> counts_;
    std::size_t first_ = 0;
};

}  // namespace slagboom::expr
