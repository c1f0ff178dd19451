#include "files/screening_xlsx.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "files/xlsx_reader.h"

namespace slagboom::files {
namespace {

/// The library writes to a name only. Made with the rights of its maker alone, and gone at the end.
class TemporaryFile {
 public:
    TemporaryFile() : path_((std::filesystem::temp_directory_path() / "slagboom-XXXXXX").string()) {
        const int file = mkstemp(path_.data());
        made_ = file >= 0;
        if (made_) close(file);
    }
    ~TemporaryFile() {
        std::error_code ignored;
        if (made_) std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    bool made() const { return made_; }
    const std::string& path() const { return path_; }

 private:
    std::string path_;
    bool made_ = false;
};

/// Fills one sheet from the top down; the first error is kept.
class SheetWriter {
 public:
    SheetWriter(const std::string& path, Date reference) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(path.c_str(), &options);
        sheet_ = book_ == nullptr ? nullptr : workbook_add_worksheet(book_, "Screening");
        if (sheet_ == nullptr) return;  // no memory, or no room for temporary files
        bold_ = workbook_add_format(book_);
        format_set_bold(bold_);
        share_ = workbook_add_format(book_);
        format_set_num_format(share_, "0.0%");
        day_ = workbook_add_format(book_);
        format_set_num_format(day_, "yyyy\\-mm\\-dd");
        // Without a moment of its own the library takes the clock.
        lxw_doc_properties properties{};
        properties.created = static_cast<time_t>(reference.days) * 86400;
        if (properties.created == 0) properties.created = 1;
        keep(workbook_set_properties(book_, &properties));
    }

    SheetWriter(const SheetWriter&) = delete;
    SheetWriter& operator=(const SheetWriter&) = delete;
    ~SheetWriter() { lxw_workbook_free(book_); }

    /// Nothing may be written before this is true.
    bool opened() const { return sheet_ != nullptr; }

    void heading() {
        for (const auto name : kScreeningColumns)
            keep(worksheet_write_string(sheet_, row_, column_++, std::string(name).c_str(), bold_));
        worksheet_freeze_panes(sheet_, 1, 0);
        const std::string foot = "&L" + std::string(domain::kColourIsNoJudgement);
        keep(worksheet_set_footer(sheet_, foot.c_str()));
    }
    void next_row() {
        ++row_;
        column_ = 0;
    }
    void text(std::string_view value) {
        if (!value.empty()) keep(worksheet_write_string(sheet_, row_, column_, std::string(value).c_str(), nullptr));
        ++column_;
    }
    template <class Number>
    void number(Number value) {
        keep(worksheet_write_number(sheet_, row_, column_++, static_cast<double>(value), nullptr));
    }
    void share(double value) { keep(worksheet_write_number(sheet_, row_, column_++, value, share_)); }
    void nothing() { ++column_; }
    void day(Date value) {
        lxw_datetime moment{};
        moment.year = value.year();
        moment.month = static_cast<int>(value.month());
        moment.day = static_cast<int>(value.day());
        keep(worksheet_write_datetime(sheet_, row_, column_++, &moment, day_));
    }

    /// Writes the file, once; the first error of all that was written.
    lxw_error close_file() {
        keep(workbook_close(book_));  // which frees it
        book_ = nullptr;
        return error_;
    }

 private:
    void keep(lxw_error error) {
        if (error_ == LXW_NO_ERROR) error_ = error;
    }

    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* share_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
    lxw_error error_ = LXW_NO_ERROR;
};

void write_row(SheetWriter& sheet, const scoring::Screening& screening, const ScreeningRow& row) {
    sheet.next_row();
    sheet.text(row.provider);
    sheet.text(row.name);
    sheet.text(row.colour);
    sheet.text(row.sub_category);
    row.urgency ? sheet.number(*row.urgency) : sheet.nothing();
    sheet.number(row.lowest);
    sheet.number(row.highest);
    sheet.text(row.settled ? "ja" : "nee");
    sheet.text(row.possible_colours);
    sheet.text(row.possible_sub_categories);
    row.completeness ? sheet.share(*row.completeness) : sheet.nothing();
    sheet.day(screening.reference());
    sheet.text(domain::api_name(screening.phase()));
    sheet.text(screening.model().name);
    sheet.text(screening.model().version);
    sheet.text(screening.model().hash);
    sheet.text(domain::kColourIsNoJudgement);
}

}  // namespace

Result<bool> write_screening_xlsx(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out) {
    const std::size_t count = screening.population().providers.size();
    if (count >= kMaxSheetRows)
        return Error{fmt::format("een werkblad heeft hooguit {} rijen; kies csv of json", kMaxSheetRows), "", 0, 0};
    const TemporaryFile file;
    if (!file.made()) return Error{"er kan geen tijdelijk bestand worden gemaakt", "", 0, 0};
    SheetWriter sheet(file.path(), screening.reference());
    if (!sheet.opened()) return Error{"er kan geen werkmap worden gemaakt", "", 0, 0};
    sheet.heading();
    for (std::size_t i = 0; i < count; ++i) write_row(sheet, screening, screening_row(screening, i, name_of));
    if (const auto error = sheet.close_file(); error != LXW_NO_ERROR)
        return Error{fmt::format("de werkmap kan niet worden gemaakt ({})", lxw_strerror(error)), "", 0, 0};
    std::ifstream made(file.path(), std::ios::binary);
    out << made.rdbuf();
    if (!made || !out) return Error{"de werkmap kan niet worden geschreven", "", 0, 0};
    return true;
}

}  // namespace slagboom::files
