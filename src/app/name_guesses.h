#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace slagboom::app {

/// How long an account is locked after so many wrong attempts (microseconds); 0 before the fifth.
std::int64_t lock_after(std::int64_t failed_attempts);

/// Names that somebody tries to sign in with and that nobody has. They are locked like those of an account, so that
/// nobody learns from it which names there are. Of this server alone; after ten thousand names it begins anew. Safe
/// from several threads.
class NameGuesses {
 public:
    /// Counts a wrong attempt at this moment; how long it is locked when it is locked already, in microseconds.
    std::optional<std::int64_t> locked_or_counted(const std::string& name, std::int64_t now);

 private:
    struct Tries {
        std::int64_t failed = 0;
        std::int64_t locked_until = 0;
    };
    std::mutex mutex_;
    std::map<std::string, Tries, std::less<>> tries_;
};

}  // namespace slagboom::app
