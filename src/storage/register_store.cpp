#include "storage/register_store.h"

#include <fmt/format.h>

#include "base/folded.h"

namespace slagboom::storage {
namespace {

// Each table says once which columns a record has, in the order of its struct.
constexpr std::string_view kName = "t.id, t.provider_id, t.name, t.valid_from, t.recorded_at";
constexpr std::string_view kService = "t.id, t.provider_id, t.valid_from, t.valid_until";
constexpr std::string_view kAward = "t.id, t.provider_id, t.number, t.kind, t.status, t.awarded_on";
constexpr std::string_view kLine =
    "t.id, t.provider_id, t.contract, t.award, t.lot, t.product, t.municipality, t.yearly_value, t.clients, "
    "t.valid_from, t.valid_until";
constexpr std::string_view kRelation =
    "t.id, t.provider_id, t.role, t.party_kind, t.name, t.number, t.address, t.valid_from, t.valid_until, t.source_id, "
    "t.known_on";

ProviderName read_name(const Row& row) {
    return {row.integer(0), row.integer(1), row.string(2), row.string(3), row.integer(4)};
}
ServicePeriod read_service(const Row& row) {
    return {row.integer(0), row.integer(1), row.string(2), row.optional_string(3)};
}
Award read_award(const Row& row) {
    return {row.integer(0), row.integer(1), row.string(2), row.string(3), row.string(4), row.string(5)};
}
ContractLine read_line(const Row& row) {
    return {row.integer(0),          row.integer(1), row.string(2),          row.string(3),
            row.string(4),           row.string(5),  row.string(6),          row.optional_integer(7),
            row.optional_integer(8), row.string(9),  row.optional_string(10)};
}
Relation read_relation(const Row& row) {
    return {row.integer(0),         row.integer(1), row.string(2), row.string(3),
            row.string(4),          row.string(5),  row.string(6), row.optional_string(7),
            row.optional_string(8), row.integer(9), row.string(10)};
}

template <class T>
std::vector<T> rows(Connection& sql, std::string_view columns, std::string_view table, std::string_view where,
                    const Parameters& parameters, T (*read)(const Row&)) {
    std::vector<T> all;
    sql.query(fmt::format("select {} from {} t where {} order by t.id", columns, table, where), parameters,
              [&](const Row& row) { all.push_back(read(row)); });
    return all;
}

template <class T>
std::vector<T> current_rows(Connection& sql, std::string_view columns, std::string_view table, T (*read)(const Row&)) {
    return rows(sql, columns, table, "t.superseded_at is null", {}, read);
}

template <class T>
std::vector<T> rows_of(Connection& sql, const Scope& scope, const RegisterQuestion& question, std::string_view columns,
                       std::string_view table, T (*read)(const Row&)) {
    Parameters parameters{question.provider, question.recorded_until};
    const std::string where =
        "t.provider_id = $1 and t.recorded_at <= $2 and (t.superseded_at is null or t.superseded_at > $2) and " +
        scope.sees("t.provider_id", parameters);
    return rows(sql, columns, table, where, parameters, read);
}

}  // namespace

std::vector<Municipality> municipalities(Connection& sql) {
    std::vector<Municipality> all;
    sql.query("select code, name from municipality order by code", {},
              [&](const Row& row) { all.push_back({row.string(0), row.string(1)}); });
    return all;
}

std::size_t put_municipalities(Transaction& transaction, const std::vector<Municipality>& all) {
    std::map<std::string, std::string> known;
    for (auto& municipality : municipalities(transaction.sql())) known[municipality.code] = municipality.name;
    std::size_t changed = 0;
    for (const auto& municipality : all) {
        const auto found = known.find(municipality.code);
        if (found != known.end() && found->second == municipality.name) continue;
        ++changed;
        if (found != known.end())
            transaction.sql().execute("update municipality set name = $2, recorded_at = $3 where code = $1",
                                      {municipality.code, municipality.name, transaction.recorded_at()});
        else
            transaction.sql().execute("insert into municipality (code, name, recorded_at) values ($1, $2, $3)",
                                      {municipality.code, municipality.name, transaction.recorded_at()});
        known[municipality.code] = municipality.name;
    }
    return changed;
}

std::map<std::string, std::int64_t> provider_ids(Connection& sql) {
    std::map<std::string, std::int64_t> ids;
    sql.query("select kvk, coalesce(merged_into, id) from provider", {},
              [&](const Row& row) { ids[row.string(0)] = row.integer(1); });
    return ids;
}

std::map<std::string, std::int64_t> merged_numbers(Connection& sql) {
    std::map<std::string, std::int64_t> ids;
    sql.query("select kvk, id from provider where merged_into is not null", {},
              [&](const Row& row) { ids[row.string(0)] = row.integer(1); });
    return ids;
}

std::int64_t add_provider(Transaction& transaction, const std::string& kvk, const std::string& name) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into provider (id, kvk, name, folded, recorded_at, version) values ($1, $2, $3, $4, $5, 1)",
        {id, kvk, name, folded(name), transaction.recorded_at()});
    return id;
}

void rename_provider(Transaction& transaction, std::int64_t provider, const std::string& name) {
    transaction.sql().execute("update provider set name = $2, folded = $3, version = version + 1 where id = $1",
                              {provider, name, folded(name)});
}

std::vector<ProviderName> current_names(Connection& sql) {
    return current_rows<ProviderName>(sql, kName, "provider_name", read_name);
}
std::vector<ServicePeriod> current_service_periods(Connection& sql) {
    return current_rows<ServicePeriod>(sql, kService, "service_period", read_service);
}
std::vector<Award> current_awards(Connection& sql) { return current_rows<Award>(sql, kAward, "award", read_award); }
std::vector<ContractLine> current_contract_lines(Connection& sql) {
    return current_rows<ContractLine>(sql, kLine, "contract_line", read_line);
}
std::vector<Relation> current_relations(Connection& sql) {
    return current_rows<Relation>(sql, kRelation, "relation", read_relation);
}

void insert(Transaction& transaction, std::int64_t import, const std::vector<ProviderName>& names) {
    std::vector<std::string> keys;
    keys.reserve(names.size());
    std::vector<Parameters> values;
    for (const auto& name : names) {
        keys.push_back(folded(name.name));
        values.push_back({transaction.new_id(), name.provider, name.name, keys.back(), name.valid_from, import,
                          transaction.recorded_at()});
    }
    transaction.sql().insert("provider_name (id, provider_id, name, folded, valid_from, import_id, recorded_at)",
                             values);
}

void insert(Transaction& transaction, std::int64_t import, const std::vector<ServicePeriod>& periods) {
    std::vector<Parameters> values;
    for (const auto& period : periods)
        values.push_back({transaction.new_id(), period.provider, period.valid_from, period.valid_until, import,
                          transaction.recorded_at()});
    transaction.sql().insert("service_period (id, provider_id, valid_from, valid_until, import_id, recorded_at)",
                             values);
}

void insert(Transaction& transaction, std::int64_t import, const std::vector<Award>& awards) {
    std::vector<Parameters> values;
    for (const auto& award : awards)
        values.push_back({transaction.new_id(), award.provider, award.number, award.kind, award.status,
                          award.awarded_on, import, transaction.recorded_at()});
    transaction.sql().insert("award (id, provider_id, number, kind, status, awarded_on, import_id, recorded_at)",
                             values);
}

void insert(Transaction& transaction, std::int64_t import, const std::vector<ContractLine>& lines) {
    std::vector<Parameters> values;
    for (const auto& line : lines)
        values.push_back({transaction.new_id(), line.provider, line.contract, line.award, line.lot, line.product,
                          line.municipality, line.yearly_value, line.clients, line.valid_from, line.valid_until, import,
                          transaction.recorded_at()});
    transaction.sql().insert(
        "contract_line (id, provider_id, contract, award, lot, product, municipality, yearly_value, clients, "
        "valid_from, valid_until, import_id, recorded_at)",
        values);
}

void insert(Transaction& transaction, std::int64_t import, const std::vector<Relation>& relations) {
    std::vector<std::string> keys;
    keys.reserve(relations.size());
    std::vector<Parameters> values;
    for (const auto& relation : relations) {
        keys.push_back(folded(relation.name.empty() ? relation.address : relation.name));
        values.push_back({transaction.new_id(), relation.provider, relation.role, relation.party_kind, relation.name,
                          keys.back(), relation.number, relation.address, relation.valid_from, relation.valid_until,
                          relation.source, relation.known_on, import, transaction.recorded_at()});
    }
    transaction.sql().insert(
        "relation (id, provider_id, role, party_kind, name, folded, number, address, valid_from, valid_until, "
        "source_id, known_on, import_id, recorded_at)",
        values);
}

std::vector<std::string> lots(Connection& sql) {
    std::vector<std::string> all;
    sql.query("select distinct lot from contract_line where superseded_at is null and lot <> '' order by lot", {},
              [&](const Row& row) { all.push_back(row.string(0)); });
    return all;
}

std::vector<ProviderName> names_of(Connection& sql, const Scope& scope, const RegisterQuestion& question) {
    return rows_of<ProviderName>(sql, scope, question, kName, "provider_name", read_name);
}
std::vector<ServicePeriod> service_periods_of(Connection& sql, const Scope& scope, const RegisterQuestion& question) {
    return rows_of<ServicePeriod>(sql, scope, question, kService, "service_period", read_service);
}
std::vector<Award> awards_of(Connection& sql, const Scope& scope, const RegisterQuestion& question) {
    return rows_of<Award>(sql, scope, question, kAward, "award", read_award);
}
std::vector<Relation> relations_of(Connection& sql, const Scope& scope, const RegisterQuestion& question) {
    return rows_of<Relation>(sql, scope, question, kRelation, "relation", read_relation);
}

std::vector<ContractLine> contract_lines_of(Connection& sql, const Scope& scope, const RegisterQuestion& question) {
    auto lines = rows_of<ContractLine>(sql, scope, question, kLine, "contract_line", read_line);
    if (scope.whole() || scope.own_provider() != 0) return lines;
    std::erase_if(lines, [&](const auto& line) { return !scope.municipalities().contains(line.municipality); });
    return lines;
}

std::vector<SharedParty> shared_parties(Connection& sql, const Scope& scope, const RegisterQuestion& question,
                                        const std::string& known_on) {
    Parameters parameters{question.provider, question.recorded_until, known_on};
    const std::string sees = scope.sees("other.provider_id", parameters);
    std::vector<SharedParty> shared;
    sql.query(
        fmt::format("select distinct other.provider_id, p.name, other.role, other.party_kind, mine.name from relation "
                    "mine join relation other on other.folded = mine.folded and other.party_kind = mine.party_kind and "
                    "other.provider_id <> mine.provider_id join provider p on p.id = other.provider_id where "
                    "mine.provider_id = $1 and mine.recorded_at <= $2 and (mine.superseded_at is null or "
                    "mine.superseded_at > $2) and mine.known_on <= $3 and other.recorded_at <= $2 and "
                    "(other.superseded_at is null or other.superseded_at > $2) and other.known_on <= $3 and not exists "
                    "(select 1 from relation never where never.provider_id = other.provider_id and never.folded = "
                    "other.folded and never.party_kind = other.party_kind and never.role = other.role and "
                    "never.valid_from = other.valid_from and never.valid_until = never.valid_from and never.known_on "
                    ">= other.known_on and never.recorded_at <= $2 and (never.superseded_at is null or "
                    "never.superseded_at > $2) and never.known_on <= $3) and {} order by 1, 3, 4, 5",
                    sees),
        parameters, [&](const Row& row) {
            shared.push_back({row.integer(0), row.string(1), row.string(2), row.string(3), row.string(4)});
        });
    return shared;
}

std::vector<InService> in_service(Connection& sql, const std::string& day, std::int64_t recorded_until) {
    std::vector<InService> all;
    sql.query(
        "select distinct p.id, p.kvk from service_period s join provider p on p.id = s.provider_id where s.valid_from "
        "<= $1 and (s.valid_until is null or s.valid_until > $1) and s.recorded_at <= $2 and (s.superseded_at is null "
        "or s.superseded_at > $2) order by p.kvk",
        {day, recorded_until}, [&](const Row& row) { all.push_back({row.integer(0), row.string(1)}); });
    return all;
}

}  // namespace slagboom::storage
