#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/language.h"

namespace slagboom::domain {

/// A colour is a risk estimate and no judgement. Grey: too little is known to say (decision 21).
enum class Colour : std::uint8_t { green, orange, red, grey };
/// Sub-category of red, the least urgent first.
enum class SubCategory : std::uint8_t { light, middle, dark };
/// What an indicator says of a provider (design §3.3). The numbers are used in column loops and in no file.
enum class Outcome : std::uint8_t { clear, unknown, hit, not_applicable, set_aside, withheld };
/// When a screening is done: at the gate, or while there is a contract.
enum class Phase : std::uint8_t { poort, monitoring };

std::string_view api_name(Colour colour);             ///< rood, oranje, groen, grijs
std::string_view api_name(SubCategory sub_category);  ///< donkerrood, middenrood, lichtrood
std::string_view api_name(Outcome outcome);           ///< treffer, geen-treffer, …
std::string_view api_name(Phase phase);
std::optional<Phase> phase_named(std::string_view text);

/// Stands with every colour that leaves the system (design §5.5).
inline constexpr std::string_view kColourIsNoJudgement =
    "Een kleur is een risico-inschatting op een peildatum en geen oordeel over de aanbieder.";
inline constexpr std::string_view kColourIsNoJudgementInEnglish =
    "A colour is a risk estimate on a reference date, and not a judgement of the provider.";
constexpr std::string_view colour_is_no_judgement(Language language) {
    return language == Language::english ? kColourIsNoJudgementInEnglish : kColourIsNoJudgement;
}

}  // namespace slagboom::domain
