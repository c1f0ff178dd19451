#include "openapi_json.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

namespace slagboom::tools {
namespace {

using nlohmann::ordered_json;

/// Deeper than any document of people; a text of brackets alone must not exhaust the stack.
constexpr int kDeepest = 100;

template <std::size_t n>
bool one_of(std::string_view text, const std::array<std::string_view, n>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

[[noreturn]] void refuse(const YAML::Mark& place, const std::string& reason) {
    throw YamlFault("line " + std::to_string(place.line + 1) + ": " + reason);
}

bool starts_like_a_number(std::string_view text) {
    if (text.front() == '-' || text.front() == '+' || text.front() == '.') text.remove_prefix(1);
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// Zeros that a number would lose: 0141, -007. 0 and 0.5 are numbers.
bool has_leading_zero(std::string_view text) {
    if (text.front() == '-') text.remove_prefix(1);
    return text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9';
}

template <class Number>
bool reads_whole(std::string_view text, Number& number, std::errc& error) {
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    error = code;
    return end == text.data() + text.size();
}

ordered_json number_or_text(std::string_view text, const YAML::Mark& place) {
    std::errc error{};
    std::int64_t whole = 0;
    double decimal = 0;
    const bool is_whole = reads_whole(text, whole, error);
    if (is_whole && error != std::errc{}) refuse(place, "a whole number beyond 64 bits");
    if (!is_whole && !reads_whole(text, decimal, error)) return std::string(text);
    if (error != std::errc{}) refuse(place, "a number beyond a double");
    if (has_leading_zero(text)) refuse(place, "a number that starts with a zero; write it between quotes");
    if (is_whole) return whole;
    return decimal;
}

ordered_json plain_scalar(const std::string& text, const YAML::Mark& place) {
    if (one_of<5>(text, {"", "~", "null", "Null", "NULL"})) return nullptr;
    if (one_of<3>(text, {"true", "True", "TRUE"})) return true;
    if (one_of<3>(text, {"false", "False", "FALSE"})) return false;
    if (one_of<12>(text, {"yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF"}))
        refuse(place, "\"" + text + "\" without quotes is a word to some and a truth to others");
    if (!starts_like_a_number(text)) return text;
    if (text.front() == '+' || text.front() == '.') refuse(place, "a number starts with a digit or a minus");
    return number_or_text(text, place);
}

ordered_json value_of(const YAML::Node& node, int depth);

ordered_json object_of(const YAML::Node& node, int depth) {
    auto object = ordered_json::object();
    for (const auto& member : node) {
        if (!member.first.IsScalar()) refuse(member.first.Mark(), "a key must be a word");
        const std::string& key = member.first.Scalar();
        if (object.contains(key)) refuse(member.first.Mark(), "the key \"" + key + "\" stands here twice");
        object[key] = value_of(member.second, depth);
    }
    return object;
}

ordered_json array_of(const YAML::Node& node, int depth) {
    auto array = ordered_json::array();
    for (const auto& element : node) array.push_back(value_of(element, depth));
    return array;
}

/// yaml-cpp tags a plain scalar "?" and a quoted one "!"; anything else was written by somebody.
ordered_json scalar_of(const YAML::Node& node) {
    if (node.Tag() == "!") return node.Scalar();
    return plain_scalar(node.Scalar(), node.Mark());
}

ordered_json value_of(const YAML::Node& node, int depth) {
    if (depth > kDeepest) refuse(node.Mark(), "too deep");
    if (!one_of<3>(node.Tag(), {"", "?", "!"})) refuse(node.Mark(), "the tag " + node.Tag());
    switch (node.Type()) {
        case YAML::NodeType::Map:
            return object_of(node, depth + 1);
        case YAML::NodeType::Sequence:
            return array_of(node, depth + 1);
        case YAML::NodeType::Scalar:
            return scalar_of(node);
        case YAML::NodeType::Null:
        case YAML::NodeType::Undefined:
            break;
    }
    return nullptr;
}

}  // namespace

ordered_json json_of_yaml(const std::string& text) try {
    const auto documents = YAML::LoadAll(text);
    if (documents.size() != 1)
        throw YamlFault("line 1: one document is asked, not " + std::to_string(documents.size()));
    return value_of(documents.front(), 0);
} catch (const YAML::Exception& fault) {
    refuse(fault.mark, fault.msg);
}

}  // namespace slagboom::tools
