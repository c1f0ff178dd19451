#include "storage/installation_store.h"

namespace slagboom::storage {

std::optional<Installation> find_installation(Connection& sql) {
    std::optional<Installation> found;
    sql.first("select kind, name, installation_key, audit_key from installation", {}, [&](const Row& row) {
        found = Installation{row.text(0) == "example", row.string(1), row.string(2), row.string(3)};
    });
    return found;
}

void insert_installation(Transaction& transaction, const Installation& installation) {
    transaction.sql().execute(
        "insert into installation (id, kind, name, recorded_at, installation_key, audit_key) values (1, $1, $2, $3, "
        "$4, $5)",
        {installation.example ? "example" : "region", installation.name, transaction.recorded_at(),
         installation.installation_key, installation.audit_key});
}

void put_installation_key(Transaction& transaction, const std::string& key_id) {
    transaction.sql().execute("update installation set installation_key = $1 where id = 1", {key_id});
}

std::vector<SetupItem> setup_items(Connection& sql) {
    std::vector<SetupItem> items;
    sql.query(
        "select key, municipality, done_on, document, account_id, recorded_at, model_hash from setup_item order by "
        "key, "
        "municipality",
        {}, [&](const Row& row) {
            items.push_back({row.string(0), row.string(1), row.string(2), row.string(3), row.integer(4), row.integer(5),
                             row.string(6)});
        });
    return items;
}

void put_setup_item(Transaction& transaction, const SetupItem& item) {
    remove_setup_item(transaction, item.key, item.municipality);
    transaction.sql().execute(
        "insert into setup_item (key, municipality, done_on, document, account_id, recorded_at, model_hash) values "
        "($1, "
        "$2, $3, $4, $5, $6, $7)",
        {item.key, item.municipality, item.done_on, item.document, transaction.actor().account,
         transaction.recorded_at(), item.model_hash});
}

void remove_setup_item(Transaction& transaction, const std::string& key, const std::string& municipality) {
    transaction.sql().execute("delete from setup_item where key = $1 and municipality = $2", {key, municipality});
}

}  // namespace slagboom::storage
