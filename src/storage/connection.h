#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "storage/value.h"

namespace slagboom::storage {

enum class Engine { sqlite, postgresql };

/// One connection to a database. The same SQL with `$1`, `$2`, … runs on both engines. For one thread at a time.
/// Everything throws DatabaseError.
class Connection {
 public:
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual Engine engine() const = 0;

    using OnRow = std::function<void(const Row&)>;
    /// Runs one statement, calls `on_row` for each row of its answer. Statements are prepared once per connection.
    /// Returns how many rows were changed.
    std::int64_t query(std::string_view sql, const Parameters& parameters, const OnRow& on_row);
    std::int64_t execute(std::string_view sql, const Parameters& parameters = {}) {
        return query(sql, parameters, [](const Row&) {});
    }
    /// Calls `on_row` for the first row, if there is one; says whether there was.
    bool first(std::string_view sql, const Parameters& parameters, const OnRow& on_row);
    /// Inserts rows in few statements. `into` reads `table (column, …)`; every row has as many values as columns.
    void insert(std::string_view into, const std::vector<Parameters>& rows);
    /// Runs several statements without parameters: migrations, pragmas.
    void run_script(std::string_view script);

    /// Does the connection still stand? A lost one is thrown away.
    virtual bool alive() const = 0;

    /// For tests: called before every statement, and may throw to make it fail.
    using Before = std::function<void(std::string_view sql)>;
    void before_each(Before before) { before_ = std::move(before); }

 protected:
    Connection() = default;

 private:
    virtual std::int64_t do_query(std::string_view sql, const Parameters& parameters, const OnRow& on_row) = 0;
    virtual void do_script(std::string_view script) = 0;
    Before before_;
};

/// `sqlite` opens or makes a file: write-ahead log, full sync, foreign keys.
std::unique_ptr<Connection> open_sqlite(const std::string& file);
/// `postgresql` connects by a connection string, `postgresql://…`.
std::unique_ptr<Connection> open_postgresql(const std::string& address);

}  // namespace slagboom::storage
