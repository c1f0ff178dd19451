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
    return fmt::format(
        "exists (select 1 from contract_line seen where seen.provider_id = (select coalesce(gone.merged_into, gone.id) "
        "from provider gone where gone.id = {}) and seen.superseded_at is null and {})",
        provider_column, is_own("seen.municipality", parameters));
}

std::string Scope::shows_lines_of(std::string_view municipality_column, Parameters& parameters) const {
    if (whole_ || own_provider_ != 0) return "1 = 1";
    if (municipalities_.empty()) return "1 = 0";
    return is_own(municipality_column, parameters);
}

std::string Scope::is_own(std::string_view municipality_column, Parameters& parameters) const {
    std::string codes;
    for (const auto& code : municipalities_) {
        parameters.emplace_back(code);
        codes += fmt::format("{}${}", codes.empty() ? "" : ", ", parameters.size());
    }
    return fmt::format("{} in ({})", municipality_column, codes);
}

}  // namespace slagboom::storage
