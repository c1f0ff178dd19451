#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "storage/database.h"
#include "storage/scope.h"

namespace slagboom::storage {

/// A value as it is stored: a choice by its key, everything else as a number (domain::FactValue).
struct StoredValue {
    std::optional<double> number;
    std::optional<std::string> choice;

    friend bool operator==(const StoredValue&, const StoredValue&) = default;
};

/// A row of the register of facts.
struct StoredFact {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string fact;
    std::string period;
    StoredValue value;
    Date known_on;
    std::int64_t source = 0;
    std::int64_t import = 0;   ///< 0: by a correction
    std::int64_t account = 0;  ///< who recorded it
    std::int64_t recorded_at = 0;
    std::optional<std::int64_t> superseded_at;
    std::optional<std::int64_t> superseded_by;
};

/// A cell that was disputed at the moment asked.
struct DisputedCell {
    std::int64_t provider = 0;
    std::string fact;
    std::string period;
    std::int64_t correction = 0;
};

/// Which facts of which moment: those recorded at or before `recorded_until` and not superseded then.
struct FactQuestion {
    std::int64_t recorded_until = 0;         ///< UTC microseconds
    std::optional<std::int64_t> provider;    ///< of one provider only
    std::optional<Date> known_on_or_before;  ///< as known on this day
    bool superseded_too = false;             ///< also what held earlier
};

/// All facts that a screening reads, in order of provider and id. For jobs and verbs that act for the whole region.
std::vector<StoredFact> facts_recorded(Connection& sql, const FactQuestion& question);
/// The facts of a provider within the scope; nothing of a provider outside it.
std::vector<StoredFact> facts_of(Connection& sql, const Scope& scope, const FactQuestion& question);
std::vector<DisputedCell> disputed_cells(Connection& sql, std::int64_t at, std::optional<std::int64_t> provider);

/// The rows that an adopted correction found wrong or took the place of, under the provider that stands in their
/// provider's place now. A file that says them again says nothing new.
std::vector<StoredFact> facts_found_wrong(Connection& sql);

std::optional<StoredFact> find_fact(Connection& sql, std::int64_t provider, std::int64_t id);

/// Adds rows; their ids are given here, `recorded_at` is the transaction's.
void insert_facts(Transaction& transaction, std::vector<StoredFact>& facts);
/// The row that holds no longer, and the one that takes its place; 0 when nothing does. What was superseded before
/// stays as it was: when it stopped to hold never changes.
struct Replacement {
    std::int64_t provider = 0;
    std::int64_t old_fact = 0;
    std::int64_t new_fact = 0;
};
void supersede_facts(Transaction& transaction, const std::vector<Replacement>& replacements);

}  // namespace slagboom::storage
