// Backups: the same bytes from both engines, nothing left out, and nothing of a damaged one taken.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "app/backup.h"
#include "base/encoding.h"
#include "base/sha256.h"
#include "base/text.h"
#include "installed.h"
#include "storage/backup_store.h"
#include "storage/migrations.h"

namespace slagboom::app {
namespace {

using storage::BackupColumn;
using storage::BackupTable;
using storage::Bytes;
using storage::ColumnType;
using storage::Database;
using storage::Engine;
using storage::Parameters;
using storage::Row;

std::string backup_of(Database& database) {
    std::string text;
    const auto snapshot = database.read();
    const auto summary = write_backup(snapshot.sql(), [&](std::string_view piece) { text += piece; });
    EXPECT_TRUE(summary);
    return text;
}

Result<BackupSummary> restored(Database& database, const InstallationKey& key, const std::string& text) {
    std::istringstream in(text);
    return restore_backup(database, key, in);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto line : split(text, '\n')) lines.emplace_back(line);
    lines.pop_back();
    return lines;
}

/// The text with the checksums that belong to it, as an attacker would make them.
std::string summed_anew(std::vector<std::string> lines) {
    std::string all = lines.front() + '\n';
    std::string trailer = "{\"einde\":[";
    for (std::size_t i = 1; i + 1 < lines.size();) {
        std::string table = lines[i] + '\n';
        const auto name = lines[i].substr(10, lines[i].find('"', 10) - 10);
        std::size_t end = i + 1;
        for (; lines[end].starts_with("["); ++end) table += lines[end] + '\n';
        trailer += (i == 1 ? "" : ",") + std::string("{\"tabel\":\"") + name +
                   "\",\"rijen\":" + std::to_string(end - i - 1) + ",\"sha256\":\"" + sha256_hex(table) + "\"}";
        all += table;
        i = end;
    }
    return all + trailer + "],\"sha256\":\"" + sha256_hex(all) + "\"}\n";
}

class BackupTest : public tests::OnInstalled {
 protected:
    void TearDown() override {
        empty_.reset();
        empty_own_.reset();
        OnInstalled::TearDown();
    }

    /// Two rows in every table, with values that are hard to write down. Numbers are the number of the row, so that
    /// what they point to is there.
    void fill() {
        auto transaction = system_->database.write({storage::Actor::Kind::installation, 0, 0});
        std::string bytes;
        for (int i = 0; i < 256; ++i) bytes.push_back(static_cast<char>(i));
        const std::set<std::string_view> theirs{"installation", "chain", "audit_entry", "audit_content"};
        for (const auto& table : storage::backup_tables(system_->database.version())) {
            if (theirs.contains(table.name)) continue;
            for (std::int64_t n = 1; n <= 2; ++n) insert(transaction.sql(), table, n, bytes);
        }
        // The first points to one that comes later.
        transaction.sql().execute("update provider set merged_into = 2 where id = 1");
        transaction.sql().run_script(
            "insert into session (id, token_hash, account_id, started_at, used_at, ends_at) values (1, 'geheim', 1, 1, "
            "1, 1)");
        transaction.new_id();
        transaction.audit({"proef", {"proef", 0}, 1, "één\n", "inhoud \x01 \"\\"});
        transaction.commit();
    }

    static void insert(storage::Connection& sql, const BackupTable& table, std::int64_t n, const std::string& bytes) {
        std::vector<std::string> texts;
        for (const auto& column : table.columns) texts.push_back(text_for(table, column, n));
        Parameters values;
        std::string names;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto& column = table.columns[i];
            names += (i == 0 ? "" : ", ") + std::string(column.name);
            const bool none = column.name == "choice" || column.name == "merged_into" ||
                              (column.name == "sub_category" && table.name == "assessment");
            if (none)
                values.emplace_back(nullptr);
            else if (column.type == ColumnType::integer)
                values.emplace_back(n);
            else if (column.type == ColumnType::real)
                values.emplace_back(n == 1 ? 0.1 : -1e300);
            else if (column.type == ColumnType::text)
                values.emplace_back(texts[i]);
            else if (n == 1)
                values.emplace_back(Bytes{bytes});
            else
                values.emplace_back(Bytes{std::string_view()});
        }
        sql.insert(std::string(table.name) + " (" + names + ")", {values});
    }

    static std::string text_for(const BackupTable& table, const BackupColumn& column, std::int64_t n) {
        const std::string number = std::to_string(n);
        if (column.name == "municipality" || (table.name == "municipality" && column.name == "code"))
            return "000" + number;
        if (column.name == "model_hash" || (table.name == "model_version" && column.name == "hash"))
            return "h" + number;
        if (table.name == "job" && column.name == "state") return n == 1 ? "bezig" : "klaar";
        if (table.name == "screening" && column.name == "kind") return "volledig";
        return std::string(column.name) + number + " \"\\\n\t\x01\x7f één 😀";
    }

    /// How many places of a file to try: PostgreSQL makes and undoes its tables ten times slower.
    static std::size_t places(std::size_t sqlite, std::size_t postgresql) {
        return GetParam() == Engine::sqlite ? sqlite : postgresql;
    }

    /// A database without tables, of an engine.
    Database& empty(Engine engine) {
        empty_.reset();
        empty_own_ = std::make_unique<tests::OwnDatabase>(engine);
        empty_ = std::make_unique<Database>(storage::DatabaseOptions{empty_own_->address(), 2, clock_.clock(), {}});
        return *empty_;
    }

    std::unique_ptr<tests::OwnDatabase> empty_own_;
    std::unique_ptr<Database> empty_;
};
SLAGBOOM_ON_BOTH_ENGINES(BackupTest);

TEST_P(BackupTest, ComesBackAsTheSameBytesFromEitherEngine) {
    fill();
    const std::string first = backup_of(system_->database);
    const Engine other = GetParam() == Engine::sqlite ? Engine::postgresql : Engine::sqlite;
    for (const Engine engine : {GetParam(), other}) {
        if (engine == Engine::postgresql && !tests::postgresql_is_here()) continue;
        auto& there = empty(engine);
        const auto summary = restored(there, *system_->key, first);
        ASSERT_TRUE(summary) << summary.error().text();
        EXPECT_EQ(backup_of(there), first);
        // And on, to a third.
        tests::OwnDatabase own(GetParam());
        Database third({own.address(), 2, clock_.clock(), {}});
        ASSERT_TRUE(restored(third, *system_->key, backup_of(there)));
        EXPECT_EQ(backup_of(third), first);
    }
}

TEST_P(BackupTest, SaysTheSumOfTheWholeFile) {
    fill();
    std::string file;
    const auto made = write_backup(system_->database.read().sql(), [&](std::string_view text) { file.append(text); });
    ASSERT_TRUE(made);
    EXPECT_EQ(made->sha256, sha256_hex(file)) << "what sha256sum says";
    const auto summary = restored(empty(GetParam()), *system_->key, file);
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->sha256, made->sha256);
}

TEST_P(BackupTest, TheRestoredDatabaseGoesOn) {
    fill();
    auto& there = empty(GetParam());
    ASSERT_TRUE(restored(there, *system_->key, backup_of(system_->database)));
    auto transaction = there.write({storage::Actor::Kind::installation, 0, 0});
    // fill() was given one id, which the chain remembers.
    EXPECT_EQ(transaction.new_id(), 2);
    transaction.audit({"verder", {"proef", 0}, 0, {}, {}});
    transaction.commit();
    EXPECT_EQ(storage::chain_head(there.read().sql()).number,
              storage::chain_head(system_->database.read().sql()).number + 1);
    EXPECT_EQ(there.version(), static_cast<int>(storage::migrations().size()));
}

TEST_P(BackupTest, ALineIsWrittenAsTheDocumentationSays) {
    write("insert into municipality (code, name, recorded_at) values ('0153', 'Ensch\"ede', 5)");
    write(GetParam() == Engine::sqlite ? "insert into model_version values ('h', 'n', '1', x'00ff', 0, 7)"
                                       : "insert into model_version values ('h', 'n', '1', '\\x00ff', 0, 7)");
    const auto lines = lines_of(backup_of(system_->database));
    const auto has = [&](const std::string& line) { return std::count(lines.begin(), lines.end(), line); };
    EXPECT_EQ(has(R"({"tabel":"municipality","kolommen":["code:tekst","name:tekst","recorded_at:geheel"]})"), 1);
    EXPECT_EQ(has(R"(["0153","Ensch\"ede",5])"), 1);
    EXPECT_EQ(has(R"(["h","n","1","AP8=",0,7])"), 1);
    EXPECT_EQ(summed_anew(lines), backup_of(system_->database)) << "the checksums are SHA-256 over the lines";
}

TEST_P(BackupTest, ManyRowsComeInPiecesAndInOrder) {
    std::string codes;
    for (int i = 0; i < 450; ++i) codes += (i == 0 ? "('" : ", ('") + std::to_string(1000 + i * 7 % 450) + "', 'n', 1)";
    write("insert into municipality (code, name, recorded_at) values " + codes);
    const auto lines = lines_of(backup_of(system_->database));
    std::vector<std::string> rows;
    for (const auto& line : lines) {
        if (line.starts_with("[\"1")) rows.push_back(line);
    }
    EXPECT_EQ(rows.size(), 450U);
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end()));
}

TEST_P(BackupTest, HoldsNoKeyAndNoSessionAndNoLease) {
    fill();
    write("update job set lease_token = 'pacht', lease_until = 9, done = 4, total = 9 where id = 1");
    const std::string text = backup_of(system_->database);
    EXPECT_EQ(text.find("geheim"), std::string::npos);
    EXPECT_EQ(text.find("PRIVATE KEY"), std::string::npos);
    EXPECT_EQ(text.find("pacht"), std::string::npos);
    EXPECT_NE(text.find("\"wacht\",1,1,1,null,null,0,0,"), std::string::npos) << "begins anew";
    EXPECT_EQ(text.find("bezig"), std::string::npos);
}

TEST_P(BackupTest, AChangedByteAnywhereIsRefusedAndNothingStays) {
    fill();
    const std::string whole = backup_of(system_->database);
    auto& there = empty(GetParam());
    const std::size_t step = whole.size() / places(120, 15) + 1;
    for (std::size_t at = 0; at < whole.size(); at += step) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(restored(there, *system_->key, changed)) << "byte " << at << ": " << whole.substr(at, 40);
    }
    std::string end = whole;
    end.back() = ' ';
    EXPECT_FALSE(restored(there, *system_->key, end));
    EXPECT_FALSE(restored(there, *system_->key, whole + "\n"));
    EXPECT_EQ(there.version(), 0);
    EXPECT_TRUE(restored(there, *system_->key, whole)) << "and afterwards the whole one goes in";
}

TEST_P(BackupTest, ATruncatedFileIsRefused) {
    fill();
    const std::string whole = backup_of(system_->database);
    auto& there = empty(GetParam());
    for (std::size_t length = 0; length < whole.size(); length += whole.size() / places(60, 10) + 1)
        EXPECT_FALSE(restored(there, *system_->key, whole.substr(0, length))) << length;
    EXPECT_FALSE(restored(there, *system_->key, whole.substr(0, whole.size() - 1)));
    EXPECT_EQ(there.version(), 0);
}

TEST_P(BackupTest, ARowLeftOutAndSummedAnewBreaksTheChain) {
    fill();
    auto lines = lines_of(backup_of(system_->database));
    auto& there = empty(GetParam());
    ASSERT_EQ(summed_anew(lines), backup_of(system_->database));
    const auto entries = std::find_if(lines.begin(), lines.end(),
                                      [](const auto& line) { return line.starts_with("{\"tabel\":\"audit_entry\""); });
    ASSERT_NE(entries, lines.end());
    auto without = lines;
    without.erase(without.begin() + (entries - lines.begin()) + 1);
    const auto cut = restored(there, *system_->key, summed_anew(without));
    ASSERT_FALSE(cut);
    EXPECT_NE(cut.error().reason.find("auditketen"), std::string::npos) << cut.error().reason;
    const auto content = std::find_if(lines.begin(), lines.end(),
                                      [](const auto& line) { return line.find("inhoud ") != std::string::npos; });
    ASSERT_NE(content, lines.end());
    content->replace(content->find("inhoud "), 6, "anders");
    EXPECT_FALSE(restored(there, *system_->key, summed_anew(lines)));
    EXPECT_EQ(there.version(), 0);
}

TEST_P(BackupTest, BelongsToItsInstallationKey) {
    auto& there = empty(GetParam());
    const auto answer = restored(there, InstallationKey::make(), backup_of(system_->database));
    ASSERT_FALSE(answer);
    EXPECT_NE(answer.error().reason.find(system_->key->id()), std::string::npos) << answer.error().reason;
    EXPECT_EQ(there.version(), 0);
}

TEST_P(BackupTest, OnlyIntoAnEmptyDatabase) {
    const std::string text = backup_of(system_->database);
    EXPECT_FALSE(restored(system_->database, *system_->key, text));
    EXPECT_EQ(backup_of(system_->database), text);
}

TEST_P(BackupTest, OfANewerProgramIsRefused) {
    auto lines = lines_of(backup_of(system_->database));
    const std::string schema = "\"schema\":" + std::to_string(storage::migrations().size());
    const auto at = lines.front().find(schema);
    ASSERT_NE(at, std::string::npos);
    lines.front().replace(at, schema.size(), "\"schema\":99");
    const auto answer = restored(empty(GetParam()), *system_->key, summed_anew(lines));
    ASSERT_FALSE(answer);
    EXPECT_NE(answer.error().reason.find("99"), std::string::npos);
}

TEST_P(BackupTest, OfEveryEarlierVersionOfTheTablesIsTaken) {
    const auto key = InstallationKey::make();
    for (int version = 1; version <= static_cast<int>(storage::migrations().size()); ++version) {
        tests::OwnDatabase own(GetParam());
        Database before({own.address(), 2, clock_.clock(), {}});
        before.migrate(version);
        {
            auto transaction = before.write({storage::Actor::Kind::installation, 0, 0});
            storage::insert_installation(transaction, {true, "Oud", key.id(), "pem"});
            transaction.sql().run_script("insert into municipality (code, name, recorded_at) values ('0153', 'E', 1)");
            transaction.audit({"installatie-gemaakt", {"installatie", 1}, 0, {}, {}});
            transaction.commit();
        }
        auto& there = empty(GetParam());
        const auto summary = restored(there, key, backup_of(before));
        ASSERT_TRUE(summary) << version << ": " << summary.error().text();
        EXPECT_EQ(there.version(), static_cast<int>(storage::migrations().size()));
        std::int64_t rows = 0;
        there.read().sql().first("select count(*) from municipality", {},
                                 [&](const Row& row) { rows = row.integer(0); });
        EXPECT_EQ(rows, 1);
    }
}

using Columns = std::map<std::string, std::map<std::string, std::string>>;

/// Tables, columns and types as the engine has them.
Columns columns_of(Database& database) {
    const auto snapshot = database.read();
    Columns columns;
    snapshot.sql().query(database.engine() == Engine::sqlite
                             ? "select t.name, c.name, lower(c.type) from sqlite_master t, pragma_table_info(t.name) c "
                               "where t.type = 'table'"
                             : "select cast(table_name as text), cast(column_name as text), cast(data_type as text) "
                               "from information_schema.columns where table_schema = current_schema()",
                         {}, [&](const Row& row) { columns[row.string(0)][row.string(1)] = row.string(2); });
    return columns;
}

std::string type_name(ColumnType type, Engine engine) {
    const bool sqlite = engine == Engine::sqlite;
    switch (type) {
        case ColumnType::integer:
            return sqlite ? "integer" : "bigint";
        case ColumnType::real:
            return sqlite ? "real" : "double precision";
        case ColumnType::text:
            return "text";
        case ColumnType::bytes:
            return sqlite ? "blob" : "bytea";
    }
    return "";
}

/// A step that brings a table or column must put it in the list too, or choose to leave it out here.
TEST_P(BackupTest, EveryTableAndColumnIsInAtEveryVersion) {
    for (int version = 1; version <= static_cast<int>(storage::migrations().size()); ++version) {
        tests::OwnDatabase own(GetParam());
        Database database({own.address(), 2, clock_.clock(), {}});
        database.migrate(version);
        Columns expected = columns_of(database);
        expected.erase("schema_version");  // the first line says it
        expected.erase("session");         // everybody signs in again
        Columns listed;
        for (const auto& table : storage::backup_tables(version)) {
            for (const auto& column : table.columns)
                listed[std::string(table.name)][std::string(column.name)] = type_name(column.type, GetParam());
        }
        EXPECT_EQ(listed, expected) << "version " << version;
    }
}

TEST_P(BackupTest, RowsAreInOrderOfTheirPrimaryKey) {
    if (GetParam() != Engine::sqlite) GTEST_SKIP() << "the tables are made by the same steps";
    const auto snapshot = system_->database.read();
    for (const auto& table : storage::backup_tables()) {
        std::vector<std::string> key;
        snapshot.sql().query(
            "select name from pragma_table_info('" + std::string(table.name) + "') where pk > 0 order by pk", {},
            [&](const Row& row) { key.push_back(row.string(0)); });
        std::vector<std::string> listed;
        for (std::size_t i = 0; i < table.key_columns; ++i) listed.emplace_back(table.columns[i].name);
        EXPECT_EQ(listed, key) << table.name;
    }
}

TEST_P(BackupTest, IsMadeByTheAdministratorWithAnEntryThatIsInIt) {
    const auto administrator = somebody(domain::Role::beheerder);
    std::string text;
    const auto summary = make_backup(*system_, administrator, [&](std::string_view piece) { text += piece; });
    ASSERT_TRUE(summary);
    EXPECT_NE(text.find("reservekopie-gemaakt"), std::string::npos);
    EXPECT_EQ(summary->head.number, 3);
    EXPECT_TRUE(restored(empty(GetParam()), *system_->key, text));
    const auto refused =
        make_backup(*system_, somebody(domain::Role::contractmanager_regio), [](std::string_view) { FAIL(); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::forbidden);
}

}  // namespace
}  // namespace slagboom::app
