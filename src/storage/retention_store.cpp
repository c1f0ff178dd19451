#include "storage/retention_store.h"

#include <fmt/format.h>

#include "base/deflate.h"
#include "domain/retention.h"
#include "storage/file_store.h"

namespace slagboom::storage {
namespace {

// Conditions on the rows of a dossier; $1 is the provider, $2 the months that have passed.
constexpr std::string_view kDueFacts =
    "provider_id = $1 and source_id in (select id from source where term_months <= $2)";
// A correction goes with the fact that it is about, else with its own source, else after the longest term.
constexpr std::string_view kDueCorrections =
    "provider_id = $1 and coalesce((select s.term_months from fact f join source s on s.id = f.source_id where "
    "f.provider_id = correction.provider_id and f.id = correction.fact_id), (select term_months from source where id = "
    "correction.source_id), $3) <= $2";
constexpr std::string_view kContact = "id = $1 and coalesce(contact_person, email, phone) is not null";

std::int64_t count(Connection& sql, std::string_view table, std::string_view where, const Parameters& parameters) {
    std::int64_t rows = 0;
    sql.first(fmt::format("select count(*) from {} where {}", table, where), parameters,
              [&](const Row& row) { rows = row.integer(0); });
    return rows;
}

std::int64_t longest_term() { return domain::record_class(domain::RecordClass::Key::assessments).months.value_or(0); }

/// Files of a provider that are there and over the term of their kind.
std::vector<std::int64_t> due_files(Connection& sql, const DueDossier& dossier) {
    std::vector<std::int64_t> files;
    sql.query("select id, kind from file where provider_id = $1 and destroyed_at is null order by id",
              {dossier.provider}, [&](const Row& row) {
                  if (domain::file_term_months(row.text(1)) <= dossier.months) files.push_back(row.integer(0));
              });
    return files;
}

/// The entries of the log whose content goes: about the whole dossier, or about its records that go.
std::string due_entries(const DueDossier& dossier, const std::vector<std::int64_t>& files) {
    std::string of_provider = "select number from audit_entry where provider_id = $1";
    if (dossier.everything) return of_provider;
    std::string ids;
    for (const auto id : files) ids += fmt::format("{}{}", ids.empty() ? "" : ", ", id);
    std::string records = fmt::format(
        "(subject_kind = 'feit' and subject_id in (select id from fact where {})) or (subject_kind = 'correctie' and "
        "subject_id in (select id from correction where {}))",
        kDueFacts, kDueCorrections);
    if (!ids.empty()) records += fmt::format(" or (subject_kind = 'bestand' and subject_id in ({}))", ids);
    return fmt::format("{} and ({})", of_provider, records);
}

Parameters parameters_of(const DueDossier& dossier) { return {dossier.provider, dossier.months, longest_term()}; }

/// A run read a fact when it assessed the provider on facts known by its reference date, recorded by its moment. Whom a
/// full run assessed is who was in service then, for its assessments may be gone already.
void mark_runs(Transaction& transaction, const DueDossier& dossier) {
    transaction.sql().execute(
        fmt::format(
            "update screening set facts_destroyed_at = $3 where facts_destroyed_at is null and exists (select 1 from "
            "fact where {} and recorded_at <= screening.recorded_until and known_on <= screening.reference_date and "
            "(superseded_at is null or superseded_at > screening.recorded_until)) and (exists (select 1 from "
            "assessment a where a.provider_id = $1 and a.screening_id = screening.id) or (kind = 'volledig' and exists "
            "(select 1 from service_period p where p.provider_id = $1 and p.recorded_at <= screening.recorded_until "
            "and (p.superseded_at is null or p.superseded_at > screening.recorded_until) and p.valid_from <= "
            "screening.reference_date and (p.valid_until is null or p.valid_until > screening.reference_date))))",
            kDueFacts),
        {dossier.provider, dossier.months, transaction.recorded_at()});
}

/// Moves the assessments of a provider from the rows to the counts of their runs.
void keep_counts(Transaction& transaction, std::int64_t provider) {
    struct Assessed {
        std::int64_t screening;
        std::string colour;
        std::string sub_category;
    };
    std::vector<Assessed> assessed;
    transaction.sql().query(
        "select screening_id, colour, coalesce(sub_category, '') from assessment where provider_id = $1 order by "
        "screening_id",
        {provider}, [&](const Row& row) { assessed.push_back({row.integer(0), row.string(1), row.string(2)}); });
    for (const auto& of : assessed)
        transaction.sql().execute(
            "insert into destroyed_assessment (screening_id, colour, sub_category, providers) values ($1, $2, $3, 1) "
            "on conflict (screening_id, colour, sub_category) do update set providers = "
            "destroyed_assessment.providers + 1",
            {of.screening, of.colour, of.sub_category});
}

std::int64_t destroy_assessments(Transaction& transaction, std::int64_t provider) {
    auto& sql = transaction.sql();
    keep_counts(transaction, provider);
    // A rescoring is of this provider alone: with its assessment nothing of it can be made again.
    sql.execute(
        "update screening set facts_destroyed_at = $2 where facts_destroyed_at is null and kind = 'correctie' and id "
        "in (select screening_id from assessment where provider_id = $1)",
        {provider, transaction.recorded_at()});
    sql.execute("delete from assessment_mark where provider_id = $1", {provider});
    sql.execute("delete from explanation where provider_id = $1", {provider});
    return sql.execute("delete from assessment where provider_id = $1", {provider});
}

std::int64_t destroy_corrections(Transaction& transaction, const DueDossier& dossier) {
    const auto parameters = parameters_of(dossier);
    transaction.sql().execute(
        fmt::format("delete from assessment_mark where correction_id in (select id from correction where {})",
                    kDueCorrections),
        parameters);
    return transaction.sql().execute(fmt::format("delete from correction where {}", kDueCorrections), parameters);
}

void destroy_files(Transaction& transaction, const std::vector<std::int64_t>& files) {
    for (const auto id : files) {
        destroy_file(transaction, id);
        // A name of a file often holds the name of somebody.
        transaction.sql().execute("update file set name = '' where id = $1", {id});
    }
}

constexpr std::string_view kDueSessions = "coalesce(ended_at, ends_at) < $1";
constexpr std::string_view kDueAnswers = "recorded_at < $1";
// A destroyed report is an empty object; every import has a report of rows before that.
std::string no_report() { return deflated("{}"); }
constexpr std::string_view kDueReports = "recorded_at < $1 and report <> $2";

}  // namespace

std::vector<EndedService> ended_services(Connection& sql) {
    std::vector<EndedService> ended;
    sql.query(
        "with ending as (select provider_id, max(valid_until) as ended_on from service_period where superseded_at is "
        "null group by provider_id having count(*) = count(valid_until)), holding as (select distinct "
        "coalesce(p.merged_into, p.id) as root from legal_hold h join provider p on p.id = h.provider_id where "
        "h.lifted_at is null) select p.id, e.ended_on, case when h.root is null then 0 else 1 end from provider p join "
        "ending e on e.provider_id = coalesce(p.merged_into, p.id) left join holding h on h.root = "
        "coalesce(p.merged_into, p.id) order by p.id",
        {}, [&](const Row& row) { ended.push_back({row.integer(0), row.string(1), row.boolean(2)}); });
    return ended;
}

DossierCounts due_of(Connection& sql, const DueDossier& dossier) {
    const auto parameters = parameters_of(dossier);
    const auto files = due_files(sql, dossier);
    DossierCounts counts;
    counts.facts = count(sql, "fact", kDueFacts, {dossier.provider, dossier.months});
    counts.relations = count(sql, "relation", kDueFacts, {dossier.provider, dossier.months});
    counts.corrections = count(sql, "correction", kDueCorrections, parameters);
    counts.files = static_cast<std::int64_t>(files.size());
    counts.audit_contents = count(sql, "audit_content", fmt::format("number in ({})", due_entries(dossier, files)),
                                  dossier.everything ? Parameters{dossier.provider} : parameters);
    if (!dossier.everything) return counts;
    counts.assessments = count(sql, "assessment", "provider_id = $1", {dossier.provider});
    counts.contacts = count(sql, "provider", kContact, {dossier.provider});
    return counts;
}

DossierCounts destroy(Transaction& transaction, const DueDossier& dossier) {
    auto& sql = transaction.sql();
    const Parameters fact_parameters{dossier.provider, dossier.months};
    const auto files = due_files(sql, dossier);
    DossierCounts counts;
    mark_runs(transaction, dossier);
    // What the log holds is found by the records it tells of, so it goes first.
    counts.audit_contents =
        sql.execute(fmt::format("delete from audit_content where number in ({})", due_entries(dossier, files)),
                    dossier.everything ? Parameters{dossier.provider} : parameters_of(dossier));
    if (dossier.everything) {
        counts.assessments = destroy_assessments(transaction, dossier.provider);
        // No record of the dossier, so not counted; but there is nothing left to follow.
        sql.execute("delete from follow where provider_id = $1", {dossier.provider});
        counts.contacts = sql.execute(
            fmt::format("update provider set contact_person = null, email = null, phone = null, version = version + 1 "
                        "where {}",
                        kContact),
            {dossier.provider});
    }
    counts.corrections = destroy_corrections(transaction, dossier);
    counts.facts = sql.execute(fmt::format("delete from fact where {}", kDueFacts), fact_parameters);
    counts.relations = sql.execute(fmt::format("delete from relation where {}", kDueFacts), fact_parameters);
    destroy_files(transaction, files);
    counts.files = static_cast<std::int64_t>(files.size());
    return counts;
}

std::int64_t due_sessions(Connection& sql, std::int64_t before) {
    return count(sql, "session", kDueSessions, {before});
}
std::int64_t due_answers(Connection& sql, std::int64_t before) {
    return count(sql, "idempotent_answer", kDueAnswers, {before});
}
std::int64_t due_import_reports(Connection& sql, std::int64_t before) {
    const std::string none = no_report();
    return count(sql, "import", kDueReports, {before, Bytes{none}});
}

std::int64_t destroy_sessions(Transaction& transaction, std::int64_t before) {
    return transaction.sql().execute(fmt::format("delete from session where {}", kDueSessions), {before});
}
std::int64_t destroy_answers(Transaction& transaction, std::int64_t before) {
    return transaction.sql().execute(fmt::format("delete from idempotent_answer where {}", kDueAnswers), {before});
}
std::int64_t destroy_import_reports(Transaction& transaction, std::int64_t before) {
    const std::string none = no_report();
    transaction.sql().execute(
        "delete from audit_content where number in (select number from audit_entry where subject_kind = 'import' and "
        "subject_id in (select id from import where recorded_at < $1))",
        {before});
    return transaction.sql().execute(fmt::format("update import set report = $2 where {}", kDueReports),
                                     {before, Bytes{none}});
}

std::vector<LegalHold> legal_holds(Connection& sql) {
    std::vector<LegalHold> holds;
    sql.query(
        "select id, provider_id, reason, account_id, recorded_at from legal_hold where lifted_at is null order by id",
        {}, [&](const Row& row) {
            holds.push_back({row.integer(0), row.integer(1), row.string(2), row.integer(3), row.integer(4)});
        });
    return holds;
}

std::int64_t insert_legal_hold(Transaction& transaction, std::int64_t provider, const std::string& reason) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into legal_hold (id, provider_id, reason, account_id, recorded_at) values ($1, $2, $3, $4, $5)",
        {id, provider, reason, transaction.actor().account, transaction.recorded_at()});
    return id;
}

std::int64_t lift_legal_holds(Transaction& transaction, std::int64_t provider) {
    return transaction.sql().execute(
        "update legal_hold set lifted_at = $2 where provider_id = $1 and lifted_at is null",
        {provider, transaction.recorded_at()});
}

std::int64_t insert_destruction(Transaction& transaction, const std::string& report) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute("insert into destruction (id, report, account_id, recorded_at) values ($1, $2, $3, $4)",
                              {id, report, transaction.actor().account, transaction.recorded_at()});
    return id;
}

std::optional<std::string> destruction_report(Connection& sql, std::int64_t id) {
    std::optional<std::string> report;
    sql.first("select report from destruction where id = $1", {id}, [&](const Row& row) { report = row.string(0); });
    return report;
}

}  // namespace slagboom::storage
