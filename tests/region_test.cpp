// The example region against tests/region/example_region.test, which a policy officer can read; and the program that
// writes the region against the committed bytes.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <regex>
#include <set>

#include "app/screen_providers.h"
#include "base/text.h"
#include "files/model_folder.h"
#include "twin/test_folder.h"

namespace slagboom::tests {
namespace {

using domain::Colour;

std::string region_file(const std::string& name) { return read_whole("data/example-region/" + name); }

struct Award {
    std::string provider;
    std::string kind;
    Date day;
};

/// Its own reader: the file has no quotes.
std::vector<Award> read_awards() {
    std::vector<Award> awards;
    const std::string text = region_file("gunningen.csv");
    for (const auto line : split(text, '\n')) {
        const auto cells = split(line, ';');
        if (cells.size() != 5 || cells[0] == "gunning") continue;
        awards.push_back({std::string(cells[1]), std::string(cells[2]), parse_iso_date(cells[4]).value()});
    }
    return awards;
}

/// The rows below the header of a file without quotes, each with all its cells.
std::vector<std::vector<std::string>> read_rows(const std::string& name, std::size_t columns) {
    std::vector<std::vector<std::string>> rows;
    const std::string text = region_file(name);
    for (const auto line : split(text, '\n')) {
        if (line.empty()) continue;
        const auto cells = split(line, ';');
        EXPECT_EQ(cells.size(), columns) << name << ": " << line;
        rows.emplace_back(cells.begin(), cells.end());
        rows.back().resize(columns);
    }
    if (!rows.empty()) rows.erase(rows.begin());
    return rows;
}

/// On `day` from its first day on and before its last; an empty last day is none.
bool runs_on(const std::string& from, const std::string& until, const std::string& day) {
    return from <= day && (until.empty() || day < until);
}

struct Contract {
    std::string id, provider, award, lot, product, municipality;
    double value = 0;
    int clients = 0;
    std::string from, until;
};

std::vector<Contract> read_contracts() {
    std::vector<Contract> contracts;
    for (const auto& row : read_rows("overeenkomsten.csv", 10))
        contracts.push_back(
            {row[0], row[1], row[2], row[3], row[4], row[5], std::stod(row[6]), std::stoi(row[7]), row[8], row[9]});
    return contracts;
}

/// Reads the lines of a case and says what is wrong with the region, or with the case.
class RegionCase {
 public:
    RegionCase() : model_(files::load_model("models/twente")), awards_(read_awards()), contracts_(read_contracts()) {}

    std::vector<std::string> failures(std::string_view text) {
        failures_.clear();
        if (!model_) return {"models/twente laadt niet: " + model_.error().front().text()};
        for (const auto line : split(text, '\n')) {
            line_ = std::string(trimmed(line));
            if (!line_.empty() && !line_.starts_with('#')) read();
        }
        return failures_;
    }

 private:
    bool is(const std::string& pattern) { return std::regex_match(line_, found_, std::regex(pattern)); }
    double number(std::size_t group) const { return std::stod(found_[group].str()); }
    Date day(std::size_t group) { return parse_iso_date(found_[group].str()).value(); }

    void fail(const std::string& why) { failures_.push_back("'" + line_ + "': " + why); }
    void need(bool good, double actual) {
        if (!good) fail("het is " + std::to_string(actual));
    }

    void read() {
        static const std::string kDay = R"((\d{4}-\d\d-\d\d))";
        if (is("peildatum " + kDay)) return screen(day(1));
        if (is(R"(aanbieders minstens (\d+))")) {
            if (const auto* now = distribution())
                need(static_cast<double>(now->total) >= number(1), static_cast<double>(now->total));
        } else if (is(R"((rood|oranje|groen|grijs) (\d+)% tot en met (\d+)%)")) {
            if (distribution() != nullptr) need(share() >= number(2) && share() <= number(3), share());
        } else if (is(R"((rood|oranje|groen|grijs) hoogstens (\d+)%)")) {
            if (distribution() != nullptr) need(share() <= number(2), share());
        } else {
            read_about_awards(kDay);
        }
    }

    void read_about_awards(const std::string& day_pattern) {
        const auto count = [&](const std::string& kind, Date from, Date until) {
            return static_cast<double>(std::count_if(awards_.begin(), awards_.end(), [&](const Award& award) {
                return (kind.empty() || award.kind == kind) && from <= award.day && award.day <= until;
            }));
        };
        const Date begin = *parse_iso_date("1800-01-01");
        const Date end = *parse_iso_date("9999-12-31");
        if (is("gunningen tot en met " + day_pattern + R"(: (\d+))")) {
            const double counted = count("", begin, day(1));
            need(counted == number(2), counted);
        } else if (is(R"(tussentijdse gunningen minstens (\d+))")) {
            const double counted = count("tussentijds", begin, end);
            need(counted >= number(1), counted);
        } else if (is("geen tussentijdse gunning voor " + day_pattern)) {
            const double counted = count("tussentijds", begin, Date{day(1).days - 1});
            need(counted == 0, counted);
        } else if (is("geen gunning uit de aanbesteding na " + day_pattern)) {
            const double counted = count("aanbesteding", Date{day(1).days + 1}, end);
            need(counted == 0, counted);
        } else {
            read_about_contracts(day_pattern);
        }
    }

    void read_about_contracts(const std::string& day_pattern) {
        const bool value = is("waarde per jaar op " + day_pattern + R"(: (\d+) tot en met (\d+) euro)");
        if (value || is("aanbieders met een overeenkomst op " + day_pattern + R"(: (\d+))")) {
            double sum = 0;
            std::set<std::string> providers;
            for (const Contract& contract : contracts_) {
                if (!runs_on(contract.from, contract.until, found_[1].str())) continue;
                sum += contract.value;
                providers.insert(contract.provider);
            }
            const auto count = static_cast<double>(providers.size());
            if (value) return need(sum >= number(2) && sum <= number(3), sum);
            return need(count == number(2), count);
        }
        if (!is(R"(overeenkomsten in minstens (\d+) en hoogstens (\d+) gemeenten)"))
            return fail("deze regel is niet te lezen");
        std::map<std::string, std::set<std::string>> places;
        for (const Contract& contract : contracts_) places[contract.provider].insert(contract.municipality);
        std::set<std::size_t> counts;
        for (const auto& [provider, municipalities] : places) counts.insert(municipalities.size());
        need(static_cast<double>(*counts.begin()) == number(1), static_cast<double>(*counts.begin()));
        need(static_cast<double>(*counts.rbegin()) == number(2), static_cast<double>(*counts.rbegin()));
    }

    void screen(Date reference) {
        app::ScreeningRequest request;
        request.facts = region_file("feiten.csv");
        request.facts_name = "feiten.csv";
        request.providers = region_file("aanbieders.csv");
        request.providers_name = "aanbieders.csv";
        request.references = {reference};
        request.today = *parse_iso_date("2019-12-31");
        const auto run = app::screen_providers(model_->model, request);
        if (!run) return fail(run.error().text());
        if (run->faults > 0) return fail("niet alles is gelezen: " + run->left.front());
        distribution_ = run->moments.front().screening->distribution();
    }

    const scoring::Distribution* distribution() {
        if (!distribution_) fail("hiervoor moet een peildatum staan");
        return distribution_ ? &*distribution_ : nullptr;
    }

    double share() const {
        for (const Colour colour : {Colour::red, Colour::orange, Colour::green, Colour::grey}) {
            if (domain::api_name(colour) == found_[1].str())
                return 100.0 * static_cast<double>(distribution_->colours[static_cast<std::size_t>(colour)]) /
                       static_cast<double>(distribution_->total);
        }
        return -1;
    }

    Result<files::LoadedModel, std::vector<Error>> model_;
    std::vector<Award> awards_;
    std::vector<Contract> contracts_;
    std::optional<scoring::Distribution> distribution_;
    std::string line_;
    std::smatch found_;
    std::vector<std::string> failures_;
};

TEST(ExampleRegion, ShowsWhatWasPublished) {
    const std::string text = read_whole("tests/region/example_region.test");
    EXPECT_NE(text.find("rood 38% tot en met 42%"), text.npos) << "de gepubliceerde 40% hoort in het geval";
    for (const auto& failure : RegionCase().failures(text)) ADD_FAILURE() << failure;
}

TEST(ExampleRegion, ACaseCanFail) {
    RegionCase region;
    EXPECT_EQ(region.failures("rood 10% tot en met 90%").size(), 1U) << "zonder peildatum";
    EXPECT_EQ(region.failures("paars 38% tot en met 42%").size(), 1U);
    EXPECT_EQ(region.failures("peildatum 2018-10-31 of zo").size(), 1U);
    const std::string wrong =
        "peildatum 2018-10-31\naanbieders minstens 400\nrood 60% tot en met 70%\ngrijs hoogstens 1%\n"
        "gunningen tot en met 2019-05-09: 334\ntussentijdse gunningen minstens 100\n"
        "geen tussentijdse gunning voor 2019-05-01\ngeen gunning uit de aanbesteding na 2018-10-01\n"
        "waarde per jaar op 2019-05-09: 100 tot en met 200 euro\n"
        "aanbieders met een overeenkomst op 2019-05-09: 335\n"
        "overeenkomsten in minstens 2 en hoogstens 13 gemeenten\n";
    EXPECT_EQ(region.failures(wrong).size(), 11U);
}

/// Decision 29 on the region: who is assessed is who is in service.
TEST(ExampleRegion, OnlyWhoIsInServiceIsAssessed) {
    const auto model = files::load_model("models/twente");
    ASSERT_TRUE(model);
    app::ScreeningRequest request;
    request.facts = region_file("feiten.csv");
    request.providers = region_file("aanbieders.csv");
    request.references = {*parse_iso_date("2018-10-31"), *parse_iso_date("2019-05-09")};
    request.today = *parse_iso_date("2019-12-31");
    const auto run = app::screen_providers(model->model, request);
    ASSERT_TRUE(run) << run.error().text();
    const std::string list = *request.providers;
    for (std::size_t moment = 0; moment < 2; ++moment) {
        std::vector<std::string> expected;
        for (const auto line : split(list, '\n')) {
            const auto cells = split(line, ';');
            if (cells.size() != 4 || cells[0] == "aanbieder") continue;
            const std::string day = request.references[moment].iso();
            if (cells[2] <= day && (cells[3].empty() || day < cells[3])) expected.emplace_back(cells[0]);
        }
        EXPECT_EQ(run->moments[moment].population->providers, expected);
    }
}

/// Per provider the values of a fact, with the day on which each was known.
std::map<std::string, std::vector<std::pair<std::string, std::string>>> values_of(const std::string& fact) {
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> values;
    for (const auto& row : read_rows("feiten.csv", 6)) {
        if (row[1] == fact) values[row[0]].emplace_back(row[3], row[5]);
    }
    return values;
}

TEST(ExampleRegion, ContractsFitAwardsAndProviders) {
    std::map<std::string, std::vector<std::string>> awards, providers;
    for (const auto& row : read_rows("gunningen.csv", 5)) awards[row[0]] = row;
    for (const auto& row : read_rows("aanbieders.csv", 4)) providers[row[0]] = row;
    const std::string municipalities = region_file("gemeenten.csv");
    const std::map<std::string, std::string> lots{{"jeugd_ambulant", "45 50"},   {"jeugd_verblijf", "43 44"},
                                                  {"jeugd_ggz", "51 54"},        {"wmo_begeleiding", "02 03"},
                                                  {"wmo_dagbesteding", "07 08"}, {"wmo_beschermd_wonen", "04 15"}};
    std::set<std::string> seen, with;
    for (const Contract& contract : read_contracts()) {
        const std::string key = contract.id + contract.lot + contract.product + contract.municipality;
        EXPECT_TRUE(seen.insert(key).second) << key << " staat er twee keer";
        with.insert(contract.provider);
        ASSERT_TRUE(awards.contains(contract.award) && providers.contains(contract.provider)) << key;
        EXPECT_EQ(awards[contract.award][1], contract.provider) << key;
        EXPECT_GE(contract.from, awards[contract.award][4]) << key;
        const std::string& left = providers[contract.provider][3];
        EXPECT_TRUE(left.empty() || (!contract.until.empty() && contract.until <= left)) << key;
        EXPECT_TRUE(contract.until.empty() || contract.from < contract.until) << key;
        ASSERT_TRUE(lots.contains(contract.lot)) << key;
        EXPECT_NE(lots.at(contract.lot).find(contract.product), std::string::npos) << key;
        EXPECT_NE(municipalities.find(contract.municipality + ";"), std::string::npos) << key;
    }
    EXPECT_EQ(with.size(), providers.size()) << "iedereen heeft een overeenkomst";
}

TEST(ExampleRegion, ContractsAreNotMoreThanRevenueAndClients) {
    std::map<std::string, double> value;
    std::map<std::string, int> clients;
    std::size_t small = 0;
    for (const Contract& contract : read_contracts()) {
        value[contract.provider] += contract.value;
        clients[contract.provider] += contract.clients;
        EXPECT_GT(contract.clients, 0);
        small += contract.clients < 10 ? 1 : 0;
    }
    EXPECT_GT(small, 100U) << "rijen met minder dan tien cliënten, om af te schermen";
    std::size_t checked = 0;
    for (const auto& row : read_rows("feiten.csv", 6)) {
        if (row[1] == "omzet" && row[2] == "2017") {
            EXPECT_LE(value[row[0]], std::stod(row[3])) << row[0];
        }
        if (row[1] == "clienten") {
            EXPECT_LE(clients[row[0]], std::stoi(row[3])) << row[0];
        }
        checked += row[1] == "omzet" || row[1] == "clienten" ? 1U : 0U;
    }
    EXPECT_GT(checked, 600U);
}

/// As many directors, replaced directors and earlier addresses as the facts of that day say.
TEST(ExampleRegion, RelationsFitTheFacts) {
    const auto relations = read_rows("relaties.csv", 10);
    const auto count = [&](const std::string& provider, const std::string& role, const std::string& day, bool ended) {
        std::set<std::string> names;
        for (const auto& row : relations) {
            const bool fits = row[0] == provider && row[1] == role && row[9] <= day;
            if (fits && (ended ? !row[7].empty() && row[7] <= day : runs_on(row[6], row[7], day)))
                names.insert(row[3] + row[5]);
        }
        return std::to_string(names.size());
    };
    const std::string kinds = "persoon organisatie adres vestiging";
    const auto leaders = values_of("bestuurders");
    const auto replaced = values_of("bestuurswisselingen");
    const auto moves = values_of("adreswijzigingen");
    for (const auto& [provider, values] : leaders) {
        const auto& [number, day] = values[0];
        const bool board = count(provider, "bestuurder", day, false) != "0";
        const std::string role = board ? "bestuurder" : "eigenaar";
        EXPECT_EQ(count(provider, role, day, false), number) << provider;
        if (moves.contains(provider)) {
            EXPECT_EQ(count(provider, "bezoekadres", "2019-05-09", true), moves.at(provider)[0].first) << provider;
        }
        if (replaced.contains(provider)) {
            EXPECT_EQ(count(provider, role, "2019-05-09", true), replaced.at(provider)[0].first) << provider;
        }
    }
    for (const auto& row : relations) {
        EXPECT_NE(kinds.find(row[2]), std::string::npos) << row[2];
        EXPECT_LE(row[6], row[9]) << row[0] << " " << row[3];
        EXPECT_TRUE(row[7].empty() || (row[6] < row[7] && row[7] <= row[9])) << row[0] << " " << row[3];
    }
}

TEST(ExampleRegion, NobodyInTheRelationsIsReal) {
    const std::regex establishment("0000\\d{8}"), company("00\\d{6}"), nine("(^|\\D)(\\d[ .]*){9}($|\\D)");
    for (const auto& row : read_rows("relaties.csv", 10)) {
        for (const std::size_t cell : {3U, 5U}) EXPECT_TRUE(row[cell].empty() || row[cell].ends_with("(verzonnen)"));
        if (row[2] == "vestiging") {
            EXPECT_TRUE(std::regex_match(row[4], establishment)) << row[4];
        } else if (row[2] == "organisatie") {
            EXPECT_TRUE(std::regex_match(row[4], company)) << row[4];
        } else {
            EXPECT_EQ(row[4], "");
        }
        for (const auto& cell : row) EXPECT_FALSE(std::regex_search(cell, nine)) << cell;
    }
}

TEST(ExampleRegion, DissolvedDirectorsAppearElsewhere) {
    std::map<std::string, std::set<std::string>> people;
    std::map<std::string, std::set<std::string>> tenants;
    for (const auto& row : read_rows("relaties.csv", 10)) {
        if (row[2] == "persoon") people[row[3]].insert(row[0]);
        if (row[2] == "adres" && row[7].empty()) tenants[row[5]].insert(row[0]);
    }
    std::set<std::set<std::string>> shared;
    for (const auto& [name, providers] : people) {
        if (providers.size() > 1) shared.insert(providers);
    }
    const std::set<std::set<std::string>> expected{
        {"00100023", "00100331"}, {"00100209", "00100318"}, {"00100071", "00100146"}, {"00100045", "00100201"}};
    EXPECT_EQ(shared, expected);
    const std::set<std::string> enschede{"00100012", "00100063", "00100088", "00100150",
                                         "00100233", "00100301", "00100315"};
    EXPECT_EQ(tenants["Kompasplein 1, 0000 AA Enschede (verzonnen)"], enschede);
}

#ifdef SLAGBOOM_EXAMPLE_REGION
TEST(ExampleRegion, TheGeneratorWritesTheCommittedBytes) {
    const TestFolder folder;
    const std::string command = std::string("'") + SLAGBOOM_EXAMPLE_REGION + "' '" + folder.path() + "'";
    ASSERT_EQ(std::system(command.c_str()), 0);  // NOLINT(bugprone-command-processor): a program of this very build
    for (const auto* name :
         {"aanbieders.csv", "feiten.csv", "gemeenten.csv", "gunningen.csv", "overeenkomsten.csv", "relaties.csv"})
        EXPECT_TRUE(folder.read(name) == region_file(name)) << name << " is anders";
}
#endif

}  // namespace
}  // namespace slagboom::tests
