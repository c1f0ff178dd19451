// Reads the tables of docs/rights.md.
#pragma once

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace slagboom::tests {

/// One table: by the word in its first column, then by role, the cell ("-", "eigen", "alle", "telling").
struct RightsTable {
    std::vector<std::string> roles;  ///< in the order of the columns
    std::map<std::string, std::map<std::string, std::string>> rows;
};

namespace rights_detail {

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream parts(line.substr(1));
    for (std::string cell; std::getline(parts, cell, '|');) {
        const auto first = cell.find_first_not_of(' ');
        cells.push_back(first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1));
    }
    return cells;
}

}  // namespace rights_detail

/// The table whose first column is headed by this word ("verb", "class"). Throws where there is none, where a row has
/// another number of cells, or where a row stands twice.
inline RightsTable rights_table(const std::string& markdown, std::string_view first_column) {
    RightsTable table;
    std::istringstream lines(markdown);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() != '|') {
            if (!table.rows.empty()) break;
            continue;
        }
        auto cells = rights_detail::cells_of(line);
        const std::string key = cells.front();
        cells.erase(cells.begin());
        if (table.roles.empty()) {
            if (key == first_column) table.roles = cells;
            continue;
        }
        if (key.rfind("---", 0) == 0) continue;
        if (cells.size() != table.roles.size()) throw std::runtime_error("another number of cells: " + line);
        auto& row = table.rows[key];
        if (!row.empty()) throw std::runtime_error("stands twice: " + key);
        for (std::size_t i = 0; i < cells.size(); ++i) row[table.roles[i]] = cells[i];
    }
    if (table.rows.empty()) throw std::runtime_error("no table headed by " + std::string(first_column));
    return table;
}

/// The verbs that need no session: between backticks under "## Without signing in".
inline std::vector<std::string> public_verbs(const std::string& markdown) {
    std::vector<std::string> verbs;
    auto at = markdown.find("## Without signing in");
    const auto end = markdown.find("\n## ", at + 1);
    while ((at = markdown.find('`', at)) < end) {
        const auto close = markdown.find('`', at + 1);
        verbs.push_back(markdown.substr(at + 1, close - at - 1));
        at = close + 1;
    }
    return verbs;
}

}  // namespace slagboom::tests
