// Writes the invented example region: municipalities, providers, awards, facts, contracts and relations. Same seed,
// same bytes, on every machine.
//
//   g++ -std=c++20 -O1 tools/example_region/*.cpp -o example_region && ./example_region data/example-region
//
// A provider first gets a plan (which questions of the model should hit, and on which step); its facts are then drawn
// inside the limits of that step. What to turn stands in knobs.h.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contracts.h"
#include "region.h"
#include "relations.h"

namespace example_region {
namespace {

/// The facts of one provider, in the order in which they are written.
class Facts {
 public:
    Facts(const Provider& provider, std::vector<std::string>& lines) : provider_(provider), lines_(lines) {}

    void add(std::string_view fact, std::string_view period, std::string_view value, std::string_view source,
             Date known_on) {
        const std::string day = iso(known_on);
        std::string line = provider_.key;
        for (const std::string_view cell : {fact, period, value, source, std::string_view(day)}) (line += ';') += cell;
        lines_.push_back(std::move(line));
    }
    /// A dated fact: what it is about is the day itself.
    void add(std::string_view fact, std::string_view value, std::string_view source, Date day) {
        add(fact, iso(day), value, source, day);
    }

 private:
    const Provider& provider_;
    std::vector<std::string>& lines_;
};

// Who they are.

std::string name_of(int number, const FormKnobs& form) {
    constexpr std::array<std::string_view, 24> kAdjectives{
        "Houten", "Stille", "Rode",  "Vrolijke", "Blauwe", "Koperen",  "Ronde",  "Gele",
        "Lange",  "Groene", "Losse", "Witte",    "Grote",  "Zilveren", "Warme",  "Bonte",
        "Kleine", "Glazen", "Oude",  "Zachte",   "Vlugge", "IJzeren",  "Lichte", "Paarse"};
    constexpr std::array<std::string_view, 25> kNouns{
        "Ketel", "Emmer",   "Trechter", "Klok",   "Poëet",   "Knikker", "Lantaarn", "Parasol", "Fluit",
        "Kruik", "Sleutel", "Tol",      "Passer", "Vlieger", "Knoop",   "Ladder",   "Trom",    "Kompas",
        "Veter", "Schelp",  "Hoepel",   "Kan",    "Zeef",    "Spoel",   "Wekker"};
    constexpr std::array<std::string_view, 6> kTrades{"Begeleiding",  "Jeugdhulp",  "Thuiszorg",
                                                      "Dagbesteding", "Zorgbureau", "Woonzorg"};
    // 24 and 25 have no common divisor, and 7 none with their product, so no pair comes twice.
    const auto index = static_cast<std::size_t>(number) * 7;
    std::string name = form.form == Form::stichting ? "Stichting " : "";
    name += kTrades[static_cast<std::size_t>(number) % kTrades.size()];
    name += " De ";
    name += kAdjectives[index % kAdjectives.size()];
    name += ' ';
    name += kNouns[index % kNouns.size()];
    return name + " (verzonnen)";
}

template <typename Table, typename Member>
std::size_t pick_by(Dice& dice, const Table& table, Member member) {
    std::vector<int> weights;
    for (const auto& row : table) weights.push_back(row.*member);
    return dice.pick(weights);
}

const FormKnobs& knobs_of(Form form) {
    return *std::find_if(kForms.begin(), kForms.end(), [&](const FormKnobs& knobs) { return knobs.form == form; });
}

/// Sizes multiply, so that there are many small ones and a few very large.
Euros draw_revenue(Dice& dice, const FormKnobs& form) {
    Euros revenue = form.smallest;
    for (std::int64_t times = dice.between(0, 10) + dice.between(0, 10); times > 0; --times)
        revenue = revenue * form.growth / 100;
    return revenue * dice.between(92, 108) / 100;
}

Date draw_founding(Dice& dice) {
    if (!dice.chance(kFoundedRecently)) return dice.day(on(1991, 1, 2), on(2015, 6, 30));
    return dice.day(on(2015, 11, 16), on(2017, 3, 31));
}

void draw_dates(Dice& dice, Provider& provider) {
    provider.registered = provider.bulk ? dice.day(kBulkFirst, kBulkLast) : dice.day(kInterimFirst, kInterimLast);
    provider.awarded = working_day(provider.registered + days(dice.between(10, 18)));
    for (const Departure& departure : kDepartures) {
        if (departure.number == provider.number) provider.left = departure.day;
    }
}

bool can_hit(const Provider& provider, Question question) {
    switch (question) {
        case staff:
        case profit:
            return !provider.owner_paid_from_profit();
        case hired:
            return provider.revenue >= 700'000 && !provider.owner_paid_from_profit();
        case growth:
            return provider.revenue >= 480'000 && provider.founded < on(2015, 10, 1);
        case accounts:
            return provider.must_publish;
        default:
            return true;
    }
}

void draw_plan(Dice& dice, Provider& provider) {
    std::array<int, kQuestions> weights = kWeight;
    int possible = kQuestions;
    for (std::size_t question = 0; question < kQuestions; ++question) {
        if (can_hit(provider, static_cast<Question>(question))) continue;
        weights[question] = 0;
        --possible;
    }
    const int wanted = dice.small(provider.profile->fewest, provider.profile->most);
    for (int hits = std::min(wanted, possible); hits > 0; --hits) {
        const std::size_t question = dice.pick(weights);
        weights[question] = 0;
        provider.steps[question] = 1 + static_cast<int>(dice.pick(provider.profile->severity));
    }
    if (provider.revenue < 1'050'000)
        provider.steps[growth] = std::min(provider.steps[growth], provider.revenue < 700'000 ? 1 : 2);
}

void tell_story(Provider& provider, const Story& story) {
    provider.has_story = true;
    provider.form = &knobs_of(story.form);
    provider.revenue = story.revenue;
    provider.steps = story.steps;
    provider.wmo_only = false;
    provider.founded = on(2009, 4, 1);
}

Provider draw_provider(int number) {
    // Own dice each, so that what one provider throws does not shift all that come after it.
    Dice dice(kSeed + static_cast<std::uint64_t>(number));
    Provider provider;
    provider.number = number;
    provider.key = digits(100'000 + number, 8);
    provider.bulk = number <= kBulk;
    provider.profile =
        &kProfiles[pick_by(dice, kProfiles, provider.bulk ? &Profile::bulk_share : &Profile::interim_share)];
    provider.form = &kForms[pick_by(dice, kForms, &FormKnobs::share)];
    provider.revenue = draw_revenue(dice, *provider.form);
    provider.founded = draw_founding(dice);
    provider.wmo_only = dice.chance(kWmoOnly);
    const auto story =
        std::find_if(kStories.begin(), kStories.end(), [&](const Story& row) { return row.number == number; });
    if (story != kStories.end()) tell_story(provider, *story);
    const Form form = provider.form->form;
    provider.must_publish = form == Form::bv || form == Form::nv || form == Form::cooperatie ||
                            (form == Form::stichting && !provider.wmo_only);
    provider.name = name_of(number, *provider.form);
    provider.directors =
        dice.small(form == Form::vof || form == Form::maatschap ? 2 : 1, provider.form->most_directors);
    draw_dates(dice, provider);
    if (!provider.has_story) draw_plan(dice, provider);
    if (form == Form::eenmanszaak && provider.steps[background] == 1)
        provider.steps[background] = 2;  // one person has no minority
    if (provider.steps[background] == 1) provider.directors = std::max(provider.directors, 3);
    return provider;
}

// What is known of them on 31 October 2018.

struct YearFigures {
    Euros revenue = 0, own_staff = 0, hired_staff = 0, result = 0;
};

std::int64_t draw_margin(Dice& dice, int step) {
    switch (step) {
        case 1:
            return dice.between(82, 99);
        case 2:
            return dice.between(105, 235);
        case 3:
            return dice.between(255, 300);
        default:
            return dice.bell(-12, 62);
    }
}

std::int64_t draw_staff_share(Dice& dice, int step, std::int64_t margin) {
    switch (step) {
        case 1:
            return dice.between(510, 645);
        case 2:
            return dice.between(360, 495);
        case 3:
            return dice.between(200, 345);
        default:
            return margin > 100 ? dice.between(655, 690) : dice.bell(665, 800);
    }
}

std::int64_t draw_hired_share(Dice& dice, int step) {
    return step == 0 ? dice.between(0, 180) + dice.between(0, 180) : dice.between(230 + 200 * step, 380 + 200 * step);
}

YearFigures draw_figures(Dice& dice, const Provider& provider) {
    YearFigures figures;
    figures.revenue = provider.revenue;
    std::int64_t margin = draw_margin(dice, provider.steps[profit]);
    std::int64_t staff_share = draw_staff_share(dice, provider.steps[staff], margin);
    if (provider.owner_paid_from_profit()) {
        staff_share = dice.chance(500) ? 0 : dice.between(100, 350);
        margin = dice.between(350, 600);
    }
    const Euros staff_total = provider.revenue * staff_share / 1000;
    figures.hired_staff = staff_total * draw_hired_share(dice, provider.steps[hired]) / 1000;
    figures.own_staff = staff_total - figures.hired_staff;
    figures.result = provider.revenue * margin / 1000;
    return figures;
}

Euros draw_previous_revenue(Dice& dice, const Provider& provider) {
    constexpr std::array<std::pair<int, int>, 4> kGrowth{{{940, 1220}, {1310, 1560}, {1620, 1920}, {2030, 2700}}};
    const auto [lowest, highest] = kGrowth[static_cast<std::size_t>(provider.steps[growth])];
    const std::int64_t factor =
        provider.steps[growth] == 0 ? dice.bell(lowest, highest) : dice.between(lowest, highest);
    return provider.revenue * 1000 / factor;
}

/// Half of the highest profits follow another high year; a sold building is always one year.
std::int64_t draw_previous_margin(Dice& dice, const Provider& provider) {
    if (provider.owner_paid_from_profit()) return dice.between(350, 600);
    const bool twice = provider.steps[profit] == 3 && !provider.has_story && dice.chance(500);
    return twice ? dice.between(110, 200) : dice.bell(-12, 62);
}

std::string_view money_source(const Provider& provider) {
    if (provider.owner_paid_from_profit()) return "vragenlijst";
    return provider.wmo_only ? "jaarrekening" : "digimv";
}

void add_figures(Facts& facts, const Provider& provider, const YearFigures& figures, Date known_on) {
    const std::string_view source = money_source(provider);
    facts.add("omzet", "2017", euros(figures.revenue), source, known_on);
    facts.add("personeelskosten", "2017", euros(figures.own_staff), source, known_on);
    facts.add("inhuurkosten", "2017", euros(figures.hired_staff), source, known_on);
    facts.add("resultaat", "2017", euros(figures.result), source, known_on);
}

bool draw_money_missing(Dice& dice, const Provider& provider) {
    int thousandths = provider.profile->money_missing;
    if (provider.wmo_only) thousandths += kWmoOnlyMoneyMissing;
    if (provider.steps[accounts] >= 2) thousandths += kUnfiledMoneyMissing;
    return dice.chance(thousandths) && !provider.has_story;
}

void add_money(Dice& dice, Facts& facts, const Provider& provider, const YearFigures& figures, bool missing) {
    // A sole trader tells his figures in the questionnaire; others have filed them by then.
    const bool tells = money_source(provider) == "vragenlijst";
    const Date known = tells ? provider.registered : dice.day(on(2018, 3, 19), on(2018, 8, 31));
    if (!missing) add_figures(facts, provider, figures, known);
    if (provider.founded >= on(2016, 10, 1) || (dice.chance(kPreviousYearMissing) && !provider.has_story)) return;
    const Euros before = draw_previous_revenue(dice, provider);
    const Date known_before = tells ? provider.registered : dice.day(on(2017, 4, 3), on(2017, 9, 29));
    facts.add("omzet", "2016", euros(before), money_source(provider), known_before);
    facts.add("resultaat", "2016", euros(before * draw_previous_margin(dice, provider) / 1000), money_source(provider),
              known_before);
}

std::string_view draw_statement(Dice& dice, const Provider& provider) {
    if (provider.steps[accounts] == 1) return dice.chance(700) ? "geen" : "met_beperking";
    if (provider.revenue > 6'000'000) return "goedkeurend";
    return provider.revenue > 1'500'000 ? "beoordeling" : "samenstelling";
}

void add_accounts(Dice& dice, Facts& facts, const Provider& provider) {
    const Date extract = working_day(provider.registered - days(dice.between(0, 6)));
    facts.add("publicatieplicht", yes_no(provider.must_publish), "kvk", extract);
    if (!provider.must_publish) return;
    const int step = provider.steps[accounts];
    const std::string_view source = provider.wmo_only ? "kvk" : "digimv";
    if (provider.founded < on(2016, 10, 1)) {
        facts.add("jaarrekening_gedeponeerd", "2016", yes_no(step < 3), source,
                  dice.day(on(2017, 10, 2), on(2018, 1, 31)));
    }
    facts.add("jaarrekening_gedeponeerd", "2017", yes_no(step < 2), source,
              provider.bulk ? extract : dice.day(on(2018, 9, 3), on(2018, 10, 12)));
    if (step >= 2) return;
    const std::string_view statement = draw_statement(dice, provider);
    facts.add("accountantsverklaring", "2017", statement, provider.wmo_only ? "jaarrekening" : "digimv",
              dice.day(on(2018, 4, 16), on(2018, 8, 31)));
}

/// A register sometimes has nothing; those with a story are complete, so that their colour has one cause.
void add_from_register(Dice& dice, Facts& facts, const Provider& provider, std::string_view fact,
                       const std::string& value, std::string_view source) {
    const Date extract = working_day(provider.registered - days(dice.between(0, 6)));
    if (dice.chance(kRegisterMissing) && !provider.has_story) return;
    facts.add(fact, value, source, extract);
}

struct Changes {
    bool board = false, form = false, address = false;
};

/// As many of the three as the step says; which ones differs, and the form cannot have changed in a young or one-man
/// firm.
Changes draw_changes(Dice& dice, const Provider& provider) {
    Changes drawn;
    const bool form_can = provider.founded < on(2016, 6, 1) && provider.form->form != Form::eenmanszaak;
    const std::array<bool*, 3> all{&drawn.board, &drawn.form, &drawn.address};
    int wanted = provider.steps[changes];
    const auto first = static_cast<std::size_t>(dice.between(0, 2));
    for (std::size_t index = first; index < first + 3 && wanted > 0; ++index) {
        bool* one = all[index % 3];
        if (one == &drawn.form && !form_can) continue;
        *one = true;
        --wanted;
    }
    return drawn;
}

void add_company(Dice& dice, Facts& facts, const Provider& provider) {
    const Changes drawn = draw_changes(dice, provider);
    const int directors = provider.directors;
    const int replaced = drawn.board ? dice.small((directors + 1) / 2, directors) : dice.small(0, (directors - 1) / 2);
    const Date form_since = drawn.form ? dice.day(on(2016, 12, 1), on(2018, 7, 31)) : provider.founded;
    const int moves = drawn.address ? dice.small(3, 4) : static_cast<int>(dice.pick(std::array<int, 3>{800, 150, 50}));
    const Date extract = working_day(provider.registered - days(2));
    facts.add("rechtsvorm", provider.form->key, "kvk", extract);
    facts.add("oprichting", iso(provider.founded), "kvk", extract);
    facts.add("bestuurders", std::to_string(directors), "kvk", extract);
    facts.add("rechtsvorm_sinds", iso(form_since), "kvk", extract);
    add_from_register(dice, facts, provider, "bestuurswisselingen", std::to_string(replaced), "kvk");
    add_from_register(dice, facts, provider, "adreswijzigingen", std::to_string(moves), "kvk");
    facts.add("bestuursverbod_vastgesteld", "nee", "kvk", extract);
}

void add_failures(Dice& dice, Facts& facts, const Provider& provider) {
    const int step = provider.steps[failures];
    const bool recent = step == 1 || step == 3;
    const bool long_ago = dice.chance(kOldBankruptcy) && !recent;
    const Date extract = working_day(provider.registered - days(1));
    facts.add("faillissement_in_kring", yes_no(recent || long_ago), "insolventieregister", extract);
    const Date day = recent ? dice.day(on(2014, 1, 6), on(2018, 2, 26)) : dice.day(on(2004, 1, 5), on(2012, 12, 17));
    if (recent || long_ago) facts.add("faillissement_datum", iso(day), "insolventieregister", extract);
    facts.add("contract_ontbonden", yes_no(step >= 2), "gemeente", extract);
    if (step >= 2) facts.add("ontbinding_datum", iso(dice.day(on(2014, 6, 2), on(2018, 5, 28))), "gemeente", extract);
}

void add_findings(Dice& dice, Facts& facts, const Provider& provider) {
    const int step = provider.steps[findings];
    const bool many = step == 3 || (step == 2 && dice.chance(400));
    const int open = step == 0 ? 0 : many ? dice.small(3, 5) : dice.small(1, 2);
    const std::string_view source = provider.wmo_only ? "ggd" : "igj";
    add_from_register(dice, facts, provider, "open_bevindingen", std::to_string(open), source);
    if (open > 0)
        facts.add("hersteltermijn_verlopen", yes_no(step == 3 || (step == 2 && !many)), source,
                  working_day(provider.registered - days(3)));
}

void add_gate(Facts& facts, const Provider& provider) {
    const Date tested = provider.registered + days(7);  // everybody here was awarded, so no ground was established
    for (const std::string_view ground :
         {"fraude_of_slechte_zorg_vastgesteld", "plichten_geschonden_vastgesteld", "motorbende_vastgesteld"}) {
        facts.add(ground, "nee", "poorttoets", tested);
    }
}

// The questionnaire has four pages; a page is filled in as a whole or not at all.

void add_board_page(Dice& dice, Facts& facts, const Provider& provider, Date day) {
    const int step = provider.steps[background];
    int with_care = dice.small((provider.directors + 1) / 2, provider.directors);
    if (step == 1) with_care = dice.small(1, (provider.directors - 1) / 2);
    if (step >= 2) with_care = 0;
    facts.add("bestuurders_zorg", std::to_string(with_care), "vragenlijst", day);
    if (step >= 2) facts.add("zorgleiding", yes_no(step == 2), "vragenlijst", day);
}

void add_network_page(Dice& dice, Facts& facts, const Provider& provider, Date day) {
    constexpr std::array<std::pair<int, int>, 4> kInterests{{{0, 3}, {4, 6}, {7, 10}, {11, 16}}};
    const auto [lowest, highest] = kInterests[static_cast<std::size_t>(provider.steps[interests])];
    const int others = provider.steps[interests] == 0
                           ? static_cast<int>(dice.pick(std::array<int, 4>{450, 300, 170, 80}))
                           : dice.small(lowest, highest);
    facts.add("belangen_buiten_zorg", std::to_string(others), "vragenlijst", day);
    const int step = provider.steps[estate];
    const bool one_only = dice.chance(500);
    const bool company = step == 2 || (step == 1 && one_only) || (step == 3 && one_only);
    const bool lets = step >= 2 || (step == 1 && !one_only);
    facts.add("vastgoedbedrijf", yes_no(company), "vragenlijst", day);
    facts.add("verhuur_aan_clienten", yes_no(lets), "vragenlijst", day);
    if (lets) facts.add("huur_los_van_zorg", yes_no(step != 3), "vragenlijst", day);
}

void add_branch_page(Dice& dice, Facts& facts, Date day) {
    facts.add("bedrijven_risicobranche", std::to_string(dice.chance(kRiskBranch) ? dice.between(1, 3) : 0),
              "vragenlijst", day);
}

std::int64_t clients_of(Dice& dice, const Provider& provider) {
    return std::max<std::int64_t>(4, provider.revenue / dice.between(6'500, 13'000));
}

/// In quarters of a full-time job. Without a hit rounded up, with a hit down, so that rounding does not leave the step.
std::int64_t draw_qualified(Dice& dice, std::int64_t clients, int step) {
    switch (step) {
        case 1:
            return std::max<std::int64_t>(1, clients * dice.between(62, 95) * 4 / 1000);
        case 2:
            return clients * dice.between(26, 48) * 4 / 1000;
        case 3:
            return clients * dice.between(2, 18) * 4 / 1000;
        default:
            return clients * dice.bell(110, 320) * 4 / 1000 + 1;
    }
}

void add_staff_page(Dice& dice, Facts& facts, std::int64_t clients, std::string_view quarter, int step, Date day) {
    facts.add("fte_gekwalificeerd", quarter, quarters(draw_qualified(dice, clients, step)), "vragenlijst", day);
}

// What changes until 9 May 2019.

void file_late(Dice& dice, Facts& facts, const Provider& provider) {
    if (provider.steps[accounts] < 2 || !dice.chance(kFiledLate)) return;
    const Date day = dice.day(on(2018, 11, 12), on(2019, 1, 31));
    const bool wmo_only = provider.wmo_only;
    facts.add("jaarrekening_gedeponeerd", "2017", "ja", wmo_only ? "kvk" : "digimv", day);
    facts.add("accountantsverklaring", "2017", dice.chance(250) ? "geen" : "samenstelling",
              wmo_only ? "jaarrekening" : "digimv", day);
}

/// Faults of typing: the later row is about the same year and counts from its own date on.
void correct_figures(Dice& dice, Facts& facts, const Provider& provider, const YearFigures& figures) {
    const Date day = dice.day(on(2018, 11, 19), on(2019, 3, 29));
    if (provider.steps[profit] >= 2 && dice.chance(kProfitCorrected)) {
        const Euros result = figures.revenue * dice.between(20, 66) / 1000;
        facts.add("resultaat", "2017", euros(result), money_source(provider), day);
    }
    if (provider.steps[staff] >= 2 && dice.chance(kStaffCostCorrected)) {
        const Euros all_staff = figures.revenue * dice.between(655, 690) / 1000;
        facts.add("personeelskosten", "2017", euros(all_staff - figures.hired_staff), money_source(provider), day);
    }
}

void inspect_again(Dice& dice, Facts& facts, const Provider& provider) {
    const Date day = dice.day(on(2018, 12, 3), on(2019, 4, 26));
    const std::string_view source = provider.wmo_only ? "ggd" : "igj";
    if (provider.steps[findings] > 0) {
        if (dice.chance(kFindingClosed)) facts.add("open_bevindingen", "0", source, day);
    } else if (dice.chance(kFindingNew)) {
        facts.add("open_bevindingen", std::to_string(dice.between(1, 2)), source, day);
        facts.add("hersteltermijn_verlopen", "nee", source, day);
    }
}

void improve(Dice& dice, Facts& facts, const Provider& provider, bool board_page, bool network_page) {
    const Date day = dice.day(on(2018, 12, 10), on(2019, 4, 19));
    if (provider.steps[background] == 3 && board_page && dice.chance(kCareManagerAppointed))
        facts.add("zorgleiding", "ja", "vragenlijst", day);
    if (provider.steps[estate] == 3 && network_page && dice.chance(kRentSeparated))
        facts.add("huur_los_van_zorg", "ja", "vragenlijst", day);
    if (network_page && dice.chance(kInterestsChanged))
        facts.add("belangen_buiten_zorg", std::to_string(dice.between(0, 5)), "kvk", day);
}

struct Missing {
    bool money = false, board = false, network = false, staff = false, branch = false;
};

Missing draw_missing(Dice& dice, const Provider& provider) {
    const bool money = draw_money_missing(dice, provider);
    const auto page = [&] { return dice.chance(provider.profile->page_skipped) && !provider.has_story; };
    const bool board = page(), network = page(), staff_page = page();
    return {money, board, network, staff_page, page()};
}

void fill_in_later(Dice& dice, Facts& facts, const Provider& provider, const Missing& missing,
                   const YearFigures& figures) {
    const Date day = dice.day(on(2018, 11, 12), on(2019, 2, 22));
    if (missing.board && dice.chance(kPageFilledInLater)) add_board_page(dice, facts, provider, day);
    if (missing.network && dice.chance(kPageFilledInLater)) add_network_page(dice, facts, provider, day);
    if (missing.branch && dice.chance(kPageFilledInLater)) add_branch_page(dice, facts, day);
    if (missing.money && dice.chance(kMoneyKnownLater)) add_figures(facts, provider, figures, day);
}

/// A quarter after the first one: the number of clients moves a little, and some who had too few staff have hired.
void add_quarter(Dice& dice, Facts& facts, const Provider& provider, std::int64_t clients, std::string_view quarter,
                 bool page_missing, Date day) {
    const bool hires = provider.bulk && provider.steps[qualified] > 0 && dice.chance(kStaffHired);
    const std::int64_t now = std::max<std::int64_t>(3, clients * dice.between(94, 110) / 100);
    facts.add("clienten", quarter, std::to_string(now), "declaraties", day);
    if (!page_missing || dice.chance(kPageFilledInLater))
        add_staff_page(dice, facts, now, quarter, hires ? 0 : provider.steps[qualified], day);
}

void add_later(Dice& dice, Facts& facts, const Provider& provider, const Missing& missing, const YearFigures& figures) {
    fill_in_later(dice, facts, provider, missing, figures);
    file_late(dice, facts, provider);
    if (!missing.money && !provider.has_story) correct_figures(dice, facts, provider, figures);
    inspect_again(dice, facts, provider);
    improve(dice, facts, provider, !missing.board, !missing.network);
}

void add_facts(const Provider& provider, std::vector<std::string>& lines) {
    Dice dice(kSeed * 1000 + static_cast<std::uint64_t>(provider.number));
    Facts facts(provider, lines);
    const Missing missing = draw_missing(dice, provider);
    const YearFigures figures = draw_figures(dice, provider);
    const std::int64_t clients = clients_of(dice, provider);
    add_company(dice, facts, provider);
    add_money(dice, facts, provider, figures, missing.money);
    add_accounts(dice, facts, provider);
    add_failures(dice, facts, provider);
    add_findings(dice, facts, provider);
    add_gate(facts, provider);
    if (!missing.board) add_board_page(dice, facts, provider, provider.registered);
    if (!missing.network) add_network_page(dice, facts, provider, provider.registered);
    if (!missing.branch) add_branch_page(dice, facts, provider.registered);
    if (provider.bulk) {
        facts.add("clienten", "2018-Q2", std::to_string(clients), "declaraties",
                  dice.day(on(2018, 7, 16), on(2018, 8, 31)));
        if (!missing.staff)
            add_staff_page(dice, facts, clients, "2018-Q2", provider.steps[qualified], provider.registered);
    }
    add_quarter(dice, facts, provider, clients, "2018-Q3", missing.staff,
                provider.bulk ? dice.day(on(2018, 11, 1), on(2018, 11, 30)) : provider.registered);
    if (!provider.in_service_on(on(2019, 3, 1))) return;
    add_quarter(dice, facts, provider, clients, "2018-Q4", missing.staff,
                provider.bulk ? dice.day(on(2019, 1, 14), on(2019, 2, 28)) : provider.registered);
    if (provider.bulk && !provider.has_left()) add_later(dice, facts, provider, missing, figures);
}

// The files.

void write(const std::filesystem::path& file, std::string_view header, const std::vector<std::string>& lines) {
    std::ofstream out(file, std::ios::binary);  // binary: line feeds stay line feeds
    out << header << '\n';
    for (const std::string& line : lines) out << line << '\n';
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

Lines municipality_lines() {
    Lines lines;
    for (const Municipality& municipality : kMunicipalities)
        lines.push_back(std::string(municipality.code) + ';' + std::string(municipality.name));
    return lines;
}

Lines provider_lines(const std::vector<Provider>& providers) {
    Lines lines;
    for (const Provider& provider : providers) {
        lines.push_back(provider.key + ';' + provider.name + ';' + iso(provider.awarded) + ';' +
                        (provider.has_left() ? iso(provider.left) : ""));
    }
    return lines;
}

/// Of each provider the number of its award, in order of date.
Lines award_numbers(const std::vector<Provider>& providers) {
    std::vector<const Provider*> order;
    for (const Provider& provider : providers) order.push_back(&provider);
    std::sort(order.begin(), order.end(), [](const Provider* a, const Provider* b) {
        return a->awarded != b->awarded ? a->awarded < b->awarded : a->number < b->number;
    });
    Lines numbers(providers.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        numbers[static_cast<std::size_t>(order[i]->number) - 1] = "G" + digits(static_cast<std::int64_t>(i) + 1, 4);
    return numbers;
}

Lines award_lines(const std::vector<Provider>& providers, const Lines& numbers) {
    Lines lines;
    for (std::size_t i = 0; i < providers.size(); ++i) {
        const Provider& provider = providers[i];
        lines.push_back(numbers[i] + ';' + provider.key + ';' + (provider.bulk ? "aanbesteding" : "tussentijds") +
                        ";gegund;" + iso(provider.awarded));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

void write_region(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    std::vector<Provider> providers;
    std::vector<Told> told;
    Lines facts;
    for (int number = 1; number <= kProviders; ++number) {
        Lines own;
        providers.push_back(draw_provider(number));
        add_facts(providers.back(), own);
        told.push_back(told_by(own));
        facts.insert(facts.end(), own.begin(), own.end());
    }
    const Lines awards = award_numbers(providers);
    write(folder / "gemeenten.csv", "code;naam", municipality_lines());
    write(folder / "aanbieders.csv", "aanbieder;naam;van;tot", provider_lines(providers));
    write(folder / "gunningen.csv", "gunning;aanbieder;soort;status;datum", award_lines(providers, awards));
    write(folder / "feiten.csv", "aanbieder;feit;periode;waarde;bron;datum", facts);
    write(folder / "overeenkomsten.csv",
          "overeenkomst;aanbieder;gunning;perceel;product;gemeente;waarde_per_jaar;clienten;van;tot",
          contract_lines(providers, told, awards));
    write(folder / "relaties.csv", "aanbieder;rol;soort;naam;nummer;adres;van;tot;bron;datum",
          relation_lines(providers, told));
}

}  // namespace
}  // namespace example_region

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: example_region FOLDER\n";
        return 2;
    }
    try {
        example_region::write_region(arguments[1]);
    } catch (const std::exception& fault) {
        std::cerr << "example_region: " << fault.what() << '\n';
        return 1;
    }
}
