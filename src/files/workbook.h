#pragma once

#include <xlsxwriter.h>

#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/result.h"

namespace slagboom::files {

/// A workbook with one sheet, filled from the top down; text is text, also where it begins with =. The same cells give
/// the same bytes. It is made in a temporary file that only this user can read, in memory that does not grow with it.
class Workbook {
 public:
    /// The day is when it says that it was made; without one the library takes the clock.
    static Result<std::unique_ptr<Workbook>> open(const std::string& sheet, Date made);
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook();

    /// A row of names in bold, as wide as what comes under it, that stays in sight with all above it, and the sentence
    /// that a colour is no judgement at the foot of every printed page.
    void heading(std::span<const std::string_view> columns, Language language = Language::dutch);
    void next_row();
    void text(std::string_view value);
    template <class Number>
    void number(Number value) {
        write_number(static_cast<double>(value), nullptr);
    }
    void euros(std::int64_t cents) { write_number(static_cast<double>(cents) / 100.0, euros_); }
    void share(double value) { write_number(value, share_); }
    void day(Date value);
    void nothing() { ++column_; }

    /// Writes it all, once; the first error of what went before.
    Result<bool> save(std::ostream& out);

 private:
    explicit Workbook(std::string path) : path_(std::move(path)) {}
    lxw_format* format(const char* number_format);
    void write_number(double value, lxw_format* format);
    void fit(std::size_t characters);
    void keep(lxw_error error);

    std::string path_;  ///< of the temporary file, which the library writes to by name
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* bold_ = nullptr;
    lxw_format* share_ = nullptr;
    lxw_format* euros_ = nullptr;
    lxw_format* day_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
    std::vector<std::size_t> widths_;  ///< characters of the widest cell so far, from the names of the columns down
    lxw_error error_ = LXW_NO_ERROR;
};

}  // namespace slagboom::files
