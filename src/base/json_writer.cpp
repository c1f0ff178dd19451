#include "base/json_writer.h"

#include <fmt/format.h>

#include <utility>

#include "base/number.h"

namespace slagboom {
namespace {

std::string escaped(std::string_view value) {
    std::string result = "\"";
    for (const char c : value) {
        switch (c) {
            case '"':
                result += "\\\"";
                break;
            case '\\':
                result += "\\\\";
                break;
            case '\b':
                result += "\\b";
                break;
            case '\f':
                result += "\\f";
                break;
            case '\n':
                result += "\\n";
                break;
            case '\r':
                result += "\\r";
                break;
            case '\t':
                result += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    result += c;
                }
        }
    }
    return result + '"';
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
    text_ += escaped(name);
    text_ += indent_ > 0 ? ": " : ":";
    after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
    before_value();
    text_ += escaped(value);
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
