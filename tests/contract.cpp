#include "contract.h"

// Slow to compile, so nobody else includes it.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace slagboom::tests {
namespace {

using nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// No schema of ours refers to itself.
constexpr int kDeepestSchema = 60;
constexpr std::string_view kProblem = "application/problem+json";

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    for (const char sign : text) {
        if (sign == separator)
            parts.emplace_back();
        else
            parts.back() += sign;
    }
    return parts;
}

std::string_view before(std::string_view text, char sign) { return text.substr(0, text.find(sign)); }

std::string_view after(std::string_view text, char sign) {
    const auto at = text.find(sign);
    return at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char sign) { return static_cast<char>(std::tolower(sign)); });
    return result;
}

/// "application/json; charset=utf-8" → "application/json"
std::string media_type(std::string_view content_type) {
    std::string type = lower(before(content_type, ';'));
    while (!type.empty() && type.back() == ' ') type.pop_back();
    return type;
}

bool is_json(std::string_view media) {
    return media == "application/json" || (media.size() > 5 && media.substr(media.size() - 5) == "+json");
}

/// Percent encoding; what is no hexadecimal pair stays as it is.
std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned value = 0;
        const char* const begin = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() && std::from_chars(begin, begin + 2, value, 16).ptr == begin + 2) {
            result += static_cast<char>(value);
            i += 2;
        } else {
            result += text[i] == '+' ? ' ' : text[i];
        }
    }
    return result;
}

bool is_placeholder(const std::string& segment) { return !segment.empty() && segment.front() == '{'; }

/// The values of the placeholders where the path fits the template.
std::optional<std::map<std::string, std::string>> match(const std::vector<std::string>& pattern,
                                                        const std::vector<std::string>& path) {
    if (pattern.size() != path.size()) return std::nullopt;
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (is_placeholder(pattern[i]) && !path[i].empty())
            values[pattern[i].substr(1, pattern[i].size() - 2)] = decoded(path[i]);
        else if (pattern[i] != path[i])
            return std::nullopt;
    }
    return values;
}

/// Parses, and names keys that stand twice in one object, of which the library would keep the last.
json parse(std::string_view text, ContractFaults& faults) {
    std::vector<std::set<std::string>> open;
    const auto watch = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) open.emplace_back();
        if (event == json::parse_event_t::object_end) open.pop_back();
        if (event == json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
            faults.push_back("the key " + parsed.dump() + " stands twice in one object");
        return true;
    };
    auto value = json::parse(text, watch, false);
    if (value.is_discarded()) faults.emplace_back("the body is no JSON");
    return value;
}

/// The text of a parameter as the value that its schema speaks of; what cannot be read stays text, and fails there.
json typed(const json& schema, const std::string& text) {
    const std::string type = schema.value("type", "string");
    if (type == "boolean" && (text == "true" || text == "false")) return text == "true";
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (type == "integer" && !text.empty() && stop == end && error == std::errc{}) return number;
    return text;
}

const json* member(const json& object, const std::string& key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

const json* response_for(const json& operation, int status) {
    const json& responses = operation.at("responses");
    const json* const exact = member(responses, std::to_string(status));
    return exact == nullptr && status >= 500 ? member(responses, "default") : exact;
}

}  // namespace

struct Contract::Compiled {
    valijson::Schema schema;
};

Contract::Contract(json openapi) : openapi_(std::move(openapi)), server_(openapi_.at("servers").at(0).at("url")) {}

Contract::~Contract() = default;

const json& Contract::resolved(const json& value) const {
    const json* place = &value;
    while (place->is_object() && place->contains("$ref"))
        place = &openapi_.at(json::json_pointer(place->at("$ref").get<std::string>().substr(1)));
    return *place;
}

/// A schema of OpenAPI 3.0 as one of JSON Schema draft 7: references are filled in, `nullable` becomes a choice, and of
/// the formats only those that the validator knows are left.
json Contract::draft_7(const json& schema, Direction direction, int depth) const {
    if (depth > kDeepestSchema) throw std::logic_error("a schema refers to itself");
    if (schema.is_array()) {
        json result = json::array();
        for (const auto& element : schema) result.push_back(draft_7(element, direction, depth + 1));
        return result;
    }
    const json& source = resolved(schema);
    if (!source.is_object()) return source;
    json result = json::object();
    for (const auto& [key, value] : source.items()) {
        if (key == "example" || key == "description" || key == "nullable" || key == "default") continue;
        if (key == "format" && value != "date" && value != "date-time") continue;
        if (key == "properties") {
            for (const auto& [name, property] : value.items())
                result[key][name] = draft_7(property, direction, depth + 1);
        } else {
            result[key] = draft_7(value, direction, depth + 1);
        }
    }
    if (direction == Direction::out && result.value("format", "") == "date-time") result["pattern"] = "Z$";
    if (!source.value("nullable", false)) return result;
    return {{"anyOf", json::array({{{"type", "null"}}, result})}};
}

void Contract::validate(const json& schema, const json& value, Direction direction, const std::string& place,
                        ContractFaults& faults) const {
    const std::string key = (direction == Direction::in ? "in " : "out ") + schema.dump();
    auto& compiled = compiled_[key];
    if (!compiled) {
        compiled = std::make_unique<Compiled>();
        const json plain = draft_7(schema, direction);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(plain), compiled->schema);
    }
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(compiled->schema, Adapter(value), &results)) return;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        std::string path = place;
        for (const auto& step : error.context) path += step == "<root>" ? "" : step;
        faults.push_back(path + ": " + error.description);
    }
}

Contract::Found Contract::find(std::string_view method, std::string_view target) const {
    const std::string_view path = before(target, '?');
    if (path.substr(0, server_.size()) != server_) return {};
    const auto segments = split(path.substr(server_.size()), '/');
    Found best;
    for (const auto& [pattern, item] : openapi_.at("paths").items()) {
        const json* const operation = member(item, lower(method));
        auto values = match(split(pattern, '/'), segments);
        if (operation == nullptr || !values) continue;
        // A word goes before a placeholder: /sessies/huidige is no session that is called "huidige".
        if (best.operation == nullptr || values->size() < best.path_values.size()) best = {operation, *values};
    }
    return best;
}

void Contract::check_body(const json* content, std::string_view content_type, std::string_view body,
                          Direction direction, ContractFaults& faults) const {
    if (content == nullptr) {
        if (!body.empty() || !content_type.empty()) faults.emplace_back("no body belongs here");
        return;
    }
    const std::string media = media_type(content_type);
    const json* const promised = member(*content, media);
    if (promised == nullptr) {
        faults.push_back("the content type \"" + std::string(content_type) + "\" is not in the contract");
        return;
    }
    if (!is_json(media)) return;
    const json value = parse(body, faults);
    if (!value.is_discarded()) validate(promised->at("schema"), value, direction, "body", faults);
}

void Contract::check_parameters(const Found& found, std::string_view query, ContractFaults& faults) const {
    std::map<std::string, std::vector<std::string>> given;
    for (const auto& [name, value] : found.path_values) given[name].push_back(value);
    for (const auto& pair : query.empty() ? std::vector<std::string>{} : split(query, '&'))
        given[decoded(before(pair, '='))].push_back(decoded(after(pair, '=')));

    const json* const parameters = member(*found.operation, "parameters");
    for (const auto& reference : parameters == nullptr ? json::array() : *parameters) {
        const json& parameter = resolved(reference);
        const std::string name = parameter.at("name");
        if (parameter.at("in") == "header") continue;
        const auto values = given.extract(name);
        if (!values) {
            if (parameter.value("required", false)) faults.push_back("the parameter " + name + " is missing");
            continue;
        }
        const json& schema = resolved(parameter.at("schema"));
        const bool several = schema.value("type", "") == "array";
        json value = json::array();
        for (const auto& text : values.mapped())
            value.push_back(typed(several ? resolved(schema.at("items")) : schema, text));
        if (!several && value.size() > 1) faults.push_back("the parameter " + name + " stands more than once");
        validate(parameter.at("schema"), several ? value : value[0], Direction::in, "parameter " + name, faults);
    }
    for (const auto& [name, values] : given) faults.push_back("the parameter " + name + " is not in the contract");
}

ContractFaults Contract::check_request(std::string_view method, std::string_view target, std::string_view content_type,
                                       std::string_view body) const {
    const Found found = find(method, target);
    if (found.operation == nullptr) return {"no operation " + std::string(method) + " " + std::string(target)};
    ContractFaults faults;
    check_parameters(found, after(target, '?'), faults);
    const json* const request_body = member(*found.operation, "requestBody");
    const json* const content = request_body == nullptr ? nullptr : &resolved(*request_body).at("content");
    check_body(content, content_type, body, Direction::in, faults);
    return faults;
}

ContractFaults Contract::check_response(std::string_view method, std::string_view target, int status,
                                        std::string_view content_type, std::string_view body) const {
    ContractFaults faults;
    const Found found = find(method, target);
    if (found.operation == nullptr) {
        if (status != 404 && status != 405) faults.emplace_back("no such operation, so 404 or 405 is due");
        const json problem = {{kProblem, {{"schema", {{"$ref", "#/components/schemas/Probleem"}}}}}};
        check_body(&problem, content_type, body, Direction::out, faults);
        return faults;
    }
    const json* const reference = response_for(*found.operation, status);
    if (reference == nullptr) return {"the status " + std::to_string(status) + " is not in the contract"};
    check_body(member(resolved(*reference), "content"), content_type, body, Direction::out, faults);
    return faults;
}

ContractFaults Contract::check_value(const std::string& schema, const json& value) const {
    ContractFaults faults;
    validate({{"$ref", "#/components/schemas/" + schema}}, value, Direction::out, schema, faults);
    return faults;
}

ContractFaults Contract::check_examples() const {
    ContractFaults faults;
    const json& components = openapi_.at("components");
    for (const auto& [name, schema] : components.at("schemas").items()) {
        if (const json* const example = member(schema, "example"))
            validate(schema, *example, Direction::out, name, faults);
    }
    for (const auto& [name, parameter] : components.at("parameters").items()) {
        if (const json* const example = member(parameter, "example"))
            validate(parameter.at("schema"), *example, Direction::in, name, faults);
    }
    for (const auto& [name, response] : components.at("responses").items()) {
        for (const auto& [media, content] : response.at("content").items())
            validate(content.at("schema"), content.at("example"), Direction::out, name, faults);
    }
    return faults;
}

std::vector<Contract::Operation> Contract::operations() const {
    std::vector<Operation> all;
    for (const auto& [path, item] : openapi_.at("paths").items()) {
        for (const auto& [method, operation] : item.items()) {
            std::string name = method;
            std::transform(name.begin(), name.end(), name.begin(),
                           [](unsigned char sign) { return static_cast<char>(std::toupper(sign)); });
            all.push_back({name, path, operation.at("x-verb"), operation.contains("requestBody")});
        }
    }
    return all;
}

}  // namespace slagboom::tests
