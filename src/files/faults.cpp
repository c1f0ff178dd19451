#include "files/faults.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/service_number.h"

namespace slagboom::files {

std::string Fault::text(const std::string& file) const {
    std::string place = file;
    if (line > 0) place += fmt::format(", regel {}", line);
    if (!column.empty()) place += fmt::format(", kolom {}", column);
    return fmt::format("{}: {}", place, reason);
}

void Faults::add(Fault fault) {
    ++count_;
    fault.reason = domain::without_service_numbers(fault.reason);
    fault.column = domain::without_service_numbers(fault.column);
    if (kept_.size() == kMaxKept && fault.line >= kept_.back().line) return;
    const auto place = std::upper_bound(kept_.begin(), kept_.end(), fault,
                                        [](const Fault& a, const Fault& b) { return a.line < b.line; });
    kept_.insert(place, std::move(fault));
    if (kept_.size() > kMaxKept) kept_.pop_back();
}

void Faults::add_all(const Faults& other) {
    for (const auto& fault : other.kept_) add(fault);
    count_ += other.count_ - other.kept_.size();
}

}  // namespace slagboom::files
