#include "expr/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.h"

namespace slagboom::expr {
namespace {

/// What a sentence is made of; {} stands for its parts, in the order of the rule.
struct Phrases {
    std::string_view always, never, yes, no;
    std::string_view is_yes, is_no, not_so;
    std::string_view and_, or_;
    std::string_view at_least, between, is;
    std::string_view growth, years_since, lowest_of, highest_of, without_sign, minus_of;
    std::string_view plus, minus, times, divided_by;
    std::string_view in_period;
    std::array<std::string_view, 4> period_before;      ///< by domain::Frequency
    std::array<std::string_view, 6> compares, of_days;  ///< from TypedKind::less on
};

constexpr Phrases kDutch{"altijd",
                         "nooit",
                         "ja",
                         "nee",
                         "‘{}’ is ja",
                         "‘{}’ is nee",
                         "het is niet zo dat ({})",
                         " en ",
                         " of ",
                         "minstens {} van deze {}: ",
                         "{} ligt van {} tot en met {}",
                         "{} is {}",
                         "de groei van {} sinds {}",
                         "het aantal hele jaren sinds {}",
                         "het laagste van {}",
                         "het hoogste van {}",
                         "{} (zonder minteken)",
                         "min {}",
                         "plus",
                         "min",
                         "maal",
                         "gedeeld door",
                         "{} in {}",
                         {"de periode ervoor", "het jaar ervoor", "het kwartaal ervoor", "de maand ervoor"},
                         {"is lager dan", "is hooguit", "is hoger dan", "is minstens", "is", "is niet"},
                         {"ligt voor", "ligt op of voor", "ligt na", "ligt op of na", "is", "is niet"}};

constexpr Phrases kEnglish{"always",
                           "never",
                           "yes",
                           "no",
                           "‘{}’ is yes",
                           "‘{}’ is no",
                           "it is not so that ({})",
                           " and ",
                           " or ",
                           "at least {} of these {}: ",
                           "{} is from {} up to and including {}",
                           "{} is {}",
                           "the growth of {} since {}",
                           "the number of whole years since {}",
                           "the lowest of {}",
                           "the highest of {}",
                           "{} (without minus sign)",
                           "minus {}",
                           "plus",
                           "minus",
                           "times",
                           "divided by",
                           "{} in {}",
                           {"the period before", "the year before", "the quarter before", "the month before"},
                           {"is lower than", "is at most", "is higher than", "is at least", "is", "is not"},
                           {"is before", "is on or before", "is after", "is on or after", "is", "is not"}};

bool is_arithmetic(TypedKind kind) { return kind >= TypedKind::add && kind <= TypedKind::divide; }
bool is_connective(TypedKind kind) { return kind == TypedKind::and_ || kind == TypedKind::or_; }

class Writer {
 public:
    Writer(const TypedTree& rule, const domain::FactCatalogue& facts, Language language)
        : rule_(rule),
          facts_(facts),
          is_english_(language == Language::english),
          words_(is_english_ ? kEnglish : kDutch) {}

    std::string text(NodeId id) const { return rule_[id].type == FactType::boolean ? condition(id) : value(id); }

 private:
    std::string condition(NodeId id) const {
        const TypedNode& node = rule_[id];
        switch (node.kind) {
            case TypedKind::constant:
                return std::string(node.value != 0 ? words_.always : words_.never);
            case TypedKind::input:
                return filled(words_.is_yes, value(id));
            case TypedKind::not_:
                return negation(node.children[0]);
            case TypedKind::and_:
                if (written(node) == NodeKind::between) return between(node);
                return list(node, words_.and_);
            case TypedKind::or_:
                if (written(node) == NodeKind::in) return in(node);
                return list(node, words_.or_);
            case TypedKind::at_least:
                return at_least(node);
            default:
                return comparison(node);
        }
    }

    NodeKind written(const TypedNode& node) const { return rule_.written[node.source].kind; }
    const domain::FactDefinition& definition(const Input& input) const { return facts_.facts[input.fact]; }

    std::string negation(NodeId id) const {
        if (rule_[id].kind == TypedKind::input) return filled(words_.is_no, value(id));
        return filled(words_.not_so, condition(id));
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
        std::string result = filled(words_.at_least, node.count, node.children.size());
        for (const NodeId child : node.children)
            result += (child == node.children.front() ? "(" : "; (") + condition(child) + ")";
        return result;
    }

    std::string between(const TypedNode& node) const {
        const TypedNode& above = rule_[node.children[0]];
        const TypedNode& below = rule_[node.children[1]];
        return filled(words_.between, value(above.children[0]), value(above.children[1]), value(below.children[1]));
    }

    std::string in(const TypedNode& node) const {
        const NodeId subject = rule_[node.children[0]].children[0];
        std::string options;
        for (const NodeId child : node.children) {
            if (!options.empty()) options += child == node.children.back() ? words_.or_ : ", ";
            options += literal_or_value(rule_[child].children[1], subject);
        }
        return filled(words_.is, value(subject), options);
    }

    std::string comparison(const TypedNode& node) const {
        const NodeId left = node.children[0];
        const NodeId right = node.children[1];
        return fmt::format("{} {} {}", literal_or_value(left, right), verb(node.kind, rule_[left].type),
                           literal_or_value(right, left));
    }

    std::string_view verb(TypedKind kind, FactType type) const {
        const auto place = static_cast<std::size_t>(kind) - static_cast<std::size_t>(TypedKind::less);
        return (type == FactType::date ? words_.of_days : words_.compares).at(place);
    }

    /// Choices and yes/no are read through the fact beside them.
    std::string literal_or_value(NodeId id, NodeId other) const {
        const TypedNode& node = rule_[id];
        if (node.kind != TypedKind::constant) return value(id);
        if (node.type == FactType::choice) return option(definition(rule_[other].input), node.value);
        if (node.type == FactType::boolean) return std::string(node.value != 0 ? words_.yes : words_.no);
        return literal(node);
    }

    std::string literal(const TypedNode& node) const {
        const Date day{static_cast<std::int32_t>(node.type == FactType::date ? node.value : 0)};
        if (node.type == FactType::amount) return is_english_ ? english_euros(node.value) : dutch_euros(node.value);
        if (node.type == FactType::date) return is_english_ ? day.english() : day.dutch();
        std::string text = rule_.written[node.source].text;  // a number as written: nothing is rounded in a sentence
        if (!is_english_) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }

    std::string option(const domain::FactDefinition& fact, double code) const {
        const auto& found = fact.options[static_cast<std::size_t>(code)];
        return is_english_ ? found.english_label : found.label;
    }
    const std::string& label(const Input& input) const {
        return is_english_ ? definition(input).english_label : definition(input).label;
    }

    std::string value(NodeId id) const {
        const TypedNode& node = rule_[id];
        switch (node.kind) {
            case TypedKind::constant:
                return literal(node);
            case TypedKind::input:
                return name(node.input);
            case TypedKind::growth:
                return filled(words_.growth, label(rule_[node.children[0]].input),
                              period_before(rule_[node.children[0]].input));
            case TypedKind::years_since:
                return filled(words_.years_since, value(node.children[0]));
            case TypedKind::min:
                return filled(words_.lowest_of, values(node));
            case TypedKind::max:
                return filled(words_.highest_of, values(node));
            case TypedKind::abs:
                return filled(words_.without_sign, operand(node.children[0]));
            case TypedKind::negate:
                return rule_[node.children[0]].kind == TypedKind::constant
                           ? "-" + literal(rule_[node.children[0]])
                           : filled(words_.minus_of, operand(node.children[0]));
            case TypedKind::add:
                return pair(node, words_.plus);
            case TypedKind::subtract:
                return pair(node, words_.minus);
            case TypedKind::multiply:
                return pair(node, words_.times);
            case TypedKind::divide:
                return pair(node, words_.divided_by);
            default:
                return "(" + condition(id) + ")";
        }
    }

    std::string name(const Input& input) const {
        return input.previous ? filled(words_.in_period, label(input), period_before(input)) : label(input);
    }
    std::string_view period_before(const Input& input) const {
        return words_.period_before.at(static_cast<std::size_t>(definition(input).frequency));
    }

    template <class... Parts>
    static std::string filled(std::string_view phrase, const Parts&... parts) {
        return fmt::format(fmt::runtime(phrase), parts...);
    }

    std::string operand(NodeId id) const { return is_arithmetic(rule_[id].kind) ? "(" + value(id) + ")" : value(id); }
    std::string pair(const TypedNode& node, std::string_view word) const {
        return fmt::format("{} {} {}", operand(node.children[0]), word, operand(node.children[1]));
    }

    std::string values(const TypedNode& node) const {
        std::string result;
        for (const NodeId child : node.children) {
            if (!result.empty()) result += child == node.children.back() ? words_.and_ : ", ";
            result += operand(child);
        }
        return result;
    }

    const TypedTree& rule_;
    const domain::FactCatalogue& facts_;
    const bool is_english_;
    const Phrases& words_;
};

}  // namespace

std::string sentence(const TypedTree& rule, const domain::FactCatalogue& facts, Language language, NodeId part) {
    return Writer(rule, facts, language).text(part);
}
std::string sentence(const TypedTree& rule, const domain::FactCatalogue& facts, Language language) {
    return sentence(rule, facts, language, rule.root());
}

}  // namespace slagboom::expr
