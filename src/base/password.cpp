#include "base/password.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>
#include <vector>

#include "base/encoding.h"
#include "base/folded.h"
#include "base/random.h"
#include "base/secret_bytes.h"
#include "base/text.h"

namespace slagboom {
namespace {

constexpr std::size_t kStartPasswordBytes = 15;

using HashText = std::array<char, crypto_pwhash_STRBYTES>;

/// Words that stand at the top of published lists of leaked passwords, and those that lie at hand for users of this
/// program; folded. Passwords are twelve characters or longer, so it is about what people make of them: "Welkom2024!!".
constexpr auto kCommonWords = std::to_array<std::string_view>({
    "aanbieder", "abc",        "abcd",      "abcdef",    "abcdefghijkl", "administrator", "admin",      "ajax",
    "amsterdam", "april",      "asdf",      "asdfghjkl", "augustus",     "baseball",      "batman",     "beheer",
    "beheerder", "computer",   "december",  "dragon",    "februari",     "feyenoord",     "football",   "geheim",
    "gemeente",  "groningen",  "hallo",     "hello",     "herfst",       "iloveyou",      "inloggen",   "januari",
    "jeugdzorg", "juli",       "juni",      "lente",     "letmein",      "login",         "maart",      "master",
    "mei",       "monkey",     "nederland", "november",  "oktober",      "pass",          "password",   "princess",
    "qwerty",    "qwertyuiop", "rotterdam", "secret",    "september",    "shadow",        "slagboom",   "sunshine",
    "superman",  "test",       "toezicht",  "twente",    "utrecht",      "voetbal",       "wachtwoord", "welcome",
    "welkom",    "winter",     "zomer",     "zorg",      "zxcvbnm",      "0123456789",    "1234567890", "123456",
    "987654321", "1q2w3e4r",   "1qaz2wsx",  "qazwsx",
});

HashText as_array(const std::string& stored) {
    HashText text{};
    std::copy_n(stored.begin(), std::min(stored.size(), text.size() - 1), text.begin());
    return text;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Nothing but words of the list, with digits, signs and blanks between them, and one word at least.
bool is_made_of_common_words(std::string_view text) {
    bool any = false;
    std::vector<bool> reached(text.size() + 1, false);  // everything before this place is explained
    reached[0] = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!reached[at]) continue;
        if (!is_letter(text[at])) reached[at + 1] = true;
        for (const auto word : kCommonWords) {
            if (text.substr(at, word.size()) != word) continue;
            reached[at + word.size()] = true;
            any = true;
        }
    }
    return any && reached[text.size()];
}

bool is_one_character_repeated(std::string_view text) {
    const auto first = first_character(text);
    for (std::size_t at = 0; at < text.size(); at += first.size())
        if (text.substr(at, first.size()) != first) return false;
    return true;
}

bool holds_name(std::string_view folded_password, std::string_view name) {
    constexpr std::size_t kTellsSomething = 3;  // "jo" is in half of all sentences
    return name.size() >= kTellsSomething && folded_password.find(name) != folded_password.npos;
}

}  // namespace

PasswordHasher::PasswordHasher(Turns& turns) : turns_(turns), of_nobody_(hash(random_token())) {}

std::string PasswordHasher::hash(std::string_view password) const {
    start_sodium();
    const std::string normal = nfc(password);
    HashText text{};
    const Turns::Turn turn(turns_);
    if (crypto_pwhash_str_alg(text.data(), normal.data(), normal.size(), kPasswordPasses, kPasswordMemory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return text.data();
}

bool PasswordHasher::verify(std::string_view password, const std::optional<std::string>& stored) const {
    const std::string normal = nfc(password);
    const HashText text = as_array(stored ? *stored : of_nobody_);
    const Turns::Turn turn(turns_);
    const bool fits = crypto_pwhash_str_verify(text.data(), normal.data(), normal.size()) == 0;
    return fits && stored.has_value();
}

bool needs_rehash(const std::string& stored) {
    return crypto_pwhash_str_needs_rehash(as_array(stored).data(), kPasswordPasses, kPasswordMemory) != 0;
}

std::optional<std::string> password_fault(std::string_view password, std::string_view account_name) {
    if (first_bad_byte(password)) return "het wachtwoord bevat tekens die niet te lezen zijn";
    const std::string normal = nfc(password);
    const std::size_t length = characters(normal);
    if (length < kPasswordShortest)
        return fmt::format("het wachtwoord is te kort: kies minstens {} tekens", kPasswordShortest);
    if (length > kPasswordLongest)
        return fmt::format("het wachtwoord is te lang: kies hoogstens {} tekens", kPasswordLongest);

    const std::string plain = folded(normal);
    const std::string name = folded(account_name);
    if (holds_name(plain, name) || holds_name(plain, std::string_view(name).substr(0, name.find('@'))))
        return "het wachtwoord bevat de naam van het account; kies een ander";
    if (is_made_of_common_words(plain) || is_one_character_repeated(plain))
        return "dit wachtwoord is makkelijk te raden; kies een zin die alleen u bedenkt";
    return std::nullopt;
}

std::string make_start_password() { return base32(random_bytes(kStartPasswordBytes)); }

}  // namespace slagboom
