#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

enum class ColumnType { integer, real, text, bytes };

struct BackupColumn {
    std::string_view name;
    ColumnType type = ColumnType::text;
    int since = 1;  ///< the step of the tables (migrations.h) that brought it
};

/// A table as it stands in a backup. The key comes first among its columns.
struct BackupTable {
    std::string_view name;
    int since = 1;
    std::size_t key_columns = 1;
    std::vector<BackupColumn> columns;
};

/// Everything that a backup holds, in an order in which each table comes after those it points to. Sessions are left
/// out: after a restore everybody signs in again. A test holds this to the tables that there are.
const std::vector<BackupTable>& backup_tables();
/// The tables and columns of an earlier version of the tables.
std::vector<BackupTable> backup_tables(int version);

/// A value of a row; nothing is null. Text and bytes are told apart by the column.
using BackupValue = std::variant<std::monostate, std::int64_t, double, std::string>;
using BackupRow = std::vector<BackupValue>;

/// All rows of a table in order of its key, in pieces. A job that was under way is given as one that waits.
void each_backup_row(Connection& sql, const BackupTable& table, const std::function<void(const BackupRow&)>& on_row);

/// Takes the rows of a backup, table by table. Rows may point to rows of their own table that come later.
class BackupLoader {
 public:
    /// Makes the tables of that version in the empty database.
    BackupLoader(Restoration& restoration, int version);
    /// `row` has a value for each column of the table.
    void add(const BackupTable& table, const BackupRow& row);
    /// After the last row: puts in what waited, and brings the tables to the newest version.
    void finish();

 private:
    void write();

    Restoration& restoration_;
    const BackupTable* table_ = nullptr;
    std::vector<BackupRow> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> merged_;  ///< provider, into which it went up
};

}  // namespace slagboom::storage
