#include "base/encoding.h"

#include <gtest/gtest.h>

namespace slagboom {
namespace {

struct Vector {
    std::string_view bytes;
    std::string_view base64;
    std::string_view base32;  // without the padding of the source
    std::string_view hex;
};

// RFC 4648, section 10.
constexpr Vector kVectors[] = {
    {"", "", "", ""},
    {"f", "Zg==", "MY", "66"},
    {"fo", "Zm8=", "MZXQ", "666F"},
    {"foo", "Zm9v", "MZXW6", "666F6F"},
    {"foob", "Zm9vYg==", "MZXW6YQ", "666F6F62"},
    {"fooba", "Zm9vYmE=", "MZXW6YTB", "666F6F6261"},
    {"foobar", "Zm9vYmFy", "MZXW6YTBOI", "666F6F626172"},
};

std::string without_padding(std::string_view text) { return std::string(text.substr(0, text.find('='))); }

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

TEST(Encoding, WritesTheVectorsOfTheStandard) {
    for (const auto& vector : kVectors) {
        EXPECT_EQ(base64(vector.bytes), vector.base64);
        EXPECT_EQ(base64url(vector.bytes), without_padding(vector.base64));
        EXPECT_EQ(base32(vector.bytes), vector.base32);
        EXPECT_EQ(hex(vector.bytes), lower(vector.hex));
    }
}

TEST(Encoding, ReadsTheVectorsOfTheStandard) {
    for (const auto& vector : kVectors) {
        EXPECT_EQ(parse_base64(vector.base64), vector.bytes);
        EXPECT_EQ(parse_base64url(without_padding(vector.base64)), vector.bytes);
        EXPECT_EQ(parse_base32(vector.base32), vector.bytes);
        EXPECT_EQ(parse_hex(vector.hex), vector.bytes);
        EXPECT_EQ(parse_hex(lower(vector.hex)), vector.bytes);
    }
}

// 0xFB 0xFF is 111110 111111 1111(00): the letters 62, 63 and 60 of the alphabet (RFC 4648, tables 1 and 2).
TEST(Encoding, TheTwoAlphabetsDifferInTheirLastLetters) {
    EXPECT_EQ(base64("\xFB\xFF"), "+/8=");
    EXPECT_EQ(base64url("\xFB\xFF"), "-_8");
    EXPECT_EQ(parse_base64("+/8="), "\xFB\xFF");
    EXPECT_EQ(parse_base64url("-_8"), "\xFB\xFF");
    EXPECT_EQ(parse_base64("-_8="), std::nullopt);
    EXPECT_EQ(parse_base64url("+/8"), std::nullopt);
}

TEST(Encoding, Base64IsReadStrictly) {
    for (const auto* text :
         {"Zg", "Zg=", "Zg===", "Zh==", "Zm9v\n", " Zm9v", "Zm 9v", "Zm9v====", "Z", "Zm9=", "Zg==Zg=="})
        EXPECT_EQ(parse_base64(text), std::nullopt) << text;
    for (const auto* text : {"Zg==", "Zh", "Z", "Zm9v\n", "Zm9vY"})
        EXPECT_EQ(parse_base64url(text), std::nullopt) << text;
}

TEST(Encoding, Base32IsReadStrictly) {
    // MZ leaves bits over; A, AAA, M, MZX and MZXW6Y end within a byte; 0, 1, 8 and 9 are no letters of it.
    for (const auto* text : {"A", "AAA", "MZ", "M", "MZX", "MZXW6Y", "my", "MY======", "M1", "M Y", "MY\n", "08", "9A"})
        EXPECT_EQ(parse_base32(text), std::nullopt) << text;
}

TEST(Encoding, HexIsReadStrictly) {
    for (const auto* text : {"6", "666", "6g", "0x66", "66 ", "66:66", " 66"})
        EXPECT_EQ(parse_hex(text), std::nullopt) << text;
}

TEST(Encoding, EveryByteComesBack) {
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    for (std::size_t length = 0; length <= all.size(); ++length) {
        const auto bytes = std::string_view(all).substr(256 - length);
        EXPECT_EQ(parse_hex(hex(bytes)), bytes);
        EXPECT_EQ(parse_base64(base64(bytes)), bytes);
        EXPECT_EQ(parse_base64url(base64url(bytes)), bytes);
        EXPECT_EQ(parse_base32(base32(bytes)), bytes);
    }
}

}  // namespace
}  // namespace slagboom
