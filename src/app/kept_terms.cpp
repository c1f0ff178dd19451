#include "app/kept_terms.h"

#include "domain/retention.h"
#include "domain/source_kind.h"
#include "storage/retention_store.h"

namespace slagboom::app {

KeptTerms::KeptTerms(storage::Connection& sql, Date today) {
    for (const auto& ended : storage::ended_services(sql)) {
        const auto start = parse_iso_date(ended.ended_on);
        const auto months = start ? domain::months_passed(*start, today) : std::nullopt;
        if (months && !ended.held) months_[ended.provider] = *months;
    }
}

bool KeptTerms::over(std::int64_t provider, const std::string& source) const {
    const auto found = months_.find(provider);
    return found != months_.end() && domain::source_kind(source).term_months <= found->second;
}

}  // namespace slagboom::app
