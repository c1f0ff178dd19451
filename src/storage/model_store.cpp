#include "storage/model_store.h"

#include <fmt/format.h>

#include "base/deflate.h"

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns = "hash, name, version, account_id, recorded_at";
constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;

StoredModel read_model(const Row& row) {
    return {row.string(0), row.string(1), row.string(2), row.integer(3), row.integer(4)};
}

std::vector<StoredModel> ask(Connection& sql, std::string_view rest, const Parameters& parameters) {
    std::vector<StoredModel> all;
    sql.query(fmt::format("select {} from model_version {}", kColumns, rest), parameters,
              [&](const Row& row) { all.push_back(read_model(row)); });
    return all;
}

std::optional<StoredModel> first_of(std::vector<StoredModel> models) {
    return models.empty() ? std::nullopt : std::optional(std::move(models.front()));
}

}  // namespace

std::vector<StoredModel> stored_models(Connection& sql) { return ask(sql, "order by recorded_at", {}); }

std::optional<StoredModel> latest_model(Connection& sql) {
    return first_of(ask(sql, "order by recorded_at desc limit 1", {}));
}

std::optional<StoredModel> find_model(Connection& sql, const std::string& hash) {
    return first_of(ask(sql, "where hash = $1", {hash}));
}

void insert_model(Transaction& transaction, const StoredModel& model, const std::string& content) {
    const std::string packed = deflated(content);
    transaction.sql().execute(
        "insert into model_version (hash, name, version, content, account_id, recorded_at) values ($1, $2, $3, $4, $5, "
        "$6)",
        {model.hash, model.name, model.version, Bytes{packed}, transaction.actor().account, transaction.recorded_at()});
}

std::string model_content(Connection& sql, const std::string& hash) {
    std::string packed;
    sql.first("select content from model_version where hash = $1", {hash},
              [&](const Row& row) { packed = row.bytes(0); });
    auto text = inflated(packed, kMostUnpacked);
    if (!text) throw DatabaseError(DatabaseError::Kind::other, "a stored model is damaged: " + text.error().reason);
    return std::move(*text);
}

}  // namespace slagboom::storage
