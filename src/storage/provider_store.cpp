#include "storage/provider_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "storage/follow_store.h"

namespace slagboom::storage {
namespace {

// `at` is the parameter with the moment as recorded at which a list is asked for; empty: now.

/// The rows of a table that held then.
std::string held(std::string_view alias, const std::string& at) {
    if (at.empty()) return fmt::format("{}.superseded_at is null", alias);
    return fmt::format("{0}.recorded_at <= {1} and ({0}.superseded_at is null or {0}.superseded_at > {1})", alias, at);
}

/// A provider's step follows from what is recorded: it is nobody's to fill in.
std::string step(const std::string& at) {
    return fmt::format(
        "case when exists (select 1 from service_period s where s.provider_id = p.id and {0}) and not exists (select 1 "
        "from service_period s where s.provider_id = p.id and {0} and (s.valid_until is null or s.valid_until > $2)) "
        "then 'beeindigd' when a.colour = 'rood' then 'urgentielijst' when a.provider_id is not null then 'monitoring' "
        "when exists (select 1 from award w where w.provider_id = p.id and {1} and w.awarded_on <= $2 and w.status = "
        "'gegund' and not exists (select 1 from award z where z.provider_id = p.id and {2} and z.number = w.number and "
        "z.awarded_on > w.awarded_on and z.awarded_on <= $2)) then 'gegund' else 'aanmelding' end",
        held("s", at), held("w", at), held("z", at));
}

/// Of the run and of the corrections in its context the newest of a provider. Asked per provider, so that it is found
/// by the key of the table.
std::string newest(const std::string& at) {
    return fmt::format(
        "(select max(y.screening_id) from assessment y join screening s on s.id = y.screening_id where y.provider_id = "
        "p.id and s.context_of = $1{})",
        at.empty() ? std::string() : " and s.recorded_at <= " + at);
}

/// Before which day the first of its corrections that were open then must be decided.
std::string due_on(const std::string& at) {
    return fmt::format("(select min(k.due_on) from correction k where k.provider_id = p.id and {})",
                       at.empty()
                           ? std::string("k.decided_at is null")
                           : fmt::format("k.opened_at <= {0} and (k.decided_at is null or k.decided_at > {0})", at));
}

/// Those that had not gone up in another.
std::string stands(const std::string& at) {
    if (at.empty()) return "p.merged_into is null";
    return fmt::format(
        "p.recorded_at <= {0} and not exists (select 1 from merge m where m.merged_id = p.id and m.recorded_at <= {0})",
        at);
}

/// Some providers with those in which they had gone up, also when those went up in others.
std::string with_survivors(const std::string& providers, const std::string& at) {
    return fmt::format(
        "(with recursive up (id) as ({} union select m.provider_id from up join merge m on m.merged_id = up.id{}) "
        "select id from up)",
        providers, at.empty() ? std::string() : " and m.recorded_at <= " + at);
}

/// Its name as recorded and known then, as it is written or `folded` to sort by; before its first the present one, for
/// it has no other.
std::string name(std::string_view column, const std::string& at) {
    if (at.empty()) return fmt::format("p.{}", column);
    return fmt::format(
        "coalesce((select n.{0} from provider_name n where n.provider_id = p.id and {1} and n.valid_from <= $2 order "
        "by n.valid_from desc, n.id desc limit 1), p.{0})",
        column, held("n", at));
}

/// The keys of all reds of the region, in order: who has a place is told by them, whatever a list leaves out.
std::vector<std::string> keys_of_reds(Connection& sql, const ListQuestion& question) {
    Parameters parameters{question.screening};
    if (question.recorded_until) parameters.emplace_back(*question.recorded_until);
    const std::string at = question.recorded_until ? "$2" : "";
    std::vector<std::string> keys;
    sql.query(fmt::format("select a.order_key from provider p join assessment a on a.provider_id = p.id and "
                          "a.screening_id = {} where a.colour = 'rood' and {} order by a.order_key",
                          newest(at), stands(at)),
              parameters, [&](const Row& row) { keys.push_back(row.string(0)); });
    return keys;
}

/// As many go before it as have a smaller key; equal ones share their place (1, 2, 2, 4).
std::int64_t place_in(const std::vector<std::string>& reds, std::string_view key) {
    return std::lower_bound(reds.begin(), reds.end(), key) - reds.begin() + 1;
}

struct ListQuery {
    std::string from_where;
    Parameters parameters;
};

/// Everything but columns and order. $1 is the run, $2 the day, $3 the run before, $4 who asks, $5 the moment if any.
ListQuery list_query(Engine engine, const Scope& scope, const ListQuestion& question) {
    ListQuery query;
    query.parameters = {question.screening, question.today, question.before, question.account};
    if (question.recorded_until) query.parameters.emplace_back(*question.recorded_until);
    const std::string at = question.recorded_until ? "$5" : "";
    query.from_where = fmt::format(
        "from (select p.id, p.kvk, {} as name, {} as folded, a.screening_id, a.colour, a.sub_category, a.settled, "
        "a.lowest, a.highest, a.known_points, a.all_points, a.summary, coalesce(a.order_key, '9') as order_key, {} as "
        "step, "
        "b.colour as colour_before, b.lowest as lowest_before, b.sub_category as sub_category_before, case when exists "
        "(select 1 from follow f where f.provider_id = p.id and f.account_id = $4) then 1 else 0 end as followed, {} "
        "as due_on from provider p left join assessment a on a.provider_id = p.id and a.screening_id = {} left join "
        "assessment b on b.provider_id = p.id and b.screening_id = $3 where {}) l where {}",
        name("name", at), name("folded", at), step(at), due_on(at), newest(at), stands(at),
        scope.sees("l.id", query.parameters));
    const auto narrow = [&](std::string_view condition, const Parameter& value) {
        query.parameters.push_back(value);
        query.from_where += " and " + fmt::format(fmt::runtime(condition), fmt::format("${}", query.parameters.size()));
    };
    // Also by the numbers of those that went up in it, and by every name that they and it ever bore.
    if (!question.search_kvk.empty())
        narrow("l.id in " + with_survivors("select q.id from provider q where substr(q.kvk, 1, length({0})) = {0}", at),
               question.search_kvk);
    else if (!question.search.empty())
        // Not `like`: a % or _ that somebody types is a character and no pattern.
        narrow("l.id in " +
                   with_survivors(
                       fmt::format("select q.id from provider q left join provider_name n on n.provider_id "
                                   "= q.id and {1} where {0}({2}, {{0}}) > 0 or {0}(n.folded, {{0}}) > 0",
                                   engine == Engine::sqlite ? "instr" : "strpos", at.empty() ? "1 = 1" : held("n", at),
                                   // The present name stands in for one that has no other.
                                   at.empty() ? "q.folded" : "coalesce(n.folded, q.folded)"),
                       at),
               question.search);
    const auto own_lines = [&] { return scope.shows_lines_of("c.municipality", query.parameters) + ")"; };
    if (!question.municipality.empty())
        narrow("exists (select 1 from contract_line c where c.provider_id = l.id and " + held("c", at) +
                   " and c.municipality = {} and " + own_lines(),
               question.municipality);
    if (!question.lot.empty())
        narrow("exists (select 1 from contract_line c where c.provider_id = l.id and " + held("c", at) +
                   " and c.lot = {} and " + own_lines(),
               question.lot);
    return query;
}

ListRow read_row(const Row& row) {
    ListRow of;
    of.id = row.integer(0);
    of.kvk = row.string(1);
    of.name = row.string(2);
    of.step = row.string(3);
    of.key = row.string(4);
    of.followed = row.boolean(18);
    of.due_on = row.optional_string(19);
    of.assessed = !row.null(5);
    if (!of.assessed) return of;
    of.screening = row.integer(5);
    of.colour = row.string(6);
    of.sub_category = row.optional_string(7);
    of.settled = row.boolean(8);
    of.lowest = row.integer(9);
    of.highest = row.integer(10);
    of.known_points = row.integer(11);
    of.all_points = row.integer(12);
    of.colour_before = row.optional_string(14);
    of.lowest_before = row.optional_integer(15);
    of.sub_category_before = row.optional_string(16);
    of.summary = row.string(17);
    return of;
}

/// Rows of colour, sub-category ('' for none) and number.
std::vector<ColourCount> counts(Connection& sql, std::string_view text, std::int64_t screening) {
    std::vector<ColourCount> all;
    sql.query(text, {screening}, [&](const Row& row) {
        auto sub_category = row.text(1).empty() ? std::nullopt : std::optional(row.string(1));
        all.push_back({row.string(0), std::move(sub_category), row.integer(2)});
    });
    return all;
}

}  // namespace

std::optional<Provider> find_provider(Connection& sql, const Scope& scope, std::int64_t id) {
    Parameters parameters{id};
    const std::string sees = scope.sees("p.id", parameters);
    std::optional<Provider> found;
    sql.first(fmt::format("select p.id, p.kvk, p.name, p.recorded_at, p.contact_person, p.email, p.phone, "
                          "p.merged_into, p.version from provider p where p.id = $1 and {}",
                          sees),
              parameters, [&](const Row& row) {
                  found = Provider{row.integer(0),         row.string(1),           row.string(2),
                                   row.integer(3),         row.optional_string(4),  row.optional_string(5),
                                   row.optional_string(6), row.optional_integer(7), row.integer(8)};
              });
    return found;
}

std::map<std::int64_t, std::string> provider_names(Connection& sql) {
    std::map<std::int64_t, std::string> names;
    sql.query("select id, name from provider", {}, [&](const Row& row) { names[row.integer(0)] = row.string(1); });
    return names;
}

bool provider_stands(Connection& sql, std::int64_t id) {
    return sql.first("select id from provider where id = $1 and merged_into is null", {id}, [](const Row&) {});
}

bool update_contact(Transaction& transaction, const Provider& provider) {
    return transaction.sql().execute(
               "update provider set contact_person = $3, email = $4, phone = $5, version = version + 1 where id = $1 "
               "and version = $2",
               {provider.id, provider.version, provider.contact_person, provider.email, provider.phone}) == 1;
}

std::vector<ContractTotal> contract_totals(Connection& sql, const Scope& scope, const ListQuestion& question) {
    Parameters parameters{question.today};
    if (question.recorded_until) parameters.emplace_back(*question.recorded_until);
    const std::string at = question.recorded_until ? "$2" : "";
    std::string where = scope.sees("c.provider_id", parameters);
    where += " and " + scope.shows_lines_of("c.municipality", parameters);
    std::vector<ContractTotal> totals;
    // Sums of whole numbers come back as another type from PostgreSQL, so they are cast.
    sql.query(fmt::format("select c.provider_id, c.municipality, cast(case when count(c.yearly_value) = count(*) then "
                          "sum(c.yearly_value) end as bigint), cast(case when "
                          "count(c.clients) = count(*) then sum(c.clients) end as bigint) from contract_line c where "
                          "{} and c.valid_from <= $1 and (c.valid_until is null or c.valid_until > "
                          "$1) and {} group by c.provider_id, c.municipality order by c.provider_id, c.municipality",
                          held("c", at), where),
              parameters, [&](const Row& row) {
                  totals.push_back({row.integer(0), row.string(1), row.optional_integer(2), row.optional_integer(3)});
              });
    return totals;
}

std::vector<ListRow> list_providers(Connection& sql, const Scope& scope, const ListQuestion& question) {
    const ListQuery query = list_query(sql.engine(), scope, question);
    const std::string_view key = question.by_name ? "l.folded" : "l.order_key";
    const std::string text = fmt::format(
        "select l.id, l.kvk, l.name, l.step, {0}, l.screening_id, l.colour, l.sub_category, l.settled, l.lowest, "
        "l.highest, l.known_points, l.all_points, l.order_key, l.colour_before, l.lowest_before, "
        "l.sub_category_before, "
        "l.summary, l.followed, l.due_on {1} order by {0}, l.id",
        key, query.from_where);
    const auto reds = keys_of_reds(sql, question);
    std::vector<ListRow> rows;
    sql.query(text, query.parameters, [&](const Row& row) {
        rows.push_back(read_row(row));
        if (rows.back().colour != "rood") return;
        rows.back().urgency = place_in(reds, row.text(13));
    });
    return rows;
}

std::int64_t place_among_reds(Connection& sql, std::int64_t screening, std::int64_t recorded_until,
                              std::string_view order_key) {
    ListQuestion question;
    question.screening = screening;
    question.recorded_until = recorded_until;
    return place_in(keys_of_reds(sql, question), order_key);
}

std::vector<ColourCount> screening_counts(Connection& sql, std::int64_t screening) {
    return counts(sql,
                  "select colour, sub_category, cast(sum(providers) as bigint) from (select colour, "
                  "coalesce(sub_category, '') as sub_category, count(*) as providers from assessment where "
                  "screening_id = $1 group by colour, coalesce(sub_category, '') union all select colour, "
                  "sub_category, providers from destroyed_assessment where screening_id = $1) c group by colour, "
                  "sub_category order by colour, sub_category",
                  screening);
}

std::vector<ColourCount> destroyed_counts(Connection& sql, std::int64_t screening) {
    return counts(sql,
                  "select colour, sub_category, providers from destroyed_assessment where screening_id = $1 order by "
                  "colour, sub_category",
                  screening);
}

std::set<std::int64_t> providers_in(Connection& sql, const std::string& municipality, std::int64_t recorded_until) {
    std::set<std::int64_t> all;
    sql.query("select distinct c.provider_id from contract_line c where c.municipality = $1 and " + held("c", "$2"),
              {municipality, recorded_until}, [&](const Row& row) { all.insert(row.integer(0)); });
    return all;
}

std::int64_t merge(Transaction& transaction, std::int64_t provider, std::int64_t merged, const std::string& reason) {
    transaction.sql().execute(
        "update provider set merged_into = $1, version = version + 1 where id = $2 or merged_into = $2",
        {provider, merged});
    move_follows(transaction, merged, provider);
    // Who spoke for the one speaks for the other now.
    transaction.sql().execute("update account set provider_id = $1 where provider_id = $2", {provider, merged});
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into merge (id, provider_id, merged_id, reason, account_id, recorded_at) values ($1, $2, $3, $4, $5, "
        "$6)",
        {id, provider, merged, reason, transaction.actor().account, transaction.recorded_at()});
    return id;
}

std::vector<Merge> merges_of(Connection& sql, const Scope& scope, std::int64_t provider) {
    Parameters parameters{provider};
    const std::string sees = scope.sees("m.provider_id", parameters);
    std::vector<Merge> merges;
    sql.query(fmt::format("select m.id, m.provider_id, m.merged_id, m.reason, m.account_id, m.recorded_at from merge m "
                          "where (m.provider_id = $1 or m.merged_id = $1) and {} order by m.id",
                          sees),
              parameters, [&](const Row& row) {
                  merges.push_back(
                      {row.integer(0), row.integer(1), row.integer(2), row.string(3), row.integer(4), row.integer(5)});
              });
    return merges;
}

}  // namespace slagboom::storage
