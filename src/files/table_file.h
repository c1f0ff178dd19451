#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/result.h"

namespace slagboom::files {

struct Euros {
    std::int64_t cents = 0;
};
struct Share {
    double value = 0;  ///< 0 to 1
};
/// What stands in one cell; nothing where it is not known.
using TableCell = std::variant<std::monostate, std::string, std::int64_t, Euros, Share>;

/// A table on its way to a spreadsheet: first what must be said of all of it, then the columns, then the rows.
struct Table {
    std::string name;   ///< of the sheet
    Date day;           ///< that it is of
    Language language;  ///< of the words in it; numbers of a CSV are Dutch in any, as the spreadsheet here reads them
    std::vector<std::vector<std::string>> head;
    std::vector<std::string_view> columns;
    std::vector<std::vector<TableCell>> rows;
};

/// As a Dutch spreadsheet opens it: a mark for UTF-8, `;` between cells, a comma in numbers, CRLF. Text that could be a
/// formula gets a ' before it.
void write_table_csv(const Table& table, std::ostream& out);
/// The same rows as a workbook, in which numbers are numbers.
Result<bool> write_table_xlsx(const Table& table, std::ostream& out);

}  // namespace slagboom::files
