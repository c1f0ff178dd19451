#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scoring/set_aside.h"
#include "twin/model_twin.h"

struct sqlite3;

namespace slagboom::tests {

/// One row of scoring::model_sql.
struct SqlAssessment {
    std::string provider;
    std::vector<std::optional<std::string>> outcomes;  ///< by indicator; nothing: does not count in the phase
    int lowest = 0;
    int highest = 0;
    std::optional<double> completeness;
    std::string colour;
    friend bool operator==(const SqlAssessment&, const SqlAssessment&) = default;
};

/// SQLite in memory with the tables that the model's SQL reads: `invoer`, `context` and `terzijde`.
class ModelInSqlite {
 public:
    ModelInSqlite();
    /// Throws std::runtime_error with SQLite's words.
    std::vector<SqlAssessment> assess(const TwinScreening& screening, const std::vector<std::string>& providers,
                                      const std::vector<Row>& rows, const std::vector<bool>& withheld,
                                      const std::vector<scoring::AppliedSetAside>& set_asides);

 private:
    void run(const std::string& sql);
    void fill_input(const scoring::Model& model, const std::vector<std::string>& providers,
                    const std::vector<Row>& rows);

    struct Closer {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Closer> database_;
};

}  // namespace slagboom::tests
