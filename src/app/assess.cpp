#include "app/assess.h"

#include <nlohmann/json.hpp>

#include "app/register_population.h"
#include "base/sha256.h"
#include "files/screening_json.h"

namespace slagboom::app {
namespace {

constexpr std::size_t kReportEvery = 50;  // providers

storage::StoredAssessment stored(const scoring::Screening& screening, const scoring::Assessment& of) {
    storage::StoredAssessment result;
    result.colour = domain::api_name(of.colour);
    if (of.sub_category) result.sub_category = domain::api_name(*of.sub_category);
    result.settled = of.settled;
    result.lowest = of.lowest;
    result.highest = of.highest;
    result.known_points = of.completeness.known;
    result.all_points = of.completeness.all;
    result.order_key = screening.list_key(of.row);
    result.explanation = files::assessment_json(screening, of);
    result.sha256 = sha256_hex(result.explanation);
    return result;
}

}  // namespace

std::optional<AssessedRun> assess(storage::Connection& sql, const scoring::Model& model, const RunQuestion& question,
                                  const OnAssessed& on_assessed) {
    const RegisterPopulation source(sql, model, question.providers, question.recorded_until, question.supposition);
    const scoring::Population population = source.on(question.reference);
    const scoring::Screening screening =
        question.context
            ? scoring::Screening(model, population, question.reference, question.phase, {}, *question.context)
            : scoring::Screening(model, population, question.reference, question.phase);
    AssessedRun run;
    run.context = files::context_json(screening);
    scoring::Explainer explainer(screening);
    std::string all;
    for (std::size_t row = 0; row < question.providers.size(); ++row) {
        run.assessments.push_back(stored(screening, explainer.explain(row)));
        run.assessments.back().provider = question.providers[row].provider;
        all += run.assessments.back().sha256;
        if ((row + 1) % kReportEvery == 0 && !on_assessed(row + 1)) return std::nullopt;
    }
    run.digest = sha256_hex(all);
    return run;
}

scoring::RunContext context_from(const scoring::Model& model, const std::string& json) {
    scoring::RunContext context;
    context.indicators.resize(model.indicators.size());
    const auto stored = nlohmann::json::parse(json);
    for (const auto& rate : stored.at("indicatoren")) {
        const auto index = model.find_indicator(rate.at("indicator").get<std::string>());
        if (!index) continue;
        context.indicators[*index].count.hits = rate.at("treffers").get<std::uint64_t>();
        context.indicators[*index].count.clears = rate.at("geenTreffers").get<std::uint64_t>();
        context.indicators[*index].withheld = rate.at("nietMeegeteld").get<bool>();
    }
    return context;
}

}  // namespace slagboom::app
