#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "storage/actor.h"

namespace slagboom::storage {

/// What an entry is about: a kind of record and its id. References only, never names.
struct Subject {
    std::string kind;     ///< "aanbieder", "feit", …: the words of the API
    std::int64_t id = 0;  ///< 0 when it is about no single record
};

/// What happened, to be written by the transaction it happens in.
struct AuditEvent {
    std::string action;  ///< "feiten-ingelezen", "dossier-bekeken", …
    Subject subject;
    std::int64_t provider = 0;  ///< whose dossier it touches, 0 when nobody's
    std::string reference;      ///< short: a filter, a hash, a screening; no content
    std::string content;        ///< what was written, JSON; kept beside the chain with a salt, empty when there is none
};

/// One link of the chain. The hash covers all fields and the hash before it. Frozen on disk: docs/audit.md.
struct AuditEntry {
    std::int64_t number = 0;       ///< from 1, without gaps
    std::int64_t recorded_at = 0;  ///< UTC microseconds, rising
    Actor actor;
    std::string action;
    Subject subject;
    std::int64_t provider = 0;
    std::string reference;
    std::string content_mac;  ///< HMAC-SHA256 over the content, hex; empty when there is none
    std::string hash;         ///< SHA-256, hex
};

/// The hash of an entry that follows one with hash `previous` (64 zeros before the first).
std::string hash_of(const AuditEntry& entry, std::string_view previous);

inline constexpr std::string_view kNoHash = "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace slagboom::storage
