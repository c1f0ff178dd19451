#include "files/cell_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "domain/service_number.h"

namespace slagboom::files {
namespace {

using domain::FactDefinition;
using domain::FactType;
using domain::FactValue;

constexpr std::string_view kEuro = "€";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits of a number cell and what stood around them.
struct Bare {
    std::string_view digits;
    bool negative = false;
    bool euro = false;
    bool percentage = false;
};

Bare bare(std::string_view cell) {
    Bare result;
    std::string_view rest = trimmed(cell);
    const auto take_sign = [&] {
        if (result.negative || !rest.starts_with('-')) return;
        result.negative = true;
        rest = trimmed(rest.substr(1));
    };
    take_sign();
    if (rest.starts_with(kEuro)) {
        result.euro = true;
        rest = trimmed(rest.substr(kEuro.size()));
        take_sign();
    } else if (rest.ends_with('%')) {
        result.percentage = true;
        rest = trimmed(rest.substr(0, rest.size() - 1));
    }
    result.digits = rest;
    return result;
}

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Digits, in groups of three or not at all, and perhaps a fraction.
bool fits(std::string_view text, char group, char decimal) {
    const auto mark = text.find(decimal);
    const auto whole = text.substr(0, mark);
    if (mark != text.npos && !all_digits(text.substr(mark + 1))) return false;
    if (all_digits(whole)) return true;
    const auto groups = split(whole, group);
    // "0.500" groups nothing: a thousand does not start with a nought.
    if (groups.size() < 2 || groups[0].size() > 3 || !all_digits(groups[0]) || groups[0][0] == '0') return false;
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](std::string_view part) { return part.size() == 3 && all_digits(part); });
}

std::string with_decimal_point(const Bare& bare, Notation notation) {
    const char group = notation == Notation::dutch ? '.' : ',';
    const char decimal = notation == Notation::dutch ? ',' : '.';
    std::string result = bare.negative ? "-" : "";
    for (const char c : bare.digits) {
        if (c == group) continue;
        result += c == decimal ? '.' : c;
    }
    return result;
}

Error reason(std::string text) { return Error{std::move(text), "", 0, 0}; }

/// The cell for a message, without a number that must not be repeated.
std::string shown(std::string_view cell) {
    return fmt::format("'{}'", quotable(domain::without_service_numbers(cell)));
}

/// Most cells are a few digits with at most one decimal mark: exact with one division, since 10^k and the digits fit in
/// a double.
std::optional<double> short_decimal(std::string_view text, char decimal) {
    static constexpr std::array<double, 16> kPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (text.empty() || text.size() > 16 || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
    std::uint64_t digits = 0;
    std::size_t decimals = 0;
    bool fraction = false;
    for (const char c : text) {
        if (is_digit(c)) {
            digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
            decimals += fraction ? 1 : 0;
        } else if (c == decimal && !fraction) {
            fraction = true;
        } else {
            return std::nullopt;
        }
    }
    if (digits > (std::uint64_t{1} << 53)) return std::nullopt;
    return static_cast<double>(digits) / kPowers[decimals];
}

Result<FactValue> number(std::string_view cell, Notation notation) {
    if (const auto quick = short_decimal(cell, notation == Notation::dutch ? ',' : '.')) {
        if (!domain::within_bounds(FactType::number, *quick))
            return reason(fmt::format("{} is te groot of te klein", shown(cell)));
        return *quick;
    }
    const Bare found = bare(cell);
    const bool good = !found.euro && fits(found.digits, notation == Notation::dutch ? '.' : ',',
                                          notation == Notation::dutch ? ',' : '.');
    if (!good) return reason(fmt::format("{} is geen getal in {} notatie", shown(cell), dutch_name(notation)));
    const std::string text = with_decimal_point(found, notation);
    const auto value = found.percentage ? parse_percentage(text) : parse_decimal(text);
    if (!value || !domain::within_bounds(FactType::number, *value))
        return reason(fmt::format(
            "{} is te groot of te klein; een getal is 0 of ligt tussen 0,000000001 en 1.000.000.000.000.000",
            quotable(cell)));
    return *value;
}

Result<FactValue> amount(std::string_view cell, Notation notation) {
    const Bare found = bare(cell);
    const bool good = !found.percentage && fits(found.digits, notation == Notation::dutch ? '.' : ',',
                                                notation == Notation::dutch ? ',' : '.');
    if (!good) return reason(fmt::format("{} is geen bedrag in {} notatie", shown(cell), dutch_name(notation)));
    const auto cents = parse_cents(with_decimal_point(found, notation));
    if (!cents) return reason(fmt::format("{} heeft meer dan twee decimalen of te veel cijfers", shown(cell)));
    const auto value = static_cast<double>(*cents);
    if (!domain::within_bounds(FactType::amount, value))
        return reason(fmt::format("{} is te groot; een bedrag is hooguit € 100.000.000.000", quotable(cell)));
    return value;
}

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

Result<FactValue> boolean(std::string_view cell) {
    const std::string word = lower(cell);
    if (word == "ja" || word == "true" || word == "waar") return 1.0;
    if (word == "nee" || word == "false" || word == "onwaar") return 0.0;
    return reason(fmt::format("{} is geen ja of nee", shown(cell)));
}

Result<FactValue> date(std::string_view cell) {
    auto day = parse_iso_date(cell);
    if (!day) day = parse_dutch_date(cell);
    if (!day) return reason(fmt::format("{} is geen bestaande datum; verwacht 2018-10-31 of 31-10-2018", shown(cell)));
    return static_cast<FactValue>(day->days);
}

Result<FactValue> choice(const FactDefinition& fact, std::string_view cell) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < fact.options.size(); ++i) {
        if (lower(cell) == fact.options[i].key || cell == fact.options[i].label) return static_cast<FactValue>(i);
        keys.push_back(fact.options[i].key);
    }
    return reason(fmt::format("{} is geen keuze van {}{}", shown(cell), fact.key, did_you_mean(lower(cell), keys)));
}

}  // namespace

std::string_view dutch_name(Notation notation) { return notation == Notation::dutch ? "Nederlandse" : "Engelse"; }

Reading reading_of(std::string_view cell) {
    const std::string_view digits = bare(cell).digits;
    if (all_digits(digits)) return Reading::same_in_both;
    const bool dutch = fits(digits, '.', ',');
    const bool english = fits(digits, ',', '.');
    if (dutch && english) return Reading::different;
    if (dutch) return Reading::dutch;
    return english ? Reading::english : Reading::neither;
}

std::optional<double> plain_digits(std::string_view cell) {
    if (cell.empty() || cell.size() > 15) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : cell) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return static_cast<double>(value);
}

void NotationEvidence::add(Reading reading) {
    dutch += reading == Reading::dutch ? 1 : 0;
    english += reading == Reading::english ? 1 : 0;
    undecided += reading == Reading::different ? 1 : 0;
}

NotationEvidence& NotationEvidence::operator+=(const NotationEvidence& other) {
    dutch += other.dutch;
    english += other.english;
    undecided += other.undecided;
    return *this;
}

std::optional<NotationChoice> choose_notation(const NotationEvidence& evidence, char separator,
                                              std::optional<Notation> asked) {
    if (asked) return NotationChoice{*asked, "gevraagd met --notation"};
    if (evidence.dutch > evidence.english) return NotationChoice{Notation::dutch, "blijkt uit de getallen"};
    if (evidence.english > evidence.dutch) return NotationChoice{Notation::english, "blijkt uit de getallen"};
    const bool needed = evidence.undecided > 0 || evidence.dutch > 0;
    if (separator == ';')
        return NotationChoice{Notation::dutch, needed ? "volgt uit het scheidingsteken ;" : "maakt hier niet uit"};
    if (separator == ',')
        return NotationChoice{Notation::english, needed ? "volgt uit het scheidingsteken ," : "maakt hier niet uit"};
    if (needed) return std::nullopt;
    return NotationChoice{Notation::dutch, "maakt hier niet uit"};
}

bool is_number_of_sheet(const CsvText& csv, const CsvRow& row, std::size_t cell) {
    return csv.from_workbook && !std::binary_search(row.quoted.begin(), row.quoted.end(), cell) &&
           reading_of(row.cells[cell]) != Reading::neither;
}

void add_evidence(NotationEvidence& evidence, const CsvText& csv, const CsvRow& row, std::size_t cell) {
    if (!is_number_of_sheet(csv, row, cell)) evidence.add(reading_of(row.cells[cell]));
}

Notation notation_of(const CsvText& csv, const CsvRow& row, std::size_t cell, Notation of_file) {
    return is_number_of_sheet(csv, row, cell) ? Notation::english : of_file;
}

Result<FactValue> parse_cell(const FactDefinition& fact, std::string_view cell, Notation notation) {
    switch (fact.type) {
        case FactType::number:
            return number(trimmed(cell), notation);
        case FactType::amount:
            return amount(trimmed(cell), notation);
        case FactType::boolean:
            return boolean(trimmed(cell));
        case FactType::date:
            return date(trimmed(cell));
        case FactType::choice:
            break;
    }
    return choice(fact, trimmed(cell));
}

}  // namespace slagboom::files
