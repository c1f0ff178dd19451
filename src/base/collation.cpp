#include "base/collation.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace slagboom {
namespace {

std::unique_ptr<icu::Collator> made() {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("nl"), status));
    if (U_FAILURE(status)) throw std::runtime_error("the order of letters is not installed");
    collator->setStrength(icu::Collator::PRIMARY);
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    return collator;
}

}  // namespace

std::string reading_order(std::string_view text) {
    static const std::unique_ptr<const icu::Collator> collator = made();
    const auto source =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string key(static_cast<std::size_t>(collator->getSortKey(source, nullptr, 0)), '\0');
    collator->getSortKey(source, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    return key;
}

}  // namespace slagboom
