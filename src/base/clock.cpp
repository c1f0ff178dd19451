#include "base/clock.h"

#include <utility>

namespace slagboom {

Clock::Clock(std::function<std::int64_t()> microseconds) : microseconds_(std::move(microseconds)) {}

Instant Clock::now() const { return Instant{microseconds_()}; }

Clock system_clock() {
    return Clock([] {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return static_cast<std::int64_t>(std::chrono::floor<std::chrono::microseconds>(now).count());
    });
}

SettableClock::SettableClock(Instant now)
    : microseconds_(std::make_shared<std::atomic<std::int64_t>>(now.microseconds)) {}

Clock SettableClock::clock() const {
    return Clock([microseconds = microseconds_] { return microseconds->load(); });
}

void SettableClock::set(Instant now) { microseconds_->store(now.microseconds); }
void SettableClock::advance(std::chrono::microseconds time) { microseconds_->fetch_add(time.count()); }

}  // namespace slagboom
