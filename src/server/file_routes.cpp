#include <fmt/format.h>

#include <limits>

#include "app/read_file.h"
#include "app/store_file.h"
#include "base/text.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"
#include "server/request_target.h"
#include "server/shown.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

constexpr std::size_t kLongestName = 255;
constexpr std::size_t kLongestGround = 1000;

std::string file_json(storage::Connection& sql, const storage::StoredFile& file) {
    Actors actors(sql);
    Json json;
    json.open().whole("id", file.id).text("naam", file.name).whole("aanbieder", file.provider);
    json.text("soort", file.kind).text("documentDatum", file.document_date).text("grondslag", file.ground);
    json.text("mediatype", file.media_type).whole("grootte", file.size).text("sha256", file.sha256);
    actors.write(json, "door", file.account);
    json.instant("op", file.recorded_at).instant("vernietigdOp", file.destroyed_at).close();
    return json.take();
}

/// The name of the file, from its header: it may be personal, and an address ends up in logs.
std::string read_name(const Call& call, QueryReader& query) {
    const auto* header = call.request.header("x-bestandsnaam");
    const auto name = header == nullptr ? std::nullopt : percent_decoded(*header);
    if (!name || name->empty() || name->size() > kLongestName || first_bad_byte(*name)) {
        query.fault("X-Bestandsnaam", fmt::format("verwacht 1 tot en met {} bytes in procent-codering", kLongestName));
        return {};
    }
    return nfc(*name);
}

Answer<app::Done> refuse_other_types(const Request& request) {
    const auto* header = request.header("content-type");
    if (header != nullptr && *header == "application/octet-stream") return app::Done{};
    return app::Refusal{app::Refusal::Kind::unsupported_type,
                        "inhoudstype-onbekend",
                        "Hier hoort application/octet-stream, met de bytes van het bestand zelf.",
                        {},
                        {},
                        0};
}

Answer<Response> upload(Call& call) {
    SLAGBOOM_CHECK(refuse_other_types(call.request));
    QueryReader query(call);
    app::NewFile file;
    file.name = read_name(call, query);
    file.provider = query.whole("aanbieder", 1, std::numeric_limits<std::int64_t>::max());
    const auto kind = query.one_of("soort", {"jaarrekening", "registeruittreksel", "vragenlijst", "brief", "overig"});
    if (!kind) query.fault("soort", "ontbreekt");
    file.kind = kind.value_or("");
    file.ground = query.needed_text("grondslag", kLongestGround);
    if (const auto date = query.date("documentDatum")) {
        if (*date > call.system.now().day_in_amsterdam()) query.fault("documentDatum", "ligt in de toekomst");
        file.document_date = date->iso();
    }
    SLAGBOOM_CHECK(query.done());
    file.bytes = call.request.body;
    SLAGBOOM_TRY(const auto stored, app::store_file(call.system, call.who, file));
    return created(fmt::format("/api/v1/bestanden/{}", stored.id),
                   file_json(call.system.database.read().sql(), stored));
}

Answer<Response> show(Call& call) {
    std::string body;
    std::int64_t provider = 0;
    {
        const auto snapshot = call.system.database.read();
        const auto file = storage::find_file(snapshot.sql(), call.scope, call.who.account.id, call.id());
        if (!file) return app::not_found();
        provider = file->provider.value_or(0);
        body = file_json(snapshot.sql(), *file);
    }
    log_read(call, "bestand-bekeken", {"bestand", call.id()}, provider);
    return json_answer(200, std::move(body));
}

Answer<Response> download(Call& call) {
    SLAGBOOM_TRY(auto content, app::read_file(call.system, call.who, call.id()));
    const bool text = content.file.media_type == "text/plain";
    Response response{200, content.file.media_type + (text ? "; charset=utf-8" : ""), std::move(content.bytes), {}};
    // RFC 6266 and 8187. Always an attachment, so that a browser runs nothing.
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename*=UTF-8''" + percent_encoded(content.file.name));
    return response;
}

}  // namespace

std::vector<Route> file_routes() {
    return {
        {Method::post, "/bestanden", Verb::upload_file, upload, kFileLimit},
        {Method::get, "/bestanden/{bestandId}", Verb::view_file, show, 0},
        {Method::get, "/bestanden/{bestandId}/inhoud", Verb::download_file, download, 0},
    };
}

}  // namespace slagboom::server
