#include "base/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace slagboom {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, with at most one point that has digits on both sides.
bool is_plain_decimal(std::string_view text) {
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    if (whole.empty() || !std::all_of(whole.begin(), whole.end(), is_digit)) return false;
    if (point == text.npos) return true;
    const auto fraction = text.substr(point + 1);
    return !fraction.empty() && std::all_of(fraction.begin(), fraction.end(), is_digit);
}

std::string grouped(std::string_view digits, char separator = '.') {
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) result += separator;
        result += digits[i];
    }
    return result;
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto unsigned_text = text.substr(negative ? 1 : 0);
    if (unsigned_text.size() > 400 || !is_plain_decimal(unsigned_text)) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(unsigned_text.data(), unsigned_text.data() + unsigned_text.size(), value);
    if (error != std::errc{} || end != unsigned_text.data() + unsigned_text.size()) return std::nullopt;
    return negative && value != 0 ? -value : value;
}

std::optional<double> parse_percentage(std::string_view text) {
    if (!parse_decimal(text)) return std::nullopt;
    const bool negative = text.starts_with('-');
    const auto body = text.substr(negative ? 1 : 0);
    const auto point = std::min(body.find('.'), body.size());
    std::string digits = "00" + std::string(body.substr(0, point));
    const std::string fraction{body.substr(std::min(point + 1, body.size()))};
    digits.insert(digits.size() - 2, ".");
    return parse_decimal((negative ? "-" : "") + digits + fraction);
}

std::optional<std::int64_t> parse_cents(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto body = text.substr(negative ? 1 : 0);
    if (!is_plain_decimal(body)) return std::nullopt;
    const auto point = body.find('.');
    std::string digits{body.substr(0, point)};
    std::string fraction{point == body.npos ? std::string_view{} : body.substr(point + 1)};
    if (fraction.size() > 2 || digits.size() > 15) return std::nullopt;
    fraction.resize(2, '0');
    std::int64_t cents = 0;
    digits += fraction;
    std::from_chars(digits.data(), digits.data() + digits.size(), cents);
    return negative ? -cents : cents;
}

std::string shortest(double value) {
    if (value == 0) return "0";
    char buffer[64];
    // Without an exponent as long as people would write none; both forms read back as the same double.
    const bool plain = std::abs(value) >= 1e-6 && std::abs(value) < 1e21;
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value,
                                            plain ? std::chars_format::fixed : std::chars_format::scientific);
    return error == std::errc{} ? std::string(buffer, end) : std::string();
}

std::string euros(std::int64_t cents) {
    const std::uint64_t size = cents < 0 ? 0 - static_cast<std::uint64_t>(cents) : static_cast<std::uint64_t>(cents);
    return fmt::format("{}{}.{:02}", cents < 0 ? "-" : "", size / 100, size % 100);
}

std::string euros_unrounded(double cents) {
    const bool whole = std::abs(cents) < 9e15 && cents == std::trunc(cents);
    return whole ? euros(static_cast<std::int64_t>(cents)) : shortest(cents / 100);
}

std::string dutch_number(double value, int decimals) {
    std::string text = fmt::format("{:.{}f}", std::abs(value), decimals);
    const auto point = std::min(text.find('.'), text.size());
    std::string fraction = point < text.size() ? text.substr(point + 1) : std::string();
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
    const std::string whole = grouped(std::string_view(text).substr(0, point));
    const bool zero = fraction.empty() && whole == "0";
    return (value < 0 && !zero ? "-" : "") + whole + (fraction.empty() ? "" : "," + fraction);
}

std::string dutch_euros(double cents) {
    const std::string text = fmt::format("{:.2f}", std::abs(cents) / 100);
    const auto point = text.find('.');
    const std::string fraction = text.substr(point + 1);
    return fmt::format("€ {}{}{}", cents < 0 ? "-" : "", grouped(std::string_view(text).substr(0, point)),
                       fraction == "00" ? "" : "," + fraction);
}

std::string english_euros(double cents) {
    const std::string text = fmt::format("{:.2f}", std::abs(cents) / 100);
    const auto point = text.find('.');
    const std::string fraction = text.substr(point + 1);
    return fmt::format("{}€{}{}", cents < 0 ? "-" : "", grouped(std::string_view(text).substr(0, point), ','),
                       fraction == "00" ? "" : "." + fraction);
}

}  // namespace slagboom
