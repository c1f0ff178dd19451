#include "app/compare_screenings.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "app/assess.h"
#include "app/register_population.h"

namespace slagboom::app {
namespace {

using storage::StoredScreening;

/// Which rows a replay sees: known on or before `known`, read as rules read on `period`, for dated facts still valid on
/// `valid`. Ordinary screening has one day for all three.
struct View {
    Date known;
    Date period;
    Date valid;
};

/// The providers that are in both runs, with what is needed to screen them as of any step between the two.
class Replay {
 public:
    Replay(storage::Connection& sql, const StoredScreening& before, const StoredScreening& after,
           const scoring::Model& old_model, const scoring::Model& new_model,
           const std::vector<storage::InService>& providers)
        : before_(before),
          after_(after),
          old_model_(old_model),
          new_model_(new_model),
          old_facts_(sql, old_model, providers, before.recorded_until),
          replaced_model_(sql, new_model, providers, before.recorded_until),
          new_facts_(sql, new_model, providers, after.recorded_until),
          old_day_(parse_iso_date(before.reference_date).value()),
          new_day_(parse_iso_date(after.reference_date).value()) {}

    /// The standings at the start and after each cause.
    std::vector<std::vector<Standing>> run() const {
        const auto old_context = context_from(old_model_, before_.context);
        const auto carried = context_from(new_model_, before_.context);
        const auto new_context = context_from(new_model_, after_.context);
        const View old_view{old_day_, old_day_, old_day_};
        const View known_view{new_day_, old_day_, old_day_};
        std::vector<std::vector<Standing>> all;
        all.push_back(standings(old_model_, old_facts_.on(old_day_), old_day_, before_.phase, old_context));
        all.push_back(standings(new_model_, replaced_model_.on(old_day_), old_day_, before_.phase, carried));
        all.push_back(standings(new_model_, seen(old_view), old_day_, before_.phase, carried));
        all.push_back(standings(new_model_, seen(known_view), old_day_, before_.phase, carried));
        all.push_back(standings(new_model_, newly_true(known_view), new_day_, after_.phase, carried));
        all.push_back(standings(new_model_, new_facts_.on(new_day_), new_day_, after_.phase, carried));
        all.push_back(all.back());  // nobody can set a hit aside in the register yet
        all.push_back(standings(new_model_, new_facts_.on(new_day_), new_day_, after_.phase, new_context));
        return all;
    }

 private:
    const domain::Fact* read(std::size_t row, const expr::Input& input, const View& view) const {
        const auto& known = new_facts_.known();
        if (new_model_.facts.facts[input.fact].periodic())
            return known.in_period(row, input.fact, new_model_.period_of(input, view.period), view.known);
        const auto* fact = known.last_dated(row, input.fact, view.period, view.known);
        return fact != nullptr && known.valid_on(*fact, view.valid) ? fact : nullptr;
    }

    scoring::Population seen(const View& view) const {
        return new_facts_.read_by([&](std::size_t row, const expr::Input& input) { return read(row, input, view); });
    }

    /// The world of the later day, but what was valid and is read still stays valid: that it ran out is a cause of its
    /// own.
    scoring::Population newly_true(const View& earlier) const {
        const View later{new_day_, new_day_, new_day_};
        return new_facts_.read_by([&](std::size_t row, const expr::Input& input) {
            const auto* fact = read(row, input, later);
            if (fact != nullptr || new_model_.facts.facts[input.fact].periodic()) return fact;
            const auto* before = read(row, input, earlier);
            const auto* last = new_facts_.known().last_dated(row, input.fact, new_day_, new_day_);
            return before == last ? before : nullptr;
        });
    }

    static std::vector<Standing> standings(const scoring::Model& model, const scoring::Population& population, Date day,
                                           const std::string& phase, const scoring::RunContext& context) {
        const scoring::Screening screening(model, population, day, domain::phase_named(phase).value(), {}, context);
        std::vector<Standing> all;
        for (std::size_t row = 0; row < population.providers.size(); ++row) {
            const auto of = screening.assess(row);
            Standing standing{std::string(domain::api_name(of.colour)),
                              of.sub_category ? std::string(domain::api_name(*of.sub_category)) : std::string(),
                              of.lowest, of.highest};
            for (std::size_t i = 0; i < model.indicators.size(); ++i)
                standing.outcomes[model.indicators[i].key] = screening.codes()[i][row];
            all.push_back(std::move(standing));
        }
        return all;
    }

    const StoredScreening& before_;
    const StoredScreening& after_;
    const scoring::Model& old_model_;
    const scoring::Model& new_model_;
    RegisterPopulation old_facts_;
    RegisterPopulation replaced_model_;  ///< the old facts, as the new model reads them
    RegisterPopulation new_facts_;
    Date old_day_;
    Date new_day_;
};

/// Also those that only one of the two models has.
std::vector<std::string> changed_indicators(const Standing& before, const Standing& after) {
    std::vector<std::string> keys;
    for (const auto& [key, outcome] : after.outcomes) {
        const auto found = before.outcomes.find(key);
        if (found == before.outcomes.end() || found->second != outcome) keys.push_back(key);
    }
    for (const auto& [key, outcome] : before.outcomes) {
        if (!after.outcomes.contains(key)) keys.push_back(key);
    }
    return keys;
}

std::vector<CausedChange> causes_of(const std::vector<std::vector<Standing>>& steps, std::size_t row) {
    std::vector<CausedChange> causes;
    for (std::size_t step = 1; step < steps.size(); ++step) {
        if (steps[step - 1][row] == steps[step][row]) continue;
        const Standing& before = steps[step - 1][row];
        const Standing& after = steps[step][row];
        causes.push_back({static_cast<Cause>(step - 1), before, after, changed_indicators(before, after)});
    }
    return causes;
}

}  // namespace

std::string_view api_name(Cause cause) {
    constexpr std::array<std::string_view, 7> kNames{"model",    "gecorrigeerd", "nieuw-bekend", "nieuw-waar",
                                                     "verlopen", "terzijde",     "populatie"};
    return kNames[static_cast<std::size_t>(cause)];
}

Answer<Comparison> compare_screenings(System& system, const SignedIn& who, std::int64_t first, std::int64_t second) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::compare_screenings));
    const auto snapshot = system.database.read();
    auto& sql = snapshot.sql();
    auto before = storage::find_screening(sql, first);
    auto after = storage::find_screening(sql, second);
    if (!before || !after) return not_found();
    if (before->facts_destroyed_at || after->facts_destroyed_at)
        return conflict("niet-in-deze-toestand",
                        "Feiten van een van deze screenings zijn vernietigd; het verschil is niet meer na te gaan.");
    const auto moment = [](const StoredScreening& of) { return std::tie(of.reference_date, of.recorded_until); };
    if (moment(*after) < moment(*before)) std::swap(before, after);
    const auto old_model = system.models.load(sql, before->model_hash);
    const auto new_model = system.models.load(sql, after->model_hash);
    if (!old_model || !new_model) return conflict("storing", "Een van de modellen is niet te lezen.");

    Comparison comparison;
    std::map<std::int64_t, bool> seen;  // who may be shown
    for (const auto& of : storage::assessments_with_explanations(sql, scope, before->id)) seen[of.provider] = false;
    std::map<std::int64_t, bool> later;
    for (const auto& of : storage::assessments_with_explanations(sql, scope, after->id)) later[of.provider] = true;
    // A run of one provider tells by being there that something about it was corrected.
    const bool hidden = (before->kind != "volledig" && seen.empty()) || (after->kind != "volledig" && later.empty());
    if (hidden) return not_found();
    const bool whole = before->kind == "volledig" && after->kind == "volledig";
    std::vector<storage::InService> providers;
    for (const auto& of : storage::in_service(sql, before->reference_date, before->recorded_until)) {
        if (!seen.contains(of.provider)) continue;
        if (later.contains(of.provider))
            providers.push_back(of);
        else if (whole)
            comparison.left.push_back(of.provider);
    }
    for (const auto& [provider, in] : later) {
        if (whole && !seen.contains(provider)) comparison.entered.push_back(provider);
    }
    const auto steps = Replay(sql, *before, *after, **old_model, **new_model, providers).run();
    for (std::size_t row = 0; row < providers.size(); ++row)
        comparison.both.push_back(
            {providers[row].provider, steps.front()[row], steps.back()[row], causes_of(steps, row)});
    comparison.before = std::move(*before);
    comparison.after = std::move(*after);
    return comparison;
}

}  // namespace slagboom::app
