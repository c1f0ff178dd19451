#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.h"
#include "storage/audit_entry.h"
#include "storage/connection.h"

namespace slagboom::storage {

class Database;

/// A connection of the pool for one thread, in a transaction that only reads: everything it sees is of one moment.
class Snapshot {
 public:
    Snapshot(Snapshot&&) noexcept = default;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot();

    Connection& sql() const { return *connection_; }

 private:
    friend class Database;
    Snapshot(Database& database, std::unique_ptr<Connection> connection);
    Database* database_;
    std::unique_ptr<Connection> connection_;
};

/// The one writer of the moment. Undone unless commit() returns. Takes the writer lock first, so that `recorded_at` and
/// the numbers of the audit chain rise in the order of commit (decision 34).
class Transaction {
 public:
    Transaction(Transaction&&) noexcept = default;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Connection& sql() const { return *connection_; }
    const Actor& actor() const { return actor_; }
    /// When everything of this transaction is recorded: UTC microseconds, later than any transaction before.
    std::int64_t recorded_at() const { return recorded_at_; }
    /// An id that no record of any kind has. Of an undone transaction they are given out again.
    std::int64_t new_id() { return ++last_id_; }
    /// Says what happened. Its entry is committed with the rest.
    void audit(AuditEvent event) { events_.emplace_back(actor_, std::move(event)); }
    /// The same of somebody else: reads of several people that are committed together.
    void audit(const Actor& actor, AuditEvent event) { events_.emplace_back(actor, std::move(event)); }
    /// Makes all of it lasting. Throws when nothing was said to have happened: no write without an entry.
    void commit();

 private:
    friend class Database;
    enum class Kind : std::uint8_t { deed, reading, technical };
    Transaction(Database& database, std::unique_ptr<Connection> connection, const Actor& actor, Kind kind);
    void take_lock();
    void write_entries();

    Database* database_;
    std::unique_ptr<Connection> connection_;
    std::unique_lock<std::mutex> turn_;  ///< among the threads of this process
    Actor actor_;
    Kind kind_;
    bool open_ = false;
    std::int64_t recorded_at_ = 0;
    std::int64_t number_ = 0;
    std::string hash_;
    std::int64_t last_id_ = 0;
    std::int64_t changes_ = 0;
    std::vector<std::pair<Actor, AuditEvent>> events_;
};

/// Fills a database that has no tables yet with what another one held, the audit chain included: restoring a backup.
/// One transaction, tables and all; undone unless commit() returns. It writes no audit entry, for the chain goes on
/// where the backup left it.
class Restoration {
 public:
    Restoration(Restoration&&) noexcept = default;
    Restoration& operator=(Restoration&&) = delete;
    ~Restoration();

    Connection& sql() const { return *connection_; }
    /// Makes or changes the tables up to this version; all of them without one.
    void migrate(int last = -1);
    void commit();

 private:
    friend class Database;
    Restoration(Database& database, std::unique_ptr<Connection> connection);
    void begin();

    Database* database_;
    std::unique_ptr<Connection> connection_;
    bool open_ = false;
};

struct DatabaseOptions {
    std::string address;          ///< a file name, or postgresql://…
    std::size_t connections = 8;  ///< at most, of this process
    Clock clock = system_clock();
    Connection::Before before;  ///< for tests: called before every statement
};

/// A database with its pool. Safe from several threads. Throws DatabaseError.
class Database {
 public:
    explicit Database(DatabaseOptions options);

    Engine engine() const;
    const Clock& clock() const { return options_.clock; }

    Snapshot read();
    Transaction write(const Actor& actor) { return {*this, take(), actor, Transaction::Kind::deed}; }
    /// For entries that say who looked at what, and nothing else: it is no change (see `changes`).
    Transaction log_reads(const Actor& actor) { return {*this, take(), actor, Transaction::Kind::reading}; }
    /// For what leaves no trace of a person's deed: the lease of a job, the last use of a session. No audit entry.
    Transaction technical() { return {*this, take(), Actor{}, Transaction::Kind::technical}; }

    /// Throws when the database has tables already.
    Restoration restore() { return {*this, take()}; }

    /// Brings the tables to the newest version, in one transaction a step; says how many steps were taken. Throws when
    /// the database is newer than this program. `last` is for tests: stop there.
    int migrate(int last = -1);
    /// The version the tables have, 0 for an empty database.
    int version();

 private:
    friend class Snapshot;
    friend class Transaction;
    friend class Restoration;
    std::unique_ptr<Connection> open() const;
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection> connection, bool sound);

    DatabaseOptions options_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    std::size_t opened_ = 0;
    std::mutex writers_;
};

/// Rises with every transaction that changed what is recorded, of whichever server; not when somebody looked, a session
/// was used or a job was leased. What was read at the same number is the same.
std::int64_t changes(Connection& sql);

/// The version of the tables that a connection sees, 0 when there are none.
int tables_version(Connection& sql);

/// Is this address one of PostgreSQL?
bool is_postgresql(std::string_view address);

}  // namespace slagboom::storage
