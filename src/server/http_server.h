#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/message.h"

namespace slagboom::server {

struct HttpOptions {
    std::string address = "127.0.0.1";  ///< an IP address, no name
    unsigned short port = 8080;         ///< 0: any that is free
    std::string certificate_file;       ///< PEM, the whole chain; with `key_file` TLS 1.2 and later, without both HTTP
    std::string key_file;               ///< PEM

    std::size_t workers = 8;            ///< threads that run handlers, so also handlers that run at once
    std::size_t queued_requests = 256;  ///< that wait for a worker; more get 503
    std::size_t connections = 1000;     ///< open at once; more are turned away with 503, with TLS without a word
    std::size_t header_bytes = std::size_t{16} * 1024;  ///< of the request line, and as many again of all header fields

    std::chrono::milliseconds header_time{10'000};  ///< from the first byte to the end of the header; TLS handshake
    std::chrono::milliseconds idle_time{60'000};    ///< between an answer and the next request
    std::chrono::milliseconds body_time{30'000};    ///< see `bytes_per_second`
    std::chrono::milliseconds write_time{30'000};   ///< see `bytes_per_second`
    /// A body or an answer that takes longer than its time must keep up this rate from then on, and may never stand
    /// still for as long as that time: a large file over a slow line passes, a connection held open on purpose does
    /// not.
    std::size_t bytes_per_second = std::size_t{16} * 1024;
    std::chrono::milliseconds drain_time{20'000};  ///< what is in flight may take when the server stops
    Fields own_headers;  ///< on every answer that the server gives by itself, without a handler
};

/// One answer that left, for the log and the counters; also those that the server gave itself, without a handler.
struct Exchange {
    std::string id;
    std::string method;  ///< as sent; empty when the request line could not be read
    std::string target;  ///< as sent; may hold personal data
    std::string remote_address;
    int status = 0;
    std::size_t received_bytes = 0;         ///< of the body
    std::size_t sent_bytes = 0;             ///< header and body; fewer than meant when the other side went away
    std::chrono::microseconds duration{0};  ///< from the first byte of the request to the last of the answer
    std::string fault;                      ///< what a handler did wrong: for the log, never for a client
};

/// Plain and synchronous, called on threads of its own, several at once: it may wait for a database. An exception
/// becomes a 500; a response that cannot be written (headers with line ends, reserved names, a status outside 200–599)
/// as well.
using Handler = std::function<Response(const Request&)>;
/// Largest body in bytes for this request. Called before the body is read, on the network thread: it may not wait.
using BodyLimit = std::function<std::size_t(Method, std::string_view path)>;
/// Called after every answer, on the network thread: it may not wait.
using Observer = std::function<void(const Exchange&)>;

/// HTTP/1.1 over TCP or TLS. One thread does all reading and writing, so that a slow client costs memory and no thread;
/// handlers run on a pool. Every connection, queue, header, body and wait has a limit from `HttpOptions`.
///
/// Several can live in one process. Signals are the caller's. HTTP/1.0 is answered and closed; HTTP/2 needs a proxy.
class HttpServer {
 public:
    HttpServer(HttpOptions options, Handler handler, BodyLimit body_limit, Observer observer = {});
    /// Stops, and waits for handlers that are still running: a thread cannot be taken back.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Once. Listens when it returns; the port that was taken, or why not.
    Result<unsigned short> start();
    unsigned short port() const;  ///< 0 before `start`

    /// From now no new connections. What was being read or answered is finished, each with `Connection: close`; what is
    /// not done after `drain_time` is cut. Returns when no connection is left. Not to be called by a handler.
    void stop();
    /// Returns when the server has stopped, or at once when it never started.
    void wait();

 private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace slagboom::server
