#include "base/collation.h"

#include <gtest/gtest.h>

namespace slagboom {
namespace {

bool before(std::string_view one, std::string_view other) { return reading_order(one) < reading_order(other); }

TEST(ReadingOrder, IsThatOfAPhoneBook) {
    EXPECT_TRUE(before("Zorg 2", "Zorg 10")) << "numbers by what they say";
    EXPECT_TRUE(before("aa", "Ab")) << "a capital makes no difference";
    EXPECT_TRUE(before("élan", "Emma")) << "an accent makes no difference";
    EXPECT_EQ(reading_order("Élan"), reading_order("elan"));
    EXPECT_TRUE(before("", "A"));
    EXPECT_FALSE(before("B", "A"));
}

}  // namespace
}  // namespace slagboom
