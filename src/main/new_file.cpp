#include "main/new_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace slagboom::main {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;

}  // namespace

Result<NewFile> NewFile::make(const std::string& path) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return Error{fmt::format("kan niet worden gemaakt: {}", std::strerror(errno)), path, 0, 0};
    return NewFile(path, file);
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      waiting_(std::move(other.waiting_)),
      fault_(other.fault_),
      whole_(other.whole_) {}

NewFile::~NewFile() {
    if (file_ < 0) return;
    close(file_);
    if (!whole_) unlink(path_.c_str());
}

void NewFile::write(std::string_view bytes) {
    waiting_ += bytes;
    if (waiting_.size() >= kBuffer) flush();
}

void NewFile::flush() {
    std::string_view left = waiting_;
    while (!left.empty() && fault_ == 0) {
        const ssize_t written = ::write(file_, left.data(), left.size());
        if (written > 0)
            left.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            fault_ = errno;
    }
    waiting_.clear();
}

Result<bool> NewFile::finish() {
    flush();
    if (fault_ == 0 && fsync(file_) != 0) fault_ = errno;
    if (fault_ != 0) return Error{fmt::format("kan niet worden geschreven: {}", std::strerror(fault_)), path_, 0, 0};
    whole_ = true;
    return true;
}

}  // namespace slagboom::main
