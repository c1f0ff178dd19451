#include "base/password.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

namespace slagboom {
namespace {

constexpr auto kSentence = "de kat van de buren eet drop";

TEST(Password, NobodyIsAnAccountThatIsNotThere) {
    Turns turns(1);
    EXPECT_FALSE(PasswordHasher(turns).verify(kSentence, std::nullopt));
}

TEST(Password, FitsItsOwnHashOnly) {
    Turns turns(2);
    const PasswordHasher hasher(turns);
    const auto stored = hasher.hash(kSentence);
    EXPECT_TRUE(hasher.verify(kSentence, stored));
    EXPECT_FALSE(hasher.verify("de kat van de buren eet dro", stored));
    EXPECT_FALSE(hasher.verify("De kat van de buren eet drop", stored));
    EXPECT_FALSE(hasher.verify("", stored));
    EXPECT_NE(hasher.hash(kSentence), stored);  // another salt
}

// Test of the reference implementation of Argon2 (version 0x13, id, t=2, m=65536, p=1).
TEST(Password, ReadsAHashOfTheReferenceImplementation) {
    Turns turns(1);
    const PasswordHasher hasher(turns);
    const std::string stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(hasher.verify("password", stored));
    EXPECT_FALSE(hasher.verify("differentpassword", stored));
    EXPECT_TRUE(needs_rehash(stored));
}

// OWASP: 19 MiB = 19456 KiB, two passes, one lane.
TEST(Password, CostsWhatOwaspAsks) {
    Turns turns(1);
    const auto stored = PasswordHasher(turns).hash(kSentence);
    EXPECT_EQ(stored.substr(0, 31), "$argon2id$v=19$m=19456,t=2,p=1$");
    EXPECT_FALSE(needs_rehash(stored));
}

TEST(Password, AnotherCostAsksForAnewHash) {
    Turns turns(1);
    const PasswordHasher hasher(turns);
    std::array<char, crypto_pwhash_STRBYTES> weaker{};
    ASSERT_EQ(
        crypto_pwhash_str(weaker.data(), kSentence, std::string(kSentence).size(), 1, std::size_t{8} * 1024 * 1024), 0);
    EXPECT_TRUE(hasher.verify(kSentence, weaker.data()));
    EXPECT_TRUE(needs_rehash(weaker.data()));
    EXPECT_TRUE(needs_rehash(""));
    EXPECT_TRUE(needs_rehash("geen hash"));
    EXPECT_FALSE(hasher.verify(kSentence, "geen hash"));
    EXPECT_FALSE(hasher.verify(kSentence, std::string(500, '$')));
}

TEST(Password, TheSameCharactersTypedOtherwiseFit) {
    Turns turns(1);
    const PasswordHasher hasher(turns);
    const auto stored = hasher.hash("een caf\u00e9 aan zee");
    EXPECT_TRUE(hasher.verify("een cafe\u0301 aan zee", stored));
    EXPECT_FALSE(hasher.verify("een cafe aan zee", stored));
}

TEST(Password, WaitsForItsTurn) {
    Turns turns(1);
    const PasswordHasher hasher(turns);
    const auto stored = hasher.hash(kSentence);
    std::future<bool> answer;
    std::future<std::string> hashed;
    {
        const Turns::Turn taken(turns);
        answer = std::async(std::launch::async, [&] { return hasher.verify(kSentence, stored); });
        hashed = std::async(std::launch::async, [&] { return hasher.hash(kSentence); });
        EXPECT_EQ(answer.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
        EXPECT_EQ(hashed.wait_for(std::chrono::milliseconds(0)), std::future_status::timeout);
    }
    EXPECT_TRUE(answer.get());
    EXPECT_FALSE(hashed.get().empty());
}

TEST(Turns, NoMoreAtOnceThanAllowed) {
    Turns turns(2);
    std::atomic<int> inside{0};
    std::atomic<int> most{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) {
                const Turns::Turn turn(turns);
                const int now = ++inside;
                for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
                }
                std::this_thread::sleep_for(std::chrono::microseconds(200));
                --inside;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(most, 2);
}

std::string fault(std::string_view password, std::string_view account = "m.jansen@twente.example") {
    return password_fault(password, account).value_or("");
}

TEST(PasswordFault, CountsCharactersAndNotBytes) {
    EXPECT_EQ(fault("kat eet dro"), "het wachtwoord is te kort: kies minstens 12 tekens");
    EXPECT_EQ(fault("kat eet drop"), "");
    EXPECT_EQ(fault("één café drie"), "");
    EXPECT_EQ(fault("éééééé é èë"), "het wachtwoord is te kort: kies minstens 12 tekens");  // 11, in 20 bytes
    EXPECT_EQ(fault("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301 n"),
              "het wachtwoord is te kort: kies minstens 12 tekens");
    std::string longest;
    for (int i = 0; i < 64; ++i) longest += "éo";
    EXPECT_EQ(fault(longest), "");
    EXPECT_EQ(fault(longest + "x"), "het wachtwoord is te lang: kies hoogstens 128 tekens");
}

TEST(PasswordFault, AsksForNoKindsOfCharacters) {
    EXPECT_EQ(fault("paardbatterijnietje"), "");
    EXPECT_EQ(fault("839201847560"), "");
    EXPECT_EQ(fault("!@#$ %^&* ()"), "");
}

TEST(PasswordFault, RefusesTheNameOfTheAccount) {
    const std::string reason = "het wachtwoord bevat de naam van het account; kies een ander";
    EXPECT_EQ(fault("mijn M.JANSEN eet drop"), reason);
    EXPECT_EQ(fault("m.jansen@twente.example"), reason);
    EXPECT_EQ(fault("Renée eet graag drop", "renee"), reason);
    EXPECT_EQ(fault("de jojo eet drop", "jo"), "");  // too short to tell anything
    EXPECT_EQ(fault("de kat eet drop", ""), "");
}

TEST(PasswordFault, RefusesWhatEverybodyTries) {
    for (const auto* password :
         {"Welkom2024!!", "wachtwoord123", "Password1234", "qwertyuiop123", "123456789012", "Welkom01Welkom01",
          "Amsterdam-2024", "Gemeente Twente 1", "aaaaaaaaaaaa", "éééééééééééé", "111111111111", "Slagboom2026!",
          "  welkom 2024 !", "WachtwoordWelkom"})
        EXPECT_EQ(fault(password), "dit wachtwoord is makkelijk te raden; kies een zin die alleen u bedenkt")
            << password;
    EXPECT_EQ(fault("welkom in mijn tuinhuis"), "");  // more than common words
}

TEST(PasswordFault, RefusesBrokenText) {
    const std::string reason = "het wachtwoord bevat tekens die niet te lezen zijn";
    EXPECT_EQ(fault("de kat eet \xff drop"), reason);
    EXPECT_EQ(fault(std::string_view("de kat eet \0 drop", 17)), reason);
}

}  // namespace
}  // namespace slagboom
