#include "base/folded.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace slagboom {
namespace {

TEST(Folded, LettersBecomePlainAndSmall) {
    EXPECT_EQ(folded("Façade B.V."), "facade b.v.");
    EXPECT_EQ(folded("Fac\u0327ade B.V."), "facade b.v.");  // the same, with a cedilla of its own
    EXPECT_EQ(folded("Zórg én Coöperatie"), "zorg en cooperatie");
    EXPECT_EQ(folded("Ĳsselland"), "ijsselland");
    EXPECT_EQ(folded("Straße Æsop Øre Łódź"), "strasse aesop ore lodz");
    EXPECT_EQ(folded("İstanbul"), "istanbul");
}

TEST(Folded, OtherScriptsAreWrittenInLatin) {
    EXPECT_EQ(folded("Привет"), "privet");
    EXPECT_EQ(folded("Αθήνα"), "athena");
}

TEST(Folded, BlanksCollapse) {
    EXPECT_EQ(folded("  Stichting   De\tBrug \n"), "stichting de brug");
    EXPECT_EQ(folded("Stichting\u00A0\u2003Dé\u2028Brug\u3000"), "stichting de brug");
    EXPECT_EQ(folded(" \t\u00A0"), "");
    EXPECT_EQ(folded(""), "");
}

TEST(Folded, SignsAndDigitsStay) { EXPECT_EQ(folded("Zorg & Co. (24/7) \"Thuis\""), "zorg & co. (24/7) \"thuis\""); }

// The short way for ASCII must give what the long way gives; a letter with an accent behind it forces the long one.
TEST(Folded, ShortAndLongWayAgree) {
    std::string all;
    for (char c = ' '; c < '\x7f'; ++c) all += c;
    EXPECT_EQ(folded(all) + "e", folded(all + "é"));
}

TEST(Folded, ManyThreadsAtOnce) {
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (auto& result : results)
        threads.emplace_back([&result] {
            for (int i = 0; i < 50; ++i) result = folded("Привет Façade Αθήνα");
        });
    for (auto& thread : threads) thread.join();
    for (const auto& result : results) EXPECT_EQ(result, "privet facade athena");
}

}  // namespace
}  // namespace slagboom
