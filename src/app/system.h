#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/name_guesses.h"
#include "app/read_log.h"
#include "app/stored_models.h"
#include "base/installation_key.h"
#include "base/password.h"
#include "base/signature.h"
#include "base/turns.h"
#include "storage/database.h"

namespace slagboom::app {

/// What every verb works with: one installation. Safe from several threads.
struct System {
    explicit System(storage::DatabaseOptions options) : database(std::move(options)), phones(database.clock()) {}

    storage::Database database;
    /// The time that telephones have, for codes of a second factor. Another than that of the database where an example
    /// lives in its own time.
    Clock phones;
    /// Wraps the keys of files and second factors; nothing where a command needs none.
    std::optional<InstallationKey> key;
    /// Signs heads of the audit chain.
    std::optional<SigningKey> audit_key;
    Turns hashing{2};
    PasswordHasher passwords{hashing};
    StoredModels models;
    ReadLog reads;
    NameGuesses guesses;

    Instant now() const { return database.clock().now(); }
    /// Today in Europe/Amsterdam, ISO.
    std::string today() const { return now().day_in_amsterdam().iso(); }
};

}  // namespace slagboom::app
