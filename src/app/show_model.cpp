#include "app/show_model.h"

#include <fmt/format.h>

#include "base/text.h"
#include "expr/sentence.h"

namespace slagboom::app {
namespace {

using scoring::Indicator;
using scoring::Model;

std::string phases(const Indicator& indicator) {
    std::vector<std::string> names;
    names.reserve(indicator.phases.size());
    for (const auto phase : indicator.phases) names.emplace_back(domain::api_name(phase));
    return joined(names, " en ");
}

void show(const Model& model, const Indicator& indicator, std::ostream& out) {
    const std::string place = indicator.knock_out()
                                  ? fmt::format("knock-out, vloer {}", *indicator.floor)
                                  : fmt::format("categorie {}", model.categories[*indicator.category].title);
    out << fmt::format("{} ({})\n  {}; fase {}\n", indicator.title, indicator.key, place, phases(indicator));
    if (indicator.applies_to) {
        out << fmt::format("  Geldt als {}.\n    Reden: {}\n",
                           expr::sentence(indicator.applies_to->rule, model.facts, Language::dutch),
                           indicator.applies_to->reason);
    }
    for (const auto& step : indicator.steps) {
        const std::string points =
            indicator.knock_out() ? "Treffer" : fmt::format("{} {}", step.points, step.points == 1 ? "punt" : "punten");
        out << fmt::format("  {} als {}.\n    Regel: {}\n    Bron van de grens: {}\n", points,
                           expr::sentence(step.rule, model.facts, Language::dutch),
                           expr::canonical_text(step.rule.written), step.source);
    }
    out << "  Kan onschuldig zijn:\n";
    for (const auto& explanation : indicator.explanations) out << fmt::format("    - {}\n", explanation);
    out << "\n";
}

}  // namespace

void show_model(const Model& model, std::ostream& out) {
    out << fmt::format("Model {} {}\nHash {}\n{}\n{}\n\n", model.name, model.version, model.hash, model.description,
                       domain::kColourIsNoJudgement);
    out << fmt::format("Oranje vanaf {}, lichtrood vanaf {}, middenrood vanaf {}, donkerrood vanaf {} punten.\n",
                       model.cut_offs.orange, model.cut_offs.light_red, model.cut_offs.middle_red,
                       model.cut_offs.dark_red);
    out << fmt::format("Grijs als minder dan {}% bekend is en de kleur niet vaststaat.\n", model.completeness_floor);
    out << fmt::format("Een indicator die meer dan {}% raakt, telt niet mee.\n\nCategorieën\n", model.withheld_above);
    for (const auto& category : model.categories)
        out << fmt::format("  {} ({}): hooguit {} punten\n", category.title, category.key, category.cap);
    out << "\n";
    for (const auto& indicator : model.indicators) show(model, indicator, out);
}

}  // namespace slagboom::app
