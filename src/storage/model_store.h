#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// A model version, addressed by the hash of its content (decision 27). Never changes.
struct StoredModel {
    std::string hash;
    std::string name;
    std::string version;
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
};

std::vector<StoredModel> stored_models(Connection& sql);  ///< oldest first
std::optional<StoredModel> latest_model(Connection& sql);
std::optional<StoredModel> find_model(Connection& sql, const std::string& hash);
/// `content`: the files as JSON, made and read by the verb.
void insert_model(Transaction& transaction, const StoredModel& model, const std::string& content);
std::string model_content(Connection& sql, const std::string& hash);

}  // namespace slagboom::storage
