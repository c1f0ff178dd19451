#include "app/retention.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "domain/retention.h"
#include "domain/service_number.h"
#include "storage/provider_store.h"
#include "storage/retention_store.h"

namespace slagboom::app {
namespace {

using domain::RecordClass;
using nlohmann::json;
using Key = RecordClass::Key;

constexpr std::int64_t kDayMicroseconds = std::int64_t{24} * 3600 * 1'000'000;
constexpr std::size_t kMostReason = 2000;

void add(RetentionReport& report, Key key, std::int64_t records) {
    const auto& of = domain::record_class(key);
    for (auto& counted : report.classes) {
        if (counted.name == of.name) counted.records += records;
    }
}

void add(RetentionReport& report, const storage::DossierCounts& counts) {
    add(report, Key::facts, counts.facts);
    add(report, Key::relations, counts.relations);
    add(report, Key::corrections, counts.corrections);
    add(report, Key::assessments, counts.assessments);
    add(report, Key::contacts, counts.contacts);
    add(report, Key::files, counts.files);
    add(report, Key::audit_contents, counts.audit_contents);
}

RetentionReport empty_report() {
    RetentionReport report;
    for (const auto& of : domain::record_classes()) report.classes.push_back({of.name, of.title, 0});
    return report;
}

/// Before which moment a record of a class that counts from itself must have been made to be over its term. A term in
/// months counts whole days, and the day on which it ends is over with the day itself.
std::int64_t moment_before(const System& system, Key key) {
    const auto& of = domain::record_class(key);
    if (of.days) return system.now().microseconds - *of.days * kDayMicroseconds;
    const Date day = system.now().day_in_amsterdam().plus_months(-of.months.value());
    return std::int64_t{day.days} * kDayMicroseconds;
}

storage::DueDossier due_dossier(std::int64_t provider, int months) {
    return {provider, months, months >= domain::record_class(Key::assessments).months.value()};
}

/// Goes through the ended services whose term has begun. `take` gives what a dossier that may go comes to.
template <class Take>
void each_dossier(storage::Connection& sql, Date today, RetentionReport& report, Take take) {
    for (const auto& ended : storage::ended_services(sql)) {
        const auto start = parse_iso_date(ended.ended_on);
        const auto months = start ? domain::months_passed(*start, today) : std::nullopt;
        if (!months) continue;
        const auto dossier = due_dossier(ended.provider, *months);
        if (ended.held) {
            if (storage::due_of(sql, dossier).all() > 0) report.held.push_back(ended.provider);
            continue;
        }
        const auto counts = take(dossier);
        if (counts.all() == 0) continue;
        add(report, counts);
        report.providers.push_back(ended.provider);
    }
}

json as_json(const RetentionReport& report) {
    json counts = json::object();
    for (const auto& of : report.classes) counts[std::string(of.name)] = of.records;
    return {{"vernietigd", counts}, {"aanbieders", report.providers}, {"onderBewaring", report.held}};
}

}  // namespace

std::int64_t RetentionReport::records() const {
    std::int64_t all = 0;
    for (const auto& of : classes) all += of.records;
    return all;
}

Answer<RetentionReport> plan_retention(System& system, const SignedIn& who) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::run_retention));
    const auto snapshot = system.database.read();
    auto& sql = snapshot.sql();
    RetentionReport report = empty_report();
    each_dossier(sql, system.now().day_in_amsterdam(), report,
                 [&](const auto& dossier) { return storage::due_of(sql, dossier); });
    add(report, Key::sessions, storage::due_sessions(sql, moment_before(system, Key::sessions)));
    add(report, Key::idempotent_answers, storage::due_answers(sql, moment_before(system, Key::idempotent_answers)));
    // A report of an import tells of many providers, so a hold on any of them keeps it.
    if (storage::legal_holds(sql).empty())
        add(report, Key::import_reports, storage::due_import_reports(sql, moment_before(system, Key::import_reports)));
    return report;
}

Answer<RetentionReport> destroy_expired(System& system, const SignedIn& who) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::run_retention));
    auto transaction = begin(system, who);
    auto& sql = transaction.sql();
    RetentionReport report = empty_report();
    each_dossier(sql, system.now().day_in_amsterdam(), report,
                 [&](const auto& dossier) { return storage::destroy(transaction, dossier); });
    add(report, Key::sessions, storage::destroy_sessions(transaction, moment_before(system, Key::sessions)));
    add(report, Key::idempotent_answers,
        storage::destroy_answers(transaction, moment_before(system, Key::idempotent_answers)));
    if (storage::legal_holds(sql).empty())
        add(report, Key::import_reports,
            storage::destroy_import_reports(transaction, moment_before(system, Key::import_reports)));
    const json content = as_json(report);
    report.destruction = storage::insert_destruction(transaction, content.dump());
    for (const auto provider : report.providers)
        transaction.audit({"dossier-vernietigd", {"vernietiging", report.destruction}, provider, {}, {}});
    transaction.audit({"vernietigd",
                       {"vernietiging", report.destruction},
                       0,
                       fmt::format("{} gegevens van {} aanbieders", report.records(), report.providers.size()),
                       content.dump()});
    transaction.commit();
    return report;
}

Answer<std::int64_t> hold_dossier(System& system, const SignedIn& who, std::int64_t provider,
                                  const std::string& reason) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::hold_dossier));
    if (trimmed(reason).empty() || reason.size() > kMostReason)
        return invalid("/reden", fmt::format("verwacht een reden van hoogstens {} tekens", kMostReason));
    if (domain::without_service_numbers(reason) != reason)
        return invalid("/reden", "bevat iets dat een burgerservicenummer kan zijn");
    auto transaction = begin(system, who);
    if (!storage::find_provider(transaction.sql(), scope, provider)) return not_found();
    const auto id = storage::insert_legal_hold(transaction, provider, reason);
    const json content{{"reden", reason}};
    transaction.audit({"dossier-onder-bewaring", {"bewaring", id}, provider, {}, content.dump()});
    transaction.commit();
    return id;
}

Answer<Done> release_dossier(System& system, const SignedIn& who, std::int64_t provider) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::hold_dossier));
    auto transaction = begin(system, who);
    if (!storage::find_provider(transaction.sql(), scope, provider)) return not_found();
    if (storage::lift_legal_holds(transaction, provider) == 0)
        return conflict("niet-onder-bewaring", "Dit dossier is niet onder bewaring gesteld.");
    transaction.audit({"bewaring-opgeheven", {"aanbieder", provider}, provider, {}, {}});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
