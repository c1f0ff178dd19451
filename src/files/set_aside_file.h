#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "files/faults.h"
#include "scoring/set_aside.h"

namespace slagboom::files {

struct SetAsideFile {
    std::vector<scoring::SetAside> set_asides;  ///< in order of the file
    std::vector<std::size_t> lines;             ///< per set-aside
    std::size_t rows = 0;
    Faults faults;
};

/// Reads `aanbieder, indicator, periode, uitleg, door, akkoord, datum` (decision 25). Who accepts is not who explains.
/// `providers` are those of the population, ordered; a row about another one is a fault.
Result<SetAsideFile> read_set_aside_file(std::string_view bytes, const scoring::Model& model,
                                         const std::vector<std::string>& providers);

}  // namespace slagboom::files
