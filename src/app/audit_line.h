#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "storage/audit_store.h"

namespace slagboom::app {

// The lines of an export of the audit chain, as JSON: one that opens it, one per entry, and the signed head that closes
// it. docs/audit.md has them field by field. A line is written in one way only, so that no byte of it can be changed
// without a trace.

/// Far more than any entry with its content takes.
inline constexpr std::size_t kLongestAuditLine = std::size_t{16} << 20;

struct AuditStart {
    std::string installation;
    std::string key;  ///< id of the key that signs the head
};

struct AuditRecord {
    storage::AuditEntry entry;
    std::optional<storage::AuditContent> content;  ///< nothing when it was destroyed, or never was
};

/// Where the chain ended at a moment, signed by the installation.
struct AuditHead {
    std::string installation;
    std::int64_t number = 0;  ///< of the last entry; 0 for an empty chain
    std::string hash;
    std::int64_t recorded_at = 0;  ///< of the last transaction, UTC microseconds
    std::string key;
    std::string signature;  ///< 64 bytes, Ed25519 over signed_text()
};

/// What the signature of a head is over. Frozen: docs/audit.md.
std::string signed_text(const AuditHead& head);

// Without line feed.
std::string audit_line(const AuditStart& start);
std::string audit_line(const storage::AuditEntry& entry, const std::optional<storage::AuditContent>& content);
std::string audit_line(const AuditHead& head);

using AuditLine = std::variant<AuditStart, AuditRecord, AuditHead>;
/// Reads a line strictly: broken UTF-8, a key that stands twice, an unknown or missing field, and any other writing
/// than that of audit_line() are errors.
Result<AuditLine> parse_audit_line(const std::string& line);

}  // namespace slagboom::app
