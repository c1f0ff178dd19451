#pragma once

#include <filesystem>
#include <string>

namespace slagboom::tests {

/// A folder of its own under the system's temporary one; gone when the test ends.
class TestFolder {
 public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    std::string path(const std::string& inside = "") const;
    std::string read(const std::string& inside) const;
    void write(const std::string& inside, const std::string& content) const;

 private:
    std::filesystem::path folder_;
};

std::string read_whole(const std::string& path);

}  // namespace slagboom::tests
