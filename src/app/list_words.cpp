#include "app/list_words.h"

#include <algorithm>
#include <array>

namespace slagboom::app {
namespace {

struct Word {
    std::string_view api_name;
    std::string_view dutch;
    std::string_view english;
};
constexpr std::array kWords{
    Word{"rood", "rood", "red"},
    Word{"oranje", "oranje", "orange"},
    Word{"groen", "groen", "green"},
    Word{"grijs", "te weinig gegevens", "too little data"},
    Word{"donkerrood", "donkerrood", "dark red"},
    Word{"middenrood", "middenrood", "mid red"},
    Word{"lichtrood", "lichtrood", "light red"},
    Word{"hoger", "zwaarder", "heavier"},
    Word{"lager", "lichter", "lighter"},
    Word{"onbekend", "van of naar te weinig gegevens", "from or to too little data"},
    Word{"gelijk", "gelijk", "same"},
    Word{"nieuw", "nieuw", "new"},
    Word{"aanmelding", "aanmelding", "application"},
    Word{"gegund", "gegund", "awarded"},
    Word{"monitoring", "monitoring", "monitoring"},
    Word{"urgentielijst", "urgentielijst", "urgency list"},
    Word{"beeindigd", "beëindigd", "ended"},
    Word{"kleur", "kleur", "colour"},
    Word{"subcategorie", "subcategorie", "sub-category"},
    Word{"stap", "stap", "step"},
    Word{"veranderd", "verschil", "change"},
    Word{"gemeente", "gemeente", "municipality"},
    Word{"perceel", "zorgvorm", "care form"},
    Word{"zoek", "gezocht op", "searched for"},
    Word{"alleenGevolgd", "alleen wie ik volg", "only those I follow"},
};

using Columns = std::vector<std::string_view>;

const Columns& dutch_columns() {
    static const Columns all{"Urgentie",
                             "Aanbieder",
                             "KvK-nummer",
                             "Signaal",
                             "Subcategorie",
                             "Mogelijke kleuren",
                             "Punten zeker",
                             "Punten hoogstens",
                             "Volledigheid",
                             "Ontbrekende feiten",
                             "Verschil",
                             "Vorige kleur",
                             "Vorige subcategorie",
                             "Zwaarste reden (punten)",
                             "Tweede reden (punten)",
                             "Cliënten",
                             "Waarde per jaar (euro)",
                             "Stap",
                             "Uiterlijk besluiten over een correctie",
                             "Gemeenten"};
    return all;
}

const Columns& english_columns() {
    static const Columns all{"Urgency",
                             "Provider",
                             "KvK number",
                             "Signal",
                             "Sub-category",
                             "Possible colours",
                             "Certain points",
                             "Points at most",
                             "Completeness",
                             "Missing facts",
                             "Change",
                             "Colour before",
                             "Sub-category before",
                             "Heaviest reason (points)",
                             "Second reason (points)",
                             "Clients",
                             "Value per year (euros)",
                             "Step",
                             "Decide on a correction by",
                             "Municipalities"};
    return all;
}

}  // namespace

std::string ListWords::sheet() const { return either("Urgentielijst", "Urgency list"); }
std::string ListWords::reference_date() const { return either("Peildatum", "Reference date"); }
std::string ListWords::trial() const { return either("Proef", "Trial"); }
std::string ListWords::is_trial(bool trial) const {
    if (!trial) return either("nee", "no");
    return either("ja: nog niet alles is geregeld, deze uitkomst opent geen werk",
                  "yes: not everything has been arranged yet, this outcome opens no work");
}
std::string ListWords::filters() const { return "Filters"; }
std::string ListWords::no_filters() const {
    return either("geen: alle aanbieders die u ziet", "none: all providers that you see");
}
std::string ListWords::few_clients() const { return either("minder dan 10", "fewer than 10"); }

const std::vector<std::string_view>& ListWords::columns() const {
    return language_ == Language::english ? english_columns() : dutch_columns();
}

std::string ListWords::file_name(std::string_view reference_date) const {
    return either("urgentielijst-", "urgency-list-") + std::string(reference_date);
}

std::string ListWords::word(std::string_view api_name) const {
    const auto* const found =
        std::find_if(kWords.begin(), kWords.end(), [&](const Word& word) { return word.api_name == api_name; });
    return found == kWords.end() ? std::string(api_name) : either(found->dutch, found->english);
}

std::string ListWords::either(std::string_view dutch, std::string_view english) const {
    return std::string(language_ == Language::english ? english : dutch);
}

}  // namespace slagboom::app
