#include "storage/source_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "s.id, s.kind, s.name, s.document, s.document_date, s.ground, s.purpose, s.term_months, s.recorded_at";

Source read_source(const Row& row) {
    return {row.integer(0), row.string(1), row.string(2),  row.string(3), row.optional_string(4),
            row.string(5),  row.string(6), row.integer(7), row.integer(8)};
}

}  // namespace

std::int64_t ensure_source(Transaction& transaction, const Source& source) {
    std::int64_t id = 0;
    transaction.sql().first("select id from source where kind = $1 and name = $2 and document = $3",
                            {source.kind, source.name, source.document}, [&](const Row& row) { id = row.integer(0); });
    if (id != 0) return id;
    id = transaction.new_id();
    transaction.sql().execute(
        "insert into source (id, kind, name, document, document_date, ground, purpose, term_months, recorded_at) "
        "values "
        "($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {id, source.kind, source.name, source.document, source.document_date, source.ground, source.purpose,
         source.term_months, transaction.recorded_at()});
    return id;
}

std::map<std::int64_t, Source> all_sources(Connection& sql) {
    std::map<std::int64_t, Source> sources;
    sql.query(fmt::format("select {} from source s", kColumns), {}, [&](const Row& row) {
        Source source = read_source(row);
        sources.emplace(source.id, std::move(source));
    });
    return sources;
}

std::vector<Source> sources_of(Connection& sql, const Scope& scope, const RegisterQuestion& question) {
    Parameters parameters{question.provider, question.recorded_until};
    const std::string sees = scope.sees("cast($1 as bigint)", parameters);
    std::vector<Source> sources;
    sql.query(fmt::format("select {} from source s where {} and (exists (select 1 from fact f where f.provider_id = $1 "
                          "and f.source_id = s.id and f.recorded_at <= $2) or exists (select 1 from relation r where "
                          "r.provider_id = $1 and r.source_id = s.id and r.recorded_at <= $2)) order by s.id",
                          kColumns, sees),
              parameters, [&](const Row& row) { sources.push_back(read_source(row)); });
    return sources;
}

}  // namespace slagboom::storage
