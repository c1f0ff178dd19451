// What one cell says: every expected value is worked out by hand from decisions 5, 30 and 31.
#include "files/cell_value.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "domain/service_number.h"
#include "small_catalogue.h"

namespace slagboom::tests {
namespace {

using domain::FactType;
using files::Notation;

Result<double> read(FactType type, const std::string& cell, Notation notation) {
    return files::parse_cell(fact_of("feit", type, domain::Frequency::dated), cell, notation);
}

void expect_value(FactType type, const std::string& cell, Notation notation, double expected) {
    const auto value = read(type, cell, notation);
    ASSERT_TRUE(value) << cell << ": " << value.error().reason;
    EXPECT_EQ(*value, expected) << cell;
    EXPECT_FALSE(std::signbit(*value) && *value == 0) << cell << ": nought has no sign";
}

void expect_refused(FactType type, const std::string& cell, Notation notation) {
    const auto value = read(type, cell, notation);
    ASSERT_FALSE(value) << "'" << cell << "' was read as " << *value;
    EXPECT_FALSE(value.error().reason.empty()) << cell;
    EXPECT_LT(value.error().reason.size(), 300u) << "a reason is there to be read";
}

void expect_both(FactType type, const std::string& cell, double expected) {
    expect_value(type, cell, Notation::dutch, expected);
    expect_value(type, cell, Notation::english, expected);
}

void refuse_both(FactType type, const std::string& cell) {
    expect_refused(type, cell, Notation::dutch);
    expect_refused(type, cell, Notation::english);
}

// ---- numbers

TEST(NumberCell, DutchAndEnglish) {
    expect_value(FactType::number, "1.250,50", Notation::dutch, 1250.5);
    expect_value(FactType::number, "1,250.50", Notation::english, 1250.5);
    expect_value(FactType::number, "1.250", Notation::dutch, 1250);
    expect_value(FactType::number, "1.250", Notation::english, 1.25);
    expect_value(FactType::number, "1,250", Notation::dutch, 1.25);
    expect_value(FactType::number, "1,250", Notation::english, 1250);
    expect_value(FactType::number, "12,5", Notation::dutch, 12.5);
    expect_value(FactType::number, "12.5", Notation::english, 12.5);
    expect_value(FactType::number, "1.250.000", Notation::dutch, 1250000);
    expect_value(FactType::number, "-1.250,5", Notation::dutch, -1250.5);
    expect_both(FactType::number, "1250", 1250);
    expect_both(FactType::number, " 7 ", 7);
}

TEST(NumberCell, AgainstTheNotationIsRefused) {
    expect_refused(FactType::number, "1,250.50", Notation::dutch);
    expect_refused(FactType::number, "1.250,50", Notation::english);
    expect_refused(FactType::number, "12.5", Notation::dutch);
    expect_refused(FactType::number, "12,5", Notation::english);
    expect_refused(FactType::number, "1.25.000", Notation::dutch);
    expect_refused(FactType::number, "1,5,5", Notation::dutch);
    expect_refused(FactType::number, "1.250.00,5", Notation::dutch);
    expect_refused(FactType::number, "12.50,000", Notation::dutch);
}

TEST(NumberCell, BoundsAreIncludedAndNothingBeyond) {
    expect_value(FactType::number, "0.000000001", Notation::english, 1e-9);
    expect_value(FactType::number, "-0,000000001", Notation::dutch, -1e-9);
    expect_refused(FactType::number, "0.0000000009", Notation::english);
    expect_refused(FactType::number, "0.00000000099999", Notation::english);
    expect_both(FactType::number, "1000000000000000", 1e15);
    expect_both(FactType::number, "-1000000000000000", -1e15);
    expect_value(FactType::number, "1.000.000.000.000.000", Notation::dutch, 1e15);
    refuse_both(FactType::number, "1000000000000001");
    refuse_both(FactType::number, "-1000000000000001");
    expect_refused(FactType::number, "1000000000000000.125", Notation::english);
    expect_refused(FactType::number, "1.000.000.000.000.001", Notation::dutch);
}

TEST(NumberCell, NoughtHasNoSign) {
    for (const std::string cell : {"0", "-0", "00"}) expect_both(FactType::number, cell, 0);
    expect_value(FactType::number, "-0,0", Notation::dutch, 0);
    expect_value(FactType::number, "-0.000", Notation::english, 0);
    expect_both(FactType::number, "-0%", 0);
    expect_value(FactType::amount, "-0,00", Notation::dutch, 0);
    expect_both(FactType::amount, "-0", 0);
}

TEST(NumberCell, RefusesWhatIsNoDecimalNumber) {
    const std::vector<std::string> cells{
        "NaN",   "nan",   "-nan",       "inf",   "-inf",         "Infinity",   "1e400", "1e5",   "1E5", "0x10", "+5",
        "1_000", "1 000", "1\u00A0000", "1'000", "\u0661\u0662", "--5",        "5-",    "- - 5", "(5)", "€ 5",  "abc",
        "-",     "%",     "%5",         "5%%",   "ja",           "2018-10-31", "½",     "1/2",   ".",   ",",    "€"};
    for (const auto& cell : cells) refuse_both(FactType::number, cell);
    for (const auto& cell : cells) {
        if (cell != "€ 5") refuse_both(FactType::amount, cell);
    }
    refuse_both(FactType::number, std::string(400, '9'));
    refuse_both(FactType::number, std::string(60000, '9'));
    expect_refused(FactType::number, "0." + std::string(60000, '0') + "1", Notation::english);
    refuse_both(FactType::amount, std::string(60000, '9'));
}

TEST(NumberCell, Percentages) {
    expect_value(FactType::number, "12,5%", Notation::dutch, 0.125);
    expect_value(FactType::number, "12.5 %", Notation::english, 0.125);
    expect_both(FactType::number, "100%", 1);
    expect_value(FactType::number, "0,0000001%", Notation::dutch, 1e-9);
    expect_refused(FactType::number, "0,00000009%", Notation::dutch);
    expect_both(FactType::number, "65%", 0.65);
    refuse_both(FactType::amount, "12%");
}

/// Decimal text with many or few digits, where a short cut could round twice.
std::string random_decimal(std::mt19937_64& random) {
    std::string text = random() % 4 == 0 ? "-" : "";
    text += std::to_string(1 + random() % 9);
    for (auto count = random() % 14; count > 0; --count) text += std::to_string(random() % 10);
    if (random() % 4 == 0) return text;
    text += ".";
    for (auto count = 1 + random() % 20; count > 0; --count) text += std::to_string(random() % 10);
    return text;
}

TEST(NumberCell, IsTheNearestDoubleAsStrtodGivesIt) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = random_decimal(random);
        const double expected = std::strtod(text.c_str(), nullptr);
        expect_value(FactType::number, text, Notation::english, expected);
        std::string dutch = text;
        if (const auto point = dutch.find('.'); point != dutch.npos) dutch[point] = ',';
        expect_value(FactType::number, dutch, Notation::dutch, expected);
    }
}

// ---- amounts, in whole eurocents

TEST(AmountCell, WholeCents) {
    expect_value(FactType::amount, "1.250,50", Notation::dutch, 125050);
    expect_value(FactType::amount, "1,250.50", Notation::english, 125050);
    expect_value(FactType::amount, "12,5", Notation::dutch, 1250);
    expect_value(FactType::amount, "0,29", Notation::dutch, 29);
    expect_value(FactType::amount, "1.15", Notation::english, 115);
    expect_value(FactType::amount, "90.071.992.547,41", Notation::dutch, 9007199254741);
    expect_value(FactType::amount, "€ 1.250", Notation::dutch, 125000);
    expect_value(FactType::amount, "€1,250", Notation::english, 125000);
    expect_value(FactType::amount, "-€ 5", Notation::dutch, -500);
    expect_value(FactType::amount, "€ -5,01", Notation::dutch, -501);
    expect_value(FactType::amount, "-0,01", Notation::dutch, -1);
    expect_both(FactType::amount, "1250", 125000);
}

TEST(AmountCell, MoreThanTwoDecimalsIsAFaultAndNeverRounded) {
    for (const std::string cell : {"12,345", "0,001", "1.250,000", "12,500", "-0,005", "€ 1,999"}) {
        const auto value = read(FactType::amount, cell, Notation::dutch);
        ASSERT_FALSE(value) << cell << " was read as " << *value;
        EXPECT_NE(value.error().reason.find("decimalen"), std::string::npos) << value.error().reason;
    }
    expect_refused(FactType::amount, "12.345", Notation::english);
    expect_refused(FactType::amount, "1,250.001", Notation::english);
}

TEST(AmountCell, UpToAHundredMilliardAndNotACentMore) {
    expect_both(FactType::amount, "100000000000", 1e13);
    expect_value(FactType::amount, "-100.000.000.000,00", Notation::dutch, -1e13);
    expect_refused(FactType::amount, "100000000000.01", Notation::english);
    expect_refused(FactType::amount, "-100.000.000.000,01", Notation::dutch);
    refuse_both(FactType::amount, "9223372036854775808");
    refuse_both(FactType::amount, "184467440737095517");
}

// ---- booleans, dates and choices

TEST(BooleanCell, YesAndNo) {
    for (const std::string cell : {"ja", "JA", "Ja", "true", "TRUE", " ja "}) expect_both(FactType::boolean, cell, 1);
    for (const std::string cell : {"nee", "NEE", "Nee", "false", "False"}) expect_both(FactType::boolean, cell, 0);
    for (const std::string cell : {"1", "0", "yes", "no", "j", "n", "misschien", "jaa", "neen", "onbekend"})
        refuse_both(FactType::boolean, cell);
}

TEST(DateCell, IsoAndDutch) {
    // 48 years of 365 days, twelve leap days from 1972 to 2016, and 303 days before 31 October.
    const double day = 48 * 365 + 12 + 303;
    expect_both(FactType::date, "2018-10-31", day);
    expect_both(FactType::date, "31-10-2018", day);
    expect_both(FactType::date, "1970-01-01", 0);
    expect_both(FactType::date, "1-1-1970", 0);
    expect_both(FactType::date, "31-12-1969", -1);
    expect_both(FactType::date, "2016-02-29", 46 * 365 + 11 + 31 + 28);
    expect_both(FactType::date, "29-02-2000", 30 * 365 + 7 + 31 + 28);
}

TEST(DateCell, RefusesDaysThatDoNotExistAndOtherWritings) {
    for (const std::string cell :
         {"2018-02-30", "30-02-2018",      "2019-02-29", "1900-02-29", "2018-13-01",       "2018-00-10",
          "2018-10-00", "31-04-2018",      "2018-10-32", "1799-12-31", "10000-01-01",      "2018-1-1",
          "31/10/2018", "31-10-18",        "10-31-2018", "20181031",   "2018-10-31T00:00", "2018-10",
          "2018",       "31 oktober 2018", "43404",      "0",          "-1-1-2018"})
        refuse_both(FactType::date, cell);
}

TEST(ChoiceCell, KeyOrLabel) {
    expect_both(FactType::choice, "bv", 0);
    expect_both(FactType::choice, "BV", 0);
    expect_both(FactType::choice, "besloten vennootschap", 0);
    expect_both(FactType::choice, "stichting", 2);
    refuse_both(FactType::choice, "nv");
    refuse_both(FactType::choice, "2");
    refuse_both(FactType::choice, "b v");
}

TEST(ChoiceCell, NamesTheNearest) {
    const auto value = read(FactType::choice, "stichtng", Notation::dutch);
    ASSERT_FALSE(value);
    EXPECT_NE(value.error().reason.find("'stichting'"), std::string::npos) << value.error().reason;
    const auto far = read(FactType::choice, "vereniging", Notation::dutch);
    ASSERT_FALSE(far);
    EXPECT_EQ(far.error().reason.find("'stichting'"), std::string::npos) << far.error().reason;
}

// ---- citizen service numbers

TEST(ServiceNumber, TheElevenTest) {
    // 9·1+8·1+7·1+6·2+5·2+4·2+3·3+2·3−3 = 66 and 9·1+8·2+7·3+6·4+5·5+4·6+3·7+2·8−2 = 154, both times eleven.
    for (const std::string text :
         {"111222333", "111.222.333", "111 222 333", "1112.22.333", "BSN 123456782", "nummer 123456782.", "x123456782y",
          "(111222333)", "１１１２２２３３３", "１１１222 ３３３"})
        EXPECT_TRUE(domain::holds_service_number(text)) << text;
    for (const std::string text :
         {"111222334", "000000000", "11122233", "1112223330", "0111222333", "111-222-333", "00100017", "",
          "geen nummer", "１１１２２２３３４", "０１１１２２２３３３", "1１11222333", "１１"})
        EXPECT_FALSE(domain::holds_service_number(text)) << text;
}

TEST(ServiceNumber, AWriterMaySayThatItIsAnotherNumber) {
    for (const std::string text :
         {"RSIN 111222333", "factuurnummer 111222333", "Kenmerk: 111.222.333", "zie zaaknummer 111222333."}) {
        EXPECT_FALSE(domain::holds_service_number(text)) << text;
        EXPECT_EQ(domain::without_service_numbers(text), text);
    }
    for (const std::string text : {"geen kenmerk, 111222333", "bijkenmerk 111222333", "RSIN 111222333 en 123456782",
                                   "kenmerk van 111222333", "nummer 111222333"})
        EXPECT_TRUE(domain::holds_service_number(text)) << text;
    EXPECT_TRUE(domain::is_tax_number("RSIN 111222333"));
    for (const std::string text : {"111222333", "RSIN 111222334", "RSIN 111.222.333", "rsin 111222333", "RSIN "})
        EXPECT_FALSE(domain::is_tax_number(text)) << text;
}

TEST(ServiceNumber, NumberAndAmountAndDateCellsAreNeverTested) {
    expect_both(FactType::number, "111222333", 111222333);
    expect_value(FactType::number, "111.222.333", Notation::dutch, 111222333);
    expect_both(FactType::amount, "123456782", 12345678200.0);
    expect_value(FactType::amount, "123.456.782,00", Notation::dutch, 12345678200.0);
    for (const double amount : {111222333.0, 123456782.0})
        expect_both(FactType::amount, "€ " + std::to_string(static_cast<long>(amount)), amount * 100);
}

TEST(ServiceNumber, NeverStandsInAReason) {
    const std::vector<std::string> cells{"111222333x",    "x 111.222.333",  "111 222 333",    "111222333,555",
                                         "111222333.555", "12345678.2,999", "€ 123456782,001"};
    for (const auto type : {FactType::number, FactType::amount, FactType::boolean, FactType::date, FactType::choice}) {
        for (const auto& cell : cells) {
            for (const auto notation : {Notation::dutch, Notation::english}) {
                const auto value = read(type, cell, notation);
                if (value) continue;
                EXPECT_FALSE(domain::holds_service_number(value.error().reason)) << value.error().reason;
            }
        }
    }
}

}  // namespace
}  // namespace slagboom::tests
