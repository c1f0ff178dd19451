#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// Says of rows of a register table that they hold no longer, as of this transaction. They stay where they are.
void supersede(Transaction& transaction, std::string_view table, const std::vector<std::int64_t>& ids);

}  // namespace slagboom::storage
