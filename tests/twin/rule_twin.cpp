#include "twin/rule_twin.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <vector>

namespace slagboom::tests {
namespace {

using expr::Node;
using expr::NodeId;
using expr::NodeKind;
using Number = std::optional<double>;
using Truth = std::optional<bool>;

std::chrono::year_month_day calendar_day(double days) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{static_cast<int>(days)}}};
}

/// The n-th birthday is the same day n years later; 29 February has none in other years, and then waits for 1 March.
std::chrono::sys_days birthday(std::chrono::year_month_day born, int age) {
    const auto day = born + std::chrono::years{age};
    if (day.ok()) return std::chrono::sys_days{day};
    return std::chrono::sys_days{day.year() / std::chrono::March / 1};
}

Number completed_years(double born_days, Date reference) {
    const auto born = calendar_day(born_days);
    const std::chrono::sys_days today{std::chrono::days{reference.days}};
    if (std::chrono::sys_days{born} > today) return std::nullopt;
    int age = 0;
    while (birthday(born, age + 1) <= today) ++age;
    return age;
}

/// Only the digits and the point count, so "€1.250,50" is 125050 cents and "65%" is 65.
std::string only(const std::string& text, const std::string& wanted) {
    std::string result;
    for (const char c : text) {
        if (wanted.find(c) != std::string::npos) result += c;
    }
    return result;
}

double decimal(const std::string& text) { return std::strtod(text.c_str(), nullptr); }

/// Moves the point instead of dividing, so that the nearest double is found in one step.
double percentage(const std::string& text) { return decimal(only(text, "0123456789.") + "e-2"); }

double cents(const std::string& text) {
    const bool has_cents = text.find(',') != std::string::npos;
    return decimal(only(text, "0123456789")) * (has_cents ? 1 : 100);
}

double days_of(const std::string& iso) {
    const auto part = [&](std::size_t from, std::size_t length) { return std::stoi(iso.substr(from, length)); };
    const auto day = std::chrono::year{part(0, 4)} / std::chrono::month{static_cast<unsigned>(part(5, 2))} /
                     std::chrono::day{static_cast<unsigned>(part(8, 2))};
    return static_cast<double>(std::chrono::sys_days{day}.time_since_epoch().count());
}

Truth negated(Truth value) { return value ? Truth(!*value) : std::nullopt; }

Truth all_of(const std::vector<Truth>& values) {
    if (std::find(values.begin(), values.end(), Truth(false)) != values.end()) return false;
    if (std::find(values.begin(), values.end(), Truth()) != values.end()) return std::nullopt;
    return true;
}

Truth any_of(const std::vector<Truth>& values) {
    std::vector<Truth> mirrored;
    for (const Truth value : values) mirrored.push_back(negated(value));
    return negated(all_of(mirrored));
}

Truth at_least(std::size_t needed, const std::vector<Truth>& values) {
    const auto trues = static_cast<std::size_t>(std::count(values.begin(), values.end(), Truth(true)));
    const auto unknowns = static_cast<std::size_t>(std::count(values.begin(), values.end(), Truth()));
    if (trues >= needed) return true;
    if (trues + unknowns < needed) return false;
    return std::nullopt;
}

class Twin {
 public:
    Twin(const expr::Tree& rule, const domain::FactCatalogue& facts, const Row& row, Date reference)
        : rule_(rule), facts_(facts), row_(row), reference_(reference) {}

    TwinValue value(NodeId id) const {
        const Node& node = rule_[id];
        switch (node.kind) {
            case NodeKind::number_literal:
                return decimal(node.text);
            case NodeKind::percentage_literal:
                return percentage(node.text);
            case NodeKind::amount_literal:
                return cents(node.text);
            case NodeKind::date_literal:
                return days_of(node.text);
            case NodeKind::boolean_literal:
                return node.text == "true" ? 1.0 : 0.0;
            case NodeKind::choice_literal:
                return node.text;
            case NodeKind::fact:
                return cell({node.text, false});
            case NodeKind::previous:
                return cell({node.text, true});
            case NodeKind::growth:
                return as_value(growth(node.text));
            case NodeKind::years_since:
            case NodeKind::min:
            case NodeKind::max:
            case NodeKind::abs:
            case NodeKind::negate:
            case NodeKind::add:
            case NodeKind::subtract:
            case NodeKind::multiply:
            case NodeKind::divide:
                return as_value(strict(node));
            default:
                break;
        }
        const Truth result = truth_of_condition(id);
        return result ? TwinValue(*result ? 1.0 : 0.0) : std::nullopt;
    }

    Truth truth(NodeId id) const {
        const Number result = number(id);
        return result ? Truth(*result != 0) : std::nullopt;
    }

    void decided(NodeId id, std::set<DecidingPart>& found) const {
        const Node& node = rule_[id];
        const std::vector<Truth> values = operands(node);
        switch (node.kind) {
            case NodeKind::not_:
                return decided(node.children[0], found);
            case NodeKind::and_:
                if (truth(id) == Truth(true)) return decided_all(node, found);
                return decided_like(node, values, truth(id), found);
            case NodeKind::or_:
                if (truth(id) == Truth(false)) return decided_all(node, found);
                return decided_like(node, values, truth(id), found);
            case NodeKind::at_least:
                return decided_like(node, values, truth(id), found);
            case NodeKind::between:
                return halves_like(id, values, truth(id), truth(id) == Truth(true), found);
            case NodeKind::in:
                return halves_like(id, values, truth(id), truth(id) == Truth(false), found);
            default:
                found.insert({id, id});
        }
    }

 private:
    static TwinValue as_value(Number number) { return number ? TwinValue(*number) : std::nullopt; }

    TwinValue cell(const CellName& name) const {
        const auto found = row_.find(name);
        if (found == row_.end()) return std::nullopt;
        for (const auto& fact : facts_.facts) {
            if (fact.key != name.fact || fact.type != domain::FactType::choice) continue;
            return fact.options.at(static_cast<std::size_t>(found->second)).key;
        }
        return found->second;
    }

    Number number(NodeId id) const {
        const TwinValue result = value(id);
        return result ? Number(std::get<double>(*result)) : std::nullopt;
    }

    Number growth(const std::string& fact) const {
        const auto now = row_.find({fact, false});
        const auto before = row_.find({fact, true});
        if (now == row_.end() || before == row_.end() || before->second <= 0) return std::nullopt;
        return (now->second - before->second) / before->second;
    }

    /// Unknown as soon as one operand is.
    Number strict(const Node& node) const {
        std::vector<double> values;
        for (const NodeId child : node.children) {
            const Number operand = number(child);
            if (!operand) return std::nullopt;
            values.push_back(*operand);
        }
        switch (node.kind) {
            case NodeKind::years_since:
                return completed_years(values[0], reference_);
            case NodeKind::min:
                return *std::min_element(values.begin(), values.end());
            case NodeKind::max:
                return *std::max_element(values.begin(), values.end());
            case NodeKind::abs:
                return std::abs(values[0]);
            case NodeKind::negate:
                return 0 - values[0];
            case NodeKind::add:
                return values[0] + values[1];
            case NodeKind::subtract:
                return values[0] - values[1];
            case NodeKind::multiply:
                return values[0] * values[1];
            case NodeKind::divide:
                return values[1] == 0 ? Number() : Number(values[0] / values[1]);
            default:
                throw std::logic_error("geen rekenkundig deel");
        }
    }

    Truth compared(NodeKind kind, NodeId left, NodeId right) const {
        const TwinValue a = value(left);
        const TwinValue b = value(right);
        if (!a || !b) return std::nullopt;
        switch (kind) {
            case NodeKind::less:
                return *a < *b;
            case NodeKind::less_equal:
                return *a <= *b;
            case NodeKind::greater:
                return *a > *b;
            case NodeKind::greater_equal:
                return *a >= *b;
            case NodeKind::equal:
                return *a == *b;
            case NodeKind::not_equal:
                return *a != *b;
            default:
                throw std::logic_error("geen vergelijking");
        }
    }

    /// The operands of a connective; of `between` and `in` the comparisons that they stand for.
    std::vector<Truth> operands(const Node& node) const {
        const auto& parts = node.children;
        std::vector<Truth> result;
        if (node.kind == NodeKind::between) {
            return {compared(NodeKind::greater_equal, parts[0], parts[1]),
                    compared(NodeKind::less_equal, parts[0], parts[2])};
        }
        if (node.kind == NodeKind::in) {
            for (std::size_t i = 1; i < parts.size(); ++i)
                result.push_back(compared(NodeKind::equal, parts[0], parts[i]));
            return result;
        }
        const bool connective = node.kind == NodeKind::not_ || node.kind == NodeKind::and_ ||
                                node.kind == NodeKind::or_ || node.kind == NodeKind::at_least;
        if (!connective) return {};
        for (const NodeId part : parts) result.push_back(truth(part));
        return result;
    }

    Truth truth_of_condition(NodeId id) const {
        const Node& node = rule_[id];
        switch (node.kind) {
            case NodeKind::not_:
                return negated(truth(node.children[0]));
            case NodeKind::and_:
            case NodeKind::between:
                return all_of(operands(node));
            case NodeKind::or_:
            case NodeKind::in:
                return any_of(operands(node));
            case NodeKind::at_least:
                return at_least(node.count, operands(node));
            default:
                return compared(node.kind, node.children[0], node.children[1]);
        }
    }

    void decided_all(const Node& node, std::set<DecidingPart>& found) const {
        for (const NodeId child : node.children) decided(child, found);
    }
    void decided_like(const Node& node, const std::vector<Truth>& values, Truth wanted,
                      std::set<DecidingPart>& found) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] == wanted) decided(node.children[i], found);
        }
    }
    void halves_like(NodeId id, const std::vector<Truth>& values, Truth wanted, bool all,
                     std::set<DecidingPart>& found) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (all || values[i] == wanted) found.insert({id, rule_[id].children[i + 1]});
        }
    }

    const expr::Tree& rule_;
    const domain::FactCatalogue& facts_;
    const Row& row_;
    Date reference_;
};

}  // namespace

TwinValue twin_value(const expr::Tree& rule, const domain::FactCatalogue& facts, const Row& row, Date reference) {
    return Twin(rule, facts, row, reference).value(rule.root());
}

std::set<DecidingPart> twin_decided(const expr::Tree& rule, const domain::FactCatalogue& facts, const Row& row,
                                    Date reference) {
    std::set<DecidingPart> found;
    Twin(rule, facts, row, reference).decided(rule.root(), found);
    return found;
}

}  // namespace slagboom::tests
