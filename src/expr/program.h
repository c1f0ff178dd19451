#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "expr/kernels.h"
#include "expr/typed_tree.h"

namespace slagboom::expr {

/// Where a value of a program is found: in an input column, in the result of an instruction, or in the program itself.
struct Operand {
    enum class Where : std::uint8_t { column, result, number, logic };
    Where where = Where::number;
    std::uint32_t index = 0;  ///< of the input column or the instruction
    double value = 0;         ///< of a constant; a logic constant is 0 or 2
    friend auto operator<=>(const Operand&, const Operand&) = default;
};

enum class Action : std::uint8_t {
    arithmetic,
    comparison,
    logic,
    not_,
    at_least,
    negate,
    abs,
    years_since,
    number_constant
};

struct Instruction {
    Action action = Action::arithmetic;
    std::uint8_t operation = 0;  ///< which Arithmetic, Comparison or Logic
    std::uint16_t needed = 0;    ///< of at_least
    std::vector<Operand> operands;

    bool gives_logic() const {
        return action == Action::comparison || action == Action::logic || action == Action::not_ ||
               action == Action::at_least;
    }
    friend auto operator<=>(const Instruction&, const Instruction&) = default;
};

/// What the evaluator runs: instructions that each give one column, in an order in which operands come first. Equal
/// parts of different rules are one instruction.
struct Program {
    std::vector<Input> inputs;  ///< the columns that a table for this program must have, in this order
    std::vector<FactType> input_types;
    std::vector<Instruction> instructions;
    std::vector<Operand> results;  ///< kept until the end of a chunk
};

/// Where the value of each part of a rule is found in its program.
struct CompiledRule {
    std::vector<Operand> parts;  ///< by node of the typed tree
    Operand result() const { return parts.back(); }
};

/// Brings rules together in one program.
class ProgramBuilder {
 public:
    CompiledRule add(const TypedTree& rule);
    Program take() { return std::move(program_); }

 private:
    Operand part(const TypedTree& rule, const TypedNode& node, const std::vector<Operand>& parts);
    Operand input(Input cell, FactType type);
    Operand emit(Instruction instruction);
    Operand emit_pair(Action action, std::uint8_t operation, Operand a, Operand b);
    Operand emit_chain(Action action, std::uint8_t operation, const std::vector<Operand>& operands);

    Program program_;
    std::map<Input, std::uint32_t> known_inputs_;
    std::map<Instruction, std::uint32_t> known_instructions_;
};

}  // namespace slagboom::expr
