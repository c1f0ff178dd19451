#pragma once

#include <memory>
#include <string>

#include "app/refusal.h"
#include "app/signed_in.h"
#include "app/system.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace slagboom::main {

/// What every command that works on a database is told.
struct DatabaseArguments {
    std::string address = "slagboom.db";  ///< a file, or postgresql://…
    std::string key_file;                 ///< of the installation key
    std::string audit_key_file;           ///< of the key that signs heads of the chain
    std::string account;                  ///< who acts, --as
    std::string clock;                    ///< for an example database alone: the moment at which its clock starts
};

/// Adds --database, --key-file and --audit-key, and --as where somebody must act.
void add_database_options(CLI::App& command, DatabaseArguments& arguments, bool needs_account);

/// Opens a database that is there and belongs to an installation, brings its tables up to date, and reads its keys. The
/// keys are those that the installation was made with, or this is an error.
Result<std::unique_ptr<app::System>> open_system(const DatabaseArguments& arguments);

/// Makes a database, its keys and its installation. An error when one of them is there already.
Result<std::unique_ptr<app::System>> create_system(const DatabaseArguments& arguments, const std::string& region,
                                                   bool example);
bool database_exists(const DatabaseArguments& arguments);

/// Prints every fault of a refusal on standard error; the exit code.
int fail(const app::Refusal& refusal);

}  // namespace slagboom::main
