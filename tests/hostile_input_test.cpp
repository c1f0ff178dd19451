// What breaks readers of files, through the whole program: each ends with clear words, in bounded memory and time
// (program.h sets the limits), and without a crash.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "program.h"
#include "small_catalogue.h"
#include "small_model.h"

namespace slagboom::tests {
namespace {

using namespace std::string_literals;

const std::string kLong = "aanbieder;feit;periode;waarde;bron;datum\n";
const std::string kGood = "goed;vog;2018-09-01;ja;kvk;2018-09-01\n";

/// One row in long form about the fact vog, with this in the place of what is named.
std::string row(const std::string& provider, const std::string& value = "ja") {
    return provider + ";vog;2018-09-01;" + value + ";kvk;2018-09-01\n";
}
std::string clients(const std::string& value) { return "x;clienten;2018-Q2;" + value + ";kvk;2018-09-01\n"; }

std::string many_columns(std::size_t count, const std::string& name) {
    std::string text = "aanbieder";
    for (std::size_t i = 1; i < count; ++i) text += ";" + name + std::to_string(i);
    return text;
}

class HostileInput : public testing::Test {
 protected:
    HostileInput() { write_model(folder_.path() / "klein", small_model()); }
    std::string model() const { return (folder_.path() / "klein").string(); }

    Ran screen(const std::string& text, std::vector<std::string> more = {}) const {
        std::vector<std::string> words{
            "screen", folder_.file("f.csv", text), "--model", model(), "--reference-date", "2018-10-31", "--threads",
            "2"};
        words.insert(words.end(), more.begin(), more.end());
        Ran ran = run(words);
        EXPECT_LT(ran.err.size(), 20000u) << "words to read, not the file again";
        return ran;
    }

    /// Nothing can be taken: exit code 1.
    void refused(const std::string& what, const std::string& text) const {
        SCOPED_TRACE(what);
        EXPECT_EQ(screen(text).code, 1);
    }
    /// One row or cell cannot be taken, and the good row still is.
    void one_row_lost(const std::string& what, const std::string& text, const std::string& line) const {
        SCOPED_TRACE(what);
        const Ran ran = screen(text, {"--format", "csv"});
        EXPECT_EQ(ran.code, 3);
        EXPECT_NE(ran.err.find("regel " + line), std::string::npos) << ran.err;
        EXPECT_NE(ran.out.find("\ngoed;"), std::string::npos) << ran.out;
    }

    TemporaryFolder folder_;
};

TEST_F(HostileInput, FilesWithNothingInThem) {
    refused("empty", "");
    refused("a byte order mark alone", "\xEF\xBB\xBF");
    refused("line ends alone", "\r\n\r\n\n\r");
    refused("long header only", kLong);
    refused("wide header only", "aanbieder;vog\n");
    refused("a NUL alone", "\0"s);
    refused("an unterminated quote alone", "\"");
    refused("half a million quotes", std::string(500001, '"'));
    refused("UTF-16", "\xFF\xFE"s + "a\0;\0"s);
    refused("a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s);
    refused("a zip, as xlsx is", "PK\x03\x04\x14\0\6\0\x08\0\0\0!\0"s);
    refused("a header column twice", "aanbieder;vog;vog\ngoed;ja;nee\n");
    refused("twenty thousand columns", many_columns(20000, "k") + "\ngoed\n");
    refused("twenty thousand columns without a name", "aanbieder" + std::string(20000, ';') + "\ngoed;ja\n");
    refused("thirty megabytes of separators", "aanbieder" + std::string(30u << 20, ';') + "\ngoed\n");
    refused("thirty megabytes in one cell of the header", std::string(30u << 20, 'x') + "\ngoed\n");
}

TEST_F(HostileInput, ValuesThatAreNone) {
    for (const std::string value : {"NaN", "nan", "inf", "-inf", "1e400", "1e5", "+5", "1_000", "1 000", "ja",
                                    "2018-02-30", "0x10", "1000000000000001"})
        one_row_lost(value, kLong + kGood + clients(value), "3");
    one_row_lost("a number of a megabyte", kLong + kGood + clients(std::string(1u << 20, '9')), "3");
    one_row_lost("a number of sixty thousand digits", kLong + kGood + clients(std::string(60000, '9')), "3");
    one_row_lost("an amount with three decimals", kLong + kGood + "x;omzet;2017;1,005;kvk;2018-09-01\n", "3");
    one_row_lost("a hundred milliard and a cent", kLong + kGood + "x;omzet;2017;100.000.000.000,01;kvk;2018-09-01\n",
                 "3");
    one_row_lost("30 February", kLong + kGood + "x;oprichting;2018-09-01;2018-02-30;kvk;2018-09-01\n", "3");
    one_row_lost("an option that is none", kLong + kGood + "x;rechtsvorm;2018-09-01;bvv;kvk;2018-09-01\n", "3");
    one_row_lost("an unknown fact", kLong + kGood + "x;vogg;2018-09-01;ja;kvk;2018-09-01\n", "3");
    one_row_lost("a year of twenty digits", kLong + kGood + "x;omzet;99999999999999999999;5;kvk;2018-09-01\n", "3");
    one_row_lost("the year 0", kLong + kGood + "x;omzet;0000;5;kvk;2018-09-01\n", "3");
    EXPECT_EQ(screen(kLong + kGood + clients("-0")).code, 0) << "minus nought is nought";
}

TEST_F(HostileInput, RowsThatAreNone) {
    one_row_lost("NUL", kLong + kGood + row("a\0b"s), "3");
    one_row_lost("invalid UTF-8", kLong + kGood + row("\xC3\x28"), "3");
    one_row_lost("a cell of ten megabytes", kLong + kGood + row(std::string(10u << 20, 'x')), "3");
    one_row_lost("a quoted cell of ten megabytes", kLong + kGood + row("\"" + std::string(10u << 20, 'x') + "\""), "3");
    one_row_lost("ten megabytes of doubled quotes", kLong + kGood + row("\"" + repeated("\"\"", 5u << 20) + "\""), "3");
    one_row_lost("a quote that never ends", kLong + kGood + row("\"x") + row("y"), "3");
    one_row_lost("a quote in the middle", kLong + kGood + row("x\"y"), "3");
    one_row_lost("a row of twenty thousand cells", kLong + kGood + std::string(19999, ';') + "\n", "3");
    one_row_lost("a row of thirty million cells", kLong + kGood + std::string(30u << 20, ';') + "\n", "3");
    one_row_lost("a name of half a megabyte", kLong + kGood + row(std::string(500000, 'x')), "3");
    one_row_lost("a citizen service number", kLong + kGood + row("111.222.333"), "3");
    one_row_lost("NUL in wide form", "aanbieder;vog\ngoed;ja\nx;\0\n"s, "3");
    one_row_lost("a duplicate provider", "aanbieder;vog\ngoed;ja\nx;ja\nx;nee\n", "4");
    one_row_lost("an unknown column", "aanbieder;vogg;vog\ngoed;ja;ja\n", "1");
    one_row_lost("three thousand unknown columns",
                 many_columns(3000, "k") + "\ngoed" + std::string(std::size_t{2999}, ';') + "\n", "1");
}

TEST_F(HostileInput, LineEndsOfEverySystem) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        std::string text = kLong + kGood + row("x");
        for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + end.size()))
            text.replace(at, 1, end);
        const Ran ran = screen(text, {"--format", "csv"});
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_NE(ran.out.find("\ngoed;"), std::string::npos);
        EXPECT_NE(ran.out.find("\nx;"), std::string::npos);
    }
}

TEST_F(HostileInput, LargeFilesOfNothingButFaults) {
    SCOPED_TRACE("half a million bad rows");
    EXPECT_EQ(screen(kLong + kGood + repeated("x;y;z\n", 500000)).code, 3);
    SCOPED_TRACE("half a million rows about one provider");
    EXPECT_EQ(screen("aanbieder;vog\n" + repeated("goed;ja\n", 500000)).code, 3);
    SCOPED_TRACE("half a million contradictions");
    EXPECT_EQ(screen(kLong + repeated(row("goed") + row("goed", "nee"), 100000)).code, 3);
    SCOPED_TRACE("a megabyte of opening quotes");
    EXPECT_EQ(screen(kLong + kGood + repeated("\"a\n", 300000)).code, 3);
    SCOPED_TRACE("ten million line ends");
    EXPECT_EQ(screen(kLong + std::string(10u << 20, '\n') + kGood).code, 0);
}

TEST_F(HostileInput, OtherFilesToo) {
    const std::string good = kLong + kGood;
    for (const std::string& text :
         {""s, "x"s, "\0"s, "\xFF"s, "\""s, std::string(1u << 20, '"'), many_columns(20000, "k"),
          "aanbieder;naam;van;tot\n"s + std::string(10u << 20, 'x') + "\n", std::string(10u << 20, ';')}) {
        for (const std::string option : {"--providers", "--set-aside"}) {
            SCOPED_TRACE(option + " " + text.substr(0, 30));
            const int code = screen(good, {option, folder_.file("anders.csv", text)}).code;
            EXPECT_TRUE(code == 1 || code == 3) << code;
        }
        SCOPED_TRACE("--columns " + text.substr(0, 30));
        const Ran ran = run({"model", "eval", "a < 1", "--columns", folder_.file("anders.csv", text)});
        EXPECT_LT(ran.err.size(), 20000u);
    }
}

// ---- models

TEST_F(HostileInput, ModelFilesThatAreNone) {
    const std::vector<std::string> texts{
        "",
        "\0"s,
        "\xFF",
        "\xEF\xBB\xBF",
        "[",
        "a = " + std::string(100000, '['),
        "a = " + repeated("{a = ", 100000),
        repeated("[a.", 1) + repeated("a.", 100000) + "a]",
        "a = \"" + std::string(1u << 20, 'x'),
        "a = '''" + std::string(1u << 20, 'x'),
        std::string(20u << 20, '#'),
        "language = 99999999999999999999999",
        "language = -1",
        "language = 1e400",
        "language = nan",
        "language = 2018-10-31",
        "language = [1]",
        "language = true",
        "title = \"x\"\n" + repeated("[[step]]\n", 100000),
        small_model_toml() + "[kategorie]\n",
        repeated("a = 1\n", 2),
    };
    for (const auto& [inside, good] : small_model()) {
        if (!inside.ends_with(".toml")) continue;
        for (const auto& text : texts) {
            SCOPED_TRACE(inside + ": " + text.substr(0, 40));
            write_text(folder_.path() / "klein" / inside, text);
            const Ran ran = run({"model", "check", model()});
            EXPECT_EQ(ran.code, 1);
            EXPECT_NE(ran.err.find(inside), std::string::npos) << "names the file: " << ran.err.substr(0, 300);
        }
        write_text(folder_.path() / "klein" / inside, good);
        if (inside.starts_with("indicators/")) break;  // one of the five will do
    }
}

TEST_F(HostileInput, RulesThatBreakReaders) {
    for (const std::string& rule :
         {std::string(100000, '('), repeated("vog and ", 100000), repeated("not ", 100000) + "vog", "vog \0"s,
          "vog \xFF"s, std::string(10u << 20, 'a'), "1 / 0 < 1"s, "vog + 1"s, "omzet * omzet > 1"s}) {
        SCOPED_TRACE(rule.substr(0, 30));
        write_text(folder_.path() / "klein/indicators/jong/indicator.toml",
                   small_indicator("Titel van jong", "category = \"bestuur\"", "\"monitoring\"", small_step(rule, 4)));
        EXPECT_EQ(run({"model", "check", model()}).code, 1);
    }
    for (const std::string& rule : {std::string(100000, '('), repeated("a and ", 15000), "a \xFF"s})
        EXPECT_EQ(run({"model", "eval", rule}).code, 1);
}

TEST_F(HostileInput, PagesAndCasesThatAreNone) {
    for (const std::string inside : {"indicators/jong/uitleg.md", "indicators/jong/cases.test"}) {
        const std::string good = small_model().at(inside);
        for (const std::string& text : {""s, "\0"s, "\xFF"s, std::string(20u << 20, '#'), repeated("geval x\n", 100000),
                                        "geval x\n  vog = NaN\n  => treffer\n"s, "=> treffer\n"s}) {
            SCOPED_TRACE(inside + ": " + text.substr(0, 30));
            write_text(folder_.path() / "klein" / inside, text);
            const int code = run({"model", "test", model()}).code;
            EXPECT_TRUE(code == 1 || code == 3) << code;
        }
        write_text(folder_.path() / "klein" / inside, good);
    }
}

TEST_F(HostileInput, ThingsThatAreNotWhereTheyShouldBe) {
    const auto klein = folder_.path() / "klein";
    for (const std::string inside : {"model.toml", "facts.toml", "indicators/jong/indicator.toml",
                                     "indicators/jong/uitleg.md", "indicators/jong/cases.test"}) {
        std::filesystem::remove(klein / inside);
        EXPECT_EQ(run({"model", "check", model()}).code, 1) << inside << " is missing";
        std::filesystem::create_directory(klein / inside);
        EXPECT_EQ(run({"model", "test", model()}).code == 0, false) << inside << " is a folder";
        std::filesystem::remove(klein / inside);
        write_text(klein / inside, small_model().at(inside));
    }
    for (const std::string inside : {"extra.txt", "indicators/los", "indicators/jong/nog.md", "indicators/Jong/x"}) {
        write_text(klein / inside, "x");
        EXPECT_EQ(run({"model", "check", model()}).code, 1) << inside << " does not belong there";
        std::filesystem::remove_all(klein / inside);
    }
    std::filesystem::remove_all(klein / "indicators");
    EXPECT_EQ(run({"model", "check", model()}).code, 1);
}

}  // namespace
}  // namespace slagboom::tests
