#include "files/column_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "domain/service_number.h"
#include "files/csv.h"
#include "files/header.h"
#include "files/toml_table.h"

namespace slagboom::files {
namespace {

Error at(std::size_t line, const std::string& reason) { return {domain::without_service_numbers(reason), "", line, 0}; }

Result<ColumnMapping> from_csv(const CsvText& csv) {
    CsvReader reader(csv);
    SLAGBOOM_TRY(const Header header, Header::read(reader));
    SLAGBOOM_TRY(const std::size_t from, header.need("kolom"));
    SLAGBOOM_TRY(const std::size_t to, header.need("wordt"));
    if (header.names().size() != 2) return at(1, "een koppeling heeft twee kolommen: kolom en wordt");
    ColumnMapping mapping;
    CsvRow row;
    while (reader.next(row)) {
        fit_to_header(row, 2);
        if (!row.fault.empty()) return at(row.line, row.fault);
        mapping.renames.push_back(
            {std::string(trimmed(row.cells[from])), std::string(trimmed(row.cells[to])), row.line});
    }
    return mapping;
}

Result<ColumnMapping> from_toml(std::string_view bytes) {
    std::vector<Error> errors;
    const auto file = parse_toml("", std::string(bytes), errors);
    if (!file) return errors.front();
    TomlTable root(*file, file->table, "", errors);
    TomlTable table = root.table("kolommen");
    ColumnMapping mapping;
    for (auto& [from, to] : table.text_members())
        mapping.renames.push_back({std::string(trimmed(from)), std::string(trimmed(to)), table.line(from)});
    table.done();
    root.done();
    if (!errors.empty()) return errors.front();
    return mapping;
}

/// The header says which of the two it is.
bool is_csv(const CsvText& csv) {
    CsvReader reader(csv);
    CsvRow row;
    if (!reader.next(row)) return false;
    return std::any_of(row.cells.begin(), row.cells.end(), [](auto cell) { return trimmed(cell) == "wordt"; });
}

/// Every column named once, on both sides.
Result<bool> checked(const ColumnMapping& mapping) {
    if (mapping.renames.empty()) return at(0, "er staat geen kolom in deze koppeling");
    std::set<std::string> from, to;
    for (const auto& rename : mapping.renames) {
        if (rename.from.empty() || rename.to.empty()) return at(rename.line, "een naam van een kolom is leeg");
        if (!from.insert(rename.from).second)
            return at(rename.line, fmt::format("kolom '{}' wordt twee keer gekoppeld", quotable(rename.from)));
        if (!to.insert(rename.to).second)
            return at(rename.line, fmt::format("twee kolommen worden '{}'", quotable(rename.to)));
    }
    return true;
}

Result<ColumnMapping> read(std::string_view bytes) {
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    auto mapping = is_csv(csv) ? from_csv(csv) : from_toml(csv.text);
    if (!mapping) return mapping;
    if (const auto good = checked(*mapping); !good) return good.error();
    return mapping;
}

/// The names of the columns after renaming.
Result<std::vector<std::string>> renamed(const ColumnMapping& mapping, const Header& header,
                                         const std::vector<std::string>& known) {
    std::vector<std::string> names = header.names();
    for (const auto& rename : mapping.renames) {
        if (std::find(known.begin(), known.end(), rename.to) == known.end())
            return at(rename.line, fmt::format("'{}' is geen kolom die wordt gelezen{}", quotable(rename.to),
                                               did_you_mean(rename.to, known)));
        const auto place = header.find(rename.from);
        if (!place)
            return at(rename.line, fmt::format("kolom '{}' staat niet in het bestand{}", quotable(rename.from),
                                               did_you_mean(rename.from, header.names())));
        names[*place] = rename.to;
    }
    for (const auto& rename : mapping.renames) {
        if (std::count(names.begin(), names.end(), rename.to) > 1)
            return at(rename.line, fmt::format("het bestand heeft zelf al een kolom '{}'", quotable(rename.to)));
    }
    return names;
}

}  // namespace

Result<ColumnMapping> read_column_mapping(std::string_view bytes, const std::string& file) {
    auto mapping = read(bytes);
    if (mapping)
        mapping->file = file;
    else
        mapping.error().file = file;
    return mapping;
}

Result<std::string> rename_columns(const ColumnMapping& mapping, std::string_view bytes,
                                   const std::vector<std::string>& known) {
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    CsvReader reader(csv);
    SLAGBOOM_TRY(const Header header, Header::read(reader));
    auto names = renamed(mapping, header, known);
    if (!names) {
        names.error().file = mapping.file;
        return names.error();
    }
    std::string line;
    for (std::size_t i = 0; i < names->size(); ++i) {
        if (i > 0) line += csv.separator;
        append_quoted(line, (*names)[i]);
    }
    line += '\n';
    // Rows keep their line: empty lines for what stood before the header, or inside a name that is gone.
    const std::size_t before = reader.line() - 1;
    const auto taken = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\n'));
    std::string text(before > taken ? before - taken : 0, '\n');
    text += line;
    return text.append(csv.text.substr(reader.offset()));
}

}  // namespace slagboom::files
