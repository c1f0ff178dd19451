// What the parts of a dossier say at the moment that is asked, and what they keep to themselves.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/visible_facts.h"
#include "domain/source_kind.h"
#include "region_server.h"
#include "storage/assessment_store.h"
#include "storage/fact_store.h"
#include "storage/mark_store.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/source_store.h"
#include "storage/supersede.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using storage::Actor;

class DossierRoutes : public RegionServer {
 protected:
    storage::Transaction write() { return system().database.write({Actor::Kind::account, account("privacy"), 0}); }
    static void end(storage::Transaction& transaction) {
        transaction.audit({"proef", {"aanbieder", 0}, 0, {}, {}});
        transaction.commit();
    }
    json dossier(const std::string& query = {}) {
        return json_of(get(fmt::format("/api/v1/aanbieders/{}{}", enschede(), query), "contractmanager_regio"));
    }

    void say_legal_form(const std::string& form, const std::string& known_on) {
        auto transaction = write();
        storage::Source source;
        const auto preset = domain::source_kind("kvk");
        source.kind = preset.kind;
        source.name = "kvk";
        source.ground = preset.ground;
        source.purpose = preset.purpose;
        source.term_months = 84;
        storage::StoredFact fact;
        fact.provider = enschede();
        fact.fact = app::kLegalForm;
        fact.period = "2019-01-01";
        fact.value.choice = form;
        fact.known_on = parse_iso_date(known_on).value();
        fact.source = storage::ensure_source(transaction, source);
        std::vector<storage::StoredFact> facts{fact};
        storage::insert_facts(transaction, facts);
        end(transaction);
    }

    /// Says what time it was.
    std::string a_minute_later() {
        const std::string now = system().now().rfc3339();
        clock_.advance(std::chrono::minutes(1));
        for (const auto* who : {"contractmanager_regio", "contractmanager_gemeente", "aanbieder"}) start_session(who);
        return now;
    }
    /// The path of the correction.
    std::string dispute_legal_form(const json& should_be) {
        const auto own = fmt::format("/api/v1/aanbieders/{}", enschede());
        const auto facts = json_of(get(own + "/feiten", "contractmanager_regio"));
        const json proposal{{"feit", "rechtsvorm"},
                            {"periode", "2019-01-01"},
                            {"feitId", facts.at("feiten").at(0).at("id")},
                            {"soort", "betwisting"},
                            {"voorgesteldeWaarde", should_be},
                            {"bekendOp", "2019-02-01"},
                            {"bron", {{"naam", "kvk"}}},
                            {"reden", "Staat anders in het Handelsregister."}};
        const auto proposed = send(server::Method::post, own + "/correcties", proposal.dump(), "contractmanager_regio");
        EXPECT_EQ(proposed.status, 201) << proposed.body;
        return fmt::format("/api/v1/correcties/{}", json_of(proposed).at("id").get<std::int64_t>());
    }
    void adopt(const std::string& correction) {
        const json decision{{"uitkomst", "overgenomen"}, {"reden", "Het uittreksel zegt hetzelfde."}};
        const auto answer =
            send(server::Method::post, correction + "/besluit", decision.dump(), "contractmanager_gemeente");
        ASSERT_EQ(answer.status, 201) << answer.body;
    }

    domain::Protection class_of_an_open_fact() {
        domain::FactDefinition open;
        open.protection = domain::Protection::open;
        const auto who = *app::act_as(system(), "modeleigenaar");
        const auto snapshot = system().database.read();
        return app::VisibleFacts(system(), who, snapshot.sql(), enschede()).protection(open);
    }

    /// A run that saw the provider of Enschede as orange.
    std::int64_t add_run(const std::string& model, const std::string& explanation) {
        auto transaction = write();
        storage::StoredScreening run;
        run.id = transaction.new_id();
        run.kind = "volledig";
        run.model_hash = model;
        run.reference_date = "2019-05-09";
        run.recorded_until = run.recorded_at = transaction.recorded_at();
        run.phase = "monitoring";
        run.context_of = run.id;
        run.context = "{}";
        run.providers = 1;
        run.digest = "d";
        run.account = account("contractmanager_regio");
        storage::StoredAssessment of;
        of.provider = enschede();
        of.screening = run.id;
        of.colour = "oranje";
        of.lowest = of.highest = 3;
        of.known_points = of.all_points = 9;
        of.order_key = "5";
        of.summary = R"({"mogelijkeKleuren":["oranje"],"zwaarsteRedenen":[],"ontbrekend":0})";
        of.explanation = explanation;
        storage::insert_screening(transaction, run, {of});
        end(transaction);
        return run.id;
    }
};
SLAGBOOM_ON_BOTH_ENGINES(DossierRoutes);

TEST_P(DossierRoutes, ALegalFormThatIsNotKnownProtectsAsMuchAsThatOfAPerson) {
    EXPECT_EQ(class_of_an_open_fact(), domain::Protection::personal) << "nobody knows who it is";
    say_legal_form("bv", "2019-02-01");
    EXPECT_EQ(class_of_an_open_fact(), domain::Protection::open);
    EXPECT_EQ(dossier().at("rechtsvorm"), "bv");
    say_legal_form("eenmanszaak", "2019-02-01");
    EXPECT_EQ(class_of_an_open_fact(), domain::Protection::personal) << "two sources say different things";
    EXPECT_TRUE(dossier().at("rechtsvorm").is_null());
    say_legal_form("stichting", "2019-03-01");
    EXPECT_EQ(class_of_an_open_fact(), domain::Protection::open) << "what is newer counts";
    say_legal_form("eenmanszaak", "2019-04-01");
    EXPECT_EQ(class_of_an_open_fact(), domain::Protection::personal);
}

TEST_P(DossierRoutes, TheHeadIsThatOfTheMomentAsked) {
    const std::string before = system().now().rfc3339();
    clock_.advance(std::chrono::hours(1));
    {
        auto transaction = write();
        storage::insert(transaction, 0,
                        std::vector<storage::ProviderName>{{0, enschede(), "Oude naam", "2018-01-01", 0},
                                                           {0, enschede(), "Nieuwe naam", "2019-03-01", 0}});
        storage::rename_provider(transaction, enschede(), "Nieuwe naam");
        std::vector<std::int64_t> old;
        for (const auto& line : storage::current_contract_lines(transaction.sql())) {
            if (line.provider == enschede()) old.push_back(line.id);
        }
        storage::supersede(transaction, "contract_line", old);
        storage::insert(transaction, 0,
                        std::vector<storage::ContractLine>{{0, enschede(), "C-1", "G-1", "wonen", "Wonen", "0153",
                                                            50'000'00, 6, "2018-01-01", std::nullopt}});
        end(transaction);
    }
    start_session("contractmanager_regio");
    EXPECT_EQ(dossier().at("naam"), "Nieuwe naam");
    EXPECT_EQ(dossier("?bekendOp=2019-02-28").at("naam"), "Oude naam");
    EXPECT_EQ(dossier().at("waardePerJaar"), 50'000.0);
    EXPECT_EQ(dossier("?geregistreerdOp=" + before).at("waardePerJaar"), 100'000.0) << "as it stood in the register";
    const auto lines = [&](const std::string& query) {
        const auto answer =
            get(fmt::format("/api/v1/aanbieders/{}/overeenkomsten{}", enschede(), query), "contractmanager_regio");
        return json_of(answer).at("overeenkomsten");
    };
    EXPECT_EQ(lines("").at(0).at("waardePerJaar"), 50'000.0);
    EXPECT_EQ(lines("?geregistreerdOp=" + before).at(0).at("waardePerJaar"), 100'000.0);
    EXPECT_EQ(lines("?bekendOp=2018-01-01").size(), 1U) << "the day on which it began";
    EXPECT_TRUE(lines("?bekendOp=2017-12-31").empty()) << "it was not there yet";
}

/// C-3 was EUR 40,000 a year until 1 March 2019 and EUR 60,000 since: never EUR 100,000. C-4 ended on 1 January.
TEST_P(DossierRoutes, TheYearlyValueOfAContractIsThatOfTheLinesThatRun) {
    {
        auto transaction = write();
        const auto line = [&](const char* contract, std::int64_t euros, const char* from, const char* until) {
            std::optional<std::string> end;
            if (until != nullptr) end = until;
            return storage::ContractLine{0,      enschede(),  contract, "G-2", "wonen", "Wonen",
                                         "0153", euros * 100, 12,       from,  end};
        };
        storage::insert(transaction, 0,
                        std::vector<storage::ContractLine>{line("C-3", 40'000, "2018-01-01", "2019-03-01"),
                                                           line("C-3", 60'000, "2019-03-01", nullptr),
                                                           line("C-4", 5'000, "2017-01-01", "2018-01-01"),
                                                           line("C-4", 7'000, "2018-01-01", "2019-01-01")});
        end(transaction);
    }
    const auto values = [&](const std::string& query) {
        std::map<std::string, double> found;
        const auto answer = json_of(
            get(fmt::format("/api/v1/aanbieders/{}/overeenkomsten{}", enschede(), query), "contractmanager_regio"));
        for (const auto& of : answer.at("overeenkomsten")) found[of.at("kenmerk")] = of.at("waardePerJaar");
        return found;
    };
    EXPECT_EQ(values("").at("C-3"), 60'000.0);
    EXPECT_EQ(values("").at("C-4"), 7'000.0) << "of its last day";
    EXPECT_EQ(values("?bekendOp=2019-02-28").at("C-3"), 40'000.0);
    EXPECT_EQ(values("?bekendOp=2017-06-01").at("C-4"), 5'000.0);
}

/// In care from 1 February to 1 May 2019. On 1 March nobody had written down that it would end.
TEST_P(DossierRoutes, OfADayInThePastNothingIsToldThatCameLater) {
    {
        auto transaction = write();
        storage::insert(transaction, 0,
                        std::vector<storage::ServicePeriod>{{0, enschede(), "2019-02-01", "2019-05-01"}});
        storage::insert(transaction, 0,
                        std::vector<storage::ContractLine>{
                            {0, enschede(), "C-2", "G-2", "wonen", "Wonen", "0141", 1, 1, "2019-04-01", std::nullopt}});
        end(transaction);
    }
    EXPECT_EQ(dossier().at("stap"), "beeindigd");
    EXPECT_EQ(dossier().at("inDienstTot"), "2019-05-01");
    EXPECT_EQ(dossier().at("gemeenten"), (json{"0141", "0153"}));
    const auto march = dossier("?bekendOp=2019-03-01");
    EXPECT_EQ(march.at("stap"), "aanmelding");
    EXPECT_EQ(march.at("inDienstVan"), "2019-02-01");
    EXPECT_TRUE(march.at("inDienstTot").is_null());
    EXPECT_EQ(march.at("gemeenten"), json{"0153"});
    const auto january = dossier("?bekendOp=2019-01-01");
    EXPECT_TRUE(january.at("inDienstVan").is_null());
}

TEST_P(DossierRoutes, AnEventIsToldInPartsToo) {
    const auto run = add_run(store_model("models/twente"), "{}");
    const auto history =
        json_of(get(fmt::format("/api/v1/aanbieders/{}/historie", enschede()), "contractmanager_regio"));
    const auto& event = history.at("gebeurtenissen").at(0);
    EXPECT_EQ(event.at("verwijzing"), run);
    EXPECT_EQ(event.at("over"), (json{{"peildatum", "2019-05-09"}, {"kleur", "oranje"}, {"subcategorie", nullptr}}));
    const auto before = json_of(
        get(fmt::format("/api/v1/aanbieders/{}/historie?bekendOp=2019-05-08", enschede()), "contractmanager_regio"));
    for (const auto& of : before.at("gebeurtenissen")) EXPECT_NE(of.at("soort"), "screening") << "its day is later";
}

TEST_P(DossierRoutes, AFactHasItsQuestionInBothLanguages) {
    store_model("models/twente");
    say_legal_form("bv", "2019-02-01");
    const auto facts = json_of(get(fmt::format("/api/v1/aanbieders/{}/feiten", enschede()), "aanbieder")).at("feiten");
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts.at(0).at("vraag"), "Wat is uw rechtsvorm?");
    EXPECT_EQ(facts.at(0).at("vraagEngels"), "What is your legal form?");
    EXPECT_EQ(facts.at(0).at("labelEngels"), "legal form");
    EXPECT_TRUE(facts.at(0).at("eenheidEngels").is_null());
    // What it chose is named too: a provider does not read the model.
    const auto& options = facts.at(0).at("opties");
    const auto chosen = std::find_if(options.begin(), options.end(),
                                     [&](const json& of) { return of.at("sleutel") == facts.at(0).at("waarde"); });
    ASSERT_NE(chosen, options.end());
    EXPECT_EQ(chosen->at("labelEngels"), "private limited company");
}

TEST_P(DossierRoutes, ASourceHasItsGroundAndPurposeInBothLanguages) {
    say_legal_form("bv", "2019-02-01");
    const auto sources =
        json_of(get(fmt::format("/api/v1/aanbieders/{}/bronnen", enschede()), "contractmanager_regio")).at("bronnen");
    ASSERT_FALSE(sources.empty());
    EXPECT_EQ(sources.at(0).at("grondslagEngels"),
              "GDPR article 6(1)(e): task in the public interest (Social Support Act 2015, Youth Act)");
    EXPECT_EQ(sources.at(0).at("doelEngels"), "To estimate how reliable the contracting party is");
}

TEST_P(DossierRoutes, WhoWentUpInAnotherIsFoundByItsNameAndNumberAndWasNotYetThen) {
    const std::string before = system().now().rfc3339();
    clock_.advance(std::chrono::hours(1));
    start_session("contractmanager_regio");
    const json almelo_before = json_of(get(fmt::format("/api/v1/aanbieders/{}", almelo()), "contractmanager_regio"));
    const json merge{{"metAanbieder", almelo()}, {"reden", "Dezelfde."}};
    ASSERT_EQ(send(server::Method::post, fmt::format("/api/v1/aanbieders/{}/samenvoegingen", enschede()), merge.dump(),
                   "contractmanager_regio")
                  .status,
              201);
    const auto found = [&](const std::string& text) {
        std::vector<std::int64_t> ids;
        const auto all = json_of(get("/api/v1/aanbieders?zoek=" + text, "contractmanager_regio"));
        for (const auto& row : all.at("aanbieders")) ids.push_back(row.at("id"));
        return ids;
    };
    EXPECT_EQ(found(almelo_before.at("kvkNummer")), std::vector<std::int64_t>{enschede()});
    EXPECT_EQ(found("de%20Aa"), std::vector<std::int64_t>{enschede()}) << almelo_before.at("naam");
    // The register of trade renames what went up in another: that is no name of the other, and leads to it.
    const std::string renamed = fmt::format("aanbieder;naam;van;tot\n{};Zorg aan de Regge;2018-01-01;\n",
                                            almelo_before.at("kvkNummer").get<std::string>());
    const auto import = send(server::Method::post, "/api/v1/imports?soort=aanbieders&bestandsnaam=aanbieders.csv",
                             renamed, "contractmanager_regio", {{"content-type", "text/csv; charset=utf-8"}});
    ASSERT_EQ(import.status, 201) << import.body;
    EXPECT_EQ(found("Regge"), std::vector<std::int64_t>{enschede()});
    EXPECT_EQ(dossier().at("naam"), "Zorg aan het Volkspark");
    const auto of = [&](const std::string& query) {
        return json_of(get(fmt::format("/api/v1/aanbieders/{}{}", almelo(), query), "contractmanager_regio"));
    };
    EXPECT_EQ(of("").at("samengevoegdIn"), enschede());
    EXPECT_TRUE(of("").at("stap").is_null()) << "it stands in no list";
    EXPECT_EQ(of("?geregistreerdOp=" + before).at("stap"), "aanmelding");
    EXPECT_TRUE(of("?geregistreerdOp=" + before).at("samengevoegdIn").is_null());
    EXPECT_EQ(found(almelo_before.at("kvkNummer").get<std::string>() + "&geregistreerdOp=" + before),
              std::vector<std::int64_t>{almelo()})
        << "then they were two";
    const auto merges = [&](const std::string& query) {
        const auto all =
            json_of(get(fmt::format("/api/v1/aanbieders/{}/historie{}", enschede(), query), "contractmanager_regio"));
        return std::count_if(all.at("gebeurtenissen").begin(), all.at("gebeurtenissen").end(),
                             [](const json& event) { return event.at("soort") == "samenvoeging"; });
    };
    EXPECT_EQ(merges(""), 1);
    EXPECT_EQ(merges("?geregistreerdOp=" + before), 0);
}

TEST_P(DossierRoutes, AProviderDoesNotReadItsColourFromItsStep) {
    const auto run = add_run(store_model("models/twente"), "{}");
    {
        auto transaction = write();
        transaction.sql().execute("update assessment set colour = 'rood' where screening_id = $1", {run});
        end(transaction);
    }
    EXPECT_EQ(dossier().at("stap"), "urgentielijst");
    const auto own = json_of(get(fmt::format("/api/v1/aanbieders/{}", enschede()), "aanbieder"));
    EXPECT_EQ(own.at("stap"), "monitoring");
    EXPECT_TRUE(own.at("beoordeling").is_null());
}

TEST_P(DossierRoutes, AProposalIsRefusedWithAllItsFaultsAtOnce) {
    store_model("models/twente");
    const json wrong{{"feit", "omzet"},
                     {"periode", "2017-Q1"},
                     {"soort", "typefout"},
                     {"reden", "Klopt niet."},
                     {"bekendOp", "2019-06-01"},
                     {"voorgesteldeWaarde", json::object()},
                     {"bron", {{"naam", "buurman"}}}};
    const auto refused = send(server::Method::post, fmt::format("/api/v1/aanbieders/{}/correcties", enschede()),
                              wrong.dump(), "contractmanager_regio");
    ASSERT_EQ(refused.status, 400) << refused.body;
    EXPECT_EQ(fault_places(refused),
              (std::vector<std::string>{"/voorgesteldeWaarde", "/periode", "/bekendOp", "/bron/naam"}));
    json less = wrong;
    less.erase("periode");
    less["bron"].erase("naam");
    const auto again = send(server::Method::post, fmt::format("/api/v1/aanbieders/{}/correcties", enschede()),
                            less.dump(), "contractmanager_regio");
    auto places = fault_places(again);
    std::sort(places.begin(), places.end());
    EXPECT_EQ(places, (std::vector<std::string>{"/bekendOp", "/bron/naam", "/periode", "/voorgesteldeWaarde"}))
        << "each once: what is missing is not also wrong";
}

TEST_P(DossierRoutes, AContactAddressIsOneThatCanBeMailed) {
    const std::string path = fmt::format("/api/v1/aanbieders/{}", enschede());
    const auto change = [&](const json& email, const std::string& type) {
        const auto version = header_of(get(path, "contractmanager_regio"), "ETag");
        return send(server::Method::patch, path, json{{"emailadres", email}}.dump(), "contractmanager_regio",
                    {{"if-match", version}, {"content-type", type}});
    };
    for (const auto* wrong : {"geen", "a@b", "@b.nl", "a@b.nl, c@d.nl", "a@@b.nl", "a@.nl", "a@b."}) {
        const auto answer = change(wrong, "application/merge-patch+json");
        EXPECT_EQ(answer.status, 400) << wrong;
        EXPECT_EQ(fault_places(answer), std::vector<std::string>{"/emailadres"}) << wrong;
    }
    EXPECT_EQ(change("zorg@volkspark.example", "Application/Merge-Patch+JSON; charset=utf-8").status, 200);
    EXPECT_EQ(dossier().at("contact").at("emailadres"), "zorg@volkspark.example");
    EXPECT_EQ(change(nullptr, "application/merge-patch+json").status, 200);
    EXPECT_TRUE(dossier().at("contact").at("emailadres").is_null());
}

TEST_P(DossierRoutes, ACorrectionIsAsRecordedAtAMoment) {
    store_model("models/twente");
    say_legal_form("bv", "2019-02-01");
    a_minute_later();
    const auto before = a_minute_later();
    const auto path = dispute_legal_form("stichting");
    a_minute_later();
    const auto open = a_minute_later();
    adopt(path);
    a_minute_later();

    const auto listed = [&](const std::string& query) {
        return json_of(get("/api/v1/correcties" + query, "contractmanager_regio")).at("correcties").size();
    };
    EXPECT_EQ(listed("?status=open"), 0U);
    EXPECT_EQ(listed("?status=open&geregistreerdOp=" + open), 1U);
    EXPECT_EQ(listed("?status=overgenomen&geregistreerdOp=" + open), 0U) << "decided later";
    EXPECT_EQ(listed("?geregistreerdOp=" + before), 0U) << "proposed later";
    EXPECT_EQ(json_of(get(path, "contractmanager_regio")).at("status"), "overgenomen");
    const auto then = json_of(get(path + "?geregistreerdOp=" + open, "contractmanager_regio"));
    EXPECT_EQ(then.at("status"), "open");
    EXPECT_TRUE(then.at("besluit").is_null());
    EXPECT_EQ(then.at("huidigeWaarde"), "bv") << "and not what the decision put in its place";
    EXPECT_EQ(get(path + "?geregistreerdOp=" + before, "contractmanager_regio").status, 404);
    EXPECT_EQ(dossier("?geregistreerdOp=" + open).at("openCorrecties"), 1);
    EXPECT_EQ(dossier().at("openCorrecties"), 0);
}

TEST_P(DossierRoutes, AFactFoundWrongWithoutAnotherValueStaysInTheListAsUnknown) {
    store_model("models/twente");
    say_legal_form("bv", "2019-02-01");
    const auto facts = [&](const std::string& query = "", const std::string& who = "contractmanager_regio") {
        return json_of(get(fmt::format("/api/v1/aanbieders/{}/feiten{}", enschede(), query), who)).at("feiten");
    };
    a_minute_later();
    const auto path = dispute_legal_form(nullptr);
    a_minute_later();
    const auto open = a_minute_later();
    adopt(path);
    a_minute_later();

    ASSERT_EQ(facts().size(), 1U);
    EXPECT_EQ(facts().at(0).at("status"), "ingetrokken");
    EXPECT_EQ(facts().at(0).at("waarde"), "bv") << "what stood there is not lost";
    EXPECT_EQ(fmt::format("/api/v1/correcties/{}", facts().at(0).at("correctie").get<std::int64_t>()), path);
    EXPECT_FALSE(facts().at(0).at("vervangenOp").is_null());
    EXPECT_EQ(facts("?geregistreerdOp=" + open).at(0).at("status"), "omstreden") << "it was not decided then";
    EXPECT_EQ(facts("?feit=rechtsvorm&geschiedenis=true").at(0).at("status"), "ingetrokken");
    const auto own = facts("", "aanbieder");
    ASSERT_EQ(own.size(), 1U);
    EXPECT_TRUE(own.at(0).at("correctie").is_null()) << "whose correction it was is not for the provider";

    // As soon as something is known again, that is what stands in the list.
    say_legal_form("stichting", "2019-03-01");
    ASSERT_EQ(facts().size(), 1U);
    EXPECT_EQ(facts().at(0).at("waarde"), "stichting");
    EXPECT_EQ(facts().at(0).at("status"), "geldt");
    EXPECT_EQ(facts("?feit=rechtsvorm&geschiedenis=true").size(), 2U);
}

TEST_P(DossierRoutes, OnlyTheRunThatReadACorrectedFactIsMarked) {
    const auto model = store_model("models/twente");
    const auto first = add_run(model, "{}");
    clock_.advance(std::chrono::hours(1));
    const auto second = add_run(model, "{}");
    {
        auto transaction = write();
        transaction.sql().execute(
            "insert into correction (id, provider_id, fact, period, fact_id, kind, reason, opened_by, opened_at, "
            "due_on) "
            "values (777, $1, 'omzet', '2017', 0, 'betwisting', 'r', $2, 1, '2019-07-01')",
            {enschede(), account("privacy")});
        storage::mark_assessments(transaction, enschede(), {first}, 777);
        end(transaction);
    }
    start_session("contractmanager_regio");
    EXPECT_EQ(dossier().at("beoordeling").at("screening"), second);
    EXPECT_EQ(dossier().at("beoordeling").at("geraaktDoorCorrectie"), false);
    const auto all =
        json_of(get(fmt::format("/api/v1/aanbieders/{}/beoordelingen", enschede()), "contractmanager_regio"));
    for (const auto& of : all.at("beoordelingen"))
        EXPECT_EQ(of.at("geraaktDoorCorrectie"), of.at("screening") == first);
}

TEST_P(DossierRoutes, CountsOfARunStayWhatTheyWereWhenAssessmentsWereDestroyed) {
    const auto run = add_run(store_model("models/twente"), "{}");
    {
        auto transaction = write();
        transaction.sql().execute(
            "insert into destroyed_assessment (screening_id, colour, sub_category, providers) values ($1, 'rood', "
            "'lichtrood', 4)",
            {run});
        end(transaction);
    }
    const auto distribution = [&](const std::string& who, const std::string& more) {
        return json_of(get(fmt::format("/api/v1/verdeling?van={0}&tot={0}{1}", run, more), who)).at("tot");
    };
    const auto region = distribution("beleid", "");
    EXPECT_EQ(region.at("beoordeeld"), 5);
    EXPECT_EQ(region.at("vernietigd"), 4);
    EXPECT_EQ(region.at("tellingen").at("rood"), 4);
    EXPECT_EQ(region.at("tellingen").at("lichtrood"), 4);
    EXPECT_EQ(region.at("tellingen").at("oranje"), 1);
    const auto part = distribution("beleid", "&gemeente=0153");
    EXPECT_EQ(part.at("beoordeeld"), 1);
    EXPECT_TRUE(part.at("vernietigd").is_null()) << "of which municipality they were nobody knows";
    EXPECT_EQ(distribution("beleid", "&gemeente=0141").at("beoordeeld"), 0);
}

}  // namespace
}  // namespace slagboom::tests
