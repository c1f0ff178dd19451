#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "storage/audit_entry.h"
#include "storage/database.h"

namespace slagboom::storage {

/// Where the chain ends.
struct ChainHead {
    std::int64_t number = 0;
    std::string hash;
    std::int64_t recorded_at = 0;
};
ChainHead chain_head(Connection& sql);

/// Which entries: newest first, before a number when that is not 0.
struct AuditQuestion {
    std::int64_t before = 0;
    std::int64_t limit = 100;
    std::int64_t account = 0;                          ///< 0: all
    std::int64_t provider = 0;                         ///< 0: all
    std::string action = {};                           ///< empty: all
    std::optional<std::int64_t> recorded_from = {};    ///< UTC microseconds, this moment included
    std::optional<std::int64_t> recorded_before = {};  ///< this moment not included
};
std::vector<AuditEntry> audit_entries(Connection& sql, const AuditQuestion& question);
/// All entries from the first, one by one.
void each_audit_entry(Connection& sql, const std::function<void(const AuditEntry&)>& on_entry);

/// The content that an entry tells of, with the salt of its mac. Nothing when it was destroyed, or never was.
struct AuditContent {
    std::string salt;
    std::string content;
};
std::optional<AuditContent> audit_content(Connection& sql, std::int64_t number);
/// All entries from the first, one by one, each with its content while that exists.
void each_audit_record(Connection& sql,
                       const std::function<void(const AuditEntry&, const std::optional<AuditContent>&)>& on_record);
/// Destroys the contents of entries about a provider recorded before a moment; says how many. The entries stay.
std::int64_t destroy_audit_contents(Transaction& transaction, std::int64_t provider, std::int64_t before);

}  // namespace slagboom::storage
