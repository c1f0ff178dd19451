#include "server/web_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

#include "base/sha256.h"
#include "base/text.h"
#include "server/json.h"

namespace slagboom::server {
namespace {

constexpr std::size_t kMostThemeFiles = 50;
constexpr std::uintmax_t kMostThemeBytes = std::uintmax_t{5} << 20;
constexpr std::string_view kApplication = "/index.html";

struct Kind {
    std::string_view ending;
    std::string_view type;
};
constexpr std::array<Kind, 10> kKinds{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::string_view type_of(std::string_view path) {
    for (const auto& kind : kKinds) {
        if (path.ends_with(kind.ending)) return kind.type;
    }
    return "application/octet-stream";
}

bool fits_a_theme(std::string_view name) {
    const auto kinds = {".css", ".svg", ".png", ".woff2", ".txt"};
    return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

/// A page is asked for by a path without a dot in its last part.
bool is_page(std::string_view path) { return path.substr(path.rfind('/') + 1).find('.') == std::string_view::npos; }

/// Does the list of Accept-Encoding hold this coding, not refused with q=0?
bool accepts(const Request& request, std::string_view coding) {
    const auto* header = request.header("accept-encoding");
    if (header == nullptr) return false;
    for (const auto part : split(*header, ',')) {
        const auto pieces = split(part, ';');
        if (trimmed(pieces.front()) != coding) continue;
        if (pieces.size() == 1) return true;
        const auto weight = trimmed(pieces[1]);
        return !weight.starts_with("q=0") || weight.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

Response refused(int status, std::string_view title, std::string_view detail) {
    auto response = problem(status, title, detail);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

std::string theme_json(const RegionTheme& theme) {
    std::optional<std::string> logo;
    for (const auto* name : {"logo.svg", "logo.png"}) {
        if (!logo && theme.files.contains(name)) logo = "/thema/" + std::string(name);
    }
    Json json;
    json.open().text("naam", theme.name).text("logo", logo);
    if (theme.example) {
        json.open("melding").text("nl", "Voorbeeldgegevens: alle aanbieders en cijfers zijn verzonnen.");
        json.text("en", "Sample data: all providers and figures are invented.").close();
    } else {
        json.null("melding");
    }
    return json.close().take();
}

}  // namespace

Result<std::map<std::string, std::string>> load_theme(const std::string& folder) {
    std::error_code error;
    std::map<std::string, std::string> files;
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const auto name = entry.path().filename().string();
        if (!entry.is_regular_file() || !fits_a_theme(name))
            return Error{
                fmt::format("'{}' hoort niet in een thema: alleen .css, .svg, .png, .woff2 en .txt", quotable(name)),
                folder, 0, 0};
        bytes += entry.file_size();
        if (files.size() == kMostThemeFiles || bytes > kMostThemeBytes)
            return Error{"een thema heeft ten hoogste 50 bestanden en 5 MiB", folder, 0, 0};
        std::ifstream stream(entry.path(), std::ios::binary);
        files[name].assign(std::istreambuf_iterator<char>(stream), {});
        if (!stream) return Error{"kan niet worden gelezen", entry.path().string(), 0, 0};
    }
    if (error) return Error{"deze map kan niet worden gelezen", folder, 0, 0};
    if (!files.contains("thema.css")) return Error{"een thema heeft een bestand thema.css", folder, 0, 0};
    return files;
}

void add_page_headers(Response& response, bool secure) {
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("X-Frame-Options", "DENY");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.emplace_back("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (secure) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

WebPages::WebPages(std::span<const WebFile> files, RegionTheme theme) : theme_(std::move(theme)) {
    if (files.empty()) return;
    theme_json_ = theme_json(theme_);
    for (const auto& file : files) add(file.path, file.bytes);
    for (const auto& [name, bytes] : theme_.files) replace("/thema/" + name, bytes);
    replace("/thema/thema.json", theme_json_);
}

/// What the region brings takes the place of ours, pressed forms and all.
void WebPages::replace(const std::string& path, std::string_view bytes) {
    entries_.erase(path);
    add(path, bytes);
}

void WebPages::add(std::string_view path, std::string_view bytes) {
    for (const std::string_view ending : {".br", ".gz"}) {
        if (!path.ends_with(ending)) continue;
        auto& entry = entries_[std::string(path.substr(0, path.size() - ending.size()))];
        (ending == ".br" ? entry.brotli : entry.gzip) = bytes;
        return;
    }
    auto& entry = entries_[std::string(path)];
    entry.plain = bytes;
    entry.tag = sha256_hex(bytes).substr(0, 32);
    entry.immutable = path.starts_with("/assets/");
}

const WebPages::Entry* WebPages::find(const std::string& path) const {
    const auto found = entries_.find(path);
    return found == entries_.end() || found->second.tag.empty() ? nullptr : &found->second;
}

Response WebPages::answer(const Request& request) const {
    if (request.method != Method::get) {
        auto response = refused(405, "Methode niet toegestaan", "Een pagina wordt alleen gelezen.");
        response.headers.emplace_back("Allow", "GET, HEAD");
        return response;
    }
    if (const auto* entry = find(request.path)) return give(request, request.path, *entry);
    const auto* application = is_page(request.path) ? find(std::string(kApplication)) : nullptr;
    if (application == nullptr) return refused(404, "Niet gevonden", "Dit adres is er niet.");
    return give(request, kApplication, *application);
}

Response WebPages::give(const Request& request, std::string_view path, const Entry& entry) {
    Response response;
    std::string tag = entry.tag;
    std::string_view bytes = entry.plain;
    std::string_view coding;
    if (!entry.brotli.empty() && accepts(request, "br")) {
        bytes = entry.brotli;
        coding = "br";
    } else if (!entry.gzip.empty() && accepts(request, "gzip")) {
        bytes = entry.gzip;
        coding = "gzip";
    }
    // Other bytes, another tag: a cache may hold more than one coding of a file.
    if (!coding.empty()) tag += fmt::format("-{}", coding);
    tag = fmt::format("\"{}\"", tag);
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    response.headers.emplace_back("Cache-Control",
                                  entry.immutable ? "public, max-age=31536000, immutable" : "no-cache");
    const auto* held = request.header("if-none-match");
    if (held != nullptr && held->find(tag) != std::string::npos) {
        response.status = 304;
        return response;
    }
    if (!coding.empty()) response.headers.emplace_back("Content-Encoding", coding);
    response.content_type = type_of(path);
    response.body = bytes;
    return response;
}

}  // namespace slagboom::server
