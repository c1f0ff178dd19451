#include "server/moments.h"

#include <algorithm>
#include <tuple>

#include "app/recorded_until.h"
#include "domain/assessment_words.h"
#include "storage/model_store.h"

namespace slagboom::server {

std::int64_t read_recorded_until(const Call& call, QueryReader& query) {
    // What was recorded can be asked back, also when the clock was set back since.
    const auto latest = app::recorded_until(call.system, call.system.database.read().sql());
    const auto instant = query.instant("geregistreerdOp");
    if (!instant) return latest;
    if (instant->microseconds > latest) query.fault("geregistreerdOp", "ligt in de toekomst");
    return instant->microseconds;
}

Moment read_moment(const Call& call, QueryReader& query) {
    Moment moment{call.system.now().day_in_amsterdam(), 0};
    if (const auto day = query.date("bekendOp")) {
        if (*day > moment.known_on) query.fault("bekendOp", "ligt in de toekomst");
        moment.known_on = *day;
    }
    moment.recorded_until = read_recorded_until(call, query);
    return moment;
}

std::vector<storage::ProviderName> names_at(storage::Connection& sql, const storage::Scope& scope,
                                            std::int64_t provider, const Moment& moment) {
    auto names = storage::names_of(sql, scope, {provider, moment.recorded_until});
    std::erase_if(names, [&](const auto& name) { return name.valid_from > moment.known_on.iso(); });
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return std::tie(a.valid_from, a.id) < std::tie(b.valid_from, b.id); });
    return names;
}

void write_assessment_head(Json& json, std::string_view key, storage::Connection& sql,
                           const storage::StoredScreening& screening, const storage::StoredAssessment& of,
                           bool touched) {
    json.open(key).whole("screening", screening.id).text("peildatum", screening.reference_date);
    json.instant("geregistreerdOp", screening.recorded_until).text("fase", screening.phase);
    const auto model = storage::find_model(sql, screening.model_hash);
    json.open("model").text("naam", model ? model->name : "").text("versie", model ? model->version : "");
    json.text("hash", screening.model_hash).close().boolean("proef", screening.trial);
    json.text("kleur", of.colour).text("subcategorie", of.sub_category);
    json.whole("laagste", of.lowest).whole("hoogste", of.highest).boolean("vast", of.settled);
    const auto share = of.all_points == 0
                           ? std::nullopt
                           : std::optional(static_cast<double>(of.known_points) / static_cast<double>(of.all_points));
    json.number("volledigheid", share).boolean("geraaktDoorCorrectie", touched);
    json.text("toelichting", domain::kColourIsNoJudgement).close();
}

}  // namespace slagboom::server
