#include "base/mac.h"

#include <gtest/gtest.h>

#include "base/encoding.h"

namespace slagboom {
namespace {

// RFC 4231, test cases 1, 2 and 6.
TEST(Mac, GivesTheVectorsOfTheStandard) {
    EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

// RFC 2104 fills a short key with zeros up to 64 bytes, so no key at all is 64 zeros.
TEST(Mac, TakesAnEmptyKeyAndNoBytes) {
    EXPECT_EQ(hmac_sha256({}, {}), hmac_sha256(std::string(64, '\0'), ""));
    EXPECT_NE(hmac_sha256({}, {}), hmac_sha256("k", {}));
}

TEST(Mac, ComparesWholeTexts) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("geheim", "geheim"));
    EXPECT_FALSE(equal_in_constant_time("geheim", "geheiM"));
    EXPECT_FALSE(equal_in_constant_time("geheim", "Geheim"));
    EXPECT_FALSE(equal_in_constant_time("geheim", "gehei"));
    EXPECT_FALSE(equal_in_constant_time("", "g"));
    EXPECT_FALSE(equal_in_constant_time(std::string_view("a\0b", 3), std::string_view("a\0c", 3)));
}

}  // namespace
}  // namespace slagboom
