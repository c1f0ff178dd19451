#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace slagboom::server {

enum class Method { get, head, post, put, patch, remove, options };

std::string_view name(Method method);  ///< "GET", "DELETE": as on the wire
std::optional<Method> method_named(std::string_view text);

/// ASCII letters alone: names of headers differ in nothing else.
std::string lower_case(std::string_view text);

/// Names and values in the order in which they came; a name can come more than once.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// A request that was read whole and within its limits.
struct Request {
    Method method = Method::get;  ///< a HEAD arrives here as GET: the server leaves the body out of the answer
    std::string target;           ///< as sent, for the log
    std::string path;             ///< decoded once, see `parse_target`
    Fields query;                 ///< decoded
    Fields headers;               ///< names in lower case; values are bytes as sent, no UTF-8 is promised
    std::string body;
    std::string remote_address;  ///< of the connection: behind a proxy that of the proxy
    std::string id;              ///< made here, 16 random bytes in hexadecimal; one that was sent is ignored

    /// The first header of this name; null when there is none.
    const std::string* header(std::string_view lower_case_name) const;
    /// The first value of this key. Whoever accepts a key once only looks in `query` for a second.
    std::optional<std::string> query_value(std::string_view key) const;
    /// Nothing when the cookie is absent, and when it came twice with different values: then nobody can say which of
    /// them this server set.
    std::optional<std::string> cookie(std::string_view name) const;
};

/// `headers` may not hold what the server itself writes: Connection, Content-Length, Content-Type, Date,
/// Transfer-Encoding, X-Request-ID.
struct Response {
    int status = 200;
    std::string content_type;  ///< empty: no Content-Type
    std::string body;
    Fields headers;
};

/// An error as RFC 9457 writes it, in Dutch: status, title, detail.
Response problem(int status, std::string_view title, std::string_view detail);

}  // namespace slagboom::server
