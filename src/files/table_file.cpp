#include "files/table_file.h"

#include <algorithm>

#include "base/number.h"
#include "files/csv.h"
#include "files/workbook.h"

namespace slagboom::files {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string dutch(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

struct CsvCell {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return csv_cell(text, ';'); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Euros amount) const { return dutch(euros(amount.cents)); }
    std::string operator()(Share share) const { return dutch(shortest(share.value)); }
};

template <class Cells, class Written>
void write_line(std::ostream& out, const Cells& cells, const Written& written) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) out << ';';
        first = false;
        out << written(cell);
    }
    out << "\r\n";
}

struct SheetCell {
    Workbook& book;
    void operator()(std::monostate) const { book.nothing(); }
    void operator()(const std::string& text) const { book.text(text); }
    void operator()(std::int64_t number) const { book.number(number); }
    void operator()(Euros amount) const { book.euros(amount.cents); }
    void operator()(Share share) const { book.share(share.value); }
};

}  // namespace

void write_table_csv(const Table& table, std::ostream& out) {
    const auto text = [](std::string_view cell) { return csv_cell(cell, ';'); };
    out << kByteOrderMark;
    for (const auto& line : table.head) write_line(out, line, text);
    write_line(out, table.columns, text);
    for (const auto& row : table.rows)
        write_line(out, row, [](const TableCell& cell) { return std::visit(CsvCell{}, cell); });
}

Result<bool> write_table_xlsx(const Table& table, std::ostream& out) {
    SLAGBOOM_TRY(const auto book, Workbook::open(table.name, table.day));
    for (const auto& line : table.head) {
        for (const auto& cell : line) book->text(cell);
        book->next_row();
    }
    book->heading(table.columns, table.language);
    for (const auto& row : table.rows) {
        book->next_row();
        for (const auto& cell : row) std::visit(SheetCell{*book}, cell);
    }
    return book->save(out);
}

}  // namespace slagboom::files
