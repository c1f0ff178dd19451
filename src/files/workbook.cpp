#include "files/workbook.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/text.h"
#include "domain/assessment_words.h"

namespace slagboom::files {
namespace {

/// Characters: room for an amount, and no sentence on one line.
constexpr std::size_t kNarrowest = 10;
constexpr std::size_t kWidest = 60;

}  // namespace

Result<std::unique_ptr<Workbook>> Workbook::open(const std::string& sheet, Date made) {
    std::string path = (std::filesystem::temp_directory_path() / "slagboom-XXXXXX").string();
    const int file = mkstemp(path.data());
    if (file < 0) return Error{"er kan geen tijdelijk bestand worden gemaakt", "", 0, 0};
    close(file);
    std::unique_ptr<Workbook> book(new Workbook(std::move(path)));
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book->book_ = workbook_new_opt(book->path_.c_str(), &options);
    book->sheet_ = book->book_ == nullptr ? nullptr : workbook_add_worksheet(book->book_, sheet.c_str());
    // No memory, or no room for temporary files.
    if (book->sheet_ == nullptr) return Error{"er kan geen werkmap worden gemaakt", "", 0, 0};
    book->bold_ = workbook_add_format(book->book_);
    format_set_bold(book->bold_);
    book->share_ = book->format("0.0%");
    book->euros_ = book->format("#,##0.00");
    book->day_ = book->format("yyyy\\-mm\\-dd");
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(made.days) * 86400;
    if (properties.created == 0) properties.created = 1;
    book->keep(workbook_set_properties(book->book_, &properties));
    return book;
}

Workbook::~Workbook() {
    lxw_workbook_free(book_);
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

lxw_format* Workbook::format(const char* number_format) {
    lxw_format* made = workbook_add_format(book_);
    format_set_num_format(made, number_format);
    return made;
}

void Workbook::heading(std::span<const std::string_view> columns, Language language) {
    widths_.assign(columns.size(), 0);
    for (const auto name : columns) {
        fit(display_width(name));
        keep(worksheet_write_string(sheet_, row_, column_++, std::string(name).c_str(), bold_));
    }
    worksheet_freeze_panes(sheet_, row_ + 1, 0);
    const std::string foot = "&L" + std::string(domain::colour_is_no_judgement(language));
    keep(worksheet_set_footer(sheet_, foot.c_str()));
}

void Workbook::next_row() {
    ++row_;
    column_ = 0;
}

/// The widest cell decides how wide its column is; what stands above the names does not.
void Workbook::fit(std::size_t characters) {
    if (column_ < widths_.size()) widths_[column_] = std::max(widths_[column_], characters);
}

void Workbook::text(std::string_view value) {
    fit(display_width(value));
    if (!value.empty()) keep(worksheet_write_string(sheet_, row_, column_, std::string(value).c_str(), nullptr));
    ++column_;
}

void Workbook::day(Date value) {
    lxw_datetime moment{};
    moment.year = value.year();
    moment.month = static_cast<int>(value.month());
    moment.day = static_cast<int>(value.day());
    keep(worksheet_write_datetime(sheet_, row_, column_++, &moment, day_));
}

void Workbook::write_number(double value, lxw_format* format) {
    keep(worksheet_write_number(sheet_, row_, column_++, value, format));
}

Result<bool> Workbook::save(std::ostream& out) {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const auto width = static_cast<double>(std::clamp(widths_[i] + 2, kNarrowest, kWidest));
        keep(worksheet_set_column(sheet_, column, column, width, nullptr));
    }
    keep(workbook_close(book_));  // which frees it
    book_ = nullptr;
    if (error_ != LXW_NO_ERROR)
        return Error{fmt::format("de werkmap kan niet worden gemaakt ({})", lxw_strerror(error_)), "", 0, 0};
    std::ifstream made(path_, std::ios::binary);
    out << made.rdbuf();
    if (!made || !out) return Error{"de werkmap kan niet worden geschreven", "", 0, 0};
    return true;
}

void Workbook::keep(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
}

}  // namespace slagboom::files
