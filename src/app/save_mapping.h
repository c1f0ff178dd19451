#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/signed_in.h"
#include "storage/import_store.h"

namespace slagboom::app {

/// Names of columns in a file of somebody else, each with the name that we read.
using MappedColumns = std::vector<std::pair<std::string, std::string>>;

struct SavedMapping {
    storage::ColumnMapping mapping;
    bool made = false;  ///< it was not there
};

/// Keeps a mapping under a name, or replaces the one that was there: then `version` is that of the one to be replaced.
/// Refused: without columns, with a name twice, and with names that no kind of file reads together.
Answer<SavedMapping> save_mapping(System& system, const SignedIn& who, const std::string& name,
                                  const MappedColumns& columns, std::optional<std::int64_t> version);
/// Its columns, in order of theirs.
MappedColumns columns_of(const storage::ColumnMapping& mapping);

}  // namespace slagboom::app
