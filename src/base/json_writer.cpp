#include "base/json_writer.h"

#include <fmt/format.h>

#include <utility>

#include "base/number.h"

namespace slagboom {
namespace {

void add_escaped_character(std::string& text, char c) {
    switch (c) {
        case '"':
            text += "\\\"";
            break;
        case '\\':
            text += "\\\\";
            break;
        case '\b':
            text += "\\b";
            break;
        case '\f':
            text += "\\f";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\t':
            text += "\\t";
            break;
        default:
            text += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    }
}

/// Most text holds nothing that needs an escape, and goes over in one piece.
void add_quoted(std::string& text, std::string_view value) {
    text += '"';
    std::size_t done = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20) continue;
        text += value.substr(done, i - done);
        add_escaped_character(text, c);
        done = i + 1;
    }
    text += value.substr(done);
    text += '"';
}

}  // namespace

void JsonWriter::new_line() {
    if (indent_ == 0) return;
    text_ += '\n';
    text_.append(has_members_.size() * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_members_.empty()) return;
    if (has_members_.back()) text_ += ',';
    has_members_.back() = true;
    new_line();
}

void JsonWriter::open(char bracket) {
    before_value();
    text_ += bracket;
    has_members_.push_back(false);
}

void JsonWriter::close(char bracket) {
    const bool had_members = has_members_.back();
    has_members_.pop_back();
    if (had_members) new_line();
    text_ += bracket;
}

void JsonWriter::key(std::string_view name) {
    before_value();
    add_quoted(text_, name);
    text_ += indent_ > 0 ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
    before_value();
    add_quoted(text_, value);
}

void JsonWriter::integer(std::int64_t value) { raw_number(fmt::format_int(value).str()); }
void JsonWriter::number(double value) { raw_number(shortest(value)); }
void JsonWriter::boolean(bool value) { raw_number(value ? "true" : "false"); }
void JsonWriter::null() { raw_number("null"); }

void JsonWriter::raw_number(std::string_view text) {
    before_value();
    text_ += text;
}

std::string JsonWriter::take() { return std::exchange(text_, {}); }

std::string json_text(std::string_view text) {
    JsonWriter writer;
    writer.string(text);
    return writer.take();
}

}  // namespace slagboom
