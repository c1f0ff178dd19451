#pragma once

#include <map>
#include <string>

#include "domain/fact.h"
#include "expr/tree.h"

namespace slagboom::expr {

/// The facts that a rule on its own speaks of, with the types that follow from how it uses them; what stays
/// undetermined is a number. For trying a rule without a model. Options of a choice are the literals that the rule
/// compares it with, and those in `values`. Every fact has a period before it.
domain::FactCatalogue inferred_facts(const Tree& rule,
                                     const std::map<std::string, std::vector<std::string>>& values = {});

}  // namespace slagboom::expr
