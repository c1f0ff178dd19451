#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <vector>

#include "storage/database.h"

namespace slagboom::app {

/// Writes down who looked at what. Entries that arrive while another is being committed go together in the next commit
/// (decision 35), so that many readers cost few commits. Safe from several threads.
class ReadLog {
 public:
    /// Returns when the entry is committed; throws when it could not be. Only then may the answer leave.
    void record(storage::Database& database, const storage::Actor& actor, storage::AuditEvent event);

 private:
    struct Waiting {
        storage::Actor actor;
        storage::AuditEvent event;
        bool done = false;
        std::exception_ptr fault;
    };
    static void commit(storage::Database& database, const std::vector<Waiting*>& batch);

    std::mutex mutex_;
    std::condition_variable committed_;
    std::vector<Waiting*> queue_;
    bool busy_ = false;
};

}  // namespace slagboom::app
