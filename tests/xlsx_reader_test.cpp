// Workbooks written by hand, after ECMA-376: what stands in a sheet is what a reader of CSV gets.
#include "files/xlsx_reader.h"

#include <gtest/gtest.h>

#include "files/cell_format.h"
#include "files/csv.h"
#include "files/provider_file.h"
#include "files/xml_reader.h"
#include "files/zip_reader.h"
#include "small_zip.h"

namespace slagboom::tests {
namespace {

using files::read_xlsx;

std::string csv_of(const SmallWorkbook& book) {
    const auto sheet = read_xlsx(book.bytes());
    return sheet ? sheet->text : "ERROR " + sheet.error().text();
}

std::string error_of(const std::string& bytes) {
    const auto sheet = read_xlsx(bytes);
    return sheet ? "" : sheet.error().text();
}

SmallWorkbook with_cells(const std::string& cells) {
    SmallWorkbook book;
    book.sheet_data = "<row r=\"1\">" + cells + "</row>";
    return book;
}

TEST(XlsxReader, CellsOfEveryType) {
    SmallWorkbook book = with_cells(
        "<c r=\"A1\" t=\"s\"><v>1</v></c>"
        "<c r=\"B1\" t=\"inlineStr\"><is><r><t>twee</t></r><r><t xml:space=\"preserve\"> delen</t></r></is></c>"
        "<c r=\"C1\"><v>1250.5</v></c><c r=\"D1\" t=\"n\"><v>-3</v></c>"
        "<c r=\"E1\" t=\"b\"><v>1</v></c><c r=\"F1\" t=\"b\"><v>0</v></c>"
        "<c r=\"G1\" t=\"str\"><f>A1&amp;\"x\"</f><v>uitkomst</v></c><c r=\"H1\"><f>1+1</f><v>2</v></c>"
        "<c r=\"I1\" t=\"d\"><v>2018-10-31T00:00:00</v></c>");
    book.shared = "<si><t>nul</t></si><si><t>één &amp; een</t><rPh sb=\"0\" eb=\"1\"><t>weg</t></rPh></si>";
    EXPECT_EQ(csv_of(book), "één & een\ttwee delen\t1250.5\t-3\ttrue\tfalse\tuitkomst\t2\t2018-10-31\n");
}

TEST(XlsxReader, TextsAreQuotedAndFormulasInTextStayText) {
    SmallWorkbook book = with_cells(
        "<c t=\"inlineStr\"><is><t>a,b;c</t></is></c><c t=\"inlineStr\"><is><t>zeg \"ja\"</t></is></c>"
        "<c t=\"inlineStr\"><is><t>=1+1</t></is></c><c t=\"inlineStr\"><is><t>regel\none</t></is></c>");
    EXPECT_EQ(csv_of(book), "\"a,b;c\"\t\"zeg \"\"ja\"\"\"\t=1+1\tregel one\n");
}

/// 1250.0999999999999 is how a spreadsheet saves 1250.1: the nearest double is the same.
TEST(XlsxReader, NumbersAreShortestAndCannotBeReadAsDutch) {
    EXPECT_EQ(csv_of(with_cells("<c><v>1250.0999999999999</v></c><c><v>1E-2</v></c><c><v>1.125</v></c>"
                                "<c><v>1125</v></c><c><v>2.5E+10</v></c>")),
              "1250.1\t0.01\t1.1250\t1125\t25000000000\n");
}

TEST(XlsxReader, LinesAreRowsOfTheSheet) {
    SmallWorkbook book;
    book.sheet_data =
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>3</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" s=\"0\"/></row>"
        "<row r=\"5\"><c r=\"B5\"><v>2</v></c></row>"
        "<row><c r=\"A6\"><v>1</v></c><c r=\"E6\"><v>5</v></c></row>";
    EXPECT_EQ(csv_of(book), "\n1\t\t3\n\n\n\t2\t\n1\t\t\t\t5\n");
}

/// Serials from the standard (18.17.4.1) and by hand: 43404 − 25569 = 17835 days after 1970-01-01 is 2018-10-31.
TEST(XlsxReader, DatesByTheFormatOfTheCell) {
    SmallWorkbook book = with_cells(
        "<c s=\"1\"><v>43404</v></c><c s=\"2\"><v>43404</v></c><c s=\"3\"><v>43404</v></c><c s=\"0\"><v>43404</v></c>"
        "<c s=\"4\"><v>100023</v></c><c s=\"5\"><v>0.65</v></c><c s=\"6\"><v>43404.5</v></c><c s=\"7\"><v>0.75</v></c>"
        "<c s=\"8\"><v>12</v></c>");
    book.number_formats =
        "<numFmt numFmtId=\"164\" formatCode=\"[$-413]d\\ mmmm\\ yyyy;@\"/><numFmt numFmtId=\"165\" "
        "formatCode=\"00000000\"/><numFmt numFmtId=\"166\" formatCode=\"yyyy/mm/dd\"/><numFmt numFmtId=\"167\" "
        "formatCode=\"[Red]&quot;dagen&quot;\\ 0.00\"/>";
    for (const auto* id : {"14", "164", "166", "165", "9", "22", "20", "167"})
        book.styles += std::string("<xf numFmtId=\"") + id + "\"/>";
    EXPECT_EQ(csv_of(book),
              "2018-10-31\t2018-10-31\t2018-10-31\t43404\t00100023\t0.65\t2018-10-31 12:00:00\t18:00:00\t12\n");
    book.workbook_properties = "<workbookPr date1904=\"1\"/>";
    book.sheet_data = "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>41942</v></c></row>";
    EXPECT_EQ(csv_of(book), "1904-01-01\t2018-10-31\n") << "1904 counts 1462 days less";
}

TEST(XlsxReader, DayCounts) {
    using files::date_of_serial;
    using files::DayCount;
    EXPECT_EQ(date_of_serial(1, DayCount::from_1900), "1900-01-01");
    EXPECT_EQ(date_of_serial(59, DayCount::from_1900), "1900-02-28");
    EXPECT_EQ(date_of_serial(60, DayCount::from_1900), std::nullopt) << "29 February 1900 never was";
    EXPECT_EQ(date_of_serial(61, DayCount::from_1900), "1900-03-01");
    EXPECT_EQ(date_of_serial(25569, DayCount::from_1900), "1970-01-01");
    EXPECT_EQ(date_of_serial(2958465, DayCount::from_1900), "9999-12-31");
    EXPECT_EQ(date_of_serial(2958466, DayCount::from_1900), std::nullopt);
    EXPECT_EQ(date_of_serial(0, DayCount::from_1900), std::nullopt);
    EXPECT_EQ(date_of_serial(-1, DayCount::from_1900), std::nullopt);
    EXPECT_EQ(date_of_serial(25569.9999999999, DayCount::from_1900), "1970-01-02") << "a rounding short of midnight";
    EXPECT_EQ(files::time_of_serial(0.999), "23:58:34") << "86313.6 seconds";
    EXPECT_EQ(files::time_of_serial(1), std::nullopt);
}

TEST(XlsxReader, FormatsOfDatesTimesAndNumbers) {
    using Kind = files::CellFormat::Kind;
    const auto kind = [](const char* code) { return files::custom_format(code).kind; };
    for (const auto* code :
         {"dd-mm-yy", "yyyy\\-mm\\-dd", "d/m/yyyy h:mm", "mmm", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"})
        EXPECT_EQ(kind(code), Kind::date) << code;
    for (const auto* code : {"h:mm", "[h]:mm:ss", "mm:ss.0", "h:mm AM/PM"}) EXPECT_EQ(kind(code), Kind::time) << code;
    for (const auto* code :
         {"General", "0.00", "#,##0.00", "0%", "\"dag\" 0", "[Red]-0", "0.00E+00", "_-* #,##0_-;dd", "\\d0", "@", ""})
        EXPECT_EQ(kind(code), Kind::number) << code;
    EXPECT_EQ(files::custom_format("00000000").leading_zeros, 8U);
    EXPECT_EQ(files::custom_format("0").leading_zeros, 0U);
    EXPECT_EQ(files::built_in_format(14).kind, Kind::date);
    EXPECT_EQ(files::built_in_format(21).kind, Kind::time);
    EXPECT_EQ(files::built_in_format(44).kind, Kind::number);
}

TEST(XlsxReader, CellsWithoutAValueAreFaultsAndNeverEmpty) {
    SmallWorkbook book;
    book.styles += "<xf numFmtId=\"14\"/>";
    book.sheet_data =
        "<row r=\"7\"><c r=\"B7\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"C7\"><f>NU()</f></c>"
        "<c r=\"AA7\" s=\"1\"><v>60</v></c></row>";
    const auto sheet = read_xlsx(book.bytes());
    ASSERT_TRUE(sheet) << sheet.error().text();
    EXPECT_EQ(sheet->text, std::string(6, '\n') + "\t#DIV/0!\t#?" + std::string(24, '\t') + "#?\n");
    ASSERT_EQ(sheet->faults.count(), 3U);
    EXPECT_EQ(sheet->faults.kept()[0].line, 7U);
    EXPECT_NE(sheet->faults.kept()[0].reason.find("cel B7: hier staat de fout #DIV/0!"), std::string::npos);
    EXPECT_NE(sheet->faults.kept()[1].reason.find("cel C7: de formule is niet uitgerekend"), std::string::npos);
    EXPECT_NE(sheet->faults.kept()[2].reason.find("cel AA7: 60 is geen bestaande datum"), std::string::npos);
}

TEST(XlsxReader, TheFirstVisibleSheetOrTheNamedOne) {
    SmallWorkbook book = with_cells("<c><v>1</v></c>");
    book.sheets =
        "<sheet name=\"Grafiek\" sheetId=\"3\" r:id=\"rId5\"/><sheet name=\"Geheim\" sheetId=\"1\" state=\"hidden\" "
        "r:id=\"rId1\"/><sheet name=\"Open\" sheetId=\"2\" r:id=\"rId2\"/>";
    const std::string bytes = book.bytes();
    EXPECT_EQ(read_xlsx(bytes)->text, "2\n");
    EXPECT_EQ(read_xlsx(bytes)->sheet, "Open");
    EXPECT_EQ(read_xlsx(bytes, "Geheim")->text, "1\n");
    const auto missing = read_xlsx(bytes, "Blad9");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().reason.find("Geheim, Open"), std::string::npos);
}

TEST(XlsxReader, AReaderOfCsvTakesIt) {
    SmallWorkbook book;
    book.styles += "<xf numFmtId=\"14\"/>";
    book.shared = "<si><t>aanbieder</t></si><si><t>naam</t></si><si><t>van</t></si><si><t>tot</t></si>";
    book.sheet_data =
        "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c "
        "t=\"s\"><v>3</v></c></row>"
        "<row r=\"4\"><c t=\"inlineStr\"><is><t>00100001</t></is></c><c t=\"inlineStr\"><is><t>De Ketel</t></is></c>"
        "<c s=\"1\"><v>43404</v></c></row>"
        "<row r=\"5\"><c t=\"inlineStr\"><is><t>00100002</t></is></c><c t=\"inlineStr\"><is><t>De Kan</t></is></c>"
        "<c t=\"e\"><v>#N/A</v></c></row>";
    const std::string bytes = book.bytes();
    const auto csv = files::as_csv(bytes);
    ASSERT_TRUE(csv && csv->workbook);
    const auto file = files::read_provider_file(csv->text());
    ASSERT_TRUE(file) << file.error().text();
    ASSERT_EQ(file->providers.size(), 1U);
    EXPECT_EQ(file->providers[0].stretches[0].from.iso(), "2018-10-31");
    ASSERT_EQ(file->faults.count(), 1U);
    EXPECT_EQ(file->faults.kept()[0].line, 5U) << "the row of the sheet";
}

TEST(XlsxReader, IsRecognisedByWhatItIs) {
    const std::string text = "aanbieder;naam\n";
    EXPECT_EQ(files::as_csv(text)->text(), text);
    EXPECT_EQ(files::as_csv("")->text(), "");
    EXPECT_EQ(files::as_csv("PK maar dan tekst")->text(), "PK maar dan tekst");
    const auto other = files::as_csv(SmallZip().add("mimetype", "x").bytes());
    ASSERT_FALSE(other);
    EXPECT_NE(other.error().reason.find("geen XLSX"), std::string::npos);
    const auto old = files::as_csv("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    ASSERT_FALSE(old);
    EXPECT_NE(old.error().reason.find("oud of versleuteld"), std::string::npos);
    EXPECT_NE(error_of(SmallZip().add("[Content_Types].xml", "<Types/>").bytes()), "") << "a text document, say";
    EXPECT_NE(error_of("aanbieder;naam"), "");
}

// ---- hostile

TEST(XlsxReader, EveryCutIsAnErrorAndNeverACrash) {
    const std::string whole = with_cells("<c><v>1</v></c>").bytes();
    ASSERT_EQ(error_of(whole), "");
    // The last bytes are zeros (no comment, a small offset); all else is needed.
    for (std::size_t length = 4; length + 3 < whole.size(); ++length)
        EXPECT_NE(error_of(whole.substr(0, length)), "") << length;
}

TEST(XlsxReader, EveryChangedByteEndsWell) {
    const std::string whole = with_cells("<c><v>1</v></c>").bytes();
    std::size_t errors = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        errors += error_of(changed).empty() ? 0U : 1U;
    }
    EXPECT_GT(errors, whole.size() / 4);
}

TEST(XlsxReader, AWrongChecksumIsAnError) {
    const std::string bytes = SmallZip().add_wrong_checksum("a", "inhoud").add("b", "inhoud").bytes();
    auto zip = files::ZipReader::open(bytes);
    ASSERT_TRUE(zip);
    const auto take = [](std::string_view, bool) { return Result<bool>(true); };
    EXPECT_TRUE(zip->read("b", take));
    EXPECT_FALSE(zip->read("a", take));
    EXPECT_FALSE(zip->read("c", take)) << "is not there";
}

/// Unzips entry "a" until that is refused as too large; how many bytes came out before.
std::size_t unzipped_until_refused(Result<files::ZipReader> zip) {
    std::size_t taken = 0;
    EXPECT_TRUE(zip);
    const auto done = zip->read("a", [&](std::string_view block, bool) {
        taken += block.size();
        return Result<bool>(true);
    });
    EXPECT_FALSE(done);
    if (!done) {
        EXPECT_NE(done.error().reason.find("te groot"), std::string::npos);
    }
    return taken;
}

TEST(XlsxReader, ABombEndsAtTheLimit) {
    const std::string bytes = SmallZip().add_deflated("a", std::string(3 << 20, '0')).bytes();
    ASSERT_LT(bytes.size(), 20'000U);
    EXPECT_LE(unzipped_until_refused(files::ZipReader::open(bytes, 1 << 20)), std::size_t{1} << 20);
}

/// A hundred megabytes in a file of some hundred kilobytes: refused when 200 times its size and 16 MiB are out.
TEST(XlsxReader, ASmallFileMayNotBecomeALargeOne) {
    const std::string bytes = SmallZip().add_deflated("a", std::string(100 << 20, '0')).bytes();
    ASSERT_LT(bytes.size(), 200'000U);
    EXPECT_LE(unzipped_until_refused(files::ZipReader::open(bytes)), (std::size_t{16} << 20) + 200 * bytes.size());
}

TEST(XlsxReader, RowsWithAFaultyCellCanBeLeftOut) {
    SmallWorkbook book;
    book.sheet_data =
        "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>naam</v></c><c r=\"B2\" t=\"e\"><v>#N/A</v></c></row>"
        "<row r=\"4\"><c r=\"A4\" t=\"e\"><v>#REF!</v></c></row>"
        "<row r=\"5\"><c r=\"A5\" t=\"str\"><v>heel</v></c></row>";
    auto sheet = read_xlsx(book.bytes());
    ASSERT_TRUE(sheet) << sheet.error().text();
    EXPECT_EQ(sheet->drop_faulty_rows(), 1U) << "the head is no row";
    EXPECT_EQ(sheet->text, "\nnaam\t#N/A\n\n\nheel\t\n");
    EXPECT_EQ(sheet->faults.count(), 2U);
}

/// One cell far to the right and one far below would be a CSV of sixteen thousand million commas.
TEST(XlsxReader, FarCellsEndAtTheLimit) {
    EXPECT_NE(csv_of(with_cells("<c r=\"XFD1\"><v>1</v></c>")).find("kolommen"), std::string::npos);
    SmallWorkbook deep;
    deep.sheet_data = "<row r=\"1048577\"><c><v>1</v></c></row>";
    EXPECT_NE(csv_of(deep).find("rijen"), std::string::npos);
    deep.sheet_data = "<row r=\"18446744073709551615\"><c><v>1</v></c></row>";
    EXPECT_NE(csv_of(deep).find("rijen"), std::string::npos);
}

TEST(XlsxReader, WhatIsOutOfPlaceIsAnError) {
    for (const auto* cells :
         {"<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", "<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>",
          "<c r=\"A2\"><v>1</v></c>", "<c r=\"1A\"><v>1</v></c>", "<c r=\"\"><v>1</v></c>",
          "<c r=\"AAAA1\"><v>1</v></c>", "<c t=\"s\"><v>0</v></c>", "<c t=\"s\"><v>-1</v></c>",
          "<c t=\"s\"><v>x</v></c>", "<c><v>een</v></c>", "<c><v>nan</v></c>", "<c><v>inf</v></c>",
          "<c><v>1e999</v></c>", "<c><v>1</c>", "<c><v>&weg;</v></c>"})
        EXPECT_EQ(csv_of(with_cells(cells)).substr(0, 6), "ERROR ") << cells;
    SmallWorkbook book;
    book.sheet_data = "<row r=\"2\"/><row r=\"2\"/>";
    EXPECT_NE(csv_of(book).find("volgorde"), std::string::npos);
}

TEST(XlsxReader, ADoctypeIsRefused) {
    SmallWorkbook book = with_cells("<c t=\"inlineStr\"><is><t>&lol;</t></is></c>");
    book.before_sheet = "<!DOCTYPE worksheet [<!ENTITY lol \"lol\">]>";
    EXPECT_NE(csv_of(book).find("DOCTYPE"), std::string::npos);
}

TEST(XmlReader, DeepNestingAndThrowingEventsEndWell) {
    struct Events : files::XmlEvents {
        bool throws = false;
        void start(std::string_view, const files::XmlAttributes&) override {
            if (throws) throw std::runtime_error("from an event");
        }
        void end(std::string_view) override {}
        void text(std::string_view) override {}
    };
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "<a>";
    Events events;
    files::XmlReader reader(events);
    const auto done = reader.feed(deep, false);
    ASSERT_FALSE(done);
    EXPECT_NE(done.error().reason.find("te diep"), std::string::npos);
    Events throwing;
    throwing.throws = true;
    files::XmlReader other(throwing);
    EXPECT_THROW(static_cast<void>(other.feed("<a/>", true)), std::runtime_error);
}

}  // namespace
}  // namespace slagboom::tests
