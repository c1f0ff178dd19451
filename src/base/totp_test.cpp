#include "base/totp.h"

#include <gtest/gtest.h>

namespace slagboom {
namespace {

SecretBytes secret_of_the_standard() { return SecretBytes(std::string_view("12345678901234567890")); }

struct Vector {
    std::int64_t unix_seconds;
    std::string_view code;
};

// RFC 6238, appendix B, SHA-1. Its codes have eight digits; six are the last six of them, for a code is a number
// modulo a power of ten (RFC 4226, section 5.3).
constexpr Vector kVectors[] = {
    {59, "287082"},
    {1'111'111'109, "081804"},
    {1'111'111'111, "050471"},
    {1'234'567'890, "005924"},
    {2'000'000'000, "279037"},
    {20'000'000'000, "353130"},
};

TEST(Totp, TakesTheCodesOfTheStandard) {
    const auto secret = secret_of_the_standard();
    for (const auto& vector : kVectors)
        EXPECT_EQ(totp_step(vector.code, secret, vector.unix_seconds, std::nullopt), vector.unix_seconds / 30);
}

TEST(Totp, TakesTheStepBeforeAndAfterAndNoOther) {
    const auto secret = secret_of_the_standard();
    const std::int64_t step = 1'234'567'890 / 30;  // begins at that very second
    const auto at = [&](std::int64_t seconds) { return totp_step("005924", secret, seconds, std::nullopt); };
    EXPECT_EQ(at(1'234'567'890 - 30), step);
    EXPECT_EQ(at(1'234'567'890 + 59), step);
    EXPECT_EQ(at(1'234'567'890 - 31), std::nullopt);
    EXPECT_EQ(at(1'234'567'890 + 60), std::nullopt);
}

TEST(Totp, ACodeIsTakenOnce) {
    const auto secret = secret_of_the_standard();
    const std::int64_t step = 1'234'567'890 / 30;
    const auto after = [&](std::int64_t last) { return totp_step("005924", secret, 1'234'567'890, last); };
    EXPECT_EQ(after(step - 1), step);
    EXPECT_EQ(after(step), std::nullopt);
    EXPECT_EQ(after(step + 1), std::nullopt);
    // The code of the step before, after that of this one was used.
    EXPECT_EQ(totp_step("005924", secret, 1'234'567'890 + 30, step + 1), std::nullopt);
}

TEST(Totp, TakesNothingElse) {
    const auto secret = secret_of_the_standard();
    for (const auto* code : {"", "5924", "005925", "0059240", "14005924", "89005924", " 005924", "005 924", "00592a"})
        EXPECT_EQ(totp_step(code, secret, 1'234'567'890, std::nullopt), std::nullopt) << code;
    EXPECT_EQ(totp_step("005924", make_totp_secret(), 1'234'567'890, std::nullopt), std::nullopt);
}

// RFC 4226, appendix D: the code of counter 0 is 755224; there is no step before it.
TEST(Totp, BeginsAtStepZero) { EXPECT_EQ(totp_step("755224", secret_of_the_standard(), 0, std::nullopt), 0); }

TEST(Totp, ASecretHasTwentyBytes) {
    EXPECT_EQ(make_totp_secret().size(), 20U);
    EXPECT_NE(make_totp_secret().view(), make_totp_secret().view());
}

// "12345678901234567890" in base32 by hand: every five bytes are eight letters; the well-known secret of the standard.
TEST(Totp, TheAddressHoldsWhatAnAuthenticatorNeeds) {
    EXPECT_EQ(totp_uri(secret_of_the_standard(), "Regio Twente", "m.jansen@twente.example"),
              "otpauth://totp/Regio%20Twente:m.jansen%40twente.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Regio%20Twente&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(totp_uri(secret_of_the_standard(), "S", "a:b/é&"),
              "otpauth://totp/S:a%3Ab%2F%C3%A9%26?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=S&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace slagboom
