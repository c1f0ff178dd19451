#include "app/correct_fact.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/assess.h"
#include "app/import_rows.h"
#include "app/recorded_until.h"
#include "app/run_screening.h"
#include "app/visible_facts.h"
#include "domain/source_kind.h"
#include "storage/assessment_store.h"
#include "storage/mark_store.h"
#include "storage/model_store.h"
#include "storage/provider_store.h"
#include "storage/source_store.h"

namespace slagboom::app {
namespace {

using nlohmann::json;
using storage::Correction;

json json_of(const storage::StoredValue& value) {
    if (value.choice) return *value.choice;
    return value.number ? json(*value.number) : json(nullptr);
}

/// The runs whose explanation read this cell.
std::vector<std::int64_t> runs_that_read(storage::Connection& sql, const Correction& correction) {
    std::vector<std::int64_t> runs;
    for (const auto& explanation : storage::explanations_of(sql, correction.provider)) {
        const auto parsed = json::parse(explanation.json);
        bool read = false;
        for (const auto& reason : parsed.at("redenen")) {
            for (const auto& fact : reason.at("feiten"))
                read = read || (fact.at("feit") == correction.fact && fact.at("periode") == correction.period);
        }
        if (read) runs.push_back(explanation.screening);
    }
    return runs;
}

std::int64_t ensure_proposal_source(storage::Transaction& transaction, const CorrectionProposal& proposal) {
    const auto preset = domain::source_kind(proposal.source_name);
    const auto day = proposal.source_document_date;
    return storage::ensure_source(transaction,
                                  {0, std::string(preset.kind), proposal.source_name, proposal.source_document,
                                   day ? std::optional(day->iso()) : std::nullopt, std::string(preset.ground),
                                   std::string(preset.purpose), preset.term_months, 0});
}

/// Does this row hold now, and is it of this cell?
bool is_current_row(storage::Connection& sql, const CorrectionProposal& proposal) {
    const auto fact = storage::find_fact(sql, proposal.provider, proposal.fact_id);
    return fact && !fact->superseded_at && fact->fact == proposal.fact && fact->period == proposal.period;
}

bool same_place(const storage::StoredFact& a, const storage::StoredFact& b) {
    return a.fact == b.fact && a.period == b.period && a.known_on == b.known_on && a.source == b.source;
}

/// The rows of the cell of a proposal that hold now.
std::vector<storage::StoredFact> rows_of_cell(storage::Transaction& transaction, const CorrectionProposal& proposal) {
    storage::FactQuestion question;
    question.recorded_until = transaction.recorded_at();
    question.provider = proposal.provider;
    auto rows = storage::facts_recorded(transaction.sql(), question);
    std::erase_if(rows, [&](const storage::StoredFact& row) {
        return row.fact != proposal.fact || row.period != proposal.period;
    });
    return rows;
}

/// A decision that would change nothing is none: it names the row that it finds wrong, and what it puts there is not
/// known before what stands beside it (decision 3).
std::vector<FieldFault> without_effect(storage::Transaction& transaction, const CorrectionProposal& proposal) {
    const auto rows = rows_of_cell(transaction, proposal);
    if (proposal.fact_id == 0 && !rows.empty())
        return {{"/feitId", "er staat al een waarde; noem de rij waar het over gaat", 0}};
    if (!proposal.value) return {};
    for (const auto& row : rows) {
        if (row.id != proposal.fact_id && row.known_on > proposal.known_on)
            return {{"/bekendOp",
                     fmt::format("van dezelfde periode werd op {} iets anders bekend, en dat gaat voor",
                                 row.known_on.iso()),
                     0}};
    }
    return {};
}

/// The rows that a decision overrules: the one that is shown to who decides, those that say what was found wrong, and
/// those that say something else than `decided` of the same day and from the same source. A file can have brought them
/// since the correction was proposed, and the decision is about them too.
std::vector<storage::StoredFact> overruled(storage::Transaction& transaction, const Correction& correction,
                                           const std::optional<storage::StoredFact>& decided) {
    const auto wrong = storage::find_fact(transaction.sql(), correction.provider, correction.fact_id);
    const auto shown = row_in_question(transaction.sql(), correction, transaction.recorded_at());
    storage::FactQuestion question;
    question.recorded_until = transaction.recorded_at();
    question.provider = correction.provider;
    auto rows = storage::facts_recorded(transaction.sql(), question);
    std::erase_if(rows, [&](const storage::StoredFact& held) {
        const bool is_wrong = wrong && same_place(held, *wrong) && held.value == wrong->value;
        const bool differs = decided && same_place(held, *decided) && held.value != decided->value;
        return !is_wrong && !differs && !(shown && held.id == shown->id);
    });
    return rows;
}

std::int64_t adopt(storage::Transaction& transaction, const Correction& correction) {
    std::optional<storage::StoredFact> decided;
    if (correction.proposed.number || correction.proposed.choice) {
        decided.emplace();
        decided->provider = correction.provider;
        decided->fact = correction.fact;
        decided->period = correction.period;
        decided->value = correction.proposed;
        decided->known_on = parse_iso_date(correction.known_on.value()).value();
        decided->source = correction.source.value();
    }
    const auto rows = overruled(transaction, correction, decided);
    std::int64_t id = 0;
    if (decided) {
        std::vector<storage::StoredFact> facts{std::move(*decided)};
        storage::insert_facts(transaction, facts);
        id = facts.front().id;
    }
    std::vector<storage::Replacement> replacements;
    for (const auto& row : rows) replacements.push_back({correction.provider, row.id, id});
    storage::supersede_facts(transaction, replacements);
    return id;
}

std::string colour_with(System& system, storage::Connection& sql, const storage::StoredScreening& base,
                        const Correction& correction, const Supposition& supposition) {
    const auto model = system.models.load(sql, base.model_hash);
    if (!model) return {};
    RunQuestion question;
    question.reference = system.now().day_in_amsterdam();
    question.recorded_until = recorded_until(system, sql);
    question.phase = domain::phase_named(base.phase).value();
    for (const auto& of : storage::in_service(sql, question.reference.iso(), question.recorded_until)) {
        if (of.provider == correction.provider) question.providers.push_back(of);
    }
    if (question.providers.empty()) return {};
    question.context = context_from(**model, base.context);
    question.supposition = &supposition;
    return assess(sql, **model, question)->assessments.front().colour;
}

bool changes_colour(System& system, storage::Connection& sql, const storage::StoredScreening& base,
                    const Correction& correction) {
    const Date today = system.now().day_in_amsterdam();
    Supposition supposition{correction.provider, correction.fact,
                            correction.period,   correction.fact_id,
                            correction.proposed, correction.known_on ? *parse_iso_date(*correction.known_on) : today};
    const std::string with_new = colour_with(system, sql, base, correction, supposition);
    // The old value, as if nobody disputed it.
    supposition.instead_of = 0;
    supposition.value.reset();
    return with_new != colour_with(system, sql, base, correction, supposition);
}

/// With the reason that a vault asks for: what somebody never sees he cannot say either.
bool sees(System& system, const SignedIn& who, storage::Connection& sql, std::int64_t provider,
          const domain::FactDefinition& definition) {
    const VisibleFacts visible(system, who, sql, provider, true);
    return visible.sees(visible.protection(definition));
}

}  // namespace

std::vector<FieldFault> faults_of(const CorrectionProposal& proposal, const domain::FactDefinition& definition,
                                  Date today) {
    std::vector<FieldFault> faults;
    const auto period = domain::parse_period(proposal.period);
    if (!period || period->frequency != definition.frequency)
        faults.push_back({"/periode", fmt::format("{} gaat per {}", definition.label, name(definition.frequency)), 0});
    if (proposal.known_on > today) faults.push_back({"/bekendOp", "ligt in de toekomst", 0});
    if (!proposal.value && proposal.kind != "betwisting")
        faults.push_back({"/voorgesteldeWaarde", "bij deze soort hoort de waarde die er moet staan", 0});
    const auto& allowed = definition.sources;
    if (std::find(allowed.begin(), allowed.end(), proposal.source_name) == allowed.end())
        faults.push_back(
            {"/bron/naam", fmt::format("{} komt volgens het model niet uit deze bron", definition.key), 0});
    return faults;
}

std::optional<storage::StoredFact> row_in_question(storage::Connection& sql, const Correction& correction,
                                                   std::int64_t recorded_until) {
    if (correction.fact_id == 0) return std::nullopt;
    auto row = storage::find_fact(sql, correction.provider, correction.fact_id);
    // What the decision itself put in its place is not in question.
    const auto until = correction.decided_at ? std::min(recorded_until, *correction.decided_at - 1) : recorded_until;
    while (row && row->superseded_by.value_or(0) != 0 && row->superseded_at <= until) {
        auto next = storage::find_fact(sql, correction.provider, *row->superseded_by);
        if (!next) break;
        row = std::move(next);
    }
    return row;
}

std::optional<domain::FactDefinition> fact_definition(System& system, storage::Connection& sql,
                                                      const std::string& key) {
    const auto stored = storage::latest_model(sql);
    if (!stored) return std::nullopt;
    const auto model = system.models.load(sql, stored->hash);
    const auto index = model ? (*model)->facts.find(key) : std::nullopt;
    if (!index) return std::nullopt;
    return (*model)->facts.facts[*index];
}

bool needs_second_person(System& system, storage::Connection& sql, const Correction& correction) {
    if (correction.kind == "betwisting") return true;
    const auto definition = fact_definition(system, sql, correction.fact);
    if (!definition || definition->protection == domain::Protection::vault) return true;
    for (const auto& role : storage::roles_of(sql, correction.opened_by)) {
        if (role.role == domain::Role::aanbieder) return true;
    }
    for (const auto& base : {storage::latest_screening(sql), storage::latest_gate(sql, correction.provider)}) {
        if (base && changes_colour(system, sql, *base, correction)) return true;
    }
    return false;
}

namespace {

void settle(storage::Transaction& transaction, const SignedIn& who, Correction& correction, bool adopted,
            const std::string& reason) {
    correction.outcome = adopted ? "overgenomen" : "afgewezen";
    correction.decision_reason = reason;
    correction.decided_by = who.account.id;
    correction.decided_at = transaction.recorded_at();
    if (adopted) {
        const auto id = adopt(transaction, correction);
        if (id != 0) correction.new_fact_id = id;
    }
    storage::decide_correction(transaction, correction);
    const json content{{"uitkomst", *correction.outcome}, {"reden", reason}};
    transaction.audit(
        {"correctie-besloten", {"correctie", correction.id}, correction.provider, *correction.outcome, content.dump()});
}

/// Design §5.8: a small correction needs one person, who must have the right to decide.
bool holds_at_once(System& system, const SignedIn& who, storage::Connection& sql, const Correction& correction) {
    if (correction.kind == "betwisting") return false;
    const auto scope = allowed(system, who, domain::Verb::decide_correction);
    return scope && storage::find_provider(sql, *scope, correction.provider) &&
           !needs_second_person(system, sql, correction);
}

}  // namespace

Answer<Correction> propose_correction(System& system, const SignedIn& who, const CorrectionProposal& proposal) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::propose_correction));
    auto transaction = begin(system, who);
    const auto provider = storage::find_provider(transaction.sql(), scope, proposal.provider);
    if (!provider) return not_found();
    if (provider->merged_into)
        return conflict(
            "niet-in-deze-toestand",
            fmt::format("Deze aanbieder is opgegaan in aanbieder {}; verbeter het feit daar.", *provider->merged_into));
    const auto definition = fact_definition(system, transaction.sql(), proposal.fact);
    if (!definition) return invalid("/feit", "dit feit staat niet in het model");
    if (!sees(system, who, transaction.sql(), proposal.provider, *definition)) return forbidden();
    if (auto faults = faults_of(proposal, *definition, system.now().day_in_amsterdam()); !faults.empty())
        return invalid(std::move(faults));
    if (proposal.fact_id != 0 && !is_current_row(transaction.sql(), proposal))
        return conflict("niet-in-deze-toestand", "Deze rij geldt niet meer, of gaat over iets anders.");
    if (storage::is_disputed(transaction.sql(), proposal.provider, proposal.fact, proposal.period))
        return conflict("niet-in-deze-toestand", "Over dit feit loopt al een correctie.");
    if (auto faults = without_effect(transaction, proposal); !faults.empty()) return invalid(std::move(faults));
    Correction correction;
    correction.provider = proposal.provider;
    correction.fact = proposal.fact;
    correction.period = proposal.period;
    correction.fact_id = proposal.fact_id;
    correction.kind = proposal.kind;
    if (proposal.value) correction.proposed = *proposal.value;
    correction.known_on = proposal.known_on.iso();
    correction.source = ensure_proposal_source(transaction, proposal);
    correction.reason = proposal.reason;
    correction.opened_by = who.account.id;
    correction.opened_at = transaction.recorded_at();
    correction.due_on = system.now().day_in_amsterdam().plus_months(kDecideWithinMonths).iso();
    correction.id = storage::insert_correction(transaction, correction);
    storage::mark_assessments(transaction, correction.provider, runs_that_read(transaction.sql(), correction),
                              correction.id);
    const json content{{"feit", correction.fact},
                       {"periode", correction.period},
                       {"soort", correction.kind},
                       {"waarde", json_of(correction.proposed)},
                       {"reden", correction.reason}};
    transaction.audit({"correctie-voorgesteld", {"correctie", correction.id}, correction.provider, {}, content.dump()});
    if (holds_at_once(system, who, transaction.sql(), correction))
        settle(transaction, who, correction, true, "Geldt meteen: dit verandert geen kleur en niemand betwist het.");
    queue_rescoring(transaction, correction.provider);
    transaction.commit();
    return correction;
}

Answer<Correction> decide_correction(System& system, const SignedIn& who, const CorrectionDecision& decision) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::decide_correction));
    auto transaction = begin(system, who);
    auto correction = storage::find_correction(transaction.sql(), scope, decision.correction);
    if (!correction) return not_found();
    if (correction->decided_at) return conflict("niet-in-deze-toestand", "Over deze correctie is al besloten.");
    // What one person may settle was settled when it was proposed.
    if (correction->opened_by == who.account.id)
        return conflict("tweede-persoon-nodig",
                        "Deze correctie is betwist of verandert een kleur; een ander dan de voorsteller besluit.");
    settle(transaction, who, *correction, decision.adopted, decision.reason);
    queue_rescoring(transaction, correction->provider);
    transaction.commit();
    return std::move(*correction);
}

}  // namespace slagboom::app
