#include "storage/supersede.h"

#include <fmt/format.h>

namespace slagboom::storage {

void supersede(Transaction& transaction, std::string_view table, const std::vector<std::int64_t>& ids) {
    constexpr std::size_t kAtOnce = 500;
    for (std::size_t start = 0; start < ids.size(); start += kAtOnce) {
        Parameters parameters{transaction.recorded_at()};
        std::string list;
        for (std::size_t i = start; i < std::min(ids.size(), start + kAtOnce); ++i) {
            parameters.emplace_back(ids[i]);
            list += fmt::format("{}${}", list.empty() ? "" : ", ", parameters.size());
        }
        transaction.sql().execute(fmt::format("update {} set superseded_at = $1 where id in ({})", table, list),
                                  parameters);
    }
}

}  // namespace slagboom::storage
