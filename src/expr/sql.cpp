#include "expr/sql.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/number.h"

namespace slagboom::expr {
namespace {

class Writer {
 public:
    Writer(const TypedTree& rule, const domain::FactCatalogue& facts, Date reference, std::string_view table)
        : rule_(rule),
          facts_(facts),
          reference_(reference.iso()),
          prefix_(table.empty() ? "" : std::string(table) + ".") {}

    std::string text(NodeId id) const {
        const TypedNode& node = rule_[id];
        switch (node.kind) {
            case TypedKind::constant:
                return constant(node);
            case TypedKind::input:
                return input(node);
            case TypedKind::growth: {
                const std::string now = child(node, 0);
                const std::string before = child(node, 1);
                return fmt::format("case when {1} > 0 then ({0} - {1}) / {1} end", now, before);
            }
            case TypedKind::years_since:
                return years_since(child(node, 0));
            case TypedKind::min:
                return least_or_most(node, "<=");
            case TypedKind::max:
                return least_or_most(node, ">=");
            case TypedKind::abs:
                return fmt::format("abs({})", text(node.children[0]));
            case TypedKind::negate:
                return "- " + left(node);  // two minus signs in a row would start a remark
            case TypedKind::add:
                return pair(node, "+");
            case TypedKind::subtract:
                return pair(node, "-");
            case TypedKind::multiply:
                return pair(node, "*");
            case TypedKind::divide:
                return fmt::format("{} / nullif({}, 0)", left(node), text(node.children[1]));
            case TypedKind::less:
                return pair(node, "<");
            case TypedKind::less_equal:
                return pair(node, "<=");
            case TypedKind::greater:
                return pair(node, ">");
            case TypedKind::greater_equal:
                return pair(node, ">=");
            case TypedKind::equal:
                return pair(node, "=");
            case TypedKind::not_equal:
                return pair(node, "<>");
            case TypedKind::not_:
                return "not " + left(node);
            case TypedKind::and_:
                return chain(node, " and ");
            case TypedKind::or_:
                return chain(node, " or ");
            case TypedKind::at_least:
                return at_least(node);
        }
        return {};
    }

 private:
    std::string child(const TypedNode& node, std::size_t index) const {
        const NodeId id = node.children[index];
        const bool atom = rule_[id].kind == TypedKind::constant || rule_[id].kind == TypedKind::input;
        return atom ? text(id) : "(" + text(id) + ")";
    }
    /// Long sums do not nest.
    std::string left(const TypedNode& node) const {
        return continues(node.kind, rule_[node.children[0]].kind) ? text(node.children[0]) : child(node, 0);
    }
    std::string pair(const TypedNode& node, std::string_view sign) const {
        return fmt::format("{} {} {}", left(node), sign, child(node, 1));
    }

    /// Doubles are written shortest, so that they read back as the same bits.
    std::string constant(const TypedNode& node) const {
        switch (node.type) {
            case FactType::boolean:
                return node.value != 0 ? "(1 = 1)" : "(1 = 0)";
            case FactType::date:
                return fmt::format("'{}'", Date{static_cast<std::int32_t>(node.value)}.iso());
            case FactType::choice:
                return fmt::format("'{}'", rule_.written[node.source].text);
            case FactType::number:
            case FactType::amount:
                break;
        }
        return exact(node.value);
    }

    /// SQLite rounds some decimal literals one bit off, so a fraction is written as whole numbers: by a power of ten
    /// where both are exact and one division rounds as the literal did, else by powers of two, which do not round at
    /// all.
    static std::string exact(double value) {
        const std::string text = shortest(value);
        const auto point = text.find('.');
        const bool exponent_form = text.find('e') != text.npos;
        if (point == text.npos && !exponent_form) return fmt::format("cast({} as double precision)", text);
        if (!exponent_form && text.size() <= 16) {
            std::string digits = text;
            digits.erase(point, 1);
            digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
            return fmt::format("(cast({} as double precision) / 1{})", digits,
                               std::string(text.size() - point - 1, '0'));
        }
        int exponent = 0;
        const double mantissa = std::ldexp(std::frexp(value, &exponent), 53);
        std::string result = fmt::format("(cast({:.0f} as double precision)", mantissa);
        for (int left = 53 - exponent; left > 0; left -= 52)
            result += fmt::format(" / {}", std::uint64_t{1} << std::min(left, 52));
        return result + ")";
    }

    std::string input(const TypedNode& node) const {
        std::string column = prefix_ + column_name(facts_, node.input);
        switch (node.type) {
            case FactType::boolean:
                return fmt::format("({} = 1)", column);
            case FactType::number:
            case FactType::amount:
                return fmt::format("cast({} as double precision)", column);
            case FactType::date:
            case FactType::choice:
                break;
        }
        return column;
    }

    /// ISO text compares as days do. A later month and day means that this year is not complete; 29 February then waits
    /// for 1 March.
    std::string years_since(const std::string& date) const {
        return fmt::format(
            "case when {0} <= '{1}' then cast({2} - cast(substr({0}, 1, 4) as integer) - case when substr({0}, 6) > "
            "'{3}' then 1 else 0 end as "
            "double precision) end",
            date, reference_, std::stoi(reference_.substr(0, 4)), reference_.substr(5));
    }

    /// Every condition compares with every operand, so an unknown one leaves none that is true and the case ends in
    /// NULL; the databases' own functions skip or keep NULL each in its own way.
    std::string least_or_most(const TypedNode& node, std::string_view sign) const {
        std::string result = "case";
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            std::string wins;
            for (std::size_t k = 0; k < node.children.size(); ++k) {
                if (k != i)
                    wins +=
                        fmt::format("{}{} {} {}", wins.empty() ? "" : " and ", child(node, i), sign, child(node, k));
            }
            result += fmt::format(" when {} then {}", wins, child(node, i));
        }
        return result + " end";
    }

    std::string chain(const TypedNode& node, std::string_view word) const {
        std::string result;
        for (std::size_t i = 0; i < node.children.size(); ++i)
            result += (i == 0 ? "" : std::string(word)) + child(node, i);
        return result;
    }

    std::string at_least(const TypedNode& node) const {
        std::string yes, possible;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            yes += fmt::format("{}case when {} then 1 else 0 end", i == 0 ? "" : " + ", text(node.children[i]));
            possible += fmt::format("{}case when not {} then 0 else 1 end", i == 0 ? "" : " + ",
                                    "(" + text(node.children[i]) + ")");
        }
        return fmt::format("case when {0} >= {2} then (1 = 1) when {1} < {2} then (1 = 0) end", yes, possible,
                           node.count);
    }

    const TypedTree& rule_;
    const domain::FactCatalogue& facts_;
    std::string reference_;
    std::string prefix_;
};

}  // namespace

std::string sql_expression(const TypedTree& rule, const domain::FactCatalogue& facts, Date reference,
                           std::string_view table) {
    return Writer(rule, facts, reference, table).text(rule.root());
}

std::string column_name(const domain::FactCatalogue& facts, const Input& input) {
    return facts.facts[input.fact].key + (input.previous ? "__vorig" : "");
}

}  // namespace slagboom::expr
