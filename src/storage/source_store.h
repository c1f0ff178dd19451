#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/register_store.h"
#include "storage/scope.h"

namespace slagboom::storage {

/// Where a fact comes from, and why we may hold it. Ground, purpose and term are preset by the kind (domain/source.h).
struct Source {
    std::int64_t id = 0;
    std::string kind;
    std::string name;
    std::string document;  ///< empty when the source is a register as a whole
    std::optional<std::string> document_date;
    std::string ground;
    std::string purpose;
    std::int64_t term_months = 0;
    std::int64_t recorded_at = 0;
};

/// The source with this kind, name and document; recorded now when it is new.
std::int64_t ensure_source(Transaction& transaction, const Source& source);
std::map<std::int64_t, Source> all_sources(Connection& sql);
/// The sources of what is recorded of a provider.
std::vector<Source> sources_of(Connection& sql, const Scope& scope, const RegisterQuestion& question);

}  // namespace slagboom::storage
