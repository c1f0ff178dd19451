#include "app/setup.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"
#include "storage/register_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

constexpr std::size_t kLongestDocument = 1000;
constexpr std::size_t kMostChanges = 500;

void write_line(Json& json, Actors& actors, const app::SetupLine& line) {
    const bool region = line.municipality.empty();
    json.open().text("onderdeel", line.requirement.key).text("titel", line.requirement.title);
    json.text("gemeente", region ? std::nullopt : std::optional(line.municipality));
    json.boolean("gereed", line.done.has_value());
    if (line.done) {
        json.text("datum", line.done->done_on).text("stuk", line.done->document);
        actors.write(json, "door", line.done->account);
        json.instant("op", line.done->recorded_at).close();
        return;
    }
    json.null("datum").null("stuk").null("door").null("op").close();
}

std::string list_json(storage::Connection& sql, const app::SetupList& list) {
    Actors actors(sql);
    Json json;
    json.open().boolean("compleet", list.complete).list("onderdelen");
    for (const auto& line : list.lines) write_line(json, actors, line);
    json.close_list().text("versie", etag(list.version)).close();
    return json.take();
}

Answer<Response> show_setup(Call& call) {
    const auto snapshot = call.system.database.read();
    const auto list = app::setup_list(snapshot.sql());
    return versioned(list_json(snapshot.sql(), list), list.version);
}

app::SetupChange read_change(BodyReader& body) {
    app::SetupChange change;
    change.key = body.text("onderdeel", kLongestDocument);
    change.municipality = body.optional_text("gemeente", 4).value_or("");
    change.done = body.boolean("gereed");
    if (const auto date = body.optional_date("datum")) change.done_on = date->iso();
    change.document = body.optional_text("stuk", kLongestDocument).value_or("");
    return change;
}

Answer<Response> change_setup(Call& call) {
    SLAGBOOM_TRY(const auto version, if_match(call));
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    std::vector<app::SetupChange> changes;
    for (auto& part : body.objects("onderdelen", kMostChanges)) {
        changes.push_back(read_change(part));
        body.add(part);
    }
    SLAGBOOM_CHECK(body.done());
    auto changed = app::change_setup(call.system, call.who, changes, version);
    const auto snapshot = call.system.database.read();
    if (changed) return versioned(list_json(snapshot.sql(), *changed), changed->version);
    const auto list = app::setup_list(snapshot.sql());
    return with_both_versions(std::move(changed.error()), call, list.version, list_json(snapshot.sql(), list));
}

Answer<Response> list_municipalities(Call& call) {
    Json json;
    json.open().list("gemeenten");
    for (const auto& of : storage::municipalities(call.system.database.read().sql()))
        json.open().text("code", of.code).text("naam", of.name).close();
    json.close_list().close();
    return json_answer(200, json.take());
}

Answer<Response> list_lots(Call& call) {
    Json json;
    json.open().list("percelen");
    for (const auto& lot : storage::lots(call.system.database.read().sql())) json.open().text("code", lot).close();
    json.close_list().close();
    return json_answer(200, json.take());
}

}  // namespace

std::vector<Route> setup_routes() {
    return {
        {Method::get, "/instellijst", Verb::view_setup, show_setup, 0},
        {Method::patch, "/instellijst", Verb::edit_setup, change_setup, kJsonLimit},
        {Method::get, "/gemeenten", Verb::list_municipalities, list_municipalities, 0},
        {Method::get, "/percelen", Verb::list_lots, list_lots, 0},
    };
}

}  // namespace slagboom::server
