#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace slagboom::main {

/// A file that is written whole or not at all: readable by its owner alone, never over another, and gone again unless
/// finish() says that it is on the disk.
class NewFile {
 public:
    static Result<NewFile> make(const std::string& path);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    /// A fault is remembered until finish().
    void write(std::string_view bytes);
    Result<bool> finish();

 private:
    NewFile(std::string path, int file) : path_(std::move(path)), file_(file) {}
    void flush();

    std::string path_;
    int file_;
    std::string waiting_;
    int fault_ = 0;  ///< errno
    bool whole_ = false;
};

}  // namespace slagboom::main
