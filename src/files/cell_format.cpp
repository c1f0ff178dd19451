#include "files/cell_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/date.h"
#include "base/number.h"

namespace slagboom::files {
namespace {

constexpr double kSecondsPerDay = 86400;

/// The letters of a format that mean something: without texts in quotes, colours and languages in brackets, and what
/// stands behind \ (as it is), _ (as wide as) or * (repeated).
struct Meaning {
    std::string letters;
    bool elapsed = false;  // [h]:mm counts on past a day
};

Meaning meaning_of(std::string_view code) {
    Meaning meaning;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"' || c == '[') {
            const auto end = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
            const auto inside = code.substr(i + 1, end - i - 1);
            meaning.elapsed |= c == '[' && !inside.empty() && inside.find_first_not_of("hHmMsS") == inside.npos;
            i = end;
        } else {
            meaning.letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return meaning;
}

}  // namespace

CellFormat built_in_format(int id) {
    const auto between = [id](int first, int last) { return first <= id && id <= last; };
    if (between(14, 17) || id == 22 || between(27, 31) || id == 36 || between(50, 54) || between(57, 58))
        return {CellFormat::Kind::date, 0};
    if (between(18, 21) || between(32, 35) || between(45, 47) || between(55, 56)) return {CellFormat::Kind::time, 0};
    return {};
}

CellFormat custom_format(std::string_view code) {
    const Meaning meaning = meaning_of(code);
    const auto holds = [&](std::string_view any) { return meaning.letters.find_first_of(any) != std::string::npos; };
    if (meaning.letters.starts_with("general")) return {};
    const bool clock = holds("hs") || meaning.elapsed;
    if (holds("yd") || (holds("m") && !clock)) return {CellFormat::Kind::date, 0};
    if (clock) return {CellFormat::Kind::time, 0};
    const bool zeros = code.size() > 1 && code.find_first_not_of('0') == code.npos;
    return {CellFormat::Kind::number, zeros ? code.size() : 0};
}

std::optional<std::string> time_of_serial(double serial) {
    const double seconds = std::round(serial * kSecondsPerDay);
    if (!(seconds >= 0 && seconds < kSecondsPerDay)) return std::nullopt;
    const auto whole = static_cast<int>(seconds);
    return fmt::format("{:02}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::optional<std::string> date_of_serial(double serial, DayCount count) {
    constexpr double kPastAnyDate = 3e6;
    if (!(serial >= 0 && serial < kPastAnyDate)) return std::nullopt;
    // Whole seconds first, so that a moment just before midnight does not lose a day.
    const auto seconds = static_cast<std::int64_t>(std::round(serial * kSecondsPerDay));
    const auto day = static_cast<int>(seconds / 86400);
    const auto rest = static_cast<double>(seconds % 86400) / kSecondsPerDay;
    const bool old = count == DayCount::from_1900;
    if (old && (day == 0 || day == 60)) return std::nullopt;
    // 60 stands for 29 February 1900, which never was; before it the count is one day behind.
    const Date zero = old ? *make_date(1899, 12, day < 60 ? 31 : 30) : *make_date(1904, 1, 1);
    const Date found{zero.days + day};
    if (found > *make_date(9999, 12, 31)) return std::nullopt;
    return seconds % 86400 == 0 ? found.iso() : found.iso() + " " + *time_of_serial(rest);
}

std::string english_number(double value) {
    std::string text = shortest(value);
    const auto point = text.find('.');
    const bool like_dutch_thousands = point != text.npos && text.size() - point == 4;
    return like_dutch_thousands ? text + "0" : text;
}

}  // namespace slagboom::files
