#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>

#include "storage/connection.h"

namespace slagboom::storage {
namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

// A writer waits this long for another process; within one process writers queue before it comes to this.
constexpr int kBusyMilliseconds = 20'000;
// Bulk inserts differ in length; more statements than this are not kept.
constexpr std::size_t kMostStatements = 200;

class SqliteRow final : public Row {
 public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}

    bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override {
        need(column, SQLITE_INTEGER);
        return sqlite3_column_int64(statement_, column);
    }
    double real(int column) const override {
        if (sqlite3_column_type(statement_, column) != SQLITE_INTEGER) need(column, SQLITE_FLOAT);
        return sqlite3_column_double(statement_, column);
    }
    std::string_view text(int column) const override {
        need(column, SQLITE_TEXT);
        const void* start = sqlite3_column_text(statement_, column);
        return {static_cast<const char*>(start), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }
    std::string bytes(int column) const override {
        need(column, SQLITE_BLOB);
        const void* start = sqlite3_column_blob(statement_, column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return size == 0 ? std::string() : std::string(static_cast<const char*>(start), size);
    }

 private:
    void need(int column, int type) const {
        if (sqlite3_column_type(statement_, column) == type) return;
        throw DatabaseError(DatabaseError::Kind::other, fmt::format("column {} ({}) holds another type than asked",
                                                                    column, sqlite3_column_name(statement_, column)));
    }
    sqlite3_stmt* statement_;
};

/// SQLite would let everybody on the machine read a new file, and gives its log the rights of the file. A file that is
/// there is not opened: closing it would let go of the locks that other connections of this process have on it.
void make_for_owner_alone(const std::string& file) {
    const int made = open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (made >= 0) close(made);
}

class SqliteConnection final : public Connection {
 public:
    explicit SqliteConnection(const std::string& file) {
        // Nobody asks SQLite how much memory it uses, and its count takes a lock at every allocation. Where somebody
        // else used SQLite first it goes on counting, which is slower and nothing else.
        [[maybe_unused]] static const int unmeasured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        sqlite3* opened = nullptr;
        make_for_owner_alone(file);
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
        const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
        database_.reset(opened);
        if (code != SQLITE_OK) fail("open");
        sqlite3_extended_result_codes(database_.get(), 1);
        sqlite3_busy_timeout(database_.get(), kBusyMilliseconds);
        do_script(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = "
            "off; pragma temp_store = memory");
    }

    Engine engine() const override { return Engine::sqlite; }
    bool alive() const override { return true; }

 private:
    std::int64_t do_query(std::string_view sql, const Parameters& parameters, const OnRow& on_row) override {
        sqlite3_stmt* statement = prepared(sql);
        const Reset reset{statement};
        for (std::size_t i = 0; i < parameters.size(); ++i) bind(statement, i + 1, parameters[i].content());
        const SqliteRow row(statement);
        while (true) {
            const int code = sqlite3_step(statement);
            if (code == SQLITE_DONE) break;
            if (code != SQLITE_ROW) fail(sql);
            on_row(row);
        }
        return sqlite3_changes64(database_.get());
    }

    void do_script(std::string_view script) override {
        const std::string text(script);
        if (sqlite3_exec(database_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(script);
    }

    /// Frees a statement for its next use, whatever became of this one.
    struct Reset {
        sqlite3_stmt* statement;
        ~Reset() {
            sqlite3_reset(statement);
            sqlite3_clear_bindings(statement);
        }
    };

    sqlite3_stmt* prepared(std::string_view sql) {
        if (const auto found = statements_.find(sql); found != statements_.end()) {
            if (sqlite3_stmt_busy(found->second.get()) == 0) return found->second.get();
            throw DatabaseError(DatabaseError::Kind::other, "a statement is run again while its rows are read");
        }
        if (statements_.size() >= kMostStatements && sqlite3_get_autocommit(database_.get()) != 0) statements_.clear();
        return statements_.emplace(std::string(sql), prepare(sql)).first->second.get();
    }

    Statement prepare(std::string_view sql) {
        sqlite3_stmt* made = nullptr;
        const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &made, nullptr);
        if (code != SQLITE_OK) fail(sql);
        return Statement(made);
    }

    void bind(sqlite3_stmt* statement, std::size_t number, const Parameter::Content& value) {
        const int index = sqlite3_bind_parameter_index(statement, fmt::format("${}", number).c_str());
        if (index == 0) return;  // a statement need not use all
        int code = SQLITE_OK;
        if (const auto* whole = std::get_if<std::int64_t>(&value)) {
            code = sqlite3_bind_int64(statement, index, *whole);
        } else if (const auto* real = std::get_if<double>(&value)) {
            code = sqlite3_bind_double(statement, index, *real);
        } else if (const auto* text = std::get_if<std::string_view>(&value)) {
            code = sqlite3_bind_text64(statement, index, text->data() == nullptr ? "" : text->data(), text->size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            code = bytes->content.empty() ? sqlite3_bind_zeroblob(statement, index, 0)
                                          : sqlite3_bind_blob64(statement, index, bytes->content.data(),
                                                                bytes->content.size(), SQLITE_TRANSIENT);
        } else {
            code = sqlite3_bind_null(statement, index);
        }
        if (code != SQLITE_OK) fail("bind");
    }

    [[noreturn]] void fail(std::string_view doing) const {
        using Kind = DatabaseError::Kind;
        const int code = sqlite3_extended_errcode(database_.get());
        Kind kind = Kind::other;
        if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) kind = Kind::unique;
        if (code == SQLITE_CONSTRAINT_FOREIGNKEY) kind = Kind::foreign_key;
        if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) kind = Kind::busy;
        throw DatabaseError(kind,
                            fmt::format("SQLite: {} ({})", sqlite3_errmsg(database_.get()), doing.substr(0, 200)));
    }

    std::unique_ptr<sqlite3, CloseDatabase> database_;
    std::map<std::string, Statement, std::less<>> statements_;
};

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& file) { return std::make_unique<SqliteConnection>(file); }

}  // namespace slagboom::storage
