#include "app/count_indicators.h"

#include <map>
#include <nlohmann/json.hpp>

#include "domain/assessment_words.h"

namespace slagboom::app {
namespace {

using domain::Outcome;

std::vector<IndicatorCount> indicators_of(const scoring::Model& model, domain::Phase phase) {
    std::vector<IndicatorCount> all;
    for (const auto& indicator : model.indicators) {
        if (!indicator.counts_in(phase)) continue;
        IndicatorCount count;
        count.key = indicator.key;
        count.title = indicator.title;
        if (indicator.category) count.category = model.categories[*indicator.category].key;
        all.push_back(std::move(count));
    }
    return all;
}

void add(IndicatorCount& count, std::string_view outcome) {
    if (outcome == domain::api_name(Outcome::hit)) ++count.hits;
    if (outcome == domain::api_name(Outcome::clear)) ++count.clears;
    if (outcome == domain::api_name(Outcome::unknown)) ++count.unknown;
    if (outcome == domain::api_name(Outcome::set_aside)) ++count.set_aside;
    if (outcome == domain::api_name(Outcome::withheld)) ++count.withheld;
}

}  // namespace

Answer<IndicatorCounts> count_indicators(System& system, const SignedIn& who, std::int64_t screening) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::view_screening));
    const auto snapshot = system.database.read();
    auto& sql = snapshot.sql();
    const auto run = storage::find_screening(sql, screening);
    // Of a run over one provider the counts tell what its indicators say.
    if (!run || (run->kind != "volledig" && scope.counts_only())) return not_found();
    const auto model = system.models.load(sql, run->model_hash);
    if (!model) return conflict("model-onleesbaar", "Het model van deze screening is niet te lezen.");
    IndicatorCounts counts{*run, 0, indicators_of(**model, domain::phase_named(run->phase).value())};
    std::map<std::string, IndicatorCount*, std::less<>> by_key;
    for (auto& count : counts.indicators) by_key[count.key] = &count;
    storage::each_explanation(sql, screening, [&](const std::string& explanation) {
        ++counts.counted;
        const auto content = nlohmann::json::parse(explanation);
        for (const auto& reason : content.at("redenen")) {
            const auto found = by_key.find(reason.at("indicator").get_ref<const std::string&>());
            if (found != by_key.end()) add(*found->second, reason.at("uitkomst").get_ref<const std::string&>());
        }
    });
    return counts;
}

}  // namespace slagboom::app
