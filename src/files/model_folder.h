#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "scoring/model.h"

namespace slagboom::files {

/// A model that was read, with what a careful reader would warn for.
struct LoadedModel {
    scoring::Model model;
    std::vector<Error> warnings;
};

/// Reads a model folder strictly (docs/model.md). Either everything is right, or every fault is listed with its place.
Result<LoadedModel, std::vector<Error>> load_model(const std::string& folder);

}  // namespace slagboom::files
