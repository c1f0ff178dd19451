#include "app/preview_file.h"

#include <algorithm>

#include "app/import_file.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "files/cell_value.h"
#include "files/header.h"
#include "files/xlsx_reader.h"

namespace slagboom::app {
namespace {

constexpr std::size_t kRows = 5;
constexpr std::size_t kLongestCell = 100;  // characters

std::vector<std::string> shown(const files::CsvText& csv, const files::CsvRow& row) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        std::string cell = quotable(domain::without_service_numbers(row.cells[i]), kLongestCell);
        if (files::is_number_of_sheet(csv, row, i)) std::replace(cell.begin(), cell.end(), '.', ',');
        cells.push_back(std::move(cell));
    }
    return cells;
}

}  // namespace

Answer<FilePreview> preview_file(std::string_view bytes) {
    const auto content = files::as_csv(bytes);
    if (!content) return unreadable(content.error());
    auto csv = files::recognise_csv(content->text());
    if (!csv) return unreadable(csv.error());
    csv->from_workbook = content->workbook.has_value();
    files::CsvReader reader(*csv);
    const auto header = files::Header::read(reader);
    if (!header) return unreadable(header.error());
    FilePreview preview;
    for (const auto& name : header->names()) preview.columns.push_back(domain::without_service_numbers(name));
    files::CsvRow row;
    while (preview.rows.size() < kRows && reader.next(row)) preview.rows.push_back(shown(*csv, row));
    return preview;
}

}  // namespace slagboom::app
