#include "domain/retention.h"

#include <algorithm>
#include <array>

#include "domain/source_kind.h"

namespace slagboom::domain {
namespace {

using Key = RecordClass::Key;

constexpr auto kService = RetentionStart::end_of_service;
constexpr auto kRecorded = RetentionStart::recorded;

// Seven years: how long the municipalities' own books about a contract are kept.
constexpr int kSevenYears = 84;
constexpr std::string_view kBooks = "Awr art. 52 lid 4: zeven jaar, als de boekhouding over het contract";
// A month is long enough to look into a complaint about what somebody did in a session, or to repeat a request.
constexpr int kMonthOfDays = 30;
constexpr std::string_view kNoLonger = "AVG art. 5 lid 1 onder e: niet langer dan nodig is om een melding na te gaan";

constexpr std::array<RecordClass, 10> kClasses{{
    {Key::facts, "feiten", "Feiten over een aanbieder", kService, {}, {}, "de termijn van de bron van het feit"},
    {Key::relations, "relaties", "Relaties van een aanbieder", kService, {}, {}, "de termijn van de bron"},
    {Key::corrections,
     "correcties",
     "Betwistingen en correcties",
     kService,
     {},
     {},
     "als het feit waar de correctie over gaat; zonder feit zeven jaar (Awr art. 52 lid 4)"},
    {Key::assessments, "beoordelingen", "Beoordelingen met hun uitleg", kService, kSevenYears, {}, kBooks},
    {Key::contacts, "contactgegevens", "Contactgegevens van een aanbieder", kService, kSevenYears, {}, kBooks},
    {Key::files, "bestanden", "Bestanden over een aanbieder", kService, {}, {}, "de termijn van hun soort"},
    {Key::audit_contents,
     "auditinhoud",
     "Inhoud bij de auditregels over een aanbieder",
     kService,
     kSevenYears,
     {},
     "als waar de inhoud over gaat, en uiterlijk met het dossier; de auditregel zelf blijft"},
    {Key::sessions, "sessies", "Afgelopen sessies", kRecorded, {}, kMonthOfDays, kNoLonger},
    {Key::idempotent_answers,
     "antwoorden",
     "Antwoorden op een verzoek met een sleutel",
     kRecorded,
     {},
     kMonthOfDays,
     kNoLonger},
    {Key::import_reports, "importverslagen", "Verslagen per rij van een import", kRecorded, kSevenYears, {}, kBooks},
}};

// Further apart than any two dates that there are.
constexpr int kMostMonths = 12 * 10'000;

}  // namespace

std::span<const RecordClass> record_classes() { return kClasses; }

const RecordClass& record_class(RecordClass::Key key) {
    return *std::find_if(kClasses.begin(), kClasses.end(), [&](const auto& of) { return of.key == key; });
}

int file_term_months(std::string_view kind) {
    // A file is filed under its source ("igj") or under the kind of source; of the kinds only supervision has a term of
    // its own.
    return source_kind(kind == "toezicht" ? "igj" : kind).term_months;
}

std::optional<int> months_passed(Date start, Date today) {
    if (today < start) return std::nullopt;
    int passed = (today.year() - start.year()) * 12 + static_cast<int>(today.month()) - static_cast<int>(start.month());
    while (passed > 0 && today < start.plus_months(passed)) --passed;
    return std::min(passed, kMostMonths);
}

}  // namespace slagboom::domain
