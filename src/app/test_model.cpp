#include "app/test_model.h"

#include <fmt/format.h>

#include "files/model_cases.h"
#include "scoring/scores.h"

namespace slagboom::app {
namespace {

using domain::Outcome;

/// A table of one row with the facts of a case; everything else is unknown.
columns::Table table_of(const scoring::Model& model, const files::ModelCase& given) {
    columns::Table table;
    table.rows = 1;
    for (std::size_t i = 0; i < model.program.inputs.size(); ++i) {
        double value = columns::kUnknown;
        for (const auto& [input, known] : given.facts) {
            if (input == model.program.inputs[i]) value = known;
        }
        const bool logic = model.program.input_types[i] == domain::FactType::boolean;
        table.columns.push_back(columns::make_column(logic, 1, [&](std::size_t) { return value; }));
    }
    return table;
}

std::string words(Outcome outcome, int points, int possible) {
    if (points == possible) return fmt::format("{}, {} punten", domain::api_name(outcome), points);
    return fmt::format("{}, {} tot {} punten", domain::api_name(outcome), points, possible);
}

/// What the indicator says, without the rest of the model: nothing is withheld or set aside in an example.
std::string outcome_of(const scoring::Model& model, std::size_t index, const files::ModelCase& given) {
    const scoring::Code code = scoring::evaluate_rules(model, table_of(model, given), given.reference)[index][0];
    std::uint8_t outcome = 0;
    scoring::kernels().outcomes(&outcome, &code, 1);
    const scoring::Indicator& indicator = model.indicators[index];
    const bool scored = !indicator.knock_out();
    return words(static_cast<Outcome>(outcome), scored ? indicator.points(scoring::lowest_step(code)) : 0,
                 scored ? indicator.points(scoring::highest_step(code)) : 0);
}

}  // namespace

ModelTestReport test_model(const scoring::Model& model, const std::string& folder) {
    ModelTestReport report;
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        const std::string path = fmt::format("{}/indicators/{}/cases.test", folder, model.indicators[i].key);
        const auto cases = files::read_cases(path, model.facts);
        if (!cases) {
            for (const auto& error : cases.error()) report.failures.push_back(error.text());
            continue;
        }
        for (const auto& given : *cases) {
            ++report.ran;
            const std::string expected = words(given.outcome, given.points, given.possible_points);
            const std::string actual = outcome_of(model, i, given);
            if (actual != expected)
                report.failures.push_back(fmt::format("{}:{}: {}: verwacht {}, maar de regel zegt {}", path, given.line,
                                                      given.title, expected, actual));
        }
    }
    return report;
}

}  // namespace slagboom::app
