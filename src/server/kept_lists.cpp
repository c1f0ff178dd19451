#include "server/kept_lists.h"

#include <fmt/format.h>

#include <utility>

namespace slagboom::server {
namespace {

// Some three hundred lists of a whole region; then it begins again.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

std::string question_of(const Call& call) {
    return fmt::format("{} {} {}", call.who.account.id, call.system.today(), call.request.target);
}

}  // namespace

std::shared_ptr<const WrittenList> KeptLists::find_or_write(
    const Call& call, bool of_now, const std::function<WrittenList(storage::Connection&)>& write) {
    const auto snapshot = call.system.database.read();
    if (!of_now) return std::make_shared<const WrittenList>(write(snapshot.sql()));
    const std::int64_t changes = storage::changes(snapshot.sql());
    const std::string question = question_of(call);
    if (auto kept = find(question, changes)) return kept;
    auto list = std::make_shared<const WrittenList>(write(snapshot.sql()));
    keep(question, changes, list);
    return list;
}

std::shared_ptr<const WrittenList> KeptLists::find(const std::string& question, std::int64_t changes) {
    const std::lock_guard lock(mutex_);
    const auto found = lists_.find(question);
    return changes == changes_ && found != lists_.end() ? found->second : nullptr;
}

void KeptLists::keep(const std::string& question, std::int64_t changes, std::shared_ptr<const WrittenList> list) {
    const std::lock_guard lock(mutex_);
    if (changes < changes_) return;  // meanwhile somebody wrote, and somebody else has read that
    if (changes > changes_ || bytes_ + list->body.size() > kMostBytes) {
        lists_.clear();
        bytes_ = 0;
    }
    changes_ = changes;
    const std::size_t size = list->body.size();
    if (lists_.emplace(question, std::move(list)).second) bytes_ += size;
}

}  // namespace slagboom::server
