#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"
#include "storage/assessment_store.h"
#include "storage/register_store.h"

namespace slagboom::server {

/// As known on a day, and as recorded at a moment: the two times that a reader may choose (decision 1).
struct Moment {
    Date known_on;
    std::int64_t recorded_until = 0;  ///< UTC microseconds
};

/// `bekendOp` and `geregistreerdOp`; today and now without them, and never later.
Moment read_moment(const Call& call, QueryReader& query);

/// `geregistreerdOp` alone (UTC microseconds); now without it, and never later.
std::int64_t read_recorded_until(const Call& call, QueryReader& query);

/// The names that a provider bore until then, oldest first.
std::vector<storage::ProviderName> names_at(storage::Connection& sql, const storage::Scope& scope,
                                            std::int64_t provider, const Moment& moment);

/// Rows as they stood on a day in the past: what began after it was not there yet, and whether an end that came later
/// was foreseen nobody wrote down.
template <class Row>
void leave_out_later(std::vector<Row>& rows, const std::string& day) {
    std::erase_if(rows, [&](const Row& row) { return row.valid_from > day; });
    for (auto& row : rows) {
        if (row.valid_until && *row.valid_until > day) row.valid_until.reset();
    }
}

/// An assessment without its explanation, with all that stands beside a colour.
void write_assessment_head(Json& json, std::string_view key, storage::Connection& sql,
                           const storage::StoredScreening& screening, const storage::StoredAssessment& assessment,
                           bool touched);

}  // namespace slagboom::server
