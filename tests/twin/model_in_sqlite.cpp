#include "twin/model_in_sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "scoring/model_sql.h"
#include "twin/random_rules.h"

namespace slagboom::tests {
namespace {

using domain::FactDefinition;
using domain::FactType;

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database));
    return Statement(statement);
}

/// As decision 40 has it: eurocents, booleans 0 and 1, dates and options as text. Numbers are bound, because reading
/// them from text is not exact in every SQLite.
std::string literal(const FactDefinition& fact, double value, std::vector<double>& numbers) {
    switch (fact.type) {
        case FactType::number:
            numbers.push_back(value);
            return "?";
        case FactType::amount:
        case FactType::boolean:
            return fmt::format("{}", static_cast<std::int64_t>(value));
        case FactType::date:
            return "'" + Date{static_cast<std::int32_t>(value)}.iso() + "'";
        case FactType::choice:
            break;
    }
    return "'" + fact.options.at(static_cast<std::size_t>(value)).key + "'";
}

std::string cell_name(const CellName& cell) { return cell.fact + (cell.previous ? "__vorig" : ""); }

std::string text_at(sqlite3_stmt* statement, int column) {
    const unsigned char* bytes = sqlite3_column_text(statement, column);
    return std::string(bytes, bytes + sqlite3_column_bytes(statement, column));
}

SqlAssessment read_row(sqlite3_stmt* statement, const TwinScreening& screening) {
    SqlAssessment result;
    int column = 0;
    result.provider = text_at(statement, column++);
    for (const auto& indicator : screening.model.indicators) {
        const bool counts = twin_counts(indicator, screening.phase);
        result.outcomes.push_back(counts ? std::optional(text_at(statement, column++)) : std::nullopt);
    }
    result.lowest = sqlite3_column_int(statement, column++);
    result.highest = sqlite3_column_int(statement, column++);
    if (sqlite3_column_type(statement, column) != SQLITE_NULL)
        result.completeness = sqlite3_column_double(statement, column);
    ++column;
    result.colour = text_at(statement, column++);
    if (column != sqlite3_column_count(statement)) throw std::runtime_error("SQLite: andere kolommen dan beloofd");
    return result;
}

}  // namespace

void ModelInSqlite::Closer::operator()(sqlite3* database) const { sqlite3_close(database); }

ModelInSqlite::ModelInSqlite() {
    sqlite3* database = nullptr;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK) throw std::runtime_error("SQLite opent niet");
    database_.reset(database);
}

void ModelInSqlite::run(const std::string& sql) { sqlite3_step(prepare(database_.get(), sql).get()); }

/// Columns have no declared type, so that SQLite keeps each value as it is given.
void ModelInSqlite::fill_input(const scoring::Model& model, const std::vector<std::string>& providers,
                               const std::vector<Row>& rows) {
    const auto cells = all_cells(model.facts);
    std::string names = "aanbieder";
    for (const CellName& cell : cells) names += ", " + cell_name(cell);
    run("create table invoer (" + names + ")");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string values = "'" + providers[i] + "'";
        std::vector<double> numbers;
        for (const CellName& cell : cells) {
            const auto found = rows[i].find(cell);
            values += found == rows[i].end()
                          ? std::string(", null")
                          : ", " + literal(definition_of(model.facts, cell.fact), found->second, numbers);
        }
        const Statement insert = prepare(database_.get(), "insert into invoer values (" + values + ")");
        for (std::size_t k = 0; k < numbers.size(); ++k)
            sqlite3_bind_double(insert.get(), static_cast<int>(k) + 1, numbers[k]);
        sqlite3_step(insert.get());
    }
}

std::vector<SqlAssessment> ModelInSqlite::assess(const TwinScreening& screening,
                                                 const std::vector<std::string>& providers,
                                                 const std::vector<Row>& rows, const std::vector<bool>& withheld,
                                                 const std::vector<scoring::AppliedSetAside>& set_asides) {
    for (const auto* table : {"invoer", "context", "terzijde"}) run(std::string("drop table if exists ") + table);
    fill_input(screening.model, providers, rows);
    run("create table context (indicator)");
    run("create table terzijde (aanbieder, indicator, stap)");
    for (std::size_t i = 0; i < withheld.size(); ++i) {
        if (withheld[i]) run(fmt::format("insert into context values ('{}')", screening.model.indicators[i].key));
    }
    for (const auto& set_aside : set_asides)
        run(fmt::format("insert into terzijde values ('{}', '{}', {})", providers[set_aside.row],
                        screening.model.indicators[set_aside.indicator].key, set_aside.step));
    const Statement select =
        prepare(database_.get(), scoring::model_sql(screening.model, screening.reference, screening.phase));
    std::vector<SqlAssessment> result;
    while (sqlite3_step(select.get()) == SQLITE_ROW) result.push_back(read_row(select.get(), screening));
    return result;
}

}  // namespace slagboom::tests
