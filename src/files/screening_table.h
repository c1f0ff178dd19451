#pragma once

#include <ostream>
#include <vector>

#include "files/screening_csv.h"

namespace slagboom::files {

/// For a terminal of 80 columns, in Dutch. Beside every colour stand a symbol and the word, so that it reads without
/// colour.

/// Model, reference date, and the sentence that a colour is no judgement.
void write_heading(const scoring::Screening& screening, std::ostream& out);
/// How many of each colour and sub-category, one column per moment (at most four).
void write_distribution(const std::vector<const scoring::Screening*>& moments, std::ostream& out);
/// What is not counted because it hits too many.
void write_withheld(const scoring::Screening& screening, std::ostream& out);
/// The reds from dark to light, then the greys.
void write_lists(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out);
/// Per provider that is not settled, what is missing and what it can change.
void write_missing(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out);
/// One provider with every reason, fact and limit.
void write_explanation(const scoring::Screening& screening, std::size_t row, const NameOf& name_of, std::ostream& out);

}  // namespace slagboom::files
