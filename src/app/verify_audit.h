#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "app/audit_line.h"
#include "base/signature.h"

namespace slagboom::app {

/// What is wrong in an export, in Dutch. `entry` is the number that the line states or, where it states none, 0.
struct AuditFault {
    std::size_t line = 0;
    std::int64_t entry = 0;
    std::string reason;

    std::string text() const;
};

/// What an export was found to be.
struct AuditVerification {
    std::vector<AuditFault> faults;  ///< the first hundred
    std::size_t fault_count = 0;
    std::int64_t entries = 0;
    std::int64_t contents = 0;          ///< contents that are what was written
    std::int64_t without_contents = 0;  ///< entries whose content is not there any more
    std::optional<AuditHead> head;
    std::optional<AuditHead> earlier;

    bool sound() const { return fault_count == 0; }
    /// What is proven and what is not, in Dutch: a line each.
    std::vector<std::string> conclusions() const;
};

/// Checks an export without the server: numbers, hashes, times, contents, and the head with its signature. With an
/// earlier head also that the chain holds that very entry and reaches it at least. Needs the memory of one line.
AuditVerification verify_audit(std::istream& exported, const VerifyingKey& key,
                               const std::optional<AuditHead>& earlier = std::nullopt);

/// The head that was kept elsewhere: the last line of a file, which may be an earlier export.
Result<AuditHead> read_head(std::istream& file, const VerifyingKey& key);

}  // namespace slagboom::app
