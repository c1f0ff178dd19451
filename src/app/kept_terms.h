#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/date.h"
#include "storage/connection.h"

namespace slagboom::app {

/// What may no longer be kept of whom: a file that comes again must not bring back what was destroyed after its term.
class KeptTerms {
 public:
    KeptTerms(storage::Connection& sql, Date today);

    /// Is the term of what is known from this source over, for this provider? Never under a legal hold, nor while it
    /// provides care.
    bool over(std::int64_t provider, const std::string& source) const;

 private:
    std::map<std::int64_t, int> months_;  ///< passed since the end of service
};

}  // namespace slagboom::app
