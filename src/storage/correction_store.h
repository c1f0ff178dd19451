#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/fact_store.h"
#include "storage/scope.h"

namespace slagboom::storage {

/// Somebody says that a fact is not right. Until it is decided the fact is unknown to every screening (decision 4).
struct Correction {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string fact;
    std::string period;
    std::int64_t fact_id = 0;  ///< the row that was found wrong; 0 when nothing was known
    std::string kind;          ///< typefout, registerwaarde or betwisting
    StoredValue proposed;      ///< neither when the proposer does not know what it should be
    std::optional<std::string> known_on;
    std::optional<std::int64_t> source;
    std::string reason;
    std::int64_t opened_by = 0;
    std::int64_t opened_at = 0;
    std::string due_on;
    std::optional<std::int64_t> decided_by;
    std::optional<std::int64_t> decided_at;
    std::optional<std::string> outcome;  ///< overgenomen or afgewezen
    std::optional<std::string> decision_reason;
    std::optional<std::int64_t> new_fact_id;
};

std::int64_t insert_correction(Transaction& transaction, const Correction& correction);
/// False when it was decided already.
bool decide_correction(Transaction& transaction, const Correction& decided);
/// As recorded then: a decision that came later is not there yet, and neither is a correction that was not proposed.
std::optional<Correction> find_correction(Connection& sql, const Scope& scope, std::int64_t id,
                                          std::int64_t recorded_until = kWhateverMoment);
struct CorrectionQuestion {
    std::int64_t provider = 0;  ///< 0: of all
    bool open_only = false;
    std::int64_t before = 0;  ///< those with a lower id, to go on after; 0: from the newest
    std::int64_t limit = 1000;
    std::int64_t recorded_until = kWhateverMoment;
    std::int64_t opened_by = 0;  ///< an account; 0: by whomever
};
/// Newest first.
std::vector<Correction> corrections(Connection& sql, const Scope& scope, const CorrectionQuestion& question);
/// Is this cell disputed now?
bool is_disputed(Connection& sql, std::int64_t provider, const std::string& fact, const std::string& period);

}  // namespace slagboom::storage
