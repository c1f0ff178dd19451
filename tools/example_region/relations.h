#pragma once

#include "region.h"
#include "told.h"

namespace example_region {

/// The lines of relaties.csv: who leads and owns a provider, what it owns, and where it is. `told` is per provider.
Lines relation_lines(const std::vector<Provider>& providers, const std::vector<Told>& told);

}  // namespace example_region
