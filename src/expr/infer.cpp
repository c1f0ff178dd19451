#include "expr/infer.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"

namespace slagboom::expr {
namespace {

using domain::FactType;
using Type = std::optional<FactType>;

/// Goes through the rule until nothing new follows. What a part is asked to be and what it shows itself to be flow both
/// ways; the checker judges afterwards, so a contradiction here needs no answer.
class Inference {
 public:
    explicit Inference(const Tree& tree)
        : tree_(tree), types_(tree.nodes.size()), asked_(tree.nodes.size()), seen_(tree.nodes.size()) {}

    void run() {
        do {
            changed_ = false;
            ++round_;
            ask(tree_.root(), std::nullopt);
        } while (changed_);
    }

    std::map<std::string, Type> facts;
    std::map<std::string, std::set<std::string>> options;

 private:
    void learn(Type& slot, Type type) {
        if (slot || !type) return;
        slot = type;
        changed_ = true;
    }

    /// Each part is looked at once in a round, or a rule of fifty products would take as many steps as 2 to the 50th.
    /// What is asked of it later in the round is remembered for the next.
    Type ask(NodeId id, Type asked) {
        learn(asked_[id], asked);
        if (seen_[id] == round_) return types_[id];
        seen_[id] = round_;
        return look(id, asked_[id]);
    }

    Type look(NodeId id, Type asked) {
        const Node& node = tree_[id];
        switch (node.kind) {
            case NodeKind::number_literal:
            case NodeKind::percentage_literal:
                learn(types_[id], FactType::number);
                break;
            case NodeKind::amount_literal:
                learn(types_[id], FactType::amount);
                break;
            case NodeKind::date_literal:
                learn(types_[id], FactType::date);
                break;
            case NodeKind::boolean_literal:
                learn(types_[id], FactType::boolean);
                break;
            case NodeKind::choice_literal:
                learn(types_[id], FactType::choice);
                break;
            case NodeKind::fact:
            case NodeKind::previous:
                learn(facts[node.text], asked);
                learn(types_[id], facts[node.text]);
                break;
            case NodeKind::growth:
                facts.try_emplace(node.text);
                learn(types_[id], FactType::number);
                break;
            case NodeKind::years_since:
                ask(node.children[0], FactType::date);
                learn(types_[id], FactType::number);
                break;
            case NodeKind::min:
            case NodeKind::max:
            case NodeKind::abs:
            case NodeKind::negate:
            case NodeKind::add:
            case NodeKind::subtract:
                alike(id, asked);
                break;
            case NodeKind::multiply:
                product(id, asked);
                break;
            case NodeKind::divide:
                quotient(id, asked);
                break;
            case NodeKind::less:
            case NodeKind::less_equal:
            case NodeKind::greater:
            case NodeKind::greater_equal:
            case NodeKind::equal:
            case NodeKind::not_equal:
            case NodeKind::between:
            case NodeKind::in:
                compared(id);
                break;
            case NodeKind::not_:
            case NodeKind::and_:
            case NodeKind::or_:
            case NodeKind::at_least:
                for (const NodeId child : node.children) ask(child, FactType::boolean);
                learn(types_[id], FactType::boolean);
                break;
        }
        return types_[id];
    }

    /// All children are of the type of the whole.
    void alike(NodeId id, Type asked) {
        learn(types_[id], asked);
        for (const NodeId child : tree_[id].children) learn(types_[id], ask(child, types_[id]));
    }

    void compared(NodeId id) {
        const Node& node = tree_[id];
        Type common;
        for (int round = 0; round < 2; ++round) {
            for (const NodeId child : node.children) {
                const Type found = ask(child, common);
                if (!common) common = found;
            }
        }
        if (common == FactType::choice) collect_options(node);
        learn(types_[id], FactType::boolean);
    }

    void collect_options(const Node& node) {
        for (const NodeId fact : node.children) {
            if (tree_[fact].kind != NodeKind::fact && tree_[fact].kind != NodeKind::previous) continue;
            for (const NodeId literal : node.children) {
                if (tree_[literal].kind == NodeKind::choice_literal)
                    options[tree_[fact].text].insert(tree_[literal].text);
            }
        }
    }

    /// An amount times something is an amount, and then the something is a number.
    void product(NodeId id, Type asked) {
        const NodeId left = tree_[id].children[0];
        const NodeId right = tree_[id].children[1];
        const Type a = ask(left, std::nullopt);
        const Type b = ask(right, std::nullopt);
        if (a == FactType::amount) ask(right, FactType::number);
        if (b == FactType::amount) ask(left, FactType::number);
        if (asked == FactType::amount && a == FactType::number) ask(right, FactType::amount);
        if (asked == FactType::amount && b == FactType::number) ask(left, FactType::amount);
        if (a == FactType::amount || b == FactType::amount) learn(types_[id], FactType::amount);
        if (a == FactType::number && b == FactType::number) learn(types_[id], FactType::number);
    }

    void quotient(NodeId id, Type asked) {
        const NodeId left = tree_[id].children[0];
        const NodeId right = tree_[id].children[1];
        const Type b = ask(right, std::nullopt);
        const Type a =
            ask(left, asked == FactType::amount || b == FactType::amount ? Type(FactType::amount) : std::nullopt);
        if (asked == FactType::amount) ask(right, FactType::number);
        if (asked == FactType::number && a == FactType::amount) ask(right, FactType::amount);
        if (b == FactType::amount || a == FactType::number) learn(types_[id], FactType::number);
        if (a == FactType::amount && b == FactType::number) learn(types_[id], FactType::amount);
    }

    const Tree& tree_;
    std::vector<Type> types_;
    std::vector<Type> asked_;        ///< what the part around it wants of it
    std::vector<std::size_t> seen_;  ///< the last round in which it was looked at
    std::size_t round_ = 0;
    bool changed_ = false;
};

}  // namespace

domain::FactCatalogue inferred_facts(const Tree& rule, const std::map<std::string, std::vector<std::string>>& values) {
    Inference inference(rule);
    inference.run();
    domain::FactCatalogue catalogue;
    for (const auto& [key, type] : inference.facts) {
        domain::FactDefinition fact;
        fact.key = fact.label = key;
        fact.type = type.value_or(FactType::number);
        fact.frequency = domain::Frequency::year;
        std::set<std::string> options = inference.options[key];
        if (const auto given = values.find(key); given != values.end()) {
            std::copy_if(given->second.begin(), given->second.end(), std::inserter(options, options.end()),
                         [](const auto& text) { return is_key(text); });
        }
        for (const auto& option : options) fact.options.push_back({option, option});
        catalogue.facts.push_back(std::move(fact));
    }
    return catalogue;
}

}  // namespace slagboom::expr
