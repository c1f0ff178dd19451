// Is 1.250 a thousand or a little more than one? Decided per file, never per cell (decision 30).
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "files/cell_value.h"
#include "files/fact_file.h"
#include "small_catalogue.h"

namespace slagboom::tests {
namespace {

using files::choose_notation;
using files::FactFile;
using files::Notation;
using files::NotationEvidence;
using files::Reading;

NotationEvidence evidence_of(const std::vector<std::string>& cells) {
    NotationEvidence evidence;
    for (const auto& cell : cells) evidence.add(files::reading_of(cell));
    return evidence;
}

std::optional<Notation> chosen(const std::vector<std::string>& cells, char separator,
                               std::optional<Notation> asked = std::nullopt) {
    const auto choice = choose_notation(evidence_of(cells), separator, asked);
    if (!choice) return std::nullopt;
    EXPECT_FALSE(choice->reason.empty()) << "the report says why";
    return choice->notation;
}

// ---- what a cell allows

TEST(Reading, CellsThatAllowOneReading) {
    for (const std::string cell : {"1.250,50", "12,5", "1.250.000", "0,500", "1250,125", "-0,5", "€ 12,50", "12,5%"})
        EXPECT_EQ(files::reading_of(cell), Reading::dutch) << cell;
    for (const std::string cell : {"1,250.50", "12.5", "1,250,000", "0.500", "1250.125", "-0.5", "€ 12.50", "12.5%"})
        EXPECT_EQ(files::reading_of(cell), Reading::english) << cell;
}

TEST(Reading, CellsThatAllowBothOrNone) {
    for (const std::string cell : {"1.250", "1,250", "-1.250", "€ 1.250", "999.999", "1.000"})
        EXPECT_EQ(files::reading_of(cell), Reading::different) << cell;
    for (const std::string cell : {"1250", "0", "-5", "€ 7", "12%"})
        EXPECT_EQ(files::reading_of(cell), Reading::same_in_both) << cell;
    for (const std::string cell : {"", "abc", "NaN", "1e5", "1.25.0", "1 000", "ja", "2018-10-31"})
        EXPECT_EQ(files::reading_of(cell), Reading::neither) << cell;
}

// ---- what the file decides

TEST(Notation, OneCellThatAllowsOneReadingDecides) {
    for (const char separator : {';', ',', '\t'}) {
        EXPECT_EQ(chosen({"1.250", "1.250", "12,5"}, separator), Notation::dutch);
        EXPECT_EQ(chosen({"1.250", "1.250", "12.5"}, separator), Notation::english);
    }
}

TEST(Notation, TheSeparatorDecidesWhereNoCellDoes) {
    EXPECT_EQ(chosen({"1.250", "7"}, ';'), Notation::dutch);
    EXPECT_EQ(chosen({"1.250", "7"}, ','), Notation::english);
    EXPECT_EQ(chosen({"1.250", "7"}, '\t'), std::nullopt) << "asks for --notation";
    EXPECT_EQ(chosen({"12,5", "12.5"}, ';'), Notation::dutch) << "cells that contradict each other decide nothing";
    EXPECT_EQ(chosen({"12,5", "12.5"}, ','), Notation::english);
    EXPECT_EQ(chosen({"12,5", "12.5"}, '\t'), std::nullopt);
}

TEST(Notation, IsNotAskedForWhereItMakesNoDifference) {
    EXPECT_NE(chosen({"1250", "7", "abc"}, '\t'), std::nullopt);
    EXPECT_NE(chosen({}, '\t'), std::nullopt);
}

TEST(Notation, WhatTheUserSaysGoesBeforeEverything) {
    for (const char separator : {';', ',', '\t'}) {
        EXPECT_EQ(chosen({"12.5"}, separator, Notation::dutch), Notation::dutch);
        EXPECT_EQ(chosen({"12,5"}, separator, Notation::english), Notation::english);
        EXPECT_EQ(chosen({"1.250"}, separator, Notation::english), Notation::english);
    }
}

// ---- through a file

const Date kToday = *make_date(2019, 1, 1);

/// Long form with one value per row, written with this separator.
std::string long_file(char separator, const std::string& fact, const std::vector<std::string>& values) {
    std::string text = "aanbieder;feit;periode;waarde;bron;datum\n";
    const std::string period = fact == "clienten" ? "2018-Q2" : "2017";
    for (std::size_t i = 0; i < values.size(); ++i)
        text += fmt::format("p{};{};{};\"{}\";bron;2018-09-01\n", i, fact, period, values[i]);
    for (char& c : text) c = c == ';' ? separator : c;
    return text;
}

std::string wide_file(char separator, const std::string& fact, const std::vector<std::string>& values) {
    std::string text = "aanbieder;" + fact + "\n";
    for (std::size_t i = 0; i < values.size(); ++i) text += "p" + std::to_string(i) + ";\"" + values[i] + "\"\n";
    for (char& c : text) c = c == ';' ? separator : c;
    return text;
}

Result<FactFile> read(const std::string& text, std::optional<Notation> notation = std::nullopt) {
    return files::read_fact_file(text, small_catalogue(), {notation, kToday, 1});
}

std::vector<double> values_of(const FactFile& file) {
    if (file.wide) return {file.columns.at(0).values.begin(), file.columns.at(0).values.end()};
    std::vector<double> values;
    for (const auto& fact : file.facts) values.push_back(fact.value);
    return values;
}

TEST(NotationOfAFile, EveryCellIsReadTheSameWay) {
    for (const auto write : {long_file, wide_file}) {
        const auto dutch = read(write(',', "clienten", {"1.250", "1250", "7,5"}));
        ASSERT_TRUE(dutch);
        EXPECT_EQ(values_of(*dutch), (std::vector<double>{1250, 1250, 7.5}));
        EXPECT_EQ(dutch->notation.notation, Notation::dutch);
        const auto english = read(write(';', "clienten", {"1.250", "1250", "7.5"}));
        ASSERT_TRUE(english);
        EXPECT_EQ(values_of(*english), (std::vector<double>{1.25, 1250, 7.5}));
        EXPECT_EQ(english->notation.notation, Notation::english);
    }
}

TEST(NotationOfAFile, UndecidedFollowsTheSeparator) {
    for (const auto write : {long_file, wide_file}) {
        EXPECT_EQ(values_of(*read(write(';', "clienten", {"1.250"}))), std::vector<double>{1250});
        EXPECT_EQ(values_of(*read(write(',', "clienten", {"1.250"}))), std::vector<double>{1.25});
        const auto tab = read(write('\t', "clienten", {"1.250"}));
        ASSERT_FALSE(tab);
        EXPECT_NE(tab.error().reason.find("--notation"), std::string::npos) << tab.error().reason;
        EXPECT_EQ(values_of(*read(write('\t', "clienten", {"1.250"}), Notation::dutch)), std::vector<double>{1250});
        EXPECT_EQ(values_of(*read(write('\t', "clienten", {"1.250"}), Notation::english)), std::vector<double>{1.25});
        EXPECT_EQ(values_of(*read(write('\t', "clienten", {"1250"}))), std::vector<double>{1250});
    }
}

TEST(NotationOfAFile, ACellAgainstItIsAFaultThatNamesLineColumnAndReason) {
    const std::vector<std::string> values{"7,5", "8,5", "9,5", "12.5"};
    const auto in_long = read(long_file(';', "clienten", values));
    ASSERT_TRUE(in_long);
    EXPECT_EQ(values_of(*in_long), (std::vector<double>{7.5, 8.5, 9.5}));
    ASSERT_EQ(in_long->faults.count(), 1u);
    EXPECT_EQ(in_long->faults.kept()[0].line, 5u);
    EXPECT_EQ(in_long->faults.kept()[0].column, "waarde");
    EXPECT_NE(in_long->faults.kept()[0].reason.find("12.5"), std::string::npos);
    EXPECT_NE(in_long->faults.kept()[0].reason.find("notatie"), std::string::npos);

    const auto in_wide = read(wide_file(';', "clienten", values));
    ASSERT_TRUE(in_wide);
    ASSERT_EQ(in_wide->faults.count(), 1u);
    EXPECT_EQ(in_wide->faults.kept()[0].line, 5u);
    EXPECT_EQ(in_wide->faults.kept()[0].column, "clienten");
    EXPECT_TRUE(std::isnan(in_wide->columns[0].values[3]));
}

TEST(NotationOfAFile, WhatIsAskedForMakesTheOthersFaults) {
    const auto file = read(long_file(';', "clienten", {"7,5", "8,5", "1.250"}), Notation::english);
    ASSERT_TRUE(file);
    EXPECT_EQ(values_of(*file), std::vector<double>{1.25});
    EXPECT_EQ(file->faults.count(), 2u);
}

TEST(NotationOfAFile, OnlyNumberAndAmountCellsDecide) {
    const auto dates = read(
        "aanbieder,feit,periode,waarde,bron,datum\n"
        "p0,clienten,2018-Q2,1.250,bron,2018-09-01\n"
        "p0,oprichting,2018-09-01,\"12,5\",bron,2018-09-01\n"
        "p0,onbekend_feit,2018-09-01,\"12,5\",bron,2018-09-01\n");
    ASSERT_TRUE(dates);
    EXPECT_EQ(dates->notation.notation, Notation::english);
    EXPECT_EQ(values_of(*dates), std::vector<double>{1.25});
}

TEST(NotationOfAFile, ACellAtTheVeryEndDecidesForTheFirst) {
    std::vector<std::string> values(5000, "1.250");
    values.push_back("7.5");
    for (const auto write : {long_file, wide_file}) {
        const auto file = read(write(';', "clienten", values));
        ASSERT_TRUE(file);
        EXPECT_EQ(values_of(*file).front(), 1.25);
        EXPECT_EQ(file->faults.count(), 0u);
    }
}

TEST(NotationOfAFile, AmountsWithThreeDecimalsAreFaultsInTheFile) {
    const auto file = read(long_file(';', "omzet", {"1,005", "1.250,50", "0,5"}));
    ASSERT_TRUE(file);
    EXPECT_EQ(values_of(*file), (std::vector<double>{125050, 50}));
    ASSERT_EQ(file->faults.count(), 1u);
    EXPECT_EQ(file->faults.kept()[0].line, 2u);
}

}  // namespace
}  // namespace slagboom::tests
