// The command line as somebody meets it: help, exit codes, and the commands about a model.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "program.h"
#include "small_model.h"

namespace slagboom::tests {
namespace {

using Words = std::vector<std::string>;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Ran eval(Words words, const std::string& input = "") {
    words.insert(words.begin(), {"model", "eval"});
    return run(words, input);
}

/// The value of a rule on 31 October 2018.
std::string value(Words words) {
    words.insert(words.end(), {"--reference-date", "2018-10-31"});
    const Ran ran = eval(std::move(words));
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out;
}

/// An error that names all of these; nothing on standard output.
void expect_error(const Ran& ran, const Words& parts) {
    EXPECT_TRUE(ran.code == 1 || ran.code == 2) << ran.code << ran.out;
    for (const auto& part : parts) EXPECT_TRUE(has(ran.err, part)) << part << " is not in: " << ran.err;
}

// ---- help and wrong use

TEST(Help, OfEveryCommandHasAnExampleAndTheExitCodes) {
    for (const Words& command : std::vector<Words>{{},
                                                   {"screen"},
                                                   {"model"},
                                                   {"model", "check"},
                                                   {"model", "test"},
                                                   {"model", "show"},
                                                   {"model", "hash"},
                                                   {"model", "sql"},
                                                   {"model", "eval"},
                                                   {"audit"},
                                                   {"audit", "export"},
                                                   {"audit", "verify"},
                                                   {"audit", "head"},
                                                   {"backup"},
                                                   {"restore"},
                                                   {"retention"},
                                                   {"retention", "hold"},
                                                   {"retention", "release"}}) {
        Words words = command;
        words.push_back("--help");
        const Ran ran = run(words);
        EXPECT_EQ(ran.code, 0);
        std::string line = "slagboom";
        for (const auto& word : command) line += " " + word;
        EXPECT_TRUE(has(ran.out, "Voorbeeld")) << ran.out;
        EXPECT_TRUE(has(ran.out, line + " ")) << "the example is of this very command: " << ran.out;
        EXPECT_TRUE(std::regex_search(ran.out, std::regex("codes: 0 [^]*1 [^]*2 [^]*3 "))) << ran.out;
    }
}

TEST(Help, TheExamplesWork) {
    const std::string model = "models/twente", region = "data/example-region/";
    const std::string facts = region + "feiten.csv";
    EXPECT_EQ(run({"screen", "--model", model, facts}).code, 0);
    EXPECT_EQ(run({"screen", "--model", model, "--providers", region + "aanbieders.csv", "--reference-date",
                   "2018-10-31", facts})
                  .code,
              0);
    EXPECT_EQ(run({"screen", "--model", model, "--explain", "00100023", facts}).code, 0);
    EXPECT_EQ(run({"model", "check", model}).code, 0);
    EXPECT_EQ(run({"model", "test", model}).code, 0);
    EXPECT_EQ(run({"model", "show", model}).code, 0);
    EXPECT_EQ(run({"model", "hash", model}).code, 0);
    EXPECT_EQ(run({"model", "sql", model, "--reference-date", "2018-10-31"}).code, 0);
    EXPECT_EQ(value({"personeelskosten / omzet < 65%", "--fact", "personeelskosten=600000", "--fact", "omzet=1000000"}),
              "true\n");
}

TEST(ExitCode, TwoForAWrongCall) {
    const TemporaryFolder folder;
    const std::string facts = folder.file("f.csv", small_region());
    for (const Words& words : std::vector<Words>{{},
                                                 {"screem"},
                                                 {"model"},
                                                 {"model", "chek"},
                                                 {"model", "eval"},
                                                 {"model", "check"},
                                                 {"screen"},
                                                 {"screen", facts},
                                                 {"screen", "--model"},
                                                 {"screen", "--model", "m", facts, "--wat"},
                                                 {"screen", "--model", "m", facts, "--format", "xml"},
                                                 {"screen", "--model", "m", facts, "--phase", "later"},
                                                 {"screen", "--model", "m", facts, "--notation", "de"},
                                                 {"screen", "--model", "m", facts, facts}}) {
        EXPECT_EQ(run(words).code, 2);
    }
}

TEST(ExitCode, OneWhereNothingCouldBeDone) {
    const TemporaryFolder folder;
    write_model(folder.path() / "klein", small_model());
    const std::string model = (folder.path() / "klein").string();
    const std::string facts = folder.file("f.csv", small_region());
    expect_error(run({"screen", "--model", "er-is-geen-model", facts}), {"er-is-geen-model"});
    expect_error(run({"screen", "--model", model, "er-is-geen-bestand.csv"}), {"er-is-geen-bestand.csv"});
    expect_error(run({"screen", "--model", model, facts, "--providers", "geen-lijst.csv"}), {"geen-lijst.csv"});
    expect_error(run({"screen", "--model", model, facts, "--set-aside", "geen-lijst.csv"}), {"geen-lijst.csv"});
    expect_error(run({"screen", "--model", model, model}), {"map"});
    expect_error(run({"screen", "--model", facts, facts}), {"f.csv"});
    expect_error(run({"screen", "--model", model, facts, "--reference-date", "2018-02-30"}), {"2018-02-30"});
    expect_error(run({"screen", "--model", model, facts, "--reference-date", "31-10-2018"}), {"31-10-2018"});
    for (const std::string command : {"check", "test", "show", "hash", "sql"})
        expect_error(run({"model", command, "er-is-geen-model"}), {"er-is-geen-model"});
}

// ---- model eval

TEST(Eval, ThreeTruths) {
    EXPECT_EQ(value({"a < b", "--fact", "a=3", "--fact", "b=4"}), "true\n");
    EXPECT_EQ(value({"a < b", "--fact", "a=4", "--fact", "b=4"}), "false\n");
    EXPECT_EQ(value({"a < b", "--fact", "a=4"}), "unknown\n");
    EXPECT_EQ(value({"a < b", "--fact", "a=4", "--fact", "b="}), "unknown\n") << "an empty value is unknown";
    EXPECT_EQ(value({"ja_of_nee and a > 1", "--fact", "ja_of_nee=nee"}), "false\n") << "unknown does not hide false";
    EXPECT_EQ(value({"x or y", "--fact", "x=ja"}), "true\n");
    EXPECT_EQ(value({"x and y", "--fact", "x=ja", "--fact", "y=true"}), "true\n");
    EXPECT_EQ(value({"not x", "--fact", "x=false"}), "true\n");
}

TEST(Eval, Numbers) {
    EXPECT_EQ(value({"a", "--fact", "a=3"}), "3\n") << "what nothing decides is a number";
    EXPECT_EQ(value({"a / b", "--fact", "a=1", "--fact", "b=3"}), "0.3333333333333333\n") << "shortest round trip";
    EXPECT_EQ(value({"a / b", "--fact", "a=1", "--fact", "b=0"}), "unknown\n");
    EXPECT_EQ(value({"a", "--fact", "a=-0"}), "0\n");
    EXPECT_EQ(value({"a * 2", "--fact", "a=-0"}), "0\n") << "a nought has no sign, also a computed one";
    EXPECT_EQ(value({"a", "--fact", "a=12,5"}), "12.5\n") << "a value that can be read one way is read that way";
    EXPECT_EQ(value({"a", "--fact", "a=12.5"}), "12.5\n");
    EXPECT_EQ(value({"a", "--fact", "a=1.250,5"}), "1250.5\n");
    EXPECT_EQ(value({"a", "--fact", "a=1.250", "--notation", "nl"}), "1250\n");
    EXPECT_EQ(value({"a", "--fact", "a=1.250", "--notation", "en"}), "1.25\n");
    EXPECT_EQ(value({"a < 65%", "--fact", "a=64,9%"}), "true\n");
}

TEST(Eval, AmountsDatesAndChoices) {
    EXPECT_EQ(value({"omzet - € 0,50", "--fact", "omzet=1"}), "0.50\n");
    EXPECT_EQ(value({"omzet + € 1", "--fact", "omzet=1.250,50"}), "1251.50\n");
    EXPECT_EQ(value({"omzet > € 1.000", "--fact", "omzet=€ 1.250,50"}), "true\n");
    EXPECT_EQ(value({"years_since(sinds)", "--fact", "sinds=2016-10-31"}), "2\n");
    EXPECT_EQ(value({"years_since(sinds)", "--fact", "sinds=1-11-2016"}), "1\n");
    EXPECT_EQ(value({"years_since(sinds)", "--fact", "sinds=2018-11-01"}), "unknown\n") << "a date to come";
    EXPECT_EQ(value({"sinds >= 2018-01-01", "--fact", "sinds=2017-12-31"}), "false\n");
    EXPECT_EQ(value({"vorm in ('bv', 'nv')", "--fact", "vorm=nv"}), "true\n");
    EXPECT_EQ(value({"vorm = 'bv'", "--fact", "vorm=vof"}), "false\n");
}

TEST(Eval, ARuleThatGivesADatePrintsTheDate) { EXPECT_EQ(value({"2018-10-31"}), "2018-10-31\n"); }

TEST(Eval, RuleAndOptionsInAnyOrder) {
    EXPECT_EQ(eval({"--fact", "a=3", "a < b", "--fact", "b=4"}).out, "true\n");
    EXPECT_EQ(eval({"--fact", "a=3", "--fact", "b=4", "a < b"}).out, "true\n");
    EXPECT_EQ(eval({"--fact", "a=3", "a < 4", "--reference-date", "2018-10-31"}).out, "true\n");
    EXPECT_EQ(eval({"--fact", "a=3", "--", "-a < 4"}).out, "true\n") << "a rule that starts with a minus";
}

TEST(Eval, ThePeriodBefore) {
    EXPECT_EQ(value({"previous(x)", "--fact", "x__vorig=2"}), "2\n");
    EXPECT_EQ(value({"growth(x)", "--fact", "x=3", "--fact", "x__vorig=2"}), "0.5\n");
    EXPECT_EQ(value({"growth(x)", "--fact", "x=3", "--fact", "x__vorig=0"}), "unknown\n");
    EXPECT_EQ(value({"growth(x)", "--fact", "x=3"}), "unknown\n");
}

TEST(Eval, ErrorsNamePlaceAndNearestName) {
    expect_error(eval({"a < 1 and"}), {"1:10"});
    expect_error(eval({"a <\nb and ("}), {"2:8"});
    expect_error(eval({"yearssince(x) < 2"}), {"1:1", "'yearssince'", "'years_since'"});
    expect_error(eval({"omzet < 1", "--fact", "omzt=3"}), {"'omzt'", "'omzet'"});
    expect_error(eval({"a < 1.250"}), {"1:5"});
    expect_error(eval({""}), {});
    expect_error(eval({"a < 1", "--fact", "a"}), {"--fact"});
    expect_error(eval({"a < 1", "--fact", "a=1", "--fact", "a=2"}), {"--fact"});
    expect_error(eval({"a < 1", "--reference-date", "2018-02-30"}), {"2018-02-30"});
    expect_error(eval({"a < 1", "--columns", "geen-bestand.csv"}), {"geen-bestand.csv"});
}

TEST(Eval, AValueThatDoesNotFitIsAnErrorAndPrintsNothing) {
    for (const std::string cell : {"NaN", "inf", "1e400", "1e5", "+5", "1_000", "abc", "ja", "1000000000000001"})
        expect_error(eval({"a < 1", "--fact", "a=" + cell}), {"a"});
    expect_error(eval({"a < 1", "--fact", "a=1.250"}), {"1.250"});
    expect_error(eval({"a < € 1", "--fact", "a=1,005"}), {"1,005"});
    expect_error(eval({"years_since(d) < 1", "--fact", "d=2018-02-30"}), {"2018-02-30"});
}

TEST(Eval, AValuePerRow) {
    const TemporaryFolder folder;
    const std::string file = folder.file("c.csv", "a;b;b__vorig\n1;2;3\n;2;\n2,5;2;3\n1.250;1.251;\n");
    const Ran ran = eval({"a < b", "--columns", file});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_EQ(ran.out, "true\nunknown\nfalse\ntrue\n");
    EXPECT_EQ(eval({"b + previous(b)", "--columns", file}).out, "5\nunknown\n5\nunknown\n");
}

TEST(Eval, ABadRowIsReportedWithLineAndColumnAndTheRestGoesOn) {
    const TemporaryFolder folder;
    const Ran ran = eval({"a < b", "--columns", folder.file("c.csv", "a;b\n1;2\nx;2\n1;2;3\n3;2\n")});
    EXPECT_EQ(ran.code, 3);
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 4) << "a line per row: " << ran.out;
    EXPECT_TRUE(ran.out.starts_with("true\n")) << ran.out;
    EXPECT_TRUE(ran.out.ends_with("\nfalse\n")) << ran.out;
    EXPECT_TRUE(has(ran.err, "regel 3, kolom a")) << ran.err;
    EXPECT_TRUE(has(ran.err, "regel 4")) << ran.err;
}

TEST(Eval, NothingThatWasGivenIsIgnored) {
    const TemporaryFolder folder;
    const std::string file = folder.file("c.csv", "a\n1\n");
    // A fact beside the columns counts for every row, or is refused; it is not left out without a word.
    const Ran ran = eval({"a < b", "--columns", file, "--fact", "b=5"});
    EXPECT_TRUE(ran.code != 0 || ran.out == "true\n") << ran.out;
    EXPECT_NE(eval({"a < 2", "--columns", folder.file("d.csv", "a;a\n1;3\n")}).code, 0) << "which of the two?";
}

// ---- model check, test, show, hash, sql

class SmallModel : public testing::Test {
 protected:
    SmallModel() { write_model(folder_.path() / "klein", small_model()); }
    std::string model() const { return (folder_.path() / "klein").string(); }
    /// Replaces text in a file of the model; gives the line and column where it stood.
    std::string replace(const std::string& inside, const std::string& from, const std::string& to) const {
        const auto path = folder_.path() / "klein" / inside;
        std::string text = text_of(path);
        const auto at = text.find(from);
        EXPECT_NE(at, text.npos) << from;
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        const auto start = at == 0 ? text.npos : text.rfind('\n', at - 1);
        const auto column = at - (start == text.npos ? 0 : start + 1) + 1;
        write_text(path, text.replace(at, from.size(), to));
        return inside + ":" + std::to_string(line) + ":" + std::to_string(column);
    }

    TemporaryFolder folder_;
};

TEST_F(SmallModel, ChecksTestsShowsHashesAndWritesSql) {
    EXPECT_EQ(run({"model", "check", model()}).code, 0);
    const Ran test = run({"model", "test", model()});
    EXPECT_EQ(test.code, 0) << test.err;
    EXPECT_TRUE(has(test.out, "5 ")) << "says how many it ran: " << test.out;
    const Ran show = run({"model", "show", model()});
    EXPECT_EQ(show.code, 0);
    for (const std::string part : {"Klein", "0.1.0", "Titel van personeel", "65%", "voorstel", "een onschuldige reden"})
        EXPECT_TRUE(has(show.out, part)) << part;
    const Ran sql = run({"model", "sql", model(), "--reference-date", "2018-10-31"});
    EXPECT_EQ(sql.code, 0);
    for (const std::string part : {"invoer", "context", "terzijde", "clienten__vorig"})
        EXPECT_TRUE(has(sql.out, part)) << part;
    EXPECT_NE(run({"model", "sql", model(), "--phase", "poort"}).out, run({"model", "sql", model()}).out);
}

TEST_F(SmallModel, HashesContentAndNotLayout) {
    const std::string hash = run({"model", "hash", model()}).out;
    EXPECT_TRUE(std::regex_match(hash, std::regex("[0-9a-f]{64}\n"))) << hash;
    EXPECT_EQ(run({"model", "hash", model() + "/"}).out, hash);
    replace("model.toml", "language = 1", "# een opmerking\nlanguage    =    1");
    replace("indicators/personeel/indicator.toml", "omzet < 65%", "omzet    <   65%");
    replace("indicators/groei/cases.test", "verdubbeld", "twee keer zo veel");
    replace("indicators/groei/uitleg.md", "Daarom.", "Daarom.   ");
    EXPECT_EQ(run({"model", "hash", model()}).out, hash) << "remarks, blanks and cases are no part of it";
    replace("indicators/personeel/indicator.toml", "65%", "66%");
    const std::string other = run({"model", "hash", model()}).out;
    EXPECT_NE(other, hash);
    replace("indicators/groei/uitleg.md", "Daarom.", "Zomaar.");
    EXPECT_NE(run({"model", "hash", model()}).out, other);
}

TEST_F(SmallModel, AWrongRuleIsPointedAtInItsFile) {
    const std::string place = replace("indicators/personeel/indicator.toml", "personeelskosten / omzet < 65%",
                                      "personelskosten / omzet < 65%");
    for (const std::string command : {"check", "test", "show", "hash", "sql"}) {
        expect_error(run({"model", command, model()}), {place, "'personelskosten'", "'personeelskosten'"});
    }
    expect_error(run({"screen", "--model", model(), folder_.file("f.csv", small_region())}), {place});
}

TEST_F(SmallModel, WrongKeysAndValuesArePointedAtWithTheNearest) {
    const std::string key = replace("model.toml", "version =", "vrsion =");
    const std::string type = replace("facts.toml", "type = \"number\"", "type = \"numbr\"");
    const Ran ran = run({"model", "check", model()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(has(ran.err, key.substr(0, key.rfind(':')))) << ran.err;
    EXPECT_TRUE(has(ran.err, "'version'")) << ran.err;
    EXPECT_TRUE(has(ran.err, type.substr(0, type.rfind(':')))) << "all faults at once: " << ran.err;
}

TEST_F(SmallModel, ACaseThatFailsIsExitCodeThreeWithFileAndLine) {
    replace("indicators/groei/cases.test", "2 punten", "1 punt");
    const Ran ran = run({"model", "test", model()});
    EXPECT_EQ(ran.code, 3);
    EXPECT_TRUE(std::regex_search(ran.err, std::regex("groei/cases\\.test:[1-4]"))) << ran.err;
    replace("indicators/jong/cases.test", "oprichting = 2000-01-01", "oprichting is lang geleden");
    EXPECT_TRUE(std::regex_search(run({"model", "test", model()}).err, std::regex("jong/cases\\.test:2")));
}

TEST_F(SmallModel, ColoursThatNobodyCanReachAreRefused) {
    replace("model.toml", "dark_red = 10", "dark_red = 11");
    expect_error(run({"model", "check", model()}), {"model.toml", "11"});
}

TEST(Output, AFullDiskIsNoSuccess) {
    const std::string model = "models/twente";
    if (access("/dev/full", W_OK) != 0) return;  // not every system has one
    for (const Words& words :
         std::vector<Words>{{"model", "show", model}, {"screen", "--model", model, "data/example-region/feiten.csv"}}) {
        const TemporaryFolder folder;
        const std::string err = (folder.path() / "err").string();
        EXPECT_EQ(run_program(words, {"/dev/null", "/dev/full", err}), 1) << words[0];
        EXPECT_NE(text_of(err), "");
    }
}

}  // namespace
}  // namespace slagboom::tests
