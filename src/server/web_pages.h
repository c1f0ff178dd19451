#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "server/message.h"

namespace slagboom::server {

/// A file of the web application, as it stands in the binary: `path` from the root, "/assets/index-1a2b.js". One that
/// can be pressed together is there a second and third time, with .br and .gz after its path.
struct WebFile {
    std::string_view path;
    std::string_view bytes;
};
/// All that the build put in; nothing when it was built without (-DSLAGBOOM_WEB=OFF).
std::span<const WebFile> embedded_web_files();

/// How a region shows itself: its name, and from a folder of its own thema.css, logo.svg or logo.png, and fonts
/// (.woff2). Colours of signals are no part of it.
struct RegionTheme {
    std::string name;
    bool example = false;  ///< says on every page that all of it is invented
    std::map<std::string, std::string> files;
};
/// Reads a theme folder, of at most 50 files and 5 MiB together; other kinds of file are refused by name.
Result<std::map<std::string, std::string>> load_theme(const std::string& folder);

/// What a browser may do with a page: run and show what comes from here alone, nothing inline. `secure`: it may be told
/// to come back over TLS alone.
void add_page_headers(Response& response, bool secure);

/// Answers what is no API: the pages, their scripts and styles, and the theme. Files whose names hold a hash are kept
/// by the browser for a year; all else is asked after each time, and told apart by its ETag.
class WebPages {
 public:
    WebPages(std::span<const WebFile> files, RegionTheme theme);

    /// Whether this answers at all: the program can be built without pages.
    bool present() const { return !entries_.empty(); }
    /// 200, 304, 404 or 405. The address of a page (no dot in its last part) gives the application, which shows it.
    Response answer(const Request& request) const;

 private:
    struct Entry {
        std::string_view plain, brotli, gzip;
        std::string tag;
        bool immutable = false;
    };
    void add(std::string_view path, std::string_view bytes);
    void replace(const std::string& path, std::string_view bytes);
    const Entry* find(const std::string& path) const;
    static Response give(const Request& request, std::string_view path, const Entry& entry);

    RegionTheme theme_;
    std::string theme_json_;
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace slagboom::server
