#pragma once

#include <optional>
#include <vector>

#include "domain/fact.h"

namespace slagboom::domain {

/// Two rows of equal provider, fact, period and date that say different things. The fact is unknown until somebody
/// finds out (decision 3).
struct Conflict {
    std::size_t provider = 0;
    std::size_t fact = 0;
    Period period;
    Date known_on;
};

/// What was known of a provider's facts on a day. Reads only after it is made; safe from several threads.
class KnownFacts {
 public:
    /// The rows in any order; what is known does not depend on it.
    KnownFacts(const FactCatalogue& catalogue, std::vector<Fact> facts);

    /// The row that counts for a periodic fact: of those known on or before `reference` the latest. Nothing when there
    /// is none, when the latest rows contradict one another, or when they are disputed; then there is no fall-back to
    /// an older row.
    const Fact* in_period(std::size_t provider, std::size_t fact, Period period, Date reference) const;

    /// The row that counts for a dated fact: the last day on or before `reference`, as long as it is valid.
    const Fact* dated(std::size_t provider, std::size_t fact, Date reference) const;

    /// The two halves of it, for a replay of what changed: the row of the last day on or before `day`, of those known
    /// on or before `known`; and whether it is still valid on a day.
    const Fact* last_dated(std::size_t provider, std::size_t fact, Date day, Date known) const;
    bool valid_on(const Fact& row, Date day) const;

    /// Has this provider a row known on or before `reference`?
    bool knows(std::size_t provider, Date reference) const;

    /// Contradictions among what is known on `reference`, for the report.
    std::vector<Conflict> conflicts(Date reference) const;

    const std::vector<Fact>& rows() const { return facts_; }

 private:
    struct Choice {
        const Fact* fact = nullptr;
        bool conflict = false;
        bool disputed = false;
    };
    std::pair<const Fact*, const Fact*> rows_of(std::size_t provider, std::size_t fact) const;
    static Choice latest(const Fact* first, const Fact* last, Date reference);

    const FactCatalogue* catalogue_;
    std::vector<Fact> facts_;  ///< by provider, fact, period, known_on, value, source
};

}  // namespace slagboom::domain
