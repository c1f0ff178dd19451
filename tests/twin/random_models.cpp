#include "twin/random_models.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "twin/three_answers.h"

namespace slagboom::tests {
namespace {

using domain::FactDefinition;
using domain::FactType;
using domain::Phase;
using scoring::Indicator;
using scoring::Model;
using scoring::Step;

constexpr std::size_t kMostCells = 5;

/// A rule as models have them: one fact or one ratio against a limit. The limits of an indicator often rise together.
class LimitRules {
 public:
    LimitRules(Random& random, const World& world) : random_(random), world_(world), kind_(random.below(6)) {}

    std::string next() {
        switch (kind_) {
            case 0:
                return fmt::format("{} >= {}", number_, 1 + random_.below(12));
            case 1:
                return fmt::format("bedrag_b / bedrag_a < {}%", 5 * (1 + random_.below(25)));
            case 2:
                return fmt::format("growth({}_a) > {}%", number_ == "getal_b" ? "getal" : "bedrag", random_.below(150));
            case 3:
                return fmt::format("years_since(datum_b) < {}", 1 + random_.below(12));
            case 4:
                return flag() + " and not " + other_flag_;
            default:
                break;
        }
        const std::string& option = random_.pick(definition_of(world_.facts, "keuze_b").options).key;
        return fmt::format("keuze_b = '{}' or {}", option, other_flag_);
    }

 private:
    // Never two draws in one expression: their order would be the compiler's.
    char letter() { return static_cast<char>('a' + random_.below(3)); }
    std::string flag() { return std::string("vlag_") + letter(); }

    Random& random_;
    const World& world_;
    std::uint64_t kind_;
    std::string number_ = std::string("getal_") + letter();
    std::string other_flag_ = flag();
};

/// Small enough for brute force, and accepted by the checker.
std::optional<expr::TypedTree> usable(const std::string& rule, const domain::FactCatalogue& facts) {
    auto checked = expr::check_condition(rule, facts);
    if (!checked) return std::nullopt;
    scoring::Applicability holder{std::move(*checked), "", {}, {}};
    Indicator indicator;
    indicator.applies_to = std::move(holder);
    if (twin_reads(indicator).size() > kMostCells) return std::nullopt;
    return std::move(indicator.applies_to->rule);
}

expr::TypedTree any_rule(Random& random, const World& world, LimitRules& limits, bool free) {
    for (;;) {
        const std::string rule = free ? random_condition(random, world).plain : limits.next();
        if (auto found = usable(rule, world.facts)) return std::move(*found);
    }
}

std::vector<Step> random_steps(Random& random, const World& world) {
    const bool free = random.chance(40);
    LimitRules limits(random, world);
    if (random.chance(10)) return {Step{any_rule(random, world, limits, free), 0, "", {}}};
    std::vector<Step> steps;
    int points = 0;
    const std::size_t count = 1 + random.below(4);
    for (std::size_t i = 0; i < count; ++i) {
        points += 1 + static_cast<int>(random.below(3));
        steps.push_back({any_rule(random, world, limits, free), points, "", {}});
    }
    return steps;
}

std::vector<Phase> random_phases(Random& random) {
    if (random.chance(15)) return {Phase::poort};
    if (random.chance(30)) return {Phase::monitoring};
    return random.chance(50) ? std::vector{Phase::poort, Phase::monitoring}
                             : std::vector{Phase::monitoring, Phase::poort};
}

Indicator random_indicator(Random& random, const World& world, const Model& model, std::size_t number) {
    Indicator indicator;
    indicator.key = fmt::format("vraag_{}", number);
    indicator.title = indicator.key;
    indicator.phases = random_phases(random);
    if (random.chance(20)) {
        LimitRules limits(random, world);
        indicator.floor = 1 + static_cast<int>(random.below(15));
        indicator.steps.push_back({any_rule(random, world, limits, random.chance(50)), 0, "", {}});
    } else {
        indicator.category = random.below(model.categories.size());
        indicator.steps = random_steps(random, world);
    }
    if (random.chance(35)) {
        LimitRules limits(random, world);
        indicator.applies_to =
            scoring::Applicability{any_rule(random, world, limits, random.chance(40)), "daarom", {}, {}};
    }
    return indicator;
}

scoring::CutOffs random_cut_offs(Random& random) {
    scoring::CutOffs cut_offs;
    const auto rise = [&](unsigned most) { return 1 + static_cast<int>(random.below(most)); };
    cut_offs.orange = rise(3);
    cut_offs.light_red = cut_offs.orange + rise(4);
    cut_offs.middle_red = cut_offs.light_red + rise(3);
    cut_offs.dark_red = cut_offs.middle_red + rise(3);
    return cut_offs;
}

std::vector<scoring::UrgencyOrder> random_urgency(Random& random) {
    using scoring::UrgencyKey;
    const std::vector<UrgencyKey> keys{UrgencyKey::sub_category, UrgencyKey::lowest, UrgencyKey::highest};
    std::vector<scoring::UrgencyOrder> result;
    const std::size_t count = 1 + random.below(3);
    for (std::size_t i = 0; i < count; ++i) {
        const UrgencyKey key = random.pick(keys);
        result.push_back({key, random.chance(75)});
    }
    return result;
}

/// A reference date within the years that files can write, so that the same case can go through a file too.
Date random_reference(Random& random) {
    const std::vector<std::string> days{"2018-10-31", "2019-05-09", "2016-02-29", "2018-01-01", "2017-12-31"};
    return *parse_iso_date(random.pick(days));
}

std::string rule_text(const expr::TypedTree& rule) { return rule.written.rule; }

std::string indicator_text(const Indicator& indicator) {
    std::string text = "  " + indicator.key;
    text += indicator.floor ? fmt::format(", vloer {}", *indicator.floor)
                            : fmt::format(", categorie {}", *indicator.category);
    for (const Phase phase : indicator.phases) text += fmt::format(", {}", domain::api_name(phase));
    if (indicator.applies_to) text += "\n    geldt voor: " + rule_text(indicator.applies_to->rule);
    for (const auto& step : indicator.steps) text += fmt::format("\n    {}: {}", step.points, rule_text(step.rule));
    return text + "\n";
}

}  // namespace

expr::TypedTree condition(const std::string& rule, const domain::FactCatalogue& facts) {
    auto checked = expr::check_condition(rule, facts);
    if (!checked) throw std::logic_error(rule + ": " + checked.error().text());
    return std::move(*checked);
}

Indicator scored_indicator(const domain::FactCatalogue& facts, const std::string& key, std::size_t category,
                           const std::vector<std::pair<std::string, int>>& steps) {
    Indicator indicator;
    indicator.key = key;
    indicator.title = key;
    indicator.category = category;
    indicator.phases = {Phase::poort, Phase::monitoring};
    for (const auto& [rule, points] : steps) indicator.steps.push_back({condition(rule, facts), points, "", {}});
    return indicator;
}

Indicator knock_out(const domain::FactCatalogue& facts, const std::string& key, int floor, const std::string& rule) {
    Indicator indicator = scored_indicator(facts, key, 0, {{rule, 0}});
    indicator.category.reset();
    indicator.floor = floor;
    return indicator;
}

ModelCase random_model_case(Random& random, std::size_t rows) {
    ModelCase result;
    result.world = random_world(random, rows);
    result.world.reference = random_reference(random);
    Model& model = result.model;
    model.name = "Proef";
    model.version = "0";
    model.facts = result.world.facts;
    for (int& months : model.available_after.months) months = static_cast<int>(random.below(14));
    model.withheld_above = 1 + static_cast<int>(random.below(100));
    model.completeness_floor = static_cast<int>(random.below(101));
    model.cut_offs = random_cut_offs(random);
    model.urgency = random_urgency(random);
    const std::size_t categories = 1 + random.below(4);
    for (std::size_t i = 0; i < categories; ++i) {
        const int cap = static_cast<int>(random.below(9));
        model.categories.push_back({fmt::format("groep_{}", i), "Groep", cap, ""});
    }
    const std::size_t indicators = 2 + random.below(7);
    for (std::size_t i = 0; i < indicators; ++i)
        model.indicators.push_back(random_indicator(random, result.world, model, i));
    scoring::compile(model);
    return result;
}

void forget(Random& random, std::vector<Row>& rows, unsigned percent) {
    for (Row& row : rows) std::erase_if(row, [&](const auto&) { return random.chance(percent); });
}

scoring::Population population_of(const Model& model, const std::vector<Row>& rows, Date reference) {
    scoring::Population population;
    for (std::size_t i = 0; i < rows.size(); ++i) population.providers.push_back(fmt::format("zorg-{:03}", i));
    population.table = table_for(model.program, model.facts, rows);
    population.wide_source = {"proef.csv", reference};
    return population;
}

std::vector<scoring::AppliedSetAside> random_set_asides(Random& random, const TwinScreening& screening,
                                                        const std::vector<Row>& rows, bool only_hits) {
    std::vector<scoring::AppliedSetAside> result;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < screening.model.indicators.size(); ++i) {
            if (!random.chance(20)) continue;
            const std::size_t step = 1 + random.below(screening.model.indicators[i].steps.size());
            const TwinRules rules = twin_rules(screening, i, rows[row]);
            const bool hit = rules.applies == std::optional(true) && rules.steps[step - 1] == std::optional(true);
            if (hit || !only_hits) result.push_back({row, i, step});
        }
    }
    return result;
}

std::string model_text(const Model& model) {
    std::string text =
        fmt::format("oranje {} rood {} midden {} donker {}; niet meegeteld boven {}%; volledigheid {}%\n",
                    model.cut_offs.orange, model.cut_offs.light_red, model.cut_offs.middle_red, model.cut_offs.dark_red,
                    model.withheld_above, model.completeness_floor);
    for (const auto& category : model.categories) text += fmt::format("  {} plafond {}\n", category.key, category.cap);
    for (const auto& indicator : model.indicators) text += indicator_text(indicator);
    for (const auto& order : model.urgency)
        text +=
            fmt::format("  urgentie {} {}\n", static_cast<int>(order.key), order.descending ? "dalend" : "stijgend");
    return text;
}

std::string cells_text(const Row& row) {
    std::string text;
    for (const auto& [cell, value] : row)
        text += fmt::format("  {}{} = {:.17g}\n", cell.fact, cell.previous ? "__vorig" : "", value);
    return text;
}

}  // namespace slagboom::tests
