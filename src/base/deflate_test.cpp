#include "base/deflate.h"

#include <gtest/gtest.h>

#include "base/encoding.h"
#include "base/random.h"

namespace slagboom {
namespace {

constexpr std::size_t kPlenty = 10'000'000;

std::string repeated(std::string_view text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

// RFC 1950 and 1951 by hand: header 78 01; one last block, stored (01), length 3 and its complement, "abc";
// Adler-32: a = 1 + 97 + 98 + 99 = 295 = 0x127, b = 98 + 196 + 295 = 589 = 0x24d.
TEST(Deflate, ReadsAStreamMadeByHand) {
    const auto unpacked = inflated(*parse_hex("7801010300fcff616263024d0127"), kPlenty);
    ASSERT_TRUE(unpacked);
    EXPECT_EQ(*unpacked, "abc");
}

TEST(Deflate, EverythingComesBack) {
    for (const auto& bytes : {std::string(), std::string("a"), std::string("\0\0", 2), random_bytes(200'000),
                              repeated("rood oranje groen ", 30'000)}) {
        const auto unpacked = inflated(deflated(bytes), kPlenty);
        ASSERT_TRUE(unpacked);
        EXPECT_EQ(*unpacked, bytes);
    }
}

TEST(Deflate, PacksWhatRepeatsAndAlwaysAlike) {
    const auto bytes = repeated("rood oranje groen ", 30'000);
    const auto packed = deflated(bytes);
    EXPECT_LT(packed.size(), bytes.size() / 100);
    EXPECT_EQ(packed, deflated(bytes));
    EXPECT_EQ(hex(packed.substr(0, 2)), "789c");  // RFC 1950: FLEVEL 2, the default level, which is 6
}

TEST(Deflate, KeepsToTheLimit) {
    const auto packed = deflated(std::string(1'000'000, 'a'));
    ASSERT_TRUE(inflated(packed, 1'000'000));
    const auto refused = inflated(packed, 999'999);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "uitgepakt is dit groter dan 999999 bytes");
    EXPECT_TRUE(inflated(deflated(""), 0));
}

TEST(Deflate, RefusesWhatIsCutChangedOrLonger) {
    const auto packed = deflated(repeated("rood oranje groen ", 100));
    for (std::size_t length = 0; length < packed.size(); ++length)
        EXPECT_FALSE(inflated(packed.substr(0, length), kPlenty)) << length;
    EXPECT_FALSE(inflated(packed + "x", kPlenty));
    auto changed = packed;
    changed.back() = static_cast<char>(changed.back() ^ 1);  // in the checksum
    EXPECT_FALSE(inflated(changed, kPlenty));
    EXPECT_FALSE(inflated("geen zlib", kPlenty));
}

}  // namespace
}  // namespace slagboom
