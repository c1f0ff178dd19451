#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>

namespace slagboom {

/// At most so many threads at once do something costly; the others wait until one is done.
class Turns {
 public:
    explicit Turns(std::size_t at_once) : free_(at_once) {}

    /// Held as long as it lives.
    class Turn {
     public:
        explicit Turn(Turns& turns) : turns_(turns) { turns_.take(); }
        ~Turn() { turns_.give_back(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;

     private:
        Turns& turns_;
    };

 private:
    void take() {
        std::unique_lock lock(mutex_);
        became_free_.wait(lock, [this] { return free_ > 0; });
        --free_;
    }
    void give_back() {
        {
            const std::lock_guard lock(mutex_);
            ++free_;
        }
        became_free_.notify_one();
    }

    std::mutex mutex_;
    std::condition_variable became_free_;
    std::size_t free_;
};

}  // namespace slagboom
