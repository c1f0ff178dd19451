#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "expr/token.h"

namespace slagboom::expr {
namespace {

constexpr std::string_view kEuro = "€";
constexpr std::size_t kMaxNumberLength = 40;
constexpr std::array<std::string_view, 16> kKeywords{"and",         "or",  "not",  "between", "in",       "at",
                                                     "least",       "of",  "true", "false",   "previous", "growth",
                                                     "years_since", "min", "max",  "abs"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// 1.250 or 12.500: an English decimal or a Dutch thousand. Nobody should have to guess.
bool reads_two_ways(std::string_view text) {
    const auto point = text.find('.');
    return point != text.npos && point >= 1 && point <= 3 && text[0] != '0' && text.size() - point == 4;
}

/// 2018-10-31, or 2018-1-5 that somebody meant as a date; 2000-1000-5 is arithmetic.
bool looks_like_a_date(std::string_view run) {
    const auto parts = split(run, '-');
    return parts.size() == 3 && parts[0].size() == 4 && !parts[1].empty() && parts[1].size() <= 2 &&
           !parts[2].empty() && parts[2].size() <= 2;
}

class Lexer {
 public:
    explicit Lexer(std::string_view rule) : rule_(rule) {}

    Result<std::vector<Token>> run() {
        std::vector<Token> tokens;
        for (;;) {
            while (at_ < rule_.size() && is_blank(rule_[at_])) ++at_;
            SLAGBOOM_TRY(Token token, next());
            tokens.push_back(std::move(token));
            if (tokens.back().kind == TokenKind::end) return tokens;
        }
    }

 private:
    Result<Token> next() {
        const std::size_t start = at_;
        if (at_ == rule_.size()) return Token{TokenKind::end, "", start};
        if (rule_.substr(at_).starts_with(kEuro)) return amount();
        if (rule_[at_] == '\'') return choice();
        if (is_digit(rule_[at_])) return date_or_number();
        if (is_letter(rule_[at_])) return Token{TokenKind::word, std::string(take_while(is_word_part)), start};
        return symbol();
    }

    static bool is_word_part(char c) { return is_letter(c) || is_digit(c); }

    template <class Predicate>
    std::string_view take_while(Predicate belongs) {
        const std::size_t start = at_;
        while (at_ < rule_.size() && belongs(rule_[at_])) ++at_;
        return rule_.substr(start, at_ - start);
    }

    Result<Token> date_or_number() {
        const std::size_t start = at_;
        const auto part = [](char c) { return is_digit(c) || c == '-'; };
        const std::string_view run = take_while(part);
        const bool like_a_date = looks_like_a_date(run);
        if (like_a_date) {
            if (!parse_iso_date(run))
                return error_at(rule_, start, fmt::format("'{}' is geen bestaande datum (jjjj-mm-dd)", quotable(run)));
            return Token{TokenKind::date, std::string(run), start};
        }
        at_ = start;
        return number();
    }

    Result<Token> number() {
        const std::size_t start = at_;
        const std::string text{take_while([](char c) { return is_digit(c) || c == '.' || c == ','; })};
        if (at_ < rule_.size() && is_letter(rule_[at_])) {
            return error_at(rule_, start, fmt::format("'{}{}' is geen getal en geen naam", quotable(text), rule_[at_]));
        }
        // A comma that ends the text separates arguments; it is no part of the number.
        const auto end = text.find(',');
        const std::string digits = text.substr(0, end);
        at_ = start + digits.size();
        if (end != text.npos && end + 1 < text.size()) {
            return error_at(
                rule_, start,
                fmt::format(
                    "'{}': een getal heeft een punt voor de decimalen (schrijf na een komma in een lijst een spatie)",
                    quotable(text)));
        }
        if (digits.size() > kMaxNumberLength)
            return error_at(rule_, start, fmt::format("een getal heeft hooguit {} tekens", kMaxNumberLength));
        const auto value = parse_decimal(digits);
        if (!value)
            return error_at(
                rule_, start,
                fmt::format("'{}' is geen getal; verwacht cijfers met hooguit één decimale punt", quotable(digits)));
        const bool percentage = at_ < rule_.size() && rule_[at_] == '%';
        if (reads_two_ways(digits)) {
            std::string without_point = digits;
            without_point.erase(without_point.find('.'), 1);
            return error_at(rule_, start,
                            fmt::format("'{}' kan {} of {} zijn; schrijf het één of het ander", digits, without_point,
                                        shortest(*value)));
        }
        if (*value != 0 && (*value > 1e15 || *value < 1e-9)) {
            return error_at(
                rule_, start,
                fmt::format(
                    "'{}' is te groot of te klein; een getal is 0 of ligt tussen 0.000000001 en 1000000000000000",
                    quotable(digits)));
        }
        if (percentage) ++at_;
        return Token{percentage ? TokenKind::percentage : TokenKind::number, digits + (percentage ? "%" : ""), start};
    }

    /// After €: digits, grouped in strict threes or not at all, and perhaps a comma with exactly two digits.
    Result<Token> amount() {
        const std::size_t start = at_;
        at_ += kEuro.size();
        take_while([](char c) { return c == ' ' || c == '\t'; });
        const std::size_t digits_at = at_;
        std::string text{take_while([](char c) { return is_digit(c) || c == '.' || c == ','; })};
        if (text.ends_with(',')) {  // the comma of a list
            text.pop_back();
            --at_;
        }
        const auto comma = text.find(',');
        const std::string whole = text.substr(0, comma);
        const bool cents_right =
            comma == text.npos || (text.size() - comma == 3 && text.find_first_of(".,", comma + 1) == text.npos);
        if (!cents_right || !grouped_right(whole)) {
            return error_at(
                rule_, digits_at,
                fmt::format("'{}' is geen bedrag; verwacht bijvoorbeeld € 1.250.000 of € 12,50", quotable(text)));
        }
        if (std::count_if(whole.begin(), whole.end(), is_digit) > 12) {
            return error_at(rule_, digits_at,
                            fmt::format("'{}' is te groot; een bedrag is hooguit € 100.000.000.000", quotable(text)));
        }
        return Token{TokenKind::amount, "€" + text, start};
    }

    static bool grouped_right(std::string_view whole) {
        if (whole.empty() || whole[0] == '.') return false;
        const auto groups = split(whole, '.');
        if (groups.size() == 1) return true;
        if (groups[0].size() > 3 || groups[0][0] == '0') return false;
        return std::all_of(groups.begin() + 1, groups.end(), [](std::string_view group) { return group.size() == 3; });
    }

    Result<Token> choice() {
        const std::size_t start = at_++;
        const auto end = rule_.find('\'', at_);
        if (end == rule_.npos) return error_at(rule_, start, "hier begint een keuze met ', maar de tweede ' ontbreekt");
        const std::string_view key = rule_.substr(at_, end - at_);
        if (!is_key(key))
            return error_at(
                rule_, start,
                fmt::format("'{}' kan geen keuze zijn; verwacht kleine letters, cijfers en _", quotable(key)));
        at_ = end + 1;
        return Token{TokenKind::choice, fmt::format("'{}'", key), start};
    }

    Result<Token> symbol() {
        constexpr std::array<std::string_view, 12> kSymbols{"<=", ">=", "!=", "<", ">", "=",
                                                            "+",  "-",  "*",  "/", "(", ")"};
        const std::size_t start = at_;
        for (const auto text : kSymbols) {
            if (!rule_.substr(at_).starts_with(text)) continue;
            at_ += text.size();
            return Token{TokenKind::symbol, std::string(text), start};
        }
        if (rule_[at_] == ',') {
            ++at_;
            return Token{TokenKind::symbol, ",", start};
        }
        return error_at(rule_, start,
                        fmt::format("'{}' hoort niet in een regel", quotable(first_character(rule_.substr(at_)))));
    }

    std::string_view rule_;
    std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<Token>> lex(std::string_view rule) {
    if (rule.size() > kMaxRuleBytes) {
        return Error{fmt::format("de regel is te lang: {} bytes, hooguit {}", rule.size(), kMaxRuleBytes), "", 0, 0};
    }
    if (const auto bad = first_bad_byte(rule)) {
        const LineColumn place = line_column(rule, *bad);
        return Error{"hier staat een byte die geen tekst is (NUL of gebroken UTF-8)", "", place.line, place.column};
    }
    return Lexer(rule).run();
}

std::string token_text(const std::vector<Token>& tokens) {
    std::vector<std::string> words;
    for (const auto& token : tokens) {
        if (token.kind != TokenKind::end) words.push_back(token.text);
    }
    return joined(words, " ");
}

bool is_keyword(std::string_view word) {
    return std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end();
}

Error error_at(std::string_view rule, std::size_t offset, std::string reason) {
    const LineColumn place = line_column(rule, offset);
    return Error{std::move(reason), "", place.line, place.column};
}

}  // namespace slagboom::expr
