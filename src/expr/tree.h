#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "expr/token.h"

namespace slagboom::expr {

using NodeId = std::uint32_t;

enum class NodeKind {
    number_literal,  ///< `value`
    percentage_literal,
    amount_literal,   ///< `value` in eurocents
    date_literal,     ///< `value` in days since 1970-01-01
    boolean_literal,  ///< `value` 0 or 1
    choice_literal,   ///< `text` is the option
    fact,             ///< `text` is the key
    previous,         ///< of a fact: `text`
    growth,           ///< of a fact: `text`
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
    between,  ///< children: x, lowest, highest
    in,       ///< children: x, then the options
    not_,
    and_,  ///< two or more children; never directly under another `and`
    or_,
    at_least,  ///< `count` of the children
};

/// One part of a rule as written. `offset` points at the word that names it (for an operator the operator itself).
struct Node {
    NodeKind kind = NodeKind::number_literal;
    std::size_t offset = 0;
    std::string text;  ///< literal as written, or key of a fact
    double value = 0;
    std::uint32_t count = 0;
    std::vector<NodeId> children;
};

/// A rule that has the right form; whether its words exist and fit is for check(). Children stand before their parents,
/// the root is last.
struct Tree {
    std::string rule;
    std::vector<Token> tokens;
    std::vector<Node> nodes;

    NodeId root() const { return static_cast<NodeId>(nodes.size() - 1); }
    const Node& operator[](NodeId id) const { return nodes[id]; }
};

/// The form of a rule. Errors say what was expected and what stood there.
Result<Tree> parse(std::string_view rule);

/// The same rule in one way of writing: one blank around operators, brackets only where they matter. Reads back as the
/// same tree.
std::string canonical_text(const Tree& tree);
std::string canonical_text(const Tree& tree, NodeId part);

}  // namespace slagboom::expr
