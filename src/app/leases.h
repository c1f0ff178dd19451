#pragma once

#include <cstdint>

#include "app/system.h"
#include "storage/job_store.h"

namespace slagboom::app {

/// A job is another's when its holder says nothing for this long: the holder was killed, or is too slow to be trusted.
inline constexpr std::int64_t kLeaseMicroseconds = 60'000'000;
/// After so many beginnings a job is given up: it may be what kills its holder.
inline constexpr std::int64_t kMostAttempts = 5;

/// Says how far a job is, and keeps it ours. False when it is another's by now: stop, and write nothing.
inline bool keep_lease(System& system, const storage::Lease& lease, std::int64_t done, std::int64_t total) {
    return storage::report_progress(system.database, lease, done, total, kLeaseMicroseconds);
}

}  // namespace slagboom::app
