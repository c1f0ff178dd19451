#include <fmt/format.h>

#include "app/own_password.h"
#include "app/own_second_factor.h"
#include "app/sign_in.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

constexpr std::size_t kLongestName = 100;
// Far longer than a password may be: a longer one is not hashed, it is refused.
constexpr std::size_t kLongestSecret = 1000;
constexpr std::size_t kCodeDigits = 6;

/// The browser sends the cookie back to the API alone, and no script can read it. It ends when the browser does, or the
/// session before that; an empty token wipes it.
std::string cookie(const Call& call, std::string_view token) {
    return fmt::format("slagboom_sessie={}; Path=/api; HttpOnly; SameSite=Strict{}{}", token,
                       token.empty() ? "; Max-Age=0" : "", call.secure ? "; Secure" : "");
}

std::string session_json(const app::System& system, const app::SignedIn& who) {
    Json json;
    json.open().whole("id", who.session);
    write_reference(json, "gebruiker", who.account);
    write_roles(json, "rollen", who.roles, who.account.provider);
    json.list("verben");
    for (const auto verb : app::allowed_verbs(system, who)) json.text({}, verb);
    json.close_list().list("eerstInstellen");
    for (const auto word : who.arrange_first) json.text({}, word);
    json.close_list()
        .instant("nu", system.now().microseconds)
        .instant("begonnenOp", who.session_began_at)
        .instant("eindigtOp", who.session_ends_at);
    json.instant("eindigtBijStilteOp", who.session_idles_at).close();
    return json.take();
}

Answer<Response> sign_in(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::SignInRequest request;
    request.name = body.text("naam", kLongestName);
    request.password = body.secret("wachtwoord", kLongestSecret);
    if (body.has("code")) request.code = body.secret("code", kCodeDigits);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto session, app::sign_in(call.system, request));
    Response response = json_answer(201, session_json(call.system, session.who));
    response.headers.emplace_back("Set-Cookie", cookie(call, session.token));
    return response;
}

Answer<Response> show_session(Call& call) { return json_answer(200, session_json(call.system, call.who)); }

Response signed_out(const Call& call) {
    Response response = no_content();
    response.headers.emplace_back("Set-Cookie", cookie(call, ""));
    return response;
}

Answer<Response> sign_out(Call& call) {
    SLAGBOOM_CHECK(app::sign_out(call.system, call.who));
    return signed_out(call);
}

Answer<Response> sign_out_everywhere(Call& call) {
    SLAGBOOM_CHECK(app::sign_out_everywhere(call.system, call.who));
    return signed_out(call);
}

Answer<Response> change_password(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::PasswordChange change;
    change.present = body.secret("huidig", kLongestSecret);
    change.wanted = body.secret("nieuw", kLongestSecret);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_CHECK(app::change_own_password(call.system, call.who, change));
    return no_content();
}

Answer<Response> begin_second_factor(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const std::string password = body.secret("wachtwoord", kLongestSecret);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto factor, app::begin_second_factor(call.system, call.who, password));
    Json json;
    json.open().text("geheim", factor.secret).text("adres", factor.uri).close();
    return created("/api/v1/gebruikers/huidige/tweede-factor", json.take());
}

Answer<Response> confirm_second_factor(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const std::string code = body.secret("code", kCodeDigits);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_CHECK(app::confirm_second_factor(call.system, call.who, code));
    return no_content();
}

}  // namespace

std::vector<Route> session_routes() {
    constexpr std::string_view kFactor = "/gebruikers/huidige/tweede-factor";
    return {
        {Method::post, "/sessies", std::nullopt, sign_in, kJsonLimit},
        {Method::remove, "/sessies", Verb::sign_out_everywhere, sign_out_everywhere, 0},
        {Method::get, "/sessies/huidige", Verb::view_own_session, show_session, 0},
        {Method::remove, "/sessies/huidige", Verb::sign_out, sign_out, 0},
        {Method::put, "/gebruikers/huidige/wachtwoord", Verb::change_own_password, change_password, kJsonLimit},
        {Method::post, kFactor, Verb::set_own_second_factor, begin_second_factor, kJsonLimit, true},
        {Method::put, kFactor, Verb::set_own_second_factor, confirm_second_factor, kJsonLimit},
    };
}

}  // namespace slagboom::server
