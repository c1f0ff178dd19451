#include "storage/backup_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr auto kInteger = ColumnType::integer;
constexpr auto kReal = ColumnType::real;
constexpr auto kText = ColumnType::text;
constexpr auto kBytes = ColumnType::bytes;

// Rows read or written at once: few enough of the largest (a chunk of a file, 256 KiB).
constexpr std::int64_t kRowsAtOnce = 200;
constexpr std::size_t kMostWaitingRows = 200;
constexpr std::size_t kMostWaitingBytes = std::size_t{4} << 20;

/// How a column is read. A lease ends with its server, so a job that was under way is one to begin again.
std::string reading(const BackupTable& table, const BackupColumn& column) {
    if (table.name != "job") return std::string(column.name);
    if (column.name == "state") return "case state when 'bezig' then 'wacht' else state end";
    if (column.name == "lease_token" || column.name == "lease_until") return "null";
    if (column.name == "done" || column.name == "total")
        return fmt::format("case state when 'bezig' then 0 else {} end", column.name);
    return std::string(column.name);
}

std::string names(const std::vector<BackupColumn>& columns, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += fmt::format("{}{}", i == 0 ? "" : ", ", columns[i].name);
    return text;
}

/// The rows after a key, or from the first when `after` is false.
std::string question(const BackupTable& table, bool after) {
    std::string columns;
    for (const auto& column : table.columns)
        columns += fmt::format("{}{}", columns.empty() ? "" : ", ", reading(table, column));
    const std::string key = names(table.columns, table.key_columns);
    std::string where;
    if (after) {
        for (std::size_t i = 0; i < table.key_columns; ++i)
            where += fmt::format("{}${}", i == 0 ? fmt::format("where ({}) > (", key) : ", ", i + 1);
        where += ')';
    }
    return fmt::format("select {} from {} {} order by {} limit {}", columns, table.name, where, key, kRowsAtOnce);
}

BackupValue read_value(const Row& row, int column, ColumnType type) {
    if (row.null(column)) return {};
    switch (type) {
        case ColumnType::integer:
            return row.integer(column);
        case ColumnType::real:
            return row.real(column);
        case ColumnType::text:
            return row.string(column);
        case ColumnType::bytes:
            return row.bytes(column);
    }
    return {};
}

Parameter parameter(const BackupValue& value, ColumnType type) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (type == ColumnType::bytes) return Bytes{*text};
        return *text;
    }
    return nullptr;
}

std::size_t bytes_of(const BackupRow& row) {
    std::size_t bytes = 0;
    for (const auto& value : row) {
        if (const auto* text = std::get_if<std::string>(&value)) bytes += text->size();
    }
    return bytes;
}

std::size_t column_named(const BackupTable& table, std::string_view name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].name == name) return i;
    }
    throw DatabaseError(DatabaseError::Kind::other, fmt::format("{} has no column {}", table.name, name));
}

}  // namespace

const std::vector<BackupTable>& backup_tables() {
    static const std::vector<BackupTable> all{
        {"installation",
         1,
         1,
         {{"id", kInteger},
          {"kind", kText},
          {"name", kText},
          {"recorded_at", kInteger},
          {"installation_key", kText},
          {"audit_key", kText}}},
        {"chain",
         1,
         1,
         {{"id", kInteger},
          {"number", kInteger},
          {"hash", kText},
          {"recorded_at", kInteger},
          {"last_id", kInteger},
          {"changes", kInteger}}},
        {"audit_entry",
         1,
         1,
         {{"number", kInteger},
          {"recorded_at", kInteger},
          {"actor_kind", kText},
          {"actor_account", kInteger},
          {"actor_through", kInteger},
          {"action", kText},
          {"subject_kind", kText},
          {"subject_id", kInteger},
          {"provider_id", kInteger},
          {"reference", kText},
          {"content_mac", kText},
          {"hash", kText}}},
        {"audit_content", 1, 1, {{"number", kInteger}, {"salt", kBytes}, {"content", kText}}},
        {"municipality", 1, 1, {{"code", kText}, {"name", kText}, {"recorded_at", kInteger}}},
        {"account",
         1,
         1,
         {{"id", kInteger},
          {"name", kText},
          {"display_name", kText},
          {"provider_id", kInteger},
          {"password_hash", kText},
          {"second_factor", kBytes},
          {"second_factor_step", kInteger},
          {"failed_attempts", kInteger},
          {"locked_until", kInteger},
          {"blocked_at", kInteger},
          {"recorded_at", kInteger},
          {"version", kInteger},
          {"start_password", kInteger},
          {"second_factor_pending", kBytes}}},
        {"account_role",
         1,
         1,
         {{"id", kInteger},
          {"account_id", kInteger},
          {"role", kText},
          {"municipality", kText},
          {"valid_from", kText},
          {"valid_until", kText},
          {"law", kText},
          {"aspect", kText},
          {"document", kText},
          {"document_date", kText},
          {"recorded_at", kInteger},
          {"ended_at", kInteger}}},
        {"api_key",
         1,
         1,
         {{"id", kInteger},
          {"account_id", kInteger},
          {"name", kText},
          {"token_hash", kText},
          {"verbs", kText},
          {"ends_on", kText},
          {"recorded_at", kInteger},
          {"ended_at", kInteger}}},
        {"job",
         1,
         1,
         {{"id", kInteger},
          {"kind", kText},
          {"arguments", kText},
          {"state", kText},
          {"queued_by", kInteger},
          {"queued_at", kInteger},
          {"attempts", kInteger},
          {"lease_token", kText},
          {"lease_until", kInteger},
          {"done", kInteger},
          {"total", kInteger},
          {"ended_at", kInteger},
          {"result", kText},
          {"reason", kText}}},
        {"idempotent_answer",
         1,
         2,
         {{"account_id", kInteger},
          {"key", kText},
          {"request_hash", kText},
          {"status", kInteger},
          {"location", kText},
          {"body", kText},
          {"recorded_at", kInteger}}},
        {"setup_item",
         1,
         2,
         {{"key", kText},
          {"municipality", kText},
          {"done_on", kText},
          {"document", kText},
          {"account_id", kInteger},
          {"recorded_at", kInteger},
          {"model_hash", kText}}},
        {"provider",
         2,
         1,
         {{"id", kInteger},
          {"kvk", kText},
          {"name", kText},
          {"folded", kText},
          {"recorded_at", kInteger},
          {"contact_person", kText},
          {"email", kText},
          {"phone", kText},
          {"merged_into", kInteger},
          {"version", kInteger}}},
        {"import",
         2,
         1,
         {{"id", kInteger},
          {"kind", kText},
          {"file_name", kText},
          {"sha256", kText},
          {"rows", kInteger},
          {"taken", kInteger},
          {"unchanged", kInteger},
          {"superseded", kInteger},
          {"left_out", kInteger},
          {"report", kBytes},
          {"account_id", kInteger},
          {"recorded_at", kInteger}}},
        {"column_mapping",
         2,
         1,
         {{"name", kText}, {"mapping", kText}, {"version", kInteger}, {"recorded_at", kInteger}}},
        {"source",
         2,
         1,
         {{"id", kInteger},
          {"kind", kText},
          {"name", kText},
          {"document", kText},
          {"document_date", kText},
          {"ground", kText},
          {"purpose", kText},
          {"term_months", kInteger},
          {"recorded_at", kInteger}}},
        {"provider_name",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"name", kText},
          {"folded", kText},
          {"valid_from", kText},
          {"import_id", kInteger},
          {"recorded_at", kInteger},
          {"superseded_at", kInteger}}},
        {"service_period",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"valid_from", kText},
          {"valid_until", kText},
          {"import_id", kInteger},
          {"recorded_at", kInteger},
          {"superseded_at", kInteger}}},
        {"award",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"number", kText},
          {"kind", kText},
          {"status", kText},
          {"awarded_on", kText},
          {"import_id", kInteger},
          {"recorded_at", kInteger},
          {"superseded_at", kInteger}}},
        {"contract_line",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"contract", kText},
          {"award", kText},
          {"lot", kText},
          {"product", kText},
          {"municipality", kText},
          {"yearly_value", kInteger},
          {"clients", kInteger},
          {"valid_from", kText},
          {"valid_until", kText},
          {"import_id", kInteger},
          {"recorded_at", kInteger},
          {"superseded_at", kInteger}}},
        {"relation",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"role", kText},
          {"party_kind", kText},
          {"name", kText},
          {"folded", kText},
          {"number", kText},
          {"address", kText},
          {"valid_from", kText},
          {"valid_until", kText},
          {"source_id", kInteger},
          {"known_on", kText},
          {"import_id", kInteger},
          {"recorded_at", kInteger},
          {"superseded_at", kInteger}}},
        {"fact",
         2,
         2,
         {{"provider_id", kInteger},
          {"id", kInteger},
          {"fact", kText},
          {"period", kText},
          {"number", kReal},
          {"choice", kText},
          {"known_on", kText},
          {"source_id", kInteger},
          {"import_id", kInteger},
          {"account_id", kInteger},
          {"recorded_at", kInteger},
          {"superseded_at", kInteger},
          {"superseded_by", kInteger}}},
        {"correction",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"fact", kText},
          {"period", kText},
          {"fact_id", kInteger},
          {"kind", kText},
          {"number", kReal},
          {"choice", kText},
          {"known_on", kText},
          {"source_id", kInteger},
          {"reason", kText},
          {"opened_by", kInteger},
          {"opened_at", kInteger},
          {"due_on", kText},
          {"decided_by", kInteger},
          {"decided_at", kInteger},
          {"outcome", kText},
          {"decision_reason", kText},
          {"new_fact_id", kInteger}}},
        {"merge",
         2,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"merged_id", kInteger},
          {"reason", kText},
          {"account_id", kInteger},
          {"recorded_at", kInteger}}},
        {"model_version",
         3,
         1,
         {{"hash", kText},
          {"name", kText},
          {"version", kText},
          {"content", kBytes},
          {"account_id", kInteger},
          {"recorded_at", kInteger}}},
        {"screening",
         3,
         1,
         {{"id", kInteger},
          {"kind", kText},
          {"model_hash", kText},
          {"reference_date", kText},
          {"recorded_until", kInteger},
          {"phase", kText},
          {"trial", kInteger},
          {"context_of", kInteger},
          {"context", kBytes},
          {"providers", kInteger},
          {"digest", kText},
          {"job_id", kInteger},
          {"account_id", kInteger},
          {"recorded_at", kInteger},
          {"facts_destroyed_at", kInteger}}},
        {"assessment",
         3,
         2,
         {{"provider_id", kInteger},
          {"screening_id", kInteger},
          {"colour", kText},
          {"sub_category", kText},
          {"settled", kInteger},
          {"lowest", kInteger},
          {"highest", kInteger},
          {"known_points", kInteger},
          {"all_points", kInteger},
          {"order_key", kText},
          {"summary", kText},
          {"sha256", kText}}},
        {"explanation", 3, 2, {{"provider_id", kInteger}, {"screening_id", kInteger}, {"content", kBytes}}},
        {"assessment_mark", 3, 3, {{"provider_id", kInteger}, {"screening_id", kInteger}, {"correction_id", kInteger}}},
        {"file",
         4,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"name", kText},
          {"media_type", kText},
          {"size", kInteger},
          {"sha256", kText},
          {"document_date", kText},
          {"kind", kText},
          {"ground", kText},
          {"wrapped_key", kBytes},
          {"key_id", kText},
          {"account_id", kInteger},
          {"recorded_at", kInteger},
          {"destroyed_at", kInteger}}},
        {"file_chunk", 4, 2, {{"file_id", kInteger}, {"nr", kInteger}, {"content", kBytes}}},
        {"legal_hold",
         4,
         1,
         {{"id", kInteger},
          {"provider_id", kInteger},
          {"reason", kText},
          {"account_id", kInteger},
          {"recorded_at", kInteger},
          {"lifted_at", kInteger}}},
        {"destruction",
         4,
         1,
         {{"id", kInteger}, {"report", kText}, {"account_id", kInteger}, {"recorded_at", kInteger}}},
        {"destroyed_assessment",
         5,
         3,
         {{"screening_id", kInteger}, {"colour", kText}, {"sub_category", kText}, {"providers", kInteger}}},
        {"own_list",
         6,
         2,
         {{"account_id", kInteger},
          {"name", kText},
          {"query", kText},
          {"standard", kInteger},
          {"recorded_at", kInteger}}},
        {"follow", 6, 2, {{"account_id", kInteger}, {"provider_id", kInteger}, {"recorded_at", kInteger}}},
    };
    return all;
}

std::vector<BackupTable> backup_tables(int version) {
    std::vector<BackupTable> tables;
    for (const auto& table : backup_tables()) {
        if (table.since > version) continue;
        BackupTable then{table.name, table.since, table.key_columns, {}};
        for (const auto& column : table.columns) {
            if (column.since <= version) then.columns.push_back(column);
        }
        tables.push_back(std::move(then));
    }
    return tables;
}

void each_backup_row(Connection& sql, const BackupTable& table, const std::function<void(const BackupRow&)>& on_row) {
    BackupRow last;
    bool more = true;
    while (more) {
        Parameters after;
        for (std::size_t i = 0; i < table.key_columns && !last.empty(); ++i)
            after.push_back(parameter(last[i], table.columns[i].type));
        std::int64_t rows = 0;
        BackupRow row;
        sql.query(question(table, !after.empty()), after, [&](const Row& found) {
            row.clear();
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                row.push_back(read_value(found, static_cast<int>(i), table.columns[i].type));
            on_row(row);
            ++rows;
        });
        last = std::move(row);
        more = rows == kRowsAtOnce;
    }
}

BackupLoader::BackupLoader(Restoration& restoration, int version) : restoration_(restoration) {
    restoration_.migrate(version);
    restoration_.sql().execute("delete from chain");  // the first step makes one that stands at nought
}

void BackupLoader::add(const BackupTable& table, const BackupRow& row) {
    if (table_ != &table) write();
    table_ = &table;
    waiting_.push_back(row);
    waiting_bytes_ += bytes_of(row);
    if (table.name == "provider") {
        const std::size_t into = column_named(table, "merged_into");
        BackupValue& merged_into = waiting_.back()[into];
        if (const auto* other = std::get_if<std::int64_t>(&merged_into)) {
            merged_.emplace_back(std::get<std::int64_t>(row.front()), *other);
            merged_into = std::monostate{};
        }
    }
    if (waiting_.size() >= kMostWaitingRows || waiting_bytes_ >= kMostWaitingBytes) write();
}

void BackupLoader::write() {
    if (waiting_.empty()) return;
    std::vector<Parameters> rows;
    for (const auto& row : waiting_) {
        Parameters parameters;
        for (std::size_t i = 0; i < row.size(); ++i) parameters.push_back(parameter(row[i], table_->columns[i].type));
        rows.push_back(std::move(parameters));
    }
    restoration_.sql().insert(fmt::format("{} ({})", table_->name, names(table_->columns, table_->columns.size())),
                              rows);
    waiting_.clear();
    waiting_bytes_ = 0;
}

void BackupLoader::finish() {
    write();
    for (const auto& [provider, into] : merged_)
        restoration_.sql().execute("update provider set merged_into = $2 where id = $1", {provider, into});
    restoration_.migrate();
}

}  // namespace slagboom::storage
