#include "storage/import_store.h"

#include <fmt/format.h>

#include "base/deflate.h"

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "id, kind, file_name, sha256, rows, taken, unchanged, superseded, left_out, account_id, recorded_at";
constexpr std::size_t kMostUnpacked = std::size_t{256} << 20;

Import read_import(const Row& row) {
    return {row.integer(0), row.string(1),  row.string(2),  row.string(3), row.integer(4), row.integer(5),
            row.integer(6), row.integer(7), row.integer(8), std::string(), row.integer(9), row.integer(10)};
}

}  // namespace

void insert_import(Transaction& transaction, const Import& import) {
    const std::string report = deflated(import.report);
    transaction.sql().execute(
        "insert into import (id, kind, file_name, sha256, rows, taken, unchanged, superseded, left_out, report, "
        "account_id, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        {import.id, import.kind, import.file_name, import.sha256, import.rows, import.taken, import.unchanged,
         import.superseded, import.left_out, Bytes{report}, transaction.actor().account, transaction.recorded_at()});
}

std::optional<Import> find_import(Connection& sql, std::int64_t id) {
    std::optional<Import> found;
    sql.first(fmt::format("select {}, report from import where id = $1", kColumns), {id}, [&](const Row& row) {
        found = read_import(row);
        auto report = inflated(row.bytes(11), kMostUnpacked);
        if (!report) throw DatabaseError(DatabaseError::Kind::other, "a stored report is damaged");
        found->report = std::move(*report);
    });
    return found;
}

std::vector<Import> imports(Connection& sql, std::int64_t before, std::int64_t limit, const std::string& kind) {
    std::vector<Import> all;
    sql.query(fmt::format("select {} from import where (cast($1 as bigint) = 0 or id < $1) and ($3 = '' or kind = $3) "
                          "order by id desc limit $2",
                          kColumns),
              {before, limit, kind}, [&](const Row& row) { all.push_back(read_import(row)); });
    return all;
}

std::vector<ColumnMapping> column_mappings(Connection& sql) {
    std::vector<ColumnMapping> all;
    sql.query("select name, mapping, version from column_mapping order by name", {},
              [&](const Row& row) { all.push_back({row.string(0), row.string(1), row.integer(2)}); });
    return all;
}

std::optional<ColumnMapping> find_column_mapping(Connection& sql, const std::string& name) {
    std::optional<ColumnMapping> found;
    sql.first("select name, mapping, version from column_mapping where name = $1", {name},
              [&](const Row& row) { found = ColumnMapping{row.string(0), row.string(1), row.integer(2)}; });
    return found;
}

void put_column_mapping(Transaction& transaction, const std::string& name, const std::string& mapping) {
    const auto changed = transaction.sql().execute(
        "update column_mapping set mapping = $2, version = version + 1, recorded_at = $3 where name = $1",
        {name, mapping, transaction.recorded_at()});
    if (changed == 0)
        transaction.sql().execute(
            "insert into column_mapping (name, mapping, version, recorded_at) values ($1, $2, 1, $3)",
            {name, mapping, transaction.recorded_at()});
}

}  // namespace slagboom::storage
