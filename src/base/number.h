#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace slagboom {

/// The number that `text` writes with an optional minus, digits and an optional decimal point: no exponent, no
/// grouping, no blanks. Nothing for other text. The nearest double, as strtod gives it; −0 becomes 0.
std::optional<double> parse_decimal(std::string_view text);

/// The decimal number `text` (as parse_decimal takes it) divided by 100, rounded once: "12.5" gives the double nearest
/// to 0.125.
std::optional<double> parse_percentage(std::string_view text);

/// Whole eurocents of "1250", "-3.5" or "1250.50" (decimal point). Nothing where there are more than two decimals or
/// more than 15 digits.
std::optional<std::int64_t> parse_cents(std::string_view text);

/// Shortest text that reads back as the same double, without an exponent from 1e-6 to 1e21; −0 is "0". What JSON and
/// the command line write.
std::string shortest(double value);
/// Two decimals from whole cents: −5 is "-0.05".
std::string euros(std::int64_t cents);
/// Cents that need not be whole (amount × number): two decimals where they are, shortest otherwise.
std::string euros_unrounded(double cents);

/// As Dutch text: "1.250.000,50", "-0,5". At most `decimals` decimals (rounded half to even, for people only), none
/// that are zero.
std::string dutch_number(double value, int decimals = 4);
/// "€ 1.250" or "€ 1.250,50" from cents.
std::string dutch_euros(double cents);
/// "€1,250" or "€1,250.50" from cents.
std::string english_euros(double cents);

}  // namespace slagboom
