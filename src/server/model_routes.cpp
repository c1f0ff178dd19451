#include <algorithm>
#include <map>

#include "app/read_model.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/fact_json.h"
#include "server/json.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;
using storage::StoredModel;

void write_reference(Json& json, std::string_view key, const StoredModel& model) {
    json.open(key).text("naam", model.name).text("versie", model.version).text("hash", model.hash).close();
}

/// The versions with this name, newest first.
std::vector<StoredModel> versions_of(storage::Connection& sql, const std::string& name) {
    auto all = storage::stored_models(sql);
    std::erase_if(all, [&](const auto& model) { return model.name != name; });
    std::reverse(all.begin(), all.end());
    return all;
}

void write_head(Json& json, std::string_view key, Actors& actors, const StoredModel& model,
                const app::ReadDescription& description, bool newest) {
    json.open(key);
    write_reference(json, "model", model);
    json.text("omschrijving", description.dutch).text("omschrijvingEngels", or_null(description.english));
    actors.write(json, "bewaardDoor", model.account);
    json.instant("bewaardOp", model.recorded_at).boolean("huidig", newest).close();
}

Answer<Response> list_models(Call& call) {
    std::map<std::string, std::vector<StoredModel>> by_name;
    for (auto& model : storage::stored_models(call.system.database.read().sql()))
        by_name[model.name].push_back(std::move(model));
    Json json;
    json.open().list("modellen");
    for (const auto& [name, versions] : by_name) {
        json.open().text("naam", name);
        write_reference(json, "huidig", versions.back());
        json.whole("versies", static_cast<std::int64_t>(versions.size())).close();
    }
    json.close_list().close();
    return json_answer(200, json.take());
}

Answer<Response> list_versions(Call& call) {
    const auto snapshot = call.system.database.read();
    const auto versions = versions_of(snapshot.sql(), call.places[0]);
    if (versions.empty()) return app::not_found();
    Actors actors(snapshot.sql());
    Json json;
    json.open().list("versies");
    for (const auto& model : versions)
        write_head(json, {}, actors, model, app::description_of(call.system, snapshot.sql(), model),
                   model.hash == versions.front().hash);
    json.close_list().close();
    return json_answer(200, json.take());
}

void write_sentences(Json& json, const app::ReadRule& rule) {
    json.text("regel", rule.rule).text("zin", rule.sentence).text("zinEngels", rule.english_sentence);
}

void write_applies(Json& json, const app::ReadIndicator& indicator) {
    if (!indicator.applies_to) {
        json.null("vanToepassing");
        return;
    }
    json.open("vanToepassing");
    write_sentences(json, *indicator.applies_to);
    json.text("reden", indicator.applies_to->because);
    json.text("redenEngels", or_null(indicator.applies_to->english_because)).close();
}

void write_step(Json& json, const app::ReadRule& rule, std::size_t number) {
    json.open().whole("trede", static_cast<std::int64_t>(number));
    write_sentences(json, rule);
    json.whole("punten", rule.points).text("bron", rule.because);
    json.text("bronEngels", or_null(rule.english_because)).close();
}

void write_texts(Json& json, std::string_view key, const std::vector<std::string>& texts) {
    json.list(key);
    for (const auto& text : texts) json.text({}, text);
    json.close_list();
}

void write_indicator(Json& json, const app::ReadIndicator& indicator) {
    json.open().text("indicator", indicator.key).text("titel", indicator.title);
    json.text("titelEngels", or_null(indicator.english_title));
    json.text("categorie", indicator.category).whole("vloer", indicator.floor);
    write_texts(json, "fasen", indicator.phases);
    write_applies(json, indicator);
    json.list("treden");
    for (std::size_t i = 0; i < indicator.steps.size(); ++i) write_step(json, indicator.steps[i], i + 1);
    json.close_list();
    write_texts(json, "verklaringen", indicator.explanations);
    write_texts(json, "verklaringenEngels", indicator.english_explanations);
    json.text("uitleg", indicator.page).text("uitlegEngels", or_null(indicator.english_page)).close();
}

void write_fact(Json& json, const app::ReadFact& fact) {
    json.open().text("feit", fact.key).text("type", fact.type).text("frequentie", fact.frequency);
    json.whole("geldigMaanden", fact.validity_months);
    json.text("eenheid", or_null(fact.unit)).text("eenheidEngels", or_null(fact.english_unit));
    json.text("label", fact.label).text("labelEngels", or_null(fact.english_label)).text("vraag", fact.question);
    json.text("vraagEngels", or_null(fact.english_question));
    write_options(json, fact.options);
    write_texts(json, "bronnen", fact.sources);
    json.text("bescherming", fact.protection).close();
}

void write_source(Json& json, std::string_view limit, const std::string& dutch, const std::string& english) {
    json.open(limit).text("bron", dutch).text("bronEngels", or_null(english)).close();
}

void write_limits(Json& json, const app::ReadModel& model) {
    json.whole("taal", model.language);
    json.open("grenzen").whole("oranje", model.orange).whole("lichtrood", model.light_red);
    json.whole("middenrood", model.middle_red).whole("donkerrood", model.dark_red).close();
    json.whole("volledigheidsvloer", model.completeness_floor).whole("nietMeegeteldBoven", model.withheld_above);
    json.open("beschikbaarNa").whole("jaar", model.after_year).whole("kwartaal", model.after_quarter);
    json.whole("maand", model.after_month).close().list("urgentie");
    for (const auto& [key, highest_first] : model.urgency)
        json.open().text("sleutel", key).text("richting", highest_first ? "aflopend" : "oplopend").close();
    json.close_list().open("bronnen");
    write_source(json, "grenzen", model.sources.colours, model.english_sources.colours);
    write_source(json, "volledigheidsvloer", model.sources.completeness, model.english_sources.completeness);
    write_source(json, "nietMeegeteldBoven", model.sources.withheld, model.english_sources.withheld);
    write_source(json, "beschikbaarNa", model.sources.available_after, model.english_sources.available_after);
    json.close();
}

Answer<Response> show_version(Call& call) {
    const auto snapshot = call.system.database.read();
    const auto versions = versions_of(snapshot.sql(), call.places[0]);
    const auto found =
        std::find_if(versions.begin(), versions.end(), [&](const auto& model) { return model.hash == call.places[1]; });
    if (found == versions.end()) return app::not_found();
    const auto model = app::read_model(call.system, snapshot.sql(), *found);
    Actors actors(snapshot.sql());
    Json json;
    json.open();
    write_head(json, "kop", actors, *found, model.description, found == versions.begin());
    write_limits(json, model);
    json.list("categorieen");
    for (const auto& category : model.categories)
        json.open()
            .text("categorie", category.key)
            .text("titel", category.title)
            .text("titelEngels", or_null(category.english_title))
            .whole("plafond", category.cap)
            .text("bron", category.source)
            .text("bronEngels", or_null(category.english_source))
            .close();
    json.close_list().list("indicatoren");
    for (const auto& indicator : model.indicators) write_indicator(json, indicator);
    json.close_list().list("feiten");
    for (const auto& fact : model.facts) write_fact(json, fact);
    json.close_list().close();
    return json_answer(200, json.take());
}

}  // namespace

std::vector<Route> model_routes() {
    return {
        {Method::get, "/modellen", Verb::view_model, list_models, 0},
        {Method::get, "/modellen/{modelNaam}/versies", Verb::view_model, list_versions, 0},
        {Method::get, "/modellen/{modelNaam}/versies/{modelHash}", Verb::view_model, show_version, 0},
    };
}

}  // namespace slagboom::server
