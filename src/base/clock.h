#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "base/instant.h"

namespace slagboom {

/// Tells what time it is. A small value that is passed to whoever needs the time, so that a test can hold it still.
/// Safe to ask from several threads at once when what it wraps is.
class Clock {
 public:
    /// `microseconds` gives the microseconds since 1970 in UTC.
    explicit Clock(std::function<std::int64_t()> microseconds);

    /// May be earlier than before: the clock of a machine can be set back.
    Instant now() const;

 private:
    std::function<std::int64_t()> microseconds_;
};

/// The clock of the machine.
Clock system_clock();

/// Stands still until it is set: for tests. Clocks that clock() gave follow it, and may outlive it.
class SettableClock {
 public:
    explicit SettableClock(Instant now);

    Clock clock() const;
    void set(Instant now);
    void advance(std::chrono::microseconds time);

 private:
    std::shared_ptr<std::atomic<std::int64_t>> microseconds_;
};

}  // namespace slagboom
