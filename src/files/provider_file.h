#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "files/faults.h"

namespace slagboom::files {

/// A stretch of time under contract: in on `from` ≤ D < `until` (decision 29).
struct Stretch {
    Date from;
    std::optional<Date> until;  ///< nothing: still in
};

/// Who has been under contract, and when; who left and came back has more than one stretch.
struct Provider {
    std::string id;
    std::string name;
    std::vector<Stretch> stretches;
    std::vector<std::size_t> lines = {};  ///< of the file, per stretch

    bool in_service(Date day) const;
};

struct ProviderFile {
    std::vector<Provider> providers;  ///< ordered bytewise by id, each once
    std::size_t rows = 0;
    Faults faults;
};

/// Reads `aanbieder, naam, van, tot`. A second row about the same provider is a fault, and then neither is taken:
/// nobody should choose.
Result<ProviderFile> read_provider_file(std::string_view bytes);

}  // namespace slagboom::files
