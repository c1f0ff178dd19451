#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "scoring/screening.h"

namespace slagboom::files {

/// Gives the name of a provider, empty where none is known.
using NameOf = std::function<std::string(const std::string& provider)>;

/// One row per provider, separated by ';', decimals with a comma: what a Dutch spreadsheet opens. Every row carries
/// model, version, hash, reference date and the sentence that a colour is no judgement, because rows get copied. Text
/// that could be a formula gets a ' before it.
void write_screening_csv(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out);

}  // namespace slagboom::files
