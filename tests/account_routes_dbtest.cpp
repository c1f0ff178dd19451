#include <gtest/gtest.h>

#include "base/sha256.h"
#include "region_server.h"
#include "storage/session_store.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;
using server::Response;

class AccountRoutes : public RegionServer {
 protected:
    std::string path(const std::string& name, const std::string& rest = {}) const {
        return "/api/v1/gebruikers/" + std::to_string(account(name)) + rest;
    }
    Response send_as_administrator(Method method, const std::string& target, const json& body,
                                   const server::Fields& headers = {}) {
        return send(method, target, body.is_null() ? "" : body.dump(), "beheerder", headers);
    }
    std::string version_of(const std::string& name) { return header_of(get(path(name), "beheerder"), "ETag"); }
    Response put_roles(const std::string& name, const json& roles) {
        return send_as_administrator(Method::put, path(name, "/rollen"), {{"rollen", roles}},
                                     {{"if-match", version_of(name)}});
    }
    json a_key(const std::string& name, const json& verbs) const {
        return {{"naam", "Levering"}, {"gebruiker", account(name)}, {"verben", verbs}, {"eindigtOp", "2019-12-31"}};
    }
};
SLAGBOOM_ON_BOTH_ENGINES(AccountRoutes);

TEST_P(AccountRoutes, TheListIsInOrderOfNameAndGoesOnWhereItStopped) {
    const auto first = json_of(get("/api/v1/gebruikers?aantal=7", "beheerder"));
    ASSERT_EQ(first.at("gebruikers").size(), 7U);
    EXPECT_EQ(first.at("gebruikers").at(0).at("naam"), "aanbieder");
    const auto rest =
        json_of(get("/api/v1/gebruikers?aantal=7&na=" + first.at("volgende").get<std::string>(), "beheerder"));
    EXPECT_EQ(rest.at("gebruikers").size(), 4U) << "eleven roles have an account each";
    EXPECT_TRUE(rest.at("volgende").is_null());
    const auto found = json_of(get("/api/v1/gebruikers?zoek=MODEL%C3%89IG", "beheerder"));
    ASSERT_EQ(found.at("gebruikers").size(), 1U);
    EXPECT_EQ(found.at("gebruikers").at(0).at("naam"), "modeleigenaar");
    EXPECT_EQ(get("/api/v1/gebruikers", "onderzoeker").status, 403);
    EXPECT_EQ(get("/api/v1/gebruikers/999999", "beheerder").status, 404);
    EXPECT_EQ(get("/api/v1/gebruikers?kleur=rood", "beheerder").status, 400);
}

TEST_P(AccountRoutes, ANewAccountStartsWithAPasswordThatItMustChange) {
    const json wanted{{"naam", "toezicht.enschede"},
                      {"weergavenaam", "T. Houder (verzonnen)"},
                      {"rollen", json::array({{{"rol", "auditor"}}})}};
    const auto made = send_as_administrator(Method::post, "/api/v1/gebruikers", wanted);
    ASSERT_EQ(made.status, 201) << made.body;
    const auto id = json_of(made).at("gebruiker").at("id").get<std::int64_t>();
    EXPECT_EQ(header_of(made, "Location"), "/api/v1/gebruikers/" + std::to_string(id));
    const std::string password = json_of(made).at("eersteWachtwoord");
    EXPECT_GE(password.size(), 20U);
    EXPECT_EQ(json_of(made).at("gebruiker").at("rollen").at(0).at("van"), "2019-05-09") << "today, as nothing was said";
    EXPECT_EQ(audit_contents().find(password), std::string::npos);
    EXPECT_EQ(entries("rollen-gegeven").size(), 1U);

    const json sign_in{{"naam", "toezicht.enschede"}, {"wachtwoord", password}};
    const auto session = send(Method::post, "/api/v1/sessies", sign_in.dump());
    ASSERT_EQ(session.status, 201);
    EXPECT_EQ(json_of(session).at("eerstInstellen"), json::array({"wachtwoord", "tweede-factor"}));

    EXPECT_EQ(code_of(send_as_administrator(Method::post, "/api/v1/gebruikers", wanted)), "bestaat-al");
    const json odd{{"naam", "Toezicht Enschede"}, {"weergavenaam", "x"}};
    EXPECT_EQ(send_as_administrator(Method::post, "/api/v1/gebruikers", odd).status, 400);
    EXPECT_EQ(send(Method::post, "/api/v1/gebruikers", wanted.dump(), "privacy").status, 403);
}

TEST_P(AccountRoutes, TheSameRequestTwiceMakesOneAccountAndShowsItsPasswordOnce) {
    const json wanted{{"naam", "nieuw"}, {"weergavenaam", "N. Ieuw (verzonnen)"}};
    const server::Fields key{{"idempotency-key", "0192f0c4-6f0a-7d55-9c1e-2b7f3a1d9e10"}};
    EXPECT_EQ(send_as_administrator(Method::post, "/api/v1/gebruikers", wanted, key).status, 201);
    const auto again = send_as_administrator(Method::post, "/api/v1/gebruikers", wanted, key);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(code_of(again), "niet-in-deze-toestand");
    EXPECT_EQ(entries("gebruiker-gemaakt").size(), 12U) << "eleven by the fixture";
}

TEST_P(AccountRoutes, AChangeSaysOfWhatAndIsRefusedWhenSomebodyElseWasFirst) {
    const json change{{"weergavenaam", "Een ander (verzonnen)"}};
    EXPECT_EQ(send_as_administrator(Method::patch, path("beleid"), change).status, 428);
    EXPECT_EQ(send_as_administrator(Method::patch, path("beleid"), change, {{"if-match", "*"}}).status, 412);
    EXPECT_EQ(send_as_administrator(Method::patch, path("beleid"), change, {{"if-match", "W/\"1\""}}).status, 412);
    const std::string version = version_of("beleid");
    const auto changed = send_as_administrator(Method::patch, path("beleid"), change, {{"if-match", version}});
    ASSERT_EQ(changed.status, 200);
    EXPECT_EQ(json_of(changed).at("weergavenaam"), "Een ander (verzonnen)");
    EXPECT_EQ(header_of(changed, "ETag"), version_of("beleid"));
    EXPECT_NE(header_of(changed, "ETag"), version);

    const auto late =
        send_as_administrator(Method::patch, path("beleid"), {{"weergavenaam", "Te laat"}}, {{"if-match", version}});
    ASSERT_EQ(late.status, 409);
    const auto conflict = json_of(late).at("conflict");
    EXPECT_EQ(conflict.at("uwVersie"), version);
    EXPECT_EQ(conflict.at("huidigeVersie"), version_of("beleid"));
    EXPECT_EQ(conflict.at("huidig").at("weergavenaam"), "Een ander (verzonnen)");
    EXPECT_EQ(entries("gebruiker-gewijzigd").size(), 1U);
    const json number{{"weergavenaam", "BSN 111222333"}};
    EXPECT_EQ(send_as_administrator(Method::patch, path("beleid"), number, {{"if-match", version}}).status, 400);
}

TEST_P(AccountRoutes, RolesCarryTheirGroundAndReplaceEachOther) {
    const json designation{{"wet", "wmo"}, {"soort", "kwaliteit"}, {"datum", "2019-05-01"}, {"stuk", "Besluit 12"}};
    const auto given = put_roles("beleid", json::array({{{"rol", "toezichthouder"},
                                                         {"gemeente", "0141"},
                                                         {"van", "2019-05-01"},
                                                         {"tot", "2020-05-01"},
                                                         {"aanwijzing", designation}}}));
    ASSERT_EQ(given.status, 200) << given.body;
    const auto roles = json_of(given).at("rollen");
    ASSERT_EQ(roles.size(), 1U);
    EXPECT_EQ(roles.at(0).at("aanwijzing"), designation);
    EXPECT_EQ(roles.at(0).at("tot"), "2020-05-01");
    EXPECT_EQ(json_of(get("/api/v1/sessies/huidige", "beleid")).at("rollen"), roles) << "from the next request on";
    const auto entry = entries("rollen-gegeven").back();
    EXPECT_EQ(entry.subject.id, account("beleid"));
    EXPECT_NE(audit_contents().find("Besluit 12"), std::string::npos);
}

TEST_P(AccountRoutes, ARoleWithoutWhatItNeedsIsRefusedWithEveryFault) {
    const json mandate{{"datum", "2019-05-01"}, {"stuk", "Mandaat 3"}};
    const json roles = json::array({{{"rol", "toezichthouder"}, {"gemeente", "0141"}},
                                    {{"rol", "beslisser"}, {"mandaat", mandate}},
                                    {{"rol", "contractmanager_gemeente"}},
                                    {{"rol", "contractmanager_regio"}, {"gemeente", "0141"}},
                                    {{"rol", "beleid"}, {"gemeente", "9999"}},
                                    {{"rol", "beleid"}, {"van", "2019-05-01"}, {"tot", "2019-05-01"}},
                                    {{"rol", "auditor"}, {"mandaat", mandate}}});
    const auto refused = put_roles("beleid", roles);
    ASSERT_EQ(refused.status, 400);
    EXPECT_EQ(
        fault_places(refused),
        (std::vector<std::string>{"/rollen/0/aanwijzing", "/rollen/1/gemeente", "/rollen/2/gemeente",
                                  "/rollen/3/gemeente", "/rollen/4/gemeente", "/rollen/5/tot", "/rollen/6/mandaat"}));
    const auto provider =
        put_roles("beleid", json::array({{{"rol", "aanbieder"}}, {{"rol", "aanbieder"}, {"aanbieder", 999999}}}));
    EXPECT_EQ(fault_places(provider), (std::vector<std::string>{"/rollen/0/aanbieder", "/rollen/1/aanbieder"}));
    const auto unknown = put_roles("beleid", json::array({{{"rol", "directeur"}, {"kleur", "rood"}}}));
    EXPECT_EQ(json_of(unknown).at("fouten").at(0).at("veld"), "/rollen/0/rol");
    EXPECT_EQ(json_of(unknown).at("fouten").at(1).at("veld"), "/rollen/0/kleur");
    EXPECT_EQ(entries("rollen-gegeven").size(), 0U);
}

TEST_P(AccountRoutes, NobodyGivesHimselfRolesOrBlocksHimself) {
    EXPECT_EQ(code_of(put_roles("beheerder", json::array({{{"rol", "privacy"}}}))), "tweede-persoon-nodig");
    const auto blocked = send_as_administrator(Method::post, path("beheerder", "/blokkade"), {{"reden", "ik ga"}});
    EXPECT_EQ(code_of(blocked), "tweede-persoon-nodig");
}

TEST_P(AccountRoutes, WhoIsBlockedIsOutAtOnceAndComesBackWithoutHisSessionsAndKeys) {
    const auto key =
        send_as_administrator(Method::post, "/api/v1/sleutels", a_key("privacy", json::array({"view_accounts"})));
    ASSERT_EQ(key.status, 201) << key.body;
    EXPECT_EQ(get("/api/v1/sessies/huidige", "privacy").status, 200);
    const auto blocked = send_as_administrator(Method::post, path("privacy", "/blokkade"), {{"reden", "Uit dienst"}});
    ASSERT_EQ(blocked.status, 201);
    EXPECT_FALSE(json_of(blocked).at("geblokkeerdOp").is_null());
    EXPECT_EQ(get("/api/v1/sessies/huidige", "privacy").status, 401);
    EXPECT_EQ(code_of(send_as_administrator(Method::post, path("privacy", "/blokkade"), {{"reden", "nog eens"}})),
              "niet-in-deze-toestand");
    EXPECT_NE(audit_contents().find("Uit dienst"), std::string::npos);

    EXPECT_EQ(send_as_administrator(Method::remove, path("privacy", "/blokkade"), {}).status, 204);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "privacy").status, 401);
    EXPECT_EQ(json_of(get("/api/v1/sleutels", "beheerder")).at("sleutels").size(), 0U);
    start_session("privacy");
    EXPECT_EQ(get("/api/v1/sessies/huidige", "privacy").status, 200);
}

TEST_P(AccountRoutes, AKeyDoesWhatItNamesUntilItEnds) {
    const auto made =
        send_as_administrator(Method::post, "/api/v1/sleutels", a_key("auditor", json::array({"view_audit"})));
    ASSERT_EQ(made.status, 201) << made.body;
    const std::string token = json_of(made).at("geheim");
    EXPECT_TRUE(token.starts_with("slb_"));
    EXPECT_EQ(audit_contents().find(token), std::string::npos);
    EXPECT_EQ(storage::find_api_key(system().database.read().sql(), sha256_hex(token))->name, "Levering");
    const server::Fields bearer{{"authorization", "Bearer " + token}, {"x-slagboom", ""}};
    EXPECT_EQ(send(Method::get, "/api/v1/auditregels", {}, {}, bearer).status, 200);
    EXPECT_EQ(send(Method::get, "/api/v1/gebruikers", {}, {}, bearer).status, 403) << "its owner may, and the key not";
    EXPECT_EQ(send(Method::get, "/api/v1/sessies/huidige", {}, {}, bearer).status, 403);

    const auto listed = json_of(get("/api/v1/sleutels", "auditor")).at("sleutels");
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed.at(0), json_of(made).at("sleutel"));
    clock_.set(Instant{1'577'750'400'000'000});  // 2019-12-31T00:00:00Z, 1:00 in Amsterdam
    EXPECT_EQ(send(Method::get, "/api/v1/auditregels", {}, {}, bearer).status, 401);
}

TEST_P(AccountRoutes, AKeyIsWithdrawnAtOnce) {
    const auto made =
        send_as_administrator(Method::post, "/api/v1/sleutels", a_key("auditor", json::array({"view_audit"})));
    const auto path = "/api/v1/sleutels/" + json_of(made).at("sleutel").at("id").dump();
    const server::Fields bearer{{"authorization", "Bearer " + json_of(made).at("geheim").get<std::string>()}};
    EXPECT_EQ(send(Method::remove, path, {}, "auditor").status, 403);
    EXPECT_EQ(send_as_administrator(Method::remove, path, {}).status, 204);
    EXPECT_EQ(send(Method::get, "/api/v1/auditregels", {}, {}, bearer).status, 401);
    EXPECT_EQ(send_as_administrator(Method::remove, path, {}).status, 404);
}

TEST_P(AccountRoutes, AKeyIsNeverWiderOrLongerThanAllowed) {
    const auto refused = [&](const json& wanted) {
        const auto response = send_as_administrator(Method::post, "/api/v1/sleutels", wanted);
        EXPECT_EQ(response.status, 400) << wanted;
        return json_of(response).at("fouten").at(0).at("veld").get<std::string>();
    };
    EXPECT_EQ(refused(a_key("auditor", json::array({"import_files"}))), "/verben/0");
    EXPECT_EQ(refused(a_key("auditor", {"view_audit", "change_own_password"})), "/verben/1");
    EXPECT_EQ(refused(a_key("auditor", {"view_audit", "view_audit"})), "/verben/1");
    EXPECT_EQ(refused(a_key("auditor", json::array({"fly"}))), "/verben/0");
    EXPECT_EQ(refused(a_key("auditor", json::array())), "/verben");
    EXPECT_EQ(refused(a_key("beheerder", json::array({"manage_keys"}))), "/verben/0") << "a machine gives no access";
    auto late = a_key("auditor", json::array({"view_audit"}));
    late["eindigtOp"] = "2020-05-10";  // today is 9 May 2019
    EXPECT_EQ(refused(late), "/eindigtOp");
    late["eindigtOp"] = "2019-05-09";
    EXPECT_EQ(refused(late), "/eindigtOp");
    late["eindigtOp"] = "2020-05-09";
    EXPECT_EQ(send_as_administrator(Method::post, "/api/v1/sleutels", late).status, 201);
}

}  // namespace
}  // namespace slagboom::tests
