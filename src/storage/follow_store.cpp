#include "storage/follow_store.h"

namespace slagboom::storage {

bool follows(Connection& sql, std::int64_t account, std::int64_t provider) {
    return sql.first("select provider_id from follow where account_id = $1 and provider_id = $2", {account, provider},
                     [](const Row&) {});
}

void insert_follow(Transaction& transaction, std::int64_t account, std::int64_t provider) {
    transaction.sql().execute("insert into follow (account_id, provider_id, recorded_at) values ($1, $2, $3)",
                              {account, provider, transaction.recorded_at()});
}

void delete_follow(Transaction& transaction, std::int64_t account, std::int64_t provider) {
    transaction.sql().execute("delete from follow where account_id = $1 and provider_id = $2", {account, provider});
}

void move_follows(Transaction& transaction, std::int64_t from, std::int64_t to) {
    transaction.sql().execute(
        "insert into follow (account_id, provider_id, recorded_at) select account_id, cast($2 as bigint), recorded_at "
        "from follow where provider_id = $1 on conflict (account_id, provider_id) do nothing",
        {from, to});
    transaction.sql().execute("delete from follow where provider_id = $1", {from});
}

}  // namespace slagboom::storage
