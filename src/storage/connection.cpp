#include "storage/connection.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

// PostgreSQL takes 65,535 parameters in a statement, and each statement is a journey there and back. SQLite looks every
// `$n` up by name, so that a long statement costs the square of its length, and has no journey.
std::size_t most_parameters(Engine engine) { return engine == Engine::sqlite ? 200 : 8000; }

}  // namespace

std::int64_t Connection::query(std::string_view sql, const Parameters& parameters, const OnRow& on_row) {
    if (before_) before_(sql);
    return do_query(sql, parameters, on_row);
}

bool Connection::first(std::string_view sql, const Parameters& parameters, const OnRow& on_row) {
    bool found = false;
    query(sql, parameters, [&](const Row& row) {
        if (!found) on_row(row);
        found = true;
    });
    return found;
}

void Connection::insert(std::string_view into, const std::vector<Parameters>& rows) {
    if (rows.empty()) return;
    const std::size_t columns = rows.front().size();
    const std::size_t most = std::max<std::size_t>(1, most_parameters(engine()) / columns);
    for (std::size_t start = 0; start < rows.size(); start += most) {
        const std::size_t count = std::min(most, rows.size() - start);
        std::string sql = fmt::format("insert into {} values ", into);
        Parameters all;
        all.reserve(count * columns);
        for (std::size_t i = 0; i < count; ++i) {
            sql += i == 0 ? "(" : ", (";
            for (std::size_t column = 0; column < columns; ++column) {
                all.push_back(rows[start + i][column]);
                sql += fmt::format("{}${}", column == 0 ? "" : ", ", all.size());
            }
            sql += ')';
        }
        execute(sql, all);
    }
}

void Connection::run_script(std::string_view script) {
    if (before_) before_(script);
    do_script(script);
}

}  // namespace slagboom::storage
