#include "storage/mark_store.h"

#include "base/deflate.h"

namespace slagboom::storage {
namespace {

constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;

}  // namespace

void mark_assessments(Transaction& transaction, std::int64_t provider, const std::vector<std::int64_t>& screenings,
                      std::int64_t correction) {
    std::vector<Parameters> rows;
    for (const auto screening : screenings) rows.push_back({provider, screening, correction});
    transaction.sql().insert("assessment_mark (provider_id, screening_id, correction_id)", rows);
}

std::set<std::int64_t> marked_screenings(Connection& sql, std::int64_t provider, std::int64_t recorded_until) {
    std::set<std::int64_t> screenings;
    sql.query(
        "select distinct m.screening_id from assessment_mark m join correction c on c.id = m.correction_id where "
        "m.provider_id = $1 and c.opened_at <= $2",
        {provider, recorded_until}, [&](const Row& row) { screenings.insert(row.integer(0)); });
    return screenings;
}

std::vector<std::int64_t> screenings_marked_by(Connection& sql, std::int64_t correction) {
    std::vector<std::int64_t> screenings;
    sql.query("select screening_id from assessment_mark where correction_id = $1 order by screening_id", {correction},
              [&](const Row& row) { screenings.push_back(row.integer(0)); });
    return screenings;
}

std::vector<Explanation> explanations_of(Connection& sql, std::int64_t provider) {
    std::vector<Explanation> all;
    sql.query("select screening_id, content from explanation where provider_id = $1 order by screening_id", {provider},
              [&](const Row& row) {
                  auto text = inflated(row.bytes(1), kMostUnpacked);
                  if (!text) throw DatabaseError(DatabaseError::Kind::other, "a stored explanation is damaged");
                  all.push_back({row.integer(0), std::move(*text)});
              });
    return all;
}

}  // namespace slagboom::storage
