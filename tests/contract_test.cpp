// The judge of the contract must itself find what is wrong.
#include "contract.h"

#include <gtest/gtest.h>

#include "domain/service_number.h"
#include "server/openapi_document.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using testing::Test;

constexpr const char* kJson = "application/json; charset=utf-8";
constexpr const char* kProblemJson = "application/problem+json";

const Contract& contract() {
    static const Contract judge(json::parse(server::openapi_document()));
    return judge;
}

std::string joined(const ContractFaults& faults) {
    std::string text;
    for (const auto& fault : faults) text += fault + "\n";
    return text;
}

/// Exactly one answer of the contract, changed by the test.
json municipalities() { return {{"gemeenten", {{{"code", "0141"}, {"naam", "Almelo"}}}}}; }

std::string answer(const json& body, int status = 200, const char* type = kJson) {
    return joined(contract().check_response("GET", "/api/v1/gemeenten", status, type, body.dump()));
}

json problem(int status) {
    return {{"status", status}, {"title", "t"}, {"detail", "d"}, {"code", "niet-gevonden"}, {"fouten", json::array()}};
}

json example(const std::string& schema) {
    return json::parse(server::openapi_document()).at("components").at("schemas").at(schema).at("example");
}

TEST(ContractJudge, EveryExampleFitsItsSchema) { EXPECT_EQ(joined(contract().check_examples()), ""); }

/// A SHA-256 can hold nine digits in a row by chance, and that of the example model does.
bool is_hash(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// Every text of the examples below this value.
void collect_example_texts(const json& value, bool in_example, std::vector<std::string>& texts) {
    if (value.is_string() && in_example) texts.push_back(value.get<std::string>());
    if (!value.is_structured()) return;
    for (const auto& [key, member] : value.items())
        collect_example_texts(member, in_example || key == "example", texts);
}

TEST(ContractJudge, NoExampleHoldsWhatCouldBeACitizenServiceNumber) {
    std::vector<std::string> texts;
    collect_example_texts(json::parse(server::openapi_document()), false, texts);
    EXPECT_GT(texts.size(), 100U);
    for (const auto& text : texts) EXPECT_FALSE(!is_hash(text) && domain::holds_service_number(text)) << text;
}

TEST(ContractJudge, ARightAnswerIsRight) {
    EXPECT_EQ(answer(municipalities()), "");
    EXPECT_EQ(answer(problem(503), 503, kProblemJson), "");
    EXPECT_EQ(answer(problem(500), 500, kProblemJson), "") << "500 is the default answer";
}

TEST(ContractJudge, AWrongBodyIsFound) {
    auto missing = municipalities();
    missing["gemeenten"][0].erase("naam");
    EXPECT_NE(answer(missing).find("naam"), std::string::npos);

    auto extra = municipalities();
    extra["gemeenten"][0]["provincie"] = "Overijssel";
    EXPECT_NE(answer(extra).find("provincie"), std::string::npos);

    auto wrong_type = municipalities();
    wrong_type["gemeenten"][0]["code"] = 141;
    EXPECT_NE(answer(wrong_type), "");

    auto wrong_pattern = municipalities();
    wrong_pattern["gemeenten"][0]["code"] = "141";
    EXPECT_NE(answer(wrong_pattern), "");

    auto null = municipalities();
    null["gemeenten"][0]["naam"] = nullptr;
    EXPECT_NE(answer(null), "") << "null is unknown, and this is never unknown";
}

TEST(ContractJudge, WrongStatusTypeAndPlaceAreFound) {
    EXPECT_NE(answer(municipalities(), 201), "");
    EXPECT_NE(answer(municipalities(), 200, "text/html"), "");
    EXPECT_NE(answer(problem(503), 503, kJson), "") << "a fault is a problem, whatever it looks like";
    const auto judge = [](const char* method, const char* target, int status, const char* type,
                          const std::string& body) {
        return joined(contract().check_response(method, target, status, type, body));
    };
    EXPECT_EQ(judge("GET", "/api/v1/niets", 404, kProblemJson, problem(404).dump()), "");
    EXPECT_NE(judge("GET", "/api/v1/niets", 200, kJson, "{}"), "");
    EXPECT_EQ(judge("PUT", "/api/v1/gemeenten", 405, kProblemJson, problem(405).dump()), "");
    EXPECT_NE(judge("GET", "/api/v1/gemeenten/", 200, kJson, municipalities().dump()), "") << "a slash at the end";
    EXPECT_NE(judge("GET", "/gemeenten", 200, kJson, municipalities().dump()), "") << "outside /api/v1";
    EXPECT_EQ(judge("DELETE", "/api/v1/sessies/huidige", 204, "", ""), "");
    EXPECT_NE(judge("DELETE", "/api/v1/sessies/huidige", 204, kJson, "{}"), "") << "204 has no body";
}

TEST(ContractJudge, BrokenAndDoubleJsonIsFound) {
    const auto judge = [](const std::string& body) {
        return joined(contract().check_response("GET", "/api/v1/gemeenten", 200, kJson, body));
    };
    EXPECT_EQ(judge(R"({"gemeenten":[]})"), "");
    EXPECT_NE(judge(R"({"gemeenten":[])").find("no JSON"), std::string::npos);
    EXPECT_NE(judge(R"({"gemeenten":[],"gemeenten":[]})").find("twice"), std::string::npos);
    EXPECT_NE(judge(R"({"gemeenten":[{"code":"0141","naam":"a","naam":"b"}]})").find("twice"), std::string::npos);
    EXPECT_EQ(judge(R"({"gemeenten":[{"code":"0141","naam":"a"},{"code":"0147","naam":"b"}]})"), "");
}

TEST(ContractJudge, NullOnlyWhereUnknownIsAnAnswer) {
    auto row = example("AanbiederRij");
    EXPECT_EQ(joined(contract().check_value("AanbiederRij", row)), "");
    for (const auto* const may : {"kleur", "subcategorie", "waardePerJaar", "urgentie", "kvkNummer"}) {
        auto unknown = row;
        unknown[may] = nullptr;
        EXPECT_EQ(joined(contract().check_value("AanbiederRij", unknown)), "") << may;
        unknown.erase(may);
        EXPECT_NE(joined(contract().check_value("AanbiederRij", unknown)), "") << may << " must stand there";
    }
    row["naam"] = nullptr;
    EXPECT_NE(joined(contract().check_value("AanbiederRij", row)), "");
}

TEST(ContractJudge, WordsAndDatesAreHeldTo) {
    auto row = example("AanbiederRij");
    row["kleur"] = "paars";
    EXPECT_NE(joined(contract().check_value("AanbiederRij", row)), "");

    auto session = example("Sessie");
    session["eindigtOp"] = "2019-05-09T21:00:00+02:00";
    EXPECT_NE(joined(contract().check_value("Sessie", session)), "") << "an answer is in UTC";
    session["eindigtOp"] = "2019-13-09T21:00:00Z";
    EXPECT_NE(joined(contract().check_value("Sessie", session)), "");

    auto fact = example("Feit");
    for (const json& value : {json(6), json(2.5), json(true), json("bv"), json(nullptr)}) {
        fact["waarde"] = value;
        EXPECT_EQ(joined(contract().check_value("Feit", fact)), "") << value;
    }
    fact["waarde"] = json::array();
    EXPECT_NE(joined(contract().check_value("Feit", fact)), "");
}

TEST(ContractJudge, ColoursComeWithTheSentence) {
    auto head = example("Beoordelingskop");
    EXPECT_EQ(joined(contract().check_value("Beoordelingskop", head)), "");
    head["toelichting"] = "Deze aanbieder deugt niet.";
    EXPECT_NE(joined(contract().check_value("Beoordelingskop", head)), "");
}

std::string request(const char* method, const char* target, const char* type = "", const std::string& body = "") {
    return joined(contract().check_request(method, target, type, body));
}

TEST(ContractJudge, QueriesAreHeldTo) {
    EXPECT_EQ(request("GET", "/api/v1/aanbieders"), "");
    EXPECT_EQ(request("GET", "/api/v1/aanbieders?kleur=rood&kleur=oranje&aantal=500&zoek=De%20Gele"), "");
    EXPECT_EQ(request("GET", "/api/v1/aanbieders/17?bekendOp=2019-05-09"), "");
    EXPECT_NE(request("GET", "/api/v1/aanbieders?kleur=paars"), "");
    EXPECT_NE(request("GET", "/api/v1/aanbieders?aantal=501"), "");
    EXPECT_NE(request("GET", "/api/v1/aanbieders?aantal=veel"), "");
    EXPECT_NE(request("GET", "/api/v1/aanbieders?aantal=1&aantal=2"), "");
    EXPECT_NE(request("GET", "/api/v1/aanbieders?kleuren=rood").find("kleuren"), std::string::npos);
    EXPECT_NE(request("GET", "/api/v1/aanbieders/0"), "");
    EXPECT_NE(request("GET", "/api/v1/aanbieders/zeventien"), "");
    EXPECT_NE(request("GET", "/api/v1/verdeling?van=2018-10-31").find("tot"), std::string::npos);
    EXPECT_EQ(request("GET", "/api/v1/verdeling?van=2018-10-31&tot=3"), "");
    EXPECT_NE(request("GET", "/api/v1/niets"), "");
}

TEST(ContractJudge, BodiesOfRequestsAreHeldTo) {
    EXPECT_EQ(request("POST", "/api/v1/sessies", kJson, R"({"naam":"a","wachtwoord":"b"})"), "");
    EXPECT_NE(request("POST", "/api/v1/sessies", kJson, R"({"naam":"a"})"), "");
    EXPECT_NE(request("POST", "/api/v1/sessies", kJson, R"({"naam":"a","wachtwoord":"b","beheerder":true})"), "");
    EXPECT_NE(request("POST", "/api/v1/sessies", "text/plain", R"({"naam":"a","wachtwoord":"b"})"), "");
    EXPECT_NE(request("GET", "/api/v1/gemeenten", kJson, "{}"), "");
    EXPECT_EQ(request("POST", "/api/v1/imports?soort=feiten&bestandsnaam=feiten.csv", "text/csv", "aanbieder;feit"),
              "");
    EXPECT_NE(request("POST", "/api/v1/imports?soort=feiten", "text/csv", "aanbieder;feit"), "");
    // A request may use any offset.
    EXPECT_EQ(request("POST", "/api/v1/screenings", kJson,
                      R"({"soort":"volledig","peildatum":"2019-05-09","fase":"monitoring",
                          "geregistreerdOp":"2019-05-09T12:00:00+02:00"})"),
              "");
}

TEST(ContractJudge, AWordGoesBeforeAPlaceholder) {
    // As {gebruikerId} "huidige" would be no number.
    EXPECT_EQ(request("PUT", "/api/v1/gebruikers/huidige/wachtwoord", kJson,
                      R"({"huidig":"oud","nieuw":"minstens twaalf tekens"})"),
              "");
}

TEST(ContractJudge, AReferenceToNowhereIsNoContract) {
    auto broken = json::parse(server::openapi_document());
    broken["components"]["schemas"].erase("Gemeente");
    const Contract judge(broken);
    EXPECT_THROW(judge.check_value("GemeenteLijst", municipalities()), std::exception);
}

}  // namespace
}  // namespace slagboom::tests
