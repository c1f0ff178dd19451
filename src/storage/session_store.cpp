#include "storage/session_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace slagboom::storage {
namespace {

constexpr std::string_view kKeyColumns = "id, account_id, name, verbs, ends_on, recorded_at";

ApiKey read_key(const Row& row) {
    ApiKey key;
    key.id = row.integer(0);
    key.account = row.integer(1);
    key.name = row.string(2);
    for (const auto part : split(row.text(3), ' ')) key.verbs.emplace_back(part);
    key.ends_on = row.string(4);
    key.recorded_at = row.integer(5);
    return key;
}

}  // namespace

std::int64_t insert_session(Transaction& transaction, const std::string& token_hash, std::int64_t account,
                            std::int64_t starts_at, std::int64_t ends_at) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into session (id, token_hash, account_id, started_at, used_at, ends_at) values ($1, $2, $3, $4, $4, "
        "$5)",
        {id, token_hash, account, starts_at, ends_at});
    return id;
}

std::optional<Session> find_session(Connection& sql, const std::string& token_hash) {
    std::optional<Session> session;
    sql.first(
        "select id, account_id, started_at, used_at, ends_at from session where token_hash = $1 and ended_at is null",
        {token_hash}, [&](const Row& row) {
            session = Session{row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
        });
    return session;
}

void end_session(Transaction& transaction, std::int64_t id) {
    transaction.sql().execute("update session set ended_at = $2 where id = $1 and ended_at is null",
                              {id, transaction.recorded_at()});
}

std::int64_t end_sessions(Transaction& transaction, std::int64_t account, std::int64_t but) {
    return transaction.sql().execute(
        "update session set ended_at = $2 where account_id = $1 and id <> $3 and ended_at is null",
        {account, transaction.recorded_at(), but});
}

void touch_session(Database& database, std::int64_t id, std::int64_t now) {
    auto transaction = database.technical();
    transaction.sql().execute("update session set used_at = $2 where id = $1 and used_at < $2", {id, now});
    transaction.commit();
}

std::int64_t insert_api_key(Transaction& transaction, const ApiKey& key, const std::string& token_hash) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into api_key (id, account_id, name, token_hash, verbs, ends_on, recorded_at) values ($1, $2, $3, $4, "
        "$5, $6, $7)",
        {id, key.account, key.name, token_hash, joined(key.verbs, " "), key.ends_on, transaction.recorded_at()});
    return id;
}

std::optional<ApiKey> find_api_key(Connection& sql, const std::string& token_hash) {
    std::optional<ApiKey> key;
    sql.first(fmt::format("select {} from api_key where token_hash = $1 and ended_at is null", kKeyColumns),
              {token_hash}, [&](const Row& row) { key = read_key(row); });
    return key;
}

std::vector<ApiKey> api_keys(Connection& sql, std::int64_t account) {
    std::vector<ApiKey> keys;
    sql.query(fmt::format("select {} from api_key where ended_at is null and (cast($1 as bigint) = 0 or account_id = "
                          "$1) order by id",
                          kKeyColumns),
              {account}, [&](const Row& row) { keys.push_back(read_key(row)); });
    return keys;
}

bool end_api_key(Transaction& transaction, std::int64_t id, std::int64_t account) {
    return transaction.sql().execute(
               "update api_key set ended_at = $2 where id = $1 and ended_at is null and (cast($3 as bigint) = 0 or "
               "account_id = $3)",
               {id, transaction.recorded_at(), account}) == 1;
}

std::int64_t end_api_keys(Transaction& transaction, std::int64_t account) {
    return transaction.sql().execute("update api_key set ended_at = $2 where account_id = $1 and ended_at is null",
                                     {account, transaction.recorded_at()});
}

std::optional<GivenAnswer> given_answer(Connection& sql, std::int64_t account, const std::string& key) {
    std::optional<GivenAnswer> answer;
    sql.first("select request_hash, status, location, body from idempotent_answer where account_id = $1 and key = $2",
              {account, key}, [&](const Row& row) {
                  answer = GivenAnswer{row.string(0), row.integer(1), row.string(2), row.string(3)};
              });
    return answer;
}

void claim_key(Transaction& transaction, const std::string& key, const std::string& request_hash) {
    transaction.sql().execute(
        "insert into idempotent_answer (account_id, key, request_hash, status, location, body, recorded_at) values "
        "($1, $2, $3, 0, '', '', $4)",
        {transaction.actor().account, key, request_hash, transaction.recorded_at()});
}

void keep_answer(Database& database, std::int64_t account, const std::string& key, const GivenAnswer& answer) {
    auto transaction = database.technical();
    transaction.sql().execute(
        "update idempotent_answer set status = $3, location = $4, body = $5 where account_id = $1 and key = $2",
        {account, key, answer.status, answer.location, answer.body});
    transaction.commit();
}

void forget_answers(Transaction& transaction, std::int64_t account) {
    transaction.sql().execute("update idempotent_answer set status = 0, location = '', body = '' where account_id = $1",
                              {account});
}

}  // namespace slagboom::storage
