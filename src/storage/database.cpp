#include "storage/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/encoding.h"
#include "base/mac.h"
#include "base/random.h"
#include "storage/migrations.h"

namespace slagboom::storage {
namespace {

// Any number will do, as long as every server of an installation takes the same.
constexpr std::int64_t kWriterLock = 5'140'126;
constexpr std::size_t kSaltBytes = 32;

/// False when it did not go through: a lost connection has undone it already, and another may not be used again.
bool undo(Connection& connection) noexcept {
    try {
        connection.run_script("rollback");
        return true;
    } catch (...) {
        return false;
    }
}

void lock_writers(Connection& connection) {
    if (connection.engine() == Engine::postgresql)
        connection.execute("select pg_advisory_xact_lock($1)", {kWriterLock});
}

void take_step(Connection& connection, const Migration& migration) {
    connection.run_script(translated(migration.script, connection.engine()));
    connection.execute("insert into schema_version (number, name) values ($1, $2)", {migration.number, migration.name});
}

}  // namespace

int tables_version(Connection& connection) {
    const char* exists = connection.engine() == Engine::sqlite
                             ? "select count(*) from sqlite_master where type = 'table' and name = 'schema_version'"
                             : "select count(*) from pg_tables where schemaname = current_schema() and tablename = "
                               "'schema_version'";
    std::int64_t tables = 0;
    connection.first(exists, {}, [&](const Row& row) { tables = row.integer(0); });
    if (tables == 0) return 0;
    int version = 0;
    connection.first("select max(number) from schema_version", {},
                     [&](const Row& row) { version = static_cast<int>(row.integer(0)); });
    return version;
}

std::int64_t changes(Connection& connection) {
    std::int64_t changes = 0;
    connection.first("select changes from chain", {}, [&](const Row& row) { changes = row.integer(0); });
    return changes;
}

bool is_postgresql(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

Snapshot::Snapshot(Database& database, std::unique_ptr<Connection> connection)
    : database_(&database), connection_(std::move(connection)) {}

Snapshot::~Snapshot() {
    if (!connection_) return;
    const bool undone = undo(*connection_);
    database_->give_back(std::move(connection_), undone);
}

Transaction::Transaction(Database& database, std::unique_ptr<Connection> connection, const Actor& actor, Kind kind)
    : database_(&database), connection_(std::move(connection)), actor_(actor), kind_(kind) {
    if (connection_->engine() == Engine::sqlite) turn_ = std::unique_lock(database_->writers_);
    try {
        take_lock();
    } catch (...) {
        if (open_) undo(*connection_);
        if (turn_) turn_.unlock();
        database_->give_back(std::move(connection_), false);
        throw;
    }
}

Transaction::~Transaction() {
    if (!connection_) return;
    if (open_) undo(*connection_);
    if (turn_) turn_.unlock();
    database_->give_back(std::move(connection_), !open_);
}

void Transaction::take_lock() {
    if (connection_->engine() == Engine::sqlite) {
        connection_->run_script("begin immediate");
        open_ = true;
    } else {
        connection_->run_script("begin isolation level read committed");
        open_ = true;
        connection_->execute("select pg_advisory_xact_lock($1)", {kWriterLock});
    }
    const bool found =
        connection_->first("select number, hash, recorded_at, last_id, changes from chain", {}, [&](const Row& row) {
            number_ = row.integer(0);
            hash_ = row.string(1);
            recorded_at_ = row.integer(2);
            last_id_ = row.integer(3);
            changes_ = row.integer(4);
        });
    if (!found) throw DatabaseError(DatabaseError::Kind::other, "the audit chain has no head");
    recorded_at_ = std::max(database_->clock().now().microseconds, recorded_at_ + 1);
}

void Transaction::write_entries() {
    std::vector<AuditEntry> entries;
    std::vector<std::string> salts;
    for (const auto& [actor, event] : events_) {
        AuditEntry entry{++number_,      recorded_at_,    actor,         event.action, event.subject,
                         event.provider, event.reference, std::string(), std::string()};
        salts.push_back(event.content.empty() ? std::string() : random_bytes(kSaltBytes));
        if (!event.content.empty()) entry.content_mac = hex(hmac_sha256(salts.back(), event.content));
        entry.hash = hash_of(entry, hash_);
        hash_ = entry.hash;
        entries.push_back(std::move(entry));
    }
    std::vector<Parameters> rows;
    std::vector<Parameters> contents;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        rows.push_back({entry.number, entry.recorded_at, name(entry.actor.kind), entry.actor.account,
                        entry.actor.through, entry.action, entry.subject.kind, entry.subject.id, entry.provider,
                        entry.reference, entry.content_mac, entry.hash});
        if (!salts[i].empty()) contents.push_back({entry.number, Bytes{salts[i]}, events_[i].second.content});
    }
    connection_->insert(
        "audit_entry (number, recorded_at, actor_kind, actor_account, actor_through, action, subject_kind, subject_id, "
        "provider_id, reference, content_mac, hash)",
        rows);
    connection_->insert("audit_content (number, salt, content)", contents);
}

void Transaction::commit() {
    if (events_.empty() && kind_ != Kind::technical)
        throw DatabaseError(DatabaseError::Kind::other, "a transaction without an audit entry is not committed");
    if (!events_.empty()) write_entries();
    connection_->execute("update chain set number = $1, hash = $2, recorded_at = $3, last_id = $4, changes = $5",
                         {number_, hash_, recorded_at_, last_id_, changes_ + (kind_ == Kind::deed ? 1 : 0)});
    connection_->run_script("commit");
    open_ = false;
    if (turn_) turn_.unlock();  // the next writer need not wait until this one is out of scope
}

Restoration::Restoration(Database& database, std::unique_ptr<Connection> connection)
    : database_(&database), connection_(std::move(connection)) {
    try {
        begin();
    } catch (...) {
        if (open_) undo(*connection_);
        database_->give_back(std::move(connection_), false);
        throw;
    }
}

Restoration::~Restoration() {
    if (!connection_) return;
    if (open_) undo(*connection_);
    database_->give_back(std::move(connection_), !open_);
}

void Restoration::begin() {
    connection_->run_script(connection_->engine() == Engine::sqlite ? "begin immediate" : "begin");
    open_ = true;
    lock_writers(*connection_);
    if (tables_version(*connection_) != 0)
        throw DatabaseError(DatabaseError::Kind::unique, "a backup is restored into an empty database only");
}

void Restoration::migrate(int last) {
    const int version = tables_version(*connection_);
    for (const auto& migration : migrations()) {
        if (migration.number > version && (last < 0 || migration.number <= last)) take_step(*connection_, migration);
    }
}

void Restoration::commit() {
    connection_->run_script("commit");
    open_ = false;
}

Database::Database(DatabaseOptions options) : options_(std::move(options)) {}

Engine Database::engine() const { return is_postgresql(options_.address) ? Engine::postgresql : Engine::sqlite; }

std::unique_ptr<Connection> Database::open() const {
    auto connection =
        is_postgresql(options_.address) ? open_postgresql(options_.address) : open_sqlite(options_.address);
    connection->before_each(options_.before);
    return connection;
}

std::unique_ptr<Connection> Database::take() {
    {
        std::unique_lock lock(mutex_);
        freed_.wait(lock, [&] { return !idle_.empty() || opened_ < options_.connections; });
        while (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            if (connection->alive()) return connection;
            --opened_;
        }
        ++opened_;
    }
    try {
        return open();
    } catch (...) {
        const std::lock_guard lock(mutex_);
        --opened_;
        freed_.notify_one();
        throw;
    }
}

void Database::give_back(std::unique_ptr<Connection> connection, bool sound) {
    const std::lock_guard lock(mutex_);
    if (sound && connection->alive())
        idle_.push_back(std::move(connection));
    else
        --opened_;
    freed_.notify_one();
}

Snapshot Database::read() {
    auto connection = take();
    const char* begin =
        connection->engine() == Engine::sqlite ? "begin" : "begin isolation level repeatable read read only";
    try {
        connection->run_script(begin);
    } catch (const DatabaseError&) {
        // The server may have gone away since the connection was last used: once more on a new one.
        give_back(std::move(connection), false);
        connection = take();
        try {
            connection->run_script(begin);
        } catch (...) {
            give_back(std::move(connection), false);
            throw;
        }
    }
    return {*this, std::move(connection)};
}

int Database::version() {
    const auto snapshot = read();
    return tables_version(snapshot.sql());
}

int Database::migrate(int last) {
    const int newest = static_cast<int>(migrations().size());
    if (version() > newest)
        throw DatabaseError(
            DatabaseError::Kind::other,
            fmt::format("the database has tables of version {}, this program knows up to {}", version(), newest));
    int steps = 0;
    for (const auto& migration : migrations()) {
        if (migration.number <= version() || (last >= 0 && migration.number > last)) continue;
        auto connection = take();
        bool sound = false;
        try {
            connection->run_script(engine() == Engine::sqlite ? "begin immediate" : "begin");
            lock_writers(*connection);
            take_step(*connection, migration);
            connection->run_script("commit");
            sound = true;
        } catch (...) {
            undo(*connection);
            give_back(std::move(connection), sound);
            // Another server may have taken the same step a moment ago.
            if (version() < migration.number) throw;
            continue;
        }
        give_back(std::move(connection), sound);
        ++steps;
    }
    return steps;
}

}  // namespace slagboom::storage
