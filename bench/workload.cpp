#include "workload.h"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>

#include "base/number.h"

namespace slagboom::bench {
namespace {

using nlohmann::json;

std::string atom_text(const json& atom) {
    const std::string left = atom[0].get<std::string>() + (atom[1].is_null() ? "" : " / " + atom[1].get<std::string>());
    return fmt::format("{} {} {}", left, atom[2].get<std::string>(), shortest(atom[3].get<double>()));
}

std::string rule_text(const json& indicator) {
    std::string rule;
    for (const auto& atom : indicator["atoms"])
        rule += (rule.empty() ? "" : fmt::format(" {} ", indicator["join"].get<std::string>())) + atom_text(atom);
    return rule;
}

expr::TypedTree checked(const std::string& rule, const domain::FactCatalogue& facts) {
    auto typed = expr::check_condition(rule, facts);
    if (!typed) throw std::runtime_error(rule + ": " + typed.error().text());
    return std::move(*typed);
}

}  // namespace

scoring::Model load_workload(const std::string& path) {
    std::ifstream file(path);
    const json data = json::parse(file);
    scoring::Model model;
    model.name = "bench";
    for (const auto& key : data["facts"]) {
        domain::FactDefinition fact;
        fact.key = fact.label = key.get<std::string>();
        fact.frequency = domain::Frequency::year;
        model.facts.facts.push_back(std::move(fact));
    }
    std::sort(model.facts.facts.begin(), model.facts.facts.end(),
              [](const auto& a, const auto& b) { return a.key < b.key; });
    for (const auto& [key, cap] : data["categories"].items())
        model.categories.push_back({key, key, cap.get<int>(), ""});
    model.cut_offs = {data["cut_offs"]["orange"], data["cut_offs"]["light_red"], data["cut_offs"]["middle_red"],
                      data["cut_offs"]["dark_red"]};
    model.completeness_floor = data["completeness_floor"];
    model.withheld_above = data["withheld_above"];
    model.urgency = {{scoring::UrgencyKey::lowest, true}};
    for (const auto& entry : data["indicators"]) {
        scoring::Indicator indicator;
        indicator.key = indicator.title = entry["key"].get<std::string>();
        indicator.phases = {domain::Phase::monitoring};
        for (std::size_t i = 0; i < model.categories.size(); ++i) {
            if (model.categories[i].key == entry["category"].get<std::string>()) indicator.category = i;
        }
        indicator.steps.push_back({checked(rule_text(entry), model.facts), entry["points"].get<int>(), "", {}});
        model.indicators.push_back(std::move(indicator));
    }
    scoring::compile(model);
    return model;
}

scoring::Population make_population(const scoring::Model& model, std::size_t rows) {
    // The same work each time, or two runs could not be compared.
    std::mt19937_64 random(20181031);  // NOLINT(bugprone-random-generator-seed)
    scoring::Population population;
    population.table.rows = rows;
    for (std::size_t row = 0; row < rows; ++row) population.providers.push_back(fmt::format("{:08}", row));
    for (const auto& input : model.program.inputs) {
        const std::string& key = model.facts.facts[input.fact].key;
        // Money runs to two million, hours to fifty thousand, counts to ten: so that indicators hit between a few and
        // thirty per cent.
        const bool money = key.find("kosten") != key.npos || key.find("omzet") != key.npos || key == "resultaat" ||
                           key == "eigen_vermogen" || key == "balanstotaal";
        const std::uint64_t range =
            money           ? 2000000
            : key == "uren" ? 50000
            : key == "clienten" || key == "fte" || key == "declaraties" || key == "toewijzingen" || key == "correcties"
                ? 200
                : 10;
        columns::NumberColumn column;
        for (std::size_t row = 0; row < rows; ++row) {
            const bool missing = random() % 100 < 15;
            const double value = static_cast<double>(random() % range);
            column.push_back(missing ? columns::kUnknown : value);
        }
        population.table.columns.emplace_back(std::move(column));
    }
    return population;
}

std::string wide_csv(const scoring::Model& model, const scoring::Population& population, std::size_t rows) {
    std::string text = "aanbieder";
    for (const auto& input : model.program.inputs) text += "," + model.facts.facts[input.fact].key;
    for (std::size_t row = 0; row < rows; ++row) {
        text += "\n" + population.providers[row];
        for (std::size_t column = 0; column < population.table.columns.size(); ++column) {
            const auto value = population.value(column, row);
            text += value ? "," + shortest(*value) : ",";
        }
    }
    return text + "\n";
}

std::string CheckSum::text() const {
    return fmt::format("outcomes {} lowest {} highest {} known {}", outcomes, lowest, highest, known);
}

}  // namespace slagboom::bench
