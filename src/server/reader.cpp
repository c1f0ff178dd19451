#include "server/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "domain/service_number.h"

namespace slagboom::server {
namespace {

using app::Answer;
using app::Done;
using app::Refusal;
using nlohmann::json;

constexpr int kDeepest = 32;
constexpr std::string_view kServiceNumber = "hier lijkt een burgerservicenummer te staan; dat wordt nooit bewaard";

Refusal no_json(std::string reason) {
    Refusal refusal = app::invalid("", std::move(reason));
    refusal.code = "ongeldige-json";
    refusal.detail = "Het bericht is geen leesbare JSON.";
    return refusal;
}

/// Parses with a limit on depth, and refuses a key that stands twice in one object: which of the two was meant?
Answer<json> strict_json(const std::string& text) {
    std::vector<std::set<std::string>> keys;
    std::string fault;
    const auto look = [&](int depth, json::parse_event_t event, json& parsed) {
        using Event = json::parse_event_t;
        if (depth > kDeepest && fault.empty()) fault = fmt::format("dieper dan {} niveaus", kDeepest);
        if (!fault.empty()) return false;
        if (event == Event::object_start) keys.emplace_back();
        if (event == Event::object_end) keys.pop_back();
        if (event == Event::key && !keys.back().insert(parsed.get<std::string>()).second)
            fault = fmt::format("'{}' staat er twee keer", quotable(parsed.get<std::string>()));
        return fault.empty();
    };
    json parsed = json::parse(text, look, false);
    if (!fault.empty()) return no_json(fault);
    if (parsed.is_discarded()) return no_json("geen geldige JSON in UTF-8");
    return parsed;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string range(std::int64_t least, std::int64_t most) {
    return fmt::format("verwacht een heel getal van {} tot en met {}", least, most);
}

std::string words_text(const std::vector<std::string_view>& words) {
    std::string text;
    for (const auto word : words) text += (text.empty() ? "" : ", ") + std::string(word);
    return "verwacht " + text;
}

constexpr std::string_view kNoDate = "verwacht een bestaande datum als 2018-10-31";
constexpr std::string_view kNoInstant = "verwacht een tijdstip als 2018-10-31T12:00:00Z";

}  // namespace

std::string media_type(const Request& request) {
    const auto* header = request.header("content-type");
    if (header == nullptr) return {};
    const std::string_view whole = *header;
    std::string type(trimmed(whole.substr(0, whole.find(';'))));
    std::transform(type.begin(), type.end(), type.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return type;
}

Answer<BodyReader> BodyReader::open(const Call& call) {
    const bool patch = call.request.method == Method::patch;
    const std::string_view wanted = patch ? "application/merge-patch+json" : "application/json";
    const auto type = media_type(call.request);
    if (type != wanted)
        return Refusal{
            Refusal::Kind::unsupported_type, "inhoudstype-onbekend", fmt::format("Hier hoort {}.", wanted), {}, {}, 0};
    SLAGBOOM_TRY(json content, strict_json(call.request.body));
    if (!content.is_object()) return no_json("verwacht een object");
    return BodyReader(std::move(content), "");
}

const json* BodyReader::find(std::string_view field, bool must_be_there) {
    asked_.emplace(field);
    const auto found = content_.find(std::string(field));
    if (found != content_.end()) return &*found;
    if (must_be_there) fault(field, "ontbreekt");
    return nullptr;
}

void BodyReader::fault(std::string_view field, std::string reason) {
    faults_.push_back({fmt::format("{}/{}", place_, field), std::move(reason), 0});
}

std::vector<app::FieldFault> BodyReader::all_faults() const {
    auto all = faults_;
    for (const auto& [key, value] : content_.items()) {
        if (!asked_.contains(key))
            all.push_back({fmt::format("{}/{}", place_, quotable(key)), "dit veld is hier onbekend", 0});
    }
    return all;
}

void BodyReader::add(const BodyReader& part) {
    const auto all = part.all_faults();
    faults_.insert(faults_.end(), all.begin(), all.end());
}

bool BodyReader::has(std::string_view field) const { return content_.contains(std::string(field)); }
bool BodyReader::is_null(std::string_view field) const {
    return has(field) && content_.at(std::string(field)).is_null();
}

std::string BodyReader::checked(std::string_view field, const json& value, std::size_t longest) {
    if (!value.is_string()) {
        fault(field, "verwacht tekst");
        return {};
    }
    std::string text = nfc(value.get<std::string>());
    if (text.find('\0') != std::string::npos) fault(field, "een nulteken kan niet");
    if (text.size() > longest) fault(field, fmt::format("langer dan {} bytes", longest));
    if (domain::holds_service_number(text)) fault(field, std::string(kServiceNumber));
    return text;
}

std::string BodyReader::text(std::string_view field, std::size_t longest) {
    const json* value = find(field, true);
    if (value == nullptr) return {};
    std::string text = checked(field, *value, longest);
    if (value->is_string() && trimmed(text).empty()) fault(field, "is leeg");
    return text;
}

std::string BodyReader::secret(std::string_view field, std::size_t longest) {
    const json* value = find(field, true);
    if (value == nullptr) return {};
    if (!value->is_string() || value->get_ref<const std::string&>().size() > longest) {
        fault(field, fmt::format("verwacht tekst van hoogstens {} bytes", longest));
        return {};
    }
    return value->get<std::string>();
}

std::vector<std::string> BodyReader::texts(std::string_view field, std::size_t longest, std::size_t most) {
    const json* value = find(field, true);
    if (value == nullptr) return {};
    if (!value->is_array() || value->size() > most) {
        fault(field, fmt::format("verwacht een lijst van hoogstens {} teksten", most));
        return {};
    }
    std::vector<std::string> all;
    for (std::size_t i = 0; i < value->size(); ++i)
        all.push_back(checked(fmt::format("{}/{}", field, i), (*value)[i], longest));
    return all;
}

Date BodyReader::date(std::string_view field) {
    if (find(field, true) == nullptr) return {};
    const auto value = optional_date(field);
    if (is_null(field)) fault(field, std::string(kNoDate));
    return value.value_or(Date{});
}

bool BodyReader::boolean(std::string_view field) {
    if (find(field, true) == nullptr) return false;
    const auto value = optional_boolean(field);
    if (is_null(field)) fault(field, "verwacht true of false");
    return value.value_or(false);
}

std::optional<std::string> BodyReader::optional_text(std::string_view field, std::size_t longest) {
    const json* value = find(field, false);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return checked(field, *value, longest);
}

std::string BodyReader::one_of(std::string_view field, const std::vector<std::string_view>& words) {
    const json* value = find(field, true);
    if (value == nullptr) return {};
    const std::string text = value->is_string() ? value->get<std::string>() : std::string();
    if (std::find(words.begin(), words.end(), text) == words.end()) fault(field, words_text(words));
    return text;
}

std::int64_t BodyReader::whole(std::string_view field, std::int64_t least, std::int64_t most) {
    if (find(field, true) == nullptr) return 0;
    const auto value = optional_whole(field, least, most);
    if (!value && is_null(field)) fault(field, range(least, most));
    return value.value_or(0);
}

std::optional<std::int64_t> BodyReader::optional_whole(std::string_view field, std::int64_t least, std::int64_t most) {
    const json* value = find(field, false);
    if (value == nullptr || value->is_null()) return std::nullopt;
    const bool fits = value->is_number_integer() &&
                      (!value->is_number_unsigned() || value->get<std::uint64_t>() <= static_cast<std::uint64_t>(most));
    if (!fits || value->get<std::int64_t>() < least || value->get<std::int64_t>() > most) {
        fault(field, range(least, most));
        return std::nullopt;
    }
    return value->get<std::int64_t>();
}

std::optional<Date> BodyReader::optional_date(std::string_view field) {
    const json* value = find(field, false);
    if (value == nullptr || value->is_null()) return std::nullopt;
    auto date = value->is_string() ? parse_iso_date(value->get<std::string>()) : std::nullopt;
    if (!date) fault(field, std::string(kNoDate));
    return date;
}

std::optional<Instant> BodyReader::optional_instant(std::string_view field) {
    const json* value = find(field, false);
    if (value == nullptr || value->is_null()) return std::nullopt;
    auto instant = value->is_string() ? parse_rfc3339(value->get<std::string>()) : std::nullopt;
    if (!instant) fault(field, std::string(kNoInstant));
    return instant;
}

std::optional<bool> BodyReader::optional_boolean(std::string_view field) {
    const json* value = find(field, false);
    if (value == nullptr || value->is_null()) return std::nullopt;
    if (!value->is_boolean()) {
        fault(field, "verwacht true of false");
        return std::nullopt;
    }
    return value->get<bool>();
}

const json& BodyReader::value(std::string_view field) {
    static const json kAbsent;
    const json* value = find(field, false);
    return value == nullptr ? kAbsent : *value;
}

BodyReader BodyReader::object(std::string_view field) {
    const json* value = find(field, true);
    const std::string place = fmt::format("{}/{}", place_, field);
    if (value != nullptr && value->is_object()) return {*value, place};
    if (value != nullptr) fault(field, "verwacht een object");
    return {json::object(), place};
}

std::vector<BodyReader> BodyReader::objects(std::string_view field, std::size_t most) {
    const json* value = find(field, true);
    if (value == nullptr) return {};
    if (!value->is_array() || value->size() > most) {
        fault(field, fmt::format("verwacht een lijst van hoogstens {} objecten", most));
        return {};
    }
    std::vector<BodyReader> all;
    for (std::size_t i = 0; i < value->size(); ++i) {
        const std::string place = fmt::format("{}/{}/{}", place_, field, i);
        if (!(*value)[i].is_object()) faults_.push_back({place, "verwacht een object", 0});
        all.push_back({(*value)[i].is_object() ? (*value)[i] : json::object(), place});
    }
    return all;
}

Answer<Done> BodyReader::done() const {
    auto all = all_faults();
    if (!all.empty()) return app::invalid(std::move(all));
    return Done{};
}

std::optional<std::string> QueryReader::find(std::string_view key) {
    asked_.emplace(key);
    std::optional<std::string> found;
    for (const auto& [name, value] : query_) {
        if (name != key) continue;
        if (found) fault(key, "staat er meer dan eens");
        found = value;
    }
    return found;
}

bool QueryReader::has(std::string_view key) const {
    return std::any_of(query_.begin(), query_.end(), [key](const auto& field) { return field.first == key; });
}

void QueryReader::fault(std::string_view key, std::string reason) {
    faults_.push_back({std::string(key), std::move(reason), 0});
}

std::optional<std::string> QueryReader::text(std::string_view key, std::size_t longest) {
    auto value = find(key);
    if (!value) return std::nullopt;
    if (value->empty() || value->size() > longest || value->find('\0') != std::string::npos)
        fault(key, fmt::format("verwacht 1 tot en met {} bytes tekst", longest));
    if (domain::holds_service_number(*value)) fault(key, std::string(kServiceNumber));
    return nfc(*value);
}

std::string QueryReader::needed_text(std::string_view key, std::size_t longest) {
    auto value = text(key, longest);
    if (!value) fault(key, "ontbreekt");
    return value.value_or("");
}

std::optional<std::string> QueryReader::one_of(std::string_view key, const std::vector<std::string_view>& words) {
    auto value = find(key);
    if (value && std::find(words.begin(), words.end(), *value) == words.end()) fault(key, words_text(words));
    return value;
}

std::vector<std::string> QueryReader::many_of(std::string_view key, const std::vector<std::string_view>& words) {
    asked_.emplace(key);
    std::vector<std::string> all;
    for (const auto& [name, value] : query_) {
        if (name != key) continue;
        if (std::find(words.begin(), words.end(), value) == words.end()) fault(key, words_text(words));
        all.push_back(value);
    }
    return all;
}

std::optional<std::int64_t> QueryReader::whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const auto value = find(key);
    if (!value) return std::nullopt;
    const auto number = whole_number(*value);
    if (number && *number >= least && *number <= most) return number;
    fault(key, range(least, most));
    return std::nullopt;
}

std::optional<Date> QueryReader::date(std::string_view key) {
    const auto value = find(key);
    if (!value) return std::nullopt;
    const auto date = parse_iso_date(*value);
    if (!date) fault(key, std::string(kNoDate));
    return date;
}

std::optional<Instant> QueryReader::instant(std::string_view key) {
    const auto value = find(key);
    if (!value) return std::nullopt;
    const auto instant = parse_rfc3339(*value);
    if (!instant) fault(key, std::string(kNoInstant));
    return instant;
}

bool QueryReader::flag(std::string_view key, bool otherwise) {
    const auto value = one_of(key, {"true", "false"});
    return value ? *value == "true" : otherwise;
}

Answer<Done> QueryReader::done() {
    for (const auto& [key, value] : query_) {
        if (!asked_.contains(key)) fault(quotable(key), "deze parameter is hier onbekend");
    }
    if (!faults_.empty()) return app::invalid(std::move(faults_));
    return Done{};
}

}  // namespace slagboom::server
