#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace slagboom::files {

/// What the format of a spreadsheet cell says of the number in it.
struct CellFormat {
    enum class Kind { number, date, time };
    Kind kind = Kind::number;
    std::size_t leading_zeros = 0;  ///< the format is nothing but this many zeros: 00000000 for a KvK number
};

/// A format that the file only numbers (ECMA-376 part 1, 18.8.30).
CellFormat built_in_format(int id);
/// A format that the file spells out, such as `[$-413]d mmmm yyyy`. Its first section counts.
CellFormat custom_format(std::string_view code);

/// How days are counted: 1 is 1 January 1900 and 1900 a leap year, as Lotus had it, or 0 is 1 January 1904.
enum class DayCount { from_1900, from_1904 };

/// The number of a date cell as an ISO date, with the time behind it (2018-10-31 12:00:00) where it has one. Nothing
/// for a day that never was (0, or 29 February 1900) or that is out of range.
std::optional<std::string> date_of_serial(double serial, DayCount count);
/// The number of a time cell as 12:00:00; nothing when it is negative or a day or more.
std::optional<std::string> time_of_serial(double serial);

/// A number with a decimal point that cannot be read as Dutch: 1.125 is written 1.1250.
std::string english_number(double value);

}  // namespace slagboom::files
