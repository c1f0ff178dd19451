#include "server/request_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace slagboom::server {
namespace {

Error refused(std::string_view reason) {
    Error error;
    error.reason = reason;
    return error;
}

std::optional<unsigned> hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
    if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a') + 10;
    if (digit >= 'A' && digit <= 'F') return static_cast<unsigned>(digit - 'A') + 10;
    return std::nullopt;
}

/// Nothing when a percent sign is not followed by two digits, or when the result is no UTF-8 or holds a NUL.
std::optional<std::string> form_decoded(std::string_view text) {
    std::string with_blanks(text);
    std::replace(with_blanks.begin(), with_blanks.end(), '+', ' ');
    return percent_decoded(with_blanks);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool is_printable_ascii(char c) { return c > 0x20 && c < 0x7f; }

bool is_safe_segment(std::string_view segment) {
    if (segment == "." || segment == "..") return false;
    return std::none_of(segment.begin(), segment.end(), [](char c) { return c == '/' || c == '\\' || is_control(c); });
}

Result<std::string> parse_path(std::string_view raw) {
    std::string path;
    const auto segments = split(raw.substr(1), '/');
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto segment = percent_decoded(segments[i]);
        if (!segment) return refused("Het pad bevat een kapotte %-code of geen geldige UTF-8.");
        const bool is_last = i + 1 == segments.size();
        if (segment->empty() && !is_last) return refused("Het pad bevat een leeg deel (//).");
        if (!is_safe_segment(*segment)) {
            return refused("Het pad bevat een deel . of .., een schuine streep binnen een deel of een stuurteken.");
        }
        path += '/';
        path += *segment;
    }
    return path;
}

Result<Fields> parse_query(std::string_view raw) {
    Fields query;
    for (const std::string_view piece : split(raw, '&')) {
        if (piece.empty()) continue;
        const std::size_t equals = std::min(piece.find('='), piece.size());
        const auto key = form_decoded(piece.substr(0, equals));
        const auto value = form_decoded(piece.substr(std::min(equals + 1, piece.size())));
        if (!key || !value) {
            return refused("De vraag achter het ? bevat een kapotte %-code, een NUL of geen geldige UTF-8.");
        }
        query.emplace_back(*key, *value);
    }
    return query;
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        if (text.size() - i < 3) return std::nullopt;
        const auto high = hexadecimal(text[i + 1]);
        const auto low = hexadecimal(text[i + 2]);
        if (!high || !low) return std::nullopt;
        result += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    if (first_bad_byte(result)) return std::nullopt;
    return result;
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kUnreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string result;
    for (const char c : text) {
        if (kUnreserved.find(c) != std::string_view::npos)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

Result<Target> parse_target(std::string_view target) {
    if (!target.starts_with('/')) return refused("Het doel van het verzoek moet een pad zijn dat met / begint.");
    if (!std::all_of(target.begin(), target.end(), is_printable_ascii) || target.find('#') != std::string_view::npos) {
        return refused("Het doel van het verzoek bevat een teken dat als %-code moet worden geschreven.");
    }
    const std::size_t question = std::min(target.find('?'), target.size());
    SLAGBOOM_TRY(std::string path, parse_path(target.substr(0, question)));
    SLAGBOOM_TRY(Fields query, parse_query(target.substr(std::min(question + 1, target.size()))));
    return Target{std::move(path), std::move(query)};
}

}  // namespace slagboom::server
