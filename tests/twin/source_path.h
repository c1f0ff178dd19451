#pragma once

#include <string>

namespace slagboom::tests {

/// A file of the source tree; where that is, the build says.
inline std::string source_path(const std::string& inside) { return std::string(SLAGBOOM_SOURCE_DIR) + "/" + inside; }

}  // namespace slagboom::tests
