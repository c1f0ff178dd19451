// Lists of providers: beside the run before, narrowed, followed, kept under a name, and taken away as a file.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "files/xlsx_reader.h"
#include "region_server.h"
#include "storage/assessment_store.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/supersede.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;
using storage::Actor;

/// What a run says of one provider.
struct Seen {
    std::int64_t provider = 0;
    std::string colour;
    std::optional<std::string> sub_category;
    std::string order_key;
    std::string explanation = "{}";
};

class ListRoutes : public RegionServer {
 protected:
    std::string model() {
        if (model_.empty()) model_ = store_model("models/twente");
        return model_;
    }

    /// `context` is the run in whose context a correction was assessed; 0 for a full run.
    std::int64_t add_run(const std::string& day, const std::vector<Seen>& all, std::int64_t context = 0) {
        const std::string hash = model();
        auto transaction = system().database.write({Actor::Kind::account, account("contractmanager_regio"), 0});
        storage::StoredScreening run;
        run.id = transaction.new_id();
        run.kind = context == 0 ? "volledig" : "correctie";
        run.model_hash = hash;
        run.reference_date = day;
        run.recorded_until = run.recorded_at = transaction.recorded_at();
        run.phase = "monitoring";
        run.trial = true;
        run.context_of = context == 0 ? run.id : context;
        run.context = R"({"indicatoren":[]})";
        run.providers = static_cast<std::int64_t>(all.size());
        run.digest = "d";
        std::vector<storage::StoredAssessment> assessments;
        for (const auto& seen : all) assessments.push_back(assessment(run.id, seen));
        storage::insert_screening(transaction, run, assessments);
        transaction.audit({"proef", {"screening", run.id}, 0, {}, {}});
        transaction.commit();
        return run.id;
    }

    /// Enschede from light to dark red, Almelo orange in both.
    std::pair<std::int64_t, std::int64_t> add_two_runs() {
        const auto first =
            add_run("2018-10-31", {{enschede(), "rood", "lichtrood", "1"}, {almelo(), "oranje", {}, "5"}});
        const auto second =
            add_run("2019-05-09", {{enschede(), "rood", "donkerrood", "1"}, {almelo(), "oranje", {}, "5"}});
        return {first, second};
    }

    json list(const std::string& query, const std::string& who = "contractmanager_regio") {
        return json_of(get("/api/v1/urgentielijst" + query, who));
    }
    /// Not held to the contract: explanations here are not whole.
    std::string plain_get(const std::string& path, const std::string& who, const server::Fields& query = {}) {
        server::Request request;
        request.target = request.path = path;
        request.query = query;
        request.headers = {{"cookie", "slagboom_sessie=" + start_session(who)}};
        request.id = "proef";
        return server::Router(system(), true).answer(request).body;
    }
    static std::vector<std::int64_t> ids(const json& list) {
        std::vector<std::int64_t> all;
        for (const auto& row : list.at("rijen")) all.push_back(row.at("aanbieder").at("id"));
        return all;
    }

 private:
    static storage::StoredAssessment assessment(std::int64_t run, const Seen& seen) {
        storage::StoredAssessment of;
        of.provider = seen.provider;
        of.screening = run;
        of.colour = seen.colour;
        of.sub_category = seen.sub_category;
        of.lowest = of.highest = 3;
        of.known_points = of.all_points = 9;
        of.order_key = seen.order_key;
        of.summary =
            R"({"mogelijkeKleuren":["oranje","rood"],"zwaarsteRedenen":[{"indicator":"winstmarge","titel":"=Winst","punten":3}],"ontbrekend":2})";
        of.explanation = seen.explanation;
        return of;
    }
    std::string model_;
};
SLAGBOOM_ON_BOTH_ENGINES(ListRoutes);

TEST_P(ListRoutes, ARowStandsBesideTheRunBefore) {
    const auto [first, second] = add_two_runs();
    const auto now = list("");
    EXPECT_EQ(now.at("screening").at("id"), second);
    EXPECT_EQ(now.at("vorigeScreening").at("id"), first);
    EXPECT_EQ(now.at("vorigeScreening").at("peildatum"), "2018-10-31");
    const auto row = now.at("rijen").at(0).at("aanbieder");
    EXPECT_EQ(row.at("veranderd"), "hoger");
    EXPECT_EQ(row.at("vorigeKleur"), "rood");
    EXPECT_EQ(row.at("vorigeSubcategorie"), "lichtrood");
    EXPECT_TRUE(now.at("rijen").at(1).at("aanbieder").at("vorigeSubcategorie").is_null()) << "orange has none";

    const auto then = list("?screening=" + std::to_string(first));
    EXPECT_TRUE(then.at("vorigeScreening").is_null());
    EXPECT_EQ(then.at("rijen").at(0).at("aanbieder").at("veranderd"), "nieuw");
}

TEST_P(ListRoutes, WhoseReasonsWereComparedStandsInTheLog) {
    {
        auto transaction = system().database.write({Actor::Kind::account, account("contractmanager_regio"), 0});
        storage::insert(transaction, 0,
                        std::vector<storage::ServicePeriod>{{0, enschede(), "2018-01-01", std::nullopt}});
        transaction.audit({"proef", {"aanbieder", enschede()}, 0, {}, {}});
        transaction.commit();
    }
    const auto [first, second] = add_two_runs();
    const std::string compared = fmt::format("/api/v1/screenings/{}/vergelijking?met={}", second, first);
    EXPECT_EQ(get(compared, "contractmanager_regio").status, 200);
    EXPECT_EQ(get(fmt::format("{}&aanbieder={}", compared, enschede()), "contractmanager_regio").status, 200);
    EXPECT_EQ(get(compared + "&aanbieder=99999", "contractmanager_regio").status, 200);
    const auto read = entries("lijst-bekeken");
    ASSERT_EQ(read.size(), 3U);
    EXPECT_EQ(read.at(0).provider, 0);
    EXPECT_EQ(read.at(1).provider, enschede());
    EXPECT_EQ(read.at(2).provider, 0) << "of nobody anything was read";
}

TEST_P(ListRoutes, OnlyWhatChangedAsAsked) {
    add_two_runs();
    const auto higher = list("?veranderd=hoger");
    EXPECT_EQ(ids(higher), std::vector<std::int64_t>{enschede()});
    EXPECT_EQ(higher.at("totaal"), 1);
    EXPECT_EQ(higher.at("tellingen").at("oranje"), 0) << "counts are of what the other filters leave";
    EXPECT_EQ(list("?kleur=rood").at("tellingen").at("oranje"), 1) << "but colours are what one chooses from";
    EXPECT_EQ(ids(list("?veranderd=hoger&veranderd=gelijk")), (std::vector<std::int64_t>{enschede(), almelo()}));
    EXPECT_EQ(ids(list("?veranderd=nieuw")), std::vector<std::int64_t>{});
    EXPECT_EQ(ids(list("?stap=urgentielijst")), std::vector<std::int64_t>{enschede()});
    EXPECT_EQ(get("/api/v1/urgentielijst?veranderd=anders", "contractmanager_regio").status, 400);
}

TEST_P(ListRoutes, AListOfAMomentIsOfTheScreeningOfThen) {
    const auto before = system().now().rfc3339();
    clock_.advance(std::chrono::hours(1));
    start_session("contractmanager_regio");
    const auto [first, second] = add_two_runs();
    const auto of = [](const json& list) { return list.at("screening"); };
    EXPECT_EQ(of(list("?bekendOp=2019-03-01")).at("id"), first);
    EXPECT_EQ(of(list("?bekendOp=2019-05-09")).at("id"), second);
    EXPECT_TRUE(of(list("?bekendOp=2018-01-01")).is_null());
    EXPECT_TRUE(of(list("?geregistreerdOp=" + before)).is_null()) << "nobody had screened yet";
    const auto rows = [&](const std::string& query) {
        return json_of(get("/api/v1/aanbieders?geregistreerdOp=" + query, "contractmanager_regio")).at("aanbieders");
    };
    const auto call_almelo = [&](storage::Transaction& transaction, const std::string& name) {
        storage::insert(transaction, 0, std::vector<storage::ProviderName>{{0, almelo(), name, "2018-01-01", 0}});
        storage::rename_provider(transaction, almelo(), name);
        transaction.audit({"proef", {"aanbieder", almelo()}, 0, {}, {}});
    };
    {
        auto transaction = system().database.write({Actor::Kind::account, account("contractmanager_regio"), 0});
        call_almelo(transaction, "Zorg aan de Aa");
        transaction.commit();
    }
    clock_.advance(std::chrono::minutes(1));
    const auto both_runs = system().now().rfc3339();
    clock_.advance(std::chrono::minutes(1));
    {
        auto transaction = system().database.write({Actor::Kind::account, account("contractmanager_regio"), 0});
        call_almelo(transaction, "Zzz heet het nu");  // last of all now, and first then
        std::vector<std::int64_t> old;
        for (const auto& line : storage::current_contract_lines(transaction.sql())) {
            if (line.provider == almelo()) old.push_back(line.id);
        }
        storage::supersede(transaction, "contract_line", old);
        transaction.commit();
    }
    const json merge{{"metAanbieder", almelo()}, {"reden", "Dezelfde."}};
    ASSERT_EQ(send(Method::post, fmt::format("/api/v1/aanbieders/{}/samenvoegingen", enschede()), merge.dump(),
                   "contractmanager_regio")
                  .status,
              201);
    clock_.advance(std::chrono::minutes(1));
    EXPECT_EQ(rows(system().now().rfc3339()).size(), 1U) << "one went up in the other";
    const auto then = rows(both_runs);
    ASSERT_EQ(then.size(), 2U) << "and had not yet then";
    EXPECT_EQ(then.at(0).at("naam"), "Zorg aan de Aa") << "nor its new name";
    EXPECT_EQ(then.at(0).at("waardePerJaar"), 100'000.0) << "and its contract held";
    const auto providers = json_of(get("/api/v1/aanbieders?bekendOp=2019-03-01", "contractmanager_regio"));
    EXPECT_EQ(of(providers).at("id"), first);
    const auto both =
        get(fmt::format("/api/v1/urgentielijst?bekendOp=2019-03-01&screening={}", second), "contractmanager_regio");
    EXPECT_EQ(fault_places(both), std::vector<std::string>{"screening"}) << "one of the two";
    EXPECT_EQ(get("/api/v1/urgentielijst?bekendOp=2999-01-01", "contractmanager_regio").status, 400);
}

/// From too little data to orange is not heavier, and to too little data not lighter: nobody can say.
TEST_P(ListRoutes, FromOrToTooLittleDataIsNeitherHeavierNorLighter) {
    add_run("2018-10-31", {{enschede(), "grijs", {}, "7"}, {almelo(), "rood", "lichtrood", "3"}});
    add_run("2019-05-09", {{enschede(), "oranje", {}, "5"}, {almelo(), "grijs", {}, "7"}});
    const auto unknown = list("?veranderd=onbekend");
    EXPECT_EQ(ids(unknown), (std::vector<std::int64_t>{enschede(), almelo()}));
    EXPECT_EQ(unknown.at("rijen").at(0).at("aanbieder").at("vorigeKleur"), "grijs");
    EXPECT_EQ(ids(list("?veranderd=hoger&veranderd=lager&veranderd=gelijk")), std::vector<std::int64_t>{});
}

TEST_P(ListRoutes, ARunMadeOverOfTheSameDayKeepsTheRunBefore) {
    const auto [first, second] = add_two_runs();
    const auto again = add_run("2019-05-09", {{enschede(), "rood", "donkerrood", "1"}, {almelo(), "oranje", {}, "5"}});
    const auto now = list("");
    EXPECT_EQ(now.at("screening").at("id"), again);
    EXPECT_EQ(now.at("vorigeScreening").at("id"), first);
    EXPECT_EQ(ids(list("?veranderd=hoger")), std::vector<std::int64_t>{enschede()});
    // One of a day before, made afterwards, takes nobody's place.
    add_run("2019-01-31", {{enschede(), "groen", {}, "9"}});
    EXPECT_EQ(list("").at("screening").at("id"), again);
}

/// A run of the gate, and one made over with what was known then, take the place of no list: the one is about something
/// else, the other would undo what was corrected since.
TEST_P(ListRoutes, ARunOfTheGateOrOneMadeOverTakesNobodysPlace) {
    const auto run = add_run("2019-05-09", {{enschede(), "rood", "donkerrood", "1"}, {almelo(), "oranje", {}, "5"}});
    add_run("2019-05-09", {{enschede(), "groen", {}, "9"}}, run);
    const auto of = [&](const std::string& table, const std::string& set, std::int64_t id) {
        auto transaction = system().database.write({Actor::Kind::account, account("contractmanager_regio"), 0});
        transaction.sql().execute(fmt::format("update {} set {} where id = $1", table, set), {id});
        transaction.audit({"proef", {"screening", id}, 0, {}, {}});
        transaction.commit();
    };
    const auto over = add_run("2019-05-09", {{enschede(), "rood", "donkerrood", "1"}});
    of("screening", fmt::format("recorded_until = (select recorded_until from screening where id = {})", run), over);
    of("screening", "phase = 'poort'", add_run("2019-05-09", {{enschede(), "oranje", {}, "5"}}));
    EXPECT_EQ(list("").at("screening").at("id"), run);
    EXPECT_EQ(list("").at("tellingen").at("groen"), 1) << "as corrected";
    const auto dossier = json_of(get(fmt::format("/api/v1/aanbieders/{}", enschede()), "contractmanager_regio"));
    EXPECT_EQ(dossier.at("beoordeling").at("kleur"), "groen") << "the dossier says what the list says";
    EXPECT_EQ(json_of(get("/api/v1/verdeling?van=2019-05-09&tot=2019-05-09", "contractmanager_regio"))
                  .at("tot")
                  .at("screening")
                  .at("id"),
              run);
}

/// After a correction of the one both are red: the list and the dossier know the same places.
TEST_P(ListRoutes, TheDossierHasThePlaceOfTheList) {
    const auto run = add_run("2019-05-09", {{enschede(), "rood", "donkerrood", "1", "{}"},
                                            {almelo(), "rood", "lichtrood", "2", R"({"redenen":[]})"}});
    clock_.advance(std::chrono::minutes(1));
    const auto then = system().now().rfc3339();
    clock_.advance(std::chrono::minutes(1));
    const auto corrected =
        add_run("2019-05-09", {{enschede(), "rood", "lichtrood", "3", R"({"redenen":[],"urgentie":1})"}}, run);
    start_session("contractmanager_regio");
    const auto rows = list("").at("rijen");
    ASSERT_EQ(ids(list("")), (std::vector<std::int64_t>{almelo(), enschede()}));
    EXPECT_EQ(rows.at(1).at("aanbieder").at("urgentie"), 2);
    const auto place = [&](std::int64_t provider, std::int64_t screening, const server::Fields& query = {}) {
        const auto path = fmt::format("/api/v1/aanbieders/{}/beoordelingen/{}", provider, screening);
        return json::parse(plain_get(path, "contractmanager_regio", query)).at("urgentie");
    };
    EXPECT_EQ(place(enschede(), corrected), 2) << "not the first of itself alone";
    EXPECT_EQ(place(almelo(), run), 1);
    EXPECT_EQ(place(almelo(), run, {{"geregistreerdOp", then}}), 2) << "before the correction";
}

TEST_P(ListRoutes, AnOpenCorrectionGivesARowItsTerm) {
    add_two_runs();
    clock_.advance(std::chrono::minutes(1));
    const auto before = system().now().rfc3339();
    clock_.advance(std::chrono::minutes(1));
    auto transaction = system().database.write({Actor::Kind::account, account("contractmanager_regio"), 0});
    for (const auto& [id, due] : std::map<int, std::string>{{901, "2019-07-01"}, {902, "2019-06-09"}})
        transaction.sql().execute(
            "insert into correction (id, provider_id, fact, period, fact_id, kind, reason, opened_by, opened_at, "
            "due_on) "
            "values ($1, $2, 'omzet', '2017', 0, 'betwisting', 'r', $3, $4, $5)",
            {id, enschede(), account("privacy"), transaction.recorded_at(), due});
    transaction.audit({"proef", {"aanbieder", enschede()}, 0, {}, {}});
    transaction.commit();
    clock_.advance(std::chrono::minutes(1));
    start_session("contractmanager_regio");
    EXPECT_EQ(list("").at("rijen").at(0).at("aanbieder").at("termijn"), "2019-06-09") << "the first of the two";
    EXPECT_TRUE(list("").at("rijen").at(1).at("aanbieder").at("termijn").is_null());
    const auto then = json_of(get("/api/v1/aanbieders?geregistreerdOp=" + before, "contractmanager_regio"));
    for (const auto& row : then.at("aanbieders")) EXPECT_TRUE(row.at("termijn").is_null()) << "not opened yet";
}

TEST_P(ListRoutes, TheDistributionIsAsRecordedAtAMoment) {
    const auto run = add_run("2019-05-09", {{enschede(), "rood", "donkerrood", "1"}, {almelo(), "oranje", {}, "5"}});
    clock_.advance(std::chrono::minutes(1));
    const auto then = system().now().rfc3339();
    clock_.advance(std::chrono::minutes(1));
    add_run("2019-05-09", {{enschede(), "groen", {}, "9"}}, run);
    clock_.advance(std::chrono::minutes(1));
    start_session("contractmanager_regio");
    const auto counts = [&](const std::string& more) {
        const auto answer =
            get(fmt::format("/api/v1/verdeling?van={0}&tot={0}{1}", run, more), "contractmanager_regio");
        return json_of(answer).at("tot").at("tellingen");
    };
    EXPECT_EQ(counts("").at("groen"), 1);
    EXPECT_EQ(counts("").at("rood"), 0);
    EXPECT_EQ(counts("&geregistreerdOp=" + then).at("groen"), 0) << "not corrected yet";
    EXPECT_EQ(counts("&geregistreerdOp=" + then).at("rood"), 1);
    const auto early = fmt::format("/api/v1/verdeling?van={0}&tot={0}&geregistreerdOp=2019-01-01T00:00:00Z", run);
    EXPECT_EQ(get(early, "contractmanager_regio").status, 404) << "that run was not there";
}

TEST_P(ListRoutes, EverybodyFollowsHisOwn) {
    add_two_runs();
    const auto at = [](std::int64_t id) { return fmt::format("/api/v1/aanbieders/{}", id); };
    const auto put = [&](std::int64_t id, const std::string& who) {
        return send(Method::put, at(id) + "/volgen", {}, who).status;
    };
    EXPECT_EQ(put(almelo(), "contractmanager_regio"), 204);
    EXPECT_EQ(put(almelo(), "contractmanager_regio"), 204) << "again changes nothing";
    EXPECT_EQ(entries("aanbieder-gevolgd").size(), 1U);
    EXPECT_EQ(ids(list("?alleenGevolgd=true")), std::vector<std::int64_t>{almelo()});
    EXPECT_EQ(list("?alleenGevolgd=true").at("tellingen").at("rood"), 0);
    EXPECT_EQ(list("").at("rijen").at(1).at("aanbieder").at("volgt"), true);
    EXPECT_EQ(json_of(get(at(almelo()), "contractmanager_regio")).at("volgt"), true);
    EXPECT_EQ(json_of(get(at(almelo()), "privacy")).at("volgt"), false);
    EXPECT_EQ(json_of(get("/api/v1/aanbieders?alleenGevolgd=true", "privacy")).at("totaal"), 0);

    EXPECT_EQ(put(almelo(), "contractmanager_gemeente"), 404) << "another municipality's";
    EXPECT_EQ(put(enschede(), "contractmanager_gemeente"), 204);
    EXPECT_EQ(put(enschede(), "aanbieder"), 403);

    EXPECT_EQ(send(Method::remove, at(almelo()) + "/volgen", {}, "contractmanager_regio").status, 204);
    EXPECT_EQ(send(Method::remove, at(almelo()) + "/volgen", {}, "contractmanager_regio").status, 204);
    EXPECT_EQ(entries("aanbieder-niet-meer-gevolgd").size(), 1U);
    EXPECT_EQ(ids(list("?alleenGevolgd=true")), std::vector<std::int64_t>{});
}

TEST_P(ListRoutes, WhoFollowedAProviderFollowsTheOneThatItWentUpIn) {
    add_two_runs();
    const auto at = [](std::int64_t id) { return fmt::format("/api/v1/aanbieders/{}", id); };
    for (const auto* who : {"contractmanager_regio", "privacy"})
        ASSERT_EQ(send(Method::put, at(almelo()) + "/volgen", {}, who).status, 204);
    ASSERT_EQ(send(Method::put, at(enschede()) + "/volgen", {}, "privacy").status, 204);
    const json merge{{"metAanbieder", almelo()}, {"reden", "Dezelfde."}};
    ASSERT_EQ(send(Method::post, at(enschede()) + "/samenvoegingen", merge.dump(), "contractmanager_regio").status,
              201);
    EXPECT_EQ(json_of(get(at(enschede()), "contractmanager_regio")).at("volgt"), true);
    EXPECT_EQ(json_of(get(at(enschede()), "privacy")).at("volgt"), true);
    EXPECT_EQ(count("follow"), 2);
    EXPECT_EQ(code_of(send(Method::put, at(almelo()) + "/volgen", {}, "contractmanager_regio")),
              "niet-in-deze-toestand");
}

TEST_P(ListRoutes, AListIsKeptUnderANameOfOnesOwn) {
    const auto save = [&](const std::string& name, const json& body, const std::string& who = "onderzoeker") {
        return send(Method::put, "/api/v1/lijsten/" + name, body.dump(), who);
    };
    const auto kept = [&](const std::string& who) { return json_of(get("/api/v1/lijsten", who)).at("lijsten"); };
    EXPECT_EQ(kept("onderzoeker"), json::array());
    EXPECT_EQ(save("Rood%20nu", {{"zoekopdracht", "kleur=rood"}, {"standaard", true}}).status, 204);
    EXPECT_EQ(save("Alles", {{"zoekopdracht", ""}, {"standaard", false}}).status, 204);
    EXPECT_EQ(save("Alles", {{"zoekopdracht", "sorteer=punten"}, {"standaard", true}}).status, 204);
    EXPECT_EQ(kept("onderzoeker"), json::parse(R"([{"naam":"Alles","zoekopdracht":"sorteer=punten","standaard":true},
                              {"naam":"Rood nu","zoekopdracht":"kleur=rood","standaard":false}])"));
    EXPECT_EQ(kept("privacy"), json::array()) << "another's is not seen";
    EXPECT_EQ(audit_contents().find("kleur=rood"), std::string::npos);

    EXPECT_EQ(send(Method::remove, "/api/v1/lijsten/Alles", {}, "privacy").status, 404);
    EXPECT_EQ(send(Method::remove, "/api/v1/lijsten/Alles", {}, "onderzoeker").status, 204);
    EXPECT_EQ(kept("onderzoeker").size(), 1U);
    EXPECT_EQ(entries("lijst-bewaard").size(), 3U);
    EXPECT_EQ(entries("lijst-verwijderd").size(), 1U);
    EXPECT_EQ(get("/api/v1/lijsten", "auditor").status, 403);
}

TEST_P(ListRoutes, AListThatCannotBeKeptIsRefused) {
    const auto save = [&](const std::string& name, const std::string& query) {
        const json body{{"zoekopdracht", query}, {"standaard", false}};
        return send(Method::put, "/api/v1/lijsten/" + name, body.dump(), "onderzoeker");
    };
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "%C3%A9";
    EXPECT_EQ(save(accents, "").status, 204) << "a hundred characters, two hundred bytes";
    EXPECT_EQ(fault_places(save(accents + "e", "")), std::vector<std::string>{"lijstNaam"});
    EXPECT_EQ(fault_places(save("%20", "")), std::vector<std::string>{"lijstNaam"});
    EXPECT_EQ(fault_places(save("x", std::string(1001, 'a'))), std::vector<std::string>{"/zoekopdracht"});
    EXPECT_EQ(fault_places(send(Method::put, "/api/v1/lijsten/x", "{}", "onderzoeker")),
              (std::vector<std::string>{"/zoekopdracht", "/standaard"}));
    for (int i = 1; i < 50; ++i) ASSERT_EQ(save("Lijst" + std::to_string(i), "").status, 204);
    const auto full = save("x", "");
    EXPECT_EQ(full.status, 409);
    EXPECT_EQ(save("Lijst1", "kleur=rood").status, 204) << "what is there can be replaced";
}

TEST_P(ListRoutes, TheListLeavesAsAFileForASpreadsheet) {
    EXPECT_EQ(get("/api/v1/urgentielijst/uitvoer?vorm=csv", "contractmanager_regio").status, 404) << "no run yet";
    add_two_runs();
    const auto answer = get("/api/v1/urgentielijst/uitvoer?vorm=csv&kleur=rood", "contractmanager_regio");
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(answer.content_type, "text/csv; charset=utf-8");
    EXPECT_EQ(header_of(answer, "Content-Disposition"), "attachment; filename=\"urgentielijst-2019-05-09.csv\"");
    const auto versions = json_of(get("/api/v1/modellen", "beleid")).at("modellen").at(0).at("huidig");
    EXPECT_EQ(
        answer.body,
        "\xEF\xBB\xBFPeildatum;2019-05-09\r\nModel;" + versions.at("naam").get<std::string>() + " " +
            versions.at("versie").get<std::string>() + " (" + model() +
            ")\r\nProef;ja: nog niet alles is geregeld, deze uitkomst opent geen werk\r\nFilters;kleur: rood\r\n"
            "Een kleur is een risico-inschatting op een peildatum en geen oordeel over de aanbieder.\r\n\r\n"
            "Urgentie;Aanbieder;KvK-nummer;Signaal;Subcategorie;Mogelijke kleuren;Punten zeker;Punten "
            "hoogstens;Volledigheid;Ontbrekende feiten;Verschil;Vorige kleur;Vorige subcategorie;Zwaarste reden "
            "(punten);Tweede reden (punten);Cliënten;Waarde per jaar (euro);Stap;Uiterlijk besluiten over een "
            "correctie;Gemeenten\r\n"
            "1;Zorg aan het Volkspark;00100023;rood;donkerrood;oranje, rood;3;3;1;2;zwaarder;rood;lichtrood;'=Winst "
            "(3);;12;100000,00;urgentielijst;;Enschede\r\n");
    const auto read = entries("lijst-bekeken");
    ASSERT_EQ(read.size(), 1U);
    EXPECT_NE(read.front().reference.find("urgentielijst csv"), std::string::npos);
    EXPECT_NE(read.front().reference.find("kleur=rood"), std::string::npos);
    EXPECT_EQ(get("/api/v1/urgentielijst/uitvoer?vorm=pdf", "contractmanager_regio").status, 400);
    EXPECT_EQ(get("/api/v1/urgentielijst/uitvoer?vorm=csv&aantal=5", "contractmanager_regio").status, 400);
    EXPECT_EQ(get("/api/v1/urgentielijst/uitvoer?vorm=csv", "beleid").status, 403);
}

TEST_P(ListRoutes, TheFileIsInEnglishForWhoReadsEnglish) {
    add_two_runs();
    const auto answer = get("/api/v1/urgentielijst/uitvoer?vorm=csv&taal=en&kleur=rood", "contractmanager_regio");
    ASSERT_EQ(answer.status, 200);
    const auto holds = [&](const std::string& text) { return answer.body.find(text) != std::string::npos; };
    EXPECT_TRUE(holds("Reference date;2019-05-09\r\n")) << answer.body;
    EXPECT_TRUE(
        holds("Trial;yes: not everything has been arranged yet, this outcome opens no work\r\nFilters;colour: red\r\n"
              "A colour is a risk estimate on a reference date, and not a judgement of the provider.\r\n"))
        << answer.body;
    // The title is that of models/twente/english.toml.
    EXPECT_TRUE(
        holds("1;Zorg aan het Volkspark;00100023;red;dark red;orange, red;3;3;1;2;heavier;red;light red;"
              "Profit margin (3);;12;100000,00;urgency list;;Enschede\r\n"))
        << answer.body;
    EXPECT_EQ(get("/api/v1/urgentielijst/uitvoer?vorm=csv&taal=de", "contractmanager_regio").status, 400);
    const auto sheet =
        files::read_xlsx(get("/api/v1/urgentielijst/uitvoer?vorm=xlsx&taal=en", "contractmanager_gemeente").body);
    ASSERT_TRUE(sheet) << sheet.error().text();
    EXPECT_NE(sheet->text.find("Heaviest reason (points)"), std::string::npos) << sheet->text;
}

TEST_P(ListRoutes, TheFileSaysWhatItWasNarrowedTo) {
    add_two_runs();
    const auto filters = [&](const std::string& asked) {
        const auto answer = get("/api/v1/urgentielijst/uitvoer?vorm=csv" + asked, "contractmanager_regio");
        EXPECT_EQ(answer.status, 200) << asked;
        const auto start = answer.body.find("\r\nFilters;") + 10;
        return answer.body.substr(start, answer.body.find("\r\n", start) - start);
    };
    EXPECT_EQ(filters(""), "geen: alle aanbieders die u ziet");
    EXPECT_EQ(filters("&taal=en"), "none: all providers that you see");
    EXPECT_EQ(filters("&kleur=rood&kleur=grijs&stap=beeindigd&gemeente=0153&zoek=rood&alleenGevolgd=true"),
              "\"gezocht op: rood; kleur: rood, te weinig gegevens; gemeente: Enschede; stap: beëindigd; alleen wie ik "
              "volg\"");
    EXPECT_EQ(filters("&taal=en&veranderd=hoger&zoek=rood"), "\"searched for: rood; change: heavier\"")
        << "what somebody typed is not put in English";
}

TEST_P(ListRoutes, TheFileIsInTheOrderThatIsAsked) {
    add_two_runs();
    const auto names = [&](const std::string& order) {
        const auto answer = get("/api/v1/urgentielijst/uitvoer?vorm=csv" + order, "contractmanager_regio");
        EXPECT_EQ(answer.status, 200) << order;
        std::vector<std::string> found;
        for (const auto line : split(answer.body, '\n')) {
            const auto cells = split(line, ';');
            if (cells.size() > 10 && cells[1] != "Aanbieder") found.emplace_back(cells[1]);
        }
        return found;
    };
    auto by_name = names("&sorteer=aanbieder");
    ASSERT_GE(by_name.size(), 2U);
    EXPECT_TRUE(std::is_sorted(by_name.begin(), by_name.end())) << testing::PrintToString(by_name);
    std::reverse(by_name.begin(), by_name.end());
    EXPECT_EQ(names("&sorteer=aanbieder&richting=aflopend"), by_name);
    auto by_urgency = names("");
    EXPECT_EQ(names("&sorteer=urgentie"), by_urgency);
    std::reverse(by_urgency.begin(), by_urgency.end());
    EXPECT_EQ(names("&sorteer=urgentie&richting=aflopend"), by_urgency);
    EXPECT_EQ(get("/api/v1/urgentielijst/uitvoer?vorm=csv&sorteer=kvk", "contractmanager_regio").status, 400);
}

TEST_P(ListRoutes, AWorkbookHoldsTheSameAndNumbersInIt) {
    add_two_runs();
    const auto answer = get("/api/v1/urgentielijst/uitvoer?vorm=xlsx", "contractmanager_gemeente");
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(header_of(answer, "Content-Disposition"), "attachment; filename=\"urgentielijst-2019-05-09.xlsx\"");
    const auto sheet = files::read_xlsx(answer.body);
    ASSERT_TRUE(sheet) << sheet.error().text();
    const auto holds = [&](const std::string& text) { return sheet->text.find(text) != std::string::npos; };
    EXPECT_TRUE(holds("Peildatum\t2019-05-09")) << sheet->text;
    EXPECT_TRUE(
        holds("1\tZorg aan het Volkspark\t00100023\trood\tdonkerrood\t\"oranje, rood\"\t3\t3\t1\t2\tzwaarder\t"
              "rood\tlichtrood\t=Winst (3)\t\t12\t100000\turgentielijst\t\tEnschede"))
        << "text is text and no formula: " << sheet->text;
    EXPECT_FALSE(holds("Zorg aan de Aa")) << "of another municipality";
}

TEST_P(ListRoutes, OfEveryIndicatorItIsCountedWhatItSaid) {
    const auto said = [](const std::string& margin, const std::string& trade) {
        return json{{"redenen", json::array({{{"indicator", "winstmarge"}, {"uitkomst", margin}},
                                             {{"indicator", "risicobranche"}, {"uitkomst", trade}}})}}
            .dump();
    };
    const auto run = add_run("2019-05-09", {{enschede(), "oranje", {}, "5", said("treffer", "niet-meegeteld")},
                                            {almelo(), "groen", {}, "7", said("onbekend", "niet-van-toepassing")}});
    const auto counts = json_of(get(fmt::format("/api/v1/screenings/{}/indicatoren", run), "contractmanager_gemeente"));
    EXPECT_EQ(counts.at("geteld"), 2) << "counts are of the whole region, whatever one sees of it";
    const auto of = [&](const std::string& key) {
        for (const auto& count : counts.at("indicatoren")) {
            if (count.at("indicator") == key) return count;
        }
        return json();
    };
    const auto margin = of("winstmarge");
    EXPECT_EQ(margin.at("vanToepassing"), 2);
    EXPECT_EQ(margin.at("treffers"), 1);
    EXPECT_EQ(margin.at("geenTreffers"), 0);
    EXPECT_EQ(margin.at("onbekend"), 1);
    EXPECT_FALSE(margin.at("categorie").is_null());
    const auto trade = of("risicobranche");
    EXPECT_EQ(trade.at("vanToepassing"), 1);
    EXPECT_EQ(trade.at("nietMeegeteld"), 1);
    EXPECT_EQ(trade.at("terzijdeGelegd"), 0);
    EXPECT_EQ(get(fmt::format("/api/v1/screenings/{}/indicatoren", run), "beheerder").status, 403);
}

}  // namespace
}  // namespace slagboom::tests
