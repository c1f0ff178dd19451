// kill -9 of the real program at random moments, during imports, screenings and uploads: the chain is whole, what was
// acknowledged is there, nothing is there half, and work that was begun is taken up and takes effect once.
// SLAGBOOM_KILLS says how often (20).
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "app/manage_keys.h"
#include "app/read_file.h"
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
    return asked == nullptr ? 20 : std::stoi(asked);
}

/// Asks on a connection of its own, and gives the answer as far as it came; nothing when nobody listens.
std::string ask(int port, const std::string& request) {
    const int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0) return {};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        send(connection, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
        std::array<char, 4096> piece{};
        for (ssize_t count = 0; (count = recv(connection, piece.data(), piece.size(), 0)) > 0;)
            answer.append(piece.data(), static_cast<std::size_t>(count));
    }
    close(connection);
    return answer;
}

class KillsTest : public OnBothEngines {
 protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        database_ = address();
        write_model(folder_.path() / "model", register_model());
        user("beheer", "beheerder", {});
        user("model", "modeleigenaar", {"--as", "beheer"});
        user("regio", "contractmanager_regio", {"--as", "beheer"});
        done({"model", "load", (folder_.path() / "model").string(), "--as", "model"});
        done({"import", folder_.file("gemeenten.csv", "code;naam\n0141;Almelo\n"),
              folder_.file("aanbieders.csv", small_providers()), "--as", "regio"});
    }

    void done(Words words, const std::string& input = "") {
        add_database(words);
        const Ran ran = run(words, input);
        ASSERT_EQ(ran.code, 0) << ran.err;
    }
    void user(const std::string& name, const std::string& role, const Words& more) {
        Words words{"user", "add", name, "--role", role, "--password-stdin"};
        words.insert(words.end(), more.begin(), more.end());
        done(words, std::string(kSmallPassword) + "\n");
    }

    void add_database(Words& words) const {
        words.insert(words.end(), {"--database", database_, "--key-file", key_file(), "--audit-key",
                                   (folder_.path() / "audit.pem").string()});
    }
    std::string key_file() const { return (folder_.path() / "proef.key").string(); }
    std::string said() const { return text_of(folder_.path() / "out"); }

    pid_t begun(Words words) {
        const std::string path = program_path();
        words.insert(words.begin(), path);
        add_database(words);
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const Channels channels{"/dev/null", (folder_.path() / "out").string(), (folder_.path() / "err").string()};
        const pid_t child = fork();
        if (child < 0) throw std::runtime_error("no process for the program");
        if (child == 0) become_program(path, arguments.data(), channels, false);
        return child;
    }
    static void end(pid_t child) {
        kill(child, SIGKILL);
        int status = 0;
        EXPECT_EQ(waitpid(child, &status, 0), child);
    }
    /// Runs the program, kills it after a while, and gives what it had said by then.
    std::string killed(Words words, std::chrono::microseconds after) {
        const pid_t child = begun(std::move(words));
        std::this_thread::sleep_for(after);
        end(child);
        return said();
    }
    /// The port on which the program listens, as soon as it does.
    int port() const {
        const std::string before = "http://127.0.0.1:";
        for (int i = 0; i < 500; ++i) {
            const std::string text = said();
            const auto at = text.find(before);
            if (at != std::string::npos && text.find('\n', at) != std::string::npos)
                return std::stoi(text.substr(at + before.size()));
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        throw std::runtime_error("the program does not listen");
    }
    std::chrono::microseconds moment(int most_milliseconds) {
        return std::chrono::microseconds(random_() % static_cast<std::uint64_t>(most_milliseconds * 1000));
    }

    TemporaryFolder folder_;
    std::string database_;
    std::mt19937_64 random_{std::random_device()()};
};

SLAGBOOM_ON_BOTH_ENGINES(KillsTest);

TEST_P(KillsTest, ImportsAreWholeOrNotThere) {
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
            if (promised) {
                EXPECT_TRUE(there.contains(name)) << name << " was acknowledged and is not there";
            }
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

/// Each upload is a file of its own, of two chunks, so that most moments are in the middle of one.
TEST_P(KillsTest, UploadsThatWereAcknowledgedAreThereAndWhole) {
    std::string token;
    {
        System system({database_, 2, system_clock(), {}});
        const std::int64_t regio = as(system, "regio").account.id;
        const std::string next_month = Date{system.now().day_in_amsterdam().days + 30}.iso();
        token =
            must(app::create_key(system, as(system, "beheer"), {"proef", regio, {"upload_file"}, next_month})).token;
    }
    constexpr std::size_t kUpload = 300'000;
    int acknowledged = 0;
    for (int round = 0; round < kills() && !HasFailure(); ++round) {
        SCOPED_TRACE(round);
        const pid_t child = begun({"run", "--listen", "localhost:0"});
        const int listens = port();
        std::map<std::int64_t, std::string> promised;
        std::thread client([&] {
            for (int i = 0; i < 1000; ++i) {
                std::string body = fmt::format("bestand {} van ronde {} ", i, round);
                body.resize(kUpload, 'x');
                const std::string answer = ask(
                    listens, fmt::format("POST /api/v1/bestanden?soort=jaarrekening&grondslag=Overeenkomst HTTP/1.1\r\n"
                                         "Host: x\r\nConnection: close\r\nAuthorization: Bearer {}\r\n"
                                         "Content-Type: application/octet-stream\r\nX-Bestandsnaam: proef.txt\r\n"
                                         "Content-Length: {}\r\n\r\n{}",
                                         token, body.size(), body));
                if (answer.empty()) return;
                const std::string location = "Location: /api/v1/bestanden/";
                const auto at = answer.find(location);
                if (at == std::string::npos || answer.find("\r\n\r\n") == std::string::npos) continue;
                promised[std::stoll(answer.substr(at + location.size()))] = body;
            }
        });
        std::this_thread::sleep_for(moment(300));
        end(child);
        client.join();
        System system({database_, 2, system_clock(), {}});
        system.key.emplace(std::move(*InstallationKey::read(key_file())));
        const auto who = as(system, "regio");
        for (const auto& [file, body] : promised)
            EXPECT_EQ(must(app::read_file(system, who, file)).bytes, body) << file;
        acknowledged += static_cast<int>(promised.size());
        EXPECT_EQ(chain_fault(system.database.read().sql()), "");
    }
    // Also what nobody was told of is whole.
    System system({database_, 2, system_clock(), {}});
    system.key.emplace(std::move(*InstallationKey::read(key_file())));
    std::vector<std::int64_t> all;
    system.database.read().sql().query("select id from file", {},
                                       [&](const storage::Row& row) { all.push_back(row.integer(0)); });
    for (const auto file : all)
        EXPECT_EQ(must(app::read_file(system, as(system, "regio"), file)).bytes.size(), kUpload) << file;
    EXPECT_GT(acknowledged, 0);
}

TEST_P(KillsTest, WorkIsTakenUpAndTakesEffectOnce) {
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
