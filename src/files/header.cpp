#include "files/header.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "domain/forbidden_fact.h"
#include "domain/service_number.h"

namespace slagboom::files {

Result<Header> Header::read(CsvReader& reader) {
    CsvRow row;
    if (!reader.next(row))
        return Error{"het bestand is leeg; verwacht een eerste regel met namen van kolommen", "", 0, 0};
    if (!row.fault.empty()) return Error{row.fault, "", row.line, 0};
    if (row.cells.size() > kMaxCsvColumns)
        return Error{fmt::format("meer dan {} kolommen", kMaxCsvColumns), "", row.line, 0};
    Header header;
    std::set<std::string> seen;
    for (const auto cell : row.cells) {
        std::string name{trimmed(cell)};
        if (!name.empty() && !seen.insert(name).second)
            return Error{fmt::format("kolom '{}' staat er twee keer", quotable(domain::without_service_numbers(name))),
                         "", row.line, 0};
        if (const auto word = domain::forbidden_fact(name))
            return Error{fmt::format("kolom '{}' mag er niet in staan: over {} houdt Slagboom niets bij",
                                     quotable(domain::without_service_numbers(name)), *word),
                         "", row.line, 0};
        header.names_.push_back(std::move(name));
    }
    return header;
}

std::optional<std::size_t> Header::find(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names_.begin());
}

Result<std::size_t> Header::need(std::string_view name) const {
    if (const auto found = find(name)) return *found;
    return Error{fmt::format("kolom '{}' ontbreekt; er staan wel: {}", name,
                             quotable(domain::without_service_numbers(joined(names_, ", ")), 200)),
                 "", 1, 0};
}

void fit_to_header(CsvRow& row, std::size_t columns) {
    if (!row.fault.empty()) return;
    if (row.cells.size() != columns)
        row.fault = fmt::format("{} cellen, maar de kop heeft {} kolommen", row.cells.size(), columns);
    row.cells.resize(columns);
}

}  // namespace slagboom::files
