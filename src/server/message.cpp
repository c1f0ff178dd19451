#include "server/message.h"

#include <array>

#include "base/json_writer.h"
#include "base/text.h"

namespace slagboom::server {
namespace {

constexpr std::array<std::string_view, 7> kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

}  // namespace

std::string_view name(Method method) { return kMethods[static_cast<std::size_t>(method)]; }

std::optional<Method> method_named(std::string_view text) {
    for (std::size_t i = 0; i < kMethods.size(); ++i) {
        if (kMethods[i] == text) return static_cast<Method>(i);
    }
    return std::nullopt;
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

const std::string* Request::header(std::string_view lower_case_name) const {
    for (const auto& [field, value] : headers) {
        if (field == lower_case_name) return &value;
    }
    return nullptr;
}

std::optional<std::string> Request::query_value(std::string_view key) const {
    for (const auto& [field, value] : query) {
        if (field == key) return value;
    }
    return std::nullopt;
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    std::optional<std::string> found;
    for (const auto& [field, value] : headers) {
        if (field != "cookie") continue;
        for (const std::string_view piece : split(value, ';')) {
            const std::string_view pair = trimmed(piece);
            const std::size_t equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
            const std::string_view text = pair.substr(equals + 1);
            if (found && *found != text) return std::nullopt;
            found = text;
        }
    }
    return found;
}

namespace {

/// The word for programs that the contract has for what the server says by itself.
std::string_view code_of(int status) {
    switch (status) {
        case 404:
            return "niet-gevonden";
        case 405:
        case 501:
            return "methode-niet-toegestaan";
        case 413:
        case 431:
            return "te-groot";
        case 500:
            return "storing";
        case 503:
            return "tijdelijk-niet-beschikbaar";
        default:
            return "ongeldige-invoer";
    }
}

}  // namespace

Response problem(int status, std::string_view title, std::string_view detail) {
    JsonWriter json;
    json.begin_object();
    json.key("status");
    json.integer(status);
    json.key("title");
    json.string(title);
    json.key("detail");
    json.string(detail);
    json.key("code");
    json.string(code_of(status));
    json.key("fouten");
    json.begin_array();
    json.end_array();
    json.end_object();
    return {status, "application/problem+json", json.take(), {}};
}

}  // namespace slagboom::server
