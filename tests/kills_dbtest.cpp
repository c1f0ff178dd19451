// kill -9 of the real program at random moments, during imports and during screenings: the chain is whole, what was
// acknowledged is there, nothing is there half, and work that was begun is taken up and takes effect once.
// SLAGBOOM_KILLS says how often (20).
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "jobs/worker.h"
#include "program.h"
#include "small_register.h"
#include "storage/import_store.h"
#include "storage/job_store.h"

namespace slagboom::tests {
namespace {

using app::System;
using Words = std::vector<std::string>;

int kills() {
    const char* const asked = std::getenv("SLAGBOOM_KILLS");
    return asked == nullptr ? 20 : std::atoi(asked);
}

class KillsTest : public testing::Test {
 protected:
    void SetUp() override {
        database_ = (folder_.path() / "proef.db").string();
        write_model(folder_.path() / "model", register_model());
        user("beheer", "beheerder", {});
        user("model", "modeleigenaar", {"--as", "beheer"});
        user("regio", "contractmanager_regio", {"--as", "beheer"});
        done({"model", "load", (folder_.path() / "model").string(), "--as", "model"});
        done({"import", folder_.file("gemeenten.csv", "code;naam\n0141;Almelo\n"),
              folder_.file("aanbieders.csv", small_providers()), "--as", "regio"});
    }

    void done(Words words, const std::string& input = "") {
        words.insert(words.end(), {"--database", database_});
        const Ran ran = run(words, input);
        ASSERT_EQ(ran.code, 0) << ran.err;
    }
    void user(const std::string& name, const std::string& role, const Words& more) {
        Words words{"user", "add", name, "--role", role, "--password-stdin"};
        words.insert(words.end(), more.begin(), more.end());
        done(words, std::string(kSmallPassword) + "\n");
    }

    /// Runs the program, kills it after a while, and gives what it had said by then.
    std::string killed(Words words, std::chrono::microseconds after) {
        const std::string path = program_path();
        words.insert(words.begin(), path);
        words.insert(words.end(), {"--database", database_});
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const Channels channels{"/dev/null", (folder_.path() / "out").string(), (folder_.path() / "err").string()};
        const pid_t child = fork();
        if (child < 0) throw std::runtime_error("no process for the program");
        if (child == 0) become_program(path, arguments.data(), channels, false);
        std::this_thread::sleep_for(after);
        kill(child, SIGKILL);
        int status = 0;
        EXPECT_EQ(waitpid(child, &status, 0), child);
        return text_of(channels.out);
    }
    std::chrono::microseconds moment(int most_milliseconds) {
        return std::chrono::microseconds(random_() % static_cast<std::uint64_t>(most_milliseconds * 1000));
    }

    TemporaryFolder folder_;
    std::string database_;
    std::mt19937_64 random_{std::random_device()()};
};

TEST_F(KillsTest, ImportsAreWholeOrNotThere) {
    constexpr int kFiles = 6;
    constexpr int kRows = 50;
    int acknowledged = 0;
    int missing = 0;
    for (int round = 0; round < kills() && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        Words words{"import"};
        std::vector<std::string> names;
        for (int i = 0; i < kFiles; ++i) {
            std::string csv = kFactHeader;
            for (int row = 0; row < kRows; ++row)
                csv += fmt::format("0010000{};omzet;{};{};kvk;2019-01-01\n", 1 + row % 5, 1960 + row,
                                   1'000'000 + round * kFiles + i);
            names.push_back(fmt::format("feiten-{}-{}.csv", round, i));
            words.push_back(folder_.file(names.back(), csv));
        }
        words.insert(words.end(), {"--as", "regio", "--notation", "nl"});
        const std::string said = killed(words, moment(250));
        storage::Database database({database_, 2, system_clock(), {}});
        const auto snapshot = database.read();
        EXPECT_EQ(chain_fault(snapshot.sql()), "");
        std::set<std::string> there;
        for (const auto& import : storage::imports(snapshot.sql(), 0, 1'000'000)) there.insert(import.file_name);
        for (const auto& name : names) {
            const bool promised = said.find(name + " (feiten)") != std::string::npos;
            acknowledged += promised ? 1 : 0;
            missing += there.contains(name) ? 0 : 1;
            if (promised) EXPECT_TRUE(there.contains(name)) << name << " was acknowledged and is not there";
        }
        // Each import has all of its rows, and no row has an import that is not there.
        snapshot.sql().query(
            "select f.import_id, count(*), coalesce(i.taken + i.superseded, 0) from fact f left join import i on i.id "
            "= "
            "f.import_id group by f.import_id, i.taken, i.superseded",
            {}, [](const storage::Row& row) { EXPECT_EQ(row.integer(1), row.integer(2)) << row.integer(0); });
    }
    RecordProperty("acknowledged", acknowledged);
    RecordProperty("missing", missing);
    EXPECT_GT(acknowledged + missing, 0);
}

TEST_F(KillsTest, WorkIsTakenUpAndTakesEffectOnce) {
    done({"import", folder_.file("feiten.csv", small_facts()), "--as", "regio", "--notation", "nl"});
    for (int round = 0; round < kills() && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        System system({database_, 2, system_clock(), {}});
        for (int i = 0; i < 3; ++i) must(app::queue_screening(system, as(system, "regio"), {}));
        killed({"run", "--listen", "127.0.0.1:0"}, moment(300));
        {
            // Nobody waits a minute here for the lease of who was killed.
            auto transaction = system.database.technical();
            transaction.sql().execute("update job set lease_until = 0 where state = 'bezig'");
            transaction.commit();
        }
        while (jobs::work_once(system)) {
        }
        const auto snapshot = system.database.read();
        EXPECT_EQ(chain_fault(snapshot.sql()), "");
        snapshot.sql().query(
            "select j.id, j.state, count(s.id) from job j left join screening s on s.job_id = j.id "
            "group by j.id, j.state",
            {}, [](const storage::Row& row) {
                EXPECT_EQ(row.text(1), "klaar") << row.integer(0);
                EXPECT_EQ(row.integer(2), 1) << row.integer(0);
            });
    }
}

}  // namespace
}  // namespace slagboom::tests
