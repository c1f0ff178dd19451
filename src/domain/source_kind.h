#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace slagboom::domain {

/// What kind of source a name stands for, with the ground, purpose and term that this kind presets (GDPR art. 5 and 6;
/// design §4: no source without them).
struct SourceKind {
    std::string_view kind;     ///< "register", "jaarstuk", …: as on the API
    std::string_view ground;   ///< legal ground, Dutch
    std::string_view purpose;  ///< Dutch
    int term_months = 0;       ///< kept this long after the end of the provider's last contract
};

/// The kind of a source by its name in a file ("kvk", "digimv", …); what is not known by name is a document.
SourceKind source_kind(std::string_view name);

/// A preset ground or purpose in English; nothing for another text, which somebody else wrote.
std::optional<std::string> in_english(std::string_view ground_or_purpose);

}  // namespace slagboom::domain
