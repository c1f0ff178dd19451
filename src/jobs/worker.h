#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/system.h"

namespace slagboom::jobs {

/// Takes the oldest job that waits and does it. False when there was none. Safe beside other workers, in this process
/// and in others (decision 37).
bool work_once(app::System& system);

/// Works until it is destroyed; then it finishes the job it is at.
class Worker {
 public:
    explicit Worker(app::System& system);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

 private:
    void run(const std::stop_token& stop);

    app::System& system_;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;
};

}  // namespace slagboom::jobs
