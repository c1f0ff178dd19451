#pragma once

#include <ostream>

#include "scoring/screening.h"

namespace slagboom::files {

/// The whole screening with every explanation, as the API will give it. Written provider by provider, so that a large
/// population takes no more memory than a small one.
void write_screening_json(const scoring::Screening& screening, std::ostream& out);

}  // namespace slagboom::files
