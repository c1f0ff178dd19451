#pragma once

#include <ostream>
#include <string>

#include "scoring/screening.h"

namespace slagboom::files {

/// The whole screening with every explanation, as the API will give it. Written provider by provider, so that a large
/// population takes no more memory than a small one.
void write_screening_json(const scoring::Screening& screening, std::ostream& out);

/// One assessment with its explanation on one line, as a run stores it.
std::string assessment_json(const scoring::Screening& screening, const scoring::Assessment& assessment);

/// What the whole population decided for each of its providers, and the medians of what it compares, on one line.
std::string context_json(const scoring::Screening& screening);

}  // namespace slagboom::files
