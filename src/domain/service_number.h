#pragma once

#include <string>
#include <string_view>

namespace slagboom::domain {

/// Does the text hold nine digits in a row (any dots and blanks between them or not) that pass the eleven-test of the
/// citizen service number (BSN)? Such text is never stored or repeated, not even in a message. Law: Wet algemene
/// bepalingen burgerservicenummer, art. 10.
bool holds_service_number(std::string_view text);

/// The text with every such number replaced by "(nummer)". Everything that leaves the program as a message passes
/// through here.
std::string without_service_numbers(std::string_view text);

}  // namespace slagboom::domain
