#include "app/visible_facts.h"

#include <algorithm>

#include "app/recorded_until.h"
#include "storage/fact_store.h"
#include "storage/provider_store.h"

namespace slagboom::app {
namespace {

/// A natural person trades under these forms, alone or with others.
bool is_personal(const std::string& legal_form) {
    return legal_form == "eenmanszaak" || legal_form == "vof" || legal_form == "maatschap" || legal_form == "cv";
}

}  // namespace

std::optional<std::string> legal_form(storage::Connection& sql, std::int64_t provider, Date known_on,
                                      std::int64_t recorded_until) {
    const auto disputed = storage::disputed_cells(sql, recorded_until, provider);
    const bool in_dispute =
        std::any_of(disputed.begin(), disputed.end(), [](const auto& cell) { return cell.fact == kLegalForm; });
    if (in_dispute) return std::nullopt;
    storage::FactQuestion question;
    question.provider = provider;
    question.recorded_until = recorded_until;
    question.known_on_or_before = known_on;
    auto facts = storage::facts_recorded(sql, question);
    std::erase_if(facts, [](const auto& fact) { return fact.fact != kLegalForm; });
    const auto moment = [](const storage::StoredFact& of) { return std::pair(of.period, of.known_on); };
    const auto newest = std::max_element(facts.begin(), facts.end(),
                                         [&](const auto& a, const auto& b) { return moment(a) < moment(b); });
    if (newest == facts.end()) return std::nullopt;
    const bool contradicted = std::any_of(facts.begin(), facts.end(), [&](const auto& of) {
        return moment(of) == moment(*newest) && of.value != newest->value;
    });
    return contradicted ? std::nullopt : newest->value.choice;
}

VisibleFacts::VisibleFacts(System& system, const SignedIn& who, storage::Connection& sql, std::int64_t provider,
                           bool with_reason) {
    const auto form = legal_form(sql, provider, system.now().day_in_amsterdam(), recorded_until(system, sql));
    personal_ = !form || is_personal(*form);
    for (const auto protection : {domain::Protection::open, domain::Protection::confidential,
                                  domain::Protection::personal, domain::Protection::vault}) {
        const auto scope = storage::ScopeMaker::for_facts(who.account, who.roles, protection, system.today());
        const bool closed = protection == domain::Protection::vault && !with_reason;
        const bool sees = !closed && scope && storage::find_provider(sql, *scope, provider).has_value();
        seen_[static_cast<std::size_t>(protection)] = sees;
    }
}

domain::Protection VisibleFacts::protection(domain::Protection elsewhere) const {
    return personal_ ? std::max(elsewhere, domain::Protection::personal) : elsewhere;
}

}  // namespace slagboom::app
