#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// A signed-in browser. The token itself is nowhere stored, only its SHA-256.
struct Session {
    std::int64_t id = 0;
    std::int64_t account = 0;
    std::int64_t started_at = 0;
    std::int64_t used_at = 0;
    std::int64_t ends_at = 0;  ///< the absolute end
};

/// Its times are those of the clock and not of the chain, which never goes back: a session is for the present.
std::int64_t insert_session(Transaction& transaction, const std::string& token_hash, std::int64_t account,
                            std::int64_t starts_at, std::int64_t ends_at);
/// A session that has not been ended; whether its time is up is for the caller.
std::optional<Session> find_session(Connection& sql, const std::string& token_hash);
void end_session(Transaction& transaction, std::int64_t id);
/// Ends all sessions of an account but one; says how many there were.
std::int64_t end_sessions(Transaction& transaction, std::int64_t account, std::int64_t but = 0);
/// Keeps it from ending for want of use.
void touch_session(Database& database, std::int64_t id, std::int64_t now);

/// The key of a machine. Acts for its account, within its verbs, until its end date.
struct ApiKey {
    std::int64_t id = 0;
    std::int64_t account = 0;
    std::string name;
    std::vector<std::string> verbs;
    std::string ends_on;
    std::int64_t recorded_at = 0;
};

std::int64_t insert_api_key(Transaction& transaction, const ApiKey& key, const std::string& token_hash);
std::optional<ApiKey> find_api_key(Connection& sql, const std::string& token_hash);
std::vector<ApiKey> api_keys(Connection& sql, std::int64_t account);  ///< account 0: all
bool end_api_key(Transaction& transaction, std::int64_t id, std::int64_t account);
/// Ends all keys of an account; says how many there were.
std::int64_t end_api_keys(Transaction& transaction, std::int64_t account);

/// A write that came with an Idempotency-Key, and the answer it was given.
struct GivenAnswer {
    std::string request_hash;
    std::int64_t status = 0;  ///< 0: it was done, but its answer was lost with the server that made it
    std::string location;
    std::string body;
};
std::optional<GivenAnswer> given_answer(Connection& sql, std::int64_t account, const std::string& key);
/// In the transaction of the write itself, so that it takes effect once.
void claim_key(Transaction& transaction, const std::string& key, const std::string& request_hash);
/// Afterwards, to be given again.
void keep_answer(Database& database, std::int64_t account, const std::string& key, const GivenAnswer& answer);

/// What was answered is shown no more, for instance to who may see less now; that it was done stays.
void forget_answers(Transaction& transaction, std::int64_t account);

}  // namespace slagboom::storage
