// A list that was answered before is answered again, as long as it says what the register says now.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>

#include "region_server.h"
#include "storage/register_store.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;
using server::Method;

class KeptListsTest : public RegionServer {
 protected:
    void SetUp() override {
        RegionServer::SetUp();
        if (IsSkipped()) return;
        watched_ = std::make_unique<app::System>(options([this](std::string_view text) { watch(text); }));
        watched_router_ = std::make_unique<server::Router>(*watched_, true);
        token_ = start_session("contractmanager_regio");
    }
    void TearDown() override {
        watched_router_.reset();
        watched_.reset();
        RegionServer::TearDown();
    }

    std::string asked(const server::Router& router, const std::string& query) {
        server::Request request;
        request.path = "/api/v1/aanbieders";
        request.target = request.path + (query.empty() ? "" : "?" + query);
        if (!query.empty()) request.query = {{query.substr(0, query.find('=')), query.substr(query.find('=') + 1)}};
        request.headers = {{"cookie", "slagboom_sessie=" + token_}};
        request.id = "proef";
        const auto answer = router.answer(request);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.body;
    }
    /// From a server that keeps its lists.
    std::string kept(const std::string& query = {}) { return asked(*watched_router_, query); }
    /// From one that has answered nothing before.
    std::string anew(const std::string& query = {}) { return asked(server::Router(system(), true), query); }
    /// How often the register was asked for its providers to answer this.
    int questions(const std::string& query = {}) {
        const int before = questions_;
        kept(query);
        return questions_ - before;
    }
    std::string at(std::int64_t id) { return fmt::format("/api/v1/aanbieders/{}", id); }

    std::unique_ptr<app::System> watched_;
    std::unique_ptr<server::Router> watched_router_;
    std::string token_;

 private:
    void watch(std::string_view text) {
        if (text.find("from provider p") != std::string_view::npos && text.find("l.summary") != std::string_view::npos)
            ++questions_;
    }
    std::atomic<int> questions_ = 0;
};
SLAGBOOM_ON_BOTH_ENGINES(KeptListsTest);

TEST_P(KeptListsTest, TheRegisterIsAskedOnceUntilSomethingIsRecorded) {
    EXPECT_EQ(questions(), 1);
    EXPECT_EQ(questions(), 0);
    EXPECT_EQ(questions("volgorde=urgentie"), 1) << "another question";
    EXPECT_EQ(get(at(almelo()), "privacy").status, 200);
    EXPECT_EQ(questions(), 0) << "somebody who looks changes nothing";
    EXPECT_EQ(send(Method::put, at(almelo()) + "/volgen", {}, "privacy").status, 204);
    EXPECT_EQ(questions(), 1);
    EXPECT_EQ(questions("volgorde=urgentie"), 1);
}

TEST_P(KeptListsTest, WhoLooksIsWrittenDownEachTime) {
    kept();
    kept();
    EXPECT_EQ(entries("lijst-bekeken").size(), 2U);
}

TEST_P(KeptListsTest, WhatAnotherServerRecordedIsSeenAtOnce) {
    std::string before = kept();
    const auto changed = [&](const std::string& what) {
        const std::string now = kept();
        EXPECT_NE(now, before) << what;
        EXPECT_EQ(now, anew()) << what;
        before = now;
    };
    ASSERT_EQ(send(Method::put, at(almelo()) + "/volgen", {}, "contractmanager_regio").status, 204);
    changed("followed");
    ASSERT_EQ(send(Method::remove, at(almelo()) + "/volgen", {}, "contractmanager_regio").status, 204);
    changed("no longer followed");
    ASSERT_EQ(send(Method::post, "/api/v1/imports?soort=aanbieders&bestandsnaam=aanbieders.csv",
                   "aanbieder;naam;van;tot\n00100031;Zorg aan de Regge;2018-01-01;\n", "contractmanager_regio",
                   {{"content-type", "text/csv; charset=utf-8"}})
                  .status,
              201);
    changed("another name");
    const json merge{{"metAanbieder", almelo()}, {"reden", "Dezelfde."}};
    ASSERT_EQ(send(Method::post, at(enschede()) + "/samenvoegingen", merge.dump(), "contractmanager_regio").status,
              201);
    changed("merged");
}

TEST_P(KeptListsTest, TheDayPasses) {
    auto transaction = system().database.write({storage::Actor::Kind::account, account("contractmanager_regio"), 0});
    storage::ContractLine line{0,      enschede(), "C-2", "G-2",        "wonen",     "Wonen",
                               "0141", 50'000'00,  12,    "2018-01-01", "2019-05-10"};
    storage::insert(transaction, 0, std::vector<storage::ContractLine>{line});
    transaction.audit({"proef", {"aanbieder", enschede()}, 0, {}, {}});
    transaction.commit();
    const std::string today = kept();
    EXPECT_NE(today.find("150000"), std::string::npos) << today;
    clock_.set(Instant{1'557'388'800'000'000 + 24LL * 3'600 * 1'000'000});
    token_ = start_session("contractmanager_regio");
    EXPECT_EQ(kept(), anew()) << "the contract of a day before no longer counts";
    EXPECT_EQ(kept().find("150000"), std::string::npos);
}

TEST_P(KeptListsTest, EverybodySeesHisOwn) {
    ASSERT_EQ(send(Method::put, at(almelo()) + "/volgen", {}, "contractmanager_regio").status, 204);
    const std::string mine = kept();
    token_ = start_session("contractmanager_gemeente");
    EXPECT_NE(kept(), mine);
    EXPECT_EQ(kept(), anew());
    EXPECT_EQ(json::parse(kept()).at("totaal"), 1) << "Enschede's own";
}

TEST_P(KeptListsTest, AListOfAMomentIsAskedEachTime) {
    EXPECT_EQ(questions("bekendOp=2019-05-09"), 1);
    EXPECT_EQ(questions("bekendOp=2019-05-09"), 1);
}

}  // namespace
}  // namespace slagboom::tests
