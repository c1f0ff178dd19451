#pragma once

#include <string>
#include <string_view>

namespace slagboom::domain {

/// Does the text hold nine digits in a row (any dots and blanks between them or not) that pass the eleven-test of the
/// citizen service number (BSN)? Such text is never stored or repeated, not even in a message. Law: Wet algemene
/// bepalingen burgerservicenummer, art. 10.
///
/// One in eleven numbers of nine digits passes, so a writer can say what it is instead: "RSIN", "kenmerk",
/// "zaaknummer", "dossiernummer" or "factuurnummer" right before it, with a colon or not.
bool holds_service_number(std::string_view text);

/// "RSIN" and the nine digits of it, which pass the eleven-test too: the number of a legal person, in its own field.
bool is_tax_number(std::string_view text);

/// The text with every such number replaced by "(nummer)". Everything that leaves the program as a message passes
/// through here.
std::string without_service_numbers(std::string_view text);

}  // namespace slagboom::domain
