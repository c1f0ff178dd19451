#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/register_population.h"
#include "base/result.h"
#include "scoring/run_context.h"
#include "scoring/screening.h"
#include "storage/assessment_store.h"
#include "storage/register_store.h"

namespace slagboom::app {

/// What a run is about (decision 1): facts known on or before `reference`, recorded at or before `recorded_until`.
struct RunQuestion {
    Date reference;
    std::int64_t recorded_until = 0;
    domain::Phase phase = domain::Phase::monitoring;
    std::vector<storage::InService> providers;
    /// Of an earlier full run, for one provider alone; nothing: the population decides.
    std::optional<scoring::RunContext> context;
    /// What if: nothing of it is stored.
    const Supposition* supposition = nullptr;
};

struct AssessedRun {
    std::string context;                                 ///< JSON
    std::vector<storage::StoredAssessment> assessments;  ///< ordered by KvK number; screening 0
    std::string digest;  ///< SHA-256 over the SHA-256 of each explanation, in that order
};

/// Is told how many providers are done; says whether to go on.
using OnAssessed = std::function<bool(std::size_t done)>;

/// Screens providers of the register. The same question gives the same bytes, until a fact it read is destroyed.
/// Nothing when `on_assessed` stopped it.
std::optional<AssessedRun> assess(
    storage::Connection& sql, const scoring::Model& model, const RunQuestion& question,
    const OnAssessed& on_assessed = [](std::size_t) { return true; });

/// A stored context, for this model: an indicator that it does not name is not withheld.
scoring::RunContext context_from(const scoring::Model& model, const std::string& json);

}  // namespace slagboom::app
