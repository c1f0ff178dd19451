#include "app/read_log.h"

#include <utility>

namespace slagboom::app {

void ReadLog::record(storage::Database& database, const storage::Actor& actor, storage::AuditEvent event) {
    Waiting mine{actor, std::move(event), false, nullptr};
    std::unique_lock lock(mutex_);
    queue_.push_back(&mine);
    while (!mine.done) {
        if (busy_) {
            committed_.wait(lock);
            continue;
        }
        // Whoever finds nobody at work commits for all who wait.
        busy_ = true;
        const auto batch = std::exchange(queue_, {});
        lock.unlock();
        commit(database, batch);
        lock.lock();
        busy_ = false;
        for (auto* waiting : batch) waiting->done = true;
        committed_.notify_all();
    }
    if (mine.fault) std::rethrow_exception(mine.fault);
}

void ReadLog::commit(storage::Database& database, const std::vector<Waiting*>& batch) {
    try {
        auto transaction = database.log_reads(batch.front()->actor);
        for (const auto* waiting : batch) transaction.audit(waiting->actor, waiting->event);
        transaction.commit();
    } catch (...) {
        for (auto* waiting : batch) waiting->fault = std::current_exception();
    }
}

}  // namespace slagboom::app
