#include "server/response_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace slagboom::server {
namespace {

/// What the server writes itself.
constexpr std::array<std::string_view, 6> kReserved{"connection", "content-length",    "content-type",
                                                    "date",       "transfer-encoding", "x-request-id"};

bool is_token(std::string_view text) {
    constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [kMarks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               kMarks.find(c) != std::string_view::npos;
    });
}

bool is_field_value(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

bool is_reserved(std::string_view name) {
    const std::string lower = lower_case(name);
    return std::find(kReserved.begin(), kReserved.end(), lower) != kReserved.end();
}

}  // namespace

bool is_writable(const Response& response) {
    if (response.status < 200 || response.status > 599 || !is_field_value(response.content_type)) return false;
    return std::all_of(response.headers.begin(), response.headers.end(), [](const auto& field) {
        return is_token(field.first) && !is_reserved(field.first) && is_field_value(field.second);
    });
}

bool has_body(const Response& response, Method method) {
    return method != Method::head && response.status != 204 && response.status != 304;
}

std::string http_date(std::chrono::system_clock::time_point moment) {
    constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(moment - day));
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", kDays[std::chrono::weekday(day).c_encoding()],
                       static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string head_of(const Response& response, std::string_view reason, std::string_view id,
                    std::chrono::system_clock::time_point moment, bool closes) {
    std::string head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\nX-Request-ID: {}\r\n", response.status, reason,
                                   http_date(moment), id);
    if (!response.content_type.empty()) head += fmt::format("Content-Type: {}\r\n", response.content_type);
    // 204 may not have a length (RFC 9110 §8.6), and that of a 304 would be the length of what is not sent.
    if (response.status != 204 && response.status != 304) {
        head += fmt::format("Content-Length: {}\r\n", response.body.size());
    }
    for (const auto& [name, value] : response.headers) head += fmt::format("{}: {}\r\n", name, value);
    if (closes) head += "Connection: close\r\n";
    return head + "\r\n";
}

}  // namespace slagboom::server
