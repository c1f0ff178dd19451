#pragma once

#include <string>
#include <vector>

#include "scoring/model.h"

namespace slagboom::app {

/// What the cases of a model say when they are executed.
struct ModelTestReport {
    std::size_t ran = 0;
    std::vector<std::string> failures;  ///< with file and line: what was expected and what came out
};

/// Runs cases.test of every indicator of the folder that the model was loaded from. A line that cannot be read is a
/// failure.
ModelTestReport test_model(const scoring::Model& model, const std::string& folder);

}  // namespace slagboom::app
