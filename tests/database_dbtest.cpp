#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "base/encoding.h"
#include "base/mac.h"
#include "databases.h"
#include "storage/audit_store.h"
#include "storage/database.h"
#include "storage/migrations.h"

namespace slagboom::storage {
namespace {

const Actor kInstaller{Actor::Kind::installation, 0, 0};

class DatabaseTest : public tests::OnBothEngines {
 protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        database_ = std::make_unique<Database>(options());
        database_->migrate();
    }
    void TearDown() override {
        database_.reset();
        OnBothEngines::TearDown();
    }
    void put(const std::string& code, const std::string& name) {
        auto transaction = database_->write(kInstaller);
        transaction.sql().execute("insert into municipality (code, name, recorded_at) values ($1, $2, $3)",
                                  {code, name, transaction.recorded_at()});
        transaction.audit({"gemeente-toegevoegd", {"gemeente", 0}, 0, code, name});
        transaction.commit();
    }
    std::int64_t count(const std::string& table) {
        std::int64_t rows = -1;
        database_->read().sql().first("select count(*) from " + table, {},
                                      [&](const Row& row) { rows = row.integer(0); });
        return rows;
    }
    std::unique_ptr<Database> database_;
};
SLAGBOOM_ON_BOTH_ENGINES(DatabaseTest);

TEST_P(DatabaseTest, GivesBackWhatItWasGiven) {
    // 2^53 + 1 does not fit a double, 0.1 is not exact in binary, and the bytes hold every value.
    std::string bytes;
    for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
    auto transaction = database_->write(kInstaller);
    transaction.sql().run_script(GetParam() == Engine::sqlite
                                     ? "create temporary table t (i integer, r real, x text, b blob) strict"
                                     : "create temporary table t (i bigint, r double precision, x text, b bytea)");
    transaction.sql().execute("insert into t (i, r, x, b) values ($1, $2, $3, $4)",
                              {std::int64_t{9007199254740993}, 0.1, "één ⇒ 'twee' \"drie\"", Bytes{bytes}});
    transaction.sql().execute("insert into t (i, r, x, b) values ($1, $2, $3, $4)",
                              {nullptr, nullptr, "", Bytes{std::string_view()}});
    int rows = 0;
    transaction.sql().query("select i, r, x, b from t order by i is null", {}, [&](const Row& row) {
        if (rows++ == 0) {
            EXPECT_EQ(row.integer(0), 9007199254740993);
            EXPECT_EQ(row.real(1), 0.1);
            EXPECT_EQ(row.text(2), "één ⇒ 'twee' \"drie\"");
            EXPECT_EQ(row.bytes(3), bytes);
        } else {
            EXPECT_TRUE(row.null(0));
            EXPECT_TRUE(row.null(1));
            EXPECT_EQ(row.text(2), "");
            EXPECT_EQ(row.bytes(3), "");
            EXPECT_THROW(row.integer(0), DatabaseError);
        }
    });
    EXPECT_EQ(rows, 2);
}

TEST_P(DatabaseTest, ManyRowsGoInTogether) {
    auto transaction = database_->write(kInstaller);
    std::vector<std::string> codes;
    for (int i = 0; i < 9000; ++i) codes.push_back(std::to_string(100000 + i));
    std::vector<Parameters> rows;
    for (const auto& code : codes) rows.push_back({code, "x", std::int64_t{1}});
    transaction.sql().insert("municipality (code, name, recorded_at)", rows);
    std::int64_t sum = 0;
    transaction.sql().first("select cast(sum(cast(code as bigint)) as bigint) from municipality", {},
                            [&](const Row& row) { sum = row.integer(0); });
    // 9000 × 100000 + (0 + … + 8999) = 900,000,000 + 40,495,500
    EXPECT_EQ(sum, 940'495'500);
}

TEST_P(DatabaseTest, FaultsHaveAKind) {
    put("0153", "Enschede");
    auto transaction = database_->write(kInstaller);
    const auto kind_of = [&](const std::string& sql) {
        try {
            transaction.sql().execute(sql);
        } catch (const DatabaseError& error) {
            return error.kind();
        }
        ADD_FAILURE() << sql << " did not fail";
        return DatabaseError::Kind::other;
    };
    EXPECT_EQ(kind_of("insert into municipality (code, name, recorded_at) values ('0153', 'x', 1)"),
              DatabaseError::Kind::unique);
    auto another = std::move(transaction);
}

TEST_P(DatabaseTest, AForeignKeyHolds) {
    auto transaction = database_->write(kInstaller);
    try {
        transaction.sql().execute(
            "insert into provider_name (id, provider_id, name, folded, valid_from, import_id, recorded_at) values (1, "
            "77, "
            "'x', 'x', '2019-01-01', 0, 1)");
        FAIL() << "a name of nobody";
    } catch (const DatabaseError& error) {
        EXPECT_EQ(error.kind(), DatabaseError::Kind::foreign_key);
    }
}

TEST_P(DatabaseTest, WithoutAnEntryNothingIsCommitted) {
    {
        auto transaction = database_->write(kInstaller);
        transaction.sql().execute("insert into municipality (code, name, recorded_at) values ('0153', 'x', 1)");
        EXPECT_THROW(transaction.commit(), DatabaseError);
    }
    EXPECT_EQ(count("municipality"), 0);
}

TEST_P(DatabaseTest, WhatIsNotCommittedIsUndone) {
    {
        auto transaction = database_->write(kInstaller);
        transaction.sql().execute("insert into municipality (code, name, recorded_at) values ('0153', 'x', 1)");
        transaction.audit({"gemeente-toegevoegd", {"gemeente", 0}, 0, {}, {}});
    }
    EXPECT_EQ(count("municipality"), 0);
    EXPECT_EQ(count("audit_entry"), 0);
}

TEST_P(DatabaseTest, TheChainHoldsTogether) {
    put("0141", "Almelo");
    put("0147", "Borne");
    put("0153", "Enschede");
    std::string previous(kNoHash);
    std::int64_t number = 0;
    std::int64_t recorded_at = 0;
    const auto snapshot = database_->read();
    each_audit_entry(snapshot.sql(), [&](const AuditEntry& entry) {
        EXPECT_EQ(entry.number, ++number);
        EXPECT_EQ(entry.hash, hash_of(entry, previous));
        EXPECT_GT(entry.recorded_at, recorded_at);
        previous = entry.hash;
        recorded_at = entry.recorded_at;
    });
    EXPECT_EQ(number, 3);
    const auto head = chain_head(snapshot.sql());
    EXPECT_EQ(head.number, 3);
    EXPECT_EQ(head.hash, previous);
    AuditQuestion second;
    second.before = 3;
    second.limit = 1;
    // What an entry was about can be shown to be what was written.
    const auto content = audit_content(snapshot.sql(), 2);
    ASSERT_TRUE(content);
    EXPECT_EQ(content->content, "Borne");
    EXPECT_EQ(hex(hmac_sha256(content->salt, content->content)),
              audit_entries(snapshot.sql(), second).front().content_mac);
}

TEST_P(DatabaseTest, TimeNeverGoesBack) {
    put("0141", "Almelo");
    clock_.set(Instant{0});
    put("0147", "Borne");
    const auto entries = audit_entries(database_->read().sql(), {});
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].recorded_at, entries[1].recorded_at + 1);
}

TEST_P(DatabaseTest, WritersWaitForOneAnother) {
    constexpr int kThreads = 6;
    constexpr int kEach = 20;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < kEach; ++i) put(std::to_string(1000 + thread * kEach + i), "x");
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(count("municipality"), kThreads * kEach);
    EXPECT_EQ(chain_head(database_->read().sql()).number, kThreads * kEach);
}

TEST_P(DatabaseTest, ASnapshotIsOfOneMoment) {
    put("0141", "Almelo");
    const auto snapshot = database_->read();
    std::int64_t before = 0;
    const auto ask = [&](std::int64_t& rows) {
        snapshot.sql().first("select count(*) from municipality", {}, [&](const Row& row) { rows = row.integer(0); });
    };
    ask(before);
    put("0147", "Borne");
    std::int64_t after = 0;
    ask(after);
    EXPECT_EQ(before, 1);
    EXPECT_EQ(after, 1);
    EXPECT_EQ(count("municipality"), 2);
}

TEST_P(DatabaseTest, AConnectionThatFailedLeavesThePool) {
    // More often than there are connections: each that fails to begin, or to end, must make room for another.
    std::string fails;
    Database database(options([&](std::string_view sql) {
        if (!fails.empty() && sql.starts_with(fails)) throw DatabaseError(DatabaseError::Kind::lost, "broken");
    }));
    for (int i = 0; i < 20; ++i) {
        fails = "begin";
        EXPECT_THROW(database.read(), DatabaseError);
        fails = "rollback";
        {
            const auto snapshot = database.read();
        }
        // One that is still in a transaction cannot begin another.
        fails.clear();
        EXPECT_NO_THROW(database.write(kInstaller));
    }
}

TEST_P(DatabaseTest, AFileIsOfItsOwnerAlone) {
    if (GetParam() != Engine::sqlite) return;  // a server keeps its own files
    using std::filesystem::perms;
    for (const auto* const ending : {"", "-wal", "-shm"}) {
        const auto rights = std::filesystem::status(options().address + ending).permissions();
        EXPECT_EQ(rights & (perms::group_all | perms::others_all), perms::none) << ending;
    }
}

TEST_P(DatabaseTest, MigratingTwiceChangesNothing) {
    EXPECT_EQ(database_->migrate(), 0);
    EXPECT_EQ(database_->version(), static_cast<int>(migrations().size()));
}

TEST_P(DatabaseTest, ANewerDatabaseIsRefused) {
    {
        auto transaction = database_->technical();
        transaction.sql().execute("insert into schema_version (number, name) values (9999, 'van later')");
        transaction.commit();
    }
    EXPECT_THROW(database_->migrate(), DatabaseError);
}

using MigrationTest = tests::OnBothEngines;
SLAGBOOM_ON_BOTH_ENGINES(MigrationTest);

/// Every step keeps what was there: rows written when the tables had version 2 are found unchanged in the newest.
TEST_P(MigrationTest, DataFromBeforeIsKept) {
    Database database(options());
    EXPECT_EQ(database.migrate(2), 2);
    {
        auto transaction = database.write(kInstaller);
        const auto id = transaction.new_id();
        transaction.sql().execute(
            "insert into provider (id, kvk, name, folded, recorded_at, version) values ($1, '00100001', 'De Gele "
            "Parasol "
            "(verzonnen)', 'de gele parasol (verzonnen)', $2, 1)",
            {id, transaction.recorded_at()});
        transaction.sql().execute(
            "insert into fact (provider_id, id, fact, period, number, known_on, source_id, import_id, account_id, "
            "recorded_at) values ($1, 2, 'omzet', '2018', 125000050, '2018-10-31', 3, 4, 5, $2)",
            {id, transaction.recorded_at()});
        transaction.audit({"proef", {"aanbieder", id}, id, {}, "{}"});
        transaction.commit();
    }
    EXPECT_EQ(database.migrate(), static_cast<int>(migrations().size()) - 2);
    const auto snapshot = database.read();
    int rows = 0;
    snapshot.sql().query(
        "select p.kvk, p.name, f.fact, f.number, f.known_on from provider p join fact f on f.provider_id = p.id", {},
        [&](const Row& row) {
            ++rows;
            EXPECT_EQ(row.text(0), "00100001");
            EXPECT_EQ(row.text(1), "De Gele Parasol (verzonnen)");
            EXPECT_EQ(row.text(2), "omzet");
            EXPECT_EQ(row.real(3), 125000050);
            EXPECT_EQ(row.text(4), "2018-10-31");
        });
    EXPECT_EQ(rows, 1);
    EXPECT_EQ(chain_head(snapshot.sql()).number, 1);
}

}  // namespace
}  // namespace slagboom::storage
