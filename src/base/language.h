#pragma once

#include <cstdint>

namespace slagboom {

/// In which a text for people is.
enum class Language : std::uint8_t { dutch, english };

}  // namespace slagboom
