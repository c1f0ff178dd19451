#pragma once

#include "region.h"
#include "told.h"

namespace example_region {

/// The lines of overeenkomsten.csv. `told` and `awards` (the number of the award) are per provider.
Lines contract_lines(const std::vector<Provider>& providers, const std::vector<Told>& told, const Lines& awards);

/// The municipality in which a provider has its office and most of its clients.
const Municipality& home_of(const Provider& provider);

}  // namespace example_region
