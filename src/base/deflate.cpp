#include "base/deflate.h"

#define ZLIB_CONST  // the library promises not to change what it reads
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <new>

#include "base/octets.h"

namespace slagboom {
namespace {

/// Unpacks, piece by piece; gives its memory back when it goes.
class Unpacking {
 public:
    explicit Unpacking(std::string_view packed) : rest_(packed) {
        if (inflateInit(&stream_) != Z_OK) throw std::bad_alloc();
    }
    ~Unpacking() { inflateEnd(&stream_); }
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;

    /// Fills what it can of `room` and gives the status of zlib; `written` says how much.
    int fill(unsigned char* room, std::size_t size, std::size_t& written) {
        constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
        const auto offered = static_cast<uInt>(std::min(rest_.size(), kMost));
        stream_.next_in = octets(rest_);
        stream_.avail_in = offered;
        stream_.next_out = room;
        stream_.avail_out = static_cast<uInt>(std::min(size, kMost));
        const auto room_offered = stream_.avail_out;
        const int status = inflate(&stream_, Z_NO_FLUSH);
        rest_.remove_prefix(offered - stream_.avail_in);
        written = room_offered - stream_.avail_out;
        return status;
    }
    bool nothing_left() const { return rest_.empty(); }

 private:
    z_stream stream_{};
    std::string_view rest_;
};

}  // namespace

std::string deflated(std::string_view bytes) {
    uLong length = compressBound(bytes.size());
    std::string packed(length, '\0');
    const int status = compress2(octets(packed), &length, octets(bytes), bytes.size(), 6);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    if (status != Z_OK) std::abort();  // the room is enough by the word of compressBound
    packed.resize(length);
    return packed;
}

Result<std::string> inflated(std::string_view packed, std::size_t limit) {
    constexpr std::size_t kStep = std::size_t{1} << 16;
    Unpacking unpacking(packed);
    std::string bytes;
    for (int status = Z_OK; status != Z_STREAM_END;) {
        const std::size_t had = bytes.size();
        std::size_t written = 0;
        bytes.resize(had + kStep);
        status = unpacking.fill(octets(bytes) + had, kStep, written);
        if (status == Z_MEM_ERROR) throw std::bad_alloc();
        bytes.resize(had + written);
        if (bytes.size() > limit) return Error{fmt::format("uitgepakt is dit groter dan {} bytes", limit), "", 0, 0};
        const bool goes_on = status == Z_OK && written > 0;
        if (!goes_on && status != Z_STREAM_END)
            return Error{"de ingepakte gegevens zijn beschadigd of afgekapt", "", 0, 0};
    }
    if (!unpacking.nothing_left()) return Error{"achter de ingepakte gegevens staat nog iets", "", 0, 0};
    return bytes;
}

}  // namespace slagboom
