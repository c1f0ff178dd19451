// Files of facts in long and wide form: what is taken, what is left, and why.
#include "files/fact_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "domain/service_number.h"
#include "small_catalogue.h"

namespace slagboom::tests {
namespace {

using namespace std::string_literals;
using files::FactFile;

const Date kToday = *make_date(2018, 11, 1);
const std::string kHeader = "aanbieder;feit;periode;waarde;bron;datum\n";

Result<FactFile> read(const std::string& text, std::size_t threads = 1) {
    static const domain::FactCatalogue catalogue = small_catalogue();
    return files::read_fact_file(text, catalogue, {std::nullopt, kToday, threads});
}

FactFile taken(const std::string& text) {
    auto file = read(text);
    EXPECT_TRUE(file) << (file ? "" : file.error().reason);
    return file ? std::move(*file) : FactFile{};
}

std::vector<double> values_of(const FactFile& file) {
    std::vector<double> values;
    for (const auto& fact : file.facts) values.push_back(fact.value);
    return values;
}

/// The one fault of a long row.
files::Fault fault_of(const std::string& row) {
    const FactFile file = taken(kHeader + "001;vog;2018-01-01;ja;bron;2018-01-01\n" + row + "\n");
    EXPECT_EQ(file.facts.size(), 1u) << row << ": the other row is taken";
    EXPECT_EQ(file.faults.count(), 1u) << row;
    if (file.faults.count() != 1) return {};
    EXPECT_EQ(file.faults.kept()[0].line, 3u);
    EXPECT_FALSE(file.faults.kept()[0].reason.empty());
    return file.faults.kept()[0];
}

bool says(const files::Fault& fault, const std::string& word) { return fault.reason.find(word) != std::string::npos; }

/// Every reason that the file led to, also the error where nothing could be taken.
std::string all_reasons(const std::string& text) {
    const auto file = read(text);
    if (!file) return file.error().reason;
    std::string reasons;
    for (const auto& fault : file->faults.kept()) reasons += fault.column + ": " + fault.reason + "\n";
    return reasons;
}

// ---- long form

TEST(LongForm, TakesEveryTypeAndFrequency) {
    const FactFile file = taken(kHeader +
                                "002;omzet;2017;1.250,50;digimv;2018-05-01\n"
                                "001;clienten;2018-Q2;12;digimv;1-9-2018\n"
                                "002;verzuim;2018-08;4,5%;vragenlijst;2018-09-30\n"
                                "001;oprichting;2018-09-01;01-05-2017;kvk;2018-09-01\n"
                                "001;rechtsvorm;2018-09-01;stichting;kvk;2018-09-01\n"
                                "001;vog;2018-09-01;nee;kvk;2018-11-01\n");
    EXPECT_FALSE(file.wide);
    EXPECT_EQ(file.faults.count(), 0u);
    EXPECT_EQ(file.rows, 6u);
    EXPECT_EQ(file.providers, (std::vector<std::string>{"002", "001"})) << "in order of appearance";
    EXPECT_EQ(file.sources, (std::vector<std::string>{"digimv", "vragenlijst", "kvk"}));
    ASSERT_EQ(file.facts.size(), 6u);
    const double may_2017 = 47 * 365 + 12 + 120;
    EXPECT_EQ(values_of(file), (std::vector<double>{125050, 12, 0.045, may_2017, 2, 0}));
    EXPECT_EQ(file.facts[0].provider, 0u);
    EXPECT_EQ(file.facts[0].fact, 1u);
    EXPECT_EQ(file.facts[0].period, (domain::Period{domain::Frequency::year, 2017}));
    EXPECT_EQ(file.facts[0].known_on, *make_date(2018, 5, 1));
    EXPECT_EQ(file.facts[1].known_on, *make_date(2018, 9, 1));
    EXPECT_EQ(file.facts[1].period.text(), "2018-Q2");
    EXPECT_EQ(file.facts[2].period.text(), "2018-08");
    EXPECT_EQ(file.facts[2].source, 1u);
    EXPECT_EQ(file.facts[5].known_on, kToday) << "what is known today may stand there";
}

TEST(LongForm, ColumnsInAnyOrder) {
    const FactFile file = taken("datum,bron,waarde,periode,feit,aanbieder\n2018-09-01,kvk,ja,2018-08-31,vog,001\n");
    ASSERT_EQ(file.facts.size(), 1u);
    EXPECT_EQ(file.providers.at(0), "001");
    EXPECT_EQ(file.facts[0].value, 1);
    EXPECT_EQ(file.facts[0].period.text(), "2018-08-31");
    EXPECT_EQ(file.sources.at(0), "kvk");
    EXPECT_EQ(file.separator, ',');
}

TEST(LongForm, TheSameWithEveryLineEndQuoteAndByteOrderMark) {
    const std::string rows = "001;omzet;2017;5;kvk;2018-09-01\n002;omzet;2017;6;kvk;2018-09-01\n";
    const auto with_ends = [&](const std::string& end) {
        std::string text;
        for (const char c : kHeader + rows) text += c == '\n' ? end : std::string(1, c);
        return text;
    };
    for (const std::string& text :
         {with_ends("\n"), with_ends("\r\n"), with_ends("\r"), with_ends("\n\n"), "\xEF\xBB\xBF" + with_ends("\n")}) {
        const FactFile file = taken(text);
        EXPECT_EQ(values_of(file), (std::vector<double>{500, 600}));
        EXPECT_EQ(file.faults.count(), 0u);
        EXPECT_EQ(file.had_byte_order_mark, text[0] == '\xEF');
    }
}

TEST(LongForm, AnUnknownFactNamesTheNearest) {
    const auto fault = fault_of("001;omzt;2017;5;kvk;2018-09-01");
    EXPECT_EQ(fault.column, "feit");
    EXPECT_TRUE(says(fault, "'omzt'")) << fault.reason;
    EXPECT_TRUE(says(fault, "'omzet'")) << fault.reason;
    EXPECT_FALSE(says(fault_of("001;schoenmaat;2017;5;kvk;2018-09-01"), "bedoelt"));
}

TEST(LongForm, APeriodMustFitTheFrequency) {
    const std::vector<std::string> rows{
        "001;omzet;2017-Q1;5;kvk;2018-09-01",    "001;omzet;2017-01-01;5;kvk;2018-09-01",
        "001;omzet;17;5;kvk;2018-09-01",         "001;omzet;;5;kvk;2018-09-01",
        "001;clienten;2018;5;kvk;2018-09-01",    "001;clienten;2018-Q5;5;kvk;2018-09-01",
        "001;clienten;2018-Q0;5;kvk;2018-09-01", "001;clienten;2018-03;5;kvk;2018-09-01",
        "001;verzuim;2018-13;5;kvk;2018-09-01",  "001;verzuim;2018-Q1;5;kvk;2018-09-01",
        "001;vog;2018;ja;kvk;2018-09-01",        "001;vog;2018-02-30;ja;kvk;2018-09-01"};
    for (const auto& row : rows) EXPECT_EQ(fault_of(row).column, "periode") << row;
    EXPECT_TRUE(says(fault_of(rows[0]), "2018")) << "an example of what is expected";
    EXPECT_TRUE(says(fault_of(rows[4]), "2018-Q3"));
}

TEST(LongForm, ADateAfterTodayIsAFault) {
    const auto fault = fault_of("001;vog;2018-11-02;ja;kvk;2018-11-02");
    EXPECT_EQ(fault.column, "datum");
    EXPECT_TRUE(says(fault, "2018-11-02")) << fault.reason;
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;kvk;30-02-2018").column, "datum");
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;kvk;").column, "datum");
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;kvk;gisteren").column, "datum");
}

TEST(LongForm, OtherFaultsNameTheirColumn) {
    EXPECT_EQ(fault_of(";vog;2018-09-01;ja;kvk;2018-09-01").column, "aanbieder");
    EXPECT_EQ(fault_of(" ;vog;2018-09-01;ja;kvk;2018-09-01").column, "aanbieder");
    EXPECT_EQ(fault_of(std::string(files::kMaxName + 1, 'x') + ";vog;2018-09-01;ja;kvk;2018-09-01").column,
              "aanbieder");
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;;2018-09-01").column, "bron");
    EXPECT_EQ(fault_of("001;vog;2018-09-01;misschien;kvk;2018-09-01").column, "waarde");
    EXPECT_EQ(fault_of("001;omzet;2017;NaN;kvk;2018-09-01").column, "waarde");
    EXPECT_EQ(fault_of("001;omzet;2017;1e400;kvk;2018-09-01").column, "waarde");
    EXPECT_EQ(fault_of("001;omzet;2017;ja;kvk;2018-09-01").column, "waarde");
    EXPECT_TRUE(says(fault_of("001;omzet;2017;ja;kvk;2018-09-01"), "omzet")) << "which fact it was";
    EXPECT_TRUE(says(fault_of("001;rechtsvorm;2018-09-01;stichtng;kvk;2018-09-01"), "'stichting'"));
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;kvk;2018-09-01;meer").column, "") << "more cells than the header";
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja").reason.empty(), false) << "fewer";
    EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;k\"vk;2018-09-01").column, "");
}

TEST(LongForm, ANameOfTheGreatestLengthIsTaken) {
    const std::string name(files::kMaxName, 'x');
    const FactFile file = taken(kHeader + name + ";vog;2018-09-01;ja;" + name + ";2018-09-01\n");
    EXPECT_EQ(file.providers, std::vector<std::string>{name});
    EXPECT_EQ(file.faults.count(), 0u);
}

/// An older value would count in its place without anybody noticing, so it is told.
TEST(LongForm, AnEmptyValueIsAFault) {
    const FactFile file = taken(kHeader + "001;omzet;2017;;kvk;2018-09-01\n002;vog;2018-09-01;  ;kvk;2018-09-01\n");
    EXPECT_EQ(file.rows, 2u);
    EXPECT_TRUE(file.facts.empty());
    ASSERT_EQ(file.faults.count(), 2u);
    EXPECT_EQ(file.faults.kept()[0].column, "waarde");
}

TEST(LongForm, MinusNoughtIsNought) {
    const FactFile file =
        taken(kHeader + "001;clienten;2018-Q2;-0;kvk;2018-09-01\n001;omzet;2017;-0,00;kvk;2018-09-01\n");
    ASSERT_EQ(file.facts.size(), 2u);
    for (const auto& fact : file.facts) EXPECT_FALSE(std::signbit(fact.value));
}

TEST(LongForm, AMistypedHeaderNamesTheColumnThatIsMeant) {
    for (const std::string wrong : {"aanbeider", "fiet", "peride", "waard", "bronn", "datm"}) {
        const std::vector<std::string> names{"aanbieder", "feit", "periode", "waarde", "bron", "datum"};
        for (const auto& right : names) {
            if (right.substr(0, 1) != wrong.substr(0, 1)) continue;
            std::string header = kHeader;
            header.replace(header.find(right), right.size(), wrong);
            const std::string reasons = all_reasons(header + "001;vog;2018-09-01;ja;kvk;2018-09-01\n");
            EXPECT_NE(reasons.find(right), std::string::npos) << wrong << " → " << reasons;
        }
    }
}

TEST(LongForm, FaultsAreCountedAllAndKeptInOrderOfLine) {
    std::string text = kHeader;
    for (int i = 0; i < 3000; ++i) text += "001;schoenmaat;2017;5;kvk;2018-09-01\n";
    const FactFile file = taken(text);
    EXPECT_EQ(file.faults.count(), 3000u);
    ASSERT_EQ(file.faults.kept().size(), files::Faults::kMaxKept);
    for (std::size_t i = 0; i < file.faults.kept().size(); ++i) ASSERT_EQ(file.faults.kept()[i].line, i + 2);
    EXPECT_EQ(file.faults.kept()[0].text("feiten.csv").substr(0, 31), "feiten.csv, regel 2, kolom feit");
}

TEST(LongForm, ARowThatIsNoTextCostsItselfAlone) {
    for (const auto& bad : {"\0"s, "\xFF"s, "\xC3"s}) {
        const FactFile file = taken(fmt::format(
            "{}001;vog;2018-09-01;ja;kvk;2018-09-01\n002;vog;2018-09-01;ja;k{};2018-09-01\n003;vog;2018-09-01;nee;kvk;"
            "2018-09-01\n",
            kHeader, bad));
        EXPECT_EQ(file.providers, (std::vector<std::string>{"001", "003"}));
        ASSERT_EQ(file.faults.count(), 1u);
        EXPECT_EQ(file.faults.kept()[0].line, 3u);
    }
}

// ---- wide form

TEST(WideForm, TakesColumnsAndThePeriodBefore) {
    const FactFile file = taken(
        "aanbieder;omzet;omzet__vorig;vog;rechtsvorm;oprichting\n"
        "002;1.250,50;1.000;ja;bv;2018-09-01\n"
        "001;;7;nee;;\n");
    EXPECT_TRUE(file.wide);
    EXPECT_EQ(file.rows, 2u);
    EXPECT_EQ(file.faults.count(), 0u);
    EXPECT_EQ(file.providers, (std::vector<std::string>{"001", "002"})) << "ordered bytewise";
    ASSERT_EQ(file.columns.size(), 5u);
    EXPECT_EQ(file.columns[0].input, (expr::Input{1, false}));
    EXPECT_EQ(file.columns[1].input, (expr::Input{1, true}));
    EXPECT_TRUE(std::isnan(file.columns[0].values[0])) << "an empty cell is unknown";
    EXPECT_EQ(file.columns[0].values[1], 125050);
    EXPECT_EQ(file.columns[1].values[0], 700);
    EXPECT_EQ(file.columns[1].values[1], 100000);
    EXPECT_EQ(file.columns[2].values[0], 0);
    EXPECT_EQ(file.columns[2].values[1], 1);
    EXPECT_TRUE(std::isnan(file.columns[3].values[0]));
    EXPECT_EQ(file.columns[3].values[1], 0) << "the first option";
}

TEST(WideForm, UnknownColumnsAreFaultsThatNameTheNearest) {
    const FactFile file = taken("aanbieder;omzt;omzt__vorig;schoenmaat;vog\n001;1;2;3;ja\n");
    ASSERT_EQ(file.faults.count(), 3u);
    EXPECT_TRUE(says(file.faults.kept()[0], "'omzet'")) << file.faults.kept()[0].reason;
    EXPECT_TRUE(says(file.faults.kept()[1], "'omzet")) << file.faults.kept()[1].reason;
    EXPECT_TRUE(says(file.faults.kept()[2], "'schoenmaat'")) << file.faults.kept()[2].reason;
    ASSERT_EQ(file.columns.size(), 1u) << "the known column is taken";
    EXPECT_EQ(file.columns[0].values[0], 1);
}

TEST(WideForm, ADatedFactHasNoPeriodBefore) {
    const FactFile file = taken("aanbieder;vog;vog__vorig;rechtsvorm__vorig\n001;ja;nee;bv\n");
    EXPECT_EQ(file.faults.count(), 2u);
    EXPECT_EQ(file.columns.size(), 1u);
}

TEST(WideForm, ABadCellIsUnknownAndTheRestOfTheRowIsTaken) {
    const FactFile file = taken("aanbieder;omzet;clienten;vog\n001;veel;5;ja\n002;6;NaN;misschien\n");
    ASSERT_EQ(file.faults.count(), 3u);
    EXPECT_EQ(file.faults.kept()[0].line, 2u);
    EXPECT_EQ(file.faults.kept()[0].column, "omzet");
    EXPECT_EQ(file.faults.kept()[1].column, "clienten");
    EXPECT_EQ(file.faults.kept()[2].column, "vog");
    EXPECT_TRUE(std::isnan(file.columns[0].values[0]));
    EXPECT_EQ(file.columns[1].values[0], 5);
    EXPECT_EQ(file.columns[0].values[1], 600);
}

TEST(WideForm, ABadCellOfThePeriodBeforeNamesItsOwnColumn) {
    const FactFile file = taken("aanbieder;omzet;omzet__vorig\n001;5;veel\n");
    ASSERT_EQ(file.faults.count(), 1u);
    EXPECT_EQ(file.faults.kept()[0].column, "omzet__vorig");
}

/// The value of one provider from rows "001;omzet" in this order, with another provider between them.
std::optional<double> omzet_of_rows(const std::vector<std::string>& cells, std::size_t faults) {
    std::string text = "aanbieder;omzet\n";
    for (const auto& cell : cells) text += "001;" + cell + "\n000;1\n";
    const FactFile file = taken(text);
    EXPECT_EQ(file.providers, (std::vector<std::string>{"000", "001"}));
    EXPECT_EQ(file.faults.count(), faults);
    EXPECT_EQ(file.columns.at(0).values[0], 100);
    const double value = file.columns.at(0).values[1];
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

TEST(WideForm, ADuplicateProviderIsAFaultAndDifferingCellsAreUnknown) {
    EXPECT_EQ(omzet_of_rows({"5", "6"}, 2), std::nullopt);
    EXPECT_EQ(omzet_of_rows({"5", "5"}, 2), 500);
    EXPECT_EQ(omzet_of_rows({"5", "5,00", "5"}, 4), 500);
    EXPECT_EQ(omzet_of_rows({"5", "6", "5"}, 4), std::nullopt) << "the third row does not bring it back";
    EXPECT_EQ(omzet_of_rows({"5", "6", "6"}, 4), std::nullopt);
    EXPECT_EQ(omzet_of_rows({"6", "5", "7"}, 4), std::nullopt);
    EXPECT_EQ(omzet_of_rows({"5", "6", "", "6"}, 6), std::nullopt);
}

TEST(WideForm, DuplicatesCellByCellAndFaultsAtTheLaterRows) {
    const FactFile file = taken("aanbieder;omzet;clienten\nb;5;1\na;7;1\nb;5;2\na;7;1\nb;5;1\n");
    EXPECT_EQ(file.providers, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(file.columns.at(0).values[1], 500);
    EXPECT_TRUE(std::isnan(file.columns.at(1).values[1]));
    EXPECT_EQ(file.columns.at(1).values[0], 1);
    ASSERT_EQ(file.faults.count(), 3u);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(file.faults.kept()[i].line, i + 4) << "the first row of a provider is no fault";
        EXPECT_EQ(file.faults.kept()[i].column, "aanbieder");
    }
}

TEST(WideForm, ProvidersOrderedBytewise) {
    const FactFile file = taken("aanbieder;omzet\né;1\na;2\nB;3\n10;4\n9;5\n");
    EXPECT_EQ(file.providers, (std::vector<std::string>{"10", "9", "B", "a", "é"}));
    EXPECT_EQ(file.columns.at(0).values[0], 400);
    EXPECT_EQ(file.columns.at(0).values[4], 100);
}

TEST(WideForm, TheFirstColumnIsTheProvider) {
    const auto file = read("omzet;aanbieder\n5;001\n");
    ASSERT_FALSE(file);
    EXPECT_NE(file.error().reason.find("aanbieder"), std::string::npos) << file.error().reason;
}

// ---- both forms

TEST(FactFile, NothingToReadIsAnErrorWithAReason) {
    for (const auto& text :
         {""s, "\xEF\xBB\xBF"s, "\n\r\n"s, kHeader, "aanbieder;omzet"s, "aanbieder;omzet\n\n\n"s, "\0"s, "\xFF"s, "x"s,
          "\"aanbieder;omzet\n001;5\n"s, "aanbieder;omzet;omzet\n001;5;6\n"s, "\xFF\xFE"s + "a\0"s}) {
        const auto file = read(text);
        ASSERT_FALSE(file) << text;
        EXPECT_FALSE(file.error().reason.empty());
    }
}

TEST(FactFile, AServiceNumberIsRefusedInEveryNameAndNeverRepeated) {
    for (const std::string number : {"111222333", "111.222.333", "111 222 333", "nr 123456782"}) {
        EXPECT_EQ(fault_of(number + ";vog;2018-09-01;ja;kvk;2018-09-01").column, "aanbieder");
        EXPECT_EQ(fault_of("001;" + number + ";2018-09-01;ja;kvk;2018-09-01").column, "feit");
        EXPECT_EQ(fault_of("001;vog;2018-09-01;ja;" + number + ";2018-09-01").column, "bron");
        const FactFile wide = taken("aanbieder;vog\n" + number + ";ja\n001;nee\n");
        EXPECT_EQ(wide.providers, std::vector<std::string>{"001"});
        EXPECT_EQ(wide.faults.count(), 1u);
    }
}

TEST(FactFile, AServiceNumberStandsInNoMessageWhereverItIs) {
    const std::vector<std::string> texts{
        kHeader + "111222333;vog;2018-09-01;ja;kvk;2018-09-01\n",
        kHeader + "001;111222333;2018-09-01;ja;kvk;2018-09-01\n",
        kHeader + "001;vog;111222333;ja;kvk;2018-09-01\n",
        kHeader + "001;vog;2018-09-01;111222333;kvk;2018-09-01\n",
        kHeader + "001;rechtsvorm;2018-09-01;111222333;kvk;2018-09-01\n",
        kHeader + "001;oprichting;2018-09-01;111222333;kvk;2018-09-01\n",
        kHeader + "001;omzet;2017;111222333x;kvk;2018-09-01\n",
        kHeader + "001;omzet;2017;111222333,555;kvk;2018-09-01\n",
        kHeader + "001;vog;2018-09-01;ja;111222333;2018-09-01\n",
        kHeader + "001;vog;2018-09-01;ja;kvk;111222333\n",
        "aanbieder;feit;111222333;waarde;bron;datum\n001;vog;2018-09-01;ja;kvk;2018-09-01\n",
        "111222333;omzet\n001;5\n",
        "aanbieder;111222333\n001;5\n",
        "aanbieder;111222333;111222333\n001;5;6\n",
        "aanbieder;vog\n111222333;ja\n",
        "aanbieder;vog\n001;111222333\n",
    };
    for (const auto& text : texts) {
        const std::string reasons = all_reasons(text);
        EXPECT_FALSE(reasons.empty()) << text;
        EXPECT_EQ(reasons.find("111222333"), std::string::npos) << text << " → " << reasons;
    }
}

// ---- threads

bool same(const columns::NumberColumn& a, const columns::NumberColumn& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

void expect_same(const FactFile& one, const FactFile& other) {
    EXPECT_EQ(one.rows, other.rows);
    EXPECT_EQ(one.providers, other.providers);
    EXPECT_EQ(one.notation.notation, other.notation.notation);
    ASSERT_EQ(one.facts.size(), other.facts.size());
    for (std::size_t i = 0; i < one.facts.size(); ++i) ASSERT_EQ(one.facts[i].value, other.facts[i].value);
    ASSERT_EQ(one.columns.size(), other.columns.size());
    for (std::size_t i = 0; i < one.columns.size(); ++i)
        EXPECT_TRUE(same(one.columns[i].values, other.columns[i].values)) << "column " << i;
    EXPECT_EQ(one.faults.count(), other.faults.count());
    ASSERT_EQ(one.faults.kept().size(), other.faults.kept().size());
    for (std::size_t i = 0; i < one.faults.kept().size(); ++i)
        ASSERT_EQ(one.faults.kept()[i].text("f"), other.faults.kept()[i].text("f"));
}

/// More than 300 kB, with unknown cells, faults here and there, and some providers twice.
std::string large_wide(const std::string& end) {
    std::string text = "aanbieder;omzet;clienten;vog;rechtsvorm;omzet__vorig" + end;
    for (int i = 0; i < 12000; ++i) {
        const int id = i % 1000 == 999 ? i / 2 : (i * 7919) % 100003;
        text += std::to_string(id) + ";" + std::to_string(i) + ",25;" + (i % 13 == 0 ? "x" : std::to_string(i % 50)) +
                (i % 3 == 0 ? ";ja" : ";nee") + (i % 17 == 0 ? "" : ";bv") + ";" + (i % 5 == 0 ? "" : "1.250") + end;
        if (i % 50 == 0) text += end;
    }
    return text;
}

TEST(FactFileThreads, GiveTheSameAsOne) {
    for (const std::string end : {"\n", "\r\n"}) {
        const std::string text = large_wide(end);
        ASSERT_GT(text.size(), 300000u);
        const auto one = read(text, 1);
        ASSERT_TRUE(one);
        EXPECT_GT(one->faults.count(), 600u);
        for (const std::size_t threads : {2u, 3u, 8u}) {
            const auto more = read(text, threads);
            ASSERT_TRUE(more);
            expect_same(*one, *more);
        }
    }
}

TEST(FactFileThreads, AlsoWithoutALineEndAtTheEndWithQuotesAndWithManyFaults) {
    std::string text = large_wide("\n");
    text.pop_back();
    expect_same(*read(text, 1), *read(text, 2));
    expect_same(*read(text + "\n\"a\nb\";5\n", 1), *read(text + "\n\"a\nb\";5\n", 2));
    std::string faults = "aanbieder;omzet\n";
    for (int i = 0; i < 30000; ++i) faults += std::to_string(i) + ";veel te veel\n";
    expect_same(*read(faults, 1), *read(faults, 2));
    EXPECT_EQ(read(faults, 2)->faults.count(), 30000u);
}

TEST(FactFileThreads, LongFormToo) {
    std::string text = kHeader;
    for (int i = 0; i < 9000; ++i)
        text += std::to_string(i % 777) + ";omzet;" + std::to_string(2000 + i % 18) + ";" + std::to_string(i) +
                (i % 31 == 0 ? ",123" : ",5") + ";kvk;2018-09-01\n";
    ASSERT_GT(text.size(), 300000u);
    expect_same(*read(text, 1), *read(text, 2));
}

}  // namespace
}  // namespace slagboom::tests
