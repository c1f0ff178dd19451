#include "storage/own_list_store.h"

namespace slagboom::storage {

std::vector<OwnList> own_lists(Connection& sql, std::int64_t account) {
    std::vector<OwnList> all;
    sql.query("select name, query, standard from own_list where account_id = $1 order by name", {account},
              [&](const Row& row) { all.push_back({row.string(0), row.string(1), row.boolean(2)}); });
    return all;
}

void put_own_list(Transaction& transaction, std::int64_t account, const OwnList& list) {
    auto& sql = transaction.sql();
    if (list.standard) sql.execute("update own_list set standard = 0 where account_id = $1", {account});
    sql.execute(
        "insert into own_list (account_id, name, query, standard, recorded_at) values ($1, $2, $3, $4, $5) on conflict "
        "(account_id, name) do update set query = excluded.query, standard = excluded.standard, recorded_at = "
        "excluded.recorded_at",
        {account, list.name, list.query, list.standard, transaction.recorded_at()});
}

bool delete_own_list(Transaction& transaction, std::int64_t account, const std::string& name) {
    return transaction.sql().execute("delete from own_list where account_id = $1 and name = $2", {account, name}) != 0;
}

}  // namespace slagboom::storage
