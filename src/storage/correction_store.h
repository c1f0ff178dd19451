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
std::optional<Correction> find_correction(Connection& sql, const Scope& scope, std::int64_t id);
/// Newest first; of one provider when it is not 0; open ones only when asked.
std::vector<Correction> corrections(Connection& sql, const Scope& scope, std::int64_t provider, bool open_only,
                                    std::int64_t before, std::int64_t limit);
/// Is this cell disputed now?
bool is_disputed(Connection& sql, std::int64_t provider, const std::string& fact, const std::string& period);

}  // namespace slagboom::storage
