#pragma once

#include <vector>

#include "expr/evaluate.h"

namespace slagboom::expr {

/// The conditions that decided a result, read from the columns that the evaluation kept (decision 14): of a false `and`
/// every false operand, of a true one all, of an unknown one every unknown operand; `or` mirrored; of `at least N of`
/// those that are like the result. Each is a part without and, or, not or at least above its facts. `row` counts from
/// the start of the chunk.
std::vector<NodeId> deciding_parts(const TypedTree& rule, const CompiledRule& compiled, const Evaluation& evaluation,
                                   std::size_t row);

/// Does this part compare numbers, amounts or dates, so that its two sides can be shown beside it?
bool compares_numbers(const TypedTree& rule, NodeId part);

}  // namespace slagboom::expr
