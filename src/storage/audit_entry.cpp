#include "storage/audit_entry.h"

#include <fmt/format.h>

#include "base/sha256.h"

namespace slagboom::storage {
namespace {

/// A field with its length, so that no two entries read alike.
void add(std::string& text, std::string_view field) { text += fmt::format("{}:{}\n", field.size(), field); }
void add(std::string& text, std::int64_t field) { text += fmt::format("{}\n", field); }

}  // namespace

std::string_view name(Actor::Kind kind) {
    switch (kind) {
        case Actor::Kind::installation:
            return "installatie";
        case Actor::Kind::account:
            return "account";
        case Actor::Kind::api_key:
            return "sleutel";
        case Actor::Kind::job:
            return "taak";
    }
    return "";
}

std::optional<Actor::Kind> actor_kind_named(std::string_view text) {
    for (const auto kind : {Actor::Kind::installation, Actor::Kind::account, Actor::Kind::api_key, Actor::Kind::job}) {
        if (text == name(kind)) return kind;
    }
    return std::nullopt;
}

std::string hash_of(const AuditEntry& entry, std::string_view previous) {
    std::string text = "slagboom-audit 1\n";
    add(text, previous);
    add(text, entry.number);
    add(text, entry.recorded_at);
    add(text, name(entry.actor.kind));
    add(text, entry.actor.account);
    add(text, entry.actor.through);
    add(text, entry.action);
    add(text, entry.subject.kind);
    add(text, entry.subject.id);
    add(text, entry.provider);
    add(text, entry.reference);
    add(text, entry.content_mac);
    return sha256_hex(text);
}

}  // namespace slagboom::storage
