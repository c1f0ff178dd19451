#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// The one installation that a database belongs to.
struct Installation {
    bool example = false;  ///< listens on loopback only, and needs no second factor (decision 41)
    std::string name;
    std::string installation_key;  ///< the id of the key
    std::string audit_key;         ///< public, PEM
};
std::optional<Installation> find_installation(Connection& sql);
void insert_installation(Transaction& transaction, const Installation& installation);
/// The id of the key that closes its secrets from now on.
void put_installation_key(Transaction& transaction, const std::string& key_id);

/// An item of the setup checklist that is done (design §5.10).
struct SetupItem {
    std::string key;
    std::string municipality;  ///< empty: the whole region
    std::string done_on;
    std::string document;
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
    std::string model_hash;  ///< the version that was adopted; empty for what is not about a model
};
std::vector<SetupItem> setup_items(Connection& sql);
void put_setup_item(Transaction& transaction, const SetupItem& item);
void remove_setup_item(Transaction& transaction, const std::string& key, const std::string& municipality);

}  // namespace slagboom::storage
