#include "base/error.h"

#include <fmt/format.h>

namespace slagboom {

std::string Error::text() const {
    std::string place = file;
    if (line > 0) place += fmt::format("{}{}", place.empty() ? "regel " : ":", line);
    if (column > 0) place += fmt::format(":{}", column);
    return place.empty() ? reason : fmt::format("{}: {}", place, reason);
}

}  // namespace slagboom
