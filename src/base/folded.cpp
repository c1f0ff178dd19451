#include "base/folded.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace slagboom {
namespace {

/// Made once, for it takes milliseconds, and never changed.
const icu::Transliterator& folding() {
    static const std::unique_ptr<const icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Transliterator> result(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status) || !result) std::abort();  // ICU without its own data
        return result;
    }();
    return *made;
}

bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What the transliteration does to plain ASCII, without its cost.
std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::string transliterated(std::string_view text) {
    auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    folding().transliterate(letters);
    for (std::int32_t at = 0; at < letters.length(); ++at)  // every blank of Unicode is one code unit
        if (u_isUWhiteSpace(letters[at])) letters.setCharAt(at, u' ');
    std::string result;
    return letters.toUTF8String(result);
}

std::string with_single_blanks(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!blank) result += c;
        if (blank && !result.empty() && result.back() != ' ') result += ' ';
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

}  // namespace

std::string folded(std::string_view text) {
    return with_single_blanks(is_plain(text) ? lower(text) : transliterated(text));
}

}  // namespace slagboom
