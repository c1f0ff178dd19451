#include "domain/source_kind.h"

#include <array>
#include <utility>

namespace slagboom::domain {
namespace {

constexpr std::string_view kPublicTask = "AVG art. 6 lid 1 onder e: taak van algemeen belang (Wmo 2015, Jeugdwet)";
constexpr std::string_view kContract = "AVG art. 6 lid 1 onder b: uitvoering van de overeenkomst met de aanbieder";
constexpr std::string_view kReliability = "De betrouwbaarheid van de contractpartij inschatten";
constexpr std::string_view kLawfulness = "De rechtmatigheid van de betaalde zorg inschatten";
constexpr std::string_view kQuality = "De kwaliteit van de geleverde zorg inschatten";

// Seven years after the contract is how long the municipalities' own books are kept (Awr art. 52 lid 4); a shorter term
// ends the evidence before the dispute.
constexpr int kSevenYears = 84;
// Supervision is kept as long as the provider can still be held to it: five years (BW 3:307).
constexpr int kFiveYears = 60;

constexpr SourceKind kRegister{"register", kPublicTask, kReliability, kSevenYears};
constexpr SourceKind kAccounts{"jaarstuk", kPublicTask, kReliability, kSevenYears};
constexpr SourceKind kQuestionnaire{"vragenlijst", kContract, kReliability, kSevenYears};
constexpr SourceKind kClaims{"declaratietotaal", kContract, kLawfulness, kSevenYears};
constexpr SourceKind kSupervision{"toezicht", kPublicTask, kQuality, kFiveYears};
constexpr SourceKind kMunicipality{"gemeente", kContract, kQuality, kSevenYears};
constexpr SourceKind kGate{"poorttoets", kContract, kReliability, kSevenYears};
constexpr SourceKind kDocument{"stuk", kPublicTask, kReliability, kSevenYears};

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEnglish{{
    {kPublicTask, "GDPR article 6(1)(e): task in the public interest (Social Support Act 2015, Youth Act)"},
    {kContract, "GDPR article 6(1)(b): performance of the contract with the provider"},
    {kReliability, "To estimate how reliable the contracting party is"},
    {kLawfulness, "To estimate whether care was paid for lawfully"},
    {kQuality, "To estimate the quality of the care that was given"},
}};

constexpr std::array<std::pair<std::string_view, SourceKind>, 12> kByName{{
    {"kvk", kRegister},
    {"insolventieregister", kRegister},
    {"kadaster", kRegister},
    {"lrza", kRegister},
    {"digimv", kAccounts},
    {"jaarrekening", kAccounts},
    {"vragenlijst", kQuestionnaire},
    {"declaraties", kClaims},
    {"igj", kSupervision},
    {"ggd", kSupervision},
    {"gemeente", kMunicipality},
    {"poorttoets", kGate},
}};

}  // namespace

SourceKind source_kind(std::string_view name) {
    for (const auto& [known, kind] : kByName) {
        if (known == name) return kind;
    }
    return kDocument;
}

std::optional<std::string> in_english(std::string_view ground_or_purpose) {
    for (const auto& [dutch, english] : kEnglish) {
        if (dutch == ground_or_purpose) return std::string(english);
    }
    return std::nullopt;
}

}  // namespace slagboom::domain
