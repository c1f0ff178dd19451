#include "expr/decided.h"

#include <algorithm>

namespace slagboom::expr {
namespace {

using columns::Trit;

bool is_connective(TypedKind kind) {
    return kind == TypedKind::and_ || kind == TypedKind::or_ || kind == TypedKind::not_ || kind == TypedKind::at_least;
}

}  // namespace

std::vector<NodeId> deciding_parts(const TypedTree& rule, const CompiledRule& compiled, const Evaluation& evaluation,
                                   std::size_t row) {
    const auto value = [&](NodeId id) { return evaluation.logic(compiled.parts[id])[row]; };
    std::vector<NodeId> found;
    std::vector<NodeId> open{rule.root()};
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        const TypedNode& node = rule[id];
        if (!is_connective(node.kind)) {
            found.push_back(id);
            continue;
        }
        // Whatever the connective, the operands that decided are those with its own value: all of them for a true `and`
        // or a false `or`.
        const Trit outcome = node.kind == TypedKind::not_ ? value(node.children[0]) : value(id);
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) {
            if (value(*child) == outcome) open.push_back(*child);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool compares_numbers(const TypedTree& rule, NodeId part) {
    const TypedNode& node = rule[part];
    if (node.kind < TypedKind::less || node.kind > TypedKind::not_equal) return false;
    const FactType type = rule[node.children[0]].type;
    return type != FactType::boolean && type != FactType::choice;
}

}  // namespace slagboom::expr
