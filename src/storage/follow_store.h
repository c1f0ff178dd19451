#pragma once

#include <cstdint>

#include "storage/database.h"

namespace slagboom::storage {

// The providers that somebody follows: his own, and nobody else's business.

bool follows(Connection& sql, std::int64_t account, std::int64_t provider);
void insert_follow(Transaction& transaction, std::int64_t account, std::int64_t provider);
void delete_follow(Transaction& transaction, std::int64_t account, std::int64_t provider);
/// Whoever followed a provider that went up in another follows that one.
void move_follows(Transaction& transaction, std::int64_t from, std::int64_t to);

}  // namespace slagboom::storage
