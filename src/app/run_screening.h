#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/signed_in.h"
#include "domain/assessment_words.h"
#include "storage/job_store.h"

namespace slagboom::app {

/// A full run to be made. What is left out is today, now, and the newest model version.
struct ScreeningOrder {
    std::optional<Date> reference;
    std::optional<Instant> recorded_until;
    domain::Phase phase = domain::Phase::monitoring;
    std::optional<std::string> model_hash;
};

/// Queues a run; the answer is its job.
Answer<std::int64_t> queue_screening(System& system, const SignedIn& who, const ScreeningOrder& order);

/// Queues the rescoring of one provider after a dispute or correction, within the transaction of that (decision 4).
void queue_rescoring(storage::Transaction& transaction, std::int64_t provider);

/// Makes the run that a job asks for: with the rights that its queuer has now, and with effect only while the lease
/// holds. An error is why it cannot be made; a lost lease is none, for then another does it.
Answer<Done> perform_screening(System& system, const storage::Lease& lease);
Answer<Done> perform_rescoring(System& system, const storage::Lease& lease);

}  // namespace slagboom::app
