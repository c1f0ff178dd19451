#include "storage/file_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "f.id, f.provider_id, f.name, f.media_type, f.size, f.sha256, f.document_date, f.kind, f.ground, f.wrapped_key, "
    "f.key_id, f.account_id, f.recorded_at, f.destroyed_at";

StoredFile read_file(const Row& row) {
    StoredFile file;
    file.id = row.integer(0);
    file.provider = row.optional_integer(1);
    file.name = row.string(2);
    file.media_type = row.string(3);
    file.size = row.integer(4);
    file.sha256 = row.string(5);
    file.document_date = row.optional_string(6);
    file.kind = row.string(7);
    file.ground = row.string(8);
    if (!row.null(9)) file.wrapped_key = row.bytes(9);
    file.key_id = row.string(10);
    file.account = row.integer(11);
    file.recorded_at = row.integer(12);
    file.destroyed_at = row.optional_integer(13);
    return file;
}

}  // namespace

void insert_file(Transaction& transaction, const StoredFile& file, const std::vector<std::string>& chunks) {
    transaction.sql().execute(
        "insert into file (id, provider_id, name, media_type, size, sha256, document_date, kind, ground, wrapped_key, "
        "key_id, account_id, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        {file.id, file.provider, file.name, file.media_type, file.size, file.sha256, file.document_date, file.kind,
         file.ground, Bytes{file.wrapped_key}, file.key_id, transaction.actor().account, transaction.recorded_at()});
    std::int64_t nr = 0;
    for (const auto& chunk : chunks)
        transaction.sql().execute("insert into file_chunk (file_id, nr, content) values ($1, $2, $3)",
                                  {file.id, nr++, Bytes{chunk}});
}

std::optional<StoredFile> find_file(Connection& sql, const Scope& scope, std::int64_t account, std::int64_t id) {
    Parameters parameters{id};
    const std::string sees = scope.sees("f.provider_id", parameters);
    std::optional<StoredFile> found;
    sql.first(fmt::format("select {} from file f where f.id = $1 and (f.provider_id is null or {})", kColumns, sees),
              parameters, [&](const Row& row) { found = read_file(row); });
    if (!found || scope.everything() || found->account == account) return found;
    const bool brought_alone = !found->provider || (scope.own_provider() != 0 && !scope.whole());
    return brought_alone ? std::nullopt : found;
}

std::vector<StoredFile> files_of(Connection& sql, const Scope& scope, std::int64_t provider) {
    Parameters parameters{provider};
    const std::string sees = scope.sees("f.provider_id", parameters);
    std::vector<StoredFile> files;
    sql.query(fmt::format("select {} from file f where f.provider_id = $1 and {} order by f.id", kColumns, sees),
              parameters, [&](const Row& row) { files.push_back(read_file(row)); });
    return files;
}

void each_chunk(Connection& sql, std::int64_t file, const std::function<void(const std::string&)>& on_chunk) {
    bool more = true;
    for (std::int64_t nr = 0; more; ++nr)
        more = sql.first("select content from file_chunk where file_id = $1 and nr = $2", {file, nr},
                         [&](const Row& row) { on_chunk(row.bytes(0)); });
}

std::vector<WrappedKey> wrapped_keys(Connection& sql) {
    std::vector<WrappedKey> keys;
    sql.query("select id, wrapped_key from file where wrapped_key is not null order by id", {},
              [&](const Row& row) { keys.push_back({row.integer(0), row.bytes(1)}); });
    return keys;
}

void put_wrapped_key(Transaction& transaction, const WrappedKey& key, const std::string& key_id) {
    transaction.sql().execute("update file set wrapped_key = $2, key_id = $3 where id = $1",
                              {key.file, Bytes{key.wrapped}, key_id});
}

void destroy_file(Transaction& transaction, std::int64_t id) {
    transaction.sql().execute("delete from file_chunk where file_id = $1", {id});
    transaction.sql().execute("update file set wrapped_key = null, destroyed_at = $2 where id = $1",
                              {id, transaction.recorded_at()});
}

}  // namespace slagboom::storage
