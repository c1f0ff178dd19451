#include "expr/sentence.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"

namespace slagboom::expr {
namespace {

bool is_arithmetic(TypedKind kind) { return kind >= TypedKind::add && kind <= TypedKind::divide; }
bool is_connective(TypedKind kind) { return kind == TypedKind::and_ || kind == TypedKind::or_; }

class Writer {
 public:
    Writer(const TypedTree& rule, const domain::FactCatalogue& facts) : rule_(rule), facts_(facts) {}

    std::string text(NodeId id) const { return rule_[id].type == FactType::boolean ? condition(id) : value(id); }

 private:
    std::string condition(NodeId id) const {
        const TypedNode& node = rule_[id];
        switch (node.kind) {
            case TypedKind::constant:
                return node.value != 0 ? "altijd" : "nooit";
            case TypedKind::input:
                return fmt::format("‘{}’ is ja", value(id));
            case TypedKind::not_:
                return negation(node.children[0]);
            case TypedKind::and_:
                if (written(node) == NodeKind::between) return between(node);
                return list(node, " en ");
            case TypedKind::or_:
                if (written(node) == NodeKind::in) return in(node);
                return list(node, " of ");
            case TypedKind::at_least:
                return at_least(node);
            default:
                return comparison(node);
        }
    }

    NodeKind written(const TypedNode& node) const { return rule_.written[node.source].kind; }
    const domain::FactDefinition& definition(const Input& input) const { return facts_.facts[input.fact]; }

    std::string negation(NodeId id) const {
        if (rule_[id].kind == TypedKind::input) return fmt::format("‘{}’ is nee", value(id));
        return fmt::format("het is niet zo dat ({})", condition(id));
    }

    /// Conditions within conditions stand between brackets, so that "en" and "of" cannot be misread.
    std::string list(const TypedNode& node, std::string_view word) const {
        std::string result;
        for (const NodeId child : node.children) {
            if (!result.empty()) result += word;
            const NodeKind kind = written(rule_[child]);
            const bool options = kind == NodeKind::in && node.kind == TypedKind::or_;  // "of" within "of"
            const bool plain =
                !is_connective(rule_[child].kind) || kind == NodeKind::between || (kind == NodeKind::in && !options);
            result += plain ? condition(child) : "(" + condition(child) + ")";
        }
        return result;
    }

    std::string at_least(const TypedNode& node) const {
        std::string result = fmt::format("minstens {} van deze {}: ", node.count, node.children.size());
        for (const NodeId child : node.children)
            result += (child == node.children.front() ? "(" : "; (") + condition(child) + ")";
        return result;
    }

    std::string between(const TypedNode& node) const {
        const TypedNode& above = rule_[node.children[0]];
        const TypedNode& below = rule_[node.children[1]];
        return fmt::format("{} ligt van {} tot en met {}", value(above.children[0]), value(above.children[1]),
                           value(below.children[1]));
    }

    std::string in(const TypedNode& node) const {
        const NodeId subject = rule_[node.children[0]].children[0];
        std::string options;
        for (const NodeId child : node.children) {
            if (!options.empty()) options += child == node.children.back() ? " of " : ", ";
            options += literal_or_value(rule_[child].children[1], subject);
        }
        return fmt::format("{} is {}", value(subject), options);
    }

    std::string comparison(const TypedNode& node) const {
        const NodeId left = node.children[0];
        const NodeId right = node.children[1];
        return fmt::format("{} {} {}", literal_or_value(left, right), verb(node.kind, rule_[left].type),
                           literal_or_value(right, left));
    }

    static std::string_view verb(TypedKind kind, FactType type) {
        const bool day = type == FactType::date;
        switch (kind) {
            case TypedKind::less:
                return day ? "ligt voor" : "is lager dan";
            case TypedKind::less_equal:
                return day ? "ligt op of voor" : "is hooguit";
            case TypedKind::greater:
                return day ? "ligt na" : "is hoger dan";
            case TypedKind::greater_equal:
                return day ? "ligt op of na" : "is minstens";
            case TypedKind::not_equal:
                return "is niet";
            default:
                return "is";
        }
    }

    /// Choices and yes/no are read through the fact beside them.
    std::string literal_or_value(NodeId id, NodeId other) const {
        const TypedNode& node = rule_[id];
        if (node.kind != TypedKind::constant) return value(id);
        if (node.type == FactType::choice) return domain::dutch_text(definition(rule_[other].input), node.value);
        if (node.type == FactType::boolean) return node.value != 0 ? "ja" : "nee";
        return literal(node);
    }

    std::string literal(const TypedNode& node) const {
        if (node.type == FactType::amount) return dutch_euros(node.value);
        if (node.type == FactType::date) return Date{static_cast<std::int32_t>(node.value)}.dutch();
        std::string text = rule_.written[node.source].text;  // a number as written: nothing is rounded in a sentence
        std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }

    std::string value(NodeId id) const {
        const TypedNode& node = rule_[id];
        switch (node.kind) {
            case TypedKind::constant:
                return literal(node);
            case TypedKind::input:
                return name(node.input);
            case TypedKind::growth:
                return fmt::format("de groei van {} sinds {}", definition(rule_[node.children[0]].input).label,
                                   period_before(rule_[node.children[0]].input));
            case TypedKind::years_since:
                return fmt::format("het aantal hele jaren sinds {}", value(node.children[0]));
            case TypedKind::min:
                return fmt::format("het laagste van {}", values(node));
            case TypedKind::max:
                return fmt::format("het hoogste van {}", values(node));
            case TypedKind::abs:
                return fmt::format("{} (zonder minteken)", operand(node.children[0]));
            case TypedKind::negate:
                return rule_[node.children[0]].kind == TypedKind::constant
                           ? "-" + literal(rule_[node.children[0]])
                           : fmt::format("min {}", operand(node.children[0]));
            case TypedKind::add:
                return pair(node, "plus");
            case TypedKind::subtract:
                return pair(node, "min");
            case TypedKind::multiply:
                return pair(node, "maal");
            case TypedKind::divide:
                return pair(node, "gedeeld door");
            default:
                return "(" + condition(id) + ")";
        }
    }

    std::string name(const Input& input) const {
        const auto& fact = definition(input);
        return input.previous ? fmt::format("{} in {}", fact.label, period_before(input)) : fact.label;
    }

    std::string_view period_before(const Input& input) const {
        switch (definition(input).frequency) {
            case domain::Frequency::year:
                return "het jaar ervoor";
            case domain::Frequency::quarter:
                return "het kwartaal ervoor";
            case domain::Frequency::month:
                return "de maand ervoor";
            case domain::Frequency::dated:
                break;
        }
        return "de periode ervoor";
    }

    std::string operand(NodeId id) const { return is_arithmetic(rule_[id].kind) ? "(" + value(id) + ")" : value(id); }
    std::string pair(const TypedNode& node, std::string_view word) const {
        return fmt::format("{} {} {}", operand(node.children[0]), word, operand(node.children[1]));
    }

    std::string values(const TypedNode& node) const {
        std::string result;
        for (const NodeId child : node.children) {
            if (!result.empty()) result += child == node.children.back() ? " en " : ", ";
            result += operand(child);
        }
        return result;
    }

    const TypedTree& rule_;
    const domain::FactCatalogue& facts_;
};

}  // namespace

std::string dutch_sentence(const TypedTree& rule, const domain::FactCatalogue& facts, NodeId part) {
    return Writer(rule, facts).text(part);
}
std::string dutch_sentence(const TypedTree& rule, const domain::FactCatalogue& facts) {
    return dutch_sentence(rule, facts, rule.root());
}

}  // namespace slagboom::expr
