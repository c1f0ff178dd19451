// A server that really listens, and clients that write bytes to a socket: well-behaved ones, clumsy ones and hostile
// ones.
#include "server/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <future>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace slagboom::server {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// A wait that only a broken server reaches.
constexpr std::chrono::milliseconds kFar = 20s;

using Texts = std::vector<std::string>;

/// What a client read of one answer.
struct Answer {
    int status = 0;  ///< 0: the connection ended before an answer was whole
    std::string head;
    std::string body;

    bool has(const std::string& line) const { return head.find(line + "\r\n") != std::string::npos; }
};

/// A TCP connection to the server of a test, or TLS over it.
class Client {
 public:
    explicit Client(unsigned short port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (socket_ < 0) return;
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        is_open_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    Client(Client&& other) noexcept
        : socket_(std::exchange(other.socket_, -1)),
          is_open_(other.is_open_),
          session_(std::exchange(other.session_, nullptr)),
          unread_(std::move(other.unread_)) {}
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    Client& operator=(Client&&) = delete;
    ~Client() {
        SSL_free(session_);
        if (socket_ >= 0) ::close(socket_);
    }

    bool is_open() const { return is_open_; }

    bool shake_hands(SSL_CTX* context) {
        session_ = SSL_new(context);
        SSL_set_fd(session_, socket_);
        return SSL_connect(session_) == 1;
    }
    SSL* session() const { return session_; }

    /// False when the server does not take it any more.
    bool send(const std::string& bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t left = bytes.size() - at;
            const ssize_t count = session_ != nullptr ? SSL_write(session_, bytes.data() + at, static_cast<int>(left))
                                                      : ::send(socket_, bytes.data() + at, left, MSG_NOSIGNAL);
            if (count <= 0) return false;
            at += static_cast<std::size_t>(count);
        }
        return true;
    }
    void end_sending() const { ::shutdown(socket_, SHUT_WR); }

    /// `has_body` is false for an answer to HEAD.
    Answer read(bool has_body = true) {
        Answer answer;
        std::size_t end = 0;
        while ((end = unread_.find("\r\n\r\n")) == std::string::npos) {
            if (!read_more()) return answer;
        }
        answer.head = unread_.substr(0, end + 2);
        unread_.erase(0, end + 4);
        const std::string field = "\r\nContent-Length: ";
        const auto at = answer.head.find(field);
        const std::size_t length =
            at == std::string::npos || !has_body ? 0 : std::stoul(answer.head.substr(at + field.size()));
        while (unread_.size() < length) {
            if (!read_more()) return answer;
        }
        answer.body = unread_.substr(0, length);
        unread_.erase(0, length);
        answer.status = std::stoi(answer.head.substr(9, 3));
        return answer;
    }

    Answer ask(const std::string& bytes) {
        send(bytes);
        return read();
    }

    /// Reads until the server has ended the connection; false when it is still open after `patience`.
    bool is_ended(std::chrono::milliseconds patience = kFar) {
        while (read_more(patience)) {
        }
        return !is_late_;
    }
    /// By a reset, upon which many systems throw away what was received and not yet read.
    bool was_reset() const { return was_reset_; }

 private:
    bool read_more(std::chrono::milliseconds patience = kFar) {
        pollfd ready{socket_, POLLIN, 0};
        const bool has_pending = session_ != nullptr && SSL_pending(session_) > 0;
        if (!has_pending && ::poll(&ready, 1, static_cast<int>(patience.count())) != 1) {
            is_late_ = true;
            return false;
        }
        char bytes[4096];
        const ssize_t count =
            session_ != nullptr ? SSL_read(session_, bytes, sizeof bytes) : ::recv(socket_, bytes, sizeof bytes, 0);
        was_reset_ = count < 0;
        if (count <= 0) return false;
        unread_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    bool is_open_ = false;
    bool is_late_ = false;
    bool was_reset_ = false;
    SSL* session_ = nullptr;
    std::string unread_;
};

/// A handler's gate: requests wait in it until the test opens it.
class Gate {
 public:
    void enter() {
        ++inside_;
        opened_.wait();
    }
    void open() { opening_.set_value(); }
    int inside() const { return inside_; }
    void wait_for(int count) const {
        const auto limit = Clock::now() + kFar;
        while (inside_ < count && Clock::now() < limit) std::this_thread::sleep_for(1ms);
        ASSERT_GE(inside_, count);
    }

 private:
    std::promise<void> opening_;
    std::shared_future<void> opened_ = opening_.get_future().share();
    std::atomic<int> inside_ = 0;
};

/// What the test's handler saw, as text.
Response echo(const Request& request) {
    if (request.path == "/fout") throw std::runtime_error("stuk: wachtwoord");
    if (request.path == "/vreemd") throw 7;
    if (request.path == "/inspuiting") return {200, "text/plain", "", {{"Location", "x\r\nSet-Cookie: a=b"}}};
    if (request.path == "/dubbel") return {200, "text/plain", "", {{"content-length", "5"}}};
    if (request.path == "/leeg") return {204, "", "", {}};
    if (request.path == "/groot") return {200, "text/plain", std::string(5'000'000, 'x'), {}};
    std::string text(name(request.method));
    text += ' ' + request.path;
    for (const auto& [key, value] : request.query) text.append(" ").append(key).append("=").append(value);
    return {200, "text/plain", text + '|' + request.body, {{"X-Extra", "ja"}}};
}

std::size_t thousand(Method /*method*/, std::string_view path) { return path == "/upload" ? 100'000 : 1000; }

HttpOptions on_any_port() {
    HttpOptions options;
    options.port = 0;
    options.workers = 2;
    return options;
}

/// A running server and what its observer saw.
class Running {
 public:
    explicit Running(const HttpOptions& options = on_any_port(), Handler handler = echo)
        : server_(options, std::move(handler), thousand, [this](const Exchange& exchange) {
              const std::lock_guard lock(mutex_);
              exchanges_.push_back(exchange);
          }) {
        const auto started = server_.start();
        if (!started) throw std::runtime_error(started.error().text());
        port_ = *started;
    }
    HttpServer& server() { return server_; }
    unsigned short port() const { return port_; }
    Client connect() const { return Client(port_); }
    /// One request on a connection of its own.
    Answer ask(const std::string& bytes) const { return connect().ask(bytes); }
    /// When there are this many: the observer is told after the client has its answer.
    std::vector<Exchange> exchanges(std::size_t count) {
        const auto limit = Clock::now() + kFar;
        while (seen() < count && Clock::now() < limit) std::this_thread::sleep_for(1ms);
        const std::lock_guard lock(mutex_);
        EXPECT_EQ(exchanges_.size(), count);
        exchanges_.resize(count);
        return exchanges_;
    }
    std::size_t seen() {
        const std::lock_guard lock(mutex_);
        return exchanges_.size();
    }

 private:
    std::mutex mutex_;
    std::vector<Exchange> exchanges_;
    HttpServer server_;
    unsigned short port_ = 0;
};

std::string get(const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"; }
std::string post(const std::string& target, const std::string& fields, const std::string& body) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
}
std::string post(const std::string& target, const std::string& body) {
    return post(target, "Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

std::string id_of(const Answer& answer) {
    const std::string field = "\r\nX-Request-ID: ";
    const auto at = answer.head.find(field);
    return at == std::string::npos ? "" : answer.head.substr(at + field.size(), 32);
}

/// With the number of the request, as the answers of the API have it.
bool is_problem(const Answer& answer, int status) {
    return answer.status == status && answer.has("Content-Type: application/problem+json") &&
           answer.body.starts_with("{\"instance\":\"" + id_of(answer) + "\",\"status\":" + std::to_string(status) +
                                   ",\"title\":\"");
}

// ---------------------------------------------------------------------------------------------------- well-behaved

TEST(HttpServer, AnswersAndKeepsTheConnection) {
    Running running;
    Client client = running.connect();
    const Answer first = client.ask(get("/a%20b?x=1&y=%C3%A9"));
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, "GET /a b x=1 y=é|");
    EXPECT_TRUE(first.head.starts_with("HTTP/1.1 200 OK\r\n"));
    EXPECT_TRUE(first.has("Content-Type: text/plain"));
    EXPECT_TRUE(first.has("X-Extra: ja"));
    EXPECT_FALSE(first.has("Connection: close"));
    const Answer second = client.ask(post("/c", "inhoud"));
    EXPECT_EQ(second.body, "POST /c|inhoud");
    EXPECT_EQ(id_of(first).find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(id_of(first).size(), 32U);
    EXPECT_NE(id_of(first), id_of(second));
}

TEST(HttpServer, NamesNoSoftware) {
    Running running;
    for (const std::string& request : Texts{get("/a"), get("/../a"), std::string("onzin\r\n\r\n")}) {
        const Answer answer = running.ask(request);
        EXPECT_EQ(answer.head.find("Server:"), std::string::npos);
        EXPECT_EQ(answer.head.find("Beast"), std::string::npos);
        EXPECT_EQ(id_of(answer).size(), 32U) << answer.head;
    }
}

TEST(HttpServer, PipelinedRequestsAreAnsweredInOrder) {
    Running running;
    Client client = running.connect();
    client.send(get("/een") + post("/twee", "2") + get("/drie"));
    EXPECT_EQ(client.read().body, "GET /een|");
    EXPECT_EQ(client.read().body, "POST /twee|2");
    EXPECT_EQ(client.read().body, "GET /drie|");
}

TEST(HttpServer, ReadsByteByByte) {
    Running running;
    Client client = running.connect();
    for (const char c : post("/a", "Transfer-Encoding: chunked\r\n", "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")) {
        client.send(std::string(1, c));
        std::this_thread::sleep_for(200us);
    }
    EXPECT_EQ(client.read().body, "POST /a|abcde");
    EXPECT_EQ(client.ask(get("/b")).body, "GET /b|");
}

TEST(HttpServer, HeadIsTheGetWithoutItsBody) {
    Running running;
    Client client = running.connect();
    client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + get("/b"));
    const Answer head = client.read(false);
    EXPECT_EQ(head.status, 200);
    EXPECT_TRUE(head.has("Content-Length: 7"));  // of "GET /a|"
    EXPECT_EQ(client.read().body, "GET /b|");
    EXPECT_EQ(running.exchanges(2)[0].method, "HEAD");
}

TEST(HttpServer, NoContentHasNoLength) {
    Running running;
    Client client = running.connect();
    const Answer answer = client.ask(get("/leeg"));
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.head.find("Content-Length"), std::string::npos);
    EXPECT_EQ(client.ask(get("/b")).body, "GET /b|");
}

TEST(HttpServer, ClosesWhenAsked) {
    Running running;
    Client client = running.connect();
    const Answer answer = client.ask("GET /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has("Connection: close"));
    EXPECT_TRUE(client.is_ended());
    Client old = running.connect();
    EXPECT_EQ(old.ask("GET /a HTTP/1.0\r\n\r\n").status, 200);
    EXPECT_TRUE(old.is_ended());
}

TEST(HttpServer, AnswersAClientThatHasEndedItsHalf) {
    Running running;
    Client client = running.connect();
    client.send(get("/a"));
    client.end_sending();
    EXPECT_EQ(client.read().status, 200);
    EXPECT_TRUE(client.is_ended());
}

TEST(HttpServer, ExpectContinueIsAnsweredBeforeTheBody) {
    Running running;
    Client client = running.connect();
    const Answer go_on = client.ask(post("/a", "Expect: 100-continue\r\nContent-Length: 2\r\n", ""));
    EXPECT_EQ(go_on.status, 100);
    EXPECT_EQ(client.ask("ab").body, "POST /a|ab");
    const Answer refused = client.ask(post("/a", "Expect: 100-continue\r\nContent-Length: 2000\r\n", ""));
    EXPECT_TRUE(is_problem(refused, 413)) << refused.head;
    EXPECT_TRUE(is_problem(running.ask(post("/a", "Expect: koffie\r\nContent-Length: 2\r\n", "ab")), 417));
}

TEST(HttpServer, LargeAnswersArriveWhole) {
    Running running;
    const Answer answer = running.ask(get("/groot"));
    EXPECT_EQ(answer.body.size(), 5'000'000U);
}

TEST(HttpServer, ConcurrentClientsEachGetTheirOwnAnswers) {
    Running running;
    std::atomic<int> right = 0;
    std::vector<std::thread> clients;
    for (int client_number = 0; client_number < 16; ++client_number) {
        clients.emplace_back([&running, &right, client_number] {
            Client client = running.connect();
            for (int i = 0; i < 50; ++i) {
                const std::string body = std::to_string(client_number) + '-' + std::to_string(i);
                if (client.ask(post("/a", body)).body == "POST /a|" + body) ++right;
            }
        });
    }
    for (std::thread& client : clients) client.join();
    EXPECT_EQ(right, 800);  // 16 clients with 50 requests each
    std::set<std::string> ids;
    for (const Exchange& exchange : running.exchanges(800)) ids.insert(exchange.id);
    EXPECT_EQ(ids.size(), 800U);
}

TEST(HttpServer, TwoServersInOneProcess) {
    Running first;
    Running second(on_any_port(), [](const Request&) { return Response{200, "text/plain", "tweede", {}}; });
    EXPECT_NE(first.port(), second.port());
    EXPECT_EQ(first.ask(get("/a")).body, "GET /a|");
    EXPECT_EQ(second.ask(get("/a")).body, "tweede");
    first.server().stop();
    EXPECT_EQ(second.ask(get("/a")).body, "tweede");
}

// -------------------------------------------------------------------------------------------------- wrong or hostile

TEST(HttpServer, TooLargeHeadersAre431) {
    Running running;
    const std::string large(20'000, 'a');
    EXPECT_TRUE(is_problem(running.ask("GET /a HTTP/1.1\r\nHost: x\r\nX: " + large + "\r\n\r\n"), 431));
    EXPECT_TRUE(is_problem(running.ask("GET /" + large + " HTTP/1.1\r\nHost: x\r\n\r\n"), 431));
    EXPECT_EQ(running.ask("GET /a HTTP/1.1\r\nHost: x\r\nX: " + std::string(10'000, 'a') + "\r\n\r\n").status, 200);
}

TEST(HttpServer, WhatItAnswersByItselfCarriesItsOwnHeaders) {
    HttpOptions options = on_any_port();
    options.own_headers = {{"X-Frame-Options", "DENY"}};
    Running running(options, [](const Request& request) -> Response {
        if (request.path == "/stuk") throw std::runtime_error("stuk");
        return {200, "text/plain", "goed", {}};
    });
    for (const auto& bytes : {get("/../a"), get("/stuk"), "GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n\r\n",
                              post("/a", std::string(2000, 'b')), std::string("geen http\r\n\r\n")})
        EXPECT_TRUE(running.ask(bytes).has("X-Frame-Options: DENY")) << bytes.substr(0, 60);
    EXPECT_FALSE(running.ask(get("/a")).has("X-Frame-Options: DENY")) << "a handler says what it wants to say";
}

TEST(HttpServer, TooLargeBodiesAre413InBothFramings) {
    Running running;
    EXPECT_TRUE(is_problem(running.ask(post("/a", std::string(1001, 'b'))), 413));
    EXPECT_EQ(running.ask(post("/a", std::string(1000, 'b'))).status, 200);
    // Before a byte of the body is sent: the length alone decides.
    EXPECT_TRUE(is_problem(running.ask(post("/a", "Content-Length: 99999999999\r\n", "")), 413));

    const std::string half = "1f4\r\n" + std::string(500, 'c') + "\r\n";  // 0x1f4 = 500
    EXPECT_EQ(running.ask(post("/a", "Transfer-Encoding: chunked\r\n", half + half + "0\r\n\r\n")).status, 200);
    EXPECT_TRUE(is_problem(
        running.ask(post("/a", "Transfer-Encoding: chunked\r\n", half + half + "1\r\nc\r\n0\r\n\r\n")), 413));
    EXPECT_TRUE(is_problem(running.ask(post("/a", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n")), 413));
    // The limit goes by path.
    EXPECT_EQ(running.ask(post("/upload", std::string(100'000, 'd'))).status, 200);
}

TEST(HttpServer, ARefusedBodyDoesNotSwallowTheAnswer) {
    // A client that writes everything before it reads must still find the 413.
    Running running;
    for (int i = 0; i < 20; ++i) {
        Client client = running.connect();
        EXPECT_TRUE(client.send(post("/a", std::string(300'000, 'b'))));
        EXPECT_EQ(client.read().status, 413);
        EXPECT_TRUE(client.is_ended());
        EXPECT_FALSE(client.was_reset());
    }
}

TEST(HttpServer, EndlessChunkLinesAreRefused) {
    Running running;
    const Answer answer = running.ask(post("/a", "Transfer-Encoding: chunked\r\n", "1;" + std::string(60'000, 'x')));
    EXPECT_TRUE(is_problem(answer, 431)) << answer.head;
}

TEST(HttpServer, ConflictingFramingIsRefusedAndTheConnectionEnds) {
    Running running;
    for (const std::string& fields : Texts{
             "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
             "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
             "Content-Length: 2\r\nContent-Length: 3\r\n",
             "Content-Length: 2\r\nContent-Length: 2\r\n",
             "Content-Length: 2, 2\r\n",
             "Content-Length: +2\r\n",
             "Content-Length: 0x2\r\n",
             "Content-Length: \r\n",
             "Content-Length: 99999999999999999999999\r\n",
             "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
             "Content-Length : 2\r\n",
             "Host: y\r\n",
             "Authorization: a\r\nAuthorization: b\r\n",
         }) {
        Client client = running.connect();
        const Answer answer = client.ask(post("/a", fields, "ab" + get("/smokkel")));
        EXPECT_TRUE(is_problem(answer, 400)) << fields << answer.head;
        EXPECT_TRUE(answer.has("Connection: close")) << fields;
        EXPECT_EQ(client.read().status, 0) << fields;
    }
    for (const Exchange& exchange : running.exchanges(13)) EXPECT_NE(exchange.target, "/smokkel");
}

TEST(HttpServer, OtherTransferEncodingsAreRefused) {
    Running running;
    for (const std::string& encoding : Texts{"gzip", "gzip, chunked", "chunked, gzip", "identity", "xchunked"}) {
        Client client = running.connect();
        const Answer answer = client.ask(post("/a", "Transfer-Encoding: " + encoding + "\r\n", get("/smokkel")));
        EXPECT_TRUE(is_problem(answer, 501)) << encoding << answer.head;
        EXPECT_EQ(client.read().status, 0) << encoding;
    }
    EXPECT_TRUE(is_problem(running.ask("POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400));
}

TEST(HttpServer, ATrailerIsNoHeader) {
    std::atomic<bool> was_seen = false;
    Running running(on_any_port(), [&was_seen](const Request& request) {
        if (request.header("authorization") != nullptr) was_seen = true;
        return echo(request);
    });
    const std::string body = "1\r\na\r\n0\r\nAuthorization: Bearer x\r\n\r\n";
    EXPECT_EQ(running.ask(post("/a", "Transfer-Encoding: chunked\r\n", body)).body, "POST /a|a");
    EXPECT_FALSE(was_seen);
}

TEST(HttpServer, MalformedRequestsAre400) {
    Running running;
    using namespace std::string_literals;
    for (const std::string& bytes : Texts{
             "onzin\r\n\r\n"s,
             "GET /a HTTP/2.0\r\nHost: x\r\n\r\n"s,
             "GET /a HTTPS/1.1\r\nHost: x\r\n\r\n"s,
             "GET /a\r\n\r\n"s,
             "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n"s,
             "GET /a HTTP/1.1\r\n\r\n"s,
             "GET /a HTTP/1.1\nHost: x\n\n"s,
             "GET /a HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n"s,
             "GET /a HTTP/1.1\r\nHost: x\r\nzonder dubbele punt\r\n\r\n"s,
             "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"s,
             "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n"s,
         }) {
        EXPECT_TRUE(is_problem(running.ask(bytes), 400)) << bytes;
    }
}

TEST(HttpServer, PathTricksAre400) {
    Running running;
    for (const std::string& target :
         Texts{"/a/../b", "/%2e%2e/b", "//a", "/a%2fb", "/a%5Cb", "/a%00", "/a%zz", "/a%ff", "*"}) {
        EXPECT_TRUE(is_problem(running.ask(get(target)), 400)) << target;
    }
}

TEST(HttpServer, UnknownMethodsAre501) {
    Running running;
    for (const std::string& method : Texts{"TRACE", "CONNECT", "BREW", "get"}) {
        EXPECT_TRUE(is_problem(running.ask(method + " /a HTTP/1.1\r\nHost: x\r\n\r\n"), 501)) << method;
    }
}

TEST(HttpServer, WhatAHandlerThrowsStaysInside) {
    Running running;
    Client client = running.connect();
    for (const std::string& path : Texts{"/fout", "/vreemd", "/inspuiting", "/dubbel"}) {
        const Answer answer = client.ask(get(path));
        EXPECT_TRUE(is_problem(answer, 500)) << path << answer.head;
        EXPECT_EQ(answer.body.find("wachtwoord"), std::string::npos);
        EXPECT_EQ(answer.head.find("Set-Cookie"), std::string::npos);
    }
    EXPECT_EQ(client.ask(get("/b")).body, "GET /b|");  // the same connection, the server lives
    const auto exchanges = running.exchanges(5);
    EXPECT_EQ(exchanges[0].fault, "stuk: wachtwoord");
    EXPECT_EQ(exchanges[0].status, 500);
    for (std::size_t i = 1; i < 4; ++i) EXPECT_FALSE(exchanges[i].fault.empty());
    EXPECT_TRUE(exchanges[4].fault.empty());
}

TEST(HttpServer, TheObserverSeesWhatNeverReachedAHandler) {
    Running running;
    running.ask(get("/a/../b"));
    running.ask(post("/c", "inhoud"));
    const auto exchanges = running.exchanges(2);
    EXPECT_EQ(exchanges[0].status, 400);
    EXPECT_EQ(exchanges[0].target, "/a/../b");
    EXPECT_EQ(exchanges[1].received_bytes, 6U);  // "inhoud"
    EXPECT_EQ(exchanges[1].remote_address, "127.0.0.1");
    EXPECT_GT(exchanges[1].sent_bytes, 14U);  // "POST /c|inhoud" and a header
}

// -------------------------------------------------------------------------------------------------------------- slow

HttpOptions impatient() {
    HttpOptions options = on_any_port();
    options.header_time = 300ms;
    options.idle_time = 300ms;
    options.body_time = 300ms;
    options.write_time = 300ms;
    return options;
}

/// Writes a byte every 20 ms until the server has had enough; how long that took.
Clock::duration drip(Client& client, const std::string& bytes) {
    const auto began = Clock::now();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!client.send(bytes.substr(i, 1))) break;
        if (client.is_ended(20ms)) break;
    }
    return Clock::now() - began;
}

TEST(HttpServer, ASlowHeaderIsCut) {
    HttpOptions options = impatient();
    options.idle_time = 60s;
    Running running(options);
    Client client = running.connect();
    const auto took = drip(client, "GET /a HTTP/1.1\r\nHost: x\r\nX: " + std::string(2000, 'a'));
    EXPECT_LT(took, 10s);  // 2000 bytes would take 40 s
    EXPECT_EQ(running.exchanges(1)[0].status, 408);

    Client later = running.connect();
    EXPECT_EQ(later.ask(get("/a")).status, 200);
    later.send("GET /a HT");
    EXPECT_TRUE(later.is_ended(10s));

    Client silent = running.connect();
    silent.send("GET /a HT");
    EXPECT_TRUE(is_problem(silent.read(), 408));
    EXPECT_TRUE(silent.is_ended());
}

TEST(HttpServer, ASlowBodyIsCut) {
    Running running(impatient());
    Client client = running.connect();
    client.send(post("/a", "Content-Length: 1000\r\n", ""));
    EXPECT_LT(drip(client, std::string(1000, 'a')), 10s);  // 1000 bytes would take 20 s
    EXPECT_EQ(running.exchanges(1)[0].status, 408);
}

TEST(HttpServer, AnUploadThatKeepsUpTheRateMayTakeLonger) {
    HttpOptions options = impatient();
    options.bytes_per_second = 5'000;
    Running running(options);
    Client client = running.connect();
    client.send(post("/upload", "Content-Length: 20000\r\n", ""));
    // 1000 bytes per 60 ms is more than three times the rate, and 1.2 s in all is four times the time of a body.
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(client.send(std::string(1000, 'u')));
        std::this_thread::sleep_for(60ms);
    }
    EXPECT_EQ(client.read().status, 200);
}

TEST(HttpServer, AnIdleConnectionIsClosedWithoutAWord) {
    Running running(impatient());
    Client never_asked = running.connect();
    Client asked_once = running.connect();
    EXPECT_EQ(asked_once.ask(get("/a")).status, 200);
    EXPECT_EQ(asked_once.read().status, 0);
    EXPECT_EQ(never_asked.read().status, 0);
    EXPECT_EQ(running.seen(), 1U);
}

TEST(HttpServer, AClientThatDoesNotReadIsCut) {
    HttpOptions options = impatient();
    Running running(options,
                    [](const Request&) { return Response{200, "text/plain", std::string(30'000'000, 'x'), {}}; });
    Client client = running.connect();
    client.send(get("/a"));
    EXPECT_LT(running.exchanges(1)[0].sent_bytes, 30'000'000U);
}

TEST(HttpServer, HalfOpenConnectionsDoNotHoldAnotherClient) {
    Running running;
    std::vector<Client> half_open;
    for (int i = 0; i < 200; ++i) {
        half_open.push_back(running.connect());
        ASSERT_TRUE(
            half_open.back().send(i % 2 == 0 ? "GET /a HTTP/1.1\r\nHo" : post("/a", "Content-Length: 9\r\n", "a")));
    }
    const auto began = Clock::now();
    EXPECT_EQ(running.ask(get("/b")).body, "GET /b|");
    EXPECT_LT(Clock::now() - began, 5s);  // they would be cut after 10 and 30 s
}

// ------------------------------------------------------------------------------------------------------------ limits

TEST(HttpServer, AFullQueueIs503) {
    Gate gate;
    HttpOptions options = on_any_port();
    options.workers = 1;
    options.queued_requests = 1;
    Running running(options, [&gate](const Request& request) {
        gate.enter();
        return echo(request);
    });
    Client at_work = running.connect();
    at_work.send(get("/een"));
    gate.wait_for(1);
    // One more waits; which of the two that come now is turned away is a matter of who is read first.
    Client second = running.connect();
    Client third = running.connect();
    second.send(get("/x"));
    third.send(get("/x"));
    auto answer_of = [](Client& client) { return std::async(std::launch::async, [&client] { return client.read(); }); };
    auto of_second = answer_of(second);
    auto of_third = answer_of(third);
    running.exchanges(1);
    gate.open();
    EXPECT_EQ(at_work.read().body, "GET /een|");
    const Answer answers[] = {of_second.get(), of_third.get()};
    const Answer& refused = answers[0].status == 503 ? answers[0] : answers[1];
    const Answer& served = answers[0].status == 503 ? answers[1] : answers[0];
    EXPECT_TRUE(is_problem(refused, 503));
    EXPECT_TRUE(refused.has("Retry-After: 2"));
    EXPECT_EQ(served.body, "GET /x|");
    EXPECT_EQ(running.ask(get("/later")).body, "GET /later|");
}

TEST(HttpServer, TooManyConnectionsAreTurnedAway) {
    HttpOptions options = on_any_port();
    options.connections = 2;
    Running running(options);
    Client first = running.connect();
    {
        Client second = running.connect();
        EXPECT_EQ(first.ask(get("/a")).status, 200);
        EXPECT_EQ(second.ask(get("/a")).status, 200);
        Client third = running.connect();
        const Answer refused = third.ask(get("/a"));
        EXPECT_TRUE(is_problem(refused, 503));
        EXPECT_TRUE(refused.has("Retry-After: 2"));
        EXPECT_TRUE(third.is_ended());
    }
    // A place that comes free is given away again.
    Answer answer;
    const auto limit = Clock::now() + kFar;
    while (answer.status != 200 && Clock::now() < limit) answer = running.ask(get("/b"));
    EXPECT_EQ(answer.body, "GET /b|");
}

// ---------------------------------------------------------------------------------------------------------- stopping

TEST(HttpServer, StopAnswersWhatIsInFlight) {
    Gate gate;
    Running running(on_any_port(), [&gate](const Request& request) {
        gate.enter();
        return echo(request);
    });
    Client idle = running.connect();
    std::optional<Client> in_flight(running.connect());
    in_flight->send(get("/a"));
    gate.wait_for(1);
    auto stopping = std::async(std::launch::async, [&running] { running.server().stop(); });
    EXPECT_TRUE(idle.is_ended(10s));                 // the drain has begun
    EXPECT_FALSE(Client(running.port()).is_open());  // and nobody new comes in
    EXPECT_EQ(stopping.wait_for(0s), std::future_status::timeout);
    gate.open();
    const Answer answer = in_flight->read();
    EXPECT_EQ(answer.body, "GET /a|");
    EXPECT_TRUE(answer.has("Connection: close"));
    EXPECT_TRUE(in_flight->is_ended());
    in_flight.reset();
    EXPECT_EQ(stopping.wait_for(kFar), std::future_status::ready);
    running.server().stop();  // again is nothing
    running.server().wait();
}

TEST(HttpServer, StopFinishesARequestThatIsStillBeingSent) {
    Running running;
    std::optional<Client> client(running.connect());
    Client idle = running.connect();
    EXPECT_EQ(client->ask(post("/a", "Expect: 100-continue\r\nContent-Length: 4\r\n", "")).status, 100);
    auto stopping = std::async(std::launch::async, [&running] { running.server().stop(); });
    EXPECT_TRUE(idle.is_ended(10s));
    EXPECT_EQ(client->ask("abcd").body, "POST /a|abcd");
    EXPECT_TRUE(client->is_ended());
    client.reset();
    EXPECT_EQ(stopping.wait_for(kFar), std::future_status::ready);
}

TEST(HttpServer, StopDoesNotWaitLongerThanTheDrainTime) {
    Gate gate;
    HttpOptions options = on_any_port();
    options.workers = 1;
    options.drain_time = 200ms;
    auto running = std::make_unique<Running>(options, [&gate](const Request& request) {
        gate.enter();
        return echo(request);
    });
    Client stuck = running->connect();
    stuck.send(get("/a"));
    gate.wait_for(1);
    Client queued = running->connect();
    EXPECT_EQ(queued.ask(post("/b", "Expect: 100-continue\r\nContent-Length: 2\r\n", "")).status, 100);
    queued.send("ab");
    const auto began = Clock::now();
    running->server().stop();
    EXPECT_GE(Clock::now() - began, 200ms);
    EXPECT_LT(Clock::now() - began, 10s);
    EXPECT_EQ(stuck.read().status, 0);
    gate.open();
    running.reset();
    EXPECT_EQ(gate.inside(), 1);  // what still waited for a worker was not taken up
}

TEST(HttpServer, WaitReturnsWhenStopped) {
    Running running;
    auto waiting = std::async(std::launch::async, [&running] { running.server().wait(); });
    EXPECT_EQ(waiting.wait_for(50ms), std::future_status::timeout);
    running.server().stop();
    EXPECT_EQ(waiting.wait_for(kFar), std::future_status::ready);
}

// ---------------------------------------------------------------------------------------------------------- starting

TEST(HttpServer, SaysWhyItCannotStart) {
    Running running;
    HttpOptions options = on_any_port();
    options.port = running.port();
    HttpServer same_port(options, echo, thousand);
    const auto taken = same_port.start();
    ASSERT_FALSE(taken);
    EXPECT_NE(taken.error().reason.find("poort " + std::to_string(running.port())), std::string::npos);

    options = on_any_port();
    options.address = "geen adres";
    EXPECT_FALSE(HttpServer(options, echo, thousand).start());
    options = on_any_port();
    options.certificate_file = "certificaat.pem";
    EXPECT_FALSE(HttpServer(options, echo, thousand).start());
    options.key_file = "sleutel.pem";
    const auto absent = HttpServer(options, echo, thousand).start();
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().file, "certificaat.pem");
    EXPECT_FALSE(running.server().start());  // once
    HttpServer never_started(on_any_port(), echo, thousand);
    never_started.wait();
    EXPECT_EQ(never_started.port(), 0);
}

// --------------------------------------------------------------------------------------------------------------- TLS

/// A key and a certificate signed by itself, in a folder that goes with the test.
class Certificate {
 public:
    Certificate() : folder_(std::filesystem::temp_directory_path() / ("slagboom-tls-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder_);
        EVP_PKEY* key = EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
        X509* certificate = X509_new();
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
        X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
        X509_NAME* subject = X509_get_subject_name(certificate);
        const std::string host = "localhost";
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(host.data()),
                                   static_cast<int>(host.size()), -1, 0);
        X509_set_issuer_name(certificate, subject);
        X509_set_pubkey(certificate, key);
        X509_sign(certificate, key, EVP_sha256());
        std::FILE* file = std::fopen(certificate_file().c_str(), "w");
        PEM_write_X509(file, certificate);
        std::fclose(file);
        file = std::fopen(key_file().c_str(), "w");
        PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
        std::fclose(file);
        X509_free(certificate);
        EVP_PKEY_free(key);
    }
    Certificate(const Certificate&) = delete;
    Certificate& operator=(const Certificate&) = delete;
    ~Certificate() { std::filesystem::remove_all(folder_); }

    std::string certificate_file() const { return folder_ / "certificaat.pem"; }
    std::string key_file() const { return folder_ / "sleutel.pem"; }

 private:
    std::filesystem::path folder_;
};

struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
using ClientContext = std::unique_ptr<SSL_CTX, FreeContext>;

HttpOptions with_tls(const Certificate& certificate) {
    HttpOptions options = impatient();
    options.certificate_file = certificate.certificate_file();
    options.key_file = certificate.key_file();
    return options;
}

TEST(HttpServer, SpeaksTls) {
    const Certificate certificate;
    Running running(with_tls(certificate));
    const ClientContext context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    ASSERT_EQ(SSL_CTX_load_verify_locations(context.get(), certificate.certificate_file().c_str(), nullptr), 1);
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        SSL_CTX_set_min_proto_version(context.get(), version);
        SSL_CTX_set_max_proto_version(context.get(), version);
        Client client = running.connect();
        ASSERT_TRUE(client.shake_hands(context.get()));
        EXPECT_EQ(SSL_version(client.session()), version);
        client.send(get("/een") + post("/twee", "2"));
        EXPECT_EQ(client.read().body, "GET /een|");
        EXPECT_EQ(client.read().body, "POST /twee|2");
        EXPECT_EQ(client.ask(get("/groot")).body.size(), 5'000'000U);
        EXPECT_TRUE(is_problem(client.ask(post("/a", std::string(2000, 'b'))), 413));
        EXPECT_TRUE(client.is_ended());
    }
}

TEST(HttpServer, RefusesTls11) {
    const Certificate certificate;
    Running running(with_tls(certificate));
    const ClientContext context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_1_VERSION);
    SSL_CTX_set_cipher_list(context.get(), "DEFAULT:@SECLEVEL=0");  // else our own side would not even offer it
    Client client = running.connect();
    ERR_clear_error();
    EXPECT_FALSE(client.shake_hands(context.get()));
    // It is the server that says no, and for the version.
    EXPECT_EQ(ERR_GET_REASON(ERR_peek_error()), SSL_R_TLSV1_ALERT_PROTOCOL_VERSION);
}

TEST(HttpServer, PlainTextAndSilenceOnATlsPortAreCut) {
    const Certificate certificate;
    Running running(with_tls(certificate));
    Client silent = running.connect();
    Client plain = running.connect();
    plain.send(get("/a"));
    EXPECT_TRUE(plain.is_ended());
    EXPECT_TRUE(silent.is_ended());
    EXPECT_EQ(running.seen(), 0U);
}

}  // namespace
}  // namespace slagboom::server
