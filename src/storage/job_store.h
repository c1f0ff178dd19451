#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// Work that goes on behind. Takes effect once: what it writes is committed only while its lease holds (decision 37).
struct Job {
    std::int64_t id = 0;
    std::string kind;
    std::string arguments;  ///< JSON
    std::string state;      ///< wacht, bezig, klaar, mislukt
    std::int64_t queued_by = 0;
    std::int64_t queued_at = 0;
    std::int64_t attempts = 0;
    std::int64_t done = 0;  ///< of `total`; total 0: not yet known
    std::int64_t total = 0;
    std::optional<std::int64_t> ended_at;
    std::optional<std::string> result;  ///< JSON
    std::optional<std::string> reason;  ///< why it failed, Dutch
};

/// A job that this process holds until `until` unless it is prolonged.
struct Lease {
    Job job;
    std::string token;
};

/// Part of a verb's transaction: a rolled back verb leaves no job behind.
std::int64_t queue_job(Transaction& transaction, const std::string& kind, const std::string& arguments);

std::optional<Job> find_job(Connection& sql, std::int64_t id);
/// Newest first, those before `before` when it is not 0; of one account when it is not 0.
std::vector<Job> jobs(Connection& sql, std::int64_t account, std::int64_t before, std::int64_t limit);

/// Takes the oldest job that waits or whose lease ran out. One that was begun `most_attempts` times is given up.
std::optional<Lease> take_job(Database& database, std::int64_t lease_microseconds, std::int64_t most_attempts);
/// Says how far it is and prolongs the lease; false when it is no longer ours.
bool report_progress(Database& database, const Lease& lease, std::int64_t done, std::int64_t total,
                     std::int64_t lease_microseconds);
/// Ends the job within the transaction that holds its effect. False when the lease is no longer ours: then the caller
/// must not commit.
bool finish_job(Transaction& transaction, const Lease& lease, const std::string& result);
void fail_job(Database& database, const Lease& lease, const std::string& reason);

}  // namespace slagboom::storage
