#include "files/toml_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "expr/token.h"

namespace slagboom::files {
namespace {

const toml::table kEmpty;

/// The parser goes one level down for every dot in a key, and a key stands on one line.
constexpr std::ptrdiff_t kMaxDotsPerLine = 500;
std::optional<std::size_t> line_with_too_many_dots(std::string_view text) {
    std::size_t number = 0;
    for (const auto line : split(text, '\n')) {
        ++number;
        if (std::count(line.begin(), line.end(), '.') > kMaxDotsPerLine) return number;
    }
    return std::nullopt;
}

/// Byte offset of a line and column (in bytes here, as the parser counts them for ASCII keys).
std::size_t offset_of(std::string_view text, std::size_t line, std::size_t column) {
    std::size_t at = 0;
    for (std::size_t i = 1; i < line; ++i) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    return std::min(at + column - 1, text.size());
}

void write(JsonWriter& json, std::string_view key, const toml::node& node);

void write_table(JsonWriter& json, const toml::table& table) {
    json.begin_object();
    for (const auto& [key, node] :
         table) {  // toml++ keeps keys in order of bytes; ours are ASCII, where UTF-16 orders alike
        json.key(key.str());
        write(json, key.str(), node);
    }
    json.end_object();
}

void write(JsonWriter& json, std::string_view key, const toml::node& node) {
    if (const auto* table = node.as_table()) return write_table(json, *table);
    if (const auto* array = node.as_array()) {
        json.begin_array();
        for (const auto& element : *array) write(json, {}, element);
        json.end_array();
        return;
    }
    if (const auto* text = node.as_string()) {
        const auto tokens = key == "rule" ? expr::lex(text->get()) : Result<std::vector<expr::Token>>(Error{});
        return json.string(tokens ? expr::token_text(*tokens) : text->get());
    }
    if (const auto* whole = node.as_integer()) return json.integer(whole->get());
    if (const auto* boolean = node.as_boolean()) return json.boolean(boolean->get());
    json.null();  // decimals and dates are refused before a model has a hash
}

}  // namespace

std::optional<TomlFile> parse_toml(std::string path, std::string text, std::vector<Error>& errors) {
    if (const auto bad = first_bad_byte(text)) {
        const LineColumn place = line_column(text, *bad);
        errors.push_back(
            {"hier staat een byte die geen tekst is (NUL of gebroken UTF-8)", path, place.line, place.column});
        return std::nullopt;
    }
    if (const auto line = line_with_too_many_dots(text)) {
        errors.push_back({fmt::format("meer dan {} punten op één regel", kMaxDotsPerLine), path, *line, 0});
        return std::nullopt;
    }
    TomlFile file{std::move(path), std::move(text), {}};
    try {
        file.table = toml::parse(file.text, file.path);
    } catch (const toml::parse_error& error) {
        errors.push_back({fmt::format("geen geldige TOML: {}", error.description()), file.path,
                          error.source().begin.line, error.source().begin.column});
        return std::nullopt;
    }
    return file;
}

std::string canonical_json(const toml::table& table) {
    JsonWriter json;
    write_table(json, table);
    return json.take();
}

void TomlTable::error_at(const toml::node* node, std::string reason) {
    const auto place = node != nullptr ? node->source().begin : table_->source().begin;
    errors_->push_back({std::move(reason), file_->path, place.line, place.column});
}

std::size_t TomlTable::line(std::string_view key) const {
    const toml::node* node = table_->get(key);
    return node == nullptr ? 0 : node->source().begin.line;
}

void TomlTable::error(std::string_view key, std::string reason) { error_at(table_->get(key), std::move(reason)); }

const toml::node* TomlTable::find(std::string_view key, std::string_view kind) {
    asked_.emplace(key);
    const toml::node* node = table_->get(key);
    if (node == nullptr) error_at(nullptr, fmt::format("'{}' ontbreekt; verwacht {}", name(key), kind));
    return node;
}

std::string TomlTable::text(std::string_view key) {
    const toml::node* node = find(key, "een tekst");
    if (node == nullptr) return {};
    const auto* text = node->as_string();
    if (text == nullptr || trimmed(text->get()).empty()) {
        error_at(node, fmt::format("'{}' moet een tekst zijn die niet leeg is", name(key)));
        return {};
    }
    if (domain::holds_service_number(text->get())) {
        error_at(node, fmt::format("'{}' bevat een nummer dat een burgerservicenummer kan zijn", name(key)));
        return {};
    }
    return text->get();
}

int TomlTable::whole(std::string_view key, int lowest, int highest) {
    const toml::node* node = find(key, "een heel getal");
    if (node == nullptr) return lowest;
    const auto* number = node->as_integer();
    if (number == nullptr || number->get() < lowest || number->get() > highest) {
        error_at(node, fmt::format("'{}' moet een heel getal van {} tot en met {} zijn", name(key), lowest, highest));
        return lowest;
    }
    return static_cast<int>(number->get());
}

std::vector<std::string> TomlTable::texts(std::string_view key) {
    const toml::node* node = find(key, "een lijst van teksten");
    std::vector<std::string> result;
    if (node == nullptr) return result;
    const auto* array = node->as_array();
    if (array == nullptr || array->empty()) {
        error_at(node, fmt::format("'{}' moet een lijst van teksten zijn die niet leeg is", name(key)));
        return result;
    }
    for (const auto& element : *array) {
        if (const auto* text = element.as_string()) {
            result.push_back(text->get());
        } else {
            error_at(&element, fmt::format("'{}' moet alleen teksten hebben", name(key)));
        }
    }
    return result;
}

TomlTable TomlTable::table(std::string_view key) {
    const toml::node* node = find(key, fmt::format("een tabel [{}]", name(key)));
    const toml::table* table = node != nullptr ? node->as_table() : nullptr;
    if (node != nullptr && table == nullptr) error_at(node, fmt::format("'{}' moet een tabel zijn", name(key)));
    return {*file_, table != nullptr ? *table : kEmpty, name(key), *errors_};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    const toml::node* node = find(key, fmt::format("een of meer tabellen [[{}]]", name(key)));
    std::vector<TomlTable> result;
    const auto* array = node != nullptr ? node->as_array() : nullptr;
    if (node != nullptr && (array == nullptr || array->empty() || !array->is_homogeneous<toml::table>())) {
        error_at(node, fmt::format("'{}' moet uit tabellen [[{}]] bestaan", name(key), name(key)));
        return result;
    }
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        result.emplace_back(*file_, *array->get_as<toml::table>(i), fmt::format("{}[{}]", name(key), i + 1), *errors_);
    }
    return result;
}

std::vector<std::pair<std::string, TomlTable>> TomlTable::members() {
    std::vector<std::pair<std::string, TomlTable>> result;
    for (const auto& [key, node] : *table_) {
        asked_.emplace(key.str());
        if (const auto* table = node.as_table()) {
            result.emplace_back(std::string(key.str()), TomlTable(*file_, *table, name(key.str()), *errors_));
        } else {
            error_at(&node, fmt::format("'{}' moet een tabel zijn", name(key.str())));
        }
    }
    return result;
}

std::vector<std::pair<std::string, std::string>> TomlTable::text_members() {
    std::vector<std::pair<std::string, std::string>> result;
    std::vector<std::string> keys;
    for (const auto& [key, node] : *table_) keys.emplace_back(key.str());
    for (const auto& key : keys) result.emplace_back(key, text(key));
    return result;
}

TomlTable::Rule TomlTable::rule(std::string_view key) {
    Rule result;
    result.text = text(key);
    const toml::node* node = table_->get(key);
    if (node == nullptr || result.text.empty()) return result;
    const auto place = node->source().begin;
    const std::string_view here =
        std::string_view(file_->text).substr(offset_of(file_->text, place.line, place.column));
    if (!here.starts_with("'''")) error_at(node, fmt::format("'{}' moet tussen ''' en ''' staan", name(key)));
    const bool on_next_line = here.substr(3).starts_with("\n") || here.substr(3).starts_with("\r\n");
    result.line = place.line + (on_next_line ? 1 : 0);
    result.column = on_next_line ? 1 : place.column + 3;
    return result;
}

void TomlTable::done() {
    const std::vector<std::string> known(asked_.begin(), asked_.end());
    for (const auto& [key, node] : *table_) {
        if (asked_.contains(key.str())) continue;
        error_at(&node,
                 fmt::format("'{}' is hier onbekend{}", quotable(name(key.str())), did_you_mean(key.str(), known)));
    }
}

}  // namespace slagboom::files
