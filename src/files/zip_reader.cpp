#include "files/zip_reader.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <new>

#include "base/text.h"

namespace slagboom::files {
namespace {

Error zip_error(std::string reason) { return {std::move(reason), "", 0, 0}; }

/// The bytes as minizip reads them: it asks for a stream to seek in. One per archive, freed when minizip closes it.
struct Memory {
    std::string_view bytes;
    std::size_t at = 0;
};

voidpf open_memory(voidpf opaque, const void* /*name*/, int /*mode*/) {
    return new (std::nothrow) Memory{*static_cast<const std::string_view*>(opaque)};
}

uLong read_memory(voidpf /*opaque*/, voidpf stream, void* to, uLong size) {
    auto& memory = *static_cast<Memory*>(stream);
    const std::string_view found = memory.bytes.substr(memory.at, size);
    std::memcpy(to, found.data(), found.size());
    memory.at += found.size();
    return static_cast<uLong>(found.size());
}

uLong write_memory(voidpf /*opaque*/, voidpf /*stream*/, const void* /*from*/, uLong /*size*/) { return 0; }

ZPOS64_T tell_memory(voidpf /*opaque*/, voidpf stream) { return static_cast<Memory*>(stream)->at; }

long seek_memory(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
    auto& memory = *static_cast<Memory*>(stream);
    ZPOS64_T from = 0;
    if (origin == SEEK_CUR) from = memory.at;
    if (origin == SEEK_END) from = memory.bytes.size();
    if (offset > memory.bytes.size() - from) return -1;
    memory.at = static_cast<std::size_t>(from + offset);
    return 0;
}

int close_memory(voidpf /*opaque*/, voidpf stream) {
    delete static_cast<Memory*>(stream);
    return 0;
}

int error_of_memory(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }

}  // namespace

void ZipReader::Close::operator()(void* file) const { unzClose(file); }

bool looks_like_zip(std::string_view bytes) { return bytes.starts_with(std::string_view("PK\x03\x04", 4)); }

Result<ZipReader> ZipReader::open(std::string_view bytes, std::size_t max_unzipped) {
    zlib_filefunc64_def functions{open_memory, read_memory,  write_memory,    tell_memory,
                                  seek_memory, close_memory, error_of_memory, &bytes};
    ZipReader reader(std::min(max_unzipped, kUnzippedAtLeast + kMaxRatio * bytes.size()));
    reader.file_.reset(unzOpen2_64("", &functions));
    if (!reader.file_) return zip_error("het zip-bestand is kapot of niet af");
    unz_global_info64 info{};
    if (unzGetGlobalInfo64(reader.file_.get(), &info) != UNZ_OK || info.number_entry > kMaxEntries)
        return zip_error(fmt::format("het zip-bestand is kapot of heeft meer dan {} onderdelen", kMaxEntries));
    return reader;
}

bool ZipReader::holds(const std::string& name) const {
    return unzLocateFile(file_.get(), name.c_str(), 2) == UNZ_OK;  // 2: capitals make no difference
}

Result<bool> ZipReader::read(const std::string& name, const Take& take) {
    const auto broken = [&] {
        return zip_error(fmt::format("onderdeel '{}' is kapot of versleuteld", quotable(name)));
    };
    if (!holds(name)) return zip_error(fmt::format("onderdeel '{}' ontbreekt", quotable(name)));
    if (unzOpenCurrentFile(file_.get()) != UNZ_OK) return broken();
    std::array<char, 65536> block{};
    Result<bool> done = true;
    for (int got = 1; got > 0 && done;) {
        got = unzReadCurrentFile(file_.get(), block.data(), static_cast<unsigned>(block.size()));
        const auto size = static_cast<std::size_t>(std::max(got, 0));
        if (got < 0)
            done = broken();
        else if (size > left_)
            done = zip_error("uitgepakt is dit bestand te groot om te lezen");
        else
            done = take(std::string_view(block.data(), size), got == 0);
        left_ -= std::min(size, left_);
    }
    if (unzCloseCurrentFile(file_.get()) != UNZ_OK && done) return broken();  // the checksum
    return done;
}

}  // namespace slagboom::files
