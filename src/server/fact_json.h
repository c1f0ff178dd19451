#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/fact.h"
#include "server/json.h"
#include "storage/fact_store.h"
#include "storage/source_store.h"

namespace slagboom::server {

std::string_view type_name(domain::FactType type);                ///< "getal", "bedrag", "ja-nee", "datum", "keuze"
std::string_view protection_name(domain::Protection protection);  ///< "open", "vertrouwelijk", "persoonlijk", "kluis"

/// The options of a choice, in both languages.
void write_options(Json& json, const std::vector<domain::Option>& options);

/// What the model calls a fact and how its value is read, in both languages, for who does not read the model. Of a fact
/// that no model knows any more there is the key, and the type that `value` shows.
void write_words(Json& json, const std::string& key, const std::optional<domain::FactDefinition>& definition,
                 const storage::StoredValue& value);

/// A value as the API writes it; null when there is none, or none to show. Without a definition a number is written as
/// it is stored.
void write_value(Json& json, std::string_view key, const std::optional<domain::FactDefinition>& definition,
                 const std::optional<storage::StoredValue>& value);

/// A source, short.
void write_source(Json& json, std::string_view key, const storage::Source& source);

}  // namespace slagboom::server
