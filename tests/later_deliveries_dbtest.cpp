// What a second delivery, a correction and a decision do to what was known before: nothing is lost, nothing counts
// twice, and a decision is about what the decider was shown.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "region_server.h"
#include "small_zip.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;
using server::Response;
using Places = std::vector<std::string>;

constexpr const char* kLines =
    "overeenkomst;aanbieder;gunning;perceel;product;gemeente;waarde_per_jaar;clienten;van;tot\n";
constexpr const char* kRelations = "aanbieder;rol;soort;naam;nummer;adres;van;tot;bron;datum\n";

class LaterDeliveries : public RegionServer {
 protected:
    void SetUp() override {
        RegionServer::SetUp();
        if (!IsSkipped()) store_model("models/twente");
    }

    /// The report of a delivery, as the regional contract manager.
    json import(const std::string& kind, const std::string& csv) {
        const auto answer =
            send(Method::post, fmt::format("/api/v1/imports?soort={0}&notatie=nl&bestandsnaam={0}.csv", kind), csv,
                 "contractmanager_regio", {{"content-type", "text/csv; charset=utf-8"}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        clock_.advance(std::chrono::seconds(1));
        return json_of(answer);
    }
    json facts_file(const std::string& rows) {
        return import("feiten", "aanbieder;feit;periode;waarde;bron;datum\n" + rows);
    }
    static std::vector<std::string> remarks(const json& report) {
        std::vector<std::string> all;
        for (const auto& fault : report.at("fouten")) all.push_back(fault.at("reden"));
        return all;
    }
    json read(const std::string& part, const std::string& query = {}) {
        const auto answer =
            get(fmt::format("/api/v1/aanbieders/{}/{}{}", enschede(), part, query), "contractmanager_regio");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json_of(answer);
    }
    /// One field of every row of a part of the dossier.
    Places each(const std::string& part, const std::string& field, const std::string& query = {}) {
        Places all;
        const auto answer = read(part, query);
        for (const auto& of : answer.at(part)) all.push_back(of.at(field).is_null() ? "-" : of.at(field));
        return all;
    }
    /// Value and status of the rows of the turnover of 2017, in order of the day on which they became known.
    std::vector<std::pair<double, std::string>> turnover(const std::string& query = {}) {
        std::vector<std::pair<double, std::string>> all;
        const auto answer = read("feiten", "?feit=omzet" + query);
        for (const auto& fact : answer.at("feiten")) all.emplace_back(fact.at("waarde"), fact.at("status"));
        return all;
    }
    std::int64_t row_of_turnover() { return read("feiten", "?feit=omzet").at("feiten").at(0).at("id"); }

    Response propose(const json& changes) {
        json body{{"feit", "omzet"},
                  {"periode", "2017"},
                  {"soort", "betwisting"},
                  {"voorgesteldeWaarde", nullptr},
                  {"bekendOp", "2019-05-09"},
                  {"bron", {{"naam", "jaarrekening"}}},
                  {"reden", "Dit staat anders in de jaarrekening."}};
        body.update(changes);
        const auto answer = send(Method::post, fmt::format("/api/v1/aanbieders/{}/correcties", enschede()), body.dump(),
                                 "contractmanager_regio");
        clock_.advance(std::chrono::seconds(1));
        return answer;
    }
    std::string path_of(const Response& proposed) {
        return fmt::format("/api/v1/correcties/{}", json_of(proposed).at("id").get<std::int64_t>());
    }
    void adopt(const std::string& path) {
        const json decision{{"uitkomst", "overgenomen"}, {"reden", "Klopt."}};
        const auto answer = send(Method::post, path + "/besluit", decision.dump(), "contractmanager_gemeente");
        ASSERT_EQ(answer.status, 201) << answer.body;
        clock_.advance(std::chrono::seconds(1));
    }
};
SLAGBOOM_ON_BOTH_ENGINES(LaterDeliveries);

using Rows = std::vector<std::pair<double, std::string>>;

TEST_P(LaterDeliveries, ACorrectionThatWouldChangeNothingIsRefused) {
    facts_file("00100023;omzet;2017;100,00;jaarrekening;2018-04-30\n00100023;omzet;2017;200,00;digimv;2018-06-30\n");
    const auto without_row = propose(json::object());
    EXPECT_EQ(without_row.status, 400);
    EXPECT_EQ(fault_places(without_row), Places{"/feitId"}) << "which of the two is wrong?";
    const auto row = row_of_turnover();
    const auto too_early = propose({{"feitId", row}, {"voorgesteldeWaarde", 150}, {"bekendOp", "2018-05-01"}});
    EXPECT_EQ(too_early.status, 400);
    EXPECT_EQ(fault_places(too_early), Places{"/bekendOp"}) << "the 200 of 30 June would go before it";
    EXPECT_EQ(propose({{"feitId", row}, {"voorgesteldeWaarde", 150}}).status, 201);
}

TEST_P(LaterDeliveries, AProposalSaysWhatItShouldBeOrThatNobodyKnows) {
    json body{{"feit", "omzet"},
              {"periode", "2017"},
              {"soort", "betwisting"},
              {"bekendOp", "2019-05-09"},
              {"bron", {{"naam", "digimv"}}},
              {"reden", "Klopt niet."}};
    const auto answer = send(Method::post, fmt::format("/api/v1/aanbieders/{}/correcties", enschede()), body.dump(),
                             "contractmanager_regio");
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(fault_places(answer), Places{"/voorgesteldeWaarde"});
}

TEST_P(LaterDeliveries, ADecisionIsAboutTheValueThatWasShown) {
    facts_file("00100023;omzet;2017;100,00;jaarrekening;2018-04-30\n");
    const auto proposed = propose({{"feitId", row_of_turnover()}});
    ASSERT_EQ(proposed.status, 201) << proposed.body;
    const auto path = path_of(proposed);
    const std::string file = "00100023;omzet;2017;1,00;jaarrekening;2018-04-30\n";
    facts_file(file);
    EXPECT_EQ(json_of(get(path, "contractmanager_gemeente")).at("huidigeWaarde"), 1.0);
    adopt(path);
    EXPECT_EQ(turnover(), (Rows{{1.0, "ingetrokken"}}));
    EXPECT_EQ(json_of(get(path, "contractmanager_gemeente")).at("huidigeWaarde"), 1.0) << "what stood there then";
    EXPECT_EQ(facts_file(file).at("kop").at("tellingen").at("ongewijzigd"), 1) << "the decision stands";
    EXPECT_EQ(turnover(), (Rows{{1.0, "ingetrokken"}}));
}

TEST_P(LaterDeliveries, BeforeTheDayOfACorrectionTheFactIsUnknownAndNotGone) {
    facts_file("00100023;omzet;2017;100,00;jaarrekening;2018-04-30\n");
    const auto proposed = propose({{"feitId", row_of_turnover()}, {"voorgesteldeWaarde", 150}});
    adopt(path_of(proposed));
    EXPECT_EQ(turnover(), (Rows{{150.0, "geldt"}}));
    EXPECT_EQ(turnover("&bekendOp=2018-12-01"), (Rows{{100.0, "ingetrokken"}}));
    EXPECT_EQ(turnover("&geschiedenis=true"), (Rows{{100.0, "vervangen"}, {150.0, "geldt"}}));
}

/// Decision 3: the newest counts, two of that day that differ are unknown, and who brings the second one is told.
TEST_P(LaterDeliveries, WhatIsOvertakenSaysSoAndAContradictionIsReported) {
    EXPECT_TRUE(remarks(facts_file("00100023;omzet;2017;100,00;jaarrekening;2018-04-30\n")).empty());
    const auto second = facts_file("00100023;omzet;2017;6,00;digimv;2018-04-30\n");
    EXPECT_EQ(remarks(second),
              Places{"spreekt een andere bron van dezelfde dag tegen: onbekend tot het is uitgezocht"});
    EXPECT_EQ(turnover(), (Rows{{100.0, "tegenstrijdig"}, {6.0, "tegenstrijdig"}}));
    EXPECT_TRUE(remarks(facts_file("00100023;omzet;2017;300,00;vragenlijst;2018-07-01\n")).empty());
    EXPECT_EQ(turnover(), (Rows{{100.0, "ingehaald"}, {6.0, "ingehaald"}, {300.0, "geldt"}}));
    EXPECT_EQ(turnover("&bekendOp=2018-06-01"), (Rows{{100.0, "tegenstrijdig"}, {6.0, "tegenstrijdig"}}));
    EXPECT_TRUE(remarks(facts_file("00100023;omzet;2017;7,00;digimv;2018-05-30\n")).empty()) << "overtaken already";
}

TEST_P(LaterDeliveries, ARelationThatIsDeliveredAgainHasBeenKnownSinceTheFirst) {
    const auto known_on = [&](const std::string& query) { return each("relaties", "bekendOp", query); };
    const std::string owner = "00100023;eigenaar;persoon;P. Witladder (verzonnen);;;2012-02-27;{};kvk;{}\n";
    import("relaties", kRelations + fmt::format(fmt::runtime(owner), "", "2018-09-07"));
    const auto again = import("relaties", kRelations + fmt::format(fmt::runtime(owner), "", "2019-04-01"));
    EXPECT_EQ(again.at("kop").at("tellingen").at("ongewijzigd"), 1);
    EXPECT_EQ(known_on("?bekendOp=2018-12-01"), Places{"2018-09-07"});
    // In May it is known that he left in April: that stands beside what was known before.
    import("relaties", kRelations + fmt::format(fmt::runtime(owner), "2019-04-15", "2019-05-01"));
    EXPECT_EQ(known_on(""), Places{"2019-05-01"});
    EXPECT_TRUE(read("relaties", "?bekendOp=2018-12-01").at("relaties").at(0).at("tot").is_null());
    // The same day: that was written down wrong.
    import("relaties", kRelations + fmt::format(fmt::runtime(owner), "2019-04-16", "2019-05-01"));
    EXPECT_EQ(known_on(""), Places{"2019-05-01"});
    EXPECT_EQ(read("relaties").at("relaties").at(0).at("tot"), "2019-04-16");
}

/// He left, and that was taken back: the third delivery says what the first one said, and that is news.
TEST_P(LaterDeliveries, WhatIsSaidAgainAfterSomethingElseIsKnownSinceThen) {
    const auto ends = [&](const std::string& query) { return each("relaties", "tot", query); };
    const auto deliver = [&](const std::string& until, const std::string& known_on) {
        return import("relaties",
                      kRelations + fmt::format("00100023;eigenaar;persoon;P. Witladder (verzonnen);;;2012-02-27;{};kvk;"
                                               "{}\n",
                                               until, known_on));
    };
    deliver("", "2018-09-07");
    deliver("2019-01-15", "2019-02-01");
    EXPECT_EQ(deliver("", "2019-03-01").at("kop").at("tellingen").at("ongewijzigd"), 0);
    EXPECT_EQ(deliver("", "2019-04-01").at("kop").at("tellingen").at("ongewijzigd"), 1);
    EXPECT_EQ(ends(""), Places{"-"});
    EXPECT_EQ(ends("?bekendOp=2019-02-10"), Places{"2019-01-15"});
    EXPECT_EQ(ends("?bekendOp=2018-12-01"), Places{"-"});
    EXPECT_EQ(deliver("", "2018-10-01").at("kop").at("tellingen").at("ongewijzigd"), 1) << "as on the first day";
    EXPECT_EQ(count("relation"), 3);
}

TEST_P(LaterDeliveries, ARelationOfAnotherSourceTakesNobodysPlace) {
    const auto deliver = [&](const std::string& from, const std::string& until, const std::string& source) {
        import("relaties",
               kRelations + fmt::format("00100023;eigenaar;persoon;P. Witladder (verzonnen);;;{};{};{};2018-09-07\n",
                                        from, until, source));
    };
    deliver("2012-02-27", "2014-01-01", "kvk");
    deliver("2012-02-27", "", "jaarrekening");
    EXPECT_EQ(each("relaties", "tot"), (Places{"2014-01-01", "-"})) << "two sources of the same day";
    deliver("2012-02-20", "2014-01-01", "kvk");
    EXPECT_EQ(each("relaties", "van"), (Places{"2012-02-27", "2012-02-20"})) << "the first was written down wrong";
}

TEST_P(LaterDeliveries, AnAwardThatIsGivenAgainWasNotThereInBetween) {
    const auto status = [&](const std::string& query) { return each("gunningen", "status", query); };
    const std::string head = "gunning;aanbieder;soort;status;datum\n";
    import("gunningen", head + "G-9;00100023;aanbesteding;gegund;2018-09-21\n");
    import("gunningen", head + "G-9;00100023;aanbesteding;afgewezen;2019-02-01\n");
    import("gunningen", head + "G-9;00100023;aanbesteding;gegund;2019-04-01\n");
    EXPECT_EQ(status("?bekendOp=2019-01-01"), Places{"gegund"});
    EXPECT_EQ(status("?bekendOp=2019-03-01"), Places{"afgewezen"});
    EXPECT_EQ(status(""), Places{"gegund"});
    // Of the two times that it was awarded, the second one was dated wrong.
    import("gunningen", head + "G-9;00100023;aanbesteding;gegund;2019-04-10\n");
    EXPECT_EQ(count("award"), 4);
    EXPECT_EQ(each("gunningen", "datum"), Places{"2019-04-10"});
    EXPECT_EQ(status("?bekendOp=2019-01-01"), Places{"gegund"});
}

TEST_P(LaterDeliveries, AnAwardThatIsTakenBackStoodUntilThen) {
    const auto status = [&](const std::string& query) { return each("gunningen", "status", query); };
    const auto step = [&](const std::string& query) {
        return json_of(get(fmt::format("/api/v1/aanbieders/{}{}", enschede(), query), "contractmanager_regio"))
            .at("stap")
            .get<std::string>();
    };
    const std::string head = "gunning;aanbieder;soort;status;datum\n";
    import("gunningen", head + "G-9;00100023;aanbesteding;gegund;2018-09-21\n");
    import("gunningen", head + "G-9;00100023;aanbesteding;afgewezen;2019-04-01\n");
    EXPECT_EQ(status(""), Places{"afgewezen"});
    EXPECT_EQ(step(""), "aanmelding");
    EXPECT_EQ(status("?bekendOp=2019-01-01"), Places{"gegund"});
    EXPECT_EQ(step("?bekendOp=2019-01-01"), "gegund");
    EXPECT_TRUE(status("?bekendOp=2018-09-20").empty());
    EXPECT_EQ(step("?bekendOp=2018-09-20"), "aanmelding") << "it was not awarded yet";
    // Another day for the same: that was written down wrong.
    import("gunningen", head + "G-9;00100023;aanbesteding;afgewezen;2019-03-01\n");
    EXPECT_EQ(count("award"), 3);
    EXPECT_EQ(status("?bekendOp=2019-03-15"), Places{"afgewezen"});
}

/// The provider has EUR 100,000 a year from the start.
TEST_P(LaterDeliveries, ALineWithAnotherBeginningTakesThePlaceOfTheOneThatItTakesIn) {
    const auto value = [&] {
        return json_of(get(fmt::format("/api/v1/aanbieders/{}", enschede()), "contractmanager_regio"))
            .at("waardePerJaar")
            .get<double>();
    };
    import("overeenkomsten", kLines + std::string("C-9;00100023;G-1;wonen;02;0153;1000,00;12;2018-10-12;\n"));
    EXPECT_EQ(value(), 101'000.0);
    const auto earlier =
        import("overeenkomsten", kLines + std::string("C-9;00100023;G-1;wonen;02;0153;1000,00;12;2018-10-01;\n"));
    EXPECT_EQ(earlier.at("kop").at("tellingen").at("vervangt"), 1);
    EXPECT_EQ(value(), 101'000.0) << "and not twice";
    const std::string next = "C-9;00100023;G-1;wonen;02;0153;1500,00;12;2019-01-01;\n";
    EXPECT_EQ(remarks(import("overeenkomsten", kLines + next)).back(),
              "loopt naast een andere regel, die begint op 2018-10-01; beide tellen mee");
    EXPECT_EQ(value(), 102'500.0);
    // A full delivery, with the line that still runs: what does not change counts all the same.
    const std::string after = "C-9;00100023;G-1;wonen;02;0153;1700,00;12;2019-02-01;\n";
    const std::string open = "C-9;00100023;G-1;wonen;02;0153;1000,00;12;2018-10-01;\n";
    EXPECT_EQ(remarks(import("overeenkomsten", kLines + open + next + after)).back(),
              "loopt naast een andere regel, die begint op 2018-10-01; beide tellen mee");
    EXPECT_EQ(value(), 104'200.0);
    import("overeenkomsten",
           kLines + std::string("C-9;00100023;G-1;wonen;02;0153;1000,00;12;2018-10-01;2019-01-01\n") + next);
    EXPECT_EQ(value(), 103'200.0) << "the first has ended";
}

/// A line for the wrong municipality gives that one access to a provider that it has nothing to do with.
TEST_P(LaterDeliveries, ALineThatNeverWasIsDeliveredWithItsEndOnItsFirstDay) {
    const auto municipalities = [&] {
        std::set<std::string> all;
        const auto provider = json_of(get(fmt::format("/api/v1/aanbieders/{}", enschede()), "contractmanager_regio"));
        for (const auto& code : provider.at("gemeenten")) all.insert(code.get<std::string>());
        return all;
    };
    const auto before = municipalities();
    const std::string wrong = "C-9;00100023;G-1;wonen;02;0141;1000,00;12;2018-10-01;";
    const std::string right = "C-9;00100023;G-1;wonen;02;0153;1000,00;12;2018-10-01;\n";
    import("overeenkomsten", kLines + wrong + "\n");
    EXPECT_TRUE(municipalities().contains("0141"));
    const auto was_there = system().now().rfc3339();
    EXPECT_EQ(
        remarks(import("overeenkomsten", kLines + right)).front(),
        "verschilt op één punt van een rij in het register die niet in dit bestand staat; beide tellen mee (klopt "
        "die andere niet, lever hem dan met 'tot' gelijk aan 'van')");
    const std::string never = wrong + "2018-10-01\n";
    const auto report = import("overeenkomsten", kLines + never + right);
    EXPECT_EQ(report.at("kop").at("tellingen").at("vervangt"), 1);
    EXPECT_EQ(report.at("kop").at("tellingen").at("ongewijzigd"), 1);
    EXPECT_EQ(municipalities(), before);
    EXPECT_EQ(import("overeenkomsten", kLines + never + right).at("kop").at("tellingen").at("ongewijzigd"), 2);
    const auto lines = [&](const std::string& query) {
        std::size_t count = 0;
        const auto answer = read("overeenkomsten", query);
        for (const auto& of : answer.at("overeenkomsten")) count += of.at("kenmerk") == "C-9" ? 1U : 0U;
        return count;
    };
    EXPECT_EQ(lines(""), 1U);
    EXPECT_EQ(lines("?geregistreerdOp=" + was_there), 1U) << "what was recorded then is not lost";
}

TEST_P(LaterDeliveries, ARelationThatNeverWasIsGoneFromTheDayOnWhichThatIsKnown) {
    const auto names = [&](const std::string& query = {}) {
        Places all;
        const auto answer = read("relaties", query);
        for (const auto& of : answer.at("relaties")) all.push_back(of.at("ander").at("naam"));
        return all;
    };
    const auto row = [](const std::string& name, const std::string& until, const std::string& known_on) {
        return fmt::format("00100023;eigenaar;persoon;{};;;2012-02-27;{};kvk;{}\n", name, until, known_on);
    };
    import("relaties", kRelations + row("P. Witlader (verzonnen)", "", "2018-09-07"));
    const auto report = import("relaties", kRelations + row("P. Witladder (verzonnen)", "", "2018-09-07"));
    ASSERT_EQ(remarks(report).size(), 1U) << "twice the same, or one of them spelled wrong?";
    EXPECT_TRUE(remarks(report).front().starts_with("verschilt op één punt van een rij in het register"));
    EXPECT_EQ(names().size(), 2U);
    import("relaties", kRelations + row("P. Witlader (verzonnen)", "2012-02-27", "2019-05-01"));
    EXPECT_EQ(names(), Places{"P. Witladder (verzonnen)"});
    EXPECT_EQ(names("?bekendOp=2019-04-30").size(), 2U) << "nobody knew it then";
}

TEST_P(LaterDeliveries, AnAwardOfAnotherProviderIsRemarkedOn) {
    const std::string head = "gunning;aanbieder;soort;status;datum\n";
    import("gunningen", head + "G-9;00100031;aanbesteding;gegund;2018-09-21\n");
    EXPECT_EQ(remarks(import("overeenkomsten",
                             kLines + std::string("C-9;00100023;G-9;wonen;02;0153;1000,00;12;2018-10-01;\n"))),
              Places{"'G-9' is een gunning van een andere aanbieder; de regel telt wel mee"});
    EXPECT_EQ(remarks(import("gunningen", head + "G-9;00100023;aanbesteding;gegund;2018-09-21\n")),
              Places{"deze gunning stond op naam van een andere aanbieder"});
}

/// Who delivers files does not read the vault: a report must not tell him what stands there, when he tries yes and no.
TEST_P(LaterDeliveries, AReportSaysNothingOfTheValuesInTheVault) {
    const std::string row = "00100023;motorbende_vastgesteld;2018-09-21;{};poorttoets;2018-09-21\n";
    const auto counts = [&](const std::string& value) {
        const auto report = facts_file(fmt::format(fmt::runtime(row), value));
        EXPECT_TRUE(remarks(report).empty());
        EXPECT_EQ(report.at("herkend").back(),
                  "1 rijen zijn uit de kluis: wat er al stond heet hier ongewijzigd, ook als de waarde veranderde");
        return report.at("kop").at("tellingen");
    };
    EXPECT_EQ(counts("nee").at("nieuw"), 1);
    const auto same = counts("nee");
    EXPECT_EQ(same, counts("ja"));
    EXPECT_EQ(same.at("ongewijzigd"), 1);
    EXPECT_EQ(count("fact"), 2) << "and yet it was taken";
}

TEST_P(LaterDeliveries, AStretchOfCareThatIsEndedInTheSameFileIsNoDouble) {
    import("aanbieders", "aanbieder;naam;van;tot\n00100023;Zorg aan het Volkspark;2018-03-01;\n");
    const auto report = import("aanbieders",
                               "aanbieder;naam;van;tot\n00100023;Zorg aan het Volkspark;2019-01-01;\n"
                               "00100023;Zorg aan het Volkspark;2018-03-01;2018-12-01\n");
    EXPECT_EQ(report.at("kop").at("tellingen").at("vervangt"), 1);
    EXPECT_TRUE(remarks(report).empty());
    const auto double_one =
        import("aanbieders", "aanbieder;naam;van;tot\n00100023;Zorg aan het Volkspark;2019-03-01;2019-04-01\n");
    EXPECT_EQ(remarks(double_one), Places{"loopt naast een andere regel, die begint op 2019-01-01; beide tellen mee"});
}

/// A workbook has no separator that could decide how its texts are read (decision 30), and neither have its numbers.
class Workbooks : public LaterDeliveries {
 protected:
    /// One fact per row: its name, and the cell with its value as XML.
    static std::string book(const std::vector<std::pair<std::string, std::string>>& facts) {
        const auto text = [](const std::string& value) { return fmt::format("<c t=\"str\"><v>{}</v></c>", value); };
        std::string rows = "<row>";
        for (const auto* name : {"aanbieder", "feit", "periode", "waarde", "bron", "datum"}) rows += text(name);
        rows += "</row>";
        for (const auto& [fact, cell] : facts)
            rows += fmt::format("<row>{}{}{}{}{}{}</row>", text("00100023"), text(fact), text("2018-Q2"), cell,
                                text("vragenlijst"), text("2018-09-28"));
        SmallWorkbook workbook;
        workbook.sheet_data = rows;
        return workbook.bytes();
    }
    Response bring(const std::string& book, const std::string& notation) {
        return send(Method::post, "/api/v1/imports?soort=feiten&bestandsnaam=a.xlsx" + notation, book,
                    "contractmanager_regio",
                    {{"content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}});
    }
    double value_of(const std::string& fact) { return read("feiten", "?feit=" + fact).at("feiten").at(0).at("waarde"); }

    static constexpr const char* kText = "<c t=\"str\"><v>1.250</v></c>";
    static constexpr const char* kNumber = "<c><v>1.125</v></c>";
};
SLAGBOOM_ON_BOTH_ENGINES(Workbooks);

TEST_P(Workbooks, ATextThatCanBeReadInTwoWaysIsRefused) {
    for (const auto& undecided :
         {book({{"fte_gekwalificeerd", kText}}), book({{"fte_gekwalificeerd", kText}, {"clienten", kNumber}})}) {
        const auto answer = bring(undecided, "");
        EXPECT_GE(answer.status, 400) << answer.body;
        EXPECT_EQ(count("fact"), 0);
    }
    EXPECT_EQ(bring(book({{"fte_gekwalificeerd", kText}, {"clienten", kNumber}}), "&notatie=nl").status, 201);
    EXPECT_EQ(value_of("fte_gekwalificeerd"), 1250.0);
    EXPECT_EQ(value_of("clienten"), 1.125) << "a number of the sheet is what it is";
}

TEST_P(Workbooks, ANumberOfTheSheetNeedsNoNotation) {
    EXPECT_EQ(bring(book({{"clienten", kNumber}}), "").status, 201);
    EXPECT_EQ(value_of("clienten"), 1.125);
}

TEST_P(LaterDeliveries, AListOfARunThatIsNotThereIsNoEmptyList) {
    for (const auto* path : {"/api/v1/urgentielijst?screening=999999", "/api/v1/aanbieders?screening=999999"}) {
        const auto answer = get(path, "contractmanager_regio");
        EXPECT_EQ(answer.status, 400) << path;
        EXPECT_EQ(fault_places(answer), Places{"screening"});
    }
}

}  // namespace
}  // namespace slagboom::tests
