#include "files/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace slagboom::files {

namespace {

/// Whichever the first line that is not empty has most of, outside quotes.
char separator_of(std::string_view text) {
    std::array<std::size_t, 3> counts{};
    constexpr std::string_view kSeparators = ";,\t";
    bool quoted = false;
    const auto start = std::min(text.find_first_not_of("\r\n"), text.size());
    for (const char c : text.substr(start)) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\r' || c == '\n')) break;
        const auto which = kSeparators.find(c);
        if (!quoted && which != kSeparators.npos) ++counts[which];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? ',' : kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

/// LF, CRLF and CR each end a line.
std::size_t line_ends(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool before_line_feed = i + 1 < text.size() && text[i + 1] == '\n';
        count += text[i] == '\n' || (text[i] == '\r' && !before_line_feed) ? 1U : 0U;
    }
    return count;
}

}  // namespace

Result<CsvText> recognise_csv(std::string_view bytes) {
    CsvText csv;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return Error{"dit is UTF-16; bewaar het bestand als 'CSV UTF-8'", "", 0, 0};
    }
    csv.had_byte_order_mark = bytes.starts_with("\xEF\xBB\xBF");
    csv.text = bytes.substr(csv.had_byte_order_mark ? 3 : 0);
    csv.separator = separator_of(csv.text);
    csv.sound = !first_bad_byte(csv.text);
    return csv;
}

CsvReader::CsvReader(const CsvText& csv, std::size_t start, std::size_t end, std::size_t first_line)
    : csv_(csv), at_(start), end_(end), line_(first_line) {
    for (const char c : {csv.separator, '\n', '\r', '"'}) ends_run_[static_cast<unsigned char>(c)] = true;
}

bool CsvReader::next(CsvRow& row) {
    while (at_ < end_ && (csv_.text[at_] == '\n' || csv_.text[at_] == '\r')) end_of_row();
    if (at_ >= end_) return false;
    row.cells.clear();
    row.fault.clear();
    row.quoted.clear();
    unescaped_.clear();
    row.line = line_;
    const std::size_t start = at_;
    for (;;) {
        cell(row);
        if (at_ >= end_ || csv_.text[at_] == '\n' || csv_.text[at_] == '\r') break;
        ++at_;  // the separator
        if (row.cells.size() > kMaxCsvColumns && row.fault.empty())
            row.fault = fmt::format("meer dan {} kolommen", kMaxCsvColumns);
    }
    if (!csv_.sound) look_at_bytes(row, start);
    end_of_row();
    return true;
}

void CsvReader::look_at_bytes(CsvRow& row, std::size_t start) const {
    if (first_bad_byte(csv_.text.substr(start, at_ - start)))
        row.fault = "in deze rij staat een byte die geen tekst is (NUL of gebroken UTF-8)";
}

void CsvReader::cell(CsvRow& row) {
    if (at_ < end_ && csv_.text[at_] == '"') return quoted_cell(row);
    const std::size_t start = at_;
    const char* const text = csv_.text.data();
    std::size_t at = at_;
    bool quote = false;
    for (;; ++at) {
        while (at < end_ && !ends_run_[static_cast<unsigned char>(text[at])]) ++at;
        if (at >= end_ || text[at] != '"') break;
        quote = true;
    }
    at_ = at;
    if (quote && row.fault.empty())
        row.fault = fmt::format("in cel {} staat een aanhalingsteken midden in de tekst", row.cells.size() + 1);
    if (at_ - start > kMaxCellBytes && row.fault.empty())
        row.fault = fmt::format("cel {} is langer dan {} bytes", row.cells.size() + 1, kMaxCellBytes);
    if (row.cells.size() <= kMaxCsvColumns) row.cells.push_back(csv_.text.substr(start, at_ - start));
}

void CsvReader::quoted_cell(CsvRow& row) {
    const std::size_t start = ++at_;
    std::string* own = nullptr;  // only a cell with a doubled quote needs bytes of its own
    std::size_t from = start;
    const auto fail = [&](std::string why) {
        if (row.fault.empty()) row.fault = std::move(why);
    };
    for (;;) {
        const auto quote = csv_.text.substr(0, end_).find('"', at_);
        const std::size_t stop = quote == csv_.text.npos ? end_ : quote;
        line_ += line_ends(csv_.text.substr(at_, stop - at_));
        at_ = stop;
        if (quote == csv_.text.npos) {
            fail(fmt::format("het aanhalingsteken aan het begin van cel {} wordt nergens gesloten",
                             row.cells.size() + 1));
            break;
        }
        const bool doubled = at_ + 1 < end_ && csv_.text[at_ + 1] == '"';
        if (!doubled) break;
        if (own == nullptr) own = &unescaped_.emplace_back();
        own->append(csv_.text.substr(from, at_ + 1 - from));
        at_ += 2;
        from = at_;
    }
    const std::string_view last = csv_.text.substr(from, at_ - from);
    if (own != nullptr) own->append(last);
    const std::string_view value = own != nullptr ? std::string_view(*own) : last;
    if (at_ < end_) ++at_;
    if (value.size() > kMaxCellBytes)
        fail(fmt::format("cel {} is langer dan {} bytes", row.cells.size() + 1, kMaxCellBytes));
    row.quoted.push_back(row.cells.size());
    if (row.cells.size() <= kMaxCsvColumns) row.cells.push_back(value);
    const std::size_t after = at_;
    while (at_ < end_ && csv_.text[at_] != csv_.separator && csv_.text[at_] != '\n' && csv_.text[at_] != '\r') ++at_;
    if (at_ != after) fail(fmt::format("na het tweede aanhalingsteken van cel {} staat nog tekst", row.cells.size()));
}

void CsvReader::end_of_row() {
    if (at_ >= end_) return;
    if (csv_.text[at_] == '\r' && at_ + 1 < end_ && csv_.text[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

void append_quoted(std::string& line, std::string_view value) {
    if (value.find_first_of(",;\t\"\r\n") == value.npos) {
        line.append(value);
        return;
    }
    append_in_quotes(line, value);
}

void append_in_quotes(std::string& line, std::string_view value) {
    line += '"';
    for (const char c : value) line.append(c == '"' ? 2 : 1, c);
    line += '"';
}

std::string csv_cell(std::string_view value, char separator) {
    std::string text{value};
    if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(std::string("\"\r\n") + separator) == text.npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

}  // namespace slagboom::files
