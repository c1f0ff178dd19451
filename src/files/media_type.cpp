#include "files/media_type.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "files/zip_reader.h"

namespace slagboom::files {
namespace {

using namespace std::string_view_literals;

/// A list of content types is a page at most; what is longer is not looked at.
constexpr std::size_t kLongestList = std::size_t{1} << 20;

/// An Office file says in its list of content types what its main part is.
std::optional<std::string_view> office_type(std::string_view bytes) {
    auto zip = ZipReader::open(bytes, kLongestList);
    if (!zip) return std::nullopt;
    std::string list;
    const auto take = [&](std::string_view block, bool /*last*/) -> Result<bool> {
        list += block;
        return true;
    };
    if (!zip->read("[Content_Types].xml", take)) return std::nullopt;
    const auto names = [&](std::string_view type) { return list.find(type) != std::string::npos; };
    if (names("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")) return kSheet;
    if (names("vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")) return kDocument;
    return std::nullopt;
}

bool is_text(std::string_view bytes) {
    const auto control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
    };
    return !bytes.empty() && !first_bad_byte(bytes) && std::none_of(bytes.begin(), bytes.end(), control);
}

}  // namespace

std::optional<std::string_view> media_type(std::string_view bytes) {
    if (bytes.starts_with("%PDF-"sv)) return kPdf;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return kPng;
    if (bytes.starts_with("\xff\xd8\xff"sv)) return kJpeg;
    if (looks_like_zip(bytes)) return office_type(bytes);
    if (is_text(bytes)) return kText;
    return std::nullopt;
}

}  // namespace slagboom::files
