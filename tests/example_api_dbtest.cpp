// The API over the whole example region: every answer as the contract says, and the same bytes from both engines.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/add_account.h"
#include "app/import_file.h"
#include "app/load_model.h"
#include "app/run_screening.h"
#include "app/system.h"
#include "contract.h"
#include "databases.h"
#include "jobs/worker.h"
#include "server/openapi_document.h"
#include "server/router.h"
#include "storage/installation_store.h"
#include "storage/register_store.h"

namespace slagboom::tests {
namespace {

using domain::Role;
using nlohmann::json;
using server::Method;

constexpr const char* kPassword = "een heel lang voorbeeld";

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The example region on one engine, with its clock standing at 9 May 2019.
class ExampleApi {
 public:
    explicit ExampleApi(storage::Engine engine) : own_(engine), system_({own_.address(), 4, clock_.clock(), {}}) {
        system_.key.emplace(InstallationKey::make());
        system_.database.migrate();
        {
            auto transaction = system_.database.write({storage::Actor::Kind::installation, 0, 0});
            storage::insert_installation(transaction, {true, "Voorbeeld", system_.key->id(), ""});
            transaction.audit({"installatie-gemaakt", {"installatie", 1}, 0, {}, {}});
            transaction.commit();
        }
        EXPECT_TRUE(app::add_first_account(system_, order("beheerder", Role::beheerder)));
        for (const auto role : {Role::contractmanager_regio, Role::modeleigenaar})
            EXPECT_TRUE(app::add_account(system_, as("beheerder"), order(std::string(domain::name(role)), role)));
        EXPECT_TRUE(app::load_model(system_, as("modeleigenaar"), "models/twente"));
        for (const auto* name : {"gemeenten", "aanbieders", "gunningen", "overeenkomsten", "relaties", "feiten"}) {
            app::ImportOrder file;
            file.kind = app::import_kind_named(name).value();
            file.file_name = std::string(name) + ".csv";
            file.bytes = text_of("data/example-region/" + file.file_name);
            const auto report = app::import_file(system_, as("contractmanager_regio"), file);
            EXPECT_TRUE(report && report->left == 0) << name;
        }
        for (const auto* day : {"2018-10-31", "2019-05-09"}) {
            app::ScreeningOrder run;
            run.reference = parse_iso_date(day);
            EXPECT_TRUE(app::queue_screening(system_, as("contractmanager_regio"), run));
        }
        while (jobs::work_once(system_)) {
        }
        cookie_ = sign_in();
    }

    /// The body of an answer, which must be a 200 and fit the contract.
    std::string get(const std::string& target) {
        const auto response = ask(Method::get, target, {});
        EXPECT_EQ(response.status, 200) << target << '\n' << response.body;
        return response.body;
    }

    server::Response ask(Method method, const std::string& target, const std::string& body) {
        server::Request request;
        request.method = method;
        request.target = "/api/v1" + target;
        request.path = request.target.substr(0, request.target.find('?'));
        request.id = "proef";
        std::istringstream pairs(target.find('?') == std::string::npos ? "" : target.substr(target.find('?') + 1));
        for (std::string pair; std::getline(pairs, pair, '&');)
            request.query.emplace_back(pair.substr(0, pair.find('=')), pair.substr(pair.find('=') + 1));
        request.headers = {{"cookie", cookie_}, {"x-slagboom", "1"}};
        if (!body.empty()) request.headers.emplace_back("content-type", "application/json");
        request.body = body;
        auto response = router_.answer(request);
        for (const auto& fault : contract().check_response(server::name(method), request.target, response.status,
                                                           response.content_type, response.body))
            ADD_FAILURE() << target << ": " << fault;
        return response;
    }

    void work() {
        while (jobs::work_once(system_)) {
        }
    }

 private:
    static const Contract& contract() {
        static const Contract judge(json::parse(server::openapi_document()));
        return judge;
    }
    static app::AccountOrder order(const std::string& name, Role role) {
        app::AccountOrder account;
        account.name = name == "contractmanager_regio" ? "contractmanager" : name;
        account.display_name = account.name;
        account.password = kPassword;
        storage::AccountRole of;
        of.role = role;
        of.valid_from = "2018-01-01";
        account.roles = {{of, std::nullopt}};
        return account;
    }
    app::SignedIn as(const std::string& name) {
        return *app::act_as(system_, name == "contractmanager_regio" ? "contractmanager" : name);
    }
    std::string sign_in() {
        const auto response =
            ask(Method::post, "/sessies", json{{"naam", "contractmanager"}, {"wachtwoord", kPassword}}.dump());
        EXPECT_EQ(response.status, 201) << response.body;
        for (const auto& [name, value] : response.headers) {
            if (name == "Set-Cookie") return value.substr(0, value.find(';'));
        }
        return {};
    }

    SettableClock clock_{Instant{1'557'388'800'000'000}};  // 2019-05-09T08:00:00Z
    OwnDatabase own_;
    app::System system_;
    server::Router router_{system_, true};
    std::string cookie_;
};

/// A day's work of a contract manager, in order; what each step said.
std::vector<std::pair<std::string, std::string>> days_work(ExampleApi& api) {
    std::vector<std::pair<std::string, std::string>> said;
    const auto get = [&](const std::string& target) {
        said.emplace_back(target, api.get(target));
        return json::parse(said.back().second);
    };
    const auto list = get("/aanbieders?aantal=25&volgorde=urgentie&kleur=rood");
    const auto second =
        get("/aanbieders?aantal=25&volgorde=urgentie&kleur=rood&na=" + list.at("volgende").get<std::string>());
    EXPECT_NE(list.at("aanbieders").at(0).at("id"), second.at("aanbieders").at(0).at("id"));
    get("/aanbieders?zoek=parasol&gemeente=0153");
    const auto urgency = get("/urgentielijst?aantal=500");
    // 328 in service on 9 May 2019, of whom 99 red: data/example-region/README.md.
    EXPECT_EQ(urgency.at("totaal"), 328);
    EXPECT_EQ(urgency.at("tellingen").at("rood"), 99);
    const auto distribution = get("/verdeling?van=2018-10-31&tot=2019-05-09");
    EXPECT_EQ(distribution.at("van").at("tellingen").at("donkerrood"), 33);
    const auto runs = get("/screenings").at("screenings");
    const auto newest = std::to_string(runs.at(0).at("screening").at("id").get<std::int64_t>());
    const auto oldest = std::to_string(runs.at(1).at("screening").at("id").get<std::int64_t>());
    get("/screenings/" + newest);
    get("/screenings/" + newest + "/vergelijking?met=" + oldest);
    const auto found = get("/aanbieders?zoek=00100017").at("aanbieders").at(0);
    const auto dossier = "/aanbieders/" + std::to_string(found.at("id").get<std::int64_t>());
    for (const auto* part : {"", "/feiten", "/feiten?bekendOp=2018-11-01&geschiedenis=true", "/bronnen", "/gunningen",
                             "/overeenkomsten", "/relaties", "/vestigingen", "/namen", "/historie", "/beoordelingen"})
        get(dossier + part);
    // Of a fact that he may not see a contract manager learns nothing, not even from a rule that says yes or no.
    const auto explained = get(dossier + "/beoordelingen/" + newest);
    int hidden = 0;
    for (const auto& reason : explained.at("redenen")) {
        for (const auto& of : reason.at("feiten")) {
            if (of.at("feit") != "bestuursverbod_vastgesteld") continue;  // the vault: models/twente/facts.toml
            ++hidden;
            EXPECT_TRUE(of.at("waarde").is_null());
            for (const auto& part : reason.at("beslissend"))
                EXPECT_EQ(part.at("deel").get<std::string>().find("bestuursverbod_vastgesteld"), std::string::npos);
        }
    }
    EXPECT_EQ(hidden, 1);

    // A correction, and what became of it.
    json fact;
    const auto found_facts = get(dossier + "/feiten?feit=belangen_buiten_zorg");
    for (const auto& of : found_facts.at("feiten")) fact = of;
    const json proposal{{"feit", "belangen_buiten_zorg"}, {"periode", fact.at("periode")},
                        {"feitId", fact.at("id")},        {"soort", "betwisting"},
                        {"voorgesteldeWaarde", 2},        {"bekendOp", "2019-05-08"},
                        {"bron", {{"naam", "kvk"}}},      {"reden", "Vier bedrijven zijn opgeheven."}};
    const auto proposed = api.ask(Method::post, dossier + "/correcties", proposal.dump());
    EXPECT_EQ(proposed.status, 201) << proposed.body;
    said.emplace_back("correctie", proposed.body);
    api.work();
    const auto disputed = get(dossier + "/beoordelingen").at("beoordelingen");
    EXPECT_EQ(disputed.size(), 3U);
    EXPECT_TRUE(disputed.at(1).at("geraaktDoorCorrectie"));
    EXPECT_EQ(get(dossier + "/feiten?feit=belangen_buiten_zorg").at("feiten").back().at("status"), "omstreden");
    get("/correcties?status=open");
    // Who disputes does not decide (design §5.8).
    const auto own =
        api.ask(Method::post,
                "/correcties/" + std::to_string(json::parse(proposed.body).at("id").get<std::int64_t>()) + "/besluit",
                R"({"uitkomst":"overgenomen","reden":"Klopt."})");
    EXPECT_EQ(own.status, 409);
    EXPECT_EQ(json::parse(own.body).at("code"), "tweede-persoon-nodig");
    get("/taken");
    get("/urgentielijst?aantal=10");
    return said;
}

TEST(ExampleApiTest, ADaysWorkFitsTheContractAndIsTheSameOnBothEngines) {
    ExampleApi sqlite(storage::Engine::sqlite);
    const auto on_sqlite = days_work(sqlite);
    if (!postgresql_is_here())
        GTEST_SKIP() << "no PostgreSQL: ./dev test starts one and names it in SLAGBOOM_POSTGRESQL";
    ExampleApi postgresql(storage::Engine::postgresql);
    const auto on_postgresql = days_work(postgresql);
    ASSERT_EQ(on_sqlite.size(), on_postgresql.size());
    for (std::size_t i = 0; i < on_sqlite.size(); ++i) {
        EXPECT_EQ(on_sqlite[i].first, on_postgresql[i].first);
        EXPECT_TRUE(on_sqlite[i].second == on_postgresql[i].second) << on_sqlite[i].first;
    }
}

}  // namespace
}  // namespace slagboom::tests
