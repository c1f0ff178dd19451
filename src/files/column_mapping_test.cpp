#include "files/column_mapping.h"

#include <gtest/gtest.h>

namespace slagboom::files {
namespace {

const std::vector<std::string> kKnown{"aanbieder", "naam", "van", "tot"};

std::string error_of(const std::string& mapping) {
    const auto read = read_column_mapping(mapping, "k.csv");
    return read ? "" : read.error().text();
}

std::string renamed(const std::string& mapping, const std::string& csv) {
    const auto read = read_column_mapping(mapping, "k.csv");
    if (!read) return "ERROR " + read.error().text();
    const auto text = rename_columns(*read, csv, kKnown);
    return text ? *text : "ERROR " + text.error().text();
}

TEST(ColumnMapping, FromCsvAndFromToml) {
    for (const auto* text : {"kolom;wordt\nKvK-nummer;aanbieder\nBedrijfsnaam;naam\n",
                             "wordt,kolom\r\naanbieder,KvK-nummer\r\nnaam,Bedrijfsnaam\r\n",
                             "\xEF\xBB\xBFkolom;wordt\n KvK-nummer ; aanbieder \nBedrijfsnaam;naam\n",
                             "[kolommen]\n\"KvK-nummer\" = \"aanbieder\"\nBedrijfsnaam = \"naam\"\n"})
        EXPECT_EQ(renamed(text, "Bedrijfsnaam;KvK-nummer;van;tot\nA;1;2;3\n"), "naam;aanbieder;van;tot\nA;1;2;3\n")
            << text;
}

TEST(ColumnMapping, LinesStayWhatTheyAre) {
    const std::string mapping = "kolom;wordt\na;naam\n";
    EXPECT_EQ(renamed(mapping, "\n\na,b\n\"x\ny\",2\n\n3,4"), "\n\nnaam,b\n\"x\ny\",2\n\n3,4");
    // The header takes lines 1 and 2, and so it does afterwards.
    EXPECT_EQ(renamed(mapping, "\"b\nb\";a\n1;2\n"), "\"b\nb\";naam\n1;2\n");
    EXPECT_EQ(renamed(mapping, "\"b;c\",a\r\n1,2\r\n"), "\"b;c\",naam\n1,2\r\n");
    EXPECT_EQ(renamed(mapping, "a;b"), "naam;b\n");
}

TEST(ColumnMapping, NamesMaySwap) {
    EXPECT_EQ(renamed("kolom;wordt\nvan;tot\ntot;van\n", "van;tot\n1;2\n"), "tot;van\n1;2\n");
}

TEST(ColumnMapping, WhatDoesNotFitIsAnErrorWithItsLine) {
    const std::string csv = "a;b;naam\n1;2;3\n";
    EXPECT_EQ(renamed("kolom;wordt\na;aanbider\n", csv),
              "ERROR k.csv:2: 'aanbider' is geen kolom die wordt gelezen; bedoelt u 'aanbieder'?");
    EXPECT_EQ(renamed("kolom;wordt\na;van\ncccc;tot\n", csv), "ERROR k.csv:3: kolom 'cccc' staat niet in het bestand");
    EXPECT_EQ(renamed("kolom;wordt\na;naam\n", csv), "ERROR k.csv:2: het bestand heeft zelf al een kolom 'naam'");
    EXPECT_EQ(renamed("[kolommen]\na = \"van\"\nb = \"weg\"\n", csv).substr(0, 14), "ERROR k.csv:3:");
    EXPECT_EQ(renamed("kolom;wordt\na;van\n", "a;a\n").substr(0, 14), "ERROR regel 1:") << "that is the other file";
    EXPECT_EQ(error_of("kolom;wordt\na;naam\nb;naam\n"), "k.csv:3: twee kolommen worden 'naam'");
    EXPECT_EQ(error_of("kolom;wordt\na;naam\na;van\n"), "k.csv:3: kolom 'a' wordt twee keer gekoppeld");
    EXPECT_EQ(error_of("kolom;wordt\na;\n"), "k.csv:2: een naam van een kolom is leeg");
}

TEST(ColumnMapping, FilesThatAreNoMapping) {
    for (const auto* text : {"", "kolom;wordt\n", "kolom;wordt;meer\na;b;c\n", "kolom;wordt\na\n", "wordt\na\n",
                             "a;b\n1;2\n", "[kolommen]\n", "[kolommen]\na = 1\n", "[andere]\na = \"b\"\n",
                             "[kolommen]\na = \"naam\"\n[meer]\nb = \"c\"\n", "[kolommen\n", "\xFF\xFEk"})
        EXPECT_NE(error_of(text), "") << text;
}

/// 111222333 passes the eleven-test (register_files_test.cpp shows the sum).
TEST(ColumnMapping, NeverRepeatsAServiceNumber) {
    for (const auto* mapping : {"kolom;wordt\n111222333;naam\n", "kolom;wordt\na;111222333\n"})
        EXPECT_EQ(renamed(mapping, "a;b\n").find("111222333"), std::string::npos) << renamed(mapping, "a;b\n");
}

/// A forbidden column cannot be smuggled in under another name.
TEST(ColumnMapping, AColumnThatMayNotBeKeptIsRefusedBeforeItIsRenamed) {
    EXPECT_NE(renamed("kolom;wordt\nNationaliteit;naam\n", "a;Nationaliteit\n1;x\n").find("houdt Slagboom niets bij"),
              std::string::npos);
}

}  // namespace
}  // namespace slagboom::files
