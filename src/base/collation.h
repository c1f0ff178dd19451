#pragma once

#include <string>
#include <string_view>

namespace slagboom {

/// Bytes that order texts as a Dutch reader looks them up: accents and capitals make no difference, and 2 comes before
/// 10. Only to be compared within one run: another version of the Unicode library may make others.
std::string reading_order(std::string_view text);

}  // namespace slagboom
