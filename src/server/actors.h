#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "server/json.h"
#include "storage/account_store.h"

namespace slagboom::server {

/// Writes who did something, by name: looks each account up once.
class Actors {
 public:
    /// `sql` outlives this.
    explicit Actors(storage::Connection& sql) : sql_(sql) {}

    /// Null for account 0, the installation itself.
    void write(Json& json, std::string_view key, std::int64_t account);

 private:
    storage::Connection& sql_;
    std::map<std::int64_t, std::optional<storage::Account>> known_;
};

/// An account as others point to it.
void write_reference(Json& json, std::string_view key, const storage::Account& account);
/// Roles with their reach and ground.
void write_roles(Json& json, std::string_view key, const std::vector<storage::AccountRole>& roles,
                 std::optional<std::int64_t> provider);

}  // namespace slagboom::server
