#include <fmt/format.h>

#include <limits>
#include <map>

#include "app/audit_line.h"
#include "app/export_audit.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"
#include "storage/audit_store.h"
#include "storage/provider_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

constexpr std::size_t kLongestAction = 100;

/// Null for 0: an entry without one has the number 0 there.
std::optional<std::int64_t> there(std::int64_t id) { return id == 0 ? std::nullopt : std::optional(id); }

using Names = std::map<std::int64_t, std::string>;  // of providers

/// As it is called now; a number alone for one that is not there, as after a restore of another time.
void write_provider(Json& json, std::int64_t provider, const Names& names) {
    const auto found = names.find(provider);
    if (provider == 0) {
        json.null("aanbieder");
        return;
    }
    json.open("aanbieder").whole("id", provider).text("naam", found == names.end() ? std::string() : found->second);
    json.close();
}

void write_entry(Json& json, Actors& actors, const Names& names, const storage::AuditEntry& entry) {
    json.open().whole("nummer", entry.number).instant("op", entry.recorded_at);
    json.text("namens", name(entry.actor.kind));
    actors.write(json, "gebruiker", entry.actor.account);
    json.whole("via", there(entry.actor.through)).text("handeling", entry.action);
    json.open("onderwerp").text("soort", entry.subject.kind).whole("id", there(entry.subject.id)).close();
    write_provider(json, entry.provider, names);
    json.text("verwijzing", entry.reference);
    json.text("hmac", entry.content_mac.empty() ? std::nullopt : std::optional(entry.content_mac));
    json.text("hash", entry.hash).close();
}

Answer<Response> list_entries(Call& call) {
    constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();
    QueryReader query(call);
    storage::AuditQuestion question;
    question.account = query.whole("gebruiker", 1, kLargest).value_or(0);
    question.provider = query.whole("aanbieder", 1, kLargest).value_or(0);
    question.action = query.text("handeling", kLongestAction).value_or("");
    if (const auto from = query.instant("vanaf")) question.recorded_from = from->microseconds;
    if (const auto before = query.instant("voor")) question.recorded_before = before->microseconds;
    question.before = cursor(query);
    const std::int64_t count = query.count();
    SLAGBOOM_CHECK(query.done());
    question.limit = count + 1;
    const auto snapshot = call.system.database.read();
    auto entries = storage::audit_entries(snapshot.sql(), question);
    const bool more = std::cmp_greater(entries.size(), count);
    if (more) entries.pop_back();
    Actors actors(snapshot.sql());
    const auto names = storage::provider_names(snapshot.sql());
    Json json;
    json.open().list("regels");
    for (const auto& entry : entries) write_entry(json, actors, names, entry);
    json.close_list();
    json.text("volgende", more ? std::optional(fmt::format("{}", entries.back().number)) : std::nullopt).close();
    return json_answer(200, json.take());
}

Answer<Response> head(Call& call) {
    SLAGBOOM_CHECK(QueryReader(call).done());
    SLAGBOOM_TRY(const auto signed_head, app::signed_head(call.system, call.who));
    return json_answer(200, app::audit_line(signed_head));
}

/// The whole chain as slagboom audit verify reads it.
Answer<Response> export_chain(Call& call) {
    SLAGBOOM_CHECK(QueryReader(call).done());
    std::string lines;
    SLAGBOOM_CHECK(app::export_audit(call.system, call.who, app::ExportedContent::without_dossiers,
                                     [&](std::string_view text) { lines += text; }));
    return Response{200, "application/x-ndjson", std::move(lines), {}};
}

}  // namespace

std::vector<Route> audit_routes() {
    return {
        {Method::get, "/auditregels", Verb::view_audit, list_entries, 0},
        {Method::get, "/auditregels/hoofd", Verb::view_audit_head, head, 0},
        {Method::get, "/auditregels/uitvoer", Verb::export_audit, export_chain, 0},
    };
}

}  // namespace slagboom::server
