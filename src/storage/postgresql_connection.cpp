#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <map>

#include "storage/connection.h"

namespace slagboom::storage {
namespace {

struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

constexpr std::size_t kMostStatements = 200;

/// Answers come as text, in which PostgreSQL writes doubles so that they read back to the same bits.
class PostgresqlRow final : public Row {
 public:
    explicit PostgresqlRow(const PGresult* answer) : answer_(answer) {}
    void at(int row) { row_ = row; }

    bool null(int column) const override { return PQgetisnull(answer_, row_, column) != 0; }
    std::int64_t integer(int column) const override { return parsed<std::int64_t>(column); }
    double real(int column) const override { return parsed<double>(column); }
    std::string_view text(int column) const override {
        if (null(column)) throw DatabaseError(DatabaseError::Kind::other, missing(column));
        return raw(column);
    }
    std::string bytes(int column) const override {
        const std::string_view hex = text(column);
        if (!hex.starts_with("\\x")) throw DatabaseError(DatabaseError::Kind::other, missing(column));
        std::string bytes;
        bytes.reserve(hex.size() / 2);
        for (std::size_t i = 2; i + 1 < hex.size(); i += 2)
            bytes.push_back(static_cast<char>(nibble(hex[i]) << 4 | nibble(hex[i + 1])));
        return bytes;
    }

 private:
    static int nibble(char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; }
    std::string_view raw(int column) const {
        return {PQgetvalue(answer_, row_, column), static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
    }
    template <class T>
    T parsed(int column) const {
        const std::string_view digits = raw(column);
        T value{};
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (null(column) || error != std::errc() || end != digits.data() + digits.size())
            throw DatabaseError(DatabaseError::Kind::other, missing(column));
        return value;
    }
    std::string missing(int column) const {
        return fmt::format("column {} ({}) holds another type than asked", column, PQfname(answer_, column));
    }

    const PGresult* answer_;
    int row_ = 0;
};

class PostgresqlConnection final : public Connection {
 public:
    explicit PostgresqlConnection(const std::string& address) : connection_(PQconnectdb(address.c_str())) {
        if (PQstatus(connection_.get()) != CONNECTION_OK)
            throw DatabaseError(DatabaseError::Kind::lost,
                                fmt::format("PostgreSQL: {}", PQerrorMessage(connection_.get())));
        PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
        do_script("set client_encoding = 'UTF8'; set timezone = 'UTC'; set synchronous_commit = on");
    }

    Engine engine() const override { return Engine::postgresql; }
    bool alive() const override { return PQstatus(connection_.get()) == CONNECTION_OK; }

 private:
    std::int64_t do_query(std::string_view sql, const Parameters& parameters, const OnRow& on_row) override {
        const std::string& name = prepared(sql, parameters);
        const Values values(parameters);
        const Answer answer(PQexecPrepared(connection_.get(), name.c_str(), static_cast<int>(parameters.size()),
                                           values.starts.data(), values.lengths.data(), values.formats.data(), 0));
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail(answer.get(), sql);
        PostgresqlRow row(answer.get());
        const int rows = PQntuples(answer.get());
        for (int i = 0; i < rows; ++i) {
            row.at(i);
            on_row(row);
        }
        const std::string_view changed = PQcmdTuples(answer.get());
        std::int64_t count = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), count);
        return count;
    }

    void do_script(std::string_view script) override {
        const std::string text(script);
        const Answer answer(PQexec(connection_.get(), text.c_str()));
        const auto status = PQresultStatus(answer.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
            fail(answer.get(), script);
    }

    /// Parameters as libpq wants them: text, but bytes as they are.
    struct Values {
        explicit Values(const Parameters& parameters) {
            texts.reserve(parameters.size());
            for (const auto& parameter : parameters) add(parameter.content());
        }
        void add(const Parameter::Content& value) {
            int format = 0;
            if (const auto* whole = std::get_if<std::int64_t>(&value)) {
                texts.push_back(fmt::format("{}", *whole));
            } else if (const auto* real = std::get_if<double>(&value)) {
                texts.push_back(fmt::format("{}", *real));
            } else if (const auto* text = std::get_if<std::string_view>(&value)) {
                refuse_null_character(*text);
                texts.emplace_back(*text);
            } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
                texts.emplace_back(bytes->content);
                format = 1;
            } else {
                starts.push_back(nullptr);
                lengths.push_back(0);
                formats.push_back(0);
                return;
            }
            starts.push_back(texts.back().c_str());
            lengths.push_back(static_cast<int>(texts.back().size()));
            formats.push_back(format);
        }
        // libpq would cut the text there without a word.
        static void refuse_null_character(std::string_view text) {
            if (text.find('\0') != std::string_view::npos)
                throw DatabaseError(DatabaseError::Kind::other, "text holds a null character");
        }
        std::vector<std::string> texts;
        std::vector<const char*> starts;
        std::vector<int> lengths;
        std::vector<int> formats;
    };

    const std::string& prepared(std::string_view sql, const Parameters& parameters) {
        if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
        if (statements_.size() >= kMostStatements) {
            do_script("deallocate all");
            statements_.clear();
        }
        std::string name = fmt::format("s{}", next_++);
        const std::string text(sql);
        const std::vector<Oid> types = types_of(parameters);
        const Answer answer(
            PQprepare(connection_.get(), name.c_str(), text.c_str(), static_cast<int>(types.size()), types.data()));
        if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) fail(answer.get(), sql);
        return statements_.emplace(text, std::move(name)).first->second;
    }

    /// The types are left to the server, which knows the columns; only bytes are told, for a text would not become one.
    static std::vector<Oid> types_of(const Parameters& parameters) {
        constexpr Oid kBytea = 17;
        std::vector<Oid> types;
        types.reserve(parameters.size());
        for (const auto& parameter : parameters)
            types.push_back(std::holds_alternative<Bytes>(parameter.content()) ? kBytea : 0);
        return types;
    }

    [[noreturn]] void fail(const PGresult* answer, std::string_view doing) const {
        using Kind = DatabaseError::Kind;
        const char* field = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
        const std::string_view state = field == nullptr ? "" : field;
        Kind kind = Kind::other;
        if (state == "23505") kind = Kind::unique;
        if (state == "23503") kind = Kind::foreign_key;
        if (state == "40001" || state == "40P01" || state == "55P03") kind = Kind::busy;
        if (!alive() || state.starts_with("57P") || state.starts_with("08")) kind = Kind::lost;
        const char* message = PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY);
        throw DatabaseError(
            kind, fmt::format("PostgreSQL: {} ({})", message == nullptr ? PQerrorMessage(connection_.get()) : message,
                              doing.substr(0, 200)));
    }

    std::unique_ptr<PGconn, FinishConnection> connection_;
    std::map<std::string, std::string, std::less<>> statements_;
    std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<Connection> open_postgresql(const std::string& address) {
    return std::make_unique<PostgresqlConnection>(address);
}

}  // namespace slagboom::storage
