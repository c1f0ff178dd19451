#include "jobs/worker.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <map>
#include <string>

#include "app/leases.h"
#include "app/run_screening.h"
#include "base/json_writer.h"
#include "storage/job_store.h"

namespace slagboom::jobs {
namespace {

using namespace std::chrono_literals;

// A database that is asked twice a second whether there is work does not notice.
constexpr auto kPause = 500ms;

using Perform = app::Answer<app::Done> (*)(app::System&, const storage::Lease&);

/// Every kind of job calls one verb.
const std::map<std::string, Perform, std::less<>>& kinds() {
    static const std::map<std::string, Perform, std::less<>> all{
        {"screening", app::perform_screening},
        {"herbeoordeling", app::perform_rescoring},
    };
    return all;
}

void perform(app::System& system, const storage::Lease& lease) {
    const auto kind = kinds().find(lease.job.kind);
    if (kind == kinds().end()) return storage::fail_job(system.database, lease, "deze soort taak is hier onbekend");
    const auto done = kind->second(system, lease);
    if (!done) storage::fail_job(system.database, lease, done.error().detail);
}

}  // namespace

bool work_once(app::System& system) {
    const auto lease = storage::take_job(system.database, app::kLeaseMicroseconds, app::kMostAttempts);
    if (!lease) return false;
    try {
        perform(system, *lease);
    } catch (const storage::DatabaseError&) {
        throw;  // the lease runs out, and the job is begun again
    } catch (const std::exception& error) {
        spdlog::error(R"({{"taak":{},"fout":{}}})", lease->job.id, json_text(error.what()));
        storage::fail_job(system.database, *lease,
                          "Er ging iets mis aan onze kant; de beheerder vindt het in het logboek.");
    }
    return true;
}

Worker::Worker(app::System& system) : system_(system), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Worker::~Worker() {
    thread_.request_stop();
    thread_.join();
}

void Worker::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        bool worked = false;
        try {
            worked = work_once(system_);
        } catch (const std::exception& error) {
            spdlog::error(R"({{"fout":{}}})", json_text(error.what()));
        }
        if (worked) continue;
        std::unique_lock lock(mutex_);
        stopped_.wait_for(lock, stop, kPause, [] { return false; });
    }
}

}  // namespace slagboom::jobs
