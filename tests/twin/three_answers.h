#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "columns/table.h"
#include "expr/evaluate.h"
#include "expr/typed_tree.h"
#include "twin/rule_twin.h"

struct sqlite3;

namespace slagboom::tests {

/// One row's result as a domain::FactValue (a boolean is 0 or 1); nothing is unknown.
using Answer = std::optional<double>;
using Answers = std::vector<Answer>;

/// A rule put to a table of rows. Everything is borrowed.
struct Question {
    const expr::TypedTree& rule;
    const domain::FactCatalogue& facts;
    const std::vector<Row>& rows;
    Date reference;
};

/// The rows in the columns that a program asks for.
columns::Table table_for(const expr::Program& program, const domain::FactCatalogue& facts,
                         const std::vector<Row>& rows);

/// What the last run() of an evaluation says of one part.
Answer answer_at(const expr::Evaluation& evaluation, const expr::Operand& operand, domain::FactType type,
                 std::size_t row);

Answers engine_answers(const Question& question, std::size_t chunk = expr::kMaxChunk,
                       expr::Evaluation::Keep keep = expr::Evaluation::Keep::results);
Answers twin_answers(const Question& question);

/// The rule as SQL over a table in memory.
class SqliteJudge {
 public:
    SqliteJudge();
    /// Throws std::runtime_error with SQLite's words when it cannot read the expression.
    Answers answers(const Question& question);

 private:
    void run(const std::string& sql);
    void fill(const Question& question);

    struct Closer {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Closer> database_;
};

/// "onbekend" or the number in seventeen digits, for a message.
std::string answer_text(const Answer& answer);

}  // namespace slagboom::tests
