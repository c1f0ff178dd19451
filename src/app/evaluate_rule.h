#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "files/cell_value.h"
#include "files/faults.h"

namespace slagboom::app {

/// A rule to try without a model.
struct RuleQuestion {
    std::string rule;
    std::map<std::string, std::string> facts;  ///< key or key__vorig → text; empty text is unknown
    std::optional<std::string> columns;        ///< instead: the bytes of a CSV file with such keys in its first row
    std::optional<files::Notation> notation;
    Date reference;
};

struct RuleAnswer {
    std::vector<std::string> values;  ///< one, or one per row: true, false, unknown, a number, a date, an option;
                                      ///< "fout" for a row with a fault
    files::Faults faults;
};

/// Evaluates the rule with the facts given; every other fact is unknown.
Result<RuleAnswer> evaluate_rule(const RuleQuestion& question);

}  // namespace slagboom::app
