#include "domain/service_number.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace slagboom::domain {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Digit {
    int value = 0;
    std::size_t length = 0;  ///< in bytes; 0 where there is none
};
/// The digit that starts here, also one as wide as a Chinese sign (U+FF10–U+FF19).
Digit digit_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    if (is_digit(text[at])) return {text[at] - '0', 1};
    if (!text.substr(at).starts_with("\xEF\xBC") || at + 2 >= text.size()) return {};
    const int value = static_cast<unsigned char>(text[at + 2]) - 0x90;
    return value >= 0 && value <= 9 ? Digit{value, 3} : Digit{};
}
bool is_behind_a_digit(std::string_view text, std::size_t at) {
    return (at >= 1 && is_digit(text[at - 1])) || (at >= 3 && digit_at(text, at - 3).length == 3);
}

/// Length in bytes of the dot or blank that starts here, 0 for anything else. Blanks are also those of word processors:
/// no-break (U+00A0, U+202F, U+2060, U+FEFF), of some width (U+2000–U+200A) and of none (U+200B–U+200D).
std::size_t separator_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
    };
    if (byte(0) == '.' || byte(0) == ' ' || byte(0) == '\t') return 1;
    if (byte(0) == 0xC2 && byte(1) == 0xA0) return 2;
    if (byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF) return 3;
    if (byte(0) != 0xE2) return 0;
    const bool blank = byte(1) == 0x80 && ((byte(2) >= 0x80 && byte(2) <= 0x8D) || byte(2) == 0xAF);
    return blank || (byte(1) == 0x81 && byte(2) == 0xA0) ? 3 : 0;
}

/// 9·a + 8·b + … + 2·h − i divisible by 11; all zeros is no number.
bool passes_eleven_test(const std::array<int, 9>& digits) {
    if (digits == std::array<int, 9>{}) return false;
    int sum = -digits[8];
    for (std::size_t i = 0; i < 8; ++i) sum += (9 - static_cast<int>(i)) * digits[i];
    return sum % 11 == 0;
}

constexpr std::array<std::string_view, 5> kOtherNumbers{"rsin", "kenmerk", "zaaknummer", "dossiernummer",
                                                        "factuurnummer"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Does the writer say, right before the number, that it is another one?
bool is_named_otherwise(std::string_view before) {
    while (!before.empty() && (before.back() == ' ' || before.back() == ':')) before.remove_suffix(1);
    std::string word;
    while (!before.empty() && is_letter(before.back())) {
        word.insert(word.begin(), static_cast<char>(before.back() | 0x20));  // ASCII letters to lower case
        before.remove_suffix(1);
    }
    return std::find(kOtherNumbers.begin(), kOtherNumbers.end(), word) != kOtherNumbers.end();
}

struct Place {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// The first such number at or after `from`.
std::optional<Place> find_service_number(std::string_view text, std::size_t from) {
    for (std::size_t start = from; start < text.size(); ++start) {
        if (digit_at(text, start).length == 0 || is_behind_a_digit(text, start)) continue;
        std::array<int, 9> digits{};
        std::size_t count = 0;
        std::size_t at = start;
        std::size_t end = start;  // behind the last digit
        while (at < text.size() && count < 9) {
            if (const Digit digit = digit_at(text, at); digit.length > 0) {
                digits[count++] = digit.value;
                end = at += digit.length;
            } else if (const std::size_t length = separator_at(text, at); length > 0) {
                at += length;
            } else {
                break;
            }
        }
        const bool ends_here = digit_at(text, end).length == 0;
        if (count == 9 && ends_here && passes_eleven_test(digits) && !is_named_otherwise(text.substr(0, start)))
            return Place{start, end};
    }
    return std::nullopt;
}

}  // namespace

bool holds_service_number(std::string_view text) { return find_service_number(text, 0).has_value(); }

bool is_tax_number(std::string_view text) {
    constexpr std::string_view kName = "RSIN ";
    if (!text.starts_with(kName) || text.size() != kName.size() + 9) return false;
    std::array<int, 9> digits{};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (!is_digit(text[kName.size() + i])) return false;
        digits[i] = text[kName.size() + i] - '0';
    }
    return passes_eleven_test(digits);
}

std::string without_service_numbers(std::string_view text) {
    std::string result;
    std::size_t from = 0;
    while (const auto place = find_service_number(text, from)) {
        result += std::string(text.substr(from, place->start - from)) + "(nummer)";
        from = place->end;
    }
    return result + std::string(text.substr(from));
}

}  // namespace slagboom::domain
