#include "storage/correction_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "c.id, c.provider_id, c.fact, c.period, c.fact_id, c.kind, c.number, c.choice, c.known_on, c.source_id, c.reason, "
    "c.opened_by, c.opened_at, c.due_on, c.decided_by, c.decided_at, c.outcome, c.decision_reason, c.new_fact_id";

Correction read_correction(const Row& row, std::int64_t recorded_until) {
    Correction correction;
    correction.id = row.integer(0);
    correction.provider = row.integer(1);
    correction.fact = row.string(2);
    correction.period = row.string(3);
    correction.fact_id = row.integer(4);
    correction.kind = row.string(5);
    correction.proposed = {row.optional_real(6), row.optional_string(7)};
    correction.known_on = row.optional_string(8);
    correction.source = row.optional_integer(9);
    correction.reason = row.string(10);
    correction.opened_by = row.integer(11);
    correction.opened_at = row.integer(12);
    correction.due_on = row.string(13);
    correction.decided_at = row.optional_integer(15);
    if (!correction.decided_at || *correction.decided_at > recorded_until) {
        correction.decided_at.reset();
        return correction;
    }
    correction.decided_by = row.optional_integer(14);
    correction.outcome = row.optional_string(16);
    correction.decision_reason = row.optional_string(17);
    correction.new_fact_id = row.optional_integer(18);
    return correction;
}

}  // namespace

std::int64_t insert_correction(Transaction& transaction, const Correction& correction) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into correction (id, provider_id, fact, period, fact_id, kind, number, choice, known_on, source_id, "
        "reason, opened_by, opened_at, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        {id, correction.provider, correction.fact, correction.period, correction.fact_id, correction.kind,
         correction.proposed.number, correction.proposed.choice, correction.known_on, correction.source,
         correction.reason, transaction.actor().account, transaction.recorded_at(), correction.due_on});
    return id;
}

bool decide_correction(Transaction& transaction, const Correction& decided) {
    return transaction.sql().execute(
               "update correction set decided_by = $2, decided_at = $3, outcome = $4, decision_reason = $5, "
               "new_fact_id = $6 where id = $1 and decided_at is null",
               {decided.id, transaction.actor().account, transaction.recorded_at(), decided.outcome,
                decided.decision_reason, decided.new_fact_id}) == 1;
}

std::optional<Correction> find_correction(Connection& sql, const Scope& scope, std::int64_t id,
                                          std::int64_t recorded_until) {
    Parameters parameters{id, recorded_until};
    const std::string sees = scope.sees("c.provider_id", parameters);
    std::optional<Correction> found;
    sql.first(fmt::format("select {} from correction c where c.id = $1 and c.opened_at <= $2 and {}", kColumns, sees),
              parameters, [&](const Row& row) { found = read_correction(row, recorded_until); });
    return found;
}

std::vector<Correction> corrections(Connection& sql, const Scope& scope, const CorrectionQuestion& question) {
    Parameters parameters{question.provider, question.before, question.limit, question.recorded_until,
                          question.opened_by};
    const std::string sees = scope.sees("c.provider_id", parameters);
    std::vector<Correction> all;
    sql.query(fmt::format("select {} from correction c where (cast($1 as bigint) = 0 or c.provider_id = $1) and "
                          "(cast($2 as bigint) = 0 or c.id < $2) and c.opened_at <= $4 and (cast($5 as bigint) = 0 or "
                          "c.opened_by = $5) and {} and {} order by c.id desc "
                          "limit $3",
                          kColumns, question.open_only ? "(c.decided_at is null or c.decided_at > $4)" : "1 = 1", sees),
              parameters, [&](const Row& row) { all.push_back(read_correction(row, question.recorded_until)); });
    return all;
}

bool is_disputed(Connection& sql, std::int64_t provider, const std::string& fact, const std::string& period) {
    return sql.first(
        "select 1 from correction where provider_id = $1 and fact = $2 and period = $3 and decided_at is null",
        {provider, fact, period}, [](const Row&) {});
}

}  // namespace slagboom::storage
