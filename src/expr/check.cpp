#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "expr/typed_tree.h"

namespace slagboom::expr {
namespace {

constexpr double kLargestAllowed = 1e300;
constexpr double kSmallestAllowed = 1e-300;
constexpr double kMaxSqlParts = 20000;
constexpr double kMaxSqlDepth = 75;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string_view type_name(FactType type) { return domain::dutch_name(type); }
bool is_numeric(FactType type) { return type == FactType::number || type == FactType::amount; }

/// One rounding step of a number of this magnitude (decision 10).
double rounding_step(double smallest) { return std::ldexp(smallest, -52); }

Bounds literal_bounds(const Node& literal) {
    if (literal.value == 0) return {kInfinity, 0, kInfinity};
    const double size = std::abs(literal.value);
    return {size, size, literal.kind == NodeKind::amount_literal ? 1 : rounding_step(size)};
}

/// Amounts are whole cents, and sums of them stay exact below 2^53.
Bounds input_bounds(FactType type) {
    if (type == FactType::amount) return {1, domain::kLargestAmountCents, 1};
    return {domain::kSmallestNumber, domain::kLargestNumber, rounding_step(domain::kSmallestNumber)};
}

/// A sum is a multiple of what its terms are multiples of, and rounding only makes the multiples coarser.
Bounds sum_bounds(Bounds a, Bounds b) {
    const double grid = std::min(a.grid, b.grid);
    return {grid, a.largest + b.largest, grid};
}
Bounds product_bounds(Bounds a, Bounds b) {
    return {a.smallest * b.smallest, a.largest * b.largest, rounding_step(a.smallest * b.smallest)};
}
Bounds quotient_bounds(Bounds a, Bounds b) {
    return {a.smallest / b.largest, a.largest / b.smallest, rounding_step(a.smallest / b.largest)};
}
Bounds either_bounds(Bounds a, Bounds b) {
    return {std::min(a.smallest, b.smallest), std::max(a.largest, b.largest), std::min(a.grid, b.grid)};
}

/// What SQLite's parser, which stacks at most 100 symbols, has open while it reads an operand (expr/sql.cpp writes
/// them).
struct SqlDepth {
    double first = 1;  ///< the operand on the left
    double other = 3;  ///< every other
};
SqlDepth sql_depth(TypedKind kind) {
    switch (kind) {
        case TypedKind::divide:
            return {1, 7};
        case TypedKind::min:
        case TypedKind::max:
            return {9, 9};
        case TypedKind::at_least:
            return {10, 10};
        case TypedKind::years_since:
        case TypedKind::growth:
            return {8, 8};
        case TypedKind::abs:
            return {5, 5};
        case TypedKind::not_:
        case TypedKind::negate:
            return {2, 2};
        default:
            return {1, 3};
    }
}

class Checker {
 public:
    Checker(const Tree& tree, const domain::FactCatalogue& facts) : tree_(tree), facts_(facts) {}

    Result<std::vector<TypedNode>> run() {
        SLAGBOOM_TRY(const NodeId root, visit(tree_.root()));
        if (sql_parts_[root] > kMaxSqlParts) {
            return Error{fmt::format("de regel wordt uitgeschreven te groot, hooguit {} delen", kMaxSqlParts), "", 1,
                         1};
        }
        if (sql_depths_[root] > kMaxSqlDepth) {
            return error_at(tree_.rule, tree_[tree_.root()].offset,
                            "de regel is te diep genest om als SQL uit te schrijven; splits hem");
        }
        return std::move(nodes_);
    }

 private:
    using Part = Result<NodeId>;

    Error fault(const Node& node, std::string reason) const {
        return error_at(tree_.rule, node.offset, std::move(reason));
    }
    std::string quoted(NodeId written) const { return fmt::format("'{}'", quotable(canonical_text(tree_, written))); }

    /// `copies`: how many times SQL writes each operand out; with `own` parts of its own this bounds the size of the
    /// text.
    NodeId add(TypedNode node, double copies = 1, double own = 1) {
        double parts = own;
        double depth = 0;
        const SqlDepth open = sql_depth(node.kind);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const NodeId child = node.children[i];
            parts += copies * sql_parts_[child];
            const double first =
                continues(node.kind, nodes_[child].kind) ? (node.children.size() == 1 ? 1 : 0) : open.first;
            depth = std::max(depth, sql_depths_[child] + (i == 0 ? first : open.other));
        }
        nodes_.push_back(std::move(node));
        sql_parts_.push_back(parts);
        sql_depths_.push_back(std::max(depth, 6.0));  // the cast around a number
        return static_cast<NodeId>(nodes_.size() - 1);
    }

    Part add_bounded(TypedNode node, const Node& written, double copies = 1) {
        if (node.bounds.largest > kLargestAllowed ||
            (node.bounds.largest > 0 && node.bounds.smallest < kSmallestAllowed)) {
            return fault(written,
                         "dit deel kan te groot of te klein worden om mee te rekenen (buiten 1e-300 tot 1e300)");
        }
        return add(std::move(node), copies);
    }

    Part visit(NodeId id) {
        const Node& node = tree_[id];
        switch (node.kind) {
            case NodeKind::number_literal:
            case NodeKind::percentage_literal:
                return constant(id, FactType::number);
            case NodeKind::amount_literal:
                if (node.value > domain::kLargestAmountCents)
                    return fault(node, "het bedrag is te groot; hooguit € 100.000.000.000");
                return constant(id, FactType::amount);
            case NodeKind::date_literal:
                return constant(id, FactType::date);
            case NodeKind::boolean_literal:
                return constant(id, FactType::boolean);
            case NodeKind::choice_literal:
                return fault(node,
                             fmt::format("'{}': een keuze kan alleen met = of != of in bij een feit staan", node.text));
            case NodeKind::fact:
                return fact(id, false);
            case NodeKind::previous:
                return fact(id, true);
            case NodeKind::growth:
                return growth(id);
            case NodeKind::years_since:
                return years_since(id);
            case NodeKind::min:
                return least_or_most(id, TypedKind::min);
            case NodeKind::max:
                return least_or_most(id, TypedKind::max);
            case NodeKind::abs:
                return same_size(id, TypedKind::abs);
            case NodeKind::negate:
                return same_size(id, TypedKind::negate);
            case NodeKind::add:
                return sum(id, TypedKind::add);
            case NodeKind::subtract:
                return sum(id, TypedKind::subtract);
            case NodeKind::multiply:
                return product(id);
            case NodeKind::divide:
                return quotient(id);
            case NodeKind::less:
                return comparison(id, TypedKind::less);
            case NodeKind::less_equal:
                return comparison(id, TypedKind::less_equal);
            case NodeKind::greater:
                return comparison(id, TypedKind::greater);
            case NodeKind::greater_equal:
                return comparison(id, TypedKind::greater_equal);
            case NodeKind::equal:
                return comparison(id, TypedKind::equal);
            case NodeKind::not_equal:
                return comparison(id, TypedKind::not_equal);
            case NodeKind::between:
                return between(id);
            case NodeKind::in:
                return in(id);
            case NodeKind::not_:
                return logic(id, TypedKind::not_);
            case NodeKind::and_:
                return logic(id, TypedKind::and_);
            case NodeKind::or_:
                return logic(id, TypedKind::or_);
            case NodeKind::at_least:
                return logic(id, TypedKind::at_least, 2);
        }
        return fault(node, "onbekend deel");
    }

    Part constant(NodeId id, FactType type) {
        return add({TypedKind::constant, type, id, {}, tree_[id].value, 0, {}, literal_bounds(tree_[id])});
    }

    Result<std::size_t> known_fact(const Node& node) const {
        const auto index = facts_.find(node.text);
        if (index) return *index;
        return fault(node, fmt::format("'{}' is geen feit van dit model{}", quotable(node.text),
                                       did_you_mean(node.text, facts_.keys())));
    }

    Part fact(NodeId id, bool previous) {
        SLAGBOOM_TRY(const std::size_t index, known_fact(tree_[id]));
        const auto& definition = facts_.facts[index];
        if (previous && !definition.periodic()) {
            return fault(tree_[id],
                         fmt::format("'{}' heeft geen vorige periode: het is een feit met een datum", definition.key));
        }
        return add({TypedKind::input, definition.type, id, {}, 0, 0, {index, previous}, input_bounds(definition.type)});
    }

    Part growth(NodeId id) {
        SLAGBOOM_TRY(const NodeId now, fact(id, false));
        SLAGBOOM_TRY(const NodeId before, fact(id, true));
        if (!is_numeric(nodes_[now].type)) {
            return fault(tree_[id], fmt::format("'growth' verwacht een getal of bedrag, maar '{}' is {}",
                                                tree_[id].text, type_name(nodes_[now].type)));
        }
        const Bounds one = nodes_[now].bounds;
        return add_bounded({TypedKind::growth,
                            FactType::number,
                            id,
                            {now, before},
                            0,
                            0,
                            {},
                            quotient_bounds(sum_bounds(one, one), one)},
                           tree_[id], 3);
    }

    Part years_since(NodeId id) {
        SLAGBOOM_TRY(const NodeId date, visit(tree_[id].children[0]));
        if (nodes_[date].type != FactType::date) return wrong_type(tree_[id].children[0], date, "een datum");
        return add({TypedKind::years_since, FactType::number, id, {date}, 0, 0, {}, {1, 10000, 1}}, 3, 8);
    }

    Error wrong_type(NodeId written, NodeId typed, std::string_view expected) const {
        return fault(tree_[written], fmt::format("verwacht {}, maar {} is {}", expected, quoted(written),
                                                 type_name(nodes_[typed].type)));
    }

    Part numeric(NodeId written) {
        SLAGBOOM_TRY(const NodeId typed, visit(written));
        if (!is_numeric(nodes_[typed].type)) return wrong_type(written, typed, "een getal of bedrag");
        return typed;
    }

    Error mixed(const Node& node, NodeId left, NodeId right) const {
        return fault(
            node, fmt::format("{} is {} en {} is {}: dat gaat hier niet samen", quoted(node.children[0]),
                              type_name(nodes_[left].type), quoted(node.children[1]), type_name(nodes_[right].type)));
    }

    Part least_or_most(NodeId id, TypedKind kind) {
        const Node& node = tree_[id];
        std::vector<NodeId> children;
        Bounds bounds{kInfinity, 0, kInfinity};
        for (const NodeId child : node.children) {
            SLAGBOOM_TRY(const NodeId typed, numeric(child));
            if (!children.empty() && nodes_[typed].type != nodes_[children[0]].type) {
                return wrong_type(child, typed,
                                  fmt::format("hetzelfde soort waarde als {} ({})", quoted(node.children[0]),
                                              type_name(nodes_[children[0]].type)));
            }
            children.push_back(typed);
            bounds = either_bounds(bounds, nodes_[typed].bounds);
        }
        const FactType type = nodes_[children[0]].type;
        const double copies = 2 * static_cast<double>(children.size());  // see least_or_most in sql.cpp
        return add({kind, type, id, std::move(children), 0, 0, {}, bounds}, copies);
    }

    Part same_size(NodeId id, TypedKind kind) {
        SLAGBOOM_TRY(const NodeId operand, numeric(tree_[id].children[0]));
        const TypedNode& value = nodes_[operand];
        return add({kind, value.type, id, {operand}, 0, 0, {}, value.bounds});
    }

    Part sum(NodeId id, TypedKind kind) {
        const Node& node = tree_[id];
        SLAGBOOM_TRY(const NodeId left, numeric(node.children[0]));
        SLAGBOOM_TRY(const NodeId right, numeric(node.children[1]));
        if (nodes_[left].type != nodes_[right].type) return mixed(node, left, right);
        return add_bounded({kind,
                            nodes_[left].type,
                            id,
                            {left, right},
                            0,
                            0,
                            {},
                            sum_bounds(nodes_[left].bounds, nodes_[right].bounds)},
                           node);
    }

    Part product(NodeId id) {
        const Node& node = tree_[id];
        SLAGBOOM_TRY(const NodeId left, numeric(node.children[0]));
        SLAGBOOM_TRY(const NodeId right, numeric(node.children[1]));
        const bool amounts = nodes_[left].type == FactType::amount && nodes_[right].type == FactType::amount;
        if (amounts)
            return fault(node, fmt::format("{} en {} zijn allebei een bedrag; een bedrag maal een bedrag bestaat niet",
                                           quoted(node.children[0]), quoted(node.children[1])));
        const FactType type = nodes_[left].type == FactType::amount ? FactType::amount : nodes_[right].type;
        return add_bounded({TypedKind::multiply,
                            type,
                            id,
                            {left, right},
                            0,
                            0,
                            {},
                            product_bounds(nodes_[left].bounds, nodes_[right].bounds)},
                           node);
    }

    Part quotient(NodeId id) {
        const Node& node = tree_[id];
        SLAGBOOM_TRY(const NodeId left, numeric(node.children[0]));
        SLAGBOOM_TRY(const NodeId right, numeric(node.children[1]));
        if (nodes_[right].bounds.largest == 0)
            return fault(node,
                         fmt::format("{} is nul, en delen door nul is altijd onbekend", quoted(node.children[1])));
        const bool by_amount = nodes_[right].type == FactType::amount;
        if (by_amount && nodes_[left].type != FactType::amount) return mixed(node, left, right);
        const FactType type = by_amount ? FactType::number : nodes_[left].type;
        return add_bounded({TypedKind::divide,
                            type,
                            id,
                            {left, right},
                            0,
                            0,
                            {},
                            quotient_bounds(nodes_[left].bounds, nodes_[right].bounds)},
                           node);
    }

    /// A choice literal gets its code from the fact on the other side.
    Part side(NodeId written, NodeId other) {
        const Node& node = tree_[written];
        if (node.kind != NodeKind::choice_literal) return visit(written);
        const Node& fact_node = tree_[other];
        const bool beside_fact = fact_node.kind == NodeKind::fact || fact_node.kind == NodeKind::previous;
        if (!beside_fact) return visit(written);
        SLAGBOOM_TRY(const std::size_t index, known_fact(fact_node));
        const auto& definition = facts_.facts[index];
        if (definition.type != FactType::choice) {
            return fault(node, fmt::format("'{}' is een keuze, maar '{}' is {}", node.text, definition.key,
                                           type_name(definition.type)));
        }
        std::vector<std::string> options;
        for (const auto& option : definition.options) options.push_back(option.key);
        const auto found = std::find(options.begin(), options.end(), node.text);
        if (found == options.end()) {
            return fault(node, fmt::format("'{}' is geen keuze van '{}'{}", node.text, definition.key,
                                           did_you_mean(node.text, options)));
        }
        return add({TypedKind::constant,
                    FactType::choice,
                    written,
                    {},
                    static_cast<double>(found - options.begin()),
                    0,
                    {},
                    {}});
    }

    Part compare(TypedKind kind, NodeId source, NodeId left, NodeId right) {
        const Node& node = tree_[source];
        const FactType type = nodes_[left].type;
        if (type != nodes_[right].type) return mixed(node, left, right);
        const bool ordered = is_numeric(type) || type == FactType::date;
        if (!ordered && kind != TypedKind::equal && kind != TypedKind::not_equal) {
            return fault(node, fmt::format("{} is {}: dat heeft geen volgorde, gebruik = of !=",
                                           quoted(node.children[0]), type_name(type)));
        }
        const bool two_choices =
            type == FactType::choice && nodes_[left].kind == TypedKind::input && nodes_[right].kind == TypedKind::input;
        if (two_choices && nodes_[left].input.fact != nodes_[right].input.fact) {
            return fault(node, "twee keuzes met elk hun eigen lijst kunnen niet worden vergeleken");
        }
        return add({kind, FactType::boolean, source, {left, right}, 0, 0, {}, {}});
    }

    Part comparison(NodeId id, TypedKind kind) {
        const Node& node = tree_[id];
        SLAGBOOM_TRY(const NodeId left, side(node.children[0], node.children[1]));
        SLAGBOOM_TRY(const NodeId right, side(node.children[1], node.children[0]));
        return compare(kind, id, left, right);
    }

    Part between(NodeId id) {
        const Node& node = tree_[id];
        SLAGBOOM_TRY(const NodeId value, visit(node.children[0]));
        SLAGBOOM_TRY(const NodeId lowest, visit(node.children[1]));
        SLAGBOOM_TRY(const NodeId highest, visit(node.children[2]));
        SLAGBOOM_TRY(const NodeId above, compare(TypedKind::greater_equal, id, value, lowest));
        if (nodes_[highest].type != nodes_[value].type)
            return wrong_type(node.children[2], highest,
                              fmt::format("{}, net als {}", type_name(nodes_[value].type), quoted(node.children[0])));
        SLAGBOOM_TRY(const NodeId below, compare(TypedKind::less_equal, id, value, highest));
        return add({TypedKind::and_, FactType::boolean, id, {above, below}, 0, 0, {}, {}});
    }

    Part in(NodeId id) {
        const Node& node = tree_[id];
        SLAGBOOM_TRY(const NodeId value, visit(node.children[0]));
        std::vector<NodeId> equals;
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            SLAGBOOM_TRY(const NodeId option, side(node.children[i], node.children[0]));
            if (nodes_[option].type != nodes_[value].type)
                return wrong_type(
                    node.children[i], option,
                    fmt::format("{}, net als {}", type_name(nodes_[value].type), quoted(node.children[0])));
            SLAGBOOM_TRY(const NodeId equal, compare(TypedKind::equal, id, value, option));
            equals.push_back(equal);
        }
        if (equals.size() == 1) return equals[0];
        return add({TypedKind::or_, FactType::boolean, id, std::move(equals), 0, 0, {}, {}});
    }

    Part logic(NodeId id, TypedKind kind, double copies = 1) {
        std::vector<NodeId> children;
        for (const NodeId child : tree_[id].children) {
            SLAGBOOM_TRY(const NodeId typed, visit(child));
            if (nodes_[typed].type != FactType::boolean) return wrong_type(child, typed, "een voorwaarde");
            children.push_back(typed);
        }
        return add({kind, FactType::boolean, id, std::move(children), 0, tree_[id].count, {}, {}}, copies);
    }

    const Tree& tree_;
    const domain::FactCatalogue& facts_;
    std::vector<TypedNode> nodes_;
    std::vector<double> sql_parts_;
    std::vector<double> sql_depths_;
};

bool holds_quotient(const TypedTree& tree, NodeId id) {
    const TypedNode& node = tree[id];
    if (node.kind == TypedKind::divide || node.kind == TypedKind::growth) return true;
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](NodeId child) { return holds_quotient(tree, child); });
}

bool is_sum(TypedKind kind) { return kind == TypedKind::add || kind == TypedKind::subtract; }
bool is_product(TypedKind kind) { return kind == TypedKind::multiply || kind == TypedKind::divide; }

bool is_comparison(TypedKind kind) { return kind >= TypedKind::less && kind <= TypedKind::not_equal; }

void collect_inputs(const TypedTree& tree, NodeId id, std::vector<Input>& inputs) {
    if (tree[id].kind == TypedKind::input) inputs.push_back(tree[id].input);
    for (const NodeId child : tree[id].children) collect_inputs(tree, child, inputs);
}

/// Of the comparisons that `between` and `in` stand for.
std::string_view sign(TypedKind kind) {
    if (kind == TypedKind::greater_equal) return ">=";
    return kind == TypedKind::less_equal ? "<=" : "=";
}

}  // namespace

Result<TypedTree> check(Tree tree, const domain::FactCatalogue& facts) {
    SLAGBOOM_TRY(std::vector<TypedNode> nodes, Checker(tree, facts).run());
    return TypedTree{std::move(tree), std::move(nodes)};
}

Result<TypedTree> check_condition(std::string_view rule, const domain::FactCatalogue& facts) {
    SLAGBOOM_TRY(Tree tree, parse(rule));
    SLAGBOOM_TRY(TypedTree typed, check(std::move(tree), facts));
    if (typed.type() != FactType::boolean) {
        return error_at(rule, 0,
                        fmt::format("deze regel is {}, maar hier hoort een voorwaarde (waar of niet waar)",
                                    type_name(typed.type())));
    }
    return typed;
}

bool continues(TypedKind kind, TypedKind below) {
    if (kind == TypedKind::not_ || kind == TypedKind::negate) return below == kind;
    return (is_sum(kind) && (is_sum(below) || is_product(below))) || (is_product(kind) && is_product(below));
}

std::string part_text(const TypedTree& tree, NodeId part) {
    const TypedNode& node = tree[part];
    const NodeKind written = tree.written[node.source].kind;
    const bool half = is_comparison(node.kind) && (written == NodeKind::between || written == NodeKind::in);
    if (!half) return canonical_text(tree.written, node.source);
    return fmt::format("{} {} {}", canonical_text(tree.written, tree[node.children[0]].source), sign(node.kind),
                       canonical_text(tree.written, tree[node.children[1]].source));
}

std::vector<Error> lint(const TypedTree& tree) {
    std::vector<Error> warnings;
    for (const TypedNode& node : tree.nodes) {
        if (!is_comparison(node.kind)) continue;
        for (const NodeId child : node.children) {
            const TypedNode& side = tree[child];
            const bool sum = side.kind == TypedKind::add || side.kind == TypedKind::subtract;
            if (!sum || !holds_quotient(tree, child)) continue;
            warnings.push_back(error_at(
                tree.written.rule, tree.written[side.source].offset,
                "een som of verschil met een deling erin wordt met een grens vergeleken: precies op de grens kan "
                "afronding beslissen; schrijf de regel liever met één deling"));
        }
    }
    return warnings;
}

std::vector<Input> inputs_of(const TypedTree& tree, NodeId part) {
    std::vector<Input> inputs;
    collect_inputs(tree, part, inputs);
    std::sort(inputs.begin(), inputs.end());
    inputs.erase(std::unique(inputs.begin(), inputs.end()), inputs.end());
    return inputs;
}

}  // namespace slagboom::expr
