#pragma once

#include <string>

#include "scoring/model.h"

namespace slagboom::scoring {

/// The whole model as one SQL statement (decision 40). It reads `input` (column `aanbieder`, `<feit>` and, where used,
/// `<feit>__vorig`; amounts in eurocents, booleans 0/1, dates and choices text, NULL unknown), `context(indicator)`,
/// the withheld indicators, and `terzijde(aanbieder, indicator, stap)`, the set-asides that count. It yields per
/// provider, in order: `aanbieder`, `u_<indicator>` (the API's word, for those that count in the phase), `laagste`,
/// `hoogste`, `volledigheid` (a share, NULL for 0 ÷ 0) and `kleur`. The same text runs on SQLite, PostgreSQL and
/// DuckDB.
std::string model_sql(const Model& model, Date reference, domain::Phase phase, const std::string& input = "invoer");

}  // namespace slagboom::scoring
