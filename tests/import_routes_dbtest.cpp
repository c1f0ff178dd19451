#include <gtest/gtest.h>

#include "region_server.h"
#include "small_zip.h"
#include "storage/register_store.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;
using server::Response;

class ImportRoutes : public RegionServer {
 protected:
    Response bring(const std::string& csv, const std::string& rest = {},
                   const std::string& as = "contractmanager_regio", const server::Fields& headers = {}) {
        server::Fields all{{"content-type", "text/csv; charset=utf-8"}};
        all.insert(all.end(), headers.begin(), headers.end());
        return send(Method::post, "/api/v1/imports?soort=gemeenten&bestandsnaam=gemeenten.csv" + rest, csv, as, all);
    }
    static json counts(int rows, int taken, int unchanged, int superseded, int left) {
        return {{"rijen", rows},
                {"nieuw", taken},
                {"ongewijzigd", unchanged},
                {"vervangt", superseded},
                {"geweigerd", left}};
    }
    Response put_mapping(const std::string& name, const json& columns, const std::string& version = {}) {
        return send(Method::put, "/api/v1/koppelingen/" + name, json{{"kolommen", columns}}.dump(),
                    "contractmanager_regio", {{"if-match", version}});
    }
};
SLAGBOOM_ON_BOTH_ENGINES(ImportRoutes);

constexpr std::string_view kWorkbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// The region has Almelo and Enschede already; Hengelo is new, and the last code has no four digits.
constexpr const char* kFile = "code;naam\n0141;Almelo\n0153;Enschede\n0164;Hengelo\n12;Nergens\n";

TEST_P(ImportRoutes, ATrialReportsAndKeepsNothing) {
    const auto trial = bring(kFile, "&proef=true");
    ASSERT_EQ(trial.status, 200) << trial.body;
    EXPECT_TRUE(json_of(trial).at("kop").at("id").is_null());
    EXPECT_EQ(json_of(trial).at("proef"), true);
    EXPECT_EQ(json_of(trial).at("kop").at("tellingen"), counts(4, 1, 2, 0, 1));
    EXPECT_EQ(count("import"), 0);
    EXPECT_EQ(count("municipality"), 2);
    EXPECT_EQ(entries("bestand-ingelezen").size(), 0U);
}

TEST_P(ImportRoutes, AFileIsTakenAndReportedRowByRowAndOnceMoreChangesNothing) {
    const auto first = bring(kFile);
    ASSERT_EQ(first.status, 201) << first.body;
    const auto report = json_of(first);
    EXPECT_EQ(report.at("kop").at("tellingen"), counts(4, 1, 2, 0, 1));
    EXPECT_EQ(report.at("kop").at("door").at("naam"), "contractmanager_regio");
    ASSERT_EQ(report.at("fouten").size(), 1U);
    EXPECT_EQ(report.at("fouten").at(0).at("regel"), 5);
    const std::string path = header_of(first, "Location");
    EXPECT_EQ(json_of(get(path, "privacy")), report);

    const auto rows = json_of(get(path + "/regels", "privacy")).at("regels");
    std::vector<std::string> outcomes;
    for (const auto& row : rows) outcomes.push_back(row.at("uitkomst"));
    EXPECT_EQ(outcomes, (std::vector<std::string>{"ongewijzigd", "ongewijzigd", "nieuw", "geweigerd"}));
    const auto left = json_of(get(path + "/regels?uitkomst=geweigerd", "privacy")).at("regels");
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.at(0).at("regel"), 5);
    const auto page = json_of(get(path + "/regels?aantal=3", "privacy"));
    EXPECT_EQ(page.at("regels").size(), 3U);
    const auto rest = json_of(get(path + "/regels?aantal=3&na=" + page.at("volgende").get<std::string>(), "privacy"));
    EXPECT_EQ(rest.at("regels"), left);
    EXPECT_TRUE(rest.at("volgende").is_null());

    EXPECT_EQ(json_of(bring(kFile)).at("kop").at("tellingen"), counts(4, 0, 3, 0, 1));
    EXPECT_EQ(count("municipality"), 3);
    EXPECT_EQ(entries("bestand-ingelezen").size(), 2U);
}

/// A formula that failed is no name: its row is left, with the cell, and the others are taken.
TEST_P(ImportRoutes, ARowOfAWorkbookWithAnErrorInACellIsLeft) {
    SmallWorkbook book;
    const auto text = [](const std::string& place, const std::string& value) {
        return "<c r=\"" + place + "\" t=\"str\"><v>" + value + "</v></c>";
    };
    book.sheet_data = "<row r=\"1\">" + text("A1", "code") + text("B1", "naam") + "</row><row r=\"2\">" +
                      text("A2", "0164") + "<c r=\"B2\" t=\"e\"><v>#REF!</v></c></row><row r=\"3\">" +
                      text("A3", "0163") + text("B3", "Hellendoorn") + "</row>";
    const auto answer = send(Method::post, "/api/v1/imports?soort=gemeenten&bestandsnaam=gemeenten.xlsx", book.bytes(),
                             "contractmanager_regio", {{"content-type", std::string(kWorkbook)}});
    ASSERT_EQ(answer.status, 201) << answer.body;
    const auto report = json_of(answer);
    EXPECT_EQ(report.at("kop").at("tellingen"), counts(2, 1, 0, 0, 1));
    ASSERT_EQ(report.at("fouten").size(), 1U);
    EXPECT_EQ(report.at("fouten").at(0).at("regel"), 2);
    EXPECT_EQ(report.at("fouten").at(0).at("reden"), "cel B2: hier staat de fout #REF!");
    EXPECT_EQ(count("municipality"), 3);
}

TEST_P(ImportRoutes, ALineUnderAnAwardThatNobodyKnowsCountsAndIsRemarkedOn) {
    const auto bring_as = [&](const std::string& kind, const std::string& csv) {
        return json_of(send(Method::post, "/api/v1/imports?bestandsnaam=a.csv&soort=" + kind, csv,
                            "contractmanager_regio", {{"content-type", "text/csv; charset=utf-8"}}));
    };
    const std::string lines =
        "overeenkomst;aanbieder;gunning;perceel;product;gemeente;waarde_per_jaar;clienten;van;tot\n"
        "C-9;00100023;G-9;begeleiding;02;0153;1000,00;12;2018-10-01;\n";
    const auto report = bring_as("overeenkomsten", lines);
    EXPECT_EQ(report.at("kop").at("tellingen"), counts(1, 1, 0, 0, 0));
    ASSERT_EQ(report.at("fouten").size(), 1U);
    EXPECT_EQ(report.at("fouten").at(0).at("veld"), "gunning");
    EXPECT_EQ(report.at("fouten").at(0).at("reden"), "'G-9' staat niet in het register; de regel telt wel mee");
    bring_as("gunningen", "gunning;aanbieder;soort;status;datum\nG-9;00100023;aanbesteding;gegund;2018-09-01\n");
    EXPECT_TRUE(bring_as("overeenkomsten", lines).at("fouten").empty());
}

TEST_P(ImportRoutes, APreviewIsWhatAnImportWouldReadAndKeepsNothing) {
    const auto preview = [&](const std::string& bytes, const std::string& type = "Text/CSV; charset=utf-8",
                             const std::string& who = "contractmanager_regio") {
        return send(Method::post, "/api/v1/importvoorbeelden", bytes, who, {{"content-type", type}});
    };
    const auto csv =
        preview("\xEF\xBB\xBFZorgaanbieder;FTE\n\"De \"\"Es\"\"; Oost\";1.250\nBSN 123456782;2\nc;\n\nd;4\ne;5\nf;6\n");
    ASSERT_EQ(csv.status, 200) << csv.body;
    EXPECT_EQ(json_of(csv).at("kolommen"), (json{"Zorgaanbieder", "FTE"}));
    const auto rows = json_of(csv).at("rijen");
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows.at(0).at("cellen"), (json{"De \"Es\"; Oost", "1.250"}));
    EXPECT_EQ(rows.at(1).at("cellen"), (json{"BSN (nummer)", "2"}));
    EXPECT_EQ(rows.at(2).at("cellen"), (json{"c", ""}));
    EXPECT_EQ(rows.at(4).at("cellen"), (json{"e", "5"}));

    SmallWorkbook book;
    book.sheet_data =
        "<row><c t=\"str\"><v>Zorgaanbieder</v></c><c t=\"str\"><v>FTE</v></c></row>"
        "<row><c t=\"str\"><v>1.250</v></c><c><v>12.5</v></c></row>";
    const auto sheet = preview(book.bytes(), std::string(kWorkbook));
    ASSERT_EQ(sheet.status, 200) << sheet.body;
    EXPECT_EQ(json_of(sheet).at("kolommen"), (json{"Zorgaanbieder", "FTE"}));
    EXPECT_EQ(json_of(sheet).at("rijen").at(0).at("cellen"), (json{"1.250", "12,5"})) << "a text, and a number";

    EXPECT_EQ(code_of(preview("")), "bestand-onleesbaar");
    EXPECT_EQ(code_of(preview("\xD0\xCF\x11\xE0", std::string(kWorkbook))), "bestand-onleesbaar");
    EXPECT_EQ(preview("a;b\n", "application/json").status, 415);
    EXPECT_EQ(preview("a;b\n", "text/csv", "privacy").status, 403);
    EXPECT_EQ(count("import"), 0);
}

TEST_P(ImportRoutes, TheListIsNewestFirst) {
    const auto first = json_of(bring(kFile)).at("kop");
    const auto second = json_of(bring("code;naam\n0164;Hengelo (O)\n")).at("kop");
    const auto page = json_of(get("/api/v1/imports?aantal=1", "privacy"));
    EXPECT_EQ(page.at("imports"), json::array({second}));
    const auto rest = json_of(get("/api/v1/imports?aantal=1&na=" + page.at("volgende").get<std::string>(), "privacy"));
    EXPECT_EQ(rest.at("imports"), json::array({first}));
    EXPECT_EQ(json_of(get("/api/v1/imports?soort=feiten", "privacy")).at("imports"), json::array());
    EXPECT_EQ(json_of(get("/api/v1/imports?soort=gemeenten", "privacy")).at("imports").size(), 2U);
    EXPECT_EQ(get("/api/v1/imports", "onderzoeker").status, 403);
    EXPECT_EQ(get("/api/v1/imports/999999", "privacy").status, 404);
    EXPECT_EQ(get("/api/v1/imports/999999/regels", "privacy").status, 404);
}

TEST_P(ImportRoutes, TheSameRequestTwiceIsOneImport) {
    const server::Fields key{{"idempotency-key", "0192f0c4-6f0a-7d55-9c1e-2b7f3a1d9e10"}};
    const auto first = bring(kFile, {}, "contractmanager_regio", key);
    const auto again = bring(kFile, {}, "contractmanager_regio", key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(count("import"), 1);
}

TEST_P(ImportRoutes, WhatCannotBeReadIsRefusedWhole) {
    EXPECT_EQ(bring(kFile, {}, "privacy").status, 403);
    EXPECT_EQ(bring(kFile, {}, "contractmanager_regio", {{"content-type", "application/json"}}).status, 415);
    EXPECT_EQ(code_of(bring("naam\nAlmelo\n")), "bestand-onleesbaar");
    EXPECT_EQ(bring(kFile, "&koppeling=Die%20er%20niet%20is").status, 400);
    EXPECT_EQ(bring(kFile, "&notatie=fr").status, 400);
    const auto without =
        send(Method::post, "/api/v1/imports", kFile, "contractmanager_regio", {{"content-type", "text/csv"}});
    EXPECT_EQ(json_of(without).at("fouten").size(), 2U) << "soort and bestandsnaam";
    const auto facts = send(Method::post, "/api/v1/imports?soort=feiten&bestandsnaam=feiten.csv", "aanbieder;feit\n",
                            "contractmanager_regio", {{"content-type", "text/csv"}});
    EXPECT_EQ(code_of(facts), "geen-model");
    EXPECT_EQ(count("import"), 0);
}

TEST_P(ImportRoutes, AMappingGivesTheColumnsOfSomebodyElseOurNames) {
    const json columns = json::parse(R"([{"kolom":"CBS","bedoeldAls":"code"},{"kolom":"Plaats","bedoeldAls":"naam"}])");
    const auto made = put_mapping("Lijst%20van%20het%20Rijk", columns);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(header_of(made, "Location"), "/api/v1/koppelingen/Lijst%20van%20het%20Rijk");
    const auto shown = get("/api/v1/koppelingen/Lijst%20van%20het%20Rijk", "contractmanager_regio");
    EXPECT_EQ(json_of(shown).at("naam"), "Lijst van het Rijk");
    EXPECT_EQ(json_of(shown).at("kolommen"), columns);
    EXPECT_EQ(json_of(get("/api/v1/koppelingen", "contractmanager_regio")).at("koppelingen"),
              json::array({json_of(shown)}));
    const auto taken = bring("CBS;Plaats\n0164;Hengelo\n", "&koppeling=Lijst%20van%20het%20Rijk");
    EXPECT_EQ(json_of(taken).at("kop").at("tellingen"), counts(1, 1, 0, 0, 0)) << taken.body;
    EXPECT_EQ(entries("koppeling-bewaard").size(), 1U);
    EXPECT_EQ(get("/api/v1/koppelingen", "privacy").status, 403);
    EXPECT_EQ(get("/api/v1/koppelingen/Andere", "contractmanager_regio").status, 404);
}

TEST_P(ImportRoutes, AMappingBearsNoServiceNumber) {
    EXPECT_EQ(fault_places(put_mapping("111222333", {{{"kolom", "Naam"}, {"bedoeldAls", "naam"}}})),
              std::vector<std::string>{"koppelingNaam"});
    EXPECT_EQ(count("column_mapping"), 0);
}

TEST_P(ImportRoutes, AMappingLeadsToColumnsOfOneKindOfFile) {
    const auto unknown = put_mapping("A", json::parse(R"([{"kolom":"CBS","bedoeldAls":"code"},
                                                          {"kolom":"Plaats","bedoeldAls":"plaatsnaam"}])"));
    EXPECT_EQ(fault_places(unknown), std::vector<std::string>{"/kolommen/1/bedoeldAls"});
    const auto of_two = put_mapping("A", json::parse(R"([{"kolom":"CBS","bedoeldAls":"code"},
                                                         {"kolom":"Zorg","bedoeldAls":"perceel"}])"));
    EXPECT_EQ(fault_places(of_two), std::vector<std::string>{"/kolommen"})
        << "gemeenten has the one, overeenkomsten the other";
    EXPECT_EQ(fault_places(put_mapping("A", json::array())), std::vector<std::string>{"/kolommen"});
    EXPECT_EQ(count("column_mapping"), 0);
}

TEST_P(ImportRoutes, AMappingIsReplacedByWhoSawTheLastOne) {
    const json first = json::parse(R"([{"kolom":"CBS","bedoeldAls":"code"}])");
    const json second = json::parse(R"([{"kolom":"Code","bedoeldAls":"code"}])");
    EXPECT_EQ(put_mapping("A", first, "\"1\"").status, 412) << "nothing to replace";
    EXPECT_EQ(put_mapping("A", first).status, 201);
    EXPECT_EQ(put_mapping("A", second).status, 428);
    const auto replaced = put_mapping("A", second, "\"1\"");
    EXPECT_EQ(replaced.status, 200);
    EXPECT_EQ(header_of(replaced, "ETag"), "\"2\"");
    const auto late = put_mapping("A", first, "\"1\"");
    EXPECT_EQ(late.status, 409);
    EXPECT_EQ(json_of(late).at("conflict").at("huidig").at("kolommen"), second);
    EXPECT_EQ(json_of(late).at("conflict").at("huidigeVersie"), "\"2\"");

    const auto twice = put_mapping("B", json::parse(R"([{"kolom":"X","bedoeldAls":"code"},
                                                        {"kolom":"X","bedoeldAls":"code"},{"kolom":"","x":1}])"));
    EXPECT_EQ(fault_places(twice),
              (std::vector<std::string>{"/kolommen/2/kolom", "/kolommen/2/bedoeldAls", "/kolommen/2/x"}));
    const auto same = put_mapping("B", json::parse(R"([{"kolom":"X","bedoeldAls":"code"},
                                                       {"kolom":"X","bedoeldAls":"naam"}])"));
    EXPECT_EQ(json_of(same).at("fouten").at(0).at("veld"), "/kolommen/1/kolom");
}

}  // namespace
}  // namespace slagboom::tests
