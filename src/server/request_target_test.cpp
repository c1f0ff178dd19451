// What a target may look like, and every way to write one path as another.
#include "server/request_target.h"

#include <gtest/gtest.h>

#include <string>

namespace slagboom::server {
namespace {

using namespace std::string_literals;

TEST(RequestTarget, IsDecodedOnce) {
    const auto target = parse_target("/api/aanbieders/caf%C3%A9%2520/?naam=Zorg+%26%20co&leeg&x=1=2&naam=twee");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/api/aanbieders/café%20/");
    const Fields expected{{"naam", "Zorg & co"}, {"leeg", ""}, {"x", "1=2"}, {"naam", "twee"}};
    EXPECT_EQ(target->query, expected);
}

TEST(RequestTarget, RootAndEmptyQuery) {
    const auto target = parse_target("/?");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/");
    EXPECT_TRUE(target->query.empty());
}

TEST(RequestTarget, DotsWithinANameAreNoTrick) {
    const auto target = parse_target("/.well-known/a..b/...");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/.well-known/a..b/...");
}

TEST(RequestTarget, RefusesWhatTwoReadersReadDifferently) {
    for (const std::string& trick : {
             "/a/../b"s,  "/a/.."s,       "/./a"s,        "/a/%2e%2E/b"s,  "/a/.%2e"s,  "/%2e"s,
             "//a"s,      "/a//b"s,       "/a%2Fb"s,      "/a%2fb"s,       "/a%5cb"s,   "/a\\b"s,
             "/a%00b"s,   "/a%0d%0aX:1"s, "/a%7f"s,       "/a%"s,          "/a%4"s,     "/a%zz"s,
             "/a%c0%af"s, "/a%ff"s,       "/a%ed%a0%80"s, "/caf\xc3\xa9"s, "/a#b"s,     "/a?b#c"s,
             ""s,         "*"s,           "a/b"s,         "http://x/a"s,   "/a?b=%00"s, "/a?b=%f"s,
             "/a?%ff=1"s, "/a b"s,
         }) {
        EXPECT_FALSE(parse_target(trick)) << trick;
    }
}

TEST(RequestTarget, TheReasonDoesNotRepeatTheTarget) {
    const auto target = parse_target("/aanbieders/123456782/..");
    ASSERT_FALSE(target);
    EXPECT_EQ(target.error().reason.find("123456782"), std::string::npos);
}

TEST(Request, HeaderQueryAndCookie) {
    Request request;
    request.headers = {{"accept", "a"}, {"cookie", "sessie=abc=; thema=licht"}, {"accept", "b"}, {"cookie", "x=1;y=2"}};
    request.query = {{"na", "5"}, {"na", "6"}};
    ASSERT_NE(request.header("accept"), nullptr);
    EXPECT_EQ(*request.header("accept"), "a");
    EXPECT_EQ(request.header("host"), nullptr);
    EXPECT_EQ(request.query_value("na"), "5");
    EXPECT_EQ(request.query_value("voor"), std::nullopt);
    EXPECT_EQ(request.cookie("sessie"), "abc=");
    EXPECT_EQ(request.cookie("y"), "2");
    EXPECT_EQ(request.cookie("sess"), std::nullopt);
}

TEST(Request, ACookieThatCameTwiceDifferentlyIsUnknown) {
    Request request;
    request.headers = {{"cookie", "sessie=van-hier; sessie=van-elders"}};
    EXPECT_EQ(request.cookie("sessie"), std::nullopt);
    request.headers = {{"cookie", "sessie=een; sessie=een"}};
    EXPECT_EQ(request.cookie("sessie"), "een");
}

TEST(Request, MethodsAsOnTheWire) {
    EXPECT_EQ(name(Method::remove), "DELETE");
    EXPECT_EQ(method_named("DELETE"), Method::remove);
    EXPECT_EQ(method_named("OPTIONS"), Method::options);
    EXPECT_EQ(method_named("get"), std::nullopt);  // methods are case-sensitive (RFC 9110 §9.1)
    EXPECT_EQ(method_named("TRACE"), std::nullopt);
}

TEST(Response, AProblemIsWrittenAsJson) {
    const Response response = problem(404, "Niet gevonden", "Er is geen \"x\".");
    EXPECT_EQ(response.status, 404);
    EXPECT_EQ(response.content_type, "application/problem+json");
    EXPECT_EQ(
        response.body,
        R"({"status":404,"title":"Niet gevonden","detail":"Er is geen \"x\".","code":"niet-gevonden","fouten":[]})");
}

}  // namespace
}  // namespace slagboom::server
