#include "storage/scope.h"

#include <fmt/format.h>

namespace slagboom::storage {

std::string Scope::sees(std::string_view provider_column, Parameters& parameters) const {
    if (whole_) return "1 = 1";
    if (own_provider_ != 0) {
        parameters.emplace_back(own_provider_);
        return fmt::format("{} = ${}", provider_column, parameters.size());
    }
    if (municipalities_.empty()) return "1 = 0";
    std::string codes;
    for (const auto& code : municipalities_) {
        parameters.emplace_back(code);
        codes += fmt::format("{}${}", codes.empty() ? "" : ", ", parameters.size());
    }
    return fmt::format(
        "exists (select 1 from contract_line seen where seen.provider_id = {} and seen.superseded_at is null and "
        "seen.municipality in ({}))",
        provider_column, codes);
}

}  // namespace slagboom::storage
