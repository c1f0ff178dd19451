#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "scoring/model.h"
#include "storage/connection.h"

namespace slagboom::app {

/// The models of the database, loaded once each: a version never changes. Safe from several threads.
class StoredModels {
 public:
    using Loaded = std::shared_ptr<const scoring::Model>;
    /// The version with this hash. An error when it is not there, or when its content no longer gives its hash.
    Result<Loaded> load(storage::Connection& sql, const std::string& hash);

 private:
    std::mutex mutex_;
    std::map<std::string, Loaded> loaded_;
};

/// The files of a model folder as one JSON text, path to content: how a version is stored.
Result<std::string> packed_model(const std::string& folder);

}  // namespace slagboom::app
