#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/correct_fact.h"
#include "app/recorded_until.h"
#include "app/visible_facts.h"
#include "domain/service_number.h"
#include "domain/source_kind.h"
#include "server/actors.h"
#include "server/fact_json.h"
#include "server/moments.h"
#include "server/reader.h"
#include "server/shown.h"
#include "storage/correction_store.h"
#include "storage/fact_store.h"
#include "storage/register_store.h"
#include "storage/source_store.h"

namespace slagboom::server {
namespace {

using app::Answer;

/// Reads a part of a dossier: who it is about is seen, the answer is made in one snapshot, and looking is written down
/// before it leaves.
template <class Write>
Answer<Response> part(Call& call, std::string_view name, const Write& write, const std::string& content = {}) {
    Json json;
    {
        const auto snapshot = call.system.database.read();
        SLAGBOOM_CHECK(seen_provider(snapshot.sql(), call, call.id()));
        json.open();
        write(json, snapshot.sql());
        json.close();
    }
    log_read(call, "dossier-bekeken", {"aanbieder", call.id()}, call.id(), std::string(name), content);
    return json_answer(200, json.take());
}

/// Of one dossier all of them, decided or not.
storage::CorrectionQuestion of_provider(std::int64_t provider) {
    storage::CorrectionQuestion question;
    question.provider = provider;
    question.limit = 10'000;
    return question;
}

// ---- facts

/// Of the rows of one cell that held then the newest count (decision 3): none of them when they contradict each other.
struct Weighed {
    std::set<std::int64_t> contradicted;
    std::set<std::int64_t> overtaken;  ///< something newer is known
};

Weighed weigh(const std::vector<storage::StoredFact>& facts, std::int64_t recorded_until) {
    std::map<std::tuple<std::string, std::string>, std::vector<const storage::StoredFact*>> cells;
    for (const auto& fact : facts) {
        if (!fact.superseded_at || *fact.superseded_at > recorded_until)
            cells[{fact.fact, fact.period}].push_back(&fact);
    }
    Weighed weighed;
    for (const auto& [cell, rows] : cells) {
        const auto newest = *std::max_element(rows.begin(), rows.end(),
                                              [](const auto* a, const auto* b) { return a->known_on < b->known_on; });
        for (const auto* row : rows) {
            if (row->known_on != newest->known_on)
                weighed.overtaken.insert(row->id);
            else if (row->value != newest->value)
                weighed.contradicted.insert({row->id, newest->id});
        }
    }
    return weighed;
}

class FactList {
 public:
    FactList(Call& call, storage::Connection& sql, const Moment& moment, bool history, bool with_reason)
        : call_(call),
          sql_(sql),
          moment_(moment),
          visible_(call.system, call.who, sql, call.id(), with_reason),
          sources_(storage::all_sources(sql)) {
        storage::FactQuestion question;
        question.provider = call.id();
        question.recorded_until = moment.recorded_until;
        question.known_on_or_before = moment.known_on;
        question.superseded_too = true;
        facts_ = storage::facts_of(sql, call.scope, question);
        std::sort(facts_.begin(), facts_.end(), [](const auto& a, const auto& b) {
            return std::tie(a.fact, a.period, a.known_on, a.id) < std::tie(b.fact, b.period, b.known_on, b.id);
        });
        weighed_ = weigh(facts_, moment.recorded_until);
        for (const auto& fact : facts_) shown_.insert(fact.id);
        for (const auto& cell : storage::disputed_cells(sql, moment.recorded_until, call.id()))
            disputed_[{cell.fact, cell.period}] = cell.correction;
        read_corrections();
        if (!history) leave_out_replaced();
    }

    void write(Json& json, const std::optional<std::string>& only) {
        json.text("bekendOp", moment_.known_on.iso()).instant("geregistreerdOp", moment_.recorded_until).list("feiten");
        for (const auto& fact : facts_) {
            if (!only || *only == fact.fact) write(json, fact);
        }
        json.close_list();
    }

 private:
    bool superseded(const storage::StoredFact& fact) const {
        return fact.superseded_at && *fact.superseded_at <= moment_.recorded_until;
    }

    void read_corrections() {
        auto question = of_provider(call_.id());
        question.recorded_until = moment_.recorded_until;
        for (const auto& of : storage::corrections(sql_, call_.scope, question)) {
            // Who speaks for a provider sees that a fact is disputed, and not by whom.
            if (may_see(call_, of)) seen_.insert(of.id);
            if (of.new_fact_id) corrected_[*of.new_fact_id] = of.id;
            if (of.outcome == "overgenomen") adopted_[{of.fact, of.period, of.decided_at.value()}] = of.id;
        }
    }

    /// The correction that found this row wrong and put nothing in its place, or something that was not known yet on
    /// the day that is asked: the fact is unknown then.
    std::optional<std::int64_t> withdrawn_by(const storage::StoredFact& fact) const {
        if (!superseded(fact) || shown_.contains(fact.superseded_by.value_or(0))) return std::nullopt;
        const auto found = adopted_.find({fact.fact, fact.period, *fact.superseded_at});
        return found == adopted_.end() ? std::nullopt : std::optional(found->second);
    }

    /// What holds, and where nothing holds the rows that were last withdrawn: without them an unknown fact would look
    /// as if nobody had ever said anything about it.
    void leave_out_replaced() {
        std::map<std::pair<std::string, std::string>, std::int64_t> last;
        for (const auto& fact : facts_) {
            auto& until = last[{fact.fact, fact.period}];
            until = std::max(until, superseded(fact) ? *fact.superseded_at : storage::kWhateverMoment);
        }
        std::erase_if(facts_, [&](const auto& fact) {
            if (!superseded(fact)) return false;
            return !withdrawn_by(fact) || last.at({fact.fact, fact.period}) != *fact.superseded_at;
        });
    }

    std::string_view status_of(const storage::StoredFact& fact) const {
        if (superseded(fact)) return withdrawn_by(fact) ? "ingetrokken" : "vervangen";
        if (disputed_.contains({fact.fact, fact.period})) return "omstreden";
        if (weighed_.contradicted.contains(fact.id)) return "tegenstrijdig";
        return weighed_.overtaken.contains(fact.id) ? "ingehaald" : "geldt";
    }

    /// Through which it is disputed, was withdrawn or came here; nothing when the reader does not see that one.
    std::optional<std::int64_t> correction_of(const storage::StoredFact& fact) const {
        const auto dispute = disputed_.find({fact.fact, fact.period});
        const auto correction = corrected_.find(fact.id);
        auto by = withdrawn_by(fact);
        if (!superseded(fact) && dispute != disputed_.end()) by = dispute->second;
        if (!by && correction != corrected_.end()) by = correction->second;
        return by && seen_.contains(*by) ? by : std::nullopt;
    }

    void write(Json& json, const storage::StoredFact& fact) {
        const auto definition = app::fact_definition(call_.system, sql_, fact.fact);
        json.open().whole("id", fact.id).text("periode", fact.period);
        write_words(json, fact.fact, definition, fact.value);
        // Of a fact that no model knows any more nobody can say how it is protected.
        const auto protection = definition ? visible_.protection(*definition) : domain::Protection::vault;
        const bool sees = visible_.sees(protection);
        write_value(json, "waarde", definition, sees ? std::optional(fact.value) : std::nullopt);
        write_source(json, "bron", sources_.at(fact.source));
        json.text("bekendOp", fact.known_on.iso()).instant("geregistreerdOp", fact.recorded_at);
        json.instant("vervangenOp", superseded(fact) ? fact.superseded_at : std::nullopt);
        json.text("status", status_of(fact)).whole("correctie", correction_of(fact));
        json.text("bescherming", protection_name(protection)).boolean("afgeschermd", !sees);
        json.close();
    }

    Call& call_;
    storage::Connection& sql_;
    Moment moment_;
    app::VisibleFacts visible_;
    std::map<std::int64_t, storage::Source> sources_;
    std::vector<storage::StoredFact> facts_;
    std::set<std::int64_t> shown_;  ///< all rows known on the day that is asked, held or not
    Weighed weighed_;
    std::map<std::pair<std::string, std::string>, std::int64_t> disputed_;
    std::map<std::int64_t, std::int64_t> corrected_;
    std::map<std::tuple<std::string, std::string, std::int64_t>, std::int64_t> adopted_;  ///< by cell and moment
    std::set<std::int64_t> seen_;  ///< corrections that the reader sees
};

Answer<Response> facts(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    const auto only = query.text("feit", 100);
    const bool history = query.flag("geschiedenis");
    SLAGBOOM_CHECK(query.done());
    SLAGBOOM_TRY(const auto reason, vault_reason(call));
    const std::string name = fmt::format("feiten{} bekendOp={}", reason ? " met kluis" : "", moment.known_on.iso());
    return part(
        call, name,
        [&](Json& json, storage::Connection& sql) {
            FactList(call, sql, moment, history, reason.has_value()).write(json, only);
        },
        reason ? "{\"reden\":" + json_text(*reason) + "}" : std::string());
}

// ---- sources, awards, contracts

/// ISO 8601: P7Y or P18M.
std::string duration(std::int64_t months) {
    return months % 12 == 0 ? fmt::format("P{}Y", months / 12) : fmt::format("P{}M", months);
}

Answer<Response> sources(Call& call) {
    QueryReader query(call);
    const auto recorded_until = read_recorded_until(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "bronnen", [&](Json& json, storage::Connection& sql) {
        json.list("bronnen");
        for (const auto& of : storage::sources_of(sql, call.scope, {call.id(), recorded_until})) {
            json.open().whole("id", of.id).text("soort", of.kind).text("naam", of.name);
            json.text("document", of.document.empty() ? std::nullopt : std::optional(of.document));
            json.text("documentDatum", of.document_date).text("grondslag", of.ground).text("doel", of.purpose);
            json.text("grondslagEngels", domain::in_english(of.ground));
            json.text("doelEngels", domain::in_english(of.purpose));
            json.text("bewaartermijn", duration(of.term_months)).instant("ontvangenOp", of.recorded_at).close();
        }
        json.close_list();
    });
}

/// Awards and applications as they stood then: of one number what was decided last.
std::vector<storage::Award> awards_then(storage::Connection& sql, const Call& call, const Moment& moment) {
    auto all = storage::awards_of(sql, call.scope, {call.id(), moment.recorded_until});
    std::erase_if(all, [&](const auto& of) { return of.awarded_on > moment.known_on.iso(); });
    std::map<std::string, std::string> last;
    for (const auto& of : all) last[of.number] = std::max(last[of.number], of.awarded_on);
    std::erase_if(all, [&](const auto& of) { return of.awarded_on != last.at(of.number); });
    return all;
}

Answer<Response> awards(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "gunningen", [&](Json& json, storage::Connection& sql) {
        const auto lines = storage::contract_lines_of(sql, call.scope, {call.id(), moment.recorded_until});
        json.list("gunningen");
        for (const auto& of : awards_then(sql, call, moment)) {
            std::set<std::string> lots;
            for (const auto& line : lines) {
                if (line.award == of.number) lots.insert(line.lot);
            }
            json.open().whole("id", of.id).text("kenmerk", of.number).text("soort", of.kind);
            json.text("status", of.status).text("datum", of.awarded_on).list("percelen");
            for (const auto& lot : lots) json.text({}, lot);
            json.close_list().close();
        }
        json.close_list();
    });
}

/// Per year: of the lines that run on the day; of a contract that has ended those of its last day, of one that has not
/// begun those of its first. Nothing when the value of one of them is unknown.
std::optional<std::int64_t> yearly_value(const std::vector<storage::ContractLine>& lines, const std::string& from,
                                         const std::optional<std::string>& until, const std::string& day) {
    std::int64_t sum = 0;
    for (const auto& line : lines) {
        const bool runs = line.valid_from <= day && (!line.valid_until || *line.valid_until > day);
        const bool counts = from > day               ? line.valid_from == from
                            : until && *until <= day ? line.valid_until == until
                                                     : runs;
        if (!counts) continue;
        if (!line.yearly_value) return std::nullopt;
        sum += *line.yearly_value;
    }
    return sum;
}

void write_contract(Json& json, const std::string& number, const std::vector<storage::ContractLine>& lines,
                    const std::string& day) {
    std::set<std::string> lots;
    std::set<std::string> municipalities;
    std::string from = lines.front().valid_from;
    std::optional<std::string> until = lines.front().valid_until;
    for (const auto& line : lines) {
        lots.insert(line.lot);
        municipalities.insert(line.municipality);
        from = std::min(from, line.valid_from);
        until = until && line.valid_until ? std::optional(std::max(*until, *line.valid_until)) : std::nullopt;
    }
    json.open().whole("id", lines.front().id).text("kenmerk", number);
    json.text("status", from > day ? "nog-niet-begonnen" : until && *until <= day ? "beeindigd" : "loopt");
    json.text("van", from).text("tot", until).list("percelen");
    for (const auto& lot : lots) json.text({}, lot);
    json.close_list().list("gemeenten");
    for (const auto& code : municipalities) json.text({}, code);
    json.close_list().euros("waardePerJaar", yearly_value(lines, from, until, day)).list("regels");
    for (const auto& line : lines) {
        json.open().text("perceel", line.lot).text("product", line.product).text("gemeente", line.municipality);
        json.euros("waardePerJaar", line.yearly_value);
        write_clients(json, "clienten", line.clients, true);
        json.text("van", line.valid_from).text("tot", line.valid_until).close();
    }
    json.close_list().close();
}

Answer<Response> contracts(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "overeenkomsten", [&](Json& json, storage::Connection& sql) {
        std::map<std::string, std::vector<storage::ContractLine>> by_number;
        auto all = storage::contract_lines_of(sql, call.scope, {call.id(), moment.recorded_until});
        if (moment.known_on.iso() < call.system.today()) leave_out_later(all, moment.known_on.iso());
        for (auto& line : all) by_number[line.contract].push_back(std::move(line));
        json.list("overeenkomsten");
        for (const auto& [number, lines] : by_number) write_contract(json, number, lines, moment.known_on.iso());
        json.close_list();
    });
}

// ---- relations, establishments, names, history

/// Persons are personal; companies and addresses stand in the trade register for everybody, but those of a natural
/// person.
domain::Protection protection_of(const storage::Relation& relation, const app::VisibleFacts& visible) {
    return visible.protection(relation.party_kind == "persoon" ? domain::Protection::personal
                                                               : domain::Protection::open);
}

void write_relation(Json& json, const storage::Relation& of, const app::VisibleFacts& visible,
                    const std::map<std::int64_t, storage::Source>& sources,
                    const std::vector<storage::SharedParty>& shared) {
    const auto protection = protection_of(of, visible);
    const bool sees = visible.sees(protection);
    const std::string& name = of.name.empty() ? of.address : of.name;
    json.open().whole("id", of.id).text("rol", of.role).open("ander").text("soort", of.party_kind);
    json.text("naam", sees ? std::optional(name) : std::nullopt);
    const bool company = of.party_kind == "organisatie" && !of.number.empty();
    const bool by_tax = domain::is_tax_number(of.number);
    json.text("kvkNummer", company && !by_tax ? std::optional(of.number) : std::nullopt);
    json.text("rsin", by_tax ? std::optional(of.number.substr(of.number.size() - 9)) : std::nullopt);
    json.boolean("afgeschermd", !sees).close();
    json.text("van", of.valid_from).text("tot", of.valid_until);
    write_source(json, "bron", sources.at(of.source));
    json.text("bekendOp", of.known_on).text("bescherming", protection_name(protection)).list("gedeeldMet");
    std::int64_t last = 0;
    for (const auto& other : shared) {
        if (!sees || other.name != name || other.party_kind != of.party_kind || other.provider == last) continue;
        last = other.provider;
        json.open().whole("id", other.provider).text("naam", other.provider_name).text("rol", other.role).close();
    }
    json.close_list().close();
}

/// As known then: of several that are about the same party from the same day on, the one that became known last. One
/// that ends on the day that it begins was never there.
std::vector<storage::Relation> relations_then(storage::Connection& sql, const Call& call, const Moment& moment) {
    auto all = storage::relations_of(sql, call.scope, {call.id(), moment.recorded_until});
    std::erase_if(all, [&](const auto& of) { return of.known_on > moment.known_on.iso(); });
    const auto about = [](const storage::Relation& of) {
        const std::string address = of.party_kind == "adres" ? of.address : "";
        return std::tuple(of.role, of.party_kind, of.name, address, of.valid_from);
    };
    std::map<decltype(about(all.front())), std::string> newest;
    for (const auto& of : all) newest[about(of)] = std::max(newest[about(of)], of.known_on);
    std::erase_if(all, [&](const auto& of) {
        return of.known_on != newest.at(about(of)) || (of.valid_until && of.valid_until == of.valid_from);
    });
    return all;
}

Answer<Response> relations(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "relaties", [&](Json& json, storage::Connection& sql) {
        const app::VisibleFacts visible(call.system, call.who, sql, call.id());
        const auto sources = storage::all_sources(sql);
        // Who speaks for a provider sees whom he is connected with, and not who else is.
        const auto shared =
            call.scope.own_provider() != 0
                ? std::vector<storage::SharedParty>()
                : storage::shared_parties(sql, call.scope, {call.id(), moment.recorded_until}, moment.known_on.iso());
        json.list("relaties");
        for (const auto& of : relations_then(sql, call, moment)) {
            if (of.party_kind != "vestiging") write_relation(json, of, visible, sources, shared);
        }
        json.close_list();
    });
}

Answer<Response> establishments(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "vestigingen", [&](Json& json, storage::Connection& sql) {
        const auto sources = storage::all_sources(sql);
        json.list("vestigingen");
        for (const auto& of : relations_then(sql, call, moment)) {
            if (of.party_kind != "vestiging") continue;
            json.open()
                .whole("id", of.id)
                .text("vestigingsnummer", of.number.empty() ? std::nullopt : std::optional(of.number));
            json.text("rol", of.role).text("naam", of.name.empty() ? std::nullopt : std::optional(of.name));
            json.text("adres", of.address.empty() ? std::nullopt : std::optional(of.address));
            json.text("van", of.valid_from).text("tot", of.valid_until);
            write_source(json, "bron", sources.at(of.source));
            json.close();
        }
        json.close_list();
    });
}

Answer<Response> names(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "namen", [&](Json& json, storage::Connection& sql) {
        const auto all = names_at(sql, call.scope, call.id(), moment);
        json.list("namen");
        for (std::size_t i = 0; i < all.size(); ++i) {
            json.open().text("naam", all[i].name).text("van", all[i].valid_from);
            json.text("tot", i + 1 < all.size() ? std::optional(all[i + 1].valid_from) : std::nullopt);
            json.instant("geregistreerdOp", all[i].recorded_at).close();
        }
        json.close_list();
    });
}

struct Event {
    std::int64_t at = 0;
    std::string_view kind;
    std::string what;   ///< in a sentence
    std::string about;  ///< the same in parts, JSON
    std::int64_t by = 0;
    std::optional<std::int64_t> reference;
};

Event event_of(const storage::ProviderName& of) {
    Json about;
    about.open().text("naam", of.name).text("sinds", of.valid_from).close();
    return {of.recorded_at, "naam", fmt::format("Heet sinds {}: {}", of.valid_from, of.name), about.take(), 0, {}};
}

Event event_of(const storage::Merge& of, const std::map<std::int64_t, std::string>& names) {
    const std::string& merged = names.at(of.merged);
    const std::string& stays = names.at(of.provider);
    Json about;
    about.open().text("naam", merged).text("in", stays).text("reden", of.reason).close();
    return {of.recorded_at,
            "samenvoeging",
            fmt::format("Samengevoegd: {} is dezelfde aanbieder als {}. {}", merged, stays, of.reason),
            about.take(),
            of.account,
            of.id};
}

/// That a correction was proposed, and what was decided.
void add_events(std::vector<Event>& events, const storage::Correction& of,
                const std::optional<domain::FactDefinition>& definition) {
    const std::string label = definition ? definition->label : of.fact;
    const auto about = [&](std::string_view key, const std::string& value) {
        Json json;
        json.open().text("feit", of.fact).text("label", label).text("periode", of.period);
        json.text("labelEngels", definition ? or_null(definition->english_label) : std::nullopt);
        return json.text(key, value).close().take();
    };
    events.push_back({of.opened_at, "correctie",
                      fmt::format("Correctie voorgesteld ({}): {}, {}", of.kind, label, of.period),
                      about("correctiesoort", of.kind), of.opened_by, of.id});
    if (of.decided_at)
        events.push_back({*of.decided_at, "correctie",
                          fmt::format("Correctie {}: {}, {}", of.outcome.value_or(""), label, of.period),
                          about("uitkomst", of.outcome.value_or("")), of.decided_by.value_or(0), of.id});
}

Event event_of(const storage::StoredScreening& screening, const storage::StoredAssessment& of) {
    Json about;
    about.open().text("peildatum", screening.reference_date).text("kleur", of.colour);
    about.text("subcategorie", of.sub_category).close();
    return {screening.recorded_at,
            "screening",
            fmt::format("Beoordeeld op {}: {}", screening.reference_date, of.sub_category.value_or(of.colour)),
            about.take(),
            screening.account,
            of.screening};
}

/// Recorded by then; of names and screenings what was so on the day.
std::vector<Event> events_of(Call& call, storage::Connection& sql, const Moment& moment) {
    std::vector<Event> events;
    const auto names = storage::provider_names(sql);
    for (const auto& of : names_at(sql, call.scope, call.id(), moment)) events.push_back(event_of(of));
    for (const auto& of : storage::merges_of(sql, call.scope, call.id())) events.push_back(event_of(of, names));
    for (const auto& of : storage::corrections(sql, call.scope, of_provider(call.id())))
        add_events(events, of, app::fact_definition(call.system, sql, of.fact));
    for (const auto& of : storage::assessments_of(sql, call.scope, call.id())) {
        const auto screening = storage::find_screening(sql, of.screening);
        if (screening && screening->reference_date <= moment.known_on.iso()) events.push_back(event_of(*screening, of));
    }
    std::erase_if(events, [&](const Event& of) { return of.at > moment.recorded_until; });
    std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
        return std::tie(b.at, b.kind, b.what) < std::tie(a.at, a.kind, a.what);
    });
    return events;
}

Answer<Response> history(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    return part(call, "historie", [&](Json& json, storage::Connection& sql) {
        Actors actors(sql);
        json.list("gebeurtenissen");
        for (const auto& event : events_of(call, sql, moment)) {
            json.open().instant("op", event.at).text("soort", event.kind).text("omschrijving", event.what);
            json.raw("over", event.about);
            actors.write(json, "door", event.by);
            json.whole("verwijzing", event.reference).close();
        }
        json.close_list();
    });
}

}  // namespace

std::vector<Route> dossier_routes() {
    using domain::Verb;
    return {
        {Method::get, "/aanbieders/{aanbiederId}/feiten", Verb::view_facts, facts, 0},
        {Method::get, "/aanbieders/{aanbiederId}/bronnen", Verb::view_sources, sources, 0},
        {Method::get, "/aanbieders/{aanbiederId}/gunningen", Verb::view_awards, awards, 0},
        {Method::get, "/aanbieders/{aanbiederId}/overeenkomsten", Verb::view_contracts, contracts, 0},
        {Method::get, "/aanbieders/{aanbiederId}/relaties", Verb::view_relations, relations, 0},
        {Method::get, "/aanbieders/{aanbiederId}/vestigingen", Verb::view_establishments, establishments, 0},
        {Method::get, "/aanbieders/{aanbiederId}/namen", Verb::view_names, names, 0},
        {Method::get, "/aanbieders/{aanbiederId}/historie", Verb::view_history, history, 0},
    };
}

}  // namespace slagboom::server
