#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/scope.h"

namespace slagboom::storage {

/// A file as evidence. Its bytes stand in chunks, closed with a key of its own that the installation key wraps
/// (decision 38).
struct StoredFile {
    std::int64_t id = 0;
    std::optional<std::int64_t> provider;
    std::string name;
    std::string media_type;  ///< as its bytes say, not its name
    std::int64_t size = 0;   ///< plain bytes
    std::string sha256;      ///< of the plain bytes
    std::optional<std::string> document_date;
    std::string kind;
    std::string ground;
    std::string wrapped_key;  ///< empty when destroyed
    std::string key_id;
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
    std::optional<std::int64_t> destroyed_at;
};

/// `file.id` is given by the caller (Transaction::new_id), for the key is bound to it.
void insert_file(Transaction& transaction, const StoredFile& file, const std::vector<std::string>& chunks);
/// Of a provider within the scope, or of the region itself: that whoever sees everything sees, and `account` when he
/// brought it. An account of a provider sees what it brought alone (docs/rights.md).
std::optional<StoredFile> find_file(Connection& sql, const Scope& scope, std::int64_t account, std::int64_t id);
std::vector<StoredFile> files_of(Connection& sql, const Scope& scope, std::int64_t provider);
/// The closed chunks in order.
void each_chunk(Connection& sql, std::int64_t file, const std::function<void(const std::string&)>& on_chunk);
/// The closed data keys of all files that have one, in order of file.
struct WrappedKey {
    std::int64_t file = 0;
    std::string wrapped;
};
std::vector<WrappedKey> wrapped_keys(Connection& sql);
/// Another closing of the same data key, by the installation key with this id.
void put_wrapped_key(Transaction& transaction, const WrappedKey& key, const std::string& key_id);
/// Throws bytes and key away; the row stays and says so.
void destroy_file(Transaction& transaction, std::int64_t id);

}  // namespace slagboom::storage
