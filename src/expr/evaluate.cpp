#include "expr/evaluate.h"

#include <algorithm>
#include <cassert>

namespace slagboom::expr {
namespace {

using Where = Operand::Where;

/// Which slot each instruction writes. A slot is free again after the last instruction that reads it, so few columns
/// stay in the cache; numbers and logic have slots of their own.
struct Slots {
    std::vector<std::uint32_t> of;
    std::uint32_t numbers = 0;
    std::uint32_t logic = 0;
};

Slots own_slots(const Program& program) {
    Slots slots;
    for (const auto& instruction : program.instructions)
        slots.of.push_back(instruction.gives_logic() ? slots.logic++ : slots.numbers++);
    return slots;
}

Slots shared_slots(const Program& program) {
    const std::size_t end = program.instructions.size();
    std::vector<std::size_t> last_use(end, 0);
    for (std::size_t i = 0; i < end; ++i) {
        for (const auto& operand : program.instructions[i].operands) {
            if (operand.where == Where::result) last_use[operand.index] = i;
        }
    }
    for (const auto& result : program.results) {
        if (result.where == Where::result) last_use[result.index] = end;
    }
    Slots slots;
    std::vector<std::uint32_t> free_numbers, free_logic;
    for (std::size_t i = 0; i < end; ++i) {
        const Instruction& instruction = program.instructions[i];
        const bool logic = instruction.gives_logic();
        auto& free = logic ? free_logic : free_numbers;
        auto& used = logic ? slots.logic : slots.numbers;
        if (free.empty()) free.push_back(used++);
        slots.of.push_back(free.back());
        free.pop_back();
        // After the slot of the result is chosen: at_least reads its operands more than once while it writes.
        std::vector<std::uint32_t> ended;
        for (const auto& operand : instruction.operands) {
            if (operand.where == Where::result && last_use[operand.index] == i) ended.push_back(operand.index);
        }
        std::sort(ended.begin(), ended.end());
        ended.erase(std::unique(ended.begin(), ended.end()), ended.end());
        for (const auto index : ended) {
            (program.instructions[index].gives_logic() ? free_logic : free_numbers).push_back(slots.of[index]);
        }
    }
    return slots;
}

ReferenceDay taken_apart(Date date) {
    return {date.days, date.year(), static_cast<std::int32_t>(date.month() * 32 + date.day())};
}

}  // namespace

Evaluation::Evaluation(const Program& program, const columns::Table& table, Date reference, Keep keep)
    : program_(program),
      table_(table),
      kernels_(kernels()),
      reference_(taken_apart(reference)),
      yes_(kMaxChunk, columns::Trit::yes),
      no_(kMaxChunk, columns::Trit::no),
      counts_(2 * kMaxChunk) {
    assert(table.columns.size() >= program.inputs.size());
    Slots slots = keep == Keep::everything ? own_slots(program) : shared_slots(program);
    slots_ = std::move(slots.of);
    numbers_.resize(slots.numbers * kMaxChunk);
    logic_.resize(slots.logic * kMaxChunk);
}

void Evaluation::run(std::size_t first, std::size_t count) {
    assert(count <= kMaxChunk && first + count <= table_.rows);
    first_ = first;
    for (std::size_t i = 0; i < program_.instructions.size(); ++i) execute(program_.instructions[i], slots_[i], count);
}

const columns::Trit* Evaluation::logic(const Operand& operand) const {
    if (operand.where == Where::logic) return operand.value != 0 ? yes_.data() : no_.data();
    if (operand.where == Where::result) return logic_.data() + slots_[operand.index] * kMaxChunk;
    return std::get<columns::LogicColumn>(table_.columns[operand.index]).data() + first_;
}

const double* Evaluation::number_at(const Operand& operand) const {
    if (operand.where == Where::number) return &operand.value;
    if (operand.where == Where::result) return numbers_.data() + slots_[operand.index] * kMaxChunk;
    return std::get<columns::NumberColumn>(table_.columns[operand.index]).data() + first_;
}

double Evaluation::number(const Operand& operand, std::size_t row) const {
    return operand.where == Where::number ? operand.value : number_at(operand)[row];
}

Form Evaluation::form(const Instruction& instruction) const {
    if (instruction.operands[1].where == Where::number) return Form::column_constant;
    return instruction.operands[0].where == Where::number ? Form::constant_column : Form::column_column;
}

void Evaluation::execute(const Instruction& instruction, std::size_t slot, std::size_t count) {
    const auto& operands = instruction.operands;
    double* numbers = instruction.gives_logic() ? nullptr : numbers_.data() + slot * kMaxChunk;
    std::uint8_t* logic =
        instruction.gives_logic() ? reinterpret_cast<std::uint8_t*>(logic_.data() + slot * kMaxChunk) : nullptr;
    const auto logic_at = [this](const Operand& operand) {
        return reinterpret_cast<const std::uint8_t*>(this->logic(operand));
    };
    switch (instruction.action) {
        case Action::arithmetic:
            kernels_.arithmetic[instruction.operation][static_cast<int>(form(instruction))](
                numbers, number_at(operands[0]), number_at(operands[1]), count);
            break;
        case Action::comparison:
            kernels_.comparison[instruction.operation][static_cast<int>(form(instruction))](
                logic, number_at(operands[0]), number_at(operands[1]), count);
            break;
        case Action::logic:
            kernels_.logic[instruction.operation](logic, logic_at(operands[0]), logic_at(operands[1]), count);
            break;
        case Action::not_:
            kernels_.not_(logic, logic_at(operands[0]), count);
            break;
        case Action::at_least: {
            std::vector<const std::uint8_t*> columns;
            for (const auto& operand : operands) columns.push_back(logic_at(operand));
            kernels_.at_least(logic, columns.data(), columns.size(), instruction.needed, counts_.data(), count);
            break;
        }
        case Action::negate:
            kernels_.negate(numbers, number_at(operands[0]), count);
            break;
        case Action::abs:
            kernels_.abs(numbers, number_at(operands[0]), count);
            break;
        case Action::years_since:
            kernels_.years_since(numbers, number_at(operands[0]), reference_, count);
            break;
        case Action::number_constant:
            std::fill_n(numbers, count, operands[0].value);
            break;
    }
}

}  // namespace slagboom::expr
