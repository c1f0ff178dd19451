#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/import_file.h"
#include "app/preview_file.h"
#include "app/save_mapping.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"
#include "server/request_target.h"
#include "storage/import_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

constexpr std::size_t kLongestFileName = 200;
constexpr std::size_t kLongestMappingName = 100;
constexpr std::size_t kLongestColumn = 200;
constexpr std::size_t kMostColumns = 2000;
constexpr std::size_t kMostFaults = 100;  ///< that stand with the import itself; all stand with its rows

const std::vector<std::string_view>& kinds() {
    static const std::vector<std::string_view> all{"gemeenten",      "aanbieders", "gunningen",
                                                   "overeenkomsten", "relaties",   "feiten"};
    return all;
}

struct Counts {
    std::int64_t rows = 0;
    std::int64_t taken = 0;
    std::int64_t unchanged = 0;
    std::int64_t superseded = 0;
    std::int64_t left = 0;
};

void write_counts(Json& json, const Counts& counts) {
    json.open("tellingen").whole("rijen", counts.rows).whole("nieuw", counts.taken);
    json.whole("ongewijzigd", counts.unchanged).whole("vervangt", counts.superseded);
    json.whole("geweigerd", counts.left).close();
}

void write_head(Json& json, std::string_view key, Actors& actors, const storage::Import& import) {
    json.open(key).whole("id", import.id == 0 ? std::nullopt : std::optional(import.id));
    json.text("soort", import.kind).text("bestandsnaam", import.file_name).text("sha256", import.sha256);
    actors.write(json, "door", import.account);
    json.instant("op", import.recorded_at);
    write_counts(json, {import.rows, import.taken, import.unchanged, import.superseded, import.left_out});
    json.close();
}

/// What was recognised and the first faults, from the report as it is stored.
void write_report(Json& json, const std::string& report) {
    const auto content = nlohmann::json::parse(report);
    json.list("herkend");
    for (const auto& sentence : content.at("herkend")) json.text({}, sentence.get<std::string>());
    json.close_list().list("fouten");
    std::size_t written = 0;
    for (const auto& line : content.at("regels")) {
        if (!line.contains("reden") || written == kMostFaults) continue;
        ++written;
        json.open().text("veld", line.value("kolom", ""));
        if (line.at("regel").get<std::int64_t>() > 0) json.whole("regel", line.at("regel").get<std::int64_t>());
        json.text("reden", line.at("reden").get<std::string>()).close();
    }
    json.close_list();
}

std::string import_json(storage::Connection& sql, const storage::Import& import, bool trial) {
    Actors actors(sql);
    Json json;
    json.open();
    write_head(json, "kop", actors, import);
    json.boolean("proef", trial);
    write_report(json, import.report);
    json.close();
    return json.take();
}

storage::Import as_stored(const Call& call, const app::ImportReport& report) {
    storage::Import import;
    import.id = report.id;
    import.kind = app::api_name(report.kind);
    import.file_name = report.file_name;
    import.sha256 = report.sha256;
    import.rows = static_cast<std::int64_t>(report.rows);
    import.taken = static_cast<std::int64_t>(report.taken);
    import.unchanged = static_cast<std::int64_t>(report.unchanged);
    import.superseded = static_cast<std::int64_t>(report.superseded);
    import.left_out = static_cast<std::int64_t>(report.left);
    import.report = app::report_json(report);
    import.account = call.who.account.id;
    import.recorded_at = report.recorded_at;
    return import;
}

Answer<app::Done> refuse_other_types(const Request& request) {
    const auto type = media_type(request);
    if (type == "text/csv" || type == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        return app::Done{};
    return app::Refusal{
        app::Refusal::Kind::unsupported_type, "inhoudstype-onbekend", "Hier hoort CSV (text/csv) of XLSX.", {}, {}, 0};
}

Answer<Response> take_file(Call& call) {
    SLAGBOOM_CHECK(refuse_other_types(call.request));
    QueryReader query(call);
    app::ImportOrder order;
    const auto kind = query.one_of("soort", kinds());
    if (!kind) query.fault("soort", "ontbreekt");
    order.file_name = query.needed_text("bestandsnaam", kLongestFileName);
    order.trial = query.flag("proef");
    order.mapping = query.text("koppeling", kLongestMappingName);
    if (const auto notation = query.one_of("notatie", {"nl", "en"})) order.notation = app::notation_named(*notation);
    SLAGBOOM_CHECK(query.done());
    order.kind = *app::import_kind_named(*kind);
    order.bytes = call.request.body;
    SLAGBOOM_TRY(const auto report, app::import_file(call.system, call.who, order));
    std::string body = import_json(call.system.database.read().sql(), as_stored(call, report), order.trial);
    if (order.trial) return json_answer(200, std::move(body));
    return created(fmt::format("/api/v1/imports/{}", report.id), std::move(body));
}

Answer<Response> preview(Call& call) {
    SLAGBOOM_CHECK(refuse_other_types(call.request));
    SLAGBOOM_TRY(const auto found, app::preview_file(call.request.body));
    Json json;
    json.open().list("kolommen");
    for (const auto& name : found.columns) json.text({}, name);
    json.close_list().list("rijen");
    for (const auto& row : found.rows) {
        json.open().list("cellen");
        for (const auto& cell : row) json.text({}, cell);
        json.close_list().close();
    }
    json.close_list().close();
    return json_answer(200, json.take());
}

Answer<Response> list_imports(Call& call) {
    QueryReader query(call);
    const auto kind = query.one_of("soort", kinds());
    const std::int64_t before = cursor(query);
    const std::int64_t count = query.count();
    SLAGBOOM_CHECK(query.done());
    const auto snapshot = call.system.database.read();
    auto imports = storage::imports(snapshot.sql(), before, count + 1, kind.value_or(""));
    const bool more = std::cmp_greater(imports.size(), count);
    if (more) imports.pop_back();
    Actors actors(snapshot.sql());
    Json json;
    json.open().list("imports");
    for (const auto& import : imports) write_head(json, {}, actors, import);
    json.close_list();
    json.text("volgende", more ? std::optional(fmt::format("{}", imports.back().id)) : std::nullopt).close();
    return json_answer(200, json.take());
}

Answer<Response> show_import(Call& call) {
    const auto snapshot = call.system.database.read();
    const auto import = storage::find_import(snapshot.sql(), call.id());
    if (!import) return app::not_found();
    return json_answer(200, import_json(snapshot.sql(), *import, false));
}

/// A cursor is how many rows of the report came before.
Answer<Response> list_rows(Call& call) {
    QueryReader query(call);
    const auto outcome = query.one_of("uitkomst", {"nieuw", "ongewijzigd", "vervangt", "geweigerd"});
    const auto skipped = static_cast<std::size_t>(cursor(query));
    const auto count = static_cast<std::size_t>(query.count());
    SLAGBOOM_CHECK(query.done());
    const auto import = storage::find_import(call.system.database.read().sql(), call.id());
    if (!import) return app::not_found();
    const auto report = nlohmann::json::parse(import->report);
    const auto& lines = report.at("regels");
    Json json;
    json.open().list("regels");
    std::size_t written = 0;
    std::size_t at = skipped;
    for (; at < lines.size() && written < count; ++at) {
        const auto& line = lines[at];
        if (outcome && line.at("uitkomst") != *outcome) continue;
        ++written;
        json.open().whole("regel", line.at("regel").get<std::int64_t>());
        json.text("uitkomst", line.at("uitkomst").get<std::string>());
        for (const std::string_view key : {"kolom", "reden"}) {
            const auto found = line.find(key);
            json.text(key, found == line.end() ? std::nullopt : std::optional(found->get<std::string>()));
        }
        json.close();
    }
    json.close_list();
    json.text("volgende", at < lines.size() ? std::optional(fmt::format("{}", at)) : std::nullopt).close();
    return json_answer(200, json.take());
}

void write_mapping(Json& json, const storage::ColumnMapping& mapping) {
    json.open().text("naam", mapping.name).list("kolommen");
    for (const auto& [from, to] : app::columns_of(mapping))
        json.open().text("kolom", from).text("bedoeldAls", to).close();
    json.close_list().text("versie", etag(mapping.version)).close();
}

std::string mapping_json(const storage::ColumnMapping& mapping) {
    Json json;
    write_mapping(json, mapping);
    return json.take();
}

Answer<Response> list_mappings(Call& call) {
    Json json;
    json.open().list("koppelingen");
    for (const auto& mapping : storage::column_mappings(call.system.database.read().sql()))
        write_mapping(json, mapping);
    json.close_list().close();
    return json_answer(200, json.take());
}

Answer<Response> show_mapping(Call& call) {
    const auto mapping = storage::find_column_mapping(call.system.database.read().sql(), call.places[0]);
    if (!mapping) return app::not_found();
    return versioned(mapping_json(*mapping), mapping->version);
}

Answer<Response> save_mapping(Call& call) {
    std::optional<std::int64_t> version;
    if (call.request.header("if-match") != nullptr) {
        SLAGBOOM_TRY(version, if_match(call));
    }
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::MappedColumns columns;
    for (auto& part : body.objects("kolommen", kMostColumns)) {
        std::string from = part.text("kolom", kLongestColumn);
        columns.emplace_back(std::move(from), part.text("bedoeldAls", kLongestColumn));
        body.add(part);
    }
    SLAGBOOM_CHECK(body.done());
    auto saved = app::save_mapping(call.system, call.who, call.places[0], columns, version);
    if (!saved) {
        const auto now = storage::find_column_mapping(call.system.database.read().sql(), call.places[0]);
        if (!now) return std::move(saved.error());
        return with_both_versions(std::move(saved.error()), call, now->version, mapping_json(*now));
    }
    Response response = versioned(mapping_json(saved->mapping), saved->mapping.version);
    if (!saved->made) return response;
    response.status = 201;
    response.headers.emplace_back("Location", "/api/v1/koppelingen/" + percent_encoded(saved->mapping.name));
    return response;
}

}  // namespace

std::vector<Route> import_routes() {
    return {
        {Method::get, "/imports", Verb::list_imports, list_imports, 0},
        {Method::post, "/imports", Verb::import_files, take_file, kImportLimit},
        {Method::post, "/importvoorbeelden", Verb::import_files, preview, kImportLimit},
        {Method::get, "/imports/{importId}", Verb::view_import, show_import, 0},
        {Method::get, "/imports/{importId}/regels", Verb::view_import, list_rows, 0},
        {Method::get, "/koppelingen", Verb::view_mappings, list_mappings, 0},
        {Method::get, "/koppelingen/{koppelingNaam}", Verb::view_mappings, show_mapping, 0},
        {Method::put, "/koppelingen/{koppelingNaam}", Verb::save_mapping, save_mapping, kJsonLimit},
    };
}

}  // namespace slagboom::server
