#include "server/refusals.h"

#include <fmt/format.h>

#include <algorithm>

namespace slagboom::server {
namespace {

bool comes_twice(const Fields& headers, std::string_view name) {
    return std::count_if(headers.begin(), headers.end(), [name](const auto& field) { return field.first == name; }) > 1;
}

/// Who frames a body in a way that we skip would have its bytes read as the next request.
std::optional<Response> refusal_of_framing(const Request& request, bool is_http_1_0) {
    const std::string* encoding = request.header("transfer-encoding");
    if (encoding != nullptr && is_http_1_0) return bad_request("HTTP/1.0 kent geen Transfer-Encoding.");
    if (encoding != nullptr &&
        (lower_case(*encoding) != "chunked" || comes_twice(request.headers, "transfer-encoding"))) {
        return problem(501, "Overdracht niet ondersteund", "Van Transfer-Encoding wordt alleen chunked ondersteund.");
    }
    const std::string* length = request.header("content-length");
    if (length != nullptr && length->find_first_not_of("0123456789") != std::string::npos) {
        return bad_request("De kopregel content-length is geen getal.");
    }
    return std::nullopt;
}

}  // namespace

Response bad_request(std::string_view detail) { return problem(400, "Ongeldig verzoek", detail); }

Response too_slow() {
    return problem(408, "Verzoek te langzaam", "Het verzoek kwam niet op tijd in zijn geheel binnen.");
}

Response body_too_large() {
    return problem(413, "Inhoud te groot", "De inhoud van het verzoek is groter dan hier is toegestaan.");
}

Response header_too_large() {
    return problem(431, "Kopregels te groot", "De kopregels van het verzoek zijn samen te groot.");
}

Response busy(std::string_view detail) {
    Response response = problem(503, "Server bezet", detail);
    response.headers.emplace_back("Retry-After", "2");  // seconds
    return response;
}

Response fault_of_handler() {
    return problem(500, "Fout in de server",
                   "Het verzoek kon niet worden verwerkt. De fout is vastgelegd onder het nummer in X-Request-ID.");
}

std::optional<Response> refusal_of_header(const Request& request, std::string_view method, bool is_http_1_0) {
    if (auto refusal = refusal_of_framing(request, is_http_1_0)) return refusal;
    // Two readers could each take another one of them.
    for (const std::string_view once : {"host", "authorization", "content-type", "content-length"}) {
        if (!comes_twice(request.headers, once)) continue;
        return bad_request(fmt::format("De kopregel {} staat er twee keer.", once));
    }
    if (!is_http_1_0 && request.header("host") == nullptr) return bad_request("De kopregel host ontbreekt.");
    const std::string* expect = request.header("expect");
    if (expect != nullptr && lower_case(*expect) != "100-continue") {
        return problem(417, "Verwachting niet ondersteund", "Van Expect wordt alleen 100-continue ondersteund.");
    }
    if (!method_named(method)) {
        return problem(501, "Methode niet ondersteund", "Deze server kent de methode van het verzoek niet.");
    }
    return std::nullopt;
}

}  // namespace slagboom::server
