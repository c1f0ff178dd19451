#pragma once

#include <string>
#include <string_view>

namespace slagboom {

/// A name (valid UTF-8) as it is searched and sorted by: in Latin letters without accents, lower case, single blanks,
/// none at the ends. "Façade  B.V." gives "facade b.v.". Signs stay, and so does what has no Latin form. Stored beside
/// the name, since another version of ICU may fold otherwise. Safe to call from several threads at once.
std::string folded(std::string_view text);

}  // namespace slagboom
