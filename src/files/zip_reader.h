#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace slagboom::files {

/// Is this the beginning of a zip file? Says nothing about the rest.
bool looks_like_zip(std::string_view bytes);

/// A zip file in memory, read in a stream and never unpacked to disk, so names of entries lead nowhere. What comes out
/// of it is counted over all entries: above the limit it is a bomb, and reading ends with an error.
///
/// What comes out may be 200 times as large as the file, and 16 MiB more. A sheet as spreadsheets write it is some
/// eleven times as large as its file when all its rows are equal.
class ZipReader {
 public:
    static constexpr std::size_t kMaxUnzipped = std::size_t{512} << 20;
    static constexpr std::size_t kMaxRatio = 200;
    static constexpr std::size_t kUnzippedAtLeast = std::size_t{16} << 20;
    static constexpr std::size_t kMaxEntries = 10000;

    /// The bytes must outlive the reader.
    static Result<ZipReader> open(std::string_view bytes, std::size_t max_unzipped = kMaxUnzipped);

    bool holds(const std::string& name) const;

    /// Gives the content of an entry in blocks, the last one (perhaps empty) marked; its checksum is tested after that.
    /// An error of `take` ends it.
    using Take = std::function<Result<bool>(std::string_view block, bool last)>;
    Result<bool> read(const std::string& name, const Take& take);

 private:
    struct Close {
        void operator()(void* file) const;
    };
    explicit ZipReader(std::size_t left) : left_(left) {}

    std::unique_ptr<void, Close> file_;
    std::size_t left_;  ///< bytes that may still come out
};

}  // namespace slagboom::files
