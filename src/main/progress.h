#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace slagboom::main {

/// Says on standard error, once a second, that work is still going on; nothing for work shorter than that.
class Progress {
 public:
    explicit Progress(std::string what);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

 private:
    std::mutex mutex_;
    std::condition_variable_any ended_;
    std::jthread teller_;
};

}  // namespace slagboom::main
