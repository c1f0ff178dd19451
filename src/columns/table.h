#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
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

/// A column from values that are read one by one: booleans as 0 and 1, unknown as NaN.
template <class ValueAt>
Column make_column(bool logic, std::size_t rows, const ValueAt& value_at) {
    if (!logic) {
        NumberColumn numbers(rows);
        for (std::size_t row = 0; row < rows; ++row) numbers[row] = value_at(row);
        return numbers;
    }
    LogicColumn trits(rows, Trit::unknown);
    for (std::size_t row = 0; row < rows; ++row) {
        const double value = value_at(row);
        if (!is_unknown(value)) trits[row] = value != 0 ? Trit::yes : Trit::no;
    }
    return trits;
}

/// The value of a cell, the other way round: nothing where it is unknown.
inline std::optional<double> value_at(const Column& column, std::size_t row) {
    if (const auto* numbers = std::get_if<NumberColumn>(&column)) {
        return is_unknown((*numbers)[row]) ? std::nullopt : std::optional((*numbers)[row]);
    }
    const Trit value = std::get<LogicColumn>(column)[row];
    return value == Trit::unknown ? std::nullopt : std::optional(value == Trit::yes ? 1.0 : 0.0);
}

/// Columns of equal length; a row is a provider.
struct Table {
    std::size_t rows = 0;
    std::vector<Column> columns;
};

}  // namespace slagboom::columns
