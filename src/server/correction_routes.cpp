#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "app/correct_fact.h"
#include "app/visible_facts.h"
#include "base/number.h"
#include "server/actors.h"
#include "server/fact_json.h"
#include "server/moments.h"
#include "server/reader.h"
#include "server/shown.h"
#include "storage/mark_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::FactType;
using storage::Correction;
using storage::StoredValue;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// The value of a request in the type of its fact; nothing when it does not fit.
std::optional<StoredValue> value_of(const domain::FactDefinition& definition, const nlohmann::json& value) {
    switch (definition.type) {
        case FactType::boolean:
            if (!value.is_boolean()) return std::nullopt;
            return StoredValue{value.get<bool>() ? 1.0 : 0.0, std::nullopt};
        case FactType::date: {
            const auto date = value.is_string() ? parse_iso_date(value.get<std::string>()) : std::nullopt;
            if (!date) return std::nullopt;
            return StoredValue{static_cast<double>(date->days), std::nullopt};
        }
        case FactType::choice: {
            if (!value.is_string()) return std::nullopt;
            for (const auto& option : definition.options) {
                if (option.key == value.get<std::string>()) return StoredValue{std::nullopt, option.key};
            }
            return std::nullopt;
        }
        case FactType::amount: {
            // The shortest text of the number is what was written, so more than two decimals are seen as such.
            const auto cents = value.is_number() ? parse_cents(shortest(value.get<double>())) : std::nullopt;
            if (!cents || !domain::within_bounds(definition.type, static_cast<double>(*cents))) return std::nullopt;
            return StoredValue{static_cast<double>(*cents), std::nullopt};
        }
        case FactType::number: {
            if (!value.is_number() || !domain::within_bounds(definition.type, value.get<double>())) return std::nullopt;
            return StoredValue{value.get<double>(), std::nullopt};
        }
    }
    return std::nullopt;
}

void write_decision(Json& json, Actors& actors, const Correction& of) {
    if (!of.decided_at) {
        json.null("besluit");
        return;
    }
    json.open("besluit").text("uitkomst", of.outcome).text("reden", of.decision_reason);
    actors.write(json, "door", of.decided_by.value_or(0));
    json.instant("op", *of.decided_at).close();
}

void write_correction(Json& json, std::string_view key, Call& call, storage::Connection& sql, const Correction& of,
                      std::int64_t recorded_until = storage::kWhateverMoment) {
    Actors actors(sql);
    const auto definition = app::fact_definition(call.system, sql, of.fact);
    const app::VisibleFacts visible(call.system, call.who, sql, of.provider);
    const bool sees = definition && visible.sees(visible.protection(*definition));
    const auto provider = storage::find_provider(sql, call.scope, of.provider);
    json.open(key).whole("id", of.id).open("aanbieder").whole("id", of.provider);
    json.text("naam", provider ? provider->name : "").close();
    write_words(json, of.fact, definition, of.proposed);
    json.text("periode", of.period);
    json.whole("feitId", of.fact_id == 0 ? std::nullopt : std::optional(of.fact_id)).text("soort", of.kind);
    json.text("status", of.outcome.value_or("open"));
    const auto current = app::row_in_question(sql, of, recorded_until);
    write_value(json, "huidigeWaarde", definition, sees && current ? std::optional(current->value) : std::nullopt);
    write_value(json, "voorgesteldeWaarde", definition, sees ? std::optional(of.proposed) : std::nullopt);
    json.boolean("afgeschermd", !sees).text("bekendOp", of.known_on);
    const auto sources = storage::all_sources(sql);
    const auto source = of.source ? sources.find(*of.source) : sources.end();
    if (source != sources.end())
        write_source(json, "bron", source->second);
    else
        json.null("bron");
    json.text("reden", of.reason);
    actors.write(json, "ingediendDoor", of.opened_by);
    json.instant("ingediendOp", of.opened_at).text("besluitVoor", of.due_on);
    json.boolean("tweedePersoonNodig", !of.decided_at && app::needs_second_person(call.system, sql, of));
    write_decision(json, actors, of);
    json.list("geraakteScreenings");
    // Which runs saw it tells of colours, which a provider does not see.
    if (call.scope.own_provider() == 0) {
        for (const auto id : storage::screenings_marked_by(sql, of.id)) json.whole({}, id);
    }
    json.close_list().close();
}

/// A correction is open, or decided once.
std::int64_t version_of(const Correction& of) { return of.decided_at ? 2 : 1; }

std::string why_not(const domain::FactDefinition& definition, const nlohmann::json& value) {
    if (definition.type == FactType::amount && value.is_number())
        return "een bedrag heeft ten hoogste twee cijfers achter de komma en is hooguit € 100.000.000.000";
    if (definition.type == FactType::number && value.is_number())
        return "een getal is 0 of ligt tussen 0,000000001 en 1.000.000.000.000.000";
    return fmt::format("verwacht een waarde van het type {}", type_name(definition.type));
}

/// The value as the model has the fact, with all that the model finds wrong with the proposal.
void read_value(Call& call, BodyReader& body, app::CorrectionProposal& proposal) {
    // Null says that nobody knows what it should be; leaving it out says nothing.
    if (!body.has("voorgesteldeWaarde")) body.fault("voorgesteldeWaarde", "ontbreekt");
    const nlohmann::json& value = body.value("voorgesteldeWaarde");
    const auto snapshot = call.system.database.read();
    const auto definition = app::fact_definition(call.system, snapshot.sql(), proposal.fact);
    if (!definition) return;
    if (!value.is_null()) proposal.value = value_of(*definition, value);
    if (!value.is_null() && !proposal.value) body.fault("voorgesteldeWaarde", why_not(*definition, value));
    // What could not be read is told already.
    const auto read = body.done();
    const auto told = read ? std::vector<app::FieldFault>() : read.error().faults;
    for (const auto& fault : app::faults_of(proposal, *definition, call.system.now().day_in_amsterdam())) {
        const auto same = [&](const app::FieldFault& other) { return other.field == fault.field; };
        if (std::none_of(told.begin(), told.end(), same)) body.fault(fault.field.substr(1), fault.reason);
    }
}

Answer<Response> propose(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::CorrectionProposal proposal;
    proposal.provider = call.id();
    proposal.fact = body.text("feit", 100);
    proposal.period = body.text("periode", 20);
    proposal.fact_id = body.optional_whole("feitId", 1, kMost).value_or(0);
    proposal.kind = body.one_of("soort", {"typefout", "registerwaarde", "betwisting"});
    proposal.reason = body.text("reden", 2000);
    const auto known_on = body.optional_date("bekendOp");
    if (!known_on && !body.has("bekendOp")) body.fault("bekendOp", "ontbreekt");
    proposal.known_on = known_on.value_or(Date{});
    auto source = body.object("bron");
    proposal.source_name = source.text("naam", 200);
    proposal.source_document = source.optional_text("document", 500).value_or("");
    proposal.source_document_date = source.optional_date("documentDatum");
    if (const auto checked = source.done(); !checked) body.add(source);
    read_value(call, body, proposal);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto correction, app::propose_correction(call.system, call.who, proposal));
    const auto snapshot = call.system.database.read();
    Json json;
    write_correction(json, {}, call, snapshot.sql(), correction);
    return created(fmt::format("{}/correcties/{}", kRoot, correction.id), json.take());
}

Answer<Response> list(Call& call) {
    QueryReader query(call);
    const auto status = query.one_of("status", {"open", "overgenomen", "afgewezen"});
    const auto provider = query.whole("aanbieder", 1, kMost);
    const auto count = query.count();
    const auto recorded_until = read_recorded_until(call, query);
    const auto after = query.text("na", 500);
    const auto cursor = after ? read_cursor(*after) : std::nullopt;
    if (after && !cursor) query.fault("na", "is geen cursor van deze lijst");
    SLAGBOOM_CHECK(query.done());
    Json json;
    {
        const auto snapshot = call.system.database.read();
        auto& sql = snapshot.sql();
        const bool open_only = status && *status == "open";
        const std::int64_t opened_by = call.scope.own_provider() == 0 ? 0 : call.who.account.id;
        auto all = storage::corrections(
            sql, call.scope,
            {provider.value_or(0), open_only, cursor ? cursor->id : 0, count + 1, recorded_until, opened_by});
        const bool more = all.size() > static_cast<std::size_t>(count);
        if (more) all.pop_back();
        json.open().list("correcties");
        for (const auto& of : all) {
            const bool asked = !status || of.outcome.value_or("open") == *status;
            if (asked) write_correction(json, {}, call, sql, of, recorded_until);
        }
        json.close_list();
        if (more)
            json.text("volgende", cursor_of({}, all.back().id));
        else
            json.null("volgende");
        json.close();
    }
    log_read(call, "lijst-bekeken", {"correctie", 0}, 0, "correcties");
    return json_answer(200, json.take());
}

Answer<Response> show(Call& call) {
    QueryReader query(call);
    const auto recorded_until = read_recorded_until(call, query);
    SLAGBOOM_CHECK(query.done());
    Json json;
    std::int64_t provider = 0;
    std::int64_t version = 0;
    {
        const auto snapshot = call.system.database.read();
        const auto of = storage::find_correction(snapshot.sql(), call.scope, call.id(), recorded_until);
        if (!of || !may_see(call, *of)) return app::not_found();
        provider = of->provider;
        version = version_of(*of);
        write_correction(json, {}, call, snapshot.sql(), *of, recorded_until);
    }
    log_read(call, "dossier-bekeken", {"correctie", call.id()}, provider, "correctie");
    return versioned(json.take(), version);
}

Answer<Response> decide(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::CorrectionDecision decision;
    decision.correction = call.id();
    decision.adopted = body.one_of("uitkomst", {"overgenomen", "afgewezen"}) == "overgenomen";
    decision.reason = body.text("reden", 2000);
    SLAGBOOM_CHECK(body.done());
    // A decision needs no version: of an open correction there is one. Who sends another decides about something else.
    if (call.request.header("if-match") != nullptr) {
        SLAGBOOM_TRY(const auto seen, if_match(call));
        const auto snapshot = call.system.database.read();
        const auto of = storage::find_correction(snapshot.sql(), call.scope, call.id());
        if (!of) return app::not_found();
        if (seen != version_of(*of)) {
            Json stands;
            write_correction(stands, {}, call, snapshot.sql(), *of);
            return with_both_versions(app::stale(), call, version_of(*of), stands.take());
        }
    }
    SLAGBOOM_TRY(const auto correction, app::decide_correction(call.system, call.who, decision));
    const auto snapshot = call.system.database.read();
    Json json;
    write_correction(json, {}, call, snapshot.sql(), correction);
    return created(fmt::format("{}/correcties/{}", kRoot, correction.id), json.take());
}

}  // namespace

std::vector<Route> correction_routes() {
    using domain::Verb;
    return {
        {Method::post, "/aanbieders/{aanbiederId}/correcties", Verb::propose_correction, propose, kJsonLimit},
        {Method::get, "/correcties", Verb::list_corrections, list, 0},
        {Method::get, "/correcties/{correctieId}", Verb::view_correction, show, 0},
        {Method::post, "/correcties/{correctieId}/besluit", Verb::decide_correction, decide, kJsonLimit},
    };
}

}  // namespace slagboom::server
