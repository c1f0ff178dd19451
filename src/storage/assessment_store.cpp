#include "storage/assessment_store.h"

#include <fmt/format.h>

#include <limits>

#include "base/deflate.h"

namespace slagboom::storage {
namespace {

constexpr std::string_view kScreening =
    "s.id, s.kind, s.model_hash, s.reference_date, s.recorded_until, s.phase, s.trial, s.context_of, s.context, "
    "s.providers, s.digest, s.job_id, s.account_id, s.recorded_at, s.facts_destroyed_at";
constexpr std::string_view kAssessment =
    "a.provider_id, a.screening_id, a.colour, a.sub_category, a.settled, a.lowest, a.highest, a.known_points, "
    "a.all_points, a.order_key, a.summary, a.sha256";
// What we packed ourselves; far more than an explanation of 200 indicators takes.
constexpr std::size_t kMostUnpacked = std::size_t{64} << 20;

std::string unpacked(const std::string& packed) {
    auto text = inflated(packed, kMostUnpacked);
    if (!text) throw DatabaseError(DatabaseError::Kind::other, "a stored text is damaged: " + text.error().reason);
    return std::move(*text);
}

StoredScreening read_screening(const Row& row) {
    StoredScreening screening;
    screening.id = row.integer(0);
    screening.kind = row.string(1);
    screening.model_hash = row.string(2);
    screening.reference_date = row.string(3);
    screening.recorded_until = row.integer(4);
    screening.phase = row.string(5);
    screening.trial = row.boolean(6);
    screening.context_of = row.integer(7);
    screening.context = unpacked(row.bytes(8));
    screening.providers = row.integer(9);
    screening.digest = row.string(10);
    screening.job = row.integer(11);
    screening.account = row.integer(12);
    screening.recorded_at = row.integer(13);
    screening.facts_destroyed_at = row.optional_integer(14);
    return screening;
}

StoredAssessment read_assessment(const Row& row) {
    StoredAssessment assessment;
    assessment.provider = row.integer(0);
    assessment.screening = row.integer(1);
    assessment.colour = row.string(2);
    assessment.sub_category = row.optional_string(3);
    assessment.settled = row.boolean(4);
    assessment.lowest = row.integer(5);
    assessment.highest = row.integer(6);
    assessment.known_points = row.integer(7);
    assessment.all_points = row.integer(8);
    assessment.order_key = row.string(9);
    assessment.summary = row.string(10);
    assessment.sha256 = row.string(11);
    return assessment;
}

StoredAssessment read_with_explanation(const Row& row) {
    StoredAssessment assessment = read_assessment(row);
    if (!row.null(12)) assessment.explanation = unpacked(row.bytes(12));
    return assessment;
}

std::optional<StoredScreening> one_screening(Connection& sql, std::string_view where, const Parameters& parameters) {
    std::optional<StoredScreening> found;
    sql.first(fmt::format("select {} from screening s where {}", kScreening, where), parameters,
              [&](const Row& row) { found = read_screening(row); });
    return found;
}

}  // namespace

void insert_screening(Transaction& transaction, const StoredScreening& screening,
                      const std::vector<StoredAssessment>& assessments) {
    const std::string context = deflated(screening.context);
    transaction.sql().execute(
        "insert into screening (id, kind, model_hash, reference_date, recorded_until, phase, trial, context_of, "
        "context, providers, digest, job_id, account_id, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
        "$10, $11, $12, $13, $14)",
        {screening.id, screening.kind, screening.model_hash, screening.reference_date, screening.recorded_until,
         screening.phase, screening.trial, screening.context_of, Bytes{context}, screening.providers, screening.digest,
         screening.job, transaction.actor().account, transaction.recorded_at()});
    std::vector<std::string> packed;
    packed.reserve(assessments.size());
    std::vector<Parameters> rows;
    std::vector<Parameters> explanations;
    rows.reserve(assessments.size());
    for (const auto& of : assessments) {
        packed.push_back(deflated(of.explanation));
        rows.push_back({of.provider, screening.id, of.colour, of.sub_category, of.settled, of.lowest, of.highest,
                        of.known_points, of.all_points, of.order_key, of.summary, of.sha256});
        explanations.push_back({of.provider, screening.id, Bytes{packed.back()}});
    }
    transaction.sql().insert(
        "assessment (provider_id, screening_id, colour, sub_category, settled, lowest, highest, known_points, "
        "all_points, order_key, summary, sha256)",
        rows);
    transaction.sql().insert("explanation (provider_id, screening_id, content)", explanations);
}

std::optional<StoredScreening> find_screening(Connection& sql, std::int64_t id) {
    return one_screening(sql, "s.id = $1", {id});
}

std::optional<StoredScreening> latest_screening(Connection& sql) {
    return one_screening(sql,
                         "s.id = (select id from screening where kind = 'volledig' and phase = 'monitoring' order by "
                         "reference_date desc, recorded_until desc, id limit 1)",
                         {});
}

std::optional<StoredScreening> latest_gate(Connection& sql, std::int64_t provider) {
    return one_screening(sql,
                         "s.id = (select g.id from screening g join assessment a on a.screening_id = g.id where g.kind "
                         "= 'volledig' and g.phase = 'poort' and a.provider_id = $1 order by g.id desc limit 1)",
                         {provider});
}

std::optional<StoredScreening> screening_on(Connection& sql, const std::string& day, std::int64_t recorded_until) {
    return one_screening(
        sql,
        "s.id = (select id from screening where kind = 'volledig' and phase = 'monitoring' and "
        "reference_date <= $1 and recorded_at <= $2 order by reference_date desc, recorded_until desc, "
        "id limit 1)",
        {day, recorded_until});
}

std::optional<StoredScreening> screening_before(Connection& sql, const StoredScreening& screening,
                                                std::int64_t recorded_until) {
    return one_screening(sql,
                         "s.id = (select id from screening where kind = 'volledig' and phase = $2 and reference_date < "
                         "$1 and recorded_at <= $3 order by reference_date desc, recorded_until desc, id limit 1)",
                         {screening.reference_date, screening.phase, recorded_until});
}

std::vector<StoredScreening> screenings(Connection& sql, std::int64_t before, std::int64_t limit) {
    std::vector<StoredScreening> all;
    sql.query(fmt::format("select {} from screening s where cast($1 as bigint) = 0 or s.id < $1 order by s.id desc "
                          "limit $2",
                          kScreening),
              {before, limit}, [&](const Row& row) { all.push_back(read_screening(row)); });
    return all;
}

std::optional<StoredAssessment> find_assessment(Connection& sql, const Scope& scope, std::int64_t provider,
                                                std::int64_t screening) {
    Parameters parameters{provider, screening};
    const std::string sees = scope.sees("a.provider_id", parameters);
    std::optional<StoredAssessment> found;
    sql.first(
        fmt::format("select {}, e.content from assessment a left join explanation e on e.provider_id = a.provider_id "
                    "and e.screening_id = a.screening_id where a.provider_id = $1 and a.screening_id = $2 "
                    "and {}",
                    kAssessment, sees),
        parameters, [&](const Row& row) { found = read_with_explanation(row); });
    return found;
}

std::vector<StoredAssessment> assessments_of(Connection& sql, const Scope& scope, std::int64_t provider) {
    Parameters parameters{provider};
    const std::string sees = scope.sees("a.provider_id", parameters);
    std::vector<StoredAssessment> all;
    sql.query(fmt::format("select {} from assessment a where a.provider_id = $1 and {} order by a.screening_id desc",
                          kAssessment, sees),
              parameters, [&](const Row& row) { all.push_back(read_assessment(row)); });
    return all;
}

std::vector<StoredAssessment> assessments_shown(Connection& sql, const Scope& scope, std::int64_t screening,
                                                std::int64_t recorded_until) {
    Parameters parameters{screening, recorded_until};
    const std::string sees = scope.sees("a.provider_id", parameters);
    std::vector<StoredAssessment> all;
    sql.query(fmt::format("select {} from assessment a join (select x.provider_id, max(x.screening_id) as newest from "
                          "assessment x join screening s on s.id = x.screening_id where s.context_of = $1 and "
                          "s.recorded_at <= $2 group by x.provider_id) shown on shown.provider_id = a.provider_id and "
                          "shown.newest = a.screening_id "
                          "where {} order by a.order_key, a.provider_id",
                          kAssessment, sees),
              parameters, [&](const Row& row) { all.push_back(read_assessment(row)); });
    return all;
}

std::vector<StoredAssessment> assessments_with_explanations(Connection& sql, const Scope& scope,
                                                            std::int64_t screening) {
    Parameters parameters{screening};
    const std::string sees = scope.sees("a.provider_id", parameters);
    std::vector<StoredAssessment> all;
    sql.query(fmt::format("select {}, e.content from assessment a left join explanation e on e.provider_id = "
                          "a.provider_id and e.screening_id = a.screening_id where a.screening_id = $1 and {} order by "
                          "a.provider_id",
                          kAssessment, sees),
              parameters, [&](const Row& row) { all.push_back(read_with_explanation(row)); });
    return all;
}

void each_explanation(Connection& sql, std::int64_t screening,
                      const std::function<void(const std::string&)>& on_explanation) {
    sql.query("select content from explanation where screening_id = $1 order by provider_id", {screening},
              [&](const Row& row) { on_explanation(unpacked(row.bytes(0))); });
}

}  // namespace slagboom::storage
