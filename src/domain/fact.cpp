#include "domain/fact.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"

namespace slagboom::domain {
namespace {

constexpr std::array<std::string_view, 5> kTypeNames{"number", "amount", "boolean", "date", "choice"};
constexpr std::array<std::string_view, 5> kDutchTypeNames{"getal", "bedrag", "ja/nee", "datum", "keuze"};
constexpr std::array<std::string_view, 4> kProtectionNames{"open", "confidential", "personal", "vault"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

const Option& option_of(const FactDefinition& definition, FactValue value) {
    return definition.options[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name(FactType type) { return kTypeNames[static_cast<std::size_t>(type)]; }
std::string_view dutch_name(FactType type) { return kDutchTypeNames[static_cast<std::size_t>(type)]; }
std::optional<FactType> fact_type_named(std::string_view text) { return named<FactType>(kTypeNames, text); }
std::string_view name(Protection protection) { return kProtectionNames[static_cast<std::size_t>(protection)]; }
std::optional<Protection> protection_named(std::string_view text) { return named<Protection>(kProtectionNames, text); }

std::optional<std::size_t> FactCatalogue::find(std::string_view key) const {
    const auto found =
        std::lower_bound(facts.begin(), facts.end(), key,
                         [](const FactDefinition& fact, std::string_view wanted) { return fact.key < wanted; });
    if (found == facts.end() || found->key != key) return std::nullopt;
    return static_cast<std::size_t>(found - facts.begin());
}

std::vector<std::string> FactCatalogue::keys() const {
    std::vector<std::string> result;
    for (const auto& fact : facts) result.push_back(fact.key);
    return result;
}

bool within_bounds(FactType type, FactValue value) {
    const double size = std::abs(value);
    if (type == FactType::amount) return size <= kLargestAmountCents;
    if (type == FactType::number) return size == 0 || (size >= kSmallestNumber && size <= kLargestNumber);
    return true;
}

std::string plain_text(const FactDefinition& definition, FactValue value) {
    switch (definition.type) {
        case FactType::number:
            return shortest(value);
        case FactType::amount:
            return euros(static_cast<std::int64_t>(value));
        case FactType::boolean:
            return value != 0 ? "true" : "false";
        case FactType::date:
            return Date{static_cast<std::int32_t>(value)}.iso();
        case FactType::choice:
            break;
    }
    return option_of(definition, value).key;
}

std::string dutch_text(const FactDefinition& definition, FactValue value) {
    switch (definition.type) {
        case FactType::number:
            return dutch_number(value);
        case FactType::amount:
            return dutch_euros(value);
        case FactType::boolean:
            return value != 0 ? "ja" : "nee";
        case FactType::date:
            return Date{static_cast<std::int32_t>(value)}.dutch();
        case FactType::choice:
            break;
    }
    return option_of(definition, value).label;
}

}  // namespace slagboom::domain
