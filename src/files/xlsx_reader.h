#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "files/faults.h"

namespace slagboom::files {

/// Limits of a workbook; above them an error instead of a machine without memory.
inline constexpr std::size_t kMaxSheetRows = 1'048'576;
inline constexpr std::size_t kMaxSheetCells = 20'000'000;
inline constexpr std::size_t kMaxSharedStrings = 4'000'000;
inline constexpr std::size_t kMaxSheetCsvBytes = std::size_t{512} << 20;

/// One sheet of a workbook as CSV.
struct SheetCsv {
    /// RFC 4180 with tabs, which say nothing about numbers; numbers with a decimal point, dates as ISO, `true` and
    /// `false`. Texts that could be read as a number with a point or comma stand in quotes, numbers never do. A line
    /// per row of the sheet, so that line numbers are those of the sheet: rows without a value are empty lines, and a
    /// line end inside a cell is a blank. Rows are as wide as the first one that is not empty, or wider where they have
    /// more.
    std::string text;
    std::string sheet;  ///< its name
    /// Cells without a usable value: a formula that failed (the text holds its #N/A), a formula that was never worked
    /// out, a date that never was (#?). Never silently empty, because empty means something.
    Faults faults;
    std::vector<std::size_t> faulty_lines;  ///< of those cells, rising, each once

    /// Makes those lines empty, but the first row, which is the head; for whom a row with such a cell is no row. Says
    /// how many.
    std::size_t drop_faulty_rows();
};

/// Reads an XLSX file: the sheet of that name, or the first one that is not hidden. Formulas give the value that was
/// saved with them. An error means that the file is no XLSX, is broken, or passes a limit.
Result<SheetCsv> read_xlsx(std::string_view bytes, std::optional<std::string_view> sheet = std::nullopt);

/// Bytes as every reader of CSV takes them.
struct CsvBytes {
    std::optional<SheetCsv> workbook;  ///< nothing when it was no workbook
    std::string_view original;

    std::string_view text() const { return workbook ? std::string_view(workbook->text) : original; }
};

/// Recognises XLSX by what it is (a zip file with [Content_Types].xml), not by its name; other text is passed on as it
/// is. Other zip files and the old XLS are an error that says what to do. The bytes must outlive the result.
Result<CsvBytes> as_csv(std::string_view bytes, std::optional<std::string_view> sheet = std::nullopt);

}  // namespace slagboom::files
