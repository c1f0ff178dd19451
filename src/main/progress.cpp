#include "main/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace slagboom::main {

Progress::Progress(std::string what)
    : teller_([this, what = std::move(what)](const std::stop_token& stop) {
          // On a terminal one line that changes; in a log a line of its own.
          const bool terminal = isatty(STDERR_FILENO) == 1;
          std::unique_lock lock(mutex_);
          for (int seconds = 1;
               !ended_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; }) && !stop.stop_requested();
               ++seconds) {
              fmt::print(stderr, "{}bezig met {} ({} s){}", terminal ? "\r" : "", what, seconds, terminal ? "" : "\n");
          }
          if (terminal) fmt::print(stderr, "\r\033[K");
      }) {}

Progress::~Progress() {
    teller_.request_stop();
    ended_.notify_all();
}

}  // namespace slagboom::main
