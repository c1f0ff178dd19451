#include "files/text_file.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstring>
#include <memory>

namespace slagboom::files {
namespace {

struct Close {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);
    }
};
using File = std::unique_ptr<std::FILE, Close>;

Error system_error(const std::string& path, std::string_view what) {
    return Error{fmt::format("{}: {}", what, std::strerror(errno)), path, 0, 0};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored))
        return Error{"dit is een map; verwacht een bestand", path, 0, 0};
    const File file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) return system_error(path, "kan niet worden gelezen");
    std::string content;
    const auto size = path == "-" ? 0 : std::filesystem::file_size(path, ignored);
    if (!ignored && size <= limit) content.reserve(size + 1);
    const std::size_t step = std::size_t{1} << 16;
    for (;;) {
        const std::size_t had = content.size();
        content.resize(had + step);
        const std::size_t got = std::fread(content.data() + had, 1, step, file.get());
        content.resize(had + got);
        if (content.size() > limit) return Error{fmt::format("het bestand is groter dan {} bytes", limit), path, 0, 0};
        if (got < step) break;
    }
    if (std::ferror(file.get()) != 0) return system_error(path, "kan niet worden gelezen");
    return content;
}

}  // namespace slagboom::files
