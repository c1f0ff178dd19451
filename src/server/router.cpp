#include "server/router.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "app/sign_in.h"
#include "base/sha256.h"
#include "base/text.h"
#include "server/json.h"
#include "server/reader.h"
#include "server/shown.h"
#include "storage/session_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using app::Refusal;
using Kind = Refusal::Kind;

struct Meaning {
    int status;
    std::string_view title;
};

Meaning meaning(Kind kind) {
    switch (kind) {
        case Kind::invalid:
            return {400, "De invoer klopt niet"};
        case Kind::unauthenticated:
            return {401, "Niet aangemeld"};
        case Kind::forbidden:
            return {403, "Geen recht"};
        case Kind::not_found:
            return {404, "Niet gevonden"};
        case Kind::conflict:
            return {409, "Dit kan nu niet"};
        case Kind::stale:
            return {409, "Iemand anders heeft dit gewijzigd"};
        case Kind::precondition_failed:
            return {412, "Voorwaarde onbruikbaar"};
        case Kind::too_large:
            return {413, "Te groot"};
        case Kind::unsupported_type:
            return {415, "Inhoudstype onbekend"};
        case Kind::precondition_required:
            return {428, "Voorwaarde nodig"};
        case Kind::too_many:
            return {429, "Te vaak"};
        case Kind::unavailable:
            return {503, "Tijdelijk niet beschikbaar"};
    }
    return {500, "Storing"};
}

Refusal unauthenticated() {
    return {Kind::unauthenticated, "niet-aangemeld", "Meld u aan; uw sessie is er niet of is verlopen.", {}, {}, 0};
}

std::vector<std::string_view> segments(std::string_view path) { return split(path, '/'); }

/// Do the segments of a request fit those of a route? Fills what stands at {…}.
bool fits(std::string_view route, const std::vector<std::string_view>& path, std::vector<std::string>& places) {
    const auto wanted = segments(route);
    if (wanted.size() != path.size()) return false;
    places.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!wanted[i].starts_with('{')) {
            if (wanted[i] != path[i]) return false;
        } else {
            if (path[i].empty()) return false;
            places.emplace_back(path[i]);
        }
    }
    return true;
}

bool writes(Method method) { return method != Method::get && method != Method::head && method != Method::options; }

Response method_not_allowed(const std::string& allowed, const std::string& id) {
    Json json;
    json.open().whole("status", 405).text("title", "Methode niet toegestaan");
    json.text("detail", "Dit pad kent alleen: " + allowed + ".").text("instance", id);
    json.text("code", "methode-niet-toegestaan").list("fouten").close_list().close();
    return {405, "application/problem+json", json.take(), {{"Allow", allowed}}};
}

/// A cookie travels along with a request that another site made; this header does not.
Answer<app::Done> refuse_foreign_writes(const Request& request) {
    const auto* header = request.header("x-slagboom");
    if (!writes(request.method) || (header != nullptr && *header == "1")) return app::Done{};
    Refusal refusal = app::invalid("X-Slagboom", "ontbreekt");
    refusal.code = "kop-ontbreekt";
    refusal.detail = "Stuur bij een wijziging met een cookie de kop X-Slagboom: 1 mee.";
    return refusal;
}

Answer<app::SignedIn> authenticated(app::System& system, const Request& request) {
    if (const auto* header = request.header("authorization")) {
        constexpr std::string_view kBearer = "Bearer ";
        if (!header->starts_with(kBearer)) return unauthenticated();
        return app::find_key_holder(system, header->substr(kBearer.size()));
    }
    const auto cookie = request.cookie("slagboom_sessie");
    if (!cookie) return unauthenticated();
    SLAGBOOM_CHECK(refuse_foreign_writes(request));
    return app::find_signed_in(system, *cookie);
}

Response replayed(const storage::GivenAnswer& answer) {
    Response response{static_cast<int>(answer.status), answer.body.empty() ? "" : "application/json", answer.body, {}};
    if (!answer.location.empty()) response.headers.emplace_back("Location", answer.location);
    return response;
}

std::string header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace

std::int64_t Call::id(std::size_t place) const {
    const std::string& text = places.at(place);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = error == std::errc() && end == text.data() + text.size() && value > 0 && text.front() != '0';
    return sound ? value : 0;
}

Router::Router(app::System& system, bool secure)
    : system_(system), secure_(secure), lists_(std::make_unique<KeptLists>()) {
    for (auto routes : {open_routes(), session_routes(), account_routes(), provider_routes(), dossier_routes(),
                        assessment_routes(), correction_routes(), screening_routes(), own_list_routes(),
                        import_routes(), model_routes(), file_routes(), audit_routes(), setup_routes()})
        routes_.insert(routes_.end(), routes.begin(), routes.end());
}

Router::Found Router::find(Method method, std::string_view path) const {
    Found found;
    if (!path.starts_with(kRoot)) return found;
    const auto parts = segments(path.substr(kRoot.size()));
    std::vector<std::string> places;
    bool exact = false;
    for (const auto& route : routes_) {
        if (!fits(route.path, parts, places)) continue;
        // A path in words goes before one with a place in it: /gebruikers/huidige before /gebruikers/{gebruikerId}.
        const bool words = places.empty();
        if (exact && !words) continue;
        if (words && !exact) found = Found{};
        exact = exact || words;
        if (found.allowed.find(name(route.method)) == std::string::npos)
            found.allowed += (found.allowed.empty() ? "" : ", ") + std::string(name(route.method));
        if (route.method != method) continue;
        found.route = &route;
        found.places = places;
    }
    return found;
}

std::size_t Router::body_limit(Method method, std::string_view path) const {
    const auto found = find(method, path);
    return found.route == nullptr ? 0 : found.route->body_limit;
}

std::string Router::path_for_log(std::string_view method, std::string_view target) const {
    const auto path = target.substr(0, target.find('?'));
    const auto known = method_named(method);
    const auto found = find(known.value_or(Method::get), path);
    if (found.route == nullptr) return path.starts_with(kRoot) ? std::string(kRoot) + "/…" : "…";
    std::string shown(kRoot);
    const auto sent = segments(path.substr(kRoot.size()));
    const auto wanted = segments(found.route->path);
    for (std::size_t i = 1; i < wanted.size(); ++i) {
        const bool number = sent[i].find_first_not_of("0123456789") == std::string_view::npos && sent[i].size() < 9;
        shown += "/" + std::string(wanted[i].starts_with('{') && number ? sent[i] : wanted[i]);
    }
    return shown;
}

Response Router::answer(const Request& request) const {
    const Found found = find(request.method, request.path);
    Response response;
    if (found.route == nullptr && !found.allowed.empty()) {
        response = method_not_allowed(found.allowed, request.id);
    } else if (found.route == nullptr) {
        response = problem_of(app::not_found(), request.id);
    } else {
        auto answered = handle(request, found);
        response = answered ? std::move(*answered) : problem_of(answered.error(), request.id);
    }
    for (auto& header : api_headers(secure_)) response.headers.push_back(std::move(header));
    return response;
}

Answer<Response> Router::handle(const Request& request, const Found& found) const {
    const Route& route = *found.route;
    Call call{system_, request, *lists_, found.places, {}, {}, secure_};
    try {
        if (!route.verb) {
            // Signing in is a write that a foreign site must not do either.
            SLAGBOOM_CHECK(refuse_foreign_writes(request));
            return route.handler(call);
        }
        SLAGBOOM_TRY(call.who, authenticated(system_, request));
        SLAGBOOM_TRY(call.scope, app::allowed(system_, call.who, *route.verb));
        return once(call, route);
    } catch (const storage::DatabaseError& error) {
        const bool later =
            error.kind() == storage::DatabaseError::Kind::busy || error.kind() == storage::DatabaseError::Kind::lost;
        spdlog::error(R"({{"verzoek":"{}","fout":{}}})", request.id, json_text(error.what()));
        if (!later) throw;
        return Refusal{Kind::unavailable,
                       "tijdelijk-niet-beschikbaar",
                       "De database antwoordt niet. Er is niets gewijzigd; probeer het over een paar seconden opnieuw.",
                       {},
                       {},
                       5};
    }
}

/// The same write with the same Idempotency-Key takes effect once, and is answered alike.
Answer<Response> Router::once(Call& call, const Route& route) const {
    const auto* key = call.request.header("idempotency-key");
    if (key == nullptr || call.request.method != Method::post) return route.handler(call);
    const bool sound = key->size() >= 16 && key->size() <= 100 &&
                       std::all_of(key->begin(), key->end(), [](char c) { return c > ' ' && c < '\x7f'; });
    if (!sound) return app::invalid("Idempotency-Key", "verwacht 16 tot en met 100 zichtbare tekens");
    // A quick hash over a password would give it away to whoever reads the database.
    const std::string hash = sha256_hex(fmt::format("{}\n{}\n{}", name(call.request.method), call.request.target,
                                                    route.secret ? std::string_view() : call.request.body));
    const auto given = [&] { return storage::given_answer(system_.database.read().sql(), call.who.account.id, *key); };
    for (int attempt = 0;; ++attempt) {
        if (const auto before = given()) {
            if (before->request_hash != hash)
                return app::conflict("herhaling-anders", "Deze Idempotency-Key is al gebruikt voor een ander verzoek.");
            if (before->status != 0) {
                // It shows again what was seen once.
                log_read(call, "antwoord-herhaald", {"gebruiker", call.who.account.id}, 0, before->location);
                return replayed(*before);
            }
            return app::conflict("niet-in-deze-toestand",
                                 "Dit is al gedaan of wordt nu gedaan; kijk wat er staat voordat u het herhaalt.");
        }
        call.who.once = app::SignedIn::Once{*key, hash};
        try {
            auto answered = route.handler(call);
            if (answered && answered->status < 300 && !route.secret)
                storage::keep_answer(system_.database, call.who.account.id, *key,
                                     {hash, answered->status, header_of(*answered, "Location"), answered->body});
            return answered;
        } catch (const app::DoneBefore&) {
            if (attempt == 1) throw;
        }
    }
}

Fields api_headers(bool secure) {
    Fields headers{{"API-Version", std::string(kApiVersion)},
                   {"Cache-Control", "no-store"},
                   {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
                   {"X-Content-Type-Options", "nosniff"},
                   {"X-Frame-Options", "DENY"},
                   {"Referrer-Policy", "no-referrer"}};
    if (secure) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    return headers;
}

Response problem_of(const Refusal& refusal, const std::string& id) {
    const auto [status, title] = meaning(refusal.kind);
    Json json;
    json.open().whole("status", status).text("title", title).text("detail", refusal.detail).text("instance", id);
    json.text("code", refusal.code).list("fouten");
    for (const auto& fault : refusal.faults) {
        json.open().text("veld", fault.field);
        if (fault.line != 0) json.whole("regel", static_cast<std::int64_t>(fault.line));
        json.text("reden", fault.reason).close();
    }
    json.close_list();
    if (!refusal.current.empty()) json.raw("conflict", refusal.current);
    json.close();
    Response response{status, "application/problem+json", json.take(), {}};
    if (refusal.retry_after != 0 || refusal.kind == Kind::unavailable || refusal.kind == Kind::too_many)
        response.headers.emplace_back("Retry-After", fmt::format("{}", std::max<std::size_t>(1, refusal.retry_after)));
    return response;
}

Response json_answer(int status, std::string body) { return {status, "application/json", std::move(body), {}}; }

Response created(std::string location, std::string body) {
    Response response = json_answer(201, std::move(body));
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

Response no_content() { return {204, {}, {}, {}}; }

std::string etag(std::int64_t version) { return fmt::format("\"{}\"", version); }

Response versioned(std::string body, std::int64_t version) {
    Response response = json_answer(200, std::move(body));
    response.headers.emplace_back("ETag", etag(version));
    return response;
}

Refusal with_both_versions(Refusal refusal, const Call& call, std::int64_t version, const std::string& body) {
    if (refusal.kind != Kind::stale) return refusal;
    Json json;
    json.open().text("uwVersie", *call.request.header("if-match")).text("huidigeVersie", etag(version));
    json.raw("huidig", body).close();
    refusal.current = json.take();
    return refusal;
}

std::int64_t cursor(QueryReader& query) {
    return query.whole("na", 1, std::numeric_limits<std::int64_t>::max()).value_or(0);
}

Answer<std::int64_t> if_match(const Call& call) {
    const auto* header = call.request.header("if-match");
    if (header == nullptr)
        return Refusal{Kind::precondition_required,
                       "voorwaarde-nodig",
                       "Stuur in If-Match de ETag die u bij het lezen kreeg.",
                       {},
                       {},
                       0};
    std::int64_t version = 0;
    const bool quoted = header->size() > 2 && header->front() == '"' && header->back() == '"';
    const auto [end, error] = quoted ? std::from_chars(header->data() + 1, header->data() + header->size() - 1, version)
                                     : std::from_chars_result{header->data(), std::errc::invalid_argument};
    if (error != std::errc() || end != header->data() + header->size() - 1)
        return Refusal{Kind::precondition_failed,
                       "voorwaarde-onbruikbaar",
                       "Stuur in If-Match de ETag die u bij het lezen kreeg.",
                       {},
                       {},
                       0};
    return version;
}

}  // namespace slagboom::server
