#include "twin/test_folder.h"

#include <stdlib.h>  // mkdtemp is POSIX

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace slagboom::tests {

namespace fs = std::filesystem;

TestFolder::TestFolder() {
    std::string name = (fs::temp_directory_path() / "slagboom-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("geen map te maken: " + name);
    folder_ = name;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string TestFolder::path(const std::string& inside) const {
    return inside.empty() ? folder_.string() : (folder_ / inside).string();
}

std::string TestFolder::read(const std::string& inside) const { return read_whole(path(inside)); }

void TestFolder::write(const std::string& inside, const std::string& content) const {
    fs::create_directories((folder_ / inside).parent_path());
    std::ofstream out(folder_ / inside, std::ios::binary);
    out << content;
    if (!out.flush()) throw std::runtime_error("niet te schrijven: " + path(inside));
}

std::string read_whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("niet te lezen: " + path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace slagboom::tests
