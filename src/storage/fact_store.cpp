#include "storage/fact_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "f.id, f.provider_id, f.fact, f.period, f.number, f.choice, f.known_on, f.source_id, f.import_id, f.account_id, "
    "f.recorded_at, f.superseded_at, f.superseded_by";

Date day(std::string_view text) { return parse_iso_date(text).value(); }

StoredFact read_fact(const Row& row) {
    StoredFact fact;
    fact.id = row.integer(0);
    fact.provider = row.integer(1);
    fact.fact = row.string(2);
    fact.period = row.string(3);
    fact.value = {row.optional_real(4), row.optional_string(5)};
    fact.known_on = day(row.text(6));
    fact.source = row.integer(7);
    fact.import = row.integer(8);
    fact.account = row.integer(9);
    fact.recorded_at = row.integer(10);
    fact.superseded_at = row.optional_integer(11);
    fact.superseded_by = row.optional_integer(12);
    return fact;
}

std::vector<StoredFact> ask(Connection& sql, const FactQuestion& question, const Scope* scope) {
    Parameters parameters{question.recorded_until};
    std::string where = "f.recorded_at <= $1";
    if (!question.superseded_too) where += " and (f.superseded_at is null or f.superseded_at > $1)";
    if (question.provider) {
        parameters.emplace_back(*question.provider);
        where += fmt::format(" and f.provider_id = ${}", parameters.size());
    }
    std::string known_on;
    if (question.known_on_or_before) {
        known_on = question.known_on_or_before->iso();
        parameters.emplace_back(known_on);
        where += fmt::format(" and f.known_on <= ${}", parameters.size());
    }
    if (scope != nullptr) where += " and " + scope->sees("f.provider_id", parameters);
    std::vector<StoredFact> facts;
    sql.query(fmt::format("select {} from fact f where {} order by f.provider_id, f.id", kColumns, where), parameters,
              [&](const Row& row) { facts.push_back(read_fact(row)); });
    return facts;
}

}  // namespace

std::vector<StoredFact> facts_recorded(Connection& sql, const FactQuestion& question) {
    return ask(sql, question, nullptr);
}

std::vector<StoredFact> facts_of(Connection& sql, const Scope& scope, const FactQuestion& question) {
    return ask(sql, question, &scope);
}

std::vector<DisputedCell> disputed_cells(Connection& sql, std::int64_t at, std::optional<std::int64_t> provider) {
    Parameters parameters{at};
    std::string where = "opened_at <= $1 and (decided_at is null or decided_at > $1)";
    if (provider) {
        parameters.emplace_back(*provider);
        where += " and provider_id = $2";
    }
    std::vector<DisputedCell> cells;
    sql.query(fmt::format("select provider_id, fact, period, id from correction where {} order by id", where),
              parameters,
              [&](const Row& row) { cells.push_back({row.integer(0), row.string(1), row.string(2), row.integer(3)}); });
    return cells;
}

std::vector<StoredFact> facts_found_wrong(Connection& sql) {
    std::vector<StoredFact> facts;
    sql.query(fmt::format("select {}, coalesce(p.merged_into, p.id) from correction c join fact f on f.provider_id = "
                          "c.provider_id and (f.id = c.fact_id or (f.fact = c.fact and f.period = c.period and "
                          "f.superseded_at = c.decided_at)) join provider p on p.id = f.provider_id where c.outcome = "
                          "'overgenomen' order by c.id",
                          kColumns),
              {}, [&](const Row& row) {
                  facts.push_back(read_fact(row));
                  facts.back().provider = row.integer(13);
              });
    return facts;
}

std::optional<StoredFact> find_fact(Connection& sql, std::int64_t provider, std::int64_t id) {
    std::optional<StoredFact> fact;
    sql.first(fmt::format("select {} from fact f where f.provider_id = $1 and f.id = $2", kColumns), {provider, id},
              [&](const Row& row) { fact = read_fact(row); });
    return fact;
}

void insert_facts(Transaction& transaction, std::vector<StoredFact>& facts) {
    std::vector<std::string> days;
    days.reserve(facts.size());
    std::vector<Parameters> rows;
    rows.reserve(facts.size());
    for (auto& fact : facts) {
        fact.id = transaction.new_id();
        fact.account = transaction.actor().account;
        fact.recorded_at = transaction.recorded_at();
        days.push_back(fact.known_on.iso());
        rows.push_back({fact.provider, fact.id, fact.fact, fact.period, fact.value.number, fact.value.choice,
                        days.back(), fact.source, fact.import, fact.account, fact.recorded_at});
    }
    transaction.sql().insert(
        "fact (provider_id, id, fact, period, number, choice, known_on, source_id, import_id, account_id, recorded_at)",
        rows);
}

void supersede_facts(Transaction& transaction, const std::vector<Replacement>& replacements) {
    for (const auto& replacement : replacements)
        transaction.sql().execute(
            "update fact set superseded_at = $1, superseded_by = $2 where provider_id = $3 and id = $4 and "
            "superseded_at is null",
            {transaction.recorded_at(), replacement.new_fact == 0 ? Parameter(nullptr) : replacement.new_fact,
             replacement.provider, replacement.old_fact});
}

}  // namespace slagboom::storage
