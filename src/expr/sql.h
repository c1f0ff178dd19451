#pragma once

#include <string>
#include <string_view>

#include "base/date.h"
#include "expr/typed_tree.h"

namespace slagboom::expr {

/// The rule as one SQL expression over the columns `<feit>` and `<feit>__vorig` of `table` (decision 40). Numbers and
/// amounts (eurocents) are cast to double, booleans are 0/1, dates and choices text. Plain SQL that SQLite, PostgreSQL
/// and DuckDB read alike; NULL is unknown.
std::string sql_expression(const TypedTree& rule, const domain::FactCatalogue& facts, Date reference,
                           std::string_view table = "");

/// The name of the column that holds a cell.
std::string column_name(const domain::FactCatalogue& facts, const Input& input);

}  // namespace slagboom::expr
