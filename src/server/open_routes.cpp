#include "server/call.h"
#include "server/json.h"
#include "server/openapi_document.h"
#include "storage/migrations.h"

namespace slagboom::server {
namespace {

app::Answer<Response> live(Call& /*call*/) {
    Json json;
    json.open().text("status", "goed").close();
    return json_answer(200, json.take());
}

app::Answer<Response> ready(Call& call) {
    // Throws when the database does not answer; a newer or older schema is no database of ours.
    if (call.system.database.version() != static_cast<int>(storage::migrations().size()))
        return app::Refusal{app::Refusal::Kind::unavailable,
                            "tijdelijk-niet-beschikbaar",
                            "De tabellen van de database horen bij een andere versie van Slagboom.",
                            {},
                            {},
                            5};
    return live(call);
}

app::Answer<Response> contract(Call& /*call*/) {
    Response response = json_answer(200, std::string(openapi_document()));
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return response;
}

}  // namespace

std::vector<Route> open_routes() {
    return {
        {Method::get, "/gezondheid/live", std::nullopt, live, 0},
        {Method::get, "/gezondheid/gereed", std::nullopt, ready, 0},
        {Method::get, "/openapi.json", std::nullopt, contract, 0},
    };
}

}  // namespace slagboom::server
