#pragma once

#include <string>

#include "base/language.h"
#include "expr/typed_tree.h"

namespace slagboom::expr {

/// The rule as a sentence with the labels of the facts, without a capital and a full stop: "personeelskosten gedeeld
/// door omzet is lager dan 65%". A rule that is no condition reads as the name of its value. English needs a model that
/// has English names (scoring::Model::has_english).
std::string sentence(const TypedTree& rule, const domain::FactCatalogue& facts, Language language);
std::string sentence(const TypedTree& rule, const domain::FactCatalogue& facts, Language language, NodeId part);

}  // namespace slagboom::expr
