#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// What became of a file that was read in.
struct Import {
    std::int64_t id = 0;
    std::string kind;
    std::string file_name;
    std::string sha256;
    std::int64_t rows = 0;
    std::int64_t taken = 0;
    std::int64_t unchanged = 0;
    std::int64_t superseded = 0;
    std::int64_t left_out = 0;
    std::string report;  ///< JSON: what was recognised, and each row that was left with its reason
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
};

void insert_import(Transaction& transaction, const Import& import);
std::optional<Import> find_import(Connection& sql, std::int64_t id);
/// Newest first and without reports; those before `before` when it is not 0, of one kind when it is not empty.
std::vector<Import> imports(Connection& sql, std::int64_t before, std::int64_t limit, const std::string& kind = {});

/// Names of columns in a file of somebody else, to ours.
struct ColumnMapping {
    std::string name;
    std::string mapping;  ///< JSON object
    std::int64_t version = 1;
};
std::vector<ColumnMapping> column_mappings(Connection& sql);
std::optional<ColumnMapping> find_column_mapping(Connection& sql, const std::string& name);
void put_column_mapping(Transaction& transaction, const std::string& name, const std::string& mapping);

}  // namespace slagboom::storage
