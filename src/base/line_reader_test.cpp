#include "base/line_reader.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/sha256.h"

namespace slagboom {
namespace {

using Found = LineReader::Found;

TEST(LineReader, LinesWithTheirNumbers) {
    std::istringstream in("een\n\ndrie\n");
    LineReader lines(in, 4);
    EXPECT_EQ(lines.next(), Found::line);
    EXPECT_EQ(lines.line(), "een");
    EXPECT_EQ(lines.next(), Found::line);
    EXPECT_EQ(lines.line(), "");
    EXPECT_EQ(lines.next(), Found::line);
    EXPECT_EQ(lines.line(), "drie");
    EXPECT_EQ(lines.number(), 3U);
    EXPECT_EQ(lines.next(), Found::end);
    EXPECT_EQ(lines.number(), 3U);
}

TEST(LineReader, OneTooLongIsSkippedAndTheRestGoesOn) {
    std::istringstream in("vijfX\nvier\nvijfX");
    LineReader lines(in, 4);
    EXPECT_EQ(lines.next(), Found::too_long);
    EXPECT_EQ(lines.next(), Found::line);
    EXPECT_EQ(lines.line(), "vier");
    EXPECT_EQ(lines.next(), Found::too_long);
    EXPECT_EQ(lines.next(), Found::end);
}

TEST(LineReader, TheLastMayLackItsEnd) {
    std::istringstream in("een\nhalf");
    LineReader lines(in, 100);
    lines.next();
    EXPECT_EQ(lines.next(), Found::unterminated);
    EXPECT_EQ(lines.line(), "half");
    EXPECT_EQ(lines.next(), Found::end);
}

TEST(Sha256, InPiecesIsTheSameAsAtOnce) {
    // FIPS 180-2, appendix B.2
    Sha256 sum;
    sum.add("abcdbcdecdefdefgefghfghighijhi");
    sum.add("");
    sum.add("jkijkljklmklmnlmnomnopnopq");
    EXPECT_EQ(sum.hex(), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

}  // namespace
}  // namespace slagboom
