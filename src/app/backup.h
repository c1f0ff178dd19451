#pragma once

#include <cstdint>
#include <istream>
#include <string>

#include "app/export_audit.h"
#include "app/signed_in.h"
#include "storage/audit_store.h"

namespace slagboom::app {

// A backup is one file of lines, the same bytes from both databases for the same content: what it is of, then per table
// its rows in order of their key, then the checksums. Frozen: docs/backup.md. It holds no key: files, second factors
// and the head of the chain stay closed without the key files, which are kept apart.

struct BackupSummary {
    std::string installation;
    storage::ChainHead head;
    std::int64_t rows = 0;
    std::string sha256;  ///< of the file, as sha256sum says it
};

/// A backup of this moment. Its audit entry comes before it and so is in it.
Answer<BackupSummary> make_backup(System& system, const SignedIn& who, const OnText& out);

/// What make_backup() writes, of what a snapshot sees. An error when nothing is installed.
Result<BackupSummary> write_backup(storage::Connection& sql, const OnText& out);

/// Puts a backup into a database without tables: all of it, or nothing and why. Refuses a file that is changed or cut
/// anywhere, that is of a newer program, or that belongs to another installation key, and one whose chain does not
/// hold.
Result<BackupSummary> restore_backup(storage::Database& database, const InstallationKey& key, std::istream& file);

}  // namespace slagboom::app
