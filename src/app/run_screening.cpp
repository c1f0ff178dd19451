#include "app/run_screening.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/assess.h"
#include "app/leases.h"
#include "app/setup.h"
#include "storage/assessment_store.h"
#include "storage/audit_store.h"
#include "storage/model_store.h"
#include "storage/provider_store.h"

namespace slagboom::app {
namespace {

using nlohmann::json;
using storage::AuditEvent;
using storage::StoredScreening;

/// Stores a run with its assessments, and ends the job in the same commit. Nothing when the lease was lost.
void store_run(System& system, const SignedIn& who, const storage::Lease& lease, StoredScreening screening,
               AssessedRun run) {
    auto transaction = begin(system, who);
    screening.id = transaction.new_id();
    if (screening.kind == "volledig") screening.context_of = screening.id;
    screening.context = std::move(run.context);
    screening.digest = std::move(run.digest);
    screening.providers = static_cast<std::int64_t>(run.assessments.size());
    screening.job = lease.job.id;
    storage::insert_screening(transaction, screening, run.assessments);
    const json result{{"screening", screening.id}};
    if (!storage::finish_job(transaction, lease, result.dump())) return;
    const std::int64_t provider = screening.kind == "volledig" ? 0 : run.assessments.front().provider;
    transaction.audit(AuditEvent{"screening-uitgevoerd",
                                 {"screening", screening.id},
                                 provider,
                                 fmt::format("{} {} {}", screening.kind, screening.reference_date, screening.digest),
                                 std::string()});
    transaction.commit();
}

Refusal no_model() {
    return conflict("geen-model", "Er is nog geen model geladen. Laad er een met slagboom model load.");
}

}  // namespace

Answer<std::int64_t> queue_screening(System& system, const SignedIn& who, const ScreeningOrder& order) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::run_screening));
    const Date today = system.now().day_in_amsterdam();
    std::vector<FieldFault> faults;
    if (order.reference && *order.reference > today) faults.push_back({"/peildatum", "ligt in de toekomst", 0});
    if (order.recorded_until && *order.recorded_until > system.now())
        faults.push_back({"/geregistreerdOp", "ligt in de toekomst", 0});
    if (!faults.empty()) return invalid(std::move(faults));
    auto transaction = begin(system, who);
    const auto model = order.model_hash ? storage::find_model(transaction.sql(), *order.model_hash)
                                        : storage::latest_model(transaction.sql());
    if (!model && order.model_hash) return invalid("/modelversie", "deze modelversie is er niet");
    if (!model) return no_model();
    // Everything is settled now, so that a run that is begun again after a restart gives the same bytes.
    const std::int64_t until = order.recorded_until ? order.recorded_until->microseconds : transaction.recorded_at();
    const json arguments{{"peildatum", order.reference.value_or(today).iso()},
                         {"geregistreerdOp", until},
                         {"fase", domain::api_name(order.phase)},
                         {"model", model->hash}};
    const std::int64_t job = storage::queue_job(transaction, "screening", arguments.dump());
    transaction.audit(AuditEvent{"screening-gevraagd", {"taak", job}, 0, arguments.dump(), std::string()});
    transaction.commit();
    return job;
}

void queue_rescoring(storage::Transaction& transaction, std::int64_t provider) {
    const json arguments{{"aanbieder", provider}, {"geregistreerdOp", transaction.recorded_at()}};
    const std::int64_t job = storage::queue_job(transaction, "herbeoordeling", arguments.dump());
    transaction.audit(AuditEvent{"herbeoordeling-gevraagd", {"taak", job}, provider, std::string(), std::string()});
}

Answer<Done> perform_screening(System& system, const storage::Lease& lease) {
    SLAGBOOM_TRY(const auto who, act_for_job(system, lease.job.queued_by, lease.job.id));
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::run_screening));
    const json arguments = json::parse(lease.job.arguments);
    StoredScreening screening;
    screening.kind = "volledig";
    screening.model_hash = arguments.at("model");
    screening.reference_date = arguments.at("peildatum");
    screening.recorded_until = arguments.at("geregistreerdOp");
    screening.phase = arguments.at("fase");
    std::optional<AssessedRun> run;
    {
        const auto snapshot = system.database.read();
        const auto model = system.models.load(snapshot.sql(), screening.model_hash);
        if (!model) return conflict("model-onleesbaar", model.error().text());
        RunQuestion question;
        question.reference = parse_iso_date(screening.reference_date).value();
        question.recorded_until = screening.recorded_until;
        question.phase = domain::phase_named(screening.phase).value();
        question.providers = storage::in_service(snapshot.sql(), screening.reference_date, screening.recorded_until);
        const auto total = static_cast<std::int64_t>(question.providers.size());
        if (total == 0)
            return conflict("niemand-in-dienst", "Op de peildatum was volgens het register geen aanbieder in dienst.");
        screening.trial = !setup_complete(snapshot.sql(), screening.model_hash);
        run = assess(snapshot.sql(), **model, question, [&](std::size_t done) {
            return keep_lease(system, lease, static_cast<std::int64_t>(done), total);
        });
    }
    if (run) store_run(system, who, lease, std::move(screening), std::move(*run));
    return Done{};
}

Answer<Done> perform_rescoring(System& system, const storage::Lease& lease) {
    SLAGBOOM_TRY(const auto who, act_for_job(system, lease.job.queued_by, lease.job.id));
    const json arguments = json::parse(lease.job.arguments);
    const std::int64_t provider = arguments.at("aanbieder");
    StoredScreening screening;
    screening.kind = "correctie";
    screening.recorded_until = arguments.at("geregistreerdOp");
    std::optional<AssessedRun> run;
    {
        const auto snapshot = system.database.read();
        const auto base = storage::latest_screening(snapshot.sql());
        screening.reference_date = system.today();
        const auto all = storage::in_service(snapshot.sql(), screening.reference_date, screening.recorded_until);
        RunQuestion question;
        for (const auto& of : all) {
            if (of.provider == provider) question.providers.push_back(of);
        }
        // Nobody to assess, or nothing to compare with: then there is nothing to do over.
        if (!base || question.providers.empty()) {
            auto transaction = begin(system, who);
            if (!storage::finish_job(transaction, lease, "{}")) return Done{};
            transaction.audit(AuditEvent{"herbeoordeling-niet-nodig", {"taak", lease.job.id}, provider, {}, {}});
            transaction.commit();
            return Done{};
        }
        screening.model_hash = base->model_hash;
        screening.phase = base->phase;
        screening.context_of = base->id;
        screening.trial = base->trial;
        const auto model = system.models.load(snapshot.sql(), base->model_hash);
        if (!model) return conflict("model-onleesbaar", model.error().text());
        question.reference = parse_iso_date(screening.reference_date).value();
        question.recorded_until = screening.recorded_until;
        question.phase = domain::phase_named(base->phase).value();
        question.context = context_from(**model, base->context);
        run = assess(snapshot.sql(), **model, question);
    }
    store_run(system, who, lease, std::move(screening), std::move(*run));
    return Done{};
}

}  // namespace slagboom::app
