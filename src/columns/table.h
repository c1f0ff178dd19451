#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <variant>
#include <vector>

#include "columns/trit.h"

namespace slagboom::columns {

/// An unknown number is NaN: arithmetic carries it on, and a known number can never be NaN (imports refuse it, and the
/// checker of rules refuses what could overflow into one).
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
inline bool is_unknown(double value) { return std::isnan(value); }

/// Numbers as they are, amounts in whole eurocents, dates in days since 1970-01-01, choices as the index of their
/// option.
using NumberColumn = std::vector<double>;
/// Booleans.
using LogicColumn = std::vector<Trit>;
using Column = std::variant<NumberColumn, LogicColumn>;

/// Columns of equal length; a row is a provider.
struct Table {
    std::size_t rows = 0;
    std::vector<Column> columns;
};

}  // namespace slagboom::columns
