#include "domain/forbidden_fact.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace slagboom::domain {
namespace {

/// Long enough to mean nothing else, wherever they stand in a name.
constexpr std::array<std::string_view, 28> kAnywhere{
    "nationaliteit",     "nationality",      "staatsburgerschap",  "geboorteplaats",    "geboorteland",
    "birthplace",        "placeofbirth",     "countryofbirth",     "geboortedatum",     "dateofbirth",
    "birthdate",         "etniciteit",       "ethnicity",          "etnisch",           "huidskleur",
    "religie",           "religion",         "godsdienst",         "levensovertuiging", "geloofsovertuiging",
    "politiekevoorkeur", "seksuelevoorkeur", "seksuelegeaardheid", "achternaam",        "familienaam",
    "meisjesnaam",       "surname",          "burgerservicenummer"};

/// Words that are part of innocent ones ("geloofwaardig", "gras"), so only on their own.
constexpr std::array<std::string_view, 11> kAlone{"bsn", "bsnnummer", "bsnnr",  "sofinummer", "sofinr", "afkomst",
                                                  "ras", "race",      "geloof", "lastname",   "ssn"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "KvK-nummer", "kvk_nummer" and "kvkNummer" have the same words, in small letters.
std::vector<std::string> words_of(std::string_view key) {
    std::vector<std::string> words(1);
    char before = ' ';
    for (const char c : key) {
        const bool letter = is_lower(c) || is_upper(c) || is_digit(c);
        const bool begins = is_upper(c) && is_lower(before);
        if ((!letter || begins) && !words.back().empty()) words.emplace_back();
        if (letter) words.back() += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        before = c;
    }
    return words;
}

/// Words that stand alone may be followed by a number: "bsn2".
std::string_view without_digits(std::string_view word) {
    while (!word.empty() && is_digit(word.back())) word.remove_suffix(1);
    return word;
}

}  // namespace

std::optional<std::string_view> forbidden_fact(std::string_view key) {
    std::string joined;
    for (const std::string& word : words_of(key)) {
        const auto found = std::find(kAlone.begin(), kAlone.end(), without_digits(word));
        if (found != kAlone.end()) return *found;
        joined += word;
    }
    for (const std::string_view word : kAnywhere) {
        if (joined.find(word) != joined.npos) return word;
    }
    // "B.S.N." falls apart into letters.
    const std::string_view bare = without_digits(joined);
    const auto found = std::find(kAlone.begin(), kAlone.end(), bare);
    if (found != kAlone.end()) return *found;
    return std::nullopt;
}

}  // namespace slagboom::domain
