#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "expr/tree.h"

namespace slagboom::expr {
namespace {

struct Named {
    std::string_view word;
    NodeKind kind;
};
constexpr std::array<Named, 6> kComparisons{{{"<", NodeKind::less},
                                             {"<=", NodeKind::less_equal},
                                             {">", NodeKind::greater},
                                             {">=", NodeKind::greater_equal},
                                             {"=", NodeKind::equal},
                                             {"!=", NodeKind::not_equal}}};
constexpr std::array<Named, 6> kFunctions{{{"previous", NodeKind::previous},
                                           {"growth", NodeKind::growth},
                                           {"years_since", NodeKind::years_since},
                                           {"min", NodeKind::min},
                                           {"max", NodeKind::max},
                                           {"abs", NodeKind::abs}}};

template <std::size_t N>
const Named* find(const std::array<Named, N>& table, std::string_view word) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Named& entry) { return entry.word == word; });
    return found == table.end() ? nullptr : &*found;
}

double cents_of(std::string_view amount) {
    std::string digits;
    for (const char c : amount.substr(std::string_view("€").size())) {
        if (c == ',') digits += '.';
        if (c >= '0' && c <= '9') digits += c;
    }
    return static_cast<double>(*parse_cents(digits));
}

/// Recursive descent, loosest operator first. Every step down counts as nesting, so the stack is bounded.
class Parser {
 public:
    explicit Parser(Tree& tree) : tree_(tree) {}

    Result<NodeId> run() {
        SLAGBOOM_TRY(const NodeId root, disjunction());
        if (here().kind != TokenKind::end) return unexpected("een operator of het einde van de regel");
        return root;
    }

 private:
    using Part = Result<NodeId>;

    const Token& here() const { return tree_.tokens[at_]; }
    bool at(std::string_view text) const {
        return (here().kind == TokenKind::word || here().kind == TokenKind::symbol) && here().text == text;
    }
    bool accept(std::string_view text) {
        if (!at(text)) return false;
        ++at_;
        return true;
    }

    Error fault(std::size_t offset, std::string reason) const {
        return error_at(tree_.rule, offset, std::move(reason));
    }
    Error unexpected(std::string_view expected) const {
        const std::string found =
            here().kind == TokenKind::end ? "het einde van de regel" : fmt::format("'{}'", quotable(here().text));
        return fault(here().offset, fmt::format("verwacht {}, maar hier staat {}", expected, found));
    }

    Part make(Node node) {
        if (tree_.nodes.size() >= kMaxNodes)
            return fault(node.offset, fmt::format("de regel heeft te veel delen, hooguit {}", kMaxNodes));
        tree_.nodes.push_back(std::move(node));
        return static_cast<NodeId>(tree_.nodes.size() - 1);
    }
    Part make(NodeKind kind, std::size_t offset, std::vector<NodeId> children) {
        return make(Node{kind, offset, "", 0, 0, std::move(children)});
    }

    Part disjunction() { return chain("or", NodeKind::or_, &Parser::conjunction); }
    Part conjunction() { return chain("and", NodeKind::and_, &Parser::negation); }

    Part chain(std::string_view word, NodeKind kind, Part (Parser::*operand)()) {
        SLAGBOOM_TRY(const NodeId first, (this->*operand)());
        if (!at(word)) return first;
        const std::size_t offset = here().offset;
        std::vector<NodeId> children;
        append(children, kind, first);
        while (accept(word)) {
            SLAGBOOM_TRY(const NodeId next, (this->*operand)());
            append(children, kind, next);
        }
        return make(kind, offset, std::move(children));
    }

    /// (a and b) and c is a and b and c: one list, so that what decided is one list too.
    void append(std::vector<NodeId>& children, NodeKind kind, NodeId part) const {
        const Node& node = tree_.nodes[part];
        if (node.kind == kind) {
            children.insert(children.end(), node.children.begin(), node.children.end());
        } else {
            children.push_back(part);
        }
    }

    Part negation() {
        const std::size_t offset = here().offset;
        if (!accept("not")) return comparison();
        if (++depth_ > kMaxNesting) return too_deep(offset);
        SLAGBOOM_TRY(const NodeId operand, negation());
        --depth_;
        return make(NodeKind::not_, offset, {operand});
    }

    Part comparison() {
        SLAGBOOM_TRY(const NodeId left, sum());
        const std::size_t offset = here().offset;
        if (accept("between")) return between(left, offset);
        if (accept("in")) return in(left, offset);
        const Named* comparison = here().kind == TokenKind::symbol ? find(kComparisons, here().text) : nullptr;
        if (comparison == nullptr) return left;
        ++at_;
        SLAGBOOM_TRY(const NodeId right, sum());
        if (here().kind == TokenKind::symbol && find(kComparisons, here().text) != nullptr) {
            return fault(here().offset,
                         fmt::format("'{}': een vergelijking heeft twee kanten; gebruik 'between … and …' of 'and'",
                                     here().text));
        }
        return make(comparison->kind, offset, {left, right});
    }

    Part between(NodeId value, std::size_t offset) {
        SLAGBOOM_TRY(const NodeId lowest, sum());
        if (!accept("and")) return unexpected("'and' tussen de twee grenzen van 'between'");
        SLAGBOOM_TRY(const NodeId highest, sum());
        return make(NodeKind::between, offset, {value, lowest, highest});
    }

    Part in(NodeId value, std::size_t offset) {
        std::vector<NodeId> children{value};
        SLAGBOOM_TRY(std::vector<NodeId> options, arguments("na 'in'", &Parser::sum));
        children.insert(children.end(), options.begin(), options.end());
        return make(NodeKind::in, offset, std::move(children));
    }

    Part sum() {
        SLAGBOOM_TRY(NodeId left, product());
        for (;;) {
            const std::size_t offset = here().offset;
            const NodeKind kind = at("+") ? NodeKind::add : NodeKind::subtract;
            if (!accept("+") && !accept("-")) return left;
            SLAGBOOM_TRY(const NodeId right, product());
            SLAGBOOM_TRY(left, make(kind, offset, {left, right}));
        }
    }

    Part product() {
        SLAGBOOM_TRY(NodeId left, sign());
        for (;;) {
            const std::size_t offset = here().offset;
            const NodeKind kind = at("*") ? NodeKind::multiply : NodeKind::divide;
            if (!accept("*") && !accept("/")) return left;
            SLAGBOOM_TRY(const NodeId right, sign());
            SLAGBOOM_TRY(left, make(kind, offset, {left, right}));
        }
    }

    Part sign() {
        const std::size_t offset = here().offset;
        if (!accept("-")) return primary();
        if (++depth_ > kMaxNesting) return too_deep(offset);
        SLAGBOOM_TRY(const NodeId operand, sign());
        --depth_;
        return make(NodeKind::negate, offset, {operand});
    }

    Part primary() {
        const Token& token = here();
        switch (token.kind) {
            case TokenKind::number:
                return literal(NodeKind::number_literal, *parse_decimal(token.text));
            case TokenKind::percentage:
                return literal(NodeKind::percentage_literal,
                               *parse_percentage(std::string_view(token.text).substr(0, token.text.size() - 1)));
            case TokenKind::amount:
                return literal(NodeKind::amount_literal, cents_of(token.text));
            case TokenKind::date:
                return literal(NodeKind::date_literal, parse_iso_date(token.text)->days);
            case TokenKind::choice:
                return choice();
            case TokenKind::word:
                return word();
            case TokenKind::symbol:
                if (token.text == "(") return bracketed();
                break;
            case TokenKind::end:
                break;
        }
        return unexpected("een feit, een waarde, een functie of '('");
    }

    Part literal(NodeKind kind, double value) {
        const Token& token = tree_.tokens[at_++];
        return make(Node{kind, token.offset, token.text, value, 0, {}});
    }

    Part choice() {
        const Token& token = tree_.tokens[at_++];
        return make(
            Node{NodeKind::choice_literal, token.offset, token.text.substr(1, token.text.size() - 2), 0, 0, {}});
    }

    Part bracketed() {
        const std::size_t offset = here().offset;
        ++at_;
        if (++depth_ > kMaxNesting) return too_deep(offset);
        SLAGBOOM_TRY(const NodeId inner, disjunction());
        if (!accept(")")) return unexpected("')'");
        --depth_;
        return inner;
    }

    Part word() {
        const Token& token = here();
        if (token.text == "true" || token.text == "false")
            return literal(NodeKind::boolean_literal, token.text == "true" ? 1 : 0);
        if (token.text == "at") return at_least();
        if (const Named* function = find(kFunctions, token.text)) return call(function->kind);
        if (is_keyword(token.text)) return unexpected("een feit, een waarde of een functie");
        ++at_;
        if (at("(")) return unknown_function(token);
        if (!is_key(token.text)) {
            return fault(token.offset,
                         fmt::format("'{}' kan geen feit zijn; verwacht kleine letters, cijfers en enkele _",
                                     quotable(token.text)));
        }
        return make(Node{NodeKind::fact, token.offset, token.text, 0, 0, {}});
    }

    Part unknown_function(const Token& token) const {
        std::vector<std::string> names;
        for (const Named& function : kFunctions) names.emplace_back(function.word);
        return fault(token.offset,
                     fmt::format("'{}' is geen functie{}", quotable(token.text), did_you_mean(token.text, names)));
    }

    Part call(NodeKind kind) {
        const Token name = tree_.tokens[at_++];
        if (kind == NodeKind::previous || kind == NodeKind::growth) return call_on_fact(kind, name);
        SLAGBOOM_TRY(std::vector<NodeId> children, arguments(fmt::format("na '{}'", name.text), &Parser::disjunction));
        const bool several = kind == NodeKind::min || kind == NodeKind::max;
        if (several ? children.size() < 2 : children.size() != 1) {
            return fault(name.offset, fmt::format("'{}' verwacht {}, maar heeft er {}", name.text,
                                                  several ? "twee of meer waarden" : "één waarde", children.size()));
        }
        return make(kind, name.offset, std::move(children));
    }

    Part call_on_fact(NodeKind kind, const Token& name) {
        if (!accept("(")) return unexpected(fmt::format("'(' na '{}'", name.text));
        const Token fact = here();
        if (fact.kind != TokenKind::word || is_keyword(fact.text) || !is_key(fact.text))
            return unexpected(fmt::format("de naam van één feit in '{}'", name.text));
        ++at_;
        if (!accept(")")) return unexpected(fmt::format("')': '{}' neemt één feit", name.text));
        return make(Node{kind, fact.offset, fact.text, 0, 0, {}});
    }

    Part at_least() {
        const std::size_t offset = here().offset;
        ++at_;
        if (!accept("least")) return unexpected("'least' na 'at'");
        const Token number = here();
        std::uint32_t count = 0;
        const auto [end, error] = std::from_chars(number.text.data(), number.text.data() + number.text.size(), count);
        const bool whole =
            number.kind == TokenKind::number && error == std::errc{} && end == number.text.data() + number.text.size();
        if (!whole || count == 0) return unexpected("een heel getal van 1 of meer na 'at least'");
        ++at_;
        if (!accept("of")) return unexpected("'of' na het getal van 'at least'");
        SLAGBOOM_TRY(std::vector<NodeId> children, arguments("na 'of'", &Parser::disjunction));
        if (count > children.size()) {
            return fault(number.offset, fmt::format("'at least {}' kan nooit waar zijn: er staan {} voorwaarden", count,
                                                    children.size()));
        }
        return make(Node{NodeKind::at_least, offset, "", 0, count, std::move(children)});
    }

    Result<std::vector<NodeId>> arguments(std::string_view where, Part (Parser::*argument)()) {
        const std::size_t offset = here().offset;
        if (!accept("(")) return unexpected(fmt::format("'(' {}", where));
        if (++depth_ > kMaxNesting) return too_deep(offset);
        std::vector<NodeId> result;
        do {
            SLAGBOOM_TRY(const NodeId part, (this->*argument)());
            result.push_back(part);
        } while (accept(","));
        if (!accept(")")) return unexpected("',' of ')'");
        --depth_;
        return result;
    }

    Error too_deep(std::size_t offset) const {
        return fault(offset, fmt::format("de regel is te diep genest, hooguit {} lagen", kMaxNesting));
    }

    Tree& tree_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

/// Flattened lists leave nodes behind that nothing points at; the tree keeps only those under the root, children first.
NodeId copy_reachable(const std::vector<Node>& from, NodeId id, std::vector<Node>& to) {
    Node node = from[id];
    for (NodeId& child : node.children) child = copy_reachable(from, child, to);
    to.push_back(std::move(node));
    return static_cast<NodeId>(to.size() - 1);
}

}  // namespace

Result<Tree> parse(std::string_view rule) {
    Tree tree;
    tree.rule = rule;
    SLAGBOOM_TRY(tree.tokens, lex(rule));
    SLAGBOOM_TRY(const NodeId root, Parser(tree).run());
    std::vector<Node> nodes;
    copy_reachable(tree.nodes, root, nodes);
    tree.nodes = std::move(nodes);
    return tree;
}

}  // namespace slagboom::expr
