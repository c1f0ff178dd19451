#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "server/call.h"

namespace slagboom::server {

/// A list as it was answered, with what the audit chain keeps of who looks at it.
struct WrittenList {
    std::string body;            ///< JSON
    std::int64_t screening = 0;  ///< whose colours are shown; 0 without any
    std::string filter;          ///< as `ProviderList::filter`
};

/// Lists that were answered before. What a list says follows from who asks, what he asks, the day, and what is
/// recorded; so until something is recorded (`storage::changes`) it is answered from here, and many who look at the
/// same morning's list cost the database one. Not for lists as of a moment. Safe from several threads.
class KeptLists {
 public:
    /// `write` asks the register, in the snapshot that its list is kept for. What is not `of_now` is not kept.
    std::shared_ptr<const WrittenList> find_or_write(const Call& call, bool of_now,
                                                     const std::function<WrittenList(storage::Connection&)>& write);

 private:
    std::shared_ptr<const WrittenList> find(const std::string& question, std::int64_t changes);
    void keep(const std::string& question, std::int64_t changes, std::shared_ptr<const WrittenList> list);

    std::mutex mutex_;
    std::int64_t changes_ = 0;  ///< all that are kept were read at this number
    std::size_t bytes_ = 0;
    std::map<std::string, std::shared_ptr<const WrittenList>, std::less<>> lists_;
};

}  // namespace slagboom::server
