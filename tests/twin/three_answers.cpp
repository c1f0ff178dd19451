#include "twin/three_answers.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "expr/program.h"
#include "expr/sql.h"
#include "twin/random_rules.h"

namespace slagboom::tests {
namespace {

using columns::Trit;
using domain::FactDefinition;
using domain::FactType;

double option_index(const domain::FactCatalogue& facts, const std::string& key) {
    for (const auto& fact : facts.facts) {
        for (std::size_t i = 0; i < fact.options.size(); ++i) {
            if (fact.options[i].key == key) return static_cast<double>(i);
        }
    }
    throw std::logic_error("onbekende keuze " + key);
}

/// Texts of a row stay here until SQLite has read them.
void bind(sqlite3_stmt* statement, int place, const FactDefinition& fact, double value,
          std::vector<std::string>& texts) {
    switch (fact.type) {
        case FactType::number:
            sqlite3_bind_double(statement, place, value);
            return;
        case FactType::amount:
        case FactType::boolean:
            sqlite3_bind_int64(statement, place, static_cast<sqlite3_int64>(value));
            return;
        case FactType::date:
            texts.push_back(Date{static_cast<std::int32_t>(value)}.iso());
            break;
        case FactType::choice:
            texts.push_back(fact.options.at(static_cast<std::size_t>(value)).key);
            break;
    }
    sqlite3_bind_text(statement, place, texts.back().data(), static_cast<int>(texts.back().size()), nullptr);
}

std::string text_of(sqlite3_stmt* statement) {
    const unsigned char* bytes = sqlite3_column_text(statement, 0);
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
    return std::string(bytes, bytes + length);
}

Answer read_answer(sqlite3_stmt* statement, const Question& question) {
    if (sqlite3_column_type(statement, 0) == SQLITE_NULL) return std::nullopt;
    switch (question.rule.type()) {
        case FactType::date: {
            const auto day = parse_iso_date(text_of(statement));
            return day ? Answer(day->days) : throw std::runtime_error("geen datum uit SQLite");
        }
        case FactType::choice:
            return option_index(question.facts, text_of(statement));
        case FactType::number:
        case FactType::amount:
            if (sqlite3_column_type(statement, 0) != SQLITE_FLOAT) throw std::runtime_error("geen double uit SQLite");
            break;
        case FactType::boolean:
            break;
    }
    return sqlite3_column_double(statement, 0);
}

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) {
        throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database));
    }
    return Statement(statement);
}

}  // namespace

columns::Table table_for(const expr::Program& program, const domain::FactCatalogue& facts,
                         const std::vector<Row>& rows) {
    columns::Table table;
    table.rows = rows.size();
    for (const auto& input : program.inputs) {
        const FactDefinition& fact = facts.facts[input.fact];
        columns::NumberColumn numbers;
        columns::LogicColumn logic;
        for (const Row& row : rows) {
            const auto found = row.find({fact.key, input.previous});
            const bool known = found != row.end();
            numbers.push_back(known ? found->second : columns::kUnknown);
            logic.push_back(!known ? Trit::unknown : (found->second != 0 ? Trit::yes : Trit::no));
        }
        if (fact.type == FactType::boolean) {
            table.columns.emplace_back(std::move(logic));
        } else {
            table.columns.emplace_back(std::move(numbers));
        }
    }
    return table;
}

Answer answer_at(const expr::Evaluation& evaluation, const expr::Operand& operand, FactType type, std::size_t row) {
    if (type == FactType::boolean) {
        const Trit value = evaluation.logic(operand)[row];
        if (value == Trit::unknown) return std::nullopt;
        return value == Trit::yes ? 1.0 : 0.0;
    }
    const double value = evaluation.number(operand, row);
    return columns::is_unknown(value) ? Answer() : Answer(value);
}

Answers engine_answers(const Question& question, std::size_t chunk, expr::Evaluation::Keep keep) {
    expr::ProgramBuilder builder;
    const expr::CompiledRule compiled = builder.add(question.rule);
    const expr::Program program = builder.take();
    const columns::Table table = table_for(program, question.facts, question.rows);
    expr::Evaluation evaluation(program, table, question.reference, keep);
    Answers answers;
    for (std::size_t first = 0; first < table.rows; first += chunk) {
        const std::size_t count = std::min(chunk, table.rows - first);
        evaluation.run(first, count);
        for (std::size_t row = 0; row < count; ++row) {
            answers.push_back(answer_at(evaluation, compiled.result(), question.rule.type(), row));
        }
    }
    return answers;
}

Answers twin_answers(const Question& question) {
    Answers answers;
    for (const Row& row : question.rows) {
        const TwinValue value = twin_value(question.rule.written, question.facts, row, question.reference);
        if (!value) {
            answers.emplace_back();
        } else if (const auto* option = std::get_if<std::string>(&*value)) {
            answers.emplace_back(option_index(question.facts, *option));
        } else {
            answers.emplace_back(std::get<double>(*value));
        }
    }
    return answers;
}

void SqliteJudge::Closer::operator()(sqlite3* database) const { sqlite3_close(database); }

SqliteJudge::SqliteJudge() {
    sqlite3* database = nullptr;
    if (sqlite3_open(":memory:", &database) != SQLITE_OK) throw std::runtime_error("SQLite opent niet");
    database_.reset(database);
}

void SqliteJudge::run(const std::string& sql) { sqlite3_step(prepare(database_.get(), sql).get()); }

/// Columns have no declared type, so that SQLite keeps each value as it is given.
void SqliteJudge::fill(const Question& question) {
    const std::vector<CellName> cells = all_cells(question.facts);
    std::string names = "nummer";
    std::string places = "?";
    for (const CellName& cell : cells) {
        names += ", " + cell.fact + (cell.previous ? "__vorig" : "");
        places += ", ?";
    }
    run("drop table if exists t");
    run("create table t (" + names + ")");
    const Statement insert = prepare(database_.get(), "insert into t values (" + places + ")");
    for (std::size_t i = 0; i < question.rows.size(); ++i) {
        std::vector<std::string> texts;
        texts.reserve(cells.size());
        sqlite3_clear_bindings(insert.get());
        sqlite3_bind_int64(insert.get(), 1, static_cast<sqlite3_int64>(i));
        for (std::size_t k = 0; k < cells.size(); ++k) {
            const auto found = question.rows[i].find(cells[k]);
            if (found == question.rows[i].end()) continue;
            bind(insert.get(), static_cast<int>(k) + 2, definition_of(question.facts, cells[k].fact), found->second,
                 texts);
        }
        sqlite3_step(insert.get());
        sqlite3_reset(insert.get());
    }
}

Answers SqliteJudge::answers(const Question& question) {
    fill(question);
    const std::string expression = expr::sql_expression(question.rule, question.facts, question.reference, "t");
    const Statement select = prepare(database_.get(), "select " + expression + " from t order by nummer");
    Answers answers;
    while (sqlite3_step(select.get()) == SQLITE_ROW) answers.push_back(read_answer(select.get(), question));
    return answers;
}

std::string answer_text(const Answer& answer) {
    if (!answer) return "onbekend";
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.17g", *answer);
    return buffer;
}

}  // namespace slagboom::tests
