// What one reader may learn and another not, and what was recorded later than the moment that somebody asks about.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "region_server.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;
using server::Response;

class WhoSeesWhat : public RegionServer {
 protected:
    void import(const std::string& kind, const std::string& csv) {
        start_session("contractmanager_regio");
        const auto answer =
            send(Method::post, fmt::format("/api/v1/imports?soort={0}&notatie=nl&bestandsnaam={0}.csv", kind), csv,
                 "contractmanager_regio", {{"content-type", "text/csv; charset=utf-8"}});
        ASSERT_EQ(answer.status, 201) << answer.body;
        ASSERT_EQ(json_of(answer).at("kop").at("tellingen").at("geweigerd"), 0) << answer.body;
    }
    void facts(const std::string& rows) { import("feiten", "aanbieder;feit;periode;waarde;bron;datum\n" + rows); }

    /// A moment after all that was recorded, and before all that comes.
    std::string moment() {
        clock_.advance(std::chrono::minutes(1));
        const std::string now = system().now().rfc3339();
        clock_.advance(std::chrono::minutes(1));
        for (const auto* who : {"contractmanager_regio", "contractmanager_gemeente", "aanbieder", "onderzoeker"})
            start_session(who);
        return now;
    }

    std::string path(std::int64_t provider, const std::string& rest = {}) {
        return fmt::format("/api/v1/aanbieders/{}{}", provider, rest);
    }
    Response propose(const std::string& fact, const std::string& kind, const json& value, const std::string& who,
                     const server::Fields& headers = {}, const json& row = nullptr) {
        const json body{{"feit", fact},
                        {"periode", "2019-05-01"},
                        {"feitId", row},
                        {"soort", kind},
                        {"voorgesteldeWaarde", value},
                        {"bekendOp", "2019-05-01"},
                        {"bron", {{"naam", fact == "rechtsvorm" ? "kvk" : "poorttoets"}}},
                        {"reden", "Staat anders in het register."}};
        return send(Method::post, path(enschede(), "/correcties"), body.dump(), who, headers);
    }
    std::vector<std::int64_t> listed(const std::string& query, const std::string& who = "contractmanager_regio") {
        std::vector<std::int64_t> ids;
        const auto all = json_of(get("/api/v1/aanbieders" + query, who));
        for (const auto& row : all.at("aanbieders")) ids.push_back(row.at("id"));
        std::sort(ids.begin(), ids.end());
        return ids;
    }
};
SLAGBOOM_ON_BOTH_ENGINES(WhoSeesWhat);

TEST_P(WhoSeesWhat, AFactOfTheVaultIsProposedByWhoSeesItAndDecidedByAnother) {
    store_model("models/twente");
    for (const auto* who : {"contractmanager_regio", "contractmanager_gemeente", "aanbieder"}) {
        EXPECT_EQ(propose("motorbende_vastgesteld", "typefout", true, who).status, 403) << who;
        EXPECT_EQ(propose("motorbende_vastgesteld", "betwisting", nullptr, who).status, 403) << who;
    }
    EXPECT_EQ(count("correction"), 0);
    // It changes no colour, for there is no run yet.
    const auto proposed = propose("motorbende_vastgesteld", "registerwaarde", true, "onderzoeker");
    ASSERT_EQ(proposed.status, 201) << proposed.body;
    EXPECT_EQ(json_of(proposed).at("status"), "open");
    EXPECT_EQ(json_of(proposed).at("tweedePersoonNodig"), true);
}

TEST_P(WhoSeesWhat, TwoValuesOfOneDayContradictAsLongAsBothStood) {
    store_model("models/twente");
    facts(
        "00100023;bestuurswisselingen;2019-05-01;1;kvk;2019-05-01\n00100023;bestuurswisselingen;2019-05-01;7;kvk;2019-"
        "05-01\n");
    const auto both = moment();
    facts("00100023;bestuurswisselingen;2019-05-01;1;kvk;2019-05-01\n");
    moment();
    const auto statuses = [&](const std::string& query) {
        std::vector<std::string> all;
        const auto answer = json_of(get(path(enschede(), "/feiten" + query), "contractmanager_regio"));
        for (const auto& fact : answer.at("feiten")) all.push_back(fact.at("status"));
        return all;
    };
    EXPECT_EQ(statuses(""), std::vector<std::string>{"geldt"});
    EXPECT_EQ(statuses("?geregistreerdOp=" + both), (std::vector<std::string>{"tegenstrijdig", "tegenstrijdig"}));
}

TEST_P(WhoSeesWhat, WhoIsConnectedIsAsRecordedAndAsKnownThen) {
    const std::string header = "aanbieder;rol;soort;naam;nummer;adres;van;tot;bron;datum\n";
    const std::string row = ";bestuurder;persoon;V. Geelschelp (verzonnen);;;2018-04-12;;kvk;2019-05-08\n";
    import("relaties", header + "00100023" + row);
    const auto before = moment();
    import("relaties", header + "00100023" + row + "00100031" + row);
    moment();
    const auto shared = [&](const std::string& query) {
        const auto all = json_of(get(path(enschede(), "/relaties" + query), "contractmanager_regio")).at("relaties");
        return all.empty() ? json() : all.at(0).at("gedeeldMet");
    };
    EXPECT_EQ(shared("").size(), 1U);
    EXPECT_EQ(shared("?geregistreerdOp=" + before), json::array());
    EXPECT_TRUE(shared("?bekendOp=2019-05-07").is_null()) << "not known yet, of neither";
}

TEST_P(WhoSeesWhat, ANameThatCameLaterFindsNobodyThen) {
    import("aanbieders", "aanbieder;naam;van;tot\n00100049;Zorghuis De Beuk;2018-01-01;\n");
    const auto before = moment();
    import("aanbieders", "aanbieder;naam;van;tot\n00100049;Zorghuis De Zilverberk;2018-01-01;\n");
    moment();
    EXPECT_EQ(listed("?zoek=Zilverberk").size(), 1U);
    EXPECT_TRUE(listed("?zoek=Zilverberk&geregistreerdOp=" + before).empty());
    EXPECT_EQ(listed("?zoek=Beuk&geregistreerdOp=" + before), listed("?zoek=Zilverberk"));
}

TEST_P(WhoSeesWhat, AMunicipalityKeepsTheDossierOfWhoWentUpInAnother) {
    const auto before = moment();
    const json merge{{"metAanbieder", enschede()}, {"reden", "Dezelfde."}};
    ASSERT_EQ(send(Method::post, path(almelo(), "/samenvoegingen"), merge.dump(), "contractmanager_regio").status, 201);
    moment();
    EXPECT_EQ(get(path(enschede()), "contractmanager_gemeente").status, 200);
    EXPECT_EQ(get(path(enschede(), "/historie"), "contractmanager_gemeente").status, 200);
    EXPECT_EQ(listed("?geregistreerdOp=" + before, "contractmanager_gemeente"),
              (std::vector<std::int64_t>{enschede(), almelo()}))
        << "today's rights: the one that stays has the contract in Enschede now";
}

TEST_P(WhoSeesWhat, AMunicipalityDoesNotFindOutWithWhomElseAProviderHasContracts) {
    import("overeenkomsten",
           "overeenkomst;aanbieder;gunning;perceel;product;gemeente;waarde_per_jaar;clienten;van;tot\n"
           "C-9;00100023;G-1;begeleiding;02;0141;1000,00;12;2018-10-01;\n");
    moment();
    EXPECT_EQ(listed("?gemeente=0141&zoek=Volkspark"), std::vector<std::int64_t>{enschede()});
    EXPECT_EQ(listed("?gemeente=0153&zoek=Volkspark", "contractmanager_gemeente"),
              std::vector<std::int64_t>{enschede()});
    EXPECT_TRUE(listed("?gemeente=0141", "contractmanager_gemeente").empty());
    EXPECT_TRUE(listed("?perceel=begeleiding", "contractmanager_gemeente").empty());
}

TEST_P(WhoSeesWhat, AnAnswerIsNotGivenAgainToWhoHasOtherRolesNow) {
    store_model("models/twente");
    const server::Fields key{{"idempotency-key", "0192f0c4-6f0a-7d55-9c1e-2b7f3a1d9e10"}};
    const auto first = propose("rechtsvorm", "betwisting", nullptr, "contractmanager_gemeente", key);
    ASSERT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(propose("rechtsvorm", "betwisting", nullptr, "contractmanager_gemeente", key).body, first.body);
    EXPECT_EQ(entries("antwoord-herhaald").size(), 1U);
    const json roles{{"rollen", json::array({{{"rol", "contractmanager_gemeente"}, {"gemeente", "0141"}}})}};
    const std::string account_path = fmt::format("/api/v1/gebruikers/{}", account("contractmanager_gemeente"));
    const std::string version = header_of(get(account_path, "beheerder"), "ETag");
    ASSERT_EQ(send(Method::put, account_path + "/rollen", roles.dump(), "beheerder", {{"if-match", version}}).status,
              200);
    const auto again = propose("rechtsvorm", "betwisting", nullptr, "contractmanager_gemeente", key);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(code_of(again), "niet-in-deze-toestand");
}

TEST_P(WhoSeesWhat, TheLogThatAnAuditorTakesAwayHasNothingOfADossier) {
    store_model("models/twente");
    ASSERT_EQ(propose("motorbende_vastgesteld", "registerwaarde", true, "onderzoeker").status, 201);
    const json blocked{{"reden", "Uit dienst"}};
    ASSERT_EQ(send(Method::post, fmt::format("/api/v1/gebruikers/{}/blokkade", account("privacy")), blocked.dump(),
                   "beheerder")
                  .status,
              201);
    const auto log = get("/api/v1/auditregels/uitvoer", "auditor");
    ASSERT_EQ(log.status, 200) << log.body;
    EXPECT_NE(log.body.find("correctie-voorgesteld"), std::string::npos);
    EXPECT_EQ(log.body.find("motorbende"), std::string::npos);
    EXPECT_NE(log.body.find("Uit dienst"), std::string::npos) << "what is about no provider stays";
}

TEST_P(WhoSeesWhat, WhoSpeaksForAProviderHasNoOtherRole) {
    const json roles{{"rollen", json::array({{{"rol", "aanbieder"}, {"aanbieder", enschede()}},
                                             {{"rol", "contractmanager_gemeente"}, {"gemeente", "0153"}}})}};
    const std::string account_path = fmt::format("/api/v1/gebruikers/{}", account("beleid"));
    const std::string version = header_of(get(account_path, "beheerder"), "ETag");
    const auto refused =
        send(Method::put, account_path + "/rollen", roles.dump(), "beheerder", {{"if-match", version}});
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(fault_places(refused), std::vector<std::string>{"/rollen/1/rol"});
}

TEST_P(WhoSeesWhat, FewClientsAreMaskedForWhoSeesNoContracts) {
    {
        auto transaction = system().database.write({storage::Actor::Kind::account, account("privacy"), 0});
        transaction.sql().execute("update contract_line set clients = 5 where provider_id = $1", {enschede()});
        transaction.audit({"proef", {"aanbieder", enschede()}, 0, {}, {}});
        transaction.commit();
    }
    moment();
    start_session("modeleigenaar");
    const auto clients = [&](const std::string& who) { return json_of(get(path(enschede()), who)).at("clienten"); };
    EXPECT_EQ(clients("contractmanager_regio"), (json{{"aantal", 5}, {"gemaskeerd", false}}));
    EXPECT_EQ(clients("modeleigenaar"), (json{{"aantal", nullptr}, {"gemaskeerd", true}}));
}

TEST_P(WhoSeesWhat, AProviderDoesNotLearnWhatOthersProposed) {
    store_model("models/twente");
    facts("00100023;rechtsvorm;2019-05-01;bv;kvk;2019-05-01\n");
    moment();
    const json row = json_of(get(path(enschede(), "/feiten"), "contractmanager_regio")).at("feiten").at(0).at("id");
    const auto hidden = propose("rechtsvorm", "betwisting", nullptr, "contractmanager_regio", {}, row);
    ASSERT_EQ(hidden.status, 201) << hidden.body;
    moment();
    const auto fact = json_of(get(path(enschede(), "/feiten"), "aanbieder")).at("feiten").at(0);
    EXPECT_EQ(fact.at("status"), "omstreden") << "that it counts as unknown now is no secret";
    EXPECT_TRUE(fact.at("correctie").is_null());
    EXPECT_EQ(json_of(get(path(enschede()), "aanbieder")).at("openCorrecties"), 0);
    const auto own = json_of(get("/api/v1/correcties?aantal=1", "aanbieder"));
    EXPECT_TRUE(own.at("correcties").empty() && own.at("volgende").is_null());
}

}  // namespace
}  // namespace slagboom::tests
