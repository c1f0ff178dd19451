#include <fmt/format.h>

#include "expr/tree.h"

namespace slagboom::expr {
namespace {

/// How tightly a part holds together; an operand that holds less tightly than its operator asks goes between brackets.
enum Tightness { kOr = 1, kAnd, kNot, kComparison, kSum, kProduct, kSign, kPrimary };

Tightness tightness(NodeKind kind) {
    switch (kind) {
        case NodeKind::or_:
            return kOr;
        case NodeKind::and_:
            return kAnd;
        case NodeKind::not_:
            return kNot;
        case NodeKind::less:
        case NodeKind::less_equal:
        case NodeKind::greater:
        case NodeKind::greater_equal:
        case NodeKind::equal:
        case NodeKind::not_equal:
        case NodeKind::between:
        case NodeKind::in:
            return kComparison;
        case NodeKind::add:
        case NodeKind::subtract:
            return kSum;
        case NodeKind::multiply:
        case NodeKind::divide:
            return kProduct;
        case NodeKind::negate:
            return kSign;
        case NodeKind::number_literal:
        case NodeKind::percentage_literal:
        case NodeKind::amount_literal:
        case NodeKind::date_literal:
        case NodeKind::boolean_literal:
        case NodeKind::choice_literal:
        case NodeKind::fact:
        case NodeKind::previous:
        case NodeKind::growth:
        case NodeKind::years_since:
        case NodeKind::min:
        case NodeKind::max:
        case NodeKind::abs:
        case NodeKind::at_least:
            break;
    }
    return kPrimary;
}

class Writer {
 public:
    explicit Writer(const Tree& tree) : tree_(tree) {}

    std::string text(NodeId id) const {
        const Node& node = tree_[id];
        switch (node.kind) {
            case NodeKind::amount_literal:
                return "€ " + node.text.substr(std::string_view("€").size());
            case NodeKind::choice_literal:
                return "'" + node.text + "'";
            case NodeKind::number_literal:
            case NodeKind::percentage_literal:
            case NodeKind::date_literal:
            case NodeKind::boolean_literal:
            case NodeKind::fact:
                return node.text;
            case NodeKind::previous:
                return fmt::format("previous({})", node.text);
            case NodeKind::growth:
                return fmt::format("growth({})", node.text);
            case NodeKind::years_since:
                return fmt::format("years_since({})", list(node, 0));
            case NodeKind::min:
                return fmt::format("min({})", list(node, 0));
            case NodeKind::max:
                return fmt::format("max({})", list(node, 0));
            case NodeKind::abs:
                return fmt::format("abs({})", list(node, 0));
            case NodeKind::at_least:
                return fmt::format("at least {} of ({})", node.count, list(node, 0));
            case NodeKind::negate:
                return "-" + operand(node, 0, kSign);
            case NodeKind::not_:
                return "not " + operand(node, 0, kNot);
            case NodeKind::and_:
                return chain(node, " and ", kNot);
            case NodeKind::or_:
                return chain(node, " or ", kAnd);
            case NodeKind::add:
                return pair(node, "+", kSum, kProduct);
            case NodeKind::subtract:
                return pair(node, "-", kSum, kProduct);
            case NodeKind::multiply:
                return pair(node, "*", kProduct, kSign);
            case NodeKind::divide:
                return pair(node, "/", kProduct, kSign);
            case NodeKind::less:
                return pair(node, "<", kSum, kSum);
            case NodeKind::less_equal:
                return pair(node, "<=", kSum, kSum);
            case NodeKind::greater:
                return pair(node, ">", kSum, kSum);
            case NodeKind::greater_equal:
                return pair(node, ">=", kSum, kSum);
            case NodeKind::equal:
                return pair(node, "=", kSum, kSum);
            case NodeKind::not_equal:
                return pair(node, "!=", kSum, kSum);
            case NodeKind::between:
                return fmt::format("{} between {} and {}", operand(node, 0, kSum), operand(node, 1, kSum),
                                   operand(node, 2, kSum));
            case NodeKind::in:
                return fmt::format("{} in ({})", operand(node, 0, kSum), list(node, 1, kSum));
        }
        return {};
    }

 private:
    std::string operand(const Node& node, std::size_t index, Tightness asked) const {
        const NodeId child = node.children[index];
        const bool brackets = tightness(tree_[child].kind) < asked;
        return brackets ? "(" + text(child) + ")" : text(child);
    }
    std::string pair(const Node& node, std::string_view sign, Tightness left, Tightness right) const {
        return fmt::format("{} {} {}", operand(node, 0, left), sign, operand(node, 1, right));
    }
    std::string chain(const Node& node, std::string_view word, Tightness asked) const {
        std::string result = operand(node, 0, asked);
        for (std::size_t i = 1; i < node.children.size(); ++i) result += std::string(word) + operand(node, i, asked);
        return result;
    }
    std::string list(const Node& node, std::size_t from, Tightness asked = kOr) const {
        std::string result = operand(node, from, asked);
        for (std::size_t i = from + 1; i < node.children.size(); ++i) result += ", " + operand(node, i, asked);
        return result;
    }

    const Tree& tree_;
};

}  // namespace

std::string canonical_text(const Tree& tree, NodeId part) { return Writer(tree).text(part); }
std::string canonical_text(const Tree& tree) { return canonical_text(tree, tree.root()); }

}  // namespace slagboom::expr
