#pragma once

#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "base/date.h"
#include "domain/fact.h"
#include "expr/tree.h"

namespace slagboom::tests {

/// A cell as a rule names it: a fact now, or in the period before.
struct CellName {
    std::string fact;
    bool previous = false;
    friend auto operator<=>(const CellName&, const CellName&) = default;
};

/// The known cells of one provider, encoded as domain::FactValue. A cell that is not there is unknown.
using Row = std::map<CellName, double>;

/// Nothing is unknown. Numbers, eurocents, 0 or 1, days since 1970 — and the option itself for a choice.
using TwinValue = std::optional<std::variant<double, std::string>>;

/// One row, written straight from docs/language.md, slowly: the opponent of the engine. It reads the parsed rule, and
/// nothing else of src/expr; even literals are read again from their text.
TwinValue twin_value(const expr::Tree& rule, const domain::FactCatalogue& facts, const Row& row, Date reference);

/// A condition that decided: a part as written; of `between` and `in` also the operand on the right, as each makes its
/// own comparison.
using DecidingPart = std::pair<expr::NodeId, expr::NodeId>;

/// Decision 14, read for itself.
std::set<DecidingPart> twin_decided(const expr::Tree& rule, const domain::FactCatalogue& facts, const Row& row,
                                    Date reference);

}  // namespace slagboom::tests
