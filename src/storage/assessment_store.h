#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/scope.h"

namespace slagboom::storage {

/// A run: a model version × facts as known on a day, as recorded at a moment (decision 1). Never changes.
struct StoredScreening {
    std::int64_t id = 0;
    std::string kind;  ///< volledig or correctie
    std::string model_hash;
    std::string reference_date;       ///< D
    std::int64_t recorded_until = 0;  ///< T
    std::string phase;
    bool trial = false;  ///< made before the setup checklist was complete: opens no work
    std::int64_t context_of = 0;
    std::string context;  ///< JSON
    std::int64_t providers = 0;
    std::string digest;  ///< SHA-256 over the hashes of all explanations, in order of KvK number
    std::int64_t job = 0;
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
    std::optional<std::int64_t> facts_destroyed_at;
};

/// What a run says of a provider, with its explanation as it was made.
struct StoredAssessment {
    std::int64_t provider = 0;
    std::int64_t screening = 0;
    std::string colour;
    std::optional<std::string> sub_category;
    bool settled = false;
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    std::int64_t known_points = 0;
    std::int64_t all_points = 0;
    std::string order_key;
    std::string summary;      ///< JSON for lists
    std::string explanation;  ///< JSON; empty when it was destroyed
    std::string sha256;       ///< of the explanation
};

void insert_screening(Transaction& transaction, const StoredScreening& screening,
                      const std::vector<StoredAssessment>& assessments);

std::optional<StoredScreening> find_screening(Connection& sql, std::int64_t id);
// The run that holds is the one of the monitoring with the last reference date, and of those the one that knew most. A
// run of a day before takes its place as little as one of the gate, or one that is made over with what was known then:
// that would undo what was corrected since. Of two that knew the same the first holds, for corrections stand in its
// context.
std::optional<StoredScreening> latest_screening(Connection& sql);
/// The newest full run of the gate that assessed a provider.
std::optional<StoredScreening> latest_gate(Connection& sql, std::int64_t provider);
/// The run that holds on a day, of those recorded by then.
std::optional<StoredScreening> screening_on(Connection& sql, const std::string& day, std::int64_t recorded_until);
/// The run of the same phase that holds of an earlier reference date: one that is made over of the same day has the
/// same run before it, so that what changed since then is not lost.
std::optional<StoredScreening> screening_before(Connection& sql, const StoredScreening& screening,
                                                std::int64_t recorded_until = kWhateverMoment);
/// Newest first; those before `before` when it is not 0.
std::vector<StoredScreening> screenings(Connection& sql, std::int64_t before, std::int64_t limit);

std::optional<StoredAssessment> find_assessment(Connection& sql, const Scope& scope, std::int64_t provider,
                                                std::int64_t screening);
/// All assessments of a provider, newest first, without explanations.
std::vector<StoredAssessment> assessments_of(Connection& sql, const Scope& scope, std::int64_t provider);
/// Of a full run with the corrections made in its context until then: what holds per provider, within the scope, in
/// order of the list, without explanations.
std::vector<StoredAssessment> assessments_shown(Connection& sql, const Scope& scope, std::int64_t screening,
                                                std::int64_t recorded_until);
/// Of one run alone, with explanations: for comparisons and checks.
std::vector<StoredAssessment> assessments_with_explanations(Connection& sql, const Scope& scope,
                                                            std::int64_t screening);
/// The explanations of one run that were not destroyed, whoever they are about: for counts of the whole region.
void each_explanation(Connection& sql, std::int64_t screening,
                      const std::function<void(const std::string&)>& on_explanation);

}  // namespace slagboom::storage
