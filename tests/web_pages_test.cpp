// The pages as a browser asks for them: which file, pressed how, kept how long.
#include "server/web_pages.h"

#include <gtest/gtest.h>

#include <array>

#include "temporary_folder.h"

namespace slagboom::server {
namespace {

constexpr std::array<WebFile, 7> kFiles{{
    {"/assets/app-1a2b.js", "plain script"},
    {"/assets/app-1a2b.js.br", "brotli"},
    {"/assets/app-1a2b.js.gz", "gzip"},
    {"/index.html", "<!doctype html>"},
    {"/thema/thema.css", "default theme"},
    {"/thema/thema.css.br", "default theme, brotli"},
    {"/thema/thema.json", "{}"},
}};

Request asking(const std::string& path, Fields headers = {}) {
    Request request;
    request.path = path;
    request.target = path;
    request.headers = std::move(headers);
    return request;
}
std::string header(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

TEST(WebPages, APageOfTheApplicationIsTheApplication) {
    const WebPages pages(kFiles, {"Meerdam", false, {}});
    for (const auto* path : {"/", "/urgentielijst", "/aanbieders/12/feiten"}) {
        const auto response = pages.answer(asking(path));
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
        EXPECT_EQ(response.body, "<!doctype html>");
        EXPECT_EQ(header(response, "Cache-Control"), "no-cache") << "asked after each time: it names the newest files";
    }
    EXPECT_EQ(pages.answer(asking("/assets/old-9z.js")).status, 404) << "a file that is gone is no page";
    auto post = asking("/urgentielijst");
    post.method = Method::post;
    EXPECT_EQ(pages.answer(post).status, 405);
}

TEST(WebPages, WhatTheBrowserUnpacksIsSentPressed) {
    const WebPages pages(kFiles, {"Meerdam", false, {}});
    const auto body = [&](const std::string& encodings) {
        return pages.answer(asking("/assets/app-1a2b.js", {{"accept-encoding", encodings}})).body;
    };
    EXPECT_EQ(pages.answer(asking("/assets/app-1a2b.js")).body, "plain script");
    EXPECT_EQ(body("gzip, deflate, br"), "brotli");
    EXPECT_EQ(body("gzip;q=0.5"), "gzip");
    EXPECT_EQ(body("br;q=0, gzip"), "gzip");
    EXPECT_EQ(body("br;q=0.000"), "plain script");
    EXPECT_EQ(body("zstd"), "plain script");
    const auto response = pages.answer(asking("/assets/app-1a2b.js", {{"accept-encoding", "br"}}));
    EXPECT_EQ(header(response, "Content-Encoding"), "br");
    EXPECT_EQ(header(response, "Vary"), "Accept-Encoding");
    EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(WebPages, WhatTheBrowserHoldsIsNotSentAgain) {
    const WebPages pages(kFiles, {"Meerdam", false, {}});
    const auto first = pages.answer(asking("/index.html"));
    const auto again = pages.answer(asking("/index.html", {{"if-none-match", header(first, "ETag")}}));
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(again.body, "");
    const auto pressed = pages.answer(asking("/assets/app-1a2b.js", {{"accept-encoding", "br"}}));
    EXPECT_NE(header(pressed, "ETag"), header(pages.answer(asking("/assets/app-1a2b.js")), "ETag"));
}

TEST(WebPages, ARegionBringsItsOwnThemeAndName) {
    const WebPages pages(kFiles, {"Waterrijk", true, {{"thema.css", "purple"}, {"logo.svg", "<svg/>"}}});
    EXPECT_EQ(pages.answer(asking("/thema/thema.css", {{"accept-encoding", "br"}})).body, "purple")
        << "and not the pressed form of ours";
    EXPECT_EQ(pages.answer(asking("/thema/logo.svg")).content_type, "image/svg+xml");
    const auto theme = pages.answer(asking("/thema/thema.json")).body;
    EXPECT_NE(theme.find(R"("naam":"Waterrijk","logo":"/thema/logo.svg")"), std::string::npos) << theme;
    EXPECT_NE(theme.find("verzonnen"), std::string::npos);
    const auto real = WebPages(kFiles, {"Waterrijk", false, {}}).answer(asking("/thema/thema.json")).body;
    EXPECT_EQ(real, R"({"naam":"Waterrijk","logo":null,"melding":null})");
}

TEST(WebPages, AThemeHoldsWhatAThemeHoldsAndNoMore) {
    const tests::TemporaryFolder folder;
    EXPECT_FALSE(load_theme(folder.path().string())) << "no thema.css";
    (void)folder.file("thema.css", ":root{}");
    (void)folder.file("logo.svg", "<svg/>");
    const auto theme = load_theme(folder.path().string());
    ASSERT_TRUE(theme);
    EXPECT_EQ(theme->size(), 2U);
    (void)folder.file("script.js", "alert(1)");
    const auto refused = load_theme(folder.path().string());
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().reason.find("script.js"), std::string::npos);
    EXPECT_FALSE(load_theme("/nergens"));
}

TEST(WebPages, WithoutPagesThereIsNothing) { EXPECT_FALSE(WebPages({}, {"Meerdam", false, {}}).present()); }

}  // namespace
}  // namespace slagboom::server
