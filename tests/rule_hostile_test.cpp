// What somebody sends to break the reader of rules, and the limits of docs/language.md to the byte.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "expr/infer.h"
#include "expr/typed_tree.h"

namespace slagboom::tests {
namespace {

using namespace std::string_literals;

std::string times(const std::string& text, std::size_t count) {
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) result += text;
    return result;
}

/// Parse and check; the facts are those that the rule speaks of.
Result<expr::TypedTree> read(const std::string& rule) {
    SLAGBOOM_TRY(expr::Tree tree, expr::parse(rule));
    const auto facts = expr::inferred_facts(tree);
    return expr::check(std::move(tree), facts);
}

void expect_refused(const std::string& name, const std::string& rule) {
    const auto start = std::chrono::steady_clock::now();
    const auto result = read(rule);
    const auto spent = std::chrono::steady_clock::now() - start;
    EXPECT_LT(spent, std::chrono::seconds(2)) << name;
    ASSERT_FALSE(result) << name;
    EXPECT_FALSE(result.error().reason.empty()) << name;
    EXPECT_LT(result.error().reason.size(), 500u) << name << ": een reden is om te lezen";
}

TEST(RuleHostile, EndsInAnErrorWithAReason) {
    expect_refused("niets", "");
    expect_refused("blanco's", times(" ", 16000));
    expect_refused("honderdduizend haakjes", times("(", 100000));
    expect_refused("zestienduizend haakjes", times("(", 16000));
    expect_refused("zestienduizend sluithaakjes", times(")", 16000));
    expect_refused("tien megabyte", times("a and ", 10 * 1024 * 1024 / 6));
    expect_refused("tien megabyte van één naam", times("a", std::size_t{10} << 20));
    expect_refused("honderdduizend not", times("not ", 100000) + "a");
    expect_refused("vierduizend not", times("not ", 4000) + "a");
    expect_refused("zestienduizend minnen", times("-", 16000) + "a");
    expect_refused("min(min(min(", times("min(", 4000));
    expect_refused("min(1, min(1, ", times("min(1, ", 2000) + "1" + times(")", 2000));
    expect_refused("at least at least", times("at least 1 of (", 1000) + "a" + times(")", 1000));
    expect_refused("in in in", "a" + times(" in (a", 2000) + times(")", 2000));
    expect_refused("vijfduizend and", "a" + times(" and a", 2500));
    expect_refused("vijfduizend plus", "1" + times(" + 1", 4000));
    // Each product of two amounts asks its parts again: found out in a few rounds, and not in 2 to the 40th.
    expect_refused("veertig producten van bedragen", "x < € 1 or x" + times(" * x", 40) + " < 1");
    expect_refused("duizend argumenten", "min(1" + times(", 1", 5000) + ")");
    expect_refused("een naam van zestienduizend letters", times("a", 16000) + " < 1");
    expect_refused("een getal van zestienduizend cijfers", "a < " + times("9", 16000));
    expect_refused("zestienduizend decimalen", "a < 0." + times("1", 16000));
    expect_refused("een bedrag van zestienduizend cijfers", "a < € " + times("9", 16000));
    expect_refused("een keuze zonder einde", "a = '" + times("b", 16000));
    expect_refused("een lange keuze", "a = '" + times("b", 16000) + "'");
    expect_refused("at least heel veel", "at least 99999999999999999999 of (a)");
    expect_refused("at least 2 tot de 32e plus 1", "at least 4294967297 of (a)");
}

TEST(RuleHostile, BytesThatAreNoText) {
    expect_refused("NUL", "a < 1\0 or true"s);
    expect_refused("alleen NUL", "\0"s);
    expect_refused("NUL na acht gewone tekens", "abcdefgh\0"s);
    expect_refused("een losse vervolgbyte", "a < \x80 1");
    expect_refused("een half euroteken", "a < \xE2\x82");
    expect_refused("een half euroteken voor een cijfer", "a < \xE2\x82 1");
    expect_refused("een te lange nul", "a < \xC0\x80 1");
    expect_refused("een surrogaat", "a < \xED\xA0\x80 1");
    expect_refused("voorbij Unicode", "a < \xF4\x90\x80\x80 1");
    expect_refused("FF", times("\xFF", 16000));
    expect_refused("een BOM",
                   "\xEF\xBB\xBF"
                   "a < 1");
    expect_refused("een harde spatie",
                   "a <\xC2\xA0"
                   "1");
    expect_refused("rechts naar links",
                   "a < \xE2\x80\xAE"
                   "1");
    expect_refused("een brede 1", "a < \xEF\xBC\x91");
    expect_refused("een Cyrillische a", "\xD0\xB0 < 1");
}

TEST(RuleHostile, APlaceIsGivenForBrokenText) {
    const auto result = read("a < 1\n or \xFF");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().line, 2u);
    EXPECT_EQ(result.error().column, 5u);
}

/// Control characters would let a rule write over the terminal of whoever reads the message.
TEST(RuleHostile, AReasonHoldsNoControlCharacters) {
    for (const std::string rule : {"a < '\x1B[2J'", "\x1B[2J", "a = '\n\n\n'", "a < \x7F", "a < \xC2\x9B"}) {
        const auto result = read(rule);
        ASSERT_FALSE(result) << rule;
        for (const char c : result.error().reason) EXPECT_FALSE((c >= 0 && c < 0x20) || c == 0x7F) << rule;
        EXPECT_EQ(result.error().reason.find("\xC2\x9B"), std::string::npos);
    }
}

void expect_limit(const std::string& name, const std::string& largest, const std::string& too_large) {
    const auto accepted = read(largest);
    EXPECT_TRUE(accepted) << name << (accepted ? "" : ": " + accepted.error().text());
    const auto refused = read(too_large);
    EXPECT_FALSE(refused) << name;
}

TEST(RuleLimits, FortyLevelsOfNesting) {
    expect_limit("haakjes", times("(", 40) + "a" + times(")", 40), times("(", 41) + "a" + times(")", 41));
    expect_limit("not", times("not ", 40) + "a", times("not ", 41) + "a");
    expect_limit("min", times("-", 40) + "a", times("-", 41) + "a");
    expect_limit("door elkaar", times("not (", 20) + "a" + times(")", 20),
                 times("not (", 20) + "not a" + times(")", 20));
    // Naast elkaar is niet in elkaar.
    EXPECT_TRUE(read("(a)" + times(" and (not a)", 100)));
}

TEST(RuleLimits, FourHundredParts) {
    // 200 keer 1 en 199 keer × is 399; een minteken erbij 400; nog één 401.
    const std::string parts_399 = "1" + times(" * 1", 199);
    expect_limit("delen", "-" + parts_399, "--" + parts_399);
    expect_limit("delen naast elkaar", "b" + times(" and b", 398), "b" + times(" and b", 399));
}

TEST(RuleLimits, SixteenThousandThreeHundredEightyFourBytes) {
    expect_limit("bytes", "a" + times(" ", 16379) + "or b", "a" + times(" ", 16380) + "or b");
}

TEST(RuleLimits, NamesOfSixtyBytes) {
    expect_limit("naam", times("a", 60) + " < 1", times("a", 61) + " < 1");
    expect_limit("keuze", "x = '" + times("a", 60) + "'", "x = '" + times("a", 61) + "'");
}

/// tree.h: the canonical text reads back as the same tree, also where it is longer than what was written.
TEST(RuleLimits, CanonicalTextOfALongRuleReadsBack) {
    const std::string number = "0." + times("1", 390);
    std::string rule = "a<" + number;
    while (rule.size() + number.size() + 1 <= 16380) rule += "+" + number;
    rule += times("+1", (16384 - rule.size()) / 2);
    const auto tree = expr::parse(rule);
    if (!tree) return;  // such numbers need not be accepted
    const std::string canonical = expr::canonical_text(*tree);
    const auto again = expr::parse(canonical);
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(expr::canonical_text(*again), canonical);
}

}  // namespace
}  // namespace slagboom::tests
