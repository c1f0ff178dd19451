#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/connection.h"

namespace slagboom::storage {

/// One step of the tables, as it stands in migrations/NNNN_name.sql with the type words $int, $real, $text and $bytes
/// (decision 39). Never changed once released: a new step is a new file.
struct Migration {
    int number = 0;
    std::string_view name;
    std::string_view script;
};

/// All steps in order, 1, 2, 3, …
const std::vector<Migration>& migrations();

/// The script in the words of an engine.
std::string translated(std::string_view script, Engine engine);

}  // namespace slagboom::storage
