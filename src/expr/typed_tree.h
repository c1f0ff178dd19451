#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/fact.h"
#include "expr/tree.h"

namespace slagboom::expr {

using domain::FactType;

/// A cell that a rule reads: a fact in its period, or in the period before.
struct Input {
    std::size_t fact = 0;  ///< index into the catalogue
    bool previous = false;
    friend auto operator<=>(const Input&, const Input&) = default;
};

/// Every known value that is not zero lies between these magnitudes; `largest` 0 means always zero. Every value is a
/// whole multiple of some number of at least `grid`: so a difference that is not zero is no smaller, however many terms
/// it has.
struct Bounds {
    double smallest = 0;
    double largest = 0;
    double grid = 0;
};

enum class TypedKind {
    constant,  ///< `value`
    input,     ///< `input`
    growth,    ///< children: the fact, the period before
    years_since,
    min,
    max,
    abs,
    negate,
    add,
    subtract,
    multiply,
    divide,
    less,
    less_equal,
    greater,
    greater_equal,
    equal,
    not_equal,
    not_,
    and_,
    or_,
    at_least,
};

/// One part of a checked rule. `between` and `in` have become the comparisons they stand for, which share the operand
/// on their left.
struct TypedNode {
    TypedKind kind = TypedKind::constant;
    FactType type = FactType::boolean;
    NodeId source = 0;  ///< the part of the written rule it comes from
    std::vector<NodeId> children;
    double value = 0;
    std::uint32_t count = 0;
    Input input;
    Bounds bounds;
};

/// A rule that every engine can evaluate on every input without an error. Only check() makes one.
struct TypedTree {
    Tree written;
    std::vector<TypedNode> nodes;  ///< children before parents, the root last

    NodeId root() const { return static_cast<NodeId>(nodes.size() - 1); }
    const TypedNode& operator[](NodeId id) const { return nodes[id]; }
    FactType type() const { return nodes.back().type; }
};

/// Names, types, options and magnitudes. Errors name the word and the nearest known one.
Result<TypedTree> check(Tree tree, const domain::FactCatalogue& facts);

/// parse and check, for a rule that must be a condition.
Result<TypedTree> check_condition(std::string_view rule, const domain::FactCatalogue& facts);

/// Whether SQL writes `below` as the left operand of `kind` without brackets: operators of one strength read from left
/// to right.
bool continues(TypedKind kind, TypedKind below);

/// The text of a part: of a comparison that came from `between` or `in` its own half, with the operand on the left.
std::string part_text(const TypedTree& tree, NodeId part);

/// What a careful reader would warn for; the rule works all the same (decision 11).
std::vector<Error> lint(const TypedTree& tree);

/// The cells that a part reads, each once, in order of fact.
std::vector<Input> inputs_of(const TypedTree& tree, NodeId part);

}  // namespace slagboom::expr
