#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

#include "app/sign_in.h"
#include "base/sha256.h"
#include "region_server.h"
#include "storage/session_store.h"

namespace slagboom::tests {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using server::Method;
using server::Response;

// RFC 6238, appendix B: at these seconds the codes (the last six of eight digits, SHA-1) are these.
constexpr std::int64_t kFirstMoment = 2'000'000'000;  // 69279037
constexpr std::string_view kFirstCode = "279037";
constexpr std::int64_t kSecondMoment = 20'000'000'000;  // 65353130
constexpr std::string_view kSecondCode = "353130";

class SessionRoutes : public RegionServer {
 protected:
    void set_clock(std::int64_t seconds) { clock_.set(Instant{seconds * 1'000'000}); }

    Response sign_in(const std::string& name, std::string_view password, std::string_view code = {}) {
        json body{{"naam", name}, {"wachtwoord", password}};
        if (!code.empty()) body["code"] = code;
        return send(Method::post, "/api/v1/sessies", body.dump());
    }
    /// The header of the browser that got this answer.
    static server::Fields cookie_of(const Response& response) {
        const std::string set = header_of(response, "Set-Cookie");
        return {{"cookie", set.substr(0, set.find(';'))}};
    }
    Response restore(const std::string& name, const std::string& what, const std::string& who = "beheerder") {
        const json body{{"wat", what}, {"reden", "Telefoon verloren; langsgekomen"}};
        return send(Method::post, fmt::format("/api/v1/gebruikers/{}/herstel", account(name)), body.dump(), who);
    }
    Response own_session(const server::Fields& cookie) {
        return send(Method::get, "/api/v1/sessies/huidige", {}, {}, cookie);
    }
};
SLAGBOOM_ON_BOTH_ENGINES(SessionRoutes);

TEST_P(SessionRoutes, WhoSignsInGetsACookieThatNoScriptReadsAndASessionThatSaysWhoHeIs) {
    set_clock(kFirstMoment);
    const auto response = sign_in("onderzoeker", kPassword, kFirstCode);
    ASSERT_EQ(response.status, 201) << response.body;
    const std::string cookie = header_of(response, "Set-Cookie");
    // 32 random bytes as base64url: 43 characters.
    ASSERT_EQ(cookie.find(';'), std::string("slagboom_sessie=").size() + 43);
    EXPECT_EQ(cookie.substr(cookie.find(';')), "; Path=/api; HttpOnly; SameSite=Strict; Secure");

    const auto shown = json_of(own_session(cookie_of(response)));
    EXPECT_EQ(shown.at("gebruiker").at("naam"), "onderzoeker");
    EXPECT_EQ(shown.at("rollen").at(0).at("rol"), "onderzoeker");
    EXPECT_EQ(shown.at("eerstInstellen"), json::array());
    EXPECT_EQ(shown.at("nu"), "2033-05-18T03:33:20.000000Z");
    // 2033-05-18T03:33:20Z, and ten hours, and half an hour.
    EXPECT_EQ(shown.at("begonnenOp"), "2033-05-18T03:33:20.000000Z");
    EXPECT_EQ(shown.at("eindigtOp"), "2033-05-18T13:33:20.000000Z");
    EXPECT_EQ(shown.at("eindigtBijStilteOp"), "2033-05-18T04:03:20.000000Z");
    ASSERT_EQ(entries("aangemeld").back().actor.account, account("onderzoeker"));
    EXPECT_EQ(audit_contents().find(kPassword), std::string::npos);
}

/// What docs/rights.md gives the role, with what everybody may do with his own session.
TEST_P(SessionRoutes, ASessionSaysWhatMayBeDoneInIt) {
    const auto verbs = [&](const std::string& name) {
        return json_of(get("/api/v1/sessies/huidige", name)).at("verben").get<std::vector<std::string>>();
    };
    const auto may = [](const std::vector<std::string>& all, const std::string& verb) {
        return std::binary_search(all.begin(), all.end(), verb);
    };
    const auto auditor = verbs("auditor");
    EXPECT_TRUE(std::is_sorted(auditor.begin(), auditor.end()));
    EXPECT_TRUE(may(auditor, "export_audit"));
    EXPECT_TRUE(may(auditor, "sign_out"));
    EXPECT_FALSE(may(auditor, "list_urgency"));
    EXPECT_TRUE(may(verbs("beleid"), "view_distribution")) << "counts are something";

    storage::AccountRole past;
    past.role = domain::Role::contractmanager_regio;
    past.valid_from = "2018-01-01";
    past.valid_until = "2019-01-01";
    add_account("vertrokken", {past});
    EXPECT_EQ(verbs("vertrokken"), (std::vector<std::string>{"change_own_password", "set_own_second_factor", "sign_out",
                                                             "sign_out_everywhere", "view_own_session"}));
    past.valid_until.reset();
    add_account("nieuw", {past}, false);
    EXPECT_FALSE(may(verbs("nieuw"), "list_urgency")) << "first the second factor";
}

TEST_P(SessionRoutes, EveryWrongAnswerLooksAlikeAndIsCounted) {
    set_clock(kFirstMoment);
    const auto wrong = sign_in("onderzoeker", "een ander lang voorbeeld", kFirstCode);
    const auto code = sign_in("onderzoeker", kPassword, kSecondCode);
    const auto without = sign_in("onderzoeker", kPassword);
    const auto nobody = sign_in("niemand", kPassword, kFirstCode);
    EXPECT_EQ(wrong.status, 401);
    for (const auto* other : {&code, &without, &nobody}) {
        EXPECT_EQ(other->status, 401);
        EXPECT_EQ(other->body, wrong.body);
    }
    EXPECT_EQ(entries("aanmelden-mislukt").size(), 3U);
}

TEST_P(SessionRoutes, ACodeOpensOnce) {
    set_clock(kFirstMoment);
    EXPECT_EQ(sign_in("onderzoeker", kPassword, kFirstCode).status, 201);
    EXPECT_EQ(sign_in("onderzoeker", kPassword, kFirstCode).status, 401);
    set_clock(kSecondMoment);
    EXPECT_EQ(sign_in("onderzoeker", kPassword, kSecondCode).status, 201);
}

TEST_P(SessionRoutes, FiveWrongPasswordsLockAMinuteAndTheRightOneDoesNotHelp) {
    set_clock(kFirstMoment);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("onderzoeker", "verkeerd maar lang genoeg").status, 401);
    const auto locked = sign_in("onderzoeker", kPassword, kFirstCode);
    EXPECT_EQ(locked.status, 429);
    EXPECT_EQ(code_of(locked), "te-vaak");
    EXPECT_EQ(header_of(locked, "Retry-After"), "60");
    clock_.advance(61s);
    EXPECT_EQ(sign_in("onderzoeker", "verkeerd maar lang genoeg").status, 401);
    // The sixth: twice as long.
    EXPECT_EQ(header_of(sign_in("onderzoeker", kPassword, kFirstCode), "Retry-After"), "120");
}

TEST_P(SessionRoutes, ASessionEndsAfterHalfAnHourOfSilenceAndAfterTenHours) {
    clock_.advance(29min);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 200);
    clock_.advance(29min);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 200) << "the request before kept it alive";
    clock_.advance(30min);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 401);

    start_session("beleid");
    for (int i = 0; i < 29; ++i) {
        clock_.advance(20min);
        EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 200) << i;
    }
    clock_.advance(20min);  // thirty times twenty minutes
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 401);
}

TEST_P(SessionRoutes, ASessionOfTheFutureIsNone) {
    clock_.advance(-2min);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 401);
}

TEST_P(SessionRoutes, ForeignAndDoubleCookiesAreNobody) {
    EXPECT_EQ(own_session({{"cookie", "slagboom_sessie=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}}).status, 401);
    EXPECT_EQ(own_session({}).status, 401);
    EXPECT_EQ(own_session({{"authorization", "Bearer slb_AAAA"}}).status, 401);
    EXPECT_EQ(own_session({{"authorization", "Basic YTpi"}}).status, 401);
    const auto mine = start_session("beleid");
    const auto another = start_session("auditor");
    EXPECT_EQ(own_session({{"cookie", "slagboom_sessie=" + mine + "; slagboom_sessie=" + another}}).status, 401);
}

TEST_P(SessionRoutes, AWriteOfAnotherSiteIsRefused) {
    const json body{{"naam", "beleid"}, {"wachtwoord", kPassword}};
    const auto foreign = send(Method::post, "/api/v1/sessies", body.dump(), {}, {{"x-slagboom", ""}});
    EXPECT_EQ(foreign.status, 400);
    EXPECT_EQ(code_of(foreign), "kop-ontbreekt");
    EXPECT_EQ(send(Method::remove, "/api/v1/sessies/huidige", {}, "beleid", {{"x-slagboom", ""}}).status, 400);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 200);
}

TEST_P(SessionRoutes, WhoSignsOutIsOutAndTheCookieIsWiped) {
    const auto other = start_session("beleid");
    const auto token = start_session("beleid");
    const auto out = send(Method::remove, "/api/v1/sessies/huidige", {}, "beleid");
    EXPECT_EQ(out.status, 204);
    EXPECT_EQ(header_of(out, "Set-Cookie"),
              "slagboom_sessie=; Path=/api; HttpOnly; SameSite=Strict; Max-Age=0; Secure");
    EXPECT_EQ(own_session({{"cookie", "slagboom_sessie=" + token}}).status, 401);
    EXPECT_EQ(own_session({{"cookie", "slagboom_sessie=" + other}}).status, 200);

    EXPECT_EQ(send(Method::remove, "/api/v1/sessies", {}, {}, {{"cookie", "slagboom_sessie=" + other}}).status, 204);
    EXPECT_EQ(own_session({{"cookie", "slagboom_sessie=" + other}}).status, 401);
    EXPECT_EQ(entries("afgemeld").size(), 1U);
    EXPECT_EQ(entries("overal-afgemeld").size(), 1U);
}

TEST_P(SessionRoutes, ANewPasswordAsksTheOldOneAndEndsOtherSessions) {
    const auto other = start_session("beleid");
    start_session("beleid");
    const std::string target = "/api/v1/gebruikers/huidige/wachtwoord";
    const std::string wanted = "paarse fietsen zingen zacht";
    const auto put = [&](std::string_view present, std::string_view next) {
        return send(Method::put, target, json{{"huidig", present}, {"nieuw", next}}.dump(), "beleid");
    };
    const auto wrong = put("dat was het niet", wanted);
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(json_of(wrong).at("fouten").at(0).at("veld"), "/huidig");
    EXPECT_EQ(entries("aanmelden-mislukt").size(), 1U) << "guessing with somebody's session counts as guessing";
    EXPECT_EQ(json_of(put(kPassword, "kort")).at("fouten").at(0).at("veld"), "/nieuw");
    EXPECT_EQ(put(kPassword, kPassword).status, 400);

    EXPECT_EQ(put(kPassword, wanted).status, 204);
    EXPECT_EQ(own_session({{"cookie", "slagboom_sessie=" + other}}).status, 401);
    EXPECT_EQ(get("/api/v1/sessies/huidige", "beleid").status, 200);
    EXPECT_EQ(put(kPassword, "nog een ander lang woord").status, 400) << "the old one fits no more";
    EXPECT_EQ(audit_contents().find(wanted), std::string::npos);
    ASSERT_EQ(entries("wachtwoord-gewijzigd").size(), 1U);
    EXPECT_EQ(entries("wachtwoord-gewijzigd")[0].reference, "2 sessies beëindigd");
}

TEST_P(SessionRoutes, ASecondFactorCountsOnceACodeConfirmedIt) {
    add_account("nieuweling", {}, false);
    EXPECT_EQ(json_of(get("/api/v1/sessies/huidige", "nieuweling")).at("eerstInstellen"),
              json::array({"tweede-factor"}));
    const std::string target = "/api/v1/gebruikers/huidige/tweede-factor";
    const json password{{"wachtwoord", kPassword}};
    EXPECT_EQ(code_of(send(Method::put, target, R"({"code":"123456"})", "nieuweling")), "niet-in-deze-toestand");
    EXPECT_EQ(send(Method::post, target, R"({"wachtwoord":"niet het mijne"})", "nieuweling").status, 400);

    const auto begun = send(Method::post, target, password.dump(), "nieuweling",
                            {{"idempotency-key", "0192f0c4-6f0a-7d55-9c1e-2b7f3a1d9e10"}});
    ASSERT_EQ(begun.status, 201);
    const std::string secret = json_of(begun).at("geheim");
    EXPECT_NE(json_of(begun).at("adres").get<std::string>().find("secret=" + secret), std::string::npos);
    EXPECT_EQ(code_of(send(Method::put, target, R"({"code":"abcdef"})", "nieuweling")), "ongeldige-invoer");
    EXPECT_EQ(json_of(get("/api/v1/sessies/huidige", "nieuweling")).at("eerstInstellen"),
              json::array({"tweede-factor"}));

    // The secret stands nowhere in the open, and the answer is not kept to be given again.
    auto account = *storage::find_account(system().database.read().sql(), this->account("nieuweling"));
    ASSERT_TRUE(account.second_factor_pending);
    EXPECT_EQ(account.second_factor_pending->find(secret), std::string::npos);
    EXPECT_EQ(audit_contents().find(secret), std::string::npos);
    const auto kept =
        storage::given_answer(system().database.read().sql(), account.id, "0192f0c4-6f0a-7d55-9c1e-2b7f3a1d9e10");
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->body, "");
    EXPECT_EQ(kept->request_hash, sha256_hex("POST\n" + target + "\n")) << "no quick hash over a password";

    // In its place the secret whose codes RFC 6238 tells.
    account.second_factor_pending = system().key->seal(kSecret, "gebruiker " + std::to_string(account.id));
    auto transaction = system().database.write({storage::Actor::Kind::account, account.id, 0});
    storage::update_account(transaction, account);
    transaction.audit({"proef", {"gebruiker", account.id}, 0, {}, {}});
    transaction.commit();
    set_clock(kFirstMoment);
    start_session("nieuweling");
    const json code{{"code", kFirstCode}};
    EXPECT_EQ(send(Method::put, target, code.dump(), "nieuweling").status, 204);
    EXPECT_EQ(json_of(get("/api/v1/sessies/huidige", "nieuweling")).at("eerstInstellen"), json::array());
    EXPECT_EQ(sign_in("nieuweling", kPassword, kFirstCode).status, 401) << "the code that confirmed is used up";
    EXPECT_EQ(sign_in("nieuweling", kPassword).status, 401);
    set_clock(kSecondMoment);
    EXPECT_EQ(sign_in("nieuweling", kPassword, kSecondCode).status, 201);
    EXPECT_EQ(entries("tweede-factor-ingesteld").size(), 1U);
}

/// Names and numbers of people can stand in a path; the log has the numbers of records and no more.
TEST_P(SessionRoutes, TheLogHasNoTextOfAPath) {
    const server::Router router(system(), true);
    const auto shown = [&](const std::string& target) { return router.path_for_log("GET", target); };
    EXPECT_EQ(shown("/api/v1/aanbieders/27/feiten?bekendOp=2019-01-01"), "/api/v1/aanbieders/27/feiten");
    EXPECT_EQ(shown("/api/v1/aanbieders?zoek=jansen"), "/api/v1/aanbieders");
    EXPECT_EQ(shown("/api/v1/koppelingen/Jan%20de%20Vries"), "/api/v1/koppelingen/{koppelingNaam}");
    EXPECT_EQ(shown("/api/v1/koppelingen/111222333"), "/api/v1/koppelingen/{koppelingNaam}");
    EXPECT_EQ(shown("/api/v1/iets/jansen"), "/api/v1/…");
    EXPECT_EQ(shown("/jansen"), "…");
}

/// A name that nobody has is locked like one that somebody has: nothing tells which names there are.
TEST_P(SessionRoutes, ANameThatNobodyHasIsLockedToo) {
    set_clock(kFirstMoment);
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("niemand", "verkeerd maar lang genoeg").status, 401);
    const auto locked = sign_in("niemand", "verkeerd maar lang genoeg");
    EXPECT_EQ(locked.status, 429);
    EXPECT_EQ(header_of(locked, "Retry-After"), "60");
    EXPECT_EQ(sign_in("niemand anders", "verkeerd maar lang genoeg").status, 401);
    clock_.advance(61s);
    EXPECT_EQ(sign_in("niemand", "verkeerd maar lang genoeg").status, 401);
    EXPECT_EQ(header_of(sign_in("niemand", "verkeerd maar lang genoeg"), "Retry-After"), "120");
}

/// An example lives in 2019; the telephone that makes the code does not.
TEST_P(SessionRoutes, ACodeIsOfTheTimeThatTelephonesHave) {
    EXPECT_EQ(sign_in("onderzoeker", kPassword, kSecondCode).status, 401);
    system().phones = SettableClock(Instant{kSecondMoment * 1'000'000}).clock();
    EXPECT_EQ(sign_in("onderzoeker", kPassword, kSecondCode).status, 201);
}

TEST_P(SessionRoutes, WhoLostHisPhoneSignsInWithHisPasswordAndSetsAnother) {
    set_clock(kFirstMoment);
    const auto cookie = cookie_of(sign_in("onderzoeker", kPassword, kFirstCode));
    start_session("beheerder");
    const auto restored = restore("onderzoeker", "tweede-factor");
    ASSERT_EQ(restored.status, 201) << restored.body;
    EXPECT_EQ(json_of(restored).at("gebruiker").at("tweedeFactor"), false);
    EXPECT_TRUE(json_of(restored).at("eersteWachtwoord").is_null());
    EXPECT_EQ(own_session(cookie).status, 401) << "who has the phone is out";
    const auto session = sign_in("onderzoeker", kPassword);
    ASSERT_EQ(session.status, 201) << session.body;
    EXPECT_EQ(json_of(session).at("eerstInstellen"), json::array({"tweede-factor"}));
    EXPECT_EQ(code_of(restore("onderzoeker", "tweede-factor")), "niet-in-deze-toestand") << "there is none any more";
    EXPECT_EQ(entries("tweede-factor-weggenomen").back().actor.account, account("beheerder"));
    EXPECT_NE(audit_contents().find("Telefoon verloren"), std::string::npos);
}

TEST_P(SessionRoutes, WhoForgotHisPasswordStartsWithAnotherAndKeepsHisSecondFactor) {
    set_clock(kFirstMoment);
    const auto cookie = cookie_of(sign_in("onderzoeker", kPassword, kFirstCode));
    for (int i = 0; i < 5; ++i) sign_in("onderzoeker", "verkeerd maar lang genoeg");
    start_session("beheerder");
    const auto restored = restore("onderzoeker", "wachtwoord");
    ASSERT_EQ(restored.status, 201) << restored.body;
    const std::string password = json_of(restored).at("eersteWachtwoord");
    EXPECT_EQ(own_session(cookie).status, 401);
    set_clock(kSecondMoment);
    EXPECT_EQ(sign_in("onderzoeker", kPassword, kSecondCode).status, 401) << "the old one";
    EXPECT_EQ(sign_in("onderzoeker", password).status, 401) << "without the code";
    const auto session = sign_in("onderzoeker", password, kSecondCode);
    ASSERT_EQ(session.status, 201) << session.body;
    EXPECT_EQ(json_of(session).at("eerstInstellen"), json::array({"wachtwoord"}));
    EXPECT_EQ(audit_contents().find(password), std::string::npos);
}

TEST_P(SessionRoutes, NobodyRestoresHisOwnAccessOrThatOfWhoIsKeptOut) {
    EXPECT_EQ(code_of(restore("beheerder", "wachtwoord")), "tweede-persoon-nodig");
    EXPECT_EQ(restore("onderzoeker", "wachtwoord", "privacy").status, 403);
    const json reason{{"reden", "Uit dienst"}};
    ASSERT_EQ(send(Method::post, fmt::format("/api/v1/gebruikers/{}/blokkade", account("privacy")), reason.dump(),
                   "beheerder")
                  .status,
              201);
    EXPECT_EQ(code_of(restore("privacy", "wachtwoord")), "niet-in-deze-toestand");
}

TEST_P(SessionRoutes, WithoutSecondFactorNothingElseIsAllowed) {
    storage::AccountRole role;
    role.role = domain::Role::beheerder;
    role.valid_from = "2018-01-01";
    add_account("nieuweling", {role}, false);
    const auto refused = get("/api/v1/gebruikers", "nieuweling");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(code_of(refused), "eerst-instellen");
}

TEST_P(SessionRoutes, ABodyThatIsNoneOfOursIsRefusedWithAllItsFaults) {
    const auto post = [&](const std::string& body, const std::string& type = "application/json") {
        return send(Method::post, "/api/v1/sessies", body, {}, {{"content-type", type}});
    };
    EXPECT_EQ(post(R"({"naam":"a","wachtwoord":"b"})", "text/plain").status, 415);
    EXPECT_EQ(code_of(post(R"({"naam":"a","wachtwoord":"b","naam":"c"})")), "ongeldige-json");
    EXPECT_EQ(code_of(post("{\"naam\":")), "ongeldige-json");
    EXPECT_EQ(code_of(post("\"\xff\"")), "ongeldige-json");
    EXPECT_EQ(code_of(post("[]")), "ongeldige-json");
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    EXPECT_EQ(code_of(post("{\"naam\":" + deep + "}")), "ongeldige-json");
    EXPECT_EQ(fault_places(post(R"({"naam":7,"wacht":"x"})")),
              (std::vector<std::string>{"/naam", "/wachtwoord", "/wacht"}));
    // 111222333 passes the eleven-test: 9+8+7+12+10+8+9+6-3 = 66 = 6 × 11. It is not repeated.
    const auto number = post(R"({"naam":"111222333","wachtwoord":"b"})");
    EXPECT_EQ(number.status, 400);
    EXPECT_EQ(number.body.find("111222333"), std::string::npos);
}

TEST_P(SessionRoutes, OtherPathsAndMethodsSayWhatTheyAre) {
    EXPECT_EQ(send(Method::get, "/api/v1/sessies").status, 405);
    EXPECT_EQ(header_of(send(Method::put, "/api/v1/sessies", "{}"), "Allow"), "POST, DELETE");
    EXPECT_EQ(send(Method::get, "/api/v1/sessie").status, 404);
    EXPECT_EQ(send(Method::get, "/api/v1/sessies/").status, 404);
}

}  // namespace
}  // namespace slagboom::tests
