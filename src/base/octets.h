#pragma once

#include <string>
#include <string_view>

namespace slagboom {

/// The same bytes as C libraries want them. Valid as long as the text is.
inline const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
inline unsigned char* octets(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace slagboom
