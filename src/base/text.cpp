#include "base/text.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace slagboom {
namespace {

/// True when the eight bytes are all plain ASCII and none is NUL.
bool eight_plain_bytes(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    const std::uint64_t high = 0x8080808080808080u;
    const std::uint64_t zero = (word - 0x0101010101010101u) & ~word & high;
    return (word & high) == 0 && zero == 0;
}

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push  // the library's macro narrows within its own bounds
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#endif
/// The code point at `at`, which moves on; negative for broken UTF-8.
std::int32_t next_code_point(std::string_view text, std::size_t& at) {
    std::int32_t code = 0;
    std::int32_t position = 0;
    const auto rest = text.substr(at, 4);
    const auto length = static_cast<std::int32_t>(rest.size());
    const auto* bytes = rest.data();
    // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): inside the macro of the library
    U8_NEXT(bytes, position, length, code);
    at += static_cast<std::size_t>(position);
    return code;
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

bool is_combining_mark(std::int32_t code) { return code >= 0x300 && code <= 0x36F; }

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (at + 8 <= text.size() && eight_plain_bytes(text.data() + at)) {
            at += 8;
            continue;
        }
        const std::size_t start = at;
        if (next_code_point(text, at) <= 0) return start;
    }
    return std::nullopt;
}

LineColumn line_column(std::string_view text, std::size_t offset) {
    LineColumn result;
    for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n') {
            ++result.line;
            result.column = 1;
        } else if ((byte & 0xC0u) != 0x80u) {
            ++result.column;
        }
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const auto end = text.find(separator, start);
        parts.push_back(text.substr(start, end - start));
        if (end == text.npos) return parts;
        start = end + 1;
    }
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (const auto& part : parts) {
        if (&part != &parts.front()) result += separator;
        result += part;
    }
    return result;
}

std::optional<std::string> nearest_name(std::string_view word, const std::vector<std::string>& names) {
    if (word.size() > 60) return std::nullopt;
    const std::size_t allowed = std::min<std::size_t>(3, (word.size() + 2) / 3);
    std::optional<std::string> best;
    std::size_t best_distance = allowed + 1;
    for (const auto& name : names) {
        const std::size_t distance = edit_distance(word, name);
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = name;
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names) {
    const auto nearest = nearest_name(word, names);
    return nearest ? fmt::format("; bedoelt u '{}'?", *nearest) : std::string();
}

std::string_view first_character(std::string_view text) {
    std::size_t at = 0;
    if (!text.empty()) next_code_point(text, at);
    return text.substr(0, at);
}

std::string quotable(std::string_view text, std::size_t length) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size(); ++count) {
        if (count == length) return result + "…";
        const std::size_t start = at;
        const std::int32_t code = next_code_point(text, at);
        const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x200B && code <= 0x200F) ||
                             (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069);
        result += control ? std::string_view("�") : text.substr(start, at - start);
    }
    return result;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += is_combining_mark(next_code_point(text, at)) ? 0U : 1U;
    return width;
}

std::string fitted(std::string_view text, std::size_t width) {
    const std::size_t actual = display_width(text);
    if (actual <= width) return std::string(text) + std::string(width - actual, ' ');
    std::string result;
    std::size_t at = 0;
    for (std::size_t used = 0; used + 1 < width;) {
        const std::size_t start = at;
        used += is_combining_mark(next_code_point(text, at)) ? 0U : 1U;
        result += text.substr(start, at - start);
    }
    return width == 0 ? std::string() : result + "…";
}

std::string nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string result;
    normalizer->normalize(source, status).toUTF8String(result);
    return result;
}

bool is_key(std::string_view text) {
    if (text.empty() || text.size() > 60 || text[0] < 'a' || text[0] > 'z') return false;
    if (text.find("__") != text.npos) return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace slagboom
