#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace slagboom::files {

/// The largest file that is read; above it a clear error instead of a machine without memory.
inline constexpr std::size_t kMaxFileBytes = std::size_t{2} << 30;

/// All bytes of a file; "-" is standard input. Refuses a folder and what is larger than `limit`.
Result<std::string> read_file(const std::string& path, std::size_t limit = kMaxFileBytes);

}  // namespace slagboom::files
