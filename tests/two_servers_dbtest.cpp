// Servers hold nothing that another on the same database would miss: sessions, jobs and files are shared.
#include <gtest/gtest.h>

#include "jobs/worker.h"
#include "region_server.h"
#include "temporary_folder.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;

class TwoServers : public RegionServer {
 protected:
    void SetUp() override {
        RegionServer::SetUp();
        if (IsSkipped()) return;
        other_ = std::make_unique<app::System>(options());
        // Both machines have the key file of the installation.
        const std::string file = (folder_.path() / "slagboom.key").string();
        ASSERT_FALSE(system().key->write(file));
        auto key = InstallationKey::read(file);
        ASSERT_TRUE(key);
        other_->key.emplace(std::move(*key));
        other_router_ = std::make_unique<server::Router>(*other_, true);
    }
    void TearDown() override {
        other_router_.reset();
        other_.reset();
        RegionServer::TearDown();
    }

    server::Response ask_other(Method method, const std::string& path, const std::string& token) {
        server::Request request;
        request.method = method;
        request.target = request.path = path;
        request.headers = {{"cookie", "slagboom_sessie=" + token}, {"x-slagboom", "1"}};
        request.id = "proef";
        return other_router_->answer(request);
    }

    TemporaryFolder folder_;
    std::unique_ptr<app::System> other_;
    std::unique_ptr<server::Router> other_router_;
};
SLAGBOOM_ON_BOTH_ENGINES(TwoServers);

TEST_P(TwoServers, ASessionOfTheOneIsOneOfTheOther) {
    const auto token = start_session("contractmanager_regio");
    EXPECT_EQ(ask_other(Method::get, "/api/v1/sessies/huidige", token).status, 200);
    EXPECT_EQ(ask_other(Method::remove, "/api/v1/sessies/huidige", token).status, 204);
    // Ended there, ended here.
    EXPECT_EQ(get("/api/v1/sessies/huidige", "contractmanager_regio").status, 401);
}

TEST_P(TwoServers, AJobOfTheOneIsDoneByTheOther) {
    store_model("models/twente");
    const auto queued =
        send(Method::post, "/api/v1/screenings", R"({"soort":"volledig","peildatum":"2019-05-09","fase":"monitoring"})",
             "contractmanager_regio");
    ASSERT_EQ(queued.status, 202) << queued.body;
    const auto id = std::to_string(json_of(queued).at("id").get<std::int64_t>());
    EXPECT_TRUE(jobs::work_once(*other_));
    EXPECT_FALSE(jobs::work_once(system()));
    const auto job = json_of(get("/api/v1/taken/" + id, "contractmanager_regio"));
    // In this small region nobody may be in service; either way the other server ended it, with what came of it.
    EXPECT_TRUE(job.at("status") == "gelukt" || !job.at("reden").is_null()) << job;
}

TEST_P(TwoServers, AFileOfTheOneIsReadAtTheOther) {
    const std::string pdf = "%PDF-1.4\nproef\n";
    const auto stored =
        send(Method::post,
             "/api/v1/bestanden?soort=jaarrekening&grondslag=Overeenkomst&aanbieder=" + std::to_string(enschede()), pdf,
             "contractmanager_regio",
             {{"content-type", "application/octet-stream"}, {"x-bestandsnaam", "jaarrekening.pdf"}});
    ASSERT_EQ(stored.status, 201) << stored.body;
    const auto id = std::to_string(json_of(stored).at("id").get<std::int64_t>());
    const auto read =
        ask_other(Method::get, "/api/v1/bestanden/" + id + "/inhoud", start_session("contractmanager_regio"));
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.body, pdf);
}

}  // namespace
}  // namespace slagboom::tests
