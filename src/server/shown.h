#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/call.h"
#include "server/json.h"
#include "storage/assessment_store.h"
#include "storage/correction_store.h"
#include "storage/model_store.h"
#include "storage/provider_store.h"

namespace slagboom::server {

// What several nouns show alike.

/// A screening with everything that must stand beside a colour: date, model version, trial, and the sentence that it is
/// no judgement (design §5.5).
void write_screening_head(Json& json, std::string_view key, storage::Connection& sql,
                          const storage::StoredScreening& screening);

/// Too few clients to be shown outside a dossier.
bool is_masked(std::optional<std::int64_t> clients);
/// A number of clients; under ten it is hidden outside a dossier (ui.md 2.4).
void write_clients(Json& json, std::string_view key, std::optional<std::int64_t> clients, bool in_dossier);

/// Counts per colour and sub-category.
void write_colour_counts(Json& json, std::string_view key, const std::vector<storage::ColourCount>& counts);

/// The place of a row in a list, for `na`: opaque to the client.
std::string cursor_of(std::string_view key, std::int64_t id);
struct Cursor {
    std::string key;
    std::int64_t id = 0;
};
std::optional<Cursor> read_cursor(const std::string& text);

/// Why the reader opens the vault (X-Reden, percent-encoded UTF-8); nothing when he does not. A fault when it cannot be
/// read, is too long, or holds a service number.
app::Answer<std::optional<std::string>> vault_reason(const Call& call);

/// Writes down that a dossier or list was looked at, and returns when that is committed (decision 35).
void log_read(Call& call, const std::string& action, const storage::Subject& subject, std::int64_t provider,
              const std::string& reference = {}, const std::string& content = {});

/// Provider `id` within the scope; refused as not found otherwise.
app::Answer<storage::Provider> seen_provider(storage::Connection& sql, const Call& call, std::int64_t id);

/// Who speaks for a provider sees what he proposed himself, not what others said (docs/rights.md).
bool may_see(const Call& call, const storage::Correction& of);

}  // namespace slagboom::server
