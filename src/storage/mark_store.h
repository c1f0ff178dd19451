#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// Marks assessments that read a cell which is disputed or corrected now. They never change themselves.
void mark_assessments(Transaction& transaction, std::int64_t provider, const std::vector<std::int64_t>& screenings,
                      std::int64_t correction);
/// The runs whose assessment of a provider was marked by then, by whatever correction.
std::set<std::int64_t> marked_screenings(Connection& sql, std::int64_t provider, std::int64_t recorded_until);
std::vector<std::int64_t> screenings_marked_by(Connection& sql, std::int64_t correction);
/// All explanations of a provider, to see which of them read a cell.
struct Explanation {
    std::int64_t screening = 0;
    std::string json;
};
std::vector<Explanation> explanations_of(Connection& sql, std::int64_t provider);

}  // namespace slagboom::storage
