#include "files/media_type.h"

#include <gtest/gtest.h>

#include "small_zip.h"

namespace slagboom::files {
namespace {

using namespace std::string_literals;

// The first bytes that each format states of itself: ISO 32000-1 7.5.2, PNG 5.2, JPEG B.1 (SOI and the next marker).
TEST(MediaType, IsWhatTheBytesSay) {
    EXPECT_EQ(media_type("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), kPdf);
    EXPECT_EQ(media_type("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s), kPng);
    EXPECT_EQ(media_type("\xff\xd8\xff\xe0\0\x10JFIF"s), kJpeg);
    EXPECT_EQ(media_type("aanbieder;feit\r\n\"één\";2\r\n"), kText);
}

TEST(MediaType, NothingElsePasses) {
    EXPECT_FALSE(media_type(""));
    EXPECT_FALSE(media_type("MZ\x90\0\x03"s));
    EXPECT_FALSE(media_type("GIF89a\x01\0\x01\0"s));
    EXPECT_FALSE(media_type("caf\xe9"s)) << "Latin-1 is no UTF-8";
    EXPECT_FALSE(media_type("\x1b[2J")) << "a terminal would obey this";
    EXPECT_FALSE(media_type("\x89PNG"));
    EXPECT_FALSE(media_type(" %PDF\x01"));
}

std::string office(const std::string& type) {
    return tests::SmallZip()
        .add("word/document.xml", "<x/>")
        .add_deflated("[Content_Types].xml", "<Types><Override ContentType=\"application/" + type + "\"/></Types>")
        .bytes();
}

TEST(MediaType, AnOfficeFileSaysInItselfWhatItIs) {
    EXPECT_EQ(media_type(office("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")), kSheet);
    EXPECT_EQ(media_type(office("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")), kDocument);
    EXPECT_FALSE(media_type(office("vnd.ms-excel.sheet.macroEnabled.main+xml")));
    EXPECT_FALSE(media_type(office("vnd.oasis.opendocument.text")));
    EXPECT_FALSE(media_type(tests::SmallZip().add("bestand.txt", "x").bytes()));
    EXPECT_FALSE(media_type("PK\x03\x04 and then nothing of a zip"));
}

}  // namespace
}  // namespace slagboom::files
