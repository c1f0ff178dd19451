// A handful of facts, one of each type and frequency, for tests of files.
#pragma once

#include <string>
#include <string_view>

#include "domain/fact.h"

namespace slagboom::tests {

inline domain::FactDefinition fact_of(std::string key, domain::FactType type, domain::Frequency frequency) {
    domain::FactDefinition fact;
    fact.key = std::move(key);
    fact.type = type;
    fact.frequency = frequency;
    fact.validity_months = frequency == domain::Frequency::dated ? 24 : 0;
    fact.label = fact.key;
    if (type == domain::FactType::choice) {
        fact.options = {{"bv", "besloten vennootschap"}, {"eenmanszaak", "eenmanszaak"}, {"stichting", "stichting"}};
    }
    return fact;
}

/// Ordered by key, as a catalogue is.
inline domain::FactCatalogue small_catalogue() {
    using domain::FactType;
    using domain::Frequency;
    return {{
        fact_of("clienten", FactType::number, Frequency::quarter),
        fact_of("omzet", FactType::amount, Frequency::year),
        fact_of("oprichting", FactType::date, Frequency::dated),
        fact_of("rechtsvorm", FactType::choice, Frequency::dated),
        fact_of("verzuim", FactType::number, Frequency::month),
        fact_of("vog", FactType::boolean, Frequency::dated),
    }};
}

/// `text` so many times.
inline std::string repeated(std::string_view text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

}  // namespace slagboom::tests
