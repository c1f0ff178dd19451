#include "app/name_guesses.h"

#include <algorithm>

namespace slagboom::app {
namespace {

// From the fifth wrong attempt on: one minute, then twice as long each time, at most an hour.
constexpr std::int64_t kAttemptsBeforeLock = 5;
constexpr std::int64_t kFirstLockMicroseconds = std::int64_t{60} * 1'000'000;
constexpr std::int64_t kLongestLockMicroseconds = std::int64_t{3600} * 1'000'000;
constexpr std::size_t kMostNames = 10'000;

}  // namespace

std::int64_t lock_after(std::int64_t failed_attempts) {
    if (failed_attempts < kAttemptsBeforeLock) return 0;
    const auto doublings = std::min<std::int64_t>(failed_attempts - kAttemptsBeforeLock, 16);
    return std::min(kLongestLockMicroseconds, kFirstLockMicroseconds << doublings);
}

std::optional<std::int64_t> NameGuesses::locked_or_counted(const std::string& name, std::int64_t now) {
    const std::lock_guard lock(mutex_);
    if (tries_.size() >= kMostNames && !tries_.contains(name)) tries_.clear();
    auto& tries = tries_[name];
    if (tries.locked_until > now) return tries.locked_until - now;
    if (const auto locked = lock_after(++tries.failed); locked != 0) tries.locked_until = now + locked;
    return std::nullopt;
}

}  // namespace slagboom::app
