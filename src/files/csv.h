#pragma once

#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace slagboom::files {

inline constexpr std::size_t kMaxCsvColumns = 4096;
inline constexpr std::size_t kMaxCellBytes = 65536;

/// The bytes of a CSV file, without a byte order mark, and what was recognised of them.
struct CsvText {
    std::string_view text;
    char separator = ',';
    bool had_byte_order_mark = false;
    bool sound = true;  ///< valid UTF-8 without NUL throughout; otherwise every row is looked at
    /// Of a workbook (SheetCsv): a cell without quotes that can be a number is one, with a decimal point.
    bool from_workbook = false;
};

/// Recognises byte order mark and separator (`;`, `,` or tab, whichever the first line has most of). UTF-16 is refused
/// with a hint.
Result<CsvText> recognise_csv(std::string_view bytes);

/// One row as it stands in the file.
struct CsvRow {
    std::size_t line = 0;  ///< on which it starts, from 1
    std::vector<std::string_view> cells;
    std::string fault;                  ///< why it cannot be taken, empty when it can; then `cells` may be incomplete
    std::vector<std::size_t> quoted{};  ///< which cells stood in quotes, rising
};

/// Reads RFC 4180 rows: quotes double inside quotes, LF, CRLF or CR ends a row, empty lines are passed over. Cells
/// point into the text, or into the reader until the next row. A quote that never ends costs its own row up to the end
/// of the file, and says where it began.
class CsvReader {
 public:
    CsvReader(const CsvText& csv, std::size_t start, std::size_t end, std::size_t first_line);
    explicit CsvReader(const CsvText& csv) : CsvReader(csv, 0, csv.text.size(), 1) {}

    bool next(CsvRow& row);
    std::size_t offset() const { return at_; }
    std::size_t line() const { return line_; }

 private:
    void cell(CsvRow& row);
    void quoted_cell(CsvRow& row);
    void end_of_row();
    void look_at_bytes(CsvRow& row, std::size_t start) const;

    const CsvText& csv_;
    std::size_t at_;
    std::size_t end_;
    std::size_t line_;
    std::array<bool, 256> ends_run_{};  ///< bytes at which a cell without quotes may end
    std::deque<std::string> unescaped_;
};

/// Adds the value, in quotes where any reader of CSV would need them, and otherwise as it is: for text that goes to our
/// own readers and to no spreadsheet.
void append_quoted(std::string& line, std::string_view value);
void append_in_quotes(std::string& line, std::string_view value);  ///< in quotes always

/// The value with what CSV needs around it, and a ' before what a spreadsheet would take for a formula.
std::string csv_cell(std::string_view value, char separator);

}  // namespace slagboom::files
