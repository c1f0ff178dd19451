#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>

#include "app/compare_screenings.h"
#include "app/count_indicators.h"
#include "app/list_file.h"
#include "app/list_words.h"
#include "app/run_screening.h"
#include "base/encoding.h"
#include "server/actors.h"
#include "server/provider_list.h"
#include "server/reader.h"
#include "server/shown.h"
#include "storage/job_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using storage::StoredScreening;

constexpr std::string_view kSpreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

// ---- jobs

std::string_view status_of(const storage::Job& job) {
    if (job.state == "wacht") return "wachtend";
    if (job.state == "klaar") return "gelukt";
    return job.state;
}

/// Where what came of it is found.
std::optional<std::string> result_of(const storage::Job& job) {
    if (!job.result) return std::nullopt;
    const auto result = nlohmann::json::parse(*job.result);
    if (!result.contains("screening")) return std::nullopt;
    return fmt::format("{}/screenings/{}", kRoot, result["screening"].get<std::int64_t>());
}

void write_job(Json& json, std::string_view key, Actors& actors, const storage::Job& job) {
    json.open(key).whole("id", job.id).text("soort", job.kind).text("status", status_of(job));
    json.whole("gedaan", job.done).whole("totaal", job.total == 0 ? std::nullopt : std::optional(job.total));
    actors.write(json, "aangevraagdDoor", job.queued_by);
    json.instant("aangevraagdOp", job.queued_at).instant("klaarOp", job.ended_at);
    json.text("resultaat", result_of(job)).text("reden", job.reason).close();
}

Answer<Response> list_jobs(Call& call) {
    QueryReader query(call);
    const auto count = query.count();
    const auto after = query.text("na", 500);
    const auto cursor = after ? read_cursor(*after) : std::nullopt;
    if (after && !cursor) query.fault("na", "is geen cursor van deze lijst");
    SLAGBOOM_CHECK(query.done());
    const auto snapshot = call.system.database.read();
    Actors actors(snapshot.sql());
    const std::int64_t whose = call.scope.everything() ? 0 : call.who.account.id;
    auto all = storage::jobs(snapshot.sql(), whose, cursor ? cursor->id : 0, count + 1);
    const bool more = all.size() > static_cast<std::size_t>(count);
    if (more) all.pop_back();
    Json json;
    json.open().list("taken");
    for (const auto& job : all) write_job(json, {}, actors, job);
    json.close_list();
    if (more)
        json.text("volgende", cursor_of({}, all.back().id));
    else
        json.null("volgende");
    return json_answer(200, json.close().take());
}

Answer<Response> show_job(Call& call) {
    SLAGBOOM_CHECK(QueryReader(call).done());
    const auto snapshot = call.system.database.read();
    const auto job = storage::find_job(snapshot.sql(), call.id());
    const bool own = job && job->queued_by == call.who.account.id;
    if (!job || (!own && !call.scope.everything())) return app::not_found();
    Json json;
    Actors actors(snapshot.sql());
    write_job(json, {}, actors, *job);
    return json_answer(200, json.take());
}

// ---- screenings

std::vector<storage::ColourCount> counts_of(const std::vector<storage::StoredAssessment>& assessments) {
    std::map<std::pair<std::string, std::optional<std::string>>, std::int64_t> counts;
    for (const auto& of : assessments) ++counts[{of.colour, of.sub_category}];
    std::vector<storage::ColourCount> all;
    for (const auto& [group, providers] : counts) all.push_back({group.first, group.second, providers});
    return all;
}

/// One of the two moments of a distribution.
struct Then {
    StoredScreening run;
    std::vector<storage::StoredAssessment> assessments;
    std::vector<storage::ColourCount> destroyed;  ///< by retention: nobody knows any more of which provider
};

Then moment_of(storage::Connection& sql, const storage::Scope& scope, const StoredScreening& run,
               const std::optional<std::string>& municipality, std::int64_t recorded_until) {
    Then then{run, storage::assessments_shown(sql, scope, run.id, recorded_until),
              storage::destroyed_counts(sql, run.id)};
    if (!municipality) return then;
    const auto inside = storage::providers_in(sql, *municipality, recorded_until);
    std::erase_if(then.assessments, [&](const auto& of) { return !inside.contains(of.provider); });
    return then;
}

/// Of the whole region the counts of a run stay what they were. Of a part of it nobody can say where the destroyed
/// ones belong: their number is not known then.
void write_then(Json& json, std::string_view key, storage::Connection& sql, const Then& then, bool whole) {
    auto counts = counts_of(then.assessments);
    if (whole) counts.insert(counts.end(), then.destroyed.begin(), then.destroyed.end());
    const auto add = [](std::int64_t sum, const auto& of) { return sum + of.providers; };
    const auto destroyed = std::accumulate(then.destroyed.begin(), then.destroyed.end(), std::int64_t{0}, add);
    json.open(key);
    write_screening_head(json, "screening", sql, then.run);
    json.whole("beoordeeld", std::accumulate(counts.begin(), counts.end(), std::int64_t{0}, add));
    json.whole("vernietigd", whole || destroyed == 0 ? std::optional(destroyed) : std::nullopt);
    write_colour_counts(json, "tellingen", counts);
    json.close();
}

/// `actors` may be null: who sees only counts sees no names.
void write_screening(Json& json, std::string_view key, storage::Connection& sql, Actors* actors,
                     const StoredScreening& of) {
    json.open(key);
    write_screening_head(json, "screening", sql, of);
    json.text("soort", of.kind == "volledig" ? "volledig" : "aanbieder");
    json.whole("inOmgevingVan", of.context_of == of.id ? std::nullopt : std::optional(of.context_of));
    if (actors != nullptr) actors->write(json, "aangevraagdDoor", of.account);
    json.instant("klaarOp", of.recorded_at).whole("beoordeeld", of.providers);
    write_colour_counts(json, "tellingen", storage::screening_counts(sql, of.id));
    json.close();
}

Answer<Response> list(Call& call) {
    QueryReader query(call);
    const auto count = query.count();
    const auto after = query.text("na", 500);
    const auto cursor = after ? read_cursor(*after) : std::nullopt;
    if (after && !cursor) query.fault("na", "is geen cursor van deze lijst");
    SLAGBOOM_CHECK(query.done());
    Json json;
    {
        const auto snapshot = call.system.database.read();
        Actors actors(snapshot.sql());
        auto all = storage::screenings(snapshot.sql(), cursor ? cursor->id : 0, count + 1);
        const bool more = all.size() > static_cast<std::size_t>(count);
        if (more) all.pop_back();
        json.open().list("screenings");
        for (const auto& of : all) {
            // Of a run over one provider the counts tell whose colour it is.
            if (of.kind == "volledig" || !call.scope.counts_only())
                write_screening(json, {}, snapshot.sql(), call.scope.counts_only() ? nullptr : &actors, of);
        }
        json.close_list();
        if (more)
            json.text("volgende", cursor_of({}, all.back().id));
        else
            json.null("volgende");
        json.close();
    }
    log_read(call, "lijst-bekeken", {"screening", 0}, 0, "screenings");
    return json_answer(200, json.take());
}

Answer<Response> start(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::ScreeningOrder order;
    body.one_of("soort", {"volledig"});
    order.reference = body.optional_date("peildatum");
    order.recorded_until = body.optional_instant("geregistreerdOp");
    const auto phase = domain::phase_named(body.one_of("fase", {"poort", "monitoring"}));
    order.model_hash = body.optional_text("modelversie", 64);
    if (order.model_hash && (order.model_hash->size() != 64 || !parse_hex(*order.model_hash)))
        body.fault("modelversie", "verwacht de hash van een modelversie: 64 tekens 0-9 en a-f");
    SLAGBOOM_CHECK(body.done());
    order.phase = *phase;
    SLAGBOOM_TRY(const auto id, app::queue_screening(call.system, call.who, order));
    const auto snapshot = call.system.database.read();
    Json json;
    Actors actors(snapshot.sql());
    write_job(json, {}, actors, *storage::find_job(snapshot.sql(), id));
    Response response = json_answer(202, json.take());
    response.headers.emplace_back("Location", fmt::format("{}/taken/{}", kRoot, id));
    return response;
}

Answer<Response> show(Call& call) {
    SLAGBOOM_CHECK(QueryReader(call).done());
    Json json;
    {
        const auto snapshot = call.system.database.read();
        const auto of = storage::find_screening(snapshot.sql(), call.id());
        if (!of || (of->kind != "volledig" && call.scope.counts_only())) return app::not_found();
        json.open();
        Actors actors(snapshot.sql());
        write_screening(json, "kop", snapshot.sql(), call.scope.counts_only() ? nullptr : &actors, *of);
        json.raw("context", of->context).instant("feitenVernietigdOp", of->facts_destroyed_at).close();
    }
    log_read(call, "lijst-bekeken", {"screening", call.id()}, 0, "screening");
    return json_answer(200, json.take());
}

Answer<Response> show_indicators(Call& call) {
    SLAGBOOM_CHECK(QueryReader(call).done());
    SLAGBOOM_TRY(const auto counts, app::count_indicators(call.system, call.who, call.id()));
    Json json;
    json.open();
    write_screening_head(json, "screening", call.system.database.read().sql(), counts.screening);
    json.whole("geteld", counts.counted).list("indicatoren");
    for (const auto& of : counts.indicators) {
        json.open().text("indicator", of.key).text("titel", of.title).text("categorie", of.category);
        json.whole("vanToepassing", of.applied()).whole("treffers", of.hits).whole("geenTreffers", of.clears);
        json.whole("onbekend", of.unknown).whole("terzijdeGelegd", of.set_aside);
        json.whole("nietMeegeteld", of.withheld).close();
    }
    json.close_list().close();
    log_read(call, "lijst-bekeken", {"screening", call.id()}, 0, "indicatoren");
    return json_answer(200, json.take());
}

// ---- comparison

void write_standing(Json& json, std::string_view key, const app::Standing& of) {
    json.open(key).text("kleur", of.colour);
    json.text("subcategorie", of.sub_category.empty() ? std::nullopt : std::optional(of.sub_category));
    json.whole("laagste", of.lowest).whole("hoogste", of.highest).close();
}

void write_compared(Json& json, const std::map<std::int64_t, std::string>& names, const app::ComparedProvider& of) {
    json.open().open("aanbieder").whole("id", of.provider).text("naam", names.at(of.provider)).close();
    write_standing(json, "oud", of.before);
    write_standing(json, "nieuw", of.after);
    json.list("oorzaken");
    for (const auto& cause : of.causes) {
        json.open().text("soort", app::api_name(cause.cause));
        write_standing(json, "van", cause.before);
        write_standing(json, "naar", cause.after);
        json.list("indicatoren");
        for (const auto& indicator : cause.indicators) json.text({}, indicator);
        json.close_list().close();
    }
    json.close_list().close();
}

Answer<Response> compare(Call& call) {
    QueryReader query(call);
    const auto with = query.whole("met", 1, kMost);
    if (!with) query.fault("met", "ontbreekt");
    const bool changed_only = query.flag("alleenGewijzigd", true);
    const auto only = query.whole("aanbieder", 1, kMost);
    SLAGBOOM_CHECK(query.done());
    SLAGBOOM_TRY(const auto comparison, app::compare_screenings(call.system, call.who, *with, call.id()));
    // Whose reasons were read stands in the log; of who is in neither run nothing was.
    std::int64_t about = 0;
    Json json;
    {
        const auto snapshot = call.system.database.read();
        auto& sql = snapshot.sql();
        const auto names = storage::provider_names(sql);
        json.open();
        write_screening_head(json, "oud", sql, comparison.before);
        write_screening_head(json, "nieuw", sql, comparison.after);
        json.boolean("zelfdeModel", comparison.before.model_hash == comparison.after.model_hash).list("regels");
        for (const auto& of : comparison.both) {
            if (only && *only != of.provider) continue;
            about = only.value_or(0);
            if (!changed_only || of.before.colour != of.after.colour || of.before.sub_category != of.after.sub_category)
                write_compared(json, names, of);
        }
        json.close_list();
        const auto providers = [&](std::string_view key, const std::vector<std::int64_t>& ids) {
            json.list(key);
            for (const auto id : ids) {
                if (!only || *only == id) json.open().whole("id", id).text("naam", names.at(id)).close();
            }
            json.close_list();
        };
        providers("nieuwInScreening", comparison.entered);
        providers("nietMeerInScreening", comparison.left);
        json.close();
    }
    log_read(call, "lijst-bekeken", {"screening", call.id()}, about, fmt::format("vergelijking met {}", *with));
    return json_answer(200, json.take());
}

// ---- urgency list and distribution

Answer<Response> urgency(Call& call) {
    QueryReader query(call);
    ProviderList page(call, query);
    SLAGBOOM_CHECK(query.done());
    const auto list = call.lists.find_or_write(call, page.of_now(), [&](storage::Connection& sql) {
        page.ask(sql, false, true);
        Json json;
        json.open();
        page.write_head(json, sql);
        json.list("rijen");
        for (const auto& row : page.rows()) {
            json.open();
            page.write_row(json, "aanbieder", row);
            json.raw("samenvatting", row.summary).close();
        }
        json.close_list();
        page.write_next(json);
        json.close();
        return page.written(json.take());
    });
    log_read(call, "lijst-bekeken", {"screening", list->screening}, 0, "urgentielijst " + list->filter);
    return json_answer(200, list->body);
}

app::ListShape read_shape(QueryReader& query) {
    app::ListShape shape;
    const auto form = query.one_of("vorm", {"csv", "xlsx"});
    if (!form) query.fault("vorm", "ontbreekt");
    if (form == "xlsx") shape.form = app::ListForm::xlsx;
    if (query.one_of("taal", {"nl", "en"}) == "en") shape.language = Language::english;
    const auto by =
        query.one_of("sorteer", {"urgentie", "aanbieder", "punten", "verschil", "clienten", "waarde", "stap"});
    shape.order.by = app::list_column_named(by.value_or("urgentie")).value_or(app::ListColumn::urgency);
    shape.order.descending = query.one_of("richting", {"oplopend", "aflopend"}) == "aflopend";
    return shape;
}

Answer<Response> export_urgency(Call& call) {
    QueryReader query(call);
    ProviderList list(call, query, ProviderList::Extent::whole);
    auto shape = read_shape(query);
    SLAGBOOM_CHECK(query.done());
    list.ask(call.system.database.read().sql(), false, true);
    if (!list.screening()) return app::not_found();
    shape.filters = list.filters();
    SLAGBOOM_TRY(auto bytes, app::list_file(call.system, call.who, *list.screening(), list.lines(), shape));
    const bool csv = shape.form == app::ListForm::csv;
    const std::string_view ending = csv ? "csv" : "xlsx";
    log_read(call, "lijst-bekeken", {"screening", list.screening()->id}, 0,
             fmt::format("urgentielijst {} {}", ending, list.filter()));
    const auto name = app::ListWords(shape.language).file_name(list.screening()->reference_date);
    Response response{200, csv ? "text/csv; charset=utf-8" : std::string(kSpreadsheet), std::move(bytes), {}};
    response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, ending));
    return response;
}

/// Whole run by number, or the last with a reference date on or before a day; recorded by then.
std::optional<StoredScreening> run_of(storage::Connection& sql, const std::string& text, std::int64_t recorded_until) {
    const auto run = parse_iso_date(text) ? storage::screening_on(sql, text, recorded_until)
                     : text.size() <= 18  ? storage::find_screening(sql, std::strtoll(text.c_str(), nullptr, 10))
                                          : std::nullopt;
    return run && run->kind == "volledig" && run->recorded_at <= recorded_until ? run : std::nullopt;
}

std::string group_of(const storage::StoredAssessment& of) { return of.sub_category.value_or(of.colour); }

void write_flow(Json& json, const std::vector<storage::StoredAssessment>& before,
                const std::vector<storage::StoredAssessment>& after) {
    std::map<std::int64_t, std::string> then;
    for (const auto& of : before) then[of.provider] = group_of(of);
    std::map<std::pair<std::string, std::string>, std::int64_t> flows;
    std::map<std::string, std::int64_t> entered;
    std::map<std::string, std::int64_t> left;
    for (const auto& of : after) {
        const auto found = then.find(of.provider);
        if (found == then.end()) {
            ++entered[group_of(of)];
            continue;
        }
        ++flows[{found->second, group_of(of)}];
        then.erase(found);
    }
    for (const auto& [provider, group] : then) ++left[group];
    json.list("stromen");
    for (const auto& [groups, count] : flows)
        json.open().text("van", groups.first).text("naar", groups.second).whole("aantal", count).close();
    json.close_list();
    const auto write = [&](std::string_view key, const std::map<std::string, std::int64_t>& counts) {
        json.list(key);
        for (const auto& [group, count] : counts) json.open().text("groep", group).whole("aantal", count).close();
        json.close_list();
    };
    write("nieuw", entered);
    write("vertrokken", left);
}

Answer<Response> distribution(Call& call) {
    QueryReader query(call);
    const auto from = query.needed_text("van", 19);
    const auto until = query.needed_text("tot", 19);
    const auto municipality = query.text("gemeente", 4);
    const auto recorded_until = read_recorded_until(call, query);
    SLAGBOOM_CHECK(query.done());
    Json json;
    {
        const auto snapshot = call.system.database.read();
        auto& sql = snapshot.sql();
        const auto before = run_of(sql, from, recorded_until);
        const auto after = run_of(sql, until, recorded_until);
        if (!before || !after) return app::not_found();
        const auto then = moment_of(sql, call.scope, *before, municipality, recorded_until);
        const auto now = moment_of(sql, call.scope, *after, municipality, recorded_until);
        const bool whole = call.scope.whole() && !municipality;
        json.open();
        write_then(json, "van", sql, then, whole);
        write_then(json, "tot", sql, now, whole);
        json.boolean("zelfdeModel", before->model_hash == after->model_hash);
        write_flow(json, then.assessments, now.assessments);
        json.close();
    }
    log_read(call, "lijst-bekeken", {"screening", 0}, 0,
             fmt::format("verdeling {} {} {}", from, until, municipality.value_or("")));
    return json_answer(200, json.take());
}

}  // namespace

std::vector<Route> screening_routes() {
    using domain::Verb;
    return {
        {Method::get, "/screenings", Verb::list_screenings, list, 0},
        {Method::post, "/screenings", Verb::run_screening, start, kJsonLimit},
        {Method::get, "/screenings/{screeningId}", Verb::view_screening, show, 0},
        {Method::get, "/screenings/{screeningId}/indicatoren", Verb::view_screening, show_indicators, 0},
        {Method::get, "/screenings/{screeningId}/vergelijking", Verb::compare_screenings, compare, 0},
        {Method::get, "/urgentielijst", Verb::list_urgency, urgency, 0},
        {Method::get, "/urgentielijst/uitvoer", Verb::list_urgency, export_urgency, 0},
        {Method::get, "/verdeling", Verb::view_distribution, distribution, 0},
        {Method::get, "/taken", Verb::view_jobs, list_jobs, 0},
        {Method::get, "/taken/{taakId}", Verb::view_jobs, show_job, 0},
    };
}

}  // namespace slagboom::server
