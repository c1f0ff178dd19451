#include "files/register_files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace slagboom::files {
namespace {

const std::string kContracts =
    "overeenkomst;aanbieder;gunning;perceel;product;gemeente;waarde_per_jaar;clienten;van;tot\n";
const std::string kRelations = "aanbieder;rol;soort;naam;nummer;adres;van;tot;bron;datum\n";
const std::string kAwards = "gunning;aanbieder;soort;status;datum\n";

std::string region(const std::string& name) {
    std::ifstream file("data/example-region/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// "line column" of each fault.
template <class File>
std::vector<std::string> places(const File& file) {
    std::vector<std::string> found;
    for (const auto& fault : file.faults.kept()) found.push_back(std::to_string(fault.line) + " " + fault.column);
    return found;
}
using Places = std::vector<std::string>;

TEST(RegisterFiles, TheExampleRegionHasNoFaults) {
    const auto municipalities = read_municipality_file(region("gemeenten.csv"));
    const auto awards = read_award_file(region("gunningen.csv"));
    const auto contracts = read_contract_file(region("overeenkomsten.csv"));
    const auto relations = read_relation_file(region("relaties.csv"));
    ASSERT_TRUE(municipalities && awards && contracts && relations);
    EXPECT_EQ(municipalities->faults.count() + awards->faults.count(), 0U);
    EXPECT_EQ(places(*contracts), Places{});
    EXPECT_EQ(places(*relations), Places{});
    EXPECT_EQ(municipalities->taken.size(), 14U);
    EXPECT_EQ(awards->taken.size(), 335U);
    EXPECT_EQ(contracts->taken.size(), contracts->rows);
    EXPECT_GT(contracts->rows, 1000U);
    EXPECT_GT(relations->rows, 1000U);
}

TEST(RegisterFiles, AMunicipality) {
    const auto file =
        read_municipality_file("code;naam\n0153;Enschede\n153;Enschede\n0153;Nog eens\nx141;Almelo\n0141;\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->taken.size(), 1U);
    EXPECT_EQ(file->taken[0].code, "0153");
    EXPECT_EQ(file->taken[0].name, "Enschede");
    EXPECT_EQ(file->taken[0].line, 2U);
    EXPECT_EQ(file->rows, 5U);
    EXPECT_EQ(places(*file), (Places{"3 code", "4 ", "5 code", "6 naam"}));
}

TEST(RegisterFiles, AnAward) {
    const auto file = read_award_file(kAwards +
                                      "G1;00100083;aanbesteding;gegund;2018-09-13\n"
                                      "G2;0100083;aanbesteding;gegund;2018-09-13\n"
                                      "G3;00100083;onderhands;gegund;2018-09-13\n"
                                      "G4;00100083;tussentijds;gegund;2019-02-29\n"
                                      "G5;00100083;tussentijds;gegund;1-3-2019\n"
                                      "G6;00100083;tussentijds;gegund\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->taken.size(), 2U);
    EXPECT_EQ(file->taken[0].provider, "00100083");
    EXPECT_EQ(file->taken[1].date.iso(), "2019-03-01");
    EXPECT_EQ(places(*file), (Places{"3 aanbieder", "4 soort", "5 datum", "7 "}));
}

TEST(RegisterFiles, AContract) {
    const auto file = read_contract_file(kContracts +
                                         "O1;00100001;G1;wmo_begeleiding;02;0153;1.250,50;12;2018-10-12;\n"
                                         "O1;00100001;G1;wmo_begeleiding;02;0141;€ 3.000;;2018-10-12;2019-01-01\n"
                                         "O2;00100002;G2;jeugd_ggz;54;0141;;0;12-10-2018;\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(places(*file), Places{});
    ASSERT_EQ(file->taken.size(), 3U);
    const ContractRow& first = file->taken[0];
    EXPECT_EQ(first.yearly_cents, 125050);
    EXPECT_EQ(first.clients, 12);
    EXPECT_EQ(first.product, "02");
    EXPECT_FALSE(first.until);
    EXPECT_EQ(file->taken[1].yearly_cents, 300000);
    EXPECT_EQ(file->taken[1].clients, std::nullopt) << "an empty cell is unknown, not 0";
    EXPECT_EQ(file->taken[1].until->iso(), "2019-01-01");
    EXPECT_EQ(file->taken[2].yearly_cents, std::nullopt);
    EXPECT_EQ(file->taken[2].clients, 0);
    EXPECT_EQ(file->taken[2].line, 4U);
}

TEST(RegisterFiles, ContractsThatDoNotFit) {
    const std::string good = "O1;00100001;G1;wmo_begeleiding;02;0153;1250,00;12;2018-10-12;\n";
    const std::vector<std::pair<std::string, std::string>> rows{
        {"O2;00100001;G1;Wmo Begeleiding;02;0153;1250,00;12;2018-10-12;", "perceel"},
        {"O2;00100001;G1;wmo_begeleiding;2;0153;1250,00;12;2018-10-12;", "product"},
        {"O2;00100001;G1;wmo_begeleiding;02;153;1250,00;12;2018-10-12;", "gemeente"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;-1250,00;12;2018-10-12;", "waarde_per_jaar"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,005;12;2018-10-12;", "waarde_per_jaar"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1.250.50;12;2018-10-12;", "waarde_per_jaar"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;100000000001,00;12;2018-10-12;", "waarde_per_jaar"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;1,5;2018-10-12;", "clienten"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;-1;2018-10-12;", "clienten"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;<10;2018-10-12;", "clienten"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;12;;", "van"},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;12;2018-10-12;2018-10-11", "tot"},
        {"O1;00100001;G1;wmo_begeleiding;02;0153;9999,00;12;2018-10-12;", ""},
        {"O1;00100002;G1;wmo_begeleiding;02;0164;1250,00;12;2018-10-12;", "aanbieder"},
        {"O1;00100001;G2;wmo_begeleiding;02;0164;1250,00;12;2018-10-12;", "gunning"},
        {"O2;00100001;;wmo_begeleiding;02;0153;1250,00;12;2018-10-12;", "gunning"},
        {"\"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;12;2018-10-12;", ""},
        {"O2;00100001;G1;wmo_begeleiding;02;0153;1250,00;12;2018-10-12;;", ""},
        {std::string("O\0", 2) + ";00100001;G1;wmo_begeleiding;02;0153;1250,00;12;2018-10-12;", ""}};
    for (const auto& [row, column] : rows) {
        const auto file = read_contract_file(fmt::format("{}{}{}\n", kContracts, good, row));
        ASSERT_TRUE(file) << row;
        EXPECT_EQ(places(*file), Places{"3 " + column}) << row;
        EXPECT_EQ(file->taken.size(), 1U) << row;
        EXPECT_EQ(file->rows, 2U) << row;
    }
}

/// 1.250 alone is 1250 in Dutch and 1.25 in English; another cell or the separator decides (decision 30).
TEST(RegisterFiles, OneNotationPerFile) {
    const auto with = [](const std::string& separator, const std::string& first, const std::string& second) {
        std::string text = kContracts + "O1;00100001;G1;a;02;0153;" + first + ";1;2018-10-12;\n" +
                           "O2;00100001;G1;a;02;0153;" + second + ";1;2018-10-12;\n";
        std::string changed;
        for (const char c : text) changed += c == ';' ? separator : std::string(1, c);
        return changed;
    };
    const auto cents = [](const auto& file) { return file->taken.at(0).yearly_cents; };
    EXPECT_EQ(cents(read_contract_file(with(";", "1.250", "7"))), 125000);
    const auto english = read_contract_file(with(";", "1.250", "7.50"));
    EXPECT_EQ(places(*english), Places{"2 waarde_per_jaar"}) << "three decimals, as the other cell is English";
    EXPECT_EQ(cents(english), 750);
    EXPECT_EQ(cents(read_contract_file(with(";", "1250.50", "7"))), 125050);
    EXPECT_FALSE(read_contract_file(with("\t", "1.250", "7"))) << "nobody can tell";
    EXPECT_EQ(cents(read_contract_file(with("\t", "1.250", "7"), Notation::dutch)), 125000);
}

TEST(RegisterFiles, Relations) {
    const auto file = read_relation_file(
        kRelations +
        "00100001;bestuurder;persoon;A. Houtketel (verzonnen);;;2015-01-02;;kvk;2018-10-01\n"
        "00100001;moedermaatschappij;organisatie;Holding (verzonnen);00900001;;2015-01-02;2018-01-01;kvk;2018-10-01\n"
        "00100001;bezoekadres;adres;;;Ketelpad 1 (verzonnen);2015-01-02;;kvk;2018-10-01\n"
        "00100001;dochter;organisatie;Kerk (verzonnen);RSIN 111222333;;2015-01-02;;kvk;2018-10-01\n"
        "00100001;hoofdvestiging;vestiging;De Ketel;000001000010;Ketelpad 1 (verzonnen);2015-01-02;;kvk;2018-10-01\n");
    ASSERT_TRUE(file);
    EXPECT_EQ(places(*file), Places{});
    ASSERT_EQ(file->taken.size(), 5U);
    EXPECT_EQ(file->taken[0].kind, RelationKind::person);
    EXPECT_EQ(file->taken[1].kind, RelationKind::organisation);
    EXPECT_EQ(file->taken[1].until->iso(), "2018-01-01");
    EXPECT_EQ(file->taken[2].kind, RelationKind::address);
    EXPECT_EQ(file->taken[2].name, "");
    EXPECT_EQ(file->taken[3].number, "RSIN 111222333");
    EXPECT_EQ(file->taken[4].number, "000001000010");
    EXPECT_EQ(file->taken[4].known_on.iso(), "2018-10-01");
}

TEST(RegisterFiles, RelationsThatDoNotFit) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"100001;bestuurder;persoon;A;;;2015-01-02;;kvk;2018-10-01", "aanbieder"},
        {"00100001;Bestuurder;persoon;A;;;2015-01-02;;kvk;2018-10-01", "rol"},
        {"00100001;bestuurder;mens;A;;;2015-01-02;;kvk;2018-10-01", "soort"},
        {"00100001;bestuurder;persoon;;;;2015-01-02;;kvk;2018-10-01", "naam"},
        {"00100001;bestuurder;persoon;A;12345678;;2015-01-02;;kvk;2018-10-01", "nummer"},
        {"00100001;bestuurder;persoon;A;;Ketelpad 1;2015-01-02;;kvk;2018-10-01", "adres"},
        {"00100001;dochter;organisatie;A;1234567;;2015-01-02;;kvk;2018-10-01", "nummer"},
        {"00100001;nevenvestiging;vestiging;A;;Ketelpad 1;2015-01-02;;kvk;2018-10-01", "nummer"},
        {"00100001;bezoekadres;adres;;;;2015-01-02;;kvk;2018-10-01", "adres"},
        {"00100001;bestuurder;persoon;A;;;2015-01-02;2014-01-01;kvk;2018-10-01", "tot"},
        {"00100001;bestuurder;persoon;A;;;2015-01-02;;;2018-10-01", "bron"},
        {"00100001;bestuurder;persoon;A;;;2015-01-02;;kvk;oktober", "datum"}};
    for (const auto& [row, column] : rows) {
        const auto file = read_relation_file(kRelations + row + "\n");
        ASSERT_TRUE(file) << row;
        EXPECT_EQ(places(*file), Places{"2 " + column}) << row;
        EXPECT_TRUE(file->taken.empty()) << row;
    }
}

/// 111222333 passes the eleven-test: 9·1 + 8·1 + 7·1 + 6·2 + 5·2 + 4·2 + 3·3 + 2·3 − 3 = 66 = 6 · 11.
TEST(RegisterFiles, ServiceNumbersAreRefusedAndNotRepeated) {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"00100001;bestuurder;persoon;A 111222333;;;2015-01-02;;kvk;2018-10-01", "naam"},
        {"00100001;bezoekadres;adres;;;Ketelpad 1.112.223.33;2015-01-02;;kvk;2018-10-01", "adres"},
        {"111222333;bestuurder;persoon;A;;;2015-01-02;;kvk;2018-10-01", "aanbieder"},
        {"00100001;dochter;organisatie;A;111222333;;2015-01-02;;kvk;2018-10-01", "nummer"},
        {"00100001;bestuurder;persoon;A;;;2015-01-02;;bron 111222333;2018-10-01", "bron"},
        {"00100001;bestuurder;111222333;A;;;2015-01-02;;kvk;2018-10-01", "soort"}};
    for (const auto& [row, column] : rows) {
        const auto file = read_relation_file(kRelations + row + "\n");
        ASSERT_TRUE(file) << row;
        ASSERT_EQ(places(*file), Places{"2 " + column}) << row;
        EXPECT_EQ(file->faults.kept()[0].reason.find("111222333"), std::string::npos) << row;
    }
}

TEST(RegisterFiles, HeadersAreStrict) {
    EXPECT_FALSE(read_municipality_file(""));
    EXPECT_FALSE(read_municipality_file("code;naam\n")) << "no rows";
    EXPECT_FALSE(read_municipality_file("code\n0153\n"));
    EXPECT_FALSE(read_municipality_file("code;naam;naam\n0153;a;b\n"));
    const auto forbidden = read_municipality_file("code;naam;Nationaliteit\n0153;Enschede;x\n");
    ASSERT_FALSE(forbidden);
    EXPECT_NE(forbidden.error().reason.find("Nationaliteit"), std::string::npos);
    EXPECT_EQ(forbidden.error().line, 1U);
    const auto more = read_municipality_file("naam;inwoners;code\nEnschede;159000;0153\n");
    ASSERT_TRUE(more);
    EXPECT_EQ(places(*more), Places{"1 inwoners"});
    ASSERT_EQ(more->taken.size(), 1U);
    EXPECT_EQ(more->taken[0].code, "0153");
}

}  // namespace
}  // namespace slagboom::files
