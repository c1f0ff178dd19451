#include <algorithm>

#include "expr/program.h"

namespace slagboom::expr {
namespace {

std::uint8_t code(TypedKind kind, TypedKind first) {
    return static_cast<std::uint8_t>(static_cast<int>(kind) - static_cast<int>(first));
}

bool is_constant(const Operand& operand) { return operand.where == Operand::Where::number; }

}  // namespace

CompiledRule ProgramBuilder::add(const TypedTree& rule) {
    CompiledRule compiled;
    for (const TypedNode& node : rule.nodes) compiled.parts.push_back(part(rule, node, compiled.parts));
    program_.results.push_back(compiled.result());
    return compiled;
}

Operand ProgramBuilder::part(const TypedTree& rule, const TypedNode& node, const std::vector<Operand>& parts) {
    std::vector<Operand> children;
    for (const NodeId child : node.children) children.push_back(parts[child]);
    switch (node.kind) {
        case TypedKind::constant:
            if (node.type == FactType::boolean) return {Operand::Where::logic, 0, node.value * 2};
            return {Operand::Where::number, 0, node.value};
        case TypedKind::input:
            return input(node.input, node.type);
        case TypedKind::growth:
            return emit_pair(Action::arithmetic, static_cast<std::uint8_t>(Arithmetic::growth), children[0],
                             children[1]);
        case TypedKind::min:
            return emit_chain(Action::arithmetic, static_cast<std::uint8_t>(Arithmetic::min), children);
        case TypedKind::max:
            return emit_chain(Action::arithmetic, static_cast<std::uint8_t>(Arithmetic::max), children);
        case TypedKind::years_since:
            return emit({Action::years_since, 0, 0, children});
        case TypedKind::abs:
            return emit({Action::abs, 0, 0, children});
        case TypedKind::negate:
            return emit({Action::negate, 0, 0, children});
        case TypedKind::add:
        case TypedKind::subtract:
        case TypedKind::multiply:
        case TypedKind::divide:
            return emit_pair(Action::arithmetic, code(node.kind, TypedKind::add), children[0], children[1]);
        case TypedKind::less:
        case TypedKind::less_equal:
        case TypedKind::greater:
        case TypedKind::greater_equal:
            return emit_pair(Action::comparison, code(node.kind, TypedKind::less), children[0], children[1]);
        case TypedKind::equal:
        case TypedKind::not_equal:
            if (rule[node.children[0]].type == FactType::boolean) {
                const auto logic = node.kind == TypedKind::equal ? Logic::same : Logic::different;
                return emit({Action::logic, static_cast<std::uint8_t>(logic), 0, children});
            }
            return emit_pair(Action::comparison, code(node.kind, TypedKind::less), children[0], children[1]);
        case TypedKind::not_:
            return emit({Action::not_, 0, 0, children});
        case TypedKind::and_:
            return emit_chain(Action::logic, static_cast<std::uint8_t>(Logic::and_), children);
        case TypedKind::or_:
            return emit_chain(Action::logic, static_cast<std::uint8_t>(Logic::or_), children);
        case TypedKind::at_least:
            return emit({Action::at_least, 0, static_cast<std::uint16_t>(node.count), children});
    }
    return {};
}

Operand ProgramBuilder::input(Input cell, FactType type) {
    const auto [found, is_new] = known_inputs_.try_emplace(cell, static_cast<std::uint32_t>(program_.inputs.size()));
    if (is_new) {
        program_.inputs.push_back(cell);
        program_.input_types.push_back(type);
    }
    return {Operand::Where::column, found->second, 0};
}

Operand ProgramBuilder::emit(Instruction instruction) {
    const bool loops_over_numbers = !instruction.gives_logic() || instruction.action == Action::comparison;
    const bool all_constant = loops_over_numbers && instruction.action != Action::number_constant &&
                              std::all_of(instruction.operands.begin(), instruction.operands.end(), is_constant);
    // A loop needs one column; a constant becomes one where there is no other.
    if (all_constant) instruction.operands[0] = emit({Action::number_constant, 0, 0, {instruction.operands[0]}});
    const auto [found, is_new] =
        known_instructions_.try_emplace(instruction, static_cast<std::uint32_t>(program_.instructions.size()));
    if (is_new) program_.instructions.push_back(std::move(instruction));
    return {Operand::Where::result, found->second, 0};
}

Operand ProgramBuilder::emit_pair(Action action, std::uint8_t operation, Operand a, Operand b) {
    return emit({action, operation, 0, {a, b}});
}

Operand ProgramBuilder::emit_chain(Action action, std::uint8_t operation, const std::vector<Operand>& operands) {
    Operand result = operands[0];
    for (std::size_t i = 1; i < operands.size(); ++i) result = emit_pair(action, operation, result, operands[i]);
    return result;
}

}  // namespace slagboom::expr
