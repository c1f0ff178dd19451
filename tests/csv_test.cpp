// CSV as RFC 4180 describes it, and as spreadsheets, old systems and attackers write it.
#include "files/csv.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "files/header.h"
#include "small_catalogue.h"

namespace slagboom::tests {
namespace {

using namespace std::string_literals;
using files::CsvReader;
using files::CsvRow;
using files::CsvText;

using Cells = std::vector<std::string>;

/// A row that outlives its reader.
struct Row {
    std::size_t line = 0;
    Cells cells;
    std::string fault;
};

std::vector<Row> rows_of(const std::string& bytes) {
    const auto csv = files::recognise_csv(bytes);
    EXPECT_TRUE(csv);
    std::vector<Row> rows;
    if (!csv) return rows;
    CsvReader reader(*csv);
    for (CsvRow row; reader.next(row);) rows.push_back({row.line, {row.cells.begin(), row.cells.end()}, row.fault});
    return rows;
}

/// Every row must be sound; the cells alone.
std::vector<Cells> cells_of(const std::string& bytes) {
    std::vector<Cells> result;
    for (const auto& row : rows_of(bytes)) {
        EXPECT_EQ(row.fault, "");
        result.push_back(row.cells);
    }
    return result;
}

std::vector<std::size_t> lines_of(const std::string& bytes) {
    std::vector<std::size_t> lines;
    for (const auto& row : rows_of(bytes)) lines.push_back(row.line);
    return lines;
}

const std::vector<Cells> kTwoRows{{"a", "b"}, {"1", "2"}};

// ---- what is recognised

TEST(Csv, RecognisesTheSeparatorFromTheFirstLine) {
    EXPECT_EQ(files::recognise_csv("a;b;c\n1,5;2,5;3,5\n")->separator, ';');
    EXPECT_EQ(files::recognise_csv("a,b,c\n1;1;1;1\n")->separator, ',');
    EXPECT_EQ(files::recognise_csv("a\tb\tc\n")->separator, '\t');
    EXPECT_EQ(files::recognise_csv("a;b;c,d\n")->separator, ';');
    EXPECT_EQ(files::recognise_csv("a\tb\tc,d\r\n,,,,\r\n")->separator, '\t');
    EXPECT_EQ(files::recognise_csv("a;b\r1,2,3,4\r")->separator, ';') << "CR ends the first line too";
}

TEST(Csv, ReadsWithEachSeparator) {
    EXPECT_EQ(cells_of("a;b\n1;2\n"), kTwoRows);
    EXPECT_EQ(cells_of("a,b\n1,2\n"), kTwoRows);
    EXPECT_EQ(cells_of("a\tb\n1\t2\n"), kTwoRows);
    EXPECT_EQ(cells_of("a;b\n1,5;2\t5\n"), (std::vector<Cells>{{"a", "b"}, {"1,5", "2\t5"}}));
}

TEST(Csv, TakesAByteOrderMarkOff) {
    const std::string bytes =
        "\xEF\xBB\xBF"
        "a;b\n";
    const auto csv = files::recognise_csv(bytes);
    ASSERT_TRUE(csv);
    EXPECT_TRUE(csv->had_byte_order_mark);
    EXPECT_EQ(csv->text, "a;b\n");
    EXPECT_FALSE(files::recognise_csv("a;b\n")->had_byte_order_mark);
    EXPECT_EQ(cells_of("\xEF\xBB\xBF"s + "\"a\";b\n1;2\n"), kTwoRows) << "a quote right after the mark opens a cell";
}

TEST(Csv, RefusesUtf16WithAHint) {
    for (const auto& bytes : {"\xFF\xFE"s + "a\0;\0"s, "\xFE\xFF"s + "\0a"s}) {
        const auto csv = files::recognise_csv(bytes);
        ASSERT_FALSE(csv);
        EXPECT_NE(csv.error().reason.find("UTF-8"), std::string::npos) << csv.error().reason;
    }
}

// ---- ends of rows

TEST(Csv, EveryLineEndEndsARow) {
    EXPECT_EQ(cells_of("a;b\n1;2\n"), kTwoRows);
    EXPECT_EQ(cells_of("a;b\r\n1;2\r\n"), kTwoRows);
    EXPECT_EQ(cells_of("a;b\r1;2\r"), kTwoRows);
    EXPECT_EQ(cells_of("a;b\r1;2"), kTwoRows) << "the last line needs no end";
    EXPECT_EQ(cells_of("a;b\n1;2\r\n3;4\r5;6").size(), 4u) << "mixed";
}

TEST(Csv, PassesOverEmptyLinesButCountsThem) {
    EXPECT_EQ(cells_of("\n\na;b\n\n1;2\n\n\n"), kTwoRows);
    EXPECT_EQ(lines_of("\n\na;b\n\n1;2\n\n\n"), (std::vector<std::size_t>{3, 5}));
    EXPECT_EQ(lines_of("\r\n\r\na;b\r\n\r\n1;2\r\n"), (std::vector<std::size_t>{3, 5}));
    EXPECT_EQ(lines_of("\r\ra;b\r\r1;2\r"), (std::vector<std::size_t>{3, 5}));
    EXPECT_TRUE(rows_of("").empty());
    EXPECT_TRUE(rows_of("\r\n\n\r").empty());
}

TEST(Csv, KeepsEmptyCells) {
    EXPECT_EQ(cells_of(";\n;;\n\"\";\n"), (std::vector<Cells>{{"", ""}, {"", "", ""}, {"", ""}}));
    EXPECT_EQ(cells_of("a;b\n1;"), (std::vector<Cells>{{"a", "b"}, {"1", ""}})) << "the last cell, at the very end";
    EXPECT_EQ(cells_of("a;b\n ; x \n"), (std::vector<Cells>{{"a", "b"}, {" ", " x "}})) << "blanks are part of a cell";
}

// ---- quotes

TEST(Csv, QuotesKeepSeparatorsAndLineEnds) {
    EXPECT_EQ(cells_of("a;b\n\"1;5\";\"2\n3\"\n"), (std::vector<Cells>{{"a", "b"}, {"1;5", "2\n3"}}));
    EXPECT_EQ(cells_of("a;b\r\n\"1\r\n5\";\"2\r3\"\r\n"), (std::vector<Cells>{{"a", "b"}, {"1\r\n5", "2\r3"}}));
    EXPECT_EQ(cells_of("a;b\n\"\";\" \"\n"), (std::vector<Cells>{{"a", "b"}, {"", " "}}));
    EXPECT_EQ(cells_of("a;b\n\"1\";\"2\""), kTwoRows) << "the closing quote is the last byte";
}

TEST(Csv, DoubledQuotesAreOne) {
    EXPECT_EQ(cells_of("a;b\n\"zeg \"\"ja\"\"\";\"\"\"\"\n"), (std::vector<Cells>{{"a", "b"}, {"zeg \"ja\"", "\""}}));
    EXPECT_EQ(cells_of("a;b\n\"\"\"\"\"\";\"\"\";\"\"\"\n"), (std::vector<Cells>{{"a", "b"}, {"\"\"", "\";\""}}));
}

TEST(Csv, ManyDoubledQuotesInARowStayApart) {
    // Every such cell has bytes of its own; none may move while the row is read.
    std::string bytes = "kop" + repeated(";kop", 99) + "\n\"0\"\"\"";
    Cells expected{"0\""};
    for (int i = 1; i < 100; ++i) {
        bytes += ";\"" + std::to_string(i) + "\"\"\"";
        expected.push_back(std::to_string(i) + "\"");
    }
    EXPECT_EQ(cells_of(bytes).at(1), expected);
}

TEST(Csv, LinesGoOnCountingInsideQuotes) {
    EXPECT_EQ(lines_of("a;b\n\"1\n\n2\";x\n3;4\n"), (std::vector<std::size_t>{1, 2, 5}));
    EXPECT_EQ(lines_of("a;b\r\n\"1\r\n\r\n2\";x\r\n3;4\r\n"), (std::vector<std::size_t>{1, 2, 5}));
    EXPECT_EQ(lines_of("a;b\r\"1\r\r2\";x\r3;4\r"), (std::vector<std::size_t>{1, 2, 5})) << "in a file with CR";
}

TEST(Csv, AQuoteThatNeverEndsCostsItsOwnRowAndSaysWhereItBegan) {
    const auto rows = rows_of("a;b\n1;2\n3;\"4\n5;6\n7;8\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].fault, "");
    EXPECT_EQ(rows[1].cells, (Cells{"1", "2"}));
    EXPECT_EQ(rows[2].line, 3u);
    EXPECT_NE(rows[2].fault.find("aanhalingsteken"), std::string::npos) << rows[2].fault;
    EXPECT_NE(rows_of("a;b\n\"").at(1).fault, "");
    EXPECT_NE(rows_of("a;b\n\"1\"\"").at(1).fault, "") << "a doubled quote does not close";
}

TEST(Csv, AQuoteInTheMiddleCostsItsRowAlone) {
    const auto rows = rows_of("a;b\n1;2\"3\n\"4\"5;6\n7;8\n");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_NE(rows[1].fault.find("aanhalingsteken"), std::string::npos) << rows[1].fault;
    EXPECT_NE(rows[2].fault.find("aanhalingsteken"), std::string::npos) << rows[2].fault;
    EXPECT_EQ(rows[3].fault, "");
    EXPECT_EQ(rows[3].cells, (Cells{"7", "8"}));
    EXPECT_EQ(rows[3].line, 4u);
}

// ---- too much of it

TEST(Csv, CellsUpToTheLimitAreTakenAndNotOneByteMore) {
    const std::string most(files::kMaxCellBytes, 'x');
    for (const std::string quote : {"", "\""}) {
        const auto rows = rows_of(fmt::format("a;b\n1;{0}{1}{0}\n2;{0}{1}x{0}\n3;4\n", quote, most));
        ASSERT_EQ(rows.size(), 4u);
        EXPECT_EQ(rows[1].fault, "");
        EXPECT_EQ(rows[1].cells.at(1), most);
        EXPECT_NE(rows[2].fault.find("langer dan"), std::string::npos) << rows[2].fault;
        EXPECT_EQ(rows[3].cells, (Cells{"3", "4"}));
    }
}

TEST(Csv, ACellOfTenMegabytesCostsItsRowAlone) {
    const std::string cell(10u << 20, 'x');
    for (const std::string quote : {"", "\""}) {
        const auto rows = rows_of(fmt::format("a;b\n1;{0}{1}{0}\n3;4\n", quote, cell));
        ASSERT_EQ(rows.size(), 3u);
        EXPECT_NE(rows[1].fault, "");
        EXPECT_LT(rows[1].fault.size(), 200u) << "the cell is not in the message";
        EXPECT_EQ(rows[2].cells, (Cells{"3", "4"}));
    }
    const auto quotes = rows_of("a;b\n1;\"" + repeated("\"\"", 5u << 20) + "\"\n3;4\n");
    ASSERT_EQ(quotes.size(), 3u);
    EXPECT_NE(quotes[1].fault, "");
    EXPECT_EQ(quotes[2].fault, "");
}

TEST(Csv, ARowOfTwentyThousandCellsCostsItselfAlone) {
    const auto rows =
        rows_of("a" + repeated(";b", files::kMaxCsvColumns - 1) + "\n" + repeated(";", 19999) + "\n1;2\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].fault, "");
    EXPECT_EQ(rows[0].cells.size(), files::kMaxCsvColumns);
    EXPECT_NE(rows[1].fault.find("kolommen"), std::string::npos) << rows[1].fault;
    EXPECT_LE(rows[1].cells.size(), files::kMaxCsvColumns + 1) << "memory stays bounded";
    EXPECT_EQ(rows[2].fault, "");
}

TEST(Csv, HeadersUpToTheLimitAndNotOneColumnMore) {
    for (const std::size_t columns : {files::kMaxCsvColumns, files::kMaxCsvColumns + 1, std::size_t{20000}}) {
        std::string bytes = "a";
        for (std::size_t i = 1; i < columns; ++i) bytes += ";k" + std::to_string(i);
        const auto csv = files::recognise_csv(bytes);
        CsvReader reader(*csv);
        const auto header = files::Header::read(reader);
        EXPECT_EQ(static_cast<bool>(header), columns == files::kMaxCsvColumns) << columns;
        if (!header) {
            EXPECT_NE(header.error().reason.find("kolommen"), std::string::npos) << header.error().reason;
        }
    }
}

// ---- bytes that are no text

TEST(Csv, BytesThatAreNoTextCostTheirRowAlone) {
    for (const auto& bad : {"\0"s, "\xFF"s, "\xC3"s, "\xC0\x80"s, "\xED\xA0\x80"s, "\xE2\x82"s}) {
        for (const auto& cell : {"x" + bad + "y", "\"x" + bad + "\"", "\"\"\"" + bad + "\""}) {
            const auto rows = rows_of("a;b\n1;2\n3;" + cell + "\n5;é\n");
            ASSERT_EQ(rows.size(), 4u);
            EXPECT_EQ(rows[1].fault, "");
            EXPECT_NE(rows[2].fault, "");
            EXPECT_EQ(rows[2].line, 3u);
            EXPECT_EQ(rows[3].fault, "");
            EXPECT_EQ(rows[3].cells, (Cells{"5", "é"}));
        }
    }
}

// ---- header

TEST(CsvHeader, RowsAreFittedToIt) {
    CsvRow row{2, {"1", "2"}, ""};
    files::fit_to_header(row, 3);
    EXPECT_NE(row.fault.find('2'), std::string::npos) << "a file that was cut off: " << row.fault;
    CsvRow longer{2, {"1", "2", "3", "4"}, ""};
    files::fit_to_header(longer, 3);
    EXPECT_NE(longer.fault.find('4'), std::string::npos) << longer.fault;
    EXPECT_NE(longer.fault.find('3'), std::string::npos) << longer.fault;
}

TEST(CsvHeader, RefusesANameTwiceAndAFileWithoutHeader) {
    for (const std::string bytes : {"", "\n\n", "a;b;a\n1;2;3\n"}) {
        const auto csv = files::recognise_csv(bytes);
        CsvReader reader(*csv);
        const auto header = files::Header::read(reader);
        ASSERT_FALSE(header) << bytes;
        EXPECT_FALSE(header.error().reason.empty());
    }
}

TEST(CsvHeader, AMissingColumnIsAnErrorThatShowsWhatStandsThere) {
    const auto csv = files::recognise_csv("aanbieder;naam; van \n");
    CsvReader reader(*csv);
    const auto header = files::Header::read(reader);
    ASSERT_TRUE(header);
    EXPECT_EQ(*header->need("van"), 2u) << "blanks around a name do not count";
    EXPECT_EQ(header->find("tot"), std::nullopt);
    const auto missing = header->need("nam");
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().reason.find("naam"), std::string::npos) << missing.error().reason;
}

// ---- writing

TEST(CsvCell, QuotesWhatNeedsIt) {
    EXPECT_EQ(files::csv_cell("gewoon", ';'), "gewoon");
    EXPECT_EQ(files::csv_cell("", ';'), "");
    EXPECT_EQ(files::csv_cell("a;b", ';'), "\"a;b\"");
    EXPECT_EQ(files::csv_cell("a,b", ';'), "a,b");
    EXPECT_EQ(files::csv_cell("a,b", ','), "\"a,b\"");
    EXPECT_EQ(files::csv_cell("a\tb", '\t'), "\"a\tb\"");
    EXPECT_EQ(files::csv_cell("zeg \"ja\"", ';'), "\"zeg \"\"ja\"\"\"");
    EXPECT_EQ(files::csv_cell("a\nb", ';'), "\"a\nb\"");
    EXPECT_EQ(files::csv_cell("a\rb", ';'), "\"a\rb\"");
}

TEST(CsvCell, ASpreadsheetNeverSeesAFormula) {
    for (const std::string formula : {"=1+1", "+31612345678", "-2+3", "@SUM(A1)", "=cmd|' /C calc'!A0"}) {
        EXPECT_EQ(files::csv_cell(formula, ';'), "'" + formula);
    }
    EXPECT_EQ(files::csv_cell("\t=1", ';'), "'\t=1");
    EXPECT_EQ(files::csv_cell("\r=1", ';'), "\"'\r=1\"");
    EXPECT_EQ(files::csv_cell("=\"a\";1", ';'), "\"'=\"\"a\"\";1\"");
    EXPECT_EQ(files::csv_cell("a=b", ';'), "a=b") << "only at the start";
}

/// Text from the bytes that matter to a CSV file.
std::string random_cell(std::mt19937_64& random) {
    static const Cells kParts{"a", "\"", ";", ",", "\t", "\n", "\r", "\r\n", " ", "é", "€", "1.250", "'", "=", "-", ""};
    std::string cell;
    for (auto count = random() % 6; count > 0; --count) cell += kParts[random() % kParts.size()];
    return cell;
}

TEST(CsvCell, WhatIsWrittenReadsBack) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 3000; ++round) {
        const char separator = ";,\t"[random() % 3];
        const std::string end = std::vector<std::string>{"\n", "\r\n", "\r"}[random() % 3];
        std::string bytes = "k1"s + separator + "k2" + separator + "k3" + end;
        std::vector<Cells> expected{{"k1", "k2", "k3"}};
        for (auto rows = random() % 4; rows > 0; --rows) {
            Cells row;
            for (int i = 0; i < 3; ++i) {
                const std::string cell = random_cell(random);
                const bool formula = !cell.empty() && "=+-@\t\r"s.find(cell[0]) != std::string::npos;
                row.push_back((formula ? "'" : "") + cell);
                bytes += (i > 0 ? std::string(1, separator) : "") + files::csv_cell(cell, separator);
            }
            bytes += end;
            expected.push_back(row);
        }
        ASSERT_EQ(cells_of(bytes), expected) << bytes;
    }
}

}  // namespace
}  // namespace slagboom::tests
