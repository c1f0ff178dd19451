#include <algorithm>

#include "app/save_own_list.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "server/json.h"
#include "server/reader.h"
#include "server/request_target.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

constexpr std::ptrdiff_t kLongestName = 100;  // characters
constexpr std::size_t kLongestQuery = 1000;

std::ptrdiff_t characters(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

/// The name in the path.
Answer<std::string> name_of(const Call& call) {
    std::string name = nfc(call.places[0]);
    if (trimmed(name).empty() || characters(name) > kLongestName)
        return app::invalid("lijstNaam", "verwacht 1 tot en met 100 tekens");
    if (domain::holds_service_number(name))
        return app::invalid("lijstNaam", "hier lijkt een burgerservicenummer te staan; dat wordt nooit bewaard");
    return name;
}

Answer<Response> list_lists(Call& call) {
    Json json;
    json.open().list("lijsten");
    for (const auto& list : storage::own_lists(call.system.database.read().sql(), call.who.account.id)) {
        json.open().text("naam", list.name).text("zoekopdracht", list.query);
        json.boolean("standaard", list.standard).close();
    }
    json.close_list().close();
    return json_answer(200, json.take());
}

Answer<Response> save_list(Call& call) {
    SLAGBOOM_TRY(auto name, name_of(call));
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const auto query = body.optional_text("zoekopdracht", kLongestQuery);
    if (!query) body.fault("zoekopdracht", "ontbreekt");
    if (query && domain::holds_service_number(percent_decoded(*query).value_or(*query)))
        body.fault("zoekopdracht", "hier lijkt een burgerservicenummer te staan; dat wordt nooit bewaard");
    const bool standard = body.boolean("standaard");
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_CHECK(app::save_own_list(call.system, call.who, {std::move(name), *query, standard}));
    return no_content();
}

Answer<Response> delete_list(Call& call) {
    SLAGBOOM_TRY(const auto name, name_of(call));
    SLAGBOOM_CHECK(app::delete_own_list(call.system, call.who, name));
    return no_content();
}

}  // namespace

std::vector<Route> own_list_routes() {
    return {
        {Method::get, "/lijsten", Verb::view_own_lists, list_lists, 0},
        {Method::put, "/lijsten/{lijstNaam}", Verb::save_own_list, save_list, kJsonLimit},
        {Method::remove, "/lijsten/{lijstNaam}", Verb::save_own_list, delete_list, 0},
    };
}

}  // namespace slagboom::server
