#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

/// Everything that may be turned to change the invented region. A share or chance is in thousandths.
namespace example_region {

using Date = std::chrono::sys_days;

constexpr Date on(int year, unsigned month, unsigned day) {
    return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

constexpr std::uint64_t kSeed = 20181027;

// 335 awards, each to another provider: the bulk of autumn 2018 and the interim ones of 2019.
constexpr int kProviders = 335;
constexpr int kBulk = 308;
constexpr Date kBulkFirst = on(2018, 9, 3), kBulkLast = on(2018, 10, 12);       // day of registration
constexpr Date kInterimFirst = on(2019, 1, 7), kInterimLast = on(2019, 4, 18);  // day of registration

/// The twelve questions, in the order of every table below.
enum Question {
    staff,
    profit,
    hired,
    growth,
    interests,
    estate,
    background,
    failures,
    changes,
    qualified,
    findings,
    accounts,
    kQuestions
};

/// How often a question is taken when a provider is given a hit: keeps every hit rate between 5 and 35 %.
constexpr std::array<int, kQuestions> kWeight{88, 72, 165, 185, 86, 78, 76, 66, 84, 78, 75, 78};

/// How risky a provider looks. It gets `fewest` to `most` hits, with a step drawn by `severity`.
struct Profile {
    std::string_view name;
    int bulk_share, interim_share;
    int fewest, most;
    std::array<int, 3> severity;
    int page_skipped;   // chance, for each of the four pages of the questionnaire, that it is not filled in
    int money_missing;  // chance that the figures of 2017 are missing
};
constexpr std::array<Profile, 5> kProfiles{{
    {"in order", 215, 330, 0, 1, {1000, 0, 0}, 15, 20},
    {"some points", 330, 480, 2, 3, {700, 250, 50}, 25, 30},
    {"raised", 290, 140, 4, 5, {520, 380, 100}, 60, 75},
    {"high", 120, 40, 5, 6, {450, 400, 150}, 80, 140},
    {"very high", 45, 10, 6, 7, {350, 400, 250}, 90, 180},
}};

constexpr int kWmoOnly = 350;              // no DigiMV and no duty to publish, except for a company
constexpr int kWmoOnlyMoneyMissing = 40;   // extra
constexpr int kUnfiledMoneyMissing = 350;  // extra, when the accounts of 2017 were not filed
constexpr int kPreviousYearMissing = 25;
constexpr int kRegisterMissing = 8;    // for each fact from a register
constexpr int kRiskBranch = 600;       // so common that the model gives it no points
constexpr int kFoundedRecently = 180;  // less than three years old
constexpr int kOldBankruptcy = 40;     // longer ago than the model looks

/// Chances of what changes between 31 October 2018 and 9 May 2019.
constexpr int kFiledLate = 450;  // accounts that were not filed yet
constexpr int kMoneyKnownLater = 300;
constexpr int kPageFilledInLater = 400;
constexpr int kProfitCorrected = 300;  // a high profit that was a fault of typing
constexpr int kStaffCostCorrected = 250;
constexpr int kFindingClosed = 500;
constexpr int kFindingNew = 40;
constexpr int kCareManagerAppointed = 400;
constexpr int kRentSeparated = 400;
constexpr int kStaffHired = 350;
constexpr int kInterestsChanged = 60;

enum class Form { eenmanszaak, vof, maatschap, bv, nv, stichting, cooperatie, vereniging };

struct FormKnobs {
    Form form;
    std::string_view key;
    int share;
    std::int64_t smallest;  // revenue in euros …
    int growth;             // … times this percentage, 0 to 20 times over, 10 most often
    int most_directors;
};
constexpr std::array<FormKnobs, 8> kForms{{
    {Form::eenmanszaak, "eenmanszaak", 150, 60'000, 108, 1},
    {Form::vof, "vof", 70, 110'000, 110, 3},
    {Form::maatschap, "maatschap", 30, 120'000, 110, 4},
    {Form::bv, "bv", 450, 100'000, 125, 3},
    {Form::nv, "nv", 5, 3'000'000, 108, 3},
    {Form::stichting, "stichting", 260, 100'000, 135, 5},
    {Form::cooperatie, "cooperatie", 20, 250'000, 118, 5},
    {Form::vereniging, "vereniging", 15, 90'000, 118, 5},
}};

// The tables below are read by column.
// clang-format off

/// Providers with a story of their own: form, revenue and steps are given, and nothing is missing.
struct Story {
    int number;
    Form form;
    std::int64_t revenue;
    std::array<int, kQuestions> steps;
};
constexpr std::array<Story, 14> kStories{{
    //                                       st pr hi gr in es ba fa ch qu fi ac
    {17, Form::bv, 2'150'000,               {0, 3, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0}},  // sold a building
    {141, Form::stichting, 6'400'000,       {0, 3, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0}},  // sold a building
    {42, Form::vof, 310'000,                {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}},  // the profit is the partners' pay
    {187, Form::maatschap, 420'000,         {0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0}},  // the profit is the partners' pay
    {63, Form::stichting, 3'900'000,        {0, 0, 1, 3, 0, 0, 0, 0, 0, 2, 0, 0}},  // took over clients of a bankrupt peer
    {230, Form::bv, 1'750'000,              {0, 0, 0, 3, 0, 1, 0, 0, 1, 1, 0, 0}},  // took over clients of a bankrupt peer
    {88, Form::bv, 1'300'000,               {0, 0, 3, 0, 1, 0, 0, 0, 0, 2, 0, 0}},  // hires specialists: shortage
    {274, Form::cooperatie, 2'600'000,      {0, 0, 3, 0, 0, 0, 1, 0, 0, 2, 0, 0}},  // hires specialists: shortage
    {23, Form::bv, 1'450'000,               {2, 3, 0, 0, 2, 2, 2, 0, 1, 0, 0, 0}},  // dissolved
    {71, Form::bv, 880'000,                 {1, 2, 0, 0, 0, 0, 3, 2, 0, 1, 2, 0}},  // dissolved
    {118, Form::stichting, 1'120'000,       {2, 0, 3, 0, 0, 3, 0, 0, 0, 0, 2, 2}},  // dissolved
    {164, Form::bv, 2'300'000,              {3, 0, 0, 2, 0, 0, 0, 2, 1, 2, 0, 2}},  // dissolved
    {209, Form::eenmanszaak, 240'000,       {0, 0, 0, 0, 0, 3, 3, 2, 0, 0, 3, 0}},  // dissolved
    {266, Form::bv, 690'000,                {2, 0, 0, 0, 1, 0, 2, 0, 2, 3, 0, 3}},  // dissolved
}};

/// Contracts that ended before 9 May 2019: six dissolved, one given up by the provider.
struct Departure {
    int number;
    Date day;
};
constexpr std::array<Departure, 7> kDepartures{{
    {23, on(2019, 2, 11)},
    {71, on(2019, 2, 25)},
    {118, on(2019, 3, 18)},
    {164, on(2019, 4, 1)},
    {209, on(2019, 4, 15)},
    {266, on(2019, 5, 6)},
    {302, on(2019, 4, 1)},
}};

// clang-format on

// Contracts. What was published: EUR 210 million a year.
constexpr Date kLastDay = on(2019, 5, 9);
constexpr std::int64_t kYearlyValue = 210'000'000;
constexpr int kLeastContractShare = 60, kMostContractShare = 620;  // of the revenue: the rest comes from elsewhere
constexpr int kOneLotMore = 300;                                   // for each lot, above two million of revenue
constexpr int kSecondProduct = 400;
constexpr int kMunicipalityLater = 50;
constexpr int kMunicipalityEnded = 25;

/// In how many municipalities a provider works, by revenue.
struct Reach {
    std::int64_t below;
    int fewest, most;
};
constexpr std::array<Reach, 5> kReach{{
    {150'000, 1, 3},
    {500'000, 1, 5},
    {2'000'000, 2, 9},
    {6'000'000, 4, 12},
    {1'000'000'000, 8, 14},
}};

// Relations.
constexpr int kHasParent = 450;  // of the companies

/// The first director of `provider` is since some day a director of `also`. 23 and 209 were dissolved, 71 will be.
struct SharedDirector {
    int provider, also;
    Date since;
};
constexpr std::array<SharedDirector, 4> kSharedDirectors{{
    {23, 331, on(2019, 4, 23)},
    {209, 318, on(2019, 4, 29)},
    {71, 146, on(2018, 11, 19)},
    {45, 201, on(2018, 12, 3)},
}};

/// A provider that owns another.
struct Group {
    int parent, daughter;
};
constexpr std::array<Group, 2> kGroups{{{141, 230}, {63, 252}}};

/// A building with several tenants that have nothing else to do with each other.
struct Office {
    std::string_view address;
    std::array<int, 7> providers;
};
constexpr std::array<Office, 2> kOffices{{
    {"Kompasplein 1, 0000 AA Enschede (verzonnen)", {12, 63, 88, 150, 233, 301, 315}},
    {"Hoepelweg 20, 0000 AB Almelo (verzonnen)", {5, 42, 96, 164, 187, 274, 322}},
}};

}  // namespace example_region
