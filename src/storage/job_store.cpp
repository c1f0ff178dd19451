#include "storage/job_store.h"

#include <fmt/format.h>

#include "base/random.h"

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "id, kind, arguments, state, queued_by, queued_at, attempts, done, total, ended_at, result, reason";

Job read_job(const Row& row) {
    Job job;
    job.id = row.integer(0);
    job.kind = row.string(1);
    job.arguments = row.string(2);
    job.state = row.string(3);
    job.queued_by = row.integer(4);
    job.queued_at = row.integer(5);
    job.attempts = row.integer(6);
    job.done = row.integer(7);
    job.total = row.integer(8);
    job.ended_at = row.optional_integer(9);
    job.result = row.optional_string(10);
    job.reason = row.optional_string(11);
    return job;
}

/// The clock of the database, so that servers whose clocks differ agree on who holds a job.
std::int64_t database_time(Connection& sql) {
    const char* question = sql.engine() == Engine::sqlite
                               ? "select cast((julianday('now') - 2440587.5) * 86400000.0 as integer) * 1000"
                               : "select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)";
    std::int64_t now = 0;
    sql.first(question, {}, [&](const Row& row) { now = row.integer(0); });
    return now;
}

}  // namespace

std::int64_t queue_job(Transaction& transaction, const std::string& kind, const std::string& arguments) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into job (id, kind, arguments, state, queued_by, queued_at, attempts, done, total) values ($1, $2, $3, "
        "'wacht', $4, $5, 0, 0, 0)",
        {id, kind, arguments, transaction.actor().account, transaction.recorded_at()});
    return id;
}

std::optional<Job> find_job(Connection& sql, std::int64_t id) {
    std::optional<Job> job;
    sql.first(fmt::format("select {} from job where id = $1", kColumns), {id},
              [&](const Row& row) { job = read_job(row); });
    return job;
}

std::vector<Job> jobs(Connection& sql, std::int64_t account, std::int64_t before, std::int64_t limit) {
    std::vector<Job> all;
    sql.query(fmt::format("select {} from job where (cast($1 as bigint) = 0 or queued_by = $1) and (cast($2 as bigint) "
                          "= 0 or id < $2) order by id desc limit $3",
                          kColumns),
              {account, before, limit}, [&](const Row& row) { all.push_back(read_job(row)); });
    return all;
}

std::optional<Lease> take_job(Database& database, std::int64_t lease_microseconds, std::int64_t most_attempts) {
    {
        // A look without the writer lock first: there is nothing to do most of the time.
        const auto snapshot = database.read();
        const bool any =
            snapshot.sql().first("select 1 from job where state in ('wacht', 'bezig') limit 1", {}, [](const Row&) {});
        if (!any) return std::nullopt;
    }
    auto transaction = database.technical();
    const std::int64_t now = database_time(transaction.sql());
    transaction.sql().execute(
        "update job set state = 'mislukt', ended_at = $1, reason = $3 where state = 'bezig' and lease_until < $1 and "
        "attempts >= $2",
        {now, most_attempts, "de taak is te vaak onderbroken"});
    Lease lease;
    lease.token = random_token();
    const bool taken = transaction.sql().first(
        fmt::format("update job set state = 'bezig', attempts = attempts + 1, lease_token = $2, lease_until = $1 + $3, "
                    "done = 0, total = 0 where id = (select min(id) from job where state = 'wacht' or (state = 'bezig' "
                    "and lease_until < $1)) returning {}",
                    kColumns),
        {now, lease.token, lease_microseconds}, [&](const Row& row) { lease.job = read_job(row); });
    transaction.commit();
    return taken ? std::optional(std::move(lease)) : std::nullopt;
}

bool report_progress(Database& database, const Lease& lease, std::int64_t done, std::int64_t total,
                     std::int64_t lease_microseconds) {
    auto transaction = database.technical();
    const std::int64_t until = database_time(transaction.sql()) + lease_microseconds;
    const auto changed = transaction.sql().execute(
        "update job set done = $3, total = $4, lease_until = $5 where id = $1 and lease_token = $2 and state = 'bezig'",
        {lease.job.id, lease.token, done, total, until});
    transaction.commit();
    return changed == 1;
}

bool finish_job(Transaction& transaction, const Lease& lease, const std::string& result) {
    return transaction.sql().execute(
               "update job set state = 'klaar', ended_at = $3, result = $4, lease_token = null, lease_until = null, "
               "done = total where id = $1 and lease_token = $2 and state = 'bezig'",
               {lease.job.id, lease.token, transaction.recorded_at(), result}) == 1;
}

void fail_job(Database& database, const Lease& lease, const std::string& reason) {
    auto transaction = database.technical();
    transaction.sql().execute(
        "update job set state = 'mislukt', ended_at = $3, reason = $4, lease_token = null, lease_until = null where id "
        "= $1 and lease_token = $2 and state = 'bezig'",
        {lease.job.id, lease.token, transaction.recorded_at(), reason});
    transaction.commit();
}

}  // namespace slagboom::storage
