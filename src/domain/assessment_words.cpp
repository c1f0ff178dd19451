#include "domain/assessment_words.h"

namespace slagboom::domain {
namespace {

constexpr std::array<std::string_view, 4> kColours{"groen", "oranje", "rood", "grijs"};
constexpr std::array<std::string_view, 3> kSubCategories{"lichtrood", "middenrood", "donkerrood"};
constexpr std::array<std::string_view, 6> kOutcomes{"geen-treffer",        "onbekend",        "treffer",
                                                    "niet-van-toepassing", "terzijde-gelegd", "niet-meegeteld"};
constexpr std::array<std::string_view, 2> kPhases{"poort", "monitoring"};

}  // namespace

std::string_view api_name(Colour colour) { return kColours[static_cast<std::size_t>(colour)]; }
std::string_view api_name(SubCategory sub_category) { return kSubCategories[static_cast<std::size_t>(sub_category)]; }
std::string_view api_name(Outcome outcome) { return kOutcomes[static_cast<std::size_t>(outcome)]; }
std::string_view api_name(Phase phase) { return kPhases[static_cast<std::size_t>(phase)]; }

std::optional<Phase> phase_named(std::string_view text) {
    if (text == kPhases[0]) return Phase::poort;
    if (text == kPhases[1]) return Phase::monitoring;
    return std::nullopt;
}

}  // namespace slagboom::domain
