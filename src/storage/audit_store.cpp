#include "storage/audit_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "number, recorded_at, actor_kind, actor_account, actor_through, action, subject_kind, subject_id, provider_id, "
    "reference, content_mac, hash";

Actor::Kind actor_kind(std::string_view text) {
    if (const auto kind = actor_kind_named(text)) return *kind;
    throw DatabaseError(DatabaseError::Kind::other, fmt::format("an audit entry names the unknown actor '{}'", text));
}

AuditEntry read_entry(const Row& row) {
    return {row.integer(0),
            row.integer(1),
            {actor_kind(row.text(2)), row.integer(3), row.integer(4)},
            row.string(5),
            {row.string(6), row.integer(7)},
            row.integer(8),
            row.string(9),
            row.string(10),
            row.string(11)};
}

}  // namespace

ChainHead chain_head(Connection& sql) {
    ChainHead head;
    sql.first("select number, hash, recorded_at from chain", {},
              [&](const Row& row) { head = {row.integer(0), row.string(1), row.integer(2)}; });
    return head;
}

std::vector<AuditEntry> audit_entries(Connection& sql, const AuditQuestion& question) {
    std::string where = "1 = 1";
    Parameters parameters{question.limit};
    const auto narrow = [&](std::string_view condition, const Parameter& value) {
        parameters.push_back(value);
        where += fmt::format(" and {} ${}", condition, parameters.size());
    };
    if (question.before != 0) narrow("number <", question.before);
    if (question.account != 0) narrow("actor_account =", question.account);
    if (question.provider != 0) narrow("provider_id =", question.provider);
    if (!question.action.empty()) narrow("action =", question.action);
    if (question.recorded_from) narrow("recorded_at >=", *question.recorded_from);
    if (question.recorded_before) narrow("recorded_at <", *question.recorded_before);
    std::vector<AuditEntry> entries;
    sql.query(fmt::format("select {} from audit_entry where {} order by number desc limit $1", kColumns, where),
              parameters, [&](const Row& row) { entries.push_back(read_entry(row)); });
    return entries;
}

void each_audit_entry(Connection& sql, const std::function<void(const AuditEntry&)>& on_entry) {
    // In pieces, so that a chain of years needs no memory of its length.
    constexpr std::int64_t kAtOnce = 2000;
    for (std::int64_t last = 0;;) {
        const std::int64_t before = last;
        sql.query(fmt::format("select {} from audit_entry where number > $1 order by number limit $2", kColumns),
                  {last, kAtOnce}, [&](const Row& row) {
                      const AuditEntry entry = read_entry(row);
                      last = entry.number;
                      on_entry(entry);
                  });
        if (last == before) return;
    }
}

std::optional<AuditContent> audit_content(Connection& sql, std::int64_t number) {
    std::optional<AuditContent> content;
    sql.first("select salt, content from audit_content where number = $1", {number},
              [&](const Row& row) { content = AuditContent{row.bytes(0), row.string(1)}; });
    return content;
}

void each_audit_record(Connection& sql,
                       const std::function<void(const AuditEntry&, const std::optional<AuditContent>&)>& on_record) {
    constexpr std::int64_t kAtOnce = 500;  // contents can be large
    for (std::int64_t last = 0;;) {
        const std::int64_t before = last;
        sql.query(fmt::format("select {}, c.salt, c.content from (select * from audit_entry where number > $1 order by "
                              "number limit $2) e left join audit_content c using (number) order by number",
                              kColumns),
                  {last, kAtOnce}, [&](const Row& row) {
                      const AuditEntry entry = read_entry(row);
                      last = entry.number;
                      std::optional<AuditContent> content;
                      if (!row.null(12)) content = AuditContent{row.bytes(12), row.string(13)};
                      on_record(entry, content);
                  });
        if (last == before) return;
    }
}

std::int64_t destroy_audit_contents(Transaction& transaction, std::int64_t provider, std::int64_t before) {
    return transaction.sql().execute(
        "delete from audit_content where number in (select number from audit_entry where provider_id = $1 and "
        "recorded_at < $2)",
        {provider, before});
}

}  // namespace slagboom::storage
