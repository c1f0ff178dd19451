#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/signed_in.h"
#include "scoring/model.h"
#include "storage/correction_store.h"

namespace slagboom::app {

/// Until when a correction is decided: one month (GDPR art. 12(3)).
inline constexpr int kDecideWithinMonths = 1;

struct CorrectionProposal {
    std::int64_t provider = 0;
    std::string fact;
    std::string period;
    std::int64_t fact_id = 0;                   ///< the row that is wrong; 0: nothing was known
    std::string kind;                           ///< typefout, registerwaarde or betwisting
    std::optional<storage::StoredValue> value;  ///< nothing: it is wrong, and what is right is not known
    Date known_on;                              ///< the date that the source states
    std::string source_name;
    std::string source_document;  ///< empty: none
    std::optional<Date> source_document_date;
    std::string reason;
};

/// Somebody says that a fact is wrong. From now on the cell is unknown to every screening; assessments that read it are
/// marked, and the provider is assessed again (decision 4).
Answer<storage::Correction> propose_correction(System& system, const SignedIn& who, const CorrectionProposal& proposal);

struct CorrectionDecision {
    std::int64_t correction = 0;
    bool adopted = false;
    std::string reason;
};
/// Decides. What was adopted becomes a new fact in the place of the old one; nothing is overwritten. Refused to the
/// proposer where a second person is needed.
Answer<storage::Correction> decide_correction(System& system, const SignedIn& who, const CorrectionDecision& decision);

/// Must somebody else than the proposer decide? Always when it is disputed or the provider asks for it; a typing error
/// or register value only when it changes a colour (design §5.8).
bool needs_second_person(System& system, storage::Connection& sql, const storage::Correction& correction);

/// All that the definition of the fact finds wrong with a proposal.
std::vector<FieldFault> faults_of(const CorrectionProposal& proposal, const domain::FactDefinition& definition,
                                  Date today);

/// The row that the correction is about: the one that was found wrong, or the one that a file brought in its place
/// before it was decided, for the decision overrules that one too. Nothing when nothing was known. As recorded at a
/// moment: what came later is left out.
std::optional<storage::StoredFact> row_in_question(storage::Connection& sql, const storage::Correction& correction,
                                                   std::int64_t recorded_until = storage::kWhateverMoment);

/// The definition of a fact in the newest model. Nothing when there is no model, or no such fact in it.
std::optional<domain::FactDefinition> fact_definition(System& system, storage::Connection& sql, const std::string& key);

}  // namespace slagboom::app
