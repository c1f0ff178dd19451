#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "app/signed_in.h"
#include "domain/fact.h"

namespace slagboom::app {

/// The key by which every model calls the legal form, if it has it: the register needs to know who is a natural person.
inline constexpr const char* kLegalForm = "rechtsvorm";

/// The legal form of a provider as known then; nothing when it was not known, is disputed, or sources say different
/// things.
std::optional<std::string> legal_form(storage::Connection& sql, std::int64_t provider, Date known_on,
                                      std::int64_t recorded_until);

/// Which facts of one provider somebody may see (docs/rights.md). The dossier of a sole trader or partnership is
/// personal: nothing in it is below that class. So is that of a provider whose legal form is not known: it may be one.
class VisibleFacts {
 public:
    /// `with_reason`: the reader said why the vault is needed; without that its values stay closed to everybody.
    VisibleFacts(System& system, const SignedIn& who, storage::Connection& sql, std::int64_t provider,
                 bool with_reason = false);

    /// The class that a fact, or something else of this class, has in this dossier.
    domain::Protection protection(const domain::FactDefinition& fact) const { return protection(fact.protection); }
    domain::Protection protection(domain::Protection elsewhere) const;
    bool sees(domain::Protection protection) const { return seen_[static_cast<std::size_t>(protection)]; }

 private:
    bool personal_ = true;
    std::array<bool, 4> seen_{};
};

}  // namespace slagboom::app
