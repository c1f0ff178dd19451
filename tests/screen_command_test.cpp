// `slagboom screen` on a region small enough to work out by hand (small_model.h), in each of its forms.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "files/csv.h"
#include "files/text_file.h"
#include "files/xlsx_reader.h"
#include "files/zip_reader.h"
#include "program.h"
#include "small_model.h"
#include "small_zip.h"

namespace slagboom::tests {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr const char* kSentence =
    "Een kleur is een risico-inschatting op een peildatum en geen oordeel over de aanbieder.";

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// With every run of blanks and line ends as one blank, for sentences that were wrapped.
std::string unwrapped(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

class Screen : public testing::Test {
 protected:
    Screen() {
        write_model(folder_.path() / "klein", small_model());
        facts_ = folder_.file("feiten.csv", small_region());
    }

    std::string file(const std::string& name, const std::string& text) const { return folder_.file(name, text); }
    std::string model() const { return (folder_.path() / "klein").string(); }

    /// On 31 October 2018.
    Ran screen(const std::string& facts, Words more = {}, const std::string& input = "") const {
        Words words{"screen", facts, "--model", model(), "--reference-date", "2018-10-31"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words, input);
    }

    Json json(const std::string& facts, Words more = {}, int code = 0) const {
        more.insert(more.end(), {"--format", "json"});
        const Ran ran = screen(facts, more);
        EXPECT_EQ(ran.code, code) << ran.err;
        return Json::parse(ran.out, nullptr, false);
    }

    /// Per provider its assessment.
    std::map<std::string, Json> assessments(const std::string& facts, Words more = {}, int code = 0) const {
        std::map<std::string, Json> result;
        const Json all = json(facts, std::move(more), code);
        if (!all.is_object()) return result;
        for (const auto& of : all.at("beoordelingen")) result[of.at("aanbieder").get<std::string>()] = of;
        return result;
    }

    std::string hash() const {
        const std::string line = run({"model", "hash", model()}).out;
        return line.substr(0, line.find('\n'));
    }

    TemporaryFolder folder_;
    std::string facts_;
};

std::vector<std::string> names_of(const std::map<std::string, Json>& assessments) {
    std::vector<std::string> names;
    for (const auto& [name, of] : assessments) names.push_back(name);
    return names;
}

const Json& reason_of(const Json& assessment, const std::string& indicator) {
    for (const auto& reason : assessment.at("redenen")) {
        if (reason.at("indicator") == indicator) return reason;
    }
    ADD_FAILURE() << "no reason for " << indicator;
    static const Json none;
    return none;
}

TEST_F(Screen, ArgumentAndOptionsInAnyOrder) {
    const std::string expected = screen(facts_, {"--format", "csv"}).out;
    const Words options{"--format", "csv", "--model", model(), "--reference-date", "2018-10-31"};
    for (std::size_t at = 0; at <= options.size(); at += 2) {
        Words words = options;
        words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), facts_);
        words.insert(words.begin(), "screen");
        const Ran ran = run(words);
        EXPECT_EQ(ran.code, 0) << "the file at place " << at << ": " << ran.err;
        EXPECT_EQ(ran.out, expected);
    }
    Words words{"screen", "--reference-date", "2018-10-31", facts_, "--model", model(), "--format", "csv"};
    EXPECT_EQ(run(words).out, expected) << "the file after the date, and options after the file";
}

// ---- JSON

TEST_F(Screen, JsonHasTheShapeOfTheIssue) {
    const Json all = json(facts_);
    ASSERT_TRUE(all.is_object());
    EXPECT_EQ(keys_of(all),
              (std::set<std::string>{"model", "peildatum", "fase", "toelichting", "context", "beoordelingen"}));
    EXPECT_EQ(all["model"], (Json{{"naam", "Klein"}, {"versie", "0.1.0"}, {"hash", hash()}}));
    EXPECT_EQ(all["peildatum"], "2018-10-31");
    EXPECT_EQ(all["fase"], "monitoring");
    EXPECT_EQ(all["toelichting"], kSentence);
    EXPECT_TRUE(all["context"].is_object());
    ASSERT_EQ(all["beoordelingen"].size(), 4u);
    for (const auto& of : all["beoordelingen"]) {
        EXPECT_EQ(keys_of(of),
                  (std::set<std::string>{"aanbieder", "laagste", "hoogste", "kleur", "subcategorie", "vast",
                                         "mogelijkeKleuren", "mogelijkeSubcategorieen", "volledigheid", "urgentie",
                                         "categorieen", "knockouts", "redenen", "ontbrekend"}));
        for (const auto& sum : of["categorieen"]) {
            EXPECT_EQ(keys_of(sum), (std::set<std::string>{"categorie", "plafond", "laagste", "hoogste"}));
            EXPECT_EQ(keys_of(sum["laagste"]), (std::set<std::string>{"som", "geteld"}));
            EXPECT_EQ(keys_of(sum["hoogste"]), (std::set<std::string>{"som", "geteld"}));
        }
        EXPECT_TRUE(of["knockouts"].empty()) << "the knock-out is for the gate";
        ASSERT_EQ(of["redenen"].size(), 4u);
        for (const auto& reason : of["redenen"]) {
            EXPECT_EQ(keys_of(reason), (std::set<std::string>{"indicator", "categorie", "uitkomst", "punten",
                                                              "mogelijkePunten", "beslissend", "feiten"}));
            EXPECT_TRUE(reason["beslissend"].is_array());
            for (const auto& fact : reason["feiten"])
                EXPECT_EQ(keys_of(fact), (std::set<std::string>{"feit", "periode", "waarde", "bron", "bekendOp"}));
        }
        for (const auto& missing : of["ontbrekend"])
            EXPECT_EQ(keys_of(missing), (std::set<std::string>{"feit", "periode", "punten", "verandert"}));
    }
}

TEST_F(Screen, JsonSaysWhatWasWorkedOutByHand) {
    const auto all = assessments(facts_);
    ASSERT_EQ(names_of(all), (Words{"a", "b", "c", "d"}));
    const auto standing = [&](const std::string& name) {
        const Json& of = all.at(name);
        return Json{of["laagste"], of["hoogste"], of["kleur"], of["subcategorie"], of["vast"], of["urgentie"]};
    };
    EXPECT_EQ(standing("a"), (Json{10, 10, "rood", "donkerrood", true, 1}));
    EXPECT_EQ(standing("b"), (Json{0, 0, "groen", nullptr, true, nullptr}));
    EXPECT_EQ(standing("c"), (Json{0, 6, "grijs", nullptr, false, nullptr}));
    EXPECT_EQ(standing("d"), (Json{2, 2, "oranje", nullptr, true, nullptr}));
    EXPECT_EQ(all.at("a")["mogelijkeKleuren"], Json::array({"rood"}));
    EXPECT_EQ(all.at("a")["mogelijkeSubcategorieen"], Json::array({"donkerrood"}));
    EXPECT_EQ(all.at("b")["mogelijkeSubcategorieen"], Json::array());
    const Json possible = all.at("c")["mogelijkeKleuren"];
    EXPECT_EQ((std::set<std::string>(possible.begin(), possible.end())),
              (std::set<std::string>{"groen", "oranje", "rood"}));
    EXPECT_EQ(all.at("c")["mogelijkeSubcategorieen"], Json::array({"lichtrood"}));
    EXPECT_EQ(all.at("a")["volledigheid"], 1);
    EXPECT_NEAR(all.at("c")["volledigheid"].get<double>(), 3.0 / 9, 1e-9);
}

TEST_F(Screen, JsonLetsBothSumsBeChecked) {
    const auto all = assessments(facts_);
    const Json expected = Json::parse(R"([
        {"categorie": "bestuur", "plafond": 6, "laagste": {"som": 7, "geteld": 6}, "hoogste": {"som": 7, "geteld": 6}},
        {"categorie": "financieel", "plafond": 4, "laagste": {"som": 5, "geteld": 4}, "hoogste": {"som": 5, "geteld": 4}}])");
    EXPECT_EQ(all.at("a")["categorieen"], expected);
    const Json partly = Json::parse(R"([
        {"categorie": "bestuur", "plafond": 6, "laagste": {"som": 0, "geteld": 0}, "hoogste": {"som": 4, "geteld": 4}},
        {"categorie": "financieel", "plafond": 4, "laagste": {"som": 0, "geteld": 0}, "hoogste": {"som": 2, "geteld": 2}}])");
    EXPECT_EQ(all.at("c")["categorieen"], partly);
}

TEST_F(Screen, JsonGivesEveryReasonWithItsFacts) {
    const auto all = assessments(facts_);
    const Json& cost = reason_of(all.at("a"), "personeel");
    EXPECT_EQ(cost["uitkomst"], "treffer");
    EXPECT_EQ(cost["punten"], 3);
    EXPECT_EQ(cost["mogelijkePunten"], 3);
    EXPECT_FALSE(cost["beslissend"].empty());
    const Json turnover{
        {"feit", "omzet"}, {"periode", "2017"}, {"waarde", 1000000.50}, {"bron", "digimv"}, {"bekendOp", "2018-05-01"}};
    EXPECT_EQ(std::count(cost["feiten"].begin(), cost["feiten"].end(), turnover), 1) << cost["feiten"];
    const Json& growth = reason_of(all.at("a"), "groei");
    ASSERT_EQ(growth["feiten"].size(), 2u);
    std::map<std::string, Json> by_period;
    for (const auto& fact : growth["feiten"]) by_period[fact["periode"]] = fact["waarde"];
    EXPECT_EQ(by_period, (std::map<std::string, Json>{{"2018-Q1", 60}, {"2018-Q2", 100}}));
    EXPECT_EQ(reason_of(all.at("b"), "personeel")["uitkomst"], "geen-treffer");
    EXPECT_EQ(reason_of(all.at("b"), "personeel")["mogelijkePunten"], 0);
    EXPECT_EQ(reason_of(all.at("c"), "personeel")["uitkomst"], "niet-van-toepassing");
    EXPECT_EQ(reason_of(all.at("c"), "jong")["uitkomst"], "onbekend");
    EXPECT_EQ(reason_of(all.at("c"), "jong")["punten"], 0);
    EXPECT_EQ(reason_of(all.at("c"), "jong")["mogelijkePunten"], 4);
    EXPECT_EQ(reason_of(all.at("d"), "personeel")["punten"], 2);
    const Json& unknown = reason_of(all.at("c"), "jong")["feiten"].at(0);
    for (const char* const key : {"waarde", "bron", "bekendOp"}) EXPECT_TRUE(unknown.at(key).is_null()) << key;
}

TEST_F(Screen, JsonNamesWhatIsMissingByPoints) {
    const auto all = assessments(facts_);
    const Json& missing = all.at("c")["ontbrekend"];
    ASSERT_EQ(missing.size(), 3u) << missing;
    EXPECT_EQ(missing[0]["feit"], "oprichting");
    EXPECT_EQ(missing[0]["punten"], 4);
    std::set<std::string> periods;
    for (const std::size_t i : {1u, 2u}) {
        EXPECT_EQ(missing[i]["feit"], "clienten");
        EXPECT_EQ(missing[i]["punten"], 2);
        periods.insert(missing[i]["periode"]);
    }
    EXPECT_EQ(periods, (std::set<std::string>{"2018-Q1", "2018-Q2"}));
    for (const auto& fact : missing) EXPECT_EQ(fact["verandert"], "kleur");
    for (const std::string settled : {"a", "b", "d"}) EXPECT_TRUE(all.at(settled)["ontbrekend"].empty()) << settled;
}

TEST_F(Screen, JsonWritesEveryTypeAsItShould) {
    const std::string raw = screen(facts_, {"--format", "json"}).out;
    EXPECT_TRUE(std::regex_search(raw, std::regex("\"waarde\":\\s*1000000\\.50[,\\s]")))
        << "an amount has two decimals";
    EXPECT_TRUE(std::regex_search(raw, std::regex("\"waarde\":\\s*400000\\.00[,\\s]")));
    EXPECT_TRUE(std::regex_search(raw, std::regex("\"waarde\":\\s*100[,\\s]"))) << "a number is as short as it can be";
    EXPECT_TRUE(std::regex_search(raw, std::regex("\"waarde\":\\s*false[,\\s]"))) << "no vog";
    EXPECT_TRUE(std::regex_search(raw, std::regex("\"waarde\":\\s*\"2017-05-01\"")));
    EXPECT_TRUE(std::regex_search(raw, std::regex("\"waarde\":\\s*\"eenmanszaak\"")));
    EXPECT_FALSE(std::regex_search(raw, std::regex("\"waarde\":\\s*-0[,.\\s]")));
    EXPECT_TRUE(raw.ends_with("}\n"));
}

TEST_F(Screen, JsonUsesOnlyTheWordsOfDecision28) {
    const std::string model = "models/twente";
    const std::string facts = "data/example-region/feiten.csv";
    const Ran ran = run({"screen", "--model", model, "--reference-date", "2018-10-31", "--format", "json", facts});
    const Json all = Json::parse(ran.out, nullptr, false);
    ASSERT_TRUE(all.is_object());
    const std::set<std::string> colours{"rood", "oranje", "groen", "grijs"};
    const std::set<std::string> reds{"donkerrood", "middenrood", "lichtrood"};
    const std::set<std::string> outcomes{"treffer",         "geen-treffer",  "onbekend", "niet-van-toepassing",
                                         "terzijde-gelegd", "niet-meegeteld"};
    std::string before;
    for (const auto& of : all.at("beoordelingen")) {
        EXPECT_LT(before, of["aanbieder"].get<std::string>()) << "ordered bytewise";
        before = of["aanbieder"];
        EXPECT_TRUE(colours.contains(of["kleur"]));
        EXPECT_EQ(of["subcategorie"].is_string(), of["kleur"] == "rood");
        EXPECT_EQ(of["urgentie"].is_number_integer(), of["kleur"] == "rood");
        if (of["subcategorie"].is_string()) {
            EXPECT_TRUE(reds.contains(of["subcategorie"]));
        }
        for (const auto& colour : of["mogelijkeKleuren"]) EXPECT_TRUE(colours.contains(colour));
        EXPECT_TRUE(of["laagste"].is_number_integer() && of["hoogste"].is_number_integer() && of["vast"].is_boolean());
        EXPECT_LE(of["laagste"], of["hoogste"]);
        for (const auto& reason : of["redenen"]) EXPECT_TRUE(outcomes.contains(reason["uitkomst"]));
    }
}

TEST_F(Screen, TheGateHasItsOwnQuestions) {
    const Json all = json(facts_, {"--phase", "poort"});
    EXPECT_EQ(all["fase"], "poort");
    const Json& a = all["beoordelingen"].at(0);
    EXPECT_EQ(a["knockouts"], Json::parse(R"([{"indicator": "fraude", "vloer": 10, "uitkomst": "onbekend"}])"));
    EXPECT_EQ(a["laagste"], 4);
    EXPECT_EQ(a["hoogste"], 10) << "the floor lifts, it does not add";
    EXPECT_EQ(a["kleur"], "oranje");
    EXPECT_EQ(a["vast"], false);
    EXPECT_EQ(a["redenen"].size(), 2u);
    EXPECT_EQ(all["beoordelingen"].at(1)["kleur"], "grijs") << "green is only ever settled";
}

// ---- CSV

/// Rows of a CSV output as maps by column name.
std::vector<std::map<std::string, std::string>> csv_rows(const std::string& text) {
    const auto csv = files::recognise_csv(text);
    files::CsvReader reader(*csv);
    files::CsvRow row;
    std::vector<std::string> names;
    std::vector<std::map<std::string, std::string>> rows;
    while (reader.next(row)) {
        EXPECT_EQ(row.fault, "");
        if (names.empty()) {
            names.assign(row.cells.begin(), row.cells.end());
            continue;
        }
        EXPECT_EQ(row.cells.size(), names.size());
        auto& named = rows.emplace_back();
        for (std::size_t i = 0; i < std::min(names.size(), row.cells.size()); ++i) named[names[i]] = row.cells[i];
    }
    return rows;
}

TEST_F(Screen, CsvCarriesEverythingOnEveryRow) {
    const std::string out = screen(facts_, {"--format", "csv"}).out;
    EXPECT_TRUE(has(out.substr(0, out.find('\n')), ";")) << "what a Dutch spreadsheet opens";
    auto rows = csv_rows(out);
    ASSERT_EQ(rows.size(), 4u);
    const std::string its_hash = hash();
    for (auto& row : rows) {
        EXPECT_EQ(row["model"], "Klein");
        EXPECT_EQ(row["versie"], "0.1.0");
        EXPECT_EQ(row["hash"], its_hash);
        EXPECT_EQ(row["peildatum"], "2018-10-31");
        EXPECT_EQ(row["toelichting"], kSentence);
    }
    EXPECT_EQ(rows[0]["aanbieder"], "a");
    EXPECT_EQ(rows[0]["kleur"], "rood");
    EXPECT_EQ(rows[0]["subcategorie"], "donkerrood");
    EXPECT_EQ(rows[0]["laagste"], "10");
    EXPECT_EQ(rows[0]["vast"], "ja");
    EXPECT_EQ(rows[2]["kleur"], "grijs");
    EXPECT_EQ(rows[2]["hoogste"], "6");
    EXPECT_EQ(rows[2]["vast"], "nee");
    EXPECT_EQ(rows[3]["kleur"], "oranje");
}

TEST_F(Screen, CsvIsSafeAgainstFormulas) {
    std::string text = "aanbieder;vog\n";
    for (const std::string id : {"=1+1", "+1", "-1", "@A1", "\"=1;2\"", "gewoon"}) text += id + ";ja\n";
    const std::string providers =
        "aanbieder;naam;van;tot\n=1+1;=HYPERLINK(\"\"x\"\");2018-01-01;\n+1;@naam;2018-01-01;\n";
    const std::string list = file("lijst.csv", std::regex_replace(providers, std::regex("=HYPERLINK[^;]*"),
                                                                  "\"=HYPERLINK(\"\"http://x\"\";\"\"x\"\")\""));
    for (const Words& more : std::vector<Words>{{"--format", "csv"}, {"--format", "csv", "--providers", list}}) {
        const Ran ran = screen(file("breed.csv", text), more);
        const auto rows = csv_rows(ran.out);
        EXPECT_GE(rows.size(), 2u) << ran.err;
        for (const auto& row : rows) {
            for (const auto& [name, cell] : row)
                EXPECT_FALSE(!cell.empty() && has("=+-@", cell.substr(0, 1))) << name << ": " << cell;
        }
    }
}

// ---- the table

std::size_t code_points(const std::string& line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// At most 80 characters on a line, and nothing in it that steers a terminal.
void expect_fits_a_terminal(const std::string& text) {
    std::string line;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        EXPECT_TRUE(byte >= 0x20 || c == '\n') << "byte " << int{byte} << " after: " << line;
        EXPECT_NE(byte, 0x7F);
        if (c != '\n') {
            line += c;
            continue;
        }
        EXPECT_LE(code_points(line), 80u) << line;
        line.clear();
    }
    EXPECT_EQ(line, "") << "the last line ends";
}

TEST_F(Screen, TheTableCarriesWhatEveryOutputCarries) {
    for (const Words& more : std::vector<Words>{{}, {"--explain", "a"}, {"--missing"}}) {
        const std::string out = screen(facts_, more).out;
        EXPECT_TRUE(has(out, "Klein 0.1.0")) << out;
        EXPECT_TRUE(has(out, hash().substr(0, 16))) << out;
        EXPECT_TRUE(has(out, "31-10-2018") || has(out, "2018-10-31")) << out;
        EXPECT_TRUE(has(unwrapped(out), kSentence)) << out;
        expect_fits_a_terminal(out);
    }
}

TEST_F(Screen, TheTableHasASymbolAndAWordBesideEveryColour) {
    const std::string out = screen(facts_).out;
    std::map<std::string, std::string> symbols;
    for (const std::string word : {"rood", "oranje", "groen", "grijs"}) {
        std::smatch found;
        ASSERT_TRUE(std::regex_search(out, found, std::regex("(\\S+) " + word))) << word << out;
        symbols[found[1]] = word;
        EXPECT_TRUE(std::regex_search(out, std::regex(word + "[^\n]* 1 +25%"))) << "one of four is " << word << out;
    }
    EXPECT_EQ(symbols.size(), 4u) << "each its own symbol";
    EXPECT_TRUE(std::regex_search(out, std::regex("\n +1 +a [^\n]*donkerrood +10 +100%"))) << out;
    EXPECT_TRUE(std::regex_search(out, std::regex("c [^\n]*grijs +0–6 +33%"))) << out;
}

TEST_F(Screen, SeveralMomentsStandBesideEachOther) {
    const Ran ran = run({"screen", "--model", model(), facts_, "--reference-date", "2018-10-30", "--reference-date",
                         "2018-10-31", "--reference-date", "2019-05-09"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    for (const std::string day : {"30-10-2018", "31-10-2018", "09-05-2019"}) EXPECT_TRUE(has(ran.out, day)) << ran.out;
    expect_fits_a_terminal(ran.out);
}

TEST_F(Screen, ExplainShowsReasonFactsAndLimits) {
    const Ran ran = screen(facts_, {"--explain", "a"});
    EXPECT_EQ(ran.code, 0);
    const std::string out = unwrapped(ran.out);
    for (const std::string part : {"donkerrood", "Titel van personeel", "€ 1.000.000,50", "digimv", "01-05-2018", "50%",
                                   "3 punten", "staat vast"})
        EXPECT_TRUE(has(out, part)) << part << ": " << ran.out;
    const std::string unknown = unwrapped(screen(facts_, {"--explain", "c"}).out);
    for (const std::string part : {"onbekend", "niet van toepassing", "geen personeel", "oprichting", "rood"})
        EXPECT_TRUE(has(unknown, part)) << part << ": " << unknown;
}

TEST_F(Screen, ExplainOfAnUnknownProviderNamesTheNearestAndPrintsNothing) {
    const std::string facts = file("f.csv", "aanbieder;vog\n00100001;ja\n00200002;ja\n");
    const Ran ran = screen(facts, {"--explain", "0010001"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(has(ran.err, "'0010001'")) << ran.err;
    EXPECT_TRUE(has(ran.err, "'00100001'")) << ran.err;
}

TEST_F(Screen, MissingListsWhatCanStillChange) {
    const std::string out = screen(facts_, {"--missing"}).out;
    EXPECT_GT(out.size(), screen(facts_).out.size());
    EXPECT_TRUE(has(out, "oprichting")) << out;
    EXPECT_TRUE(has(out, "2018-Q2")) << out;
}

TEST_F(Screen, LongAndHostileNamesStayInTheirLines) {
    const std::string wide(190, 'w');
    const std::string source(150, 's');
    const std::string escape = "\x1b[31mrood\x1b[0m\a";
    std::string facts = small_region();
    facts += wide + ";vog;2018-09-01;nee;" + source + ";2018-09-01\n";
    facts += "\"nieuwe\nregel\";vog;2018-09-01;nee;\"bron\nmet regel\";2018-09-01\n";
    facts += escape + ";vog;2018-09-01;nee;" + escape + ";2018-09-01\n";
    const std::string path = file("lang.csv", facts);
    expect_fits_a_terminal(screen(path).out);
    expect_fits_a_terminal(screen(path, {"--missing"}).out);
    for (const std::string& provider : {wide, std::string("nieuwe\nregel"), escape}) {
        const Ran ran = screen(path, {"--explain", provider});
        EXPECT_EQ(ran.code, 0) << ran.err;
        expect_fits_a_terminal(ran.out);
    }
    const std::string list =
        file("lijst.csv",
             "aanbieder;naam;van;tot\na;" + std::string(180, 'n') + ";2018-01-01;\nb;" + escape +
                 ";2018-01-01;\nc;\"twee\nregels\";2018-01-01;\nd;ééééééééééééééééééééééééééééééééééééé;2018-01-01;\n");
    for (const std::string provider : {"a", "b", "c", "d"})
        expect_fits_a_terminal(screen(facts_, {"--providers", list, "--explain", provider}).out);
    expect_fits_a_terminal(screen(facts_, {"--providers", list, "--missing"}).out);
}

TEST_F(Screen, MessagesDoNotSteerATerminalEither) {
    const Ran ran = screen(file("f.csv", "aanbieder;vog;\x1b[2Jx\n\x1b[31ma;\x1b[32mja\n\x1b[31ma;nee\nb;ja;1;2\n"));
    EXPECT_EQ(ran.code, 3);
    EXPECT_FALSE(has(ran.err, "\x1b")) << ran.err;
}

// ---- who is assessed

TEST_F(Screen, FromIsIncludedAndUntilIsNot) {
    const std::string list = file("lijst.csv",
                                  "aanbieder;naam;van;tot\n"
                                  "a;Eerste dag;2018-10-31;\n"
                                  "b;Net weg;2018-01-01;2018-10-31\n"
                                  "c;Laatste dag;2018-01-01;01-11-2018\n"
                                  "d;Komt nog;2018-11-01;\n"
                                  "e;Zonder feiten;2018-01-01;9999-12-31\n");
    const auto all = assessments(facts_, {"--providers", list});
    EXPECT_EQ(names_of(all), (Words{"a", "c", "e"}));
    EXPECT_EQ(all.at("e")["kleur"], "grijs");
    EXPECT_EQ(all.at("e")["laagste"], 0);
    EXPECT_EQ(all.at("e")["hoogste"], 10) << "4 + 6, both categories at their cap";
    EXPECT_TRUE(has(screen(facts_, {"--providers", list}).out, "Eerste dag"));
}

TEST_F(Screen, WithoutAListItIsWhoHasARowKnownOnOrBeforeTheDayAndThatIsSaid) {
    const std::string facts = file("f.csv",
                                   "aanbieder;feit;periode;waarde;bron;datum\n"
                                   "op_de_dag;vog;2018-10-01;ja;kvk;2018-10-31\n"
                                   "een_dag_later;vog;2018-10-01;ja;kvk;2018-11-01\n"
                                   "lang_ervoor;vog;2001-01-01;ja;kvk;2001-01-01\n");
    EXPECT_EQ(names_of(assessments(facts)), (Words{"lang_ervoor", "op_de_dag"}));
    const Ran ran = screen(facts);
    EXPECT_TRUE(has(ran.out + ran.err, "zonder --providers")) << ran.err;
    const Ran wide = screen(file("breed.csv", "aanbieder;vog\n001;ja\n"));
    EXPECT_TRUE(has(wide.out + wide.err, "zonder --providers")) << "also in wide form: " << wide.err;
    const std::string list = file("lijst.csv", "aanbieder;naam;van;tot\nop_de_dag;X;2018-01-01;\n");
    EXPECT_FALSE(has(screen(facts, {"--providers", list}).err, "zonder --providers"));
}

TEST_F(Screen, BadRowsOfTheListAreReportedAndTheRestGoesOn) {
    const std::string list = file("lijst.csv",
                                  "aanbieder;naam;van;tot\n"
                                  "a;A;2018-01-01;\n"
                                  "b;B;2018-02-30;\n"
                                  "c;C;2018-01-01;2017-01-01\n"
                                  "d;D;2018-01-01;\n"
                                  "d;D;2018-01-01;\n"
                                  ";E;2018-01-01;\n"
                                  "111222333;F;2018-01-01;\n"
                                  "g;111 222 333;2018-01-01;\n"
                                  "h;H;111222333;\n");
    const Ran ran = screen(facts_, {"--providers", list, "--format", "json"});
    EXPECT_EQ(ran.code, 3);
    EXPECT_EQ(Json::parse(ran.out).at("beoordelingen").size(), 2u) << "a, and d, who does not vanish over a double row";
    for (const std::string part :
         {"lijst.csv, regel 3, kolom van", "regel 4, kolom tot", "regel 6, kolom aanbieder", "regel 7, kolom aanbieder",
          "regel 8, kolom aanbieder", "regel 9, kolom naam", "regel 10, kolom van"})
        EXPECT_TRUE(has(ran.err, part)) << part << ": " << ran.err;
    EXPECT_FALSE(has(ran.err, "111222333") || has(ran.err, "111 222 333")) << ran.err;
}

// ---- set aside

TEST_F(Screen, ASetAsideTakesAHitAway) {
    const std::string header = "aanbieder;indicator;periode;uitleg;door;akkoord;datum\n";
    const std::string list =
        file("terzijde.csv", header + "d;personeel;2017;pand verkocht;jansen;pietersen;2018-10-01\n");
    const auto all = assessments(facts_, {"--set-aside", list});
    EXPECT_EQ(reason_of(all.at("d"), "personeel")["uitkomst"], "terzijde-gelegd");
    EXPECT_EQ(all.at("d")["laagste"], 0);
    EXPECT_EQ(all.at("d")["hoogste"], 0);
    EXPECT_EQ(all.at("d")["kleur"], "groen");
    EXPECT_EQ(all.at("a")["kleur"], "rood");
    const std::string later =
        file("later.csv", header + "d;personeel;2017;pand verkocht;jansen;pietersen;2018-11-01\n");
    EXPECT_EQ(assessments(facts_, {"--set-aside", later}).at("d")["kleur"], "oranje") << "it applies from its date on";
}

TEST_F(Screen, BadRowsOfSetAsidesAreReported) {
    const std::string list = file("terzijde.csv",
                                  "aanbieder;indicator;periode;uitleg;door;akkoord;datum\n"
                                  "d;personeel;2017;uitleg;jansen;jansen;2018-10-01\n"
                                  "d;persooneel;2017;uitleg;jansen;pietersen;2018-10-01\n"
                                  "x;personeel;2017;uitleg;jansen;pietersen;2018-10-01\n"
                                  "d;personeel;ooit;uitleg;jansen;pietersen;2018-10-01\n"
                                  "d;personeel;2017;;jansen;pietersen;2018-10-01\n"
                                  "d;personeel;2017;bsn 111222333;jansen;pietersen;2018-10-01\n"
                                  "d;111222333;2017;uitleg;jansen;pietersen;2018-10-01\n"
                                  "d;personeel;111222333;uitleg;jansen;pietersen;2018-10-01\n"
                                  "d;personeel;2017;uitleg;jansen;pietersen;111222333\n");
    const Ran ran = screen(facts_, {"--set-aside", list, "--format", "json"});
    EXPECT_EQ(ran.code, 3);
    for (const std::string part :
         {"regel 2, kolom akkoord", "regel 3, kolom indicator", "'personeel'", "regel 4, kolom aanbieder",
          "regel 5, kolom periode", "regel 6, kolom uitleg", "regel 7, kolom uitleg", "regel 8", "regel 9", "regel 10"})
        EXPECT_TRUE(has(ran.err, part)) << part << ": " << ran.err;
    EXPECT_FALSE(has(ran.err, "111222333")) << ran.err;
    const Json all = Json::parse(ran.out, nullptr, false);
    EXPECT_EQ(all.at("beoordelingen").at(3).at("kleur"), "oranje") << "none of them counts";
}

// ---- reading

TEST_F(Screen, ADashReadsStandardInput) {
    for (const std::string format : {"json", "csv", "table"}) {
        const Ran from_file = screen(facts_, {"--format", format});
        const Ran from_input = screen("-", {"--format", format}, small_region());
        EXPECT_EQ(from_input.code, 0) << from_input.err;
        EXPECT_EQ(from_input.out, from_file.out);
    }
    EXPECT_EQ(screen("-").code, 1) << "nothing on standard input";
}

/// Provider a of the region in wide form.
std::string wide_region() {
    return "aanbieder;rechtsvorm;omzet;personeelskosten;clienten;clienten__vorig;oprichting;vog\n"
           "a;bv;1.000.000,50;400.000;100;60;2017-05-01;nee\n";
}

TEST_F(Screen, WideFormIsReadOnTheReferenceDate) {
    const std::string path = file("breed.csv", wide_region());
    const auto all = assessments(path);
    const Json& a = all.at("a");
    EXPECT_EQ(a["laagste"], 10);
    EXPECT_EQ(a["kleur"], "rood");
    const Json& facts = reason_of(a, "groei")["feiten"];
    ASSERT_EQ(facts.size(), 2u);
    for (const auto& fact : facts) {
        EXPECT_EQ(fact["bron"], "breed.csv") << "source = file name";
        EXPECT_EQ(fact["bekendOp"], "2018-10-31") << "known on the reference date";
        EXPECT_EQ(fact["periode"], fact["waarde"] == 100 ? "2018-Q2" : "2018-Q1");
    }
}

TEST_F(Screen, TheReportSaysWhatWasRecognised) {
    const Ran dutch = screen(facts_);
    EXPECT_TRUE(has(dutch.err, "lange vorm") && has(dutch.err, ";") && has(dutch.err, "Nederlandse")) << dutch.err;
    std::string tabs = "\xEF\xBB\xBF" + wide_region();
    std::replace(tabs.begin(), tabs.end(), ';', '\t');
    const Ran wide = screen(file("tab.csv", tabs));
    EXPECT_EQ(wide.code, 0) << wide.err;
    EXPECT_TRUE(has(wide.err, "brede vorm") && has(wide.err, "tab") && has(wide.err, "byte order mark")) << wide.err;
}

TEST_F(Screen, NotationIsAskedForAndObeyed) {
    const std::string facts = file("tab.csv", "aanbieder\tclienten\tclienten__vorig\na\t1.250\t1.000\n");
    const Ran asked = screen(facts);
    EXPECT_EQ(asked.code, 1);
    EXPECT_TRUE(has(asked.err, "--notation")) << asked.err;
    const auto clients = [&](const std::string& notation) {
        const auto all = assessments(facts, {"--notation", notation});
        return reason_of(all.at("a"), "groei")["feiten"].at(0).at("waarde");
    };
    const Json dutch = clients("nl"), english = clients("en");
    EXPECT_TRUE(dutch == 1250 || dutch == 1000) << dutch;
    EXPECT_TRUE(english == 1.25 || english == 1) << english;
    EXPECT_TRUE(has(screen(facts, {"--notation", "nl"}).err, "Nederlandse")) << "stated in the report";
}

TEST_F(Screen, BadRowsAreReportedAndTheRestGoesOn) {
    const std::string facts = file("f.csv", small_region() +
                                                "a;omzt;2017;5;kvk;2018-09-01\n"
                                                "a;omzet;2017-Q1;5;kvk;2018-09-01\n"
                                                "a;omzet;2017;veel;kvk;2018-09-01\n"
                                                "a;omzet;2017;5;kvk;2999-01-01\n");
    const Ran ran = screen(facts, {"--format", "json"});
    EXPECT_EQ(ran.code, 3);
    for (const std::string part : {"f.csv, regel 25, kolom feit", "'omzet'", "regel 26, kolom periode",
                                   "regel 27, kolom waarde", "regel 28, kolom datum"})
        EXPECT_TRUE(has(ran.err, part)) << part << ": " << ran.err;
    EXPECT_EQ(ran.out, screen(facts_, {"--format", "json"}).out) << "the good rows say the same as before";
}

TEST_F(Screen, RowsThatContradictEachOtherAreUnknownAndReported) {
    const std::string facts = file("f.csv", small_region() + "d;vog;2018-09-01;nee;gemeente;2018-09-01\n");
    const Ran ran = screen(facts, {"--format", "json"});
    EXPECT_EQ(ran.code, 3);
    EXPECT_TRUE(has(ran.err, "vog") && has(ran.err, "verschillende waarden")) << ran.err;
    const Json all = Json::parse(ran.out, nullptr, false);
    EXPECT_EQ(reason_of(all.at("beoordelingen").at(3), "zonder_vog")["uitkomst"], "onbekend");
}

TEST_F(Screen, ManyFaultsDoNotFloodTheTerminal) {
    std::string text = small_region();
    for (int i = 0; i < 5000; ++i) text += "a;onzin;2017;5;kvk;2018-09-01\n";
    const Ran ran = screen(file("f.csv", text));
    EXPECT_EQ(ran.code, 3);
    EXPECT_LT(std::count(ran.err.begin(), ran.err.end(), '\n'), 100);
    EXPECT_TRUE(has(ran.err, "4980") || has(ran.err, "5000")) << "but they are counted: " << ran.err;
}

// ---- strict and --out

TEST_F(Screen, StrictStopsWithNothingWritten) {
    const std::string bad = file("f.csv", small_region() + "a;omzet;2017;veel;kvk;2018-09-01\n");
    EXPECT_EQ(screen(bad).code, 3);
    const std::string out = file("uit.json", "het oude");
    for (const Words& more : std::vector<Words>{{"--strict"}, {"--strict", "--out", out}}) {
        const Ran ran = screen(bad, more);
        EXPECT_EQ(ran.code, 1);
        EXPECT_EQ(ran.out, "");
        EXPECT_TRUE(has(ran.err, "regel 25")) << "it says why: " << ran.err;
    }
    EXPECT_EQ(text_of(out), "het oude");
    EXPECT_EQ(screen(facts_, {"--strict"}).code, 0);
}

TEST_F(Screen, OutReplacesTheWholeFile) {
    for (const std::string format : {"json", "csv", "table"}) {
        const std::string out = file("uit/uitkomst", std::string(1000000, 'x'));
        const Ran ran = screen(facts_, {"--format", format, "--out", out});
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_EQ(ran.out, "");
        EXPECT_EQ(text_of(out), screen(facts_, {"--format", format}).out);
    }
    const auto files = std::filesystem::directory_iterator(folder_.path() / "uit");
    EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing is left beside it";
}

TEST_F(Screen, OutLeavesTheOldFileOnAnError) {
    const std::string out = file("uit/uitkomst", "het oude");
    const std::string empty = file("leeg.csv", "");
    EXPECT_EQ(screen(empty, {"--out", out}).code, 1);
    EXPECT_EQ(screen(facts_, {"--out", out, "--explain", "niemand"}).code, 1);
    EXPECT_EQ(screen(facts_, {"--out", out, "--reference-date", "2018-02-30"}).code, 2);
    EXPECT_EQ(text_of(out), "het oude");
    EXPECT_EQ(screen(facts_, {"--out", (folder_.path() / "uit").string()}).code, 1) << "a folder";
    EXPECT_EQ(screen(facts_, {"--out", (folder_.path() / "nergens" / "x").string()}).code, 1);
    const auto files = std::filesystem::directory_iterator(folder_.path() / "uit");
    EXPECT_EQ(std::distance(begin(files), end(files)), 1) << "nothing is left beside it";
    EXPECT_FALSE(std::filesystem::exists((folder_.path() / "uit").string() + ".nieuw"));
}

TEST_F(Screen, OutIsNeverAFileThatIsRead) {
    const std::string path = file("feiten2.csv", small_region());
    const std::string link = (folder_.path() / "verwijzing").string();
    std::filesystem::create_symlink(path, link);
    for (const auto& out : {path, link}) EXPECT_EQ(screen(path, {"--out", out, "--format", "csv"}).code, 1);
    EXPECT_EQ(text_of(path), small_region());
}

TEST_F(Screen, OutFollowsLinksAndKeepsRights) {
    const std::string out = file("geheim", "het oude");
    std::filesystem::permissions(out, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    const std::string link = (folder_.path() / "verwijzing").string();
    std::filesystem::create_symlink(out, link);
    EXPECT_EQ(screen(facts_, {"--out", link, "--format", "csv"}).code, 0);
    EXPECT_TRUE(std::filesystem::is_symlink(link));
    EXPECT_EQ(text_of(out), screen(facts_, {"--format", "csv"}).out);
    EXPECT_EQ(std::filesystem::status(out).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(screen(facts_, {"--out", "-", "--format", "csv"}).out, text_of(out)) << "- is standard output";
}

/// A number of the eleven-test is kept out of every output, however it is written (decision 31).
TEST_F(Screen, AServiceNumberWithBlanksIsRefused) {
    for (const std::string number : {"123  456  782", "123. 456. 782",
                                     "123\xC2\xA0"
                                     "456\xC2\xA0"
                                     "782",
                                     "12 34 56 78 2"}) {
        const std::string facts =
            file("bsn.csv", small_region() + "a;vog;2018-09-02;ja;map " + number + ";2018-09-02\n");
        const Ran ran = screen(facts, {"--format", "json"});
        EXPECT_EQ(ran.code, 3) << number;
        EXPECT_FALSE(has(ran.out + ran.err, number)) << number;
    }
}

TEST_F(Screen, ThreadsChangeNothing) {
    const std::string one = screen(facts_, {"--format", "json", "--threads", "1"}).out;
    for (const std::string threads : {"2", "3", "7"})
        EXPECT_EQ(screen(facts_, {"--format", "json", "--threads", threads}).out, one);
}

// ---- XLSX

/// A file of facts as a sheet, every cell a text.
std::string as_workbook(const std::string& csv) {
    SmallWorkbook book;
    for (const auto line : split(csv, '\n')) {
        book.sheet_data += "<row>";
        for (const auto cell : split(line, ';'))
            book.sheet_data += "<c t=\"inlineStr\"><is><t>" + std::string(trimmed(cell)) + "</t></is></c>";
        book.sheet_data += "</row>";
    }
    return book.bytes();
}

TEST_F(Screen, FactsAndProvidersFromWorkbooksGiveTheSameAsCsv) {
    const std::string expected = screen(facts_, {"--format", "csv"}).out;
    const Ran ran = screen(file("feiten.dat", as_workbook(small_region())), {"--format", "csv"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, expected);
    EXPECT_TRUE(has(ran.err, "feiten.dat: XLSX, werkblad Blad1")) << ran.err;
    EXPECT_EQ(screen("-", {"--format", "csv"}, as_workbook(small_region())).out, expected);
    const std::string list = "aanbieder;naam;van;tot\nA;Zorg A;2018-01-01;\n";
    const Ran from_csv = screen(facts_, {"--providers", file("lijst.csv", list), "--format", "csv"}, "");
    const Ran from_book = screen(facts_, {"--providers", file("lijst.xlsx", as_workbook(list)), "--format", "csv"}, "");
    EXPECT_EQ(from_book.out, from_csv.out);
    EXPECT_FALSE(from_csv.out.empty());
}

TEST_F(Screen, ABrokenCellIsReportedAndABrokenWorkbookIsAnError) {
    const std::string whole = as_workbook(small_region());
    const Ran cut = screen(file("kapot.xlsx", whole.substr(0, whole.size() / 2)));
    EXPECT_EQ(cut.code, 1);
    EXPECT_TRUE(has(cut.err, "kapot.xlsx")) << cut.err;
    SmallWorkbook book;
    book.sheet_data = "<row><c t=\"e\"><v>#N/A</v></c></row>";
    const Ran ran = screen(file("fout.xlsx", book.bytes()));
    EXPECT_NE(ran.code, 0);
}

/// What is written can be read again, and says the same as the CSV.
TEST_F(Screen, XlsxHoldsTheRowsOfTheCsv) {
    const std::string out = (folder_.path() / "uit.xlsx").string();
    const Ran ran = screen(facts_, {"--format", "xlsx", "--out", out});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const auto bytes = files::read_file(out);
    ASSERT_TRUE(bytes);
    const auto sheet = files::read_xlsx(*bytes);
    ASSERT_TRUE(sheet) << sheet.error().text();
    EXPECT_EQ(sheet->faults.count(), 0U);
    const std::string csv = screen(facts_, {"--format", "csv"}).out;
    const auto rows_of = [](const std::string& text) {
        std::vector<std::vector<std::string>> rows;
        const auto recognised = files::recognise_csv(text);
        files::CsvReader reader(*recognised);
        files::CsvRow row;
        while (reader.next(row)) {
            rows.emplace_back(row.cells.begin(), row.cells.end());
            // The only cells that are written differently: a share with a decimal comma in the CSV.
            if (rows.size() > 1) std::replace(rows.back().at(10).begin(), rows.back().at(10).end(), ',', '.');
        }
        return rows;
    };
    EXPECT_EQ(rows_of(sheet->text), rows_of(csv));
    EXPECT_EQ(rows_of(csv).size(), 5U);
    EXPECT_EQ(rows_of(sheet->text).at(1).back(), kSentence);
    EXPECT_EQ(screen(facts_, {"--format", "xlsx"}).out, *bytes) << "the same bytes, also on standard output";
}

TEST_F(Screen, XlsxKeepsTextThatLooksLikeAFormulaAsText) {
    const std::string list = file("lijst.csv", "aanbieder;naam;van;tot\nA;=1+1;2018-01-01;\n");
    const std::string out = (folder_.path() / "uit.xlsx").string();
    ASSERT_GE(screen(facts_, {"--providers", list, "--format", "xlsx", "--out", out}).code, 0);
    const auto bytes = files::read_file(out);
    ASSERT_TRUE(bytes);
    auto zip = files::ZipReader::open(*bytes);
    ASSERT_TRUE(zip);
    std::string xml;
    ASSERT_TRUE(zip->read("xl/worksheets/sheet1.xml", [&](std::string_view block, bool) {
        xml += block;
        return Result<bool>(true);
    }));
    EXPECT_TRUE(has(xml, "=1+1"));
    EXPECT_FALSE(has(xml, "<f>"));
    EXPECT_TRUE(has(xml, "<oddFooter>&amp;L" + std::string(kSentence)));
}

// ---- columns with other names

TEST_F(Screen, AMappingRenamesColumns) {
    const std::string expected = screen(facts_, {"--format", "csv"}).out;
    std::string theirs = small_region();
    theirs.replace(theirs.find("aanbieder"), 9, "KvK-nummer");
    const std::string mapping = file("koppeling.csv", "kolom;wordt\nKvK-nummer;aanbieder\n");
    const Ran ran = screen(file("hun.csv", theirs), {"--mapping", mapping, "--format", "csv"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, expected);
    const Ran book = screen(file("hun.xlsx", as_workbook(theirs)), {"--mapping", mapping, "--format", "csv"});
    EXPECT_EQ(book.out, expected);
    EXPECT_EQ(screen(file("hun.csv", theirs), {"--format", "csv"}).code, 1) << "without the mapping";
    const Ran wrong = screen(file("hun.csv", theirs),
                             {"--mapping", file("fout.toml", "[kolommen]\n\"KvK-nummer\" = \"aanbider\"\n")});
    EXPECT_EQ(wrong.code, 1);
    EXPECT_TRUE(has(wrong.err, "fout.toml:2: 'aanbider' is geen kolom")) << wrong.err;
}

}  // namespace
}  // namespace slagboom::tests
