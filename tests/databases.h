#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "base/clock.h"
#include "storage/database.h"

namespace slagboom::tests {

/// An empty database of one engine that goes with the test: a file for SQLite, a schema for PostgreSQL (whose server
/// ./dev test starts and names in SLAGBOOM_POSTGRESQL).
class OwnDatabase {
 public:
    explicit OwnDatabase(storage::Engine engine);
    ~OwnDatabase();
    OwnDatabase(const OwnDatabase&) = delete;
    OwnDatabase& operator=(const OwnDatabase&) = delete;

    const std::string& address() const { return address_; }

 private:
    storage::Engine engine_;
    std::string name_;
    std::string address_;
};

bool postgresql_is_here();

/// A test that runs on both engines. The clock stands still at 9 May 2019, 10:00 in Amsterdam.
class OnBothEngines : public testing::TestWithParam<storage::Engine> {
 protected:
    void SetUp() override;
    void TearDown() override { own_.reset(); }

    std::string address() const { return own_->address(); }
    storage::DatabaseOptions options(storage::Connection::Before before = {}) const {
        return {address(), 8, clock_.clock(), std::move(before)};
    }

    SettableClock clock_{Instant{1'557'388'800'000'000}};  // 2019-05-09T08:00:00Z
    std::unique_ptr<OwnDatabase> own_;
};

std::string engine_name(const testing::TestParamInfo<storage::Engine>& info);

#define SLAGBOOM_ON_BOTH_ENGINES(suite)                                                                            \
    INSTANTIATE_TEST_SUITE_P(                                                                                      \
        Engines, suite, testing::Values(slagboom::storage::Engine::sqlite, slagboom::storage::Engine::postgresql), \
        slagboom::tests::engine_name)

}  // namespace slagboom::tests
