#include "domain/service_number.h"

#include <array>
#include <cstddef>
#include <optional>

namespace slagboom::domain {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_separator(char c) { return c == '.' || c == ' '; }

/// 9·a + 8·b + … + 2·h − i divisible by 11; all zeros is no number.
bool passes_eleven_test(const std::array<int, 9>& digits) {
    if (digits == std::array<int, 9>{}) return false;
    int sum = -digits[8];
    for (std::size_t i = 0; i < 8; ++i) sum += (9 - static_cast<int>(i)) * digits[i];
    return sum % 11 == 0;
}

struct Place {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// The first such number at or after `from`.
std::optional<Place> find_service_number(std::string_view text, std::size_t from) {
    for (std::size_t start = from; start < text.size(); ++start) {
        if (!is_digit(text[start]) || (start > 0 && is_digit(text[start - 1]))) continue;
        std::array<int, 9> digits{};
        std::size_t count = 0;
        std::size_t at = start;
        for (; at < text.size(); ++at) {
            if (is_digit(text[at])) {
                if (count == 9) break;
                digits[count++] = text[at] - '0';
            } else if (count == 9 || !is_separator(text[at]) || !is_digit(text[at - 1])) {
                break;
            }
        }
        const bool ends_here = at == text.size() || !is_digit(text[at]);
        if (count == 9 && ends_here && passes_eleven_test(digits)) return Place{start, at};
    }
    return std::nullopt;
}

}  // namespace

bool holds_service_number(std::string_view text) { return find_service_number(text, 0).has_value(); }

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
