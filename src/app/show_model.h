#pragma once

#include <ostream>

#include "scoring/model.h"

namespace slagboom::app {

/// The model as a policy officer reads it: every indicator with its rules as sentences, points, sources and
/// explanations.
void show_model(const scoring::Model& model, std::ostream& out);

}  // namespace slagboom::app
