#include "databases.h"

#include <cstdlib>
#include <filesystem>

#include "base/encoding.h"
#include "base/random.h"

namespace slagboom::tests {
namespace {

std::string server() {
    const char* address = std::getenv("SLAGBOOM_POSTGRESQL");
    return address == nullptr ? std::string() : address;
}

}  // namespace

bool postgresql_is_here() { return !server().empty(); }

OwnDatabase::OwnDatabase(storage::Engine engine) : engine_(engine), name_("test_" + hex(random_bytes(8))) {
    if (engine == storage::Engine::sqlite) {
        address_ = (std::filesystem::temp_directory_path() / (name_ + ".db")).string();
        return;
    }
    storage::open_postgresql(server())->run_script("create schema " + name_);
    address_ = server() + "&options=-csearch_path%3D" + name_;
}

OwnDatabase::~OwnDatabase() {
    if (engine_ == storage::Engine::postgresql) {
        storage::open_postgresql(server())->run_script("drop schema " + name_ + " cascade");
        return;
    }
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(address_ + end, ignored);
}

void OnBothEngines::SetUp() {
    if (GetParam() == storage::Engine::postgresql && !postgresql_is_here())
        GTEST_SKIP() << "no PostgreSQL: ./dev test starts one and names it in SLAGBOOM_POSTGRESQL";
    own_ = std::make_unique<OwnDatabase>(GetParam());
}

std::string engine_name(const testing::TestParamInfo<storage::Engine>& info) {
    return info.param == storage::Engine::sqlite ? "SQLite" : "PostgreSQL";
}

}  // namespace slagboom::tests
