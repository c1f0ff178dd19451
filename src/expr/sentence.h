#pragma once

#include <string>

#include "expr/typed_tree.h"

namespace slagboom::expr {

/// The rule as a Dutch sentence with the labels of the facts, without a capital and a full stop: "personeelskosten
/// gedeeld door omzet is lager dan 65%". A rule that is no condition reads as the name of its value.
std::string dutch_sentence(const TypedTree& rule, const domain::FactCatalogue& facts);
std::string dutch_sentence(const TypedTree& rule, const domain::FactCatalogue& facts, NodeId part);

}  // namespace slagboom::expr
