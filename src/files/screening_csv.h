#pragma once

#include <ostream>

#include "files/screening_rows.h"

namespace slagboom::files {

/// One row per provider, separated by ';', decimals with a comma: what a Dutch spreadsheet opens. Every row carries
/// model, version, hash, reference date and the sentence that a colour is no judgement, because rows get copied. Text
/// that could be a formula gets a ' before it.
void write_screening_csv(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out);

}  // namespace slagboom::files
