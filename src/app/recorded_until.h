#pragma once

#include <algorithm>

#include "app/system.h"
#include "storage/audit_store.h"

namespace slagboom::app {

/// Everything is recorded until then (UTC microseconds): now, or the last thing recorded when the clock was set back
/// since. What was recorded is never hidden by a clock.
inline std::int64_t recorded_until(const System& system, storage::Connection& sql) {
    return std::max(system.now().microseconds, storage::chain_head(sql).recorded_at);
}

}  // namespace slagboom::app
