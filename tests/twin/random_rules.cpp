#include "twin/random_rules.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace slagboom::tests {
namespace {

using domain::FactDefinition;
using domain::FactType;
using domain::Frequency;

// Few values, many of them multiples of each other: sums, quotients and limits meet often.
const std::vector<double> kNumbers{0,    1,     2,   3,       4,    5,    10,   13,       20,    65,
                                   100,  130,   200, 650,     999,  1000, 0.5,  0.65,     0.1,   0.2,
                                   0.3,  0.7,   1.5, 1e-9,    1e15, 1e-3, 12.5, 1.125,    7,     9,
                                   0.01, 0.013, 1e9, 123.456, 2e-9, 33.3, 1e14, 999999.5, 0.035, 1.0 / 1024};
const std::vector<double> kCents{0,        1,        100,      1250,         65000,        100000,  130000,   6500000,
                                 10000000, 65000000, 99999999, 100000000,    125000050,    1e13,    1e13 - 1, 5,
                                 13,       200,      1000,     170000000000, 999999999999, 30000000};
const std::vector<std::string> kDays{"2016-02-29", "2000-02-29", "2018-10-31", "2018-10-30", "2017-10-31",
                                     "2018-11-01", "2015-11-01", "1999-12-31", "1800-01-01", "9999-12-31",
                                     "2019-02-28", "2019-03-01", "2020-02-29", "1900-02-28", "1900-03-01",
                                     "2100-03-01", "2000-03-01", "2008-10-31", "2018-01-01", "2017-12-31"};
const std::vector<std::string> kPercentages{"65%", "10%", "0.5%", "100%",    "33.3%", "0%",
                                            "7%",  "30%", "150%", "0.2877%", "1.3%"};
const std::vector<std::string> kOptions{"bv", "nv", "stichting", "vof", "maatschap"};
const std::vector<Frequency> kFrequencies{Frequency::dated, Frequency::year, Frequency::quarter, Frequency::month};

double day_number(const std::string& iso) { return parse_iso_date(iso)->days; }

FactDefinition fact(Random& random, const std::string& key, FactType type, Frequency frequency) {
    FactDefinition definition;
    definition.key = key;
    definition.label = key;
    definition.type = type;
    definition.frequency = frequency;
    definition.validity_months = 12;
    if (type != FactType::choice) return definition;
    // Options differ between facts and their order too, so that a code is never a position by accident.
    const std::size_t first = random.below(kOptions.size());
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string option = kOptions[(first + i) % kOptions.size()] + "_" + key.substr(key.size() - 1);
        definition.options.push_back({option, option});
    }
    return definition;
}

double random_number(Random& random) {
    if (random.chance(15)) return static_cast<double>(random.below(2000000)) / 1000;
    return random.pick(kNumbers);
}

std::string grouped(std::uint64_t whole) {
    std::string digits = std::to_string(whole);
    for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, ".");
    return digits;
}

std::string amount_literal(Random& random, double cents) {
    const auto size = static_cast<std::uint64_t>(std::abs(cents));
    const auto rest = size % 100;
    std::string text = (random.chance(80) ? "€ " : "€") + grouped(size / 100);
    if (rest != 0 || random.chance(10)) text += (rest < 10 ? ",0" : ",") + std::to_string(rest);
    return text;
}

/// In full, without an exponent; never in the form that reads two ways.
std::string number_literal(double value) {
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::fixed).ptr;
    std::string text(buffer, end);
    const auto point = text.find('.');
    if (point != text.npos && text.size() - point == 4) text += '0';
    return text;
}

/// How tightly a part holds, as in the table of docs/language.md.
enum Tightness { kOr, kAnd, kNot, kComparison, kSum, kProduct, kSign, kPrimary };

struct Phrase {
    std::string plain;
    std::string bracketed;
    Tightness tightness = kPrimary;
};

Phrase word(const std::string& text) { return {text, text, kPrimary}; }

class Generator {
 public:
    Generator(Random& random, const World& world) : random_(random), world_(world) {}

    // Operands are drawn one statement at a time: the order within one expression is the compiler's choice.
    Phrase part(FactType type, int depth) {
        switch (type) {
            case FactType::number:
                return number(depth);
            case FactType::amount:
                return amount(depth);
            case FactType::boolean:
                return condition(depth);
            case FactType::date:
                return date();
            case FactType::choice:
                break;
        }
        return cell(FactType::choice);
    }

    Phrase condition(int depth) {
        if (depth <= 0)
            return random_.chance(8) ? word(random_.chance(50) ? "true" : "false") : cell(FactType::boolean);
        switch (random_.below(12)) {
            case 0:
                return cell(FactType::boolean);
            case 1:
            case 2:
                return chain("and", kAnd, depth);
            case 3:
            case 4:
                return chain("or", kOr, depth);
            case 5:
                return prefix("not ", condition(depth - 1), kNot);
            case 6:
                return at_least(depth);
            case 7:
                return between(depth);
            case 8:
                return in(depth);
            case 9:
                return equality(depth);
            default:
                return comparison(depth);
        }
    }

 private:
    std::string operand(const Phrase& phrase, Tightness asked) {
        const bool brackets = phrase.tightness < asked || random_.chance(8);
        return brackets ? "(" + phrase.plain + ")" : phrase.plain;
    }
    static std::string enclosed(const Phrase& phrase) {
        return phrase.tightness == kPrimary ? phrase.bracketed : "(" + phrase.bracketed + ")";
    }

    Phrase prefix(const std::string& sign, const Phrase& inner, Tightness tightness) {
        const std::string plain = operand(inner, tightness);
        return {sign + plain, sign + enclosed(inner), tightness};
    }

    Phrase pair(const Phrase& left, const std::string& sign, const Phrase& right, Tightness tightness,
                Tightness asked_right) {
        // A minus keeps its blanks: 1000-10-31 is meant for a date.
        const std::string blank = sign == "-" || random_.chance(85) ? " " : "";
        const std::string a = operand(left, tightness == kComparison ? kSum : tightness);
        const std::string b = operand(right, asked_right);
        return {a + blank + sign + blank + b, enclosed(left) + " " + sign + " " + enclosed(right), tightness};
    }

    Phrase call(const std::string& name, const std::vector<Phrase>& arguments) {
        Phrase result{name + "(", name + "(", kPrimary};
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            result.plain += (i == 0 ? "" : ", ") + operand(arguments[i], kOr);
            result.bracketed += (i == 0 ? "" : ", ") + enclosed(arguments[i]);
        }
        result.plain += ")";
        result.bracketed += ")";
        return result;
    }

    Phrase chain(const std::string& name, Tightness tightness, int depth) {
        const auto asked = static_cast<Tightness>(tightness + 1);
        Phrase result{"", "", tightness};
        const std::size_t count = 2 + random_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            const Phrase next = condition(depth - 1);
            const std::string separator = i == 0 ? "" : " " + name + " ";
            result.plain += separator + operand(next, asked);
            result.bracketed += separator + enclosed(next);
        }
        return result;
    }

    Phrase at_least(int depth) {
        std::vector<Phrase> operands;
        const std::size_t count = 1 + random_.below(4);
        for (std::size_t i = 0; i < count; ++i) operands.push_back(condition(depth - 1));
        return call("at least " + std::to_string(1 + random_.below(count)) + " of ", operands);
    }

    FactType ordered_type() {
        const std::vector<FactType> types{FactType::number, FactType::number, FactType::amount, FactType::date};
        return random_.pick(types);
    }

    Phrase comparison(int depth) {
        const std::vector<std::string> signs{"<", "<=", ">", ">=", "=", "!="};
        const FactType type = ordered_type();
        const Phrase left = part(type, depth - 1);
        const Phrase right = random_.chance(60) ? literal(type) : part(type, depth - 1);
        const std::string sign = random_.pick(signs);
        return random_.chance(20) ? pair(right, sign, left, kComparison, kSum)
                                  : pair(left, sign, right, kComparison, kSum);
    }

    Phrase equality(int depth) {
        const std::string sign = random_.chance(50) ? "=" : "!=";
        if (random_.chance(40)) {
            const Phrase left = condition(depth - 1);
            const Phrase right = condition(depth - 1);
            return pair(left, sign, right, kComparison, kSum);
        }
        const FactDefinition& fact = any_fact(FactType::choice);
        const Phrase left = cell_of(fact);
        const Phrase right = random_.chance(80) ? option(fact) : cell_of(fact);
        return random_.chance(20) ? pair(right, sign, left, kComparison, kSum)
                                  : pair(left, sign, right, kComparison, kSum);
    }

    Phrase between(int depth) {
        const FactType type = ordered_type();
        const Phrase value = part(type, depth - 1);
        const Phrase low = random_.chance(70) ? literal(type) : part(type, depth - 1);
        const Phrase high = random_.chance(70) ? literal(type) : part(type, depth - 1);
        Phrase result{"", "", kComparison};
        result.plain = operand(value, kSum) + " between ";
        result.plain += operand(low, kSum) + " and ";
        result.plain += operand(high, kSum);
        result.bracketed = enclosed(value) + " between " + enclosed(low) + " and " + enclosed(high);
        return result;
    }

    Phrase in(int depth) {
        const std::vector<FactType> types{FactType::number, FactType::amount, FactType::date,
                                          FactType::choice, FactType::choice, FactType::boolean};
        const FactType type = random_.pick(types);
        const FactDefinition& fact = any_fact(FactType::choice);
        const Phrase value = type == FactType::choice ? cell_of(fact) : part(type, depth - 1);
        Phrase result{operand(value, kSum) + " in (", enclosed(value) + " in (", kComparison};
        const std::size_t count = 1 + random_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            const Phrase next =
                type == FactType::choice ? option(fact) : (random_.chance(75) ? literal(type) : part(type, depth - 1));
            result.plain += (i == 0 ? "" : ", ") + operand(next, kSum);
            result.bracketed += (i == 0 ? "" : ", ") + enclosed(next);
        }
        result.plain += ")";
        result.bracketed += ")";
        return result;
    }

    Phrase number(int depth) {
        if (depth <= 0) return random_.chance(30) ? literal(FactType::number) : cell(FactType::number);
        switch (random_.below(12)) {
            case 0:
                return literal(FactType::number);
            case 1:
                return cell(FactType::number);
            case 2:
                return growth();
            case 3:
                return call("years_since", {date()});
            case 4:
                return several(FactType::number, depth);
            case 5:
                return same_type(FactType::number, depth);
            case 6:
            case 7:
                return sum(FactType::number, depth);
            case 8: {
                const Phrase left = number(depth - 1);
                const Phrase right = number(depth - 1);
                return product(left, "*", right);
            }
            case 9:
                return quotient(FactType::number, FactType::number, depth);
            default:
                return quotient(FactType::amount, FactType::amount, depth);
        }
    }

    Phrase amount(int depth) {
        if (depth <= 0) return random_.chance(30) ? literal(FactType::amount) : cell(FactType::amount);
        switch (random_.below(8)) {
            case 0:
                return literal(FactType::amount);
            case 1:
                return cell(FactType::amount);
            case 2:
                return several(FactType::amount, depth);
            case 3:
                return same_type(FactType::amount, depth);
            case 4:
            case 5:
                return sum(FactType::amount, depth);
            case 6: {
                const Phrase money = amount(depth - 1);
                const Phrase times = number(depth - 1);
                return random_.chance(50) ? product(money, "*", times) : product(times, "*", money);
            }
            default:
                return quotient(FactType::amount, FactType::number, depth);
        }
    }

    Phrase product(const Phrase& left, const std::string& sign, const Phrase& right) {
        return pair(left, sign, right, kProduct, kSign);
    }

    Phrase quotient(FactType above, FactType below, int depth) {
        const Phrase left = part(above, depth - 1);
        const Phrase right = part(below, depth - 1);
        return product(left, "/", right);
    }

    Phrase sum(FactType type, int depth) {
        const Phrase left = part(type, depth - 1);
        const Phrase right = part(type, depth - 1);
        return pair(left, random_.chance(50) ? "+" : "-", right, kSum, kProduct);
    }

    Phrase several(FactType type, int depth) {
        std::vector<Phrase> operands;
        const std::size_t count = 2 + random_.below(2);
        for (std::size_t i = 0; i < count; ++i) operands.push_back(part(type, depth - 1));
        return call(random_.chance(50) ? "min" : "max", operands);
    }

    Phrase same_type(FactType type, int depth) {
        const Phrase inner = part(type, depth - 1);
        return random_.chance(50) ? call("abs", {inner}) : prefix("-", inner, kSign);
    }

    Phrase date() { return random_.chance(20) ? literal(FactType::date) : cell(FactType::date); }

    const FactDefinition& any_fact(FactType type, bool periodic = false) {
        std::vector<std::size_t> fitting;
        for (std::size_t i = 0; i < world_.facts.facts.size(); ++i) {
            const FactDefinition& fact = world_.facts.facts[i];
            if (fact.type == type && (fact.periodic() || !periodic)) fitting.push_back(i);
        }
        return world_.facts.facts[random_.pick(fitting)];
    }

    Phrase cell_of(const FactDefinition& fact) {
        if (fact.periodic() && random_.chance(30)) return word("previous(" + fact.key + ")");
        return word(fact.key);
    }
    Phrase cell(FactType type) { return cell_of(any_fact(type)); }
    Phrase option(const FactDefinition& fact) { return word("'" + random_.pick(fact.options).key + "'"); }

    Phrase growth() {
        const FactType type = random_.chance(50) ? FactType::number : FactType::amount;
        return word("growth(" + any_fact(type, true).key + ")");
    }

    /// Half of the time a value that stands in the table.
    double value_for_literal(FactType type) {
        const FactDefinition& fact = any_fact(type);
        const Row& row = random_.pick(world_.rows);
        const auto found = row.find({fact.key, false});
        const double fresh = random_value(random_, fact);
        return found != row.end() && random_.chance(50) ? found->second : fresh;
    }

    Phrase signed_literal(const std::string& text, bool negative) {
        return negative ? Phrase{"-" + text, "-" + text, kSign} : word(text);
    }

    Phrase literal(FactType type) {
        if (type == FactType::boolean) return word(random_.chance(50) ? "true" : "false");
        if (type == FactType::number && random_.chance(25)) return word(random_.pick(kPercentages));
        const double value = value_for_literal(type);
        if (type == FactType::date) return word(Date{static_cast<std::int32_t>(value)}.iso());
        if (type == FactType::amount) return signed_literal(amount_literal(random_, value), value < 0);
        return signed_literal(number_literal(value), value < 0);
    }

    Random& random_;
    const World& world_;
};

RandomRule as_rule(const Phrase& phrase) { return {phrase.plain, phrase.bracketed}; }

}  // namespace

std::vector<CellName> all_cells(const domain::FactCatalogue& facts) {
    std::vector<CellName> cells;
    for (const auto& fact : facts.facts) {
        cells.push_back({fact.key, false});
        if (fact.periodic()) cells.push_back({fact.key, true});
    }
    return cells;
}

const FactDefinition& definition_of(const domain::FactCatalogue& facts, const std::string& key) {
    const auto found =
        std::find_if(facts.facts.begin(), facts.facts.end(), [&](const auto& fact) { return fact.key == key; });
    if (found == facts.facts.end()) throw std::logic_error("geen feit: " + key);
    return *found;
}

double random_value(Random& random, const FactDefinition& fact) {
    const bool negative = random.chance(15);
    switch (fact.type) {
        case FactType::number: {
            const double size = random_number(random);
            return negative && size != 0 ? -size : size;
        }
        case FactType::amount: {
            const double size = random.chance(20) ? static_cast<double>(random.below(100000000)) : random.pick(kCents);
            return negative && size != 0 ? -size : size;
        }
        case FactType::boolean:
            return random.chance(50) ? 1 : 0;
        case FactType::date:
            return day_number(random.pick(kDays));
        case FactType::choice:
            break;
    }
    return static_cast<double>(random.below(fact.options.size()));
}

World random_world(Random& random, std::size_t rows) {
    World world;
    const std::vector<std::pair<std::string, FactType>> types{{"bedrag", FactType::amount},
                                                              {"datum", FactType::date},
                                                              {"getal", FactType::number},
                                                              {"keuze", FactType::choice},
                                                              {"vlag", FactType::boolean}};
    for (const auto& [name, type] : types) {
        // The first is periodic, for growth; the second dated; the third as it comes.
        const Frequency first = kFrequencies[1 + random.below(3)];
        const Frequency third = random.pick(kFrequencies);
        world.facts.facts.push_back(fact(random, name + "_a", type, first));
        world.facts.facts.push_back(fact(random, name + "_b", type, Frequency::dated));
        world.facts.facts.push_back(fact(random, name + "_c", type, third));
    }
    world.reference = Date{static_cast<std::int32_t>(day_number(random.pick(kDays)))};
    for (std::size_t i = 0; i < rows; ++i) {
        Row row;
        for (const CellName& cell : all_cells(world.facts)) {
            const double value = random_value(random, definition_of(world.facts, cell.fact));
            if (!random.chance(20)) row[cell] = value;
        }
        world.rows.push_back(std::move(row));
    }
    return world;
}

RandomRule random_condition(Random& random, const World& world) {
    const int depth = 1 + static_cast<int>(random.below(4));
    return as_rule(Generator(random, world).condition(depth));
}

RandomRule random_rule(Random& random, const World& world) {
    const std::uint64_t kind = random.below(100);
    if (kind < 70) return random_condition(random, world);
    const int depth = 1 + static_cast<int>(random.below(4));
    Generator generator(random, world);
    if (kind < 84) return as_rule(generator.part(FactType::number, depth));
    if (kind < 96) return as_rule(generator.part(FactType::amount, depth));
    return as_rule(generator.part(kind < 98 ? FactType::date : FactType::choice, depth));
}

}  // namespace slagboom::tests
