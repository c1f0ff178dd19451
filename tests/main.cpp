#include <gtest/gtest.h>

#include <filesystem>

// Tests name files of the source tree from its root, from wherever they are started; only this source knows where that
// is.
int main(int count, char** arguments) {
    testing::InitGoogleTest(&count, arguments);
    std::filesystem::current_path(SLAGBOOM_SOURCE_DIR);
    return RUN_ALL_TESTS();
}
