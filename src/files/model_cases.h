#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "scoring/model.h"

namespace slagboom::files {

/// An example of an indicator: facts, and what it should say (docs/model.md).
struct ModelCase {
    std::size_t line = 0;
    std::string title;
    Date reference;
    std::vector<std::pair<expr::Input, domain::FactValue>> facts;
    domain::Outcome outcome = domain::Outcome::clear;
    int points = 0;
    int possible_points = 0;
};

/// Reads cases.test of an indicator. A line that cannot be read is an error; nothing is passed over.
Result<std::vector<ModelCase>, std::vector<Error>> read_cases(const std::string& path,
                                                              const domain::FactCatalogue& facts);

}  // namespace slagboom::files
