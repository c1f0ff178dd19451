#include <gtest/gtest.h>

#include <sstream>

#include "app/verify_audit.h"
#include "region_server.h"
#include "small_register.h"
#include "temporary_folder.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;
using server::Response;

class SetupRoutes : public RegionServer {
 protected:
    Response change(const json& items, const std::string& version) {
        return send(Method::patch, "/api/v1/instellijst", json{{"onderdelen", items}}.dump(), "privacy",
                    {{"if-match", version}});
    }
    std::string version() { return header_of(get("/api/v1/instellijst", "privacy"), "ETag"); }
    static json done(const std::string& key, const std::string& municipality = {}) {
        json item{{"onderdeel", key}, {"gereed", true}, {"datum", "2019-05-01"}, {"stuk", "Stuk " + key}};
        if (!municipality.empty()) item["gemeente"] = municipality;
        return item;
    }
};
SLAGBOOM_ON_BOTH_ENGINES(SetupRoutes);

TEST_P(SetupRoutes, TheListIsCompleteWhenEverythingIsArrangedEverywhere) {
    const auto empty = json_of(get("/api/v1/instellijst", "beleid"));
    EXPECT_EQ(empty.at("compleet"), false);
    EXPECT_EQ(empty.at("onderdelen").size(), 7U) << "five of the region, and the model for each of two municipalities";

    const auto most = change({done("verwerkingsregister"), done("dpia"), done("iama"), done("onderlinge-regeling"),
                              done("kennisgeving"), done("vaststelling-model", "0141")},
                             version());
    ASSERT_EQ(most.status, 200) << most.body;
    EXPECT_EQ(json_of(most).at("compleet"), false) << "Enschede has not adopted the model";
    const auto all = change(json::array({done("vaststelling-model", "0153")}), header_of(most, "ETag"));
    EXPECT_EQ(json_of(all).at("compleet"), true);
    const auto line = json_of(all).at("onderdelen").at(1);
    EXPECT_EQ(line.at("onderdeel"), "dpia");
    EXPECT_EQ(line.at("stuk"), "Stuk dpia");
    EXPECT_EQ(line.at("door").at("naam"), "privacy");
    EXPECT_EQ(entries("instellijst-gewijzigd").size(), 7U);

    const auto back = change(json::array({{{"onderdeel", "dpia"}, {"gereed", false}}}), header_of(all, "ETag"));
    EXPECT_EQ(json_of(back).at("compleet"), false);
    EXPECT_TRUE(json_of(back).at("onderdelen").at(1).at("stuk").is_null());
}

/// What a municipality adopts is a version: of the next one nobody has said anything yet.
TEST_P(SetupRoutes, AnotherVersionOfTheModelIsYetToBeAdopted) {
    store_model("models/twente");
    const auto all =
        change({done("verwerkingsregister"), done("dpia"), done("iama"), done("onderlinge-regeling"),
                done("kennisgeving"), done("vaststelling-model", "0141"), done("vaststelling-model", "0153")},
               version());
    ASSERT_EQ(json_of(all).at("compleet"), true);
    const TemporaryFolder folder;
    write_model(folder.path(), register_model());
    store_model(folder.path().string());
    const auto now = json_of(get("/api/v1/instellijst", "privacy"));
    EXPECT_EQ(now.at("compleet"), false);
    EXPECT_EQ(now.at("onderdelen").at(1).at("gereed"), true) << "the dpia is as it was";
    EXPECT_EQ(now.at("onderdelen").at(6).at("gereed"), false);
    EXPECT_EQ(change(json::array({done("vaststelling-model", "0141")}), header_of(all, "ETag")).status, 409)
        << "who adopts must have seen which version";
    EXPECT_EQ(change({done("vaststelling-model", "0141"), done("vaststelling-model", "0153")}, version()).status, 200);
    EXPECT_EQ(json_of(get("/api/v1/instellijst", "privacy")).at("compleet"), true);
}

TEST_P(SetupRoutes, AChangeOnAnOlderListIsRefusedWithBothVersions) {
    const std::string before = version();
    ASSERT_EQ(change(json::array({done("dpia")}), before).status, 200);
    const auto late = change(json::array({done("iama")}), before);
    ASSERT_EQ(late.status, 409);
    EXPECT_EQ(json_of(late).at("conflict").at("huidigeVersie"), version());
    EXPECT_EQ(json_of(late).at("conflict").at("huidig").at("onderdelen").at(1).at("gereed"), true);
    EXPECT_EQ(json_of(get("/api/v1/instellijst", "privacy")).at("onderdelen").at(2).at("gereed"), false);
    EXPECT_EQ(send(Method::patch, "/api/v1/instellijst", R"({"onderdelen":[]})", "privacy").status, 428);
    EXPECT_EQ(send(Method::patch, "/api/v1/instellijst", R"({"onderdelen":[]})", "beheerder").status, 403);
}

TEST_P(SetupRoutes, OneFaultAndNothingChanges) {
    const auto refused = change({done("dpia"), done("dpia", "0141"), done("vaststelling-model"), done("koffie"),
                                 json{{"onderdeel", "iama"}, {"gereed", true}}},
                                version());
    ASSERT_EQ(refused.status, 400);
    EXPECT_EQ(fault_places(refused), (std::vector<std::string>{"/onderdelen/1", "/onderdelen/2", "/onderdelen/3",
                                                               "/onderdelen/4/datum", "/onderdelen/4/stuk"}));
    EXPECT_EQ(json_of(get("/api/v1/instellijst", "privacy")).at("onderdelen").at(1).at("gereed"), false);
    EXPECT_EQ(entries("instellijst-gewijzigd").size(), 0U);
}

TEST_P(SetupRoutes, MunicipalitiesAndLotsAreForEverybodyWhoIsIn) {
    EXPECT_EQ(json_of(get("/api/v1/gemeenten", "aanbieder")).at("gemeenten"),
              json::parse(R"([{"code":"0141","naam":"Almelo"},{"code":"0153","naam":"Enschede"}])"));
    EXPECT_EQ(json_of(get("/api/v1/percelen", "aanbieder")).at("percelen"),
              json::parse(R"([{"code":"begeleiding"},{"code":"wonen"}])"));
    EXPECT_EQ(get("/api/v1/gemeenten", "").status, 401);
}

class AuditRoutes : public SetupRoutes {};
SLAGBOOM_ON_BOTH_ENGINES(AuditRoutes);

TEST_P(AuditRoutes, TheLogIsReadNewestFirstAndPageByPageWithoutAGap) {
    ASSERT_EQ(change(json::array({done("dpia")}), version()).status, 200);
    std::vector<std::int64_t> numbers;
    std::string target = "/api/v1/auditregels?aantal=10";
    for (std::string next = target; !next.empty();) {
        const auto page = json_of(get(next, "auditor"));
        for (const auto& entry : page.at("regels")) numbers.push_back(entry.at("nummer"));
        next = page.at("volgende").is_null() ? "" : target + "&na=" + page.at("volgende").get<std::string>();
    }
    ASSERT_EQ(static_cast<std::int64_t>(numbers.size()), count("audit_entry"));
    for (std::size_t i = 0; i < numbers.size(); ++i)
        EXPECT_EQ(numbers[i], static_cast<std::int64_t>(numbers.size() - i));
}

TEST_P(AuditRoutes, AnEntrySaysWhoDidWhatAndKeepsNoContent) {
    ASSERT_EQ(change(json::array({done("dpia")}), version()).status, 200);
    const auto answer = get("/api/v1/auditregels?handeling=instellijst-gewijzigd", "privacy");
    const auto entries = json_of(answer).at("regels");
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries.at(0).at("gebruiker").at("naam"), "privacy");
    EXPECT_EQ(entries.at(0).at("namens"), "account");
    EXPECT_EQ(entries.at(0).at("verwijzing"), "dpia");
    EXPECT_FALSE(entries.at(0).at("hmac").is_null());
    EXPECT_EQ(answer.body.find("Stuk dpia"), std::string::npos);
    EXPECT_TRUE(json_of(get("/api/v1/auditregels?handeling=proefregio-gemaakt", "auditor"))
                    .at("regels")
                    .at(0)
                    .at("gebruiker")
                    .is_null());
}

TEST_P(AuditRoutes, FiltersNarrow) {
    const auto ask = [&](const std::string& filter) {
        return json_of(get("/api/v1/auditregels?aantal=500&" + filter, "auditor")).at("regels").size();
    };
    const auto id = std::to_string(account("beleid"));
    EXPECT_EQ(ask("gebruiker=" + id), 1U) << "it signed in";
    EXPECT_EQ(ask("aanbieder=" + std::to_string(enschede())), 0U);
    EXPECT_EQ(ask("voor=2019-05-09T08:00:00Z"), 0U) << "the clock of the test stands at that moment";
    EXPECT_EQ(ask("vanaf=2019-05-09T08:00:00Z"), static_cast<std::size_t>(count("audit_entry")));
    EXPECT_EQ(ask("vanaf=2019-05-09T08:00:01Z"), 0U);
    EXPECT_EQ(get("/api/v1/auditregels?vanaf=gisteren&na=x", "auditor").status, 400);
    EXPECT_EQ(get("/api/v1/auditregels", "beheerder").status, 403);
}

TEST_P(AuditRoutes, TheExportVerifiesAndHoldsTheHeadThatWasKept) {
    const auto head = get("/api/v1/auditregels/hoofd", "privacy");
    ASSERT_EQ(head.status, 200);
    EXPECT_EQ(json_of(head).at("hoofd").at("nummer"), count("audit_entry"));
    ASSERT_EQ(change(json::array({done("dpia")}), version()).status, 200);
    const auto exported = get("/api/v1/auditregels/uitvoer", "auditor");
    ASSERT_EQ(exported.status, 200);
    EXPECT_EQ(entries("auditketen-uitgevoerd").size(), 1U);

    const auto key = system().audit_key->verifying_key();
    std::istringstream kept(head.body);
    const auto earlier = app::read_head(kept, key);
    ASSERT_TRUE(earlier) << earlier.error().text();
    std::istringstream whole(exported.body);
    const auto sound = app::verify_audit(whole, key, *earlier);
    EXPECT_TRUE(sound.sound());
    EXPECT_EQ(sound.entries, count("audit_entry"));
    std::string changed = exported.body;
    changed.replace(changed.find("Stuk dpia"), 9, "Stuk DPIA");
    std::istringstream broken(changed);
    EXPECT_FALSE(app::verify_audit(broken, key).sound());

    EXPECT_EQ(get("/api/v1/auditregels/uitvoer", "privacy").status, 403);
    system().audit_key.reset();
    const auto without = get("/api/v1/auditregels/hoofd", "auditor");
    EXPECT_EQ(without.status, 503);
    EXPECT_EQ(code_of(without), "geen-auditsleutel");
}

}  // namespace
}  // namespace slagboom::tests
