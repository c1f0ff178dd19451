#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace slagboom::files {

/// What the columns of somebody else's file are called here. Kept beside the files it is for, and used again.
struct ColumnMapping {
    struct Rename {
        std::string from;
        std::string to;
        std::size_t line = 0;  ///< in the file of the mapping
    };
    std::string file;  ///< as errors name it
    std::vector<Rename> renames;
};

/// Reads a mapping: CSV with the columns `kolom` and `wordt`, or TOML with a table `[kolommen]` of `"their name" = "our
/// name"`. An error for an empty name and for a name that stands on the same side twice.
Result<ColumnMapping> read_column_mapping(std::string_view bytes, const std::string& file);

/// The CSV with its columns renamed; rows and their line numbers stay what they are, and so do columns that the mapping
/// does not name. An error with the place in the mapping for a target that is not in `known`, a column that the CSV
/// does not have, and a target that it has already; an error without a file for a CSV that has no good header.
Result<std::string> rename_columns(const ColumnMapping& mapping, std::string_view csv,
                                   const std::vector<std::string>& known);

}  // namespace slagboom::files
