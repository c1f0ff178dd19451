// The bytes before a body.
#include "server/response_head.h"

#include <gtest/gtest.h>

#include <string>

namespace slagboom::server {
namespace {

using namespace std::string_literals;
using std::chrono::seconds;

std::chrono::system_clock::time_point at(long seconds_since_1970) {
    return std::chrono::system_clock::time_point(seconds(seconds_since_1970));
}

TEST(ResponseHead, DateIsThatOfTheStandard) {
    // RFC 9110 §5.6.7 gives this date; date -u -d '1994-11-06 08:49:37' +%s gives the seconds.
    EXPECT_EQ(http_date(at(784111777)), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(at(0) + std::chrono::milliseconds(999)), "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST(ResponseHead, IsWrittenInOrder) {
    const Response response{201, "application/json", "{}", {{"Location", "/a"}, {"ETag", "\"1\""}}};
    EXPECT_EQ(head_of(response, "Created", "abc", at(784111777), true),
              "HTTP/1.1 201 Created\r\n"
              "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
              "X-Request-ID: abc\r\n"
              "Content-Type: application/json\r\n"
              "Content-Length: 2\r\n"
              "Location: /a\r\n"
              "ETag: \"1\"\r\n"
              "Connection: close\r\n"
              "\r\n");
}

TEST(ResponseHead, WithoutBodyThereIsNoLength) {
    for (const int status : {204, 304}) {
        const Response response{status, "", "", {}};
        EXPECT_EQ(head_of(response, "", "abc", at(0), false).find("Content-Length"), std::string::npos);
        EXPECT_FALSE(has_body(response, Method::get));
    }
    EXPECT_TRUE(has_body(Response{}, Method::get));
    EXPECT_FALSE(has_body(Response{}, Method::head));
}

TEST(ResponseHead, RefusesWhatWouldEndTheHeader) {
    EXPECT_TRUE(is_writable({200, "text/plain; charset=utf-8", "", {{"X-Naam", "café\t1"}}}));
    for (const Response& response : {
             Response{199, "", "", {}},
             Response{600, "", "", {}},
             Response{200, "text/plain\r\nX: y", "", {}},
             Response{200, "", "", {{"X", "a\r\nSet-Cookie: b=c"}}},
             Response{200, "", "", {{"X", "a\nb"}}},
             Response{200, "", "", {{"X", "a\0b"s}}},
             Response{200, "", "", {{"X: y\r\nZ", "a"}}},
             Response{200, "", "", {{"", "a"}}},
             Response{200, "", "", {{"met blank", "a"}}},
             Response{200, "", "", {{"Content-Length", "5"}}},
             Response{200, "", "", {{"transfer-encoding", "chunked"}}},
             Response{200, "", "", {{"CONNECTION", "close"}}},
         }) {
        EXPECT_FALSE(is_writable(response))
            << response.status << (response.headers.empty() ? "" : response.headers[0].first);
    }
}

}  // namespace
}  // namespace slagboom::server
