#include "base/secret_bytes.h"

#include <gtest/gtest.h>

#include <set>
#include <type_traits>
#include <utility>

#include "base/encoding.h"
#include "base/random.h"

namespace slagboom {
namespace {

TEST(SecretBytes, HoldWhatTheyWereGiven) {
    EXPECT_EQ(SecretBytes(std::string_view("geheim")).view(), "geheim");
    EXPECT_EQ(SecretBytes(std::size_t{3}).view(), std::string_view("\0\0\0", 3));
    EXPECT_EQ(SecretBytes().view(), "");
}

TEST(SecretBytes, MoveAndNeverCopy) {
    static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
    SecretBytes first(std::string_view("een"));
    SecretBytes second(std::move(first));
    EXPECT_EQ(second.view(), "een");
    SecretBytes third(std::string_view("twee"));
    third = std::move(second);
    EXPECT_EQ(third.view(), "een");
}

TEST(Random, BytesAreOfTheAskedLengthAndNeverTheSame) {
    EXPECT_EQ(random_bytes(0), "");
    EXPECT_EQ(random_bytes(33).size(), 33U);
    EXPECT_NE(random_bytes(16), random_bytes(16));
    EXPECT_EQ(SecretBytes::random(32).size(), 32U);
    EXPECT_NE(SecretBytes::random(32).view(), SecretBytes::random(32).view());
}

TEST(Random, ATokenIsThirtyTwoBytesForAnAddress) {
    std::set<std::string> tokens;
    for (int i = 0; i < 100; ++i) {
        const std::string token = random_token();
        const auto bytes = parse_base64url(token);
        ASSERT_TRUE(bytes) << token;
        EXPECT_EQ(bytes->size(), 32U);
        tokens.insert(token);
    }
    EXPECT_EQ(tokens.size(), 100U);
}

}  // namespace
}  // namespace slagboom
