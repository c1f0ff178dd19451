// The only file with Boost.Asio, Boost.Beast and coroutines. g++ 12 miscompiles a coroutine that has a lambda with
// captures or an aggregate temporary inside a co_await expression, or a co_await inside ?:. So every operation here
// gets a name first and is awaited on the next line.
#include "server/http_server.h"

#include <fmt/format.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>
#include <condition_variable>
#include <exception>
#include <list>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

#include "base/text.h"
#include "server/refusals.h"
#include "server/request_target.h"
#include "server/response_head.h"

// NOLINTBEGIN(bugprone-unused-return-value): Asio also returns the error that it puts into its argument
namespace slagboom::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = http::request_parser<http::string_body>;

constexpr std::size_t kReadBytes = std::size_t{16} * 1024;   // one TLS record
constexpr std::size_t kWriteBytes = std::size_t{64} * 1024;  // after each piece the pace is looked at
constexpr std::chrono::milliseconds kSweep{50};
// After a last answer we go on reading for a while: closing with unread bytes would make the system throw the answer
// away before the client has read it (RFC 9112 §9.6).
constexpr std::chrono::milliseconds kLinger{2'000};
// Connections beyond the limit that are told so at once; those beyond these are closed without a word.
constexpr std::size_t kTurnedAway = 64;

/// One connection and until when its present wait may last. All of it belongs to the network thread.
struct Connection {
    tcp::socket socket;
    std::optional<asio::ssl::stream<tcp::socket&>> tls;  ///< of `socket`
    boost::beast::flat_buffer buffer;                    ///< read and not yet used
    std::string remote_address;
    Clock::time_point deadline = Clock::time_point::max();
    bool is_idle = false;  ///< waits for the first byte of a request

    explicit Connection(tcp::socket accepted) : socket(std::move(accepted)) {}
};

/// One request with its answer, while it is under way.
struct Turn {
    Parser parser;
    Request request;
    Method sent_method = Method::get;
    std::optional<Response> refusal;  ///< the server's own answer; the connection ends after it
    Exchange exchange;
    Clock::time_point began = Clock::now();
};

std::string random_id() {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::runtime_error("no random bytes");
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

Response refusal_of(error_code parse_error) {
    if (parse_error == http::error::header_limit) return header_too_large();
    if (parse_error == http::error::body_limit) return body_too_large();
    if (parse_error == http::error::bad_content_length || parse_error == http::error::multiple_content_length ||
        parse_error == http::error::bad_transfer_encoding) {
        return bad_request("De lengte van de inhoud is onjuist of tegenstrijdig opgegeven.");
    }
    return bad_request("Het verzoek volgt HTTP/1.1 niet.");
}

bool is_http_1_0(const Parser& parser) { return parser.get().version() == 10; }  // the parser takes 1.0 and 1.1 alone

/// Fills the request from a header that has been read. Trailers after the body are never among its headers, for a proxy
/// in front would not have looked at them.
void take_header(Turn& turn) {
    const auto& message = turn.parser.get();
    Request& request = turn.request;
    request.target = message.target();
    turn.exchange.method = message.method_string();
    turn.exchange.target = request.target;
    for (const auto& field : message) {
        request.headers.emplace_back(lower_case(field.name_string()), field.value());
    }
    turn.sent_method = method_named(message.method_string()).value_or(Method::get);
    turn.refusal = refusal_of_header(request, message.method_string(), is_http_1_0(turn.parser));
    if (turn.refusal) return;

    auto target = parse_target(request.target);
    if (!target) {
        turn.refusal = bad_request(target.error().reason);
        return;
    }
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    request.method = turn.sent_method == Method::head ? Method::get : turn.sent_method;
}

// ------------------------------------------------------------------------------------------------------ starting up

int choose_http_1_1(SSL* /*session*/, const unsigned char** chosen, unsigned char* chosen_length,
                    const unsigned char* offered, unsigned offered_length, void* /*nothing*/) {
    static constexpr std::array<unsigned char, 9> kProtocol{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    const int outcome =
        SSL_select_next_proto(&found, chosen_length, kProtocol.data(), kProtocol.size(), offered, offered_length);
    if (outcome != OPENSSL_NPN_NEGOTIATED) return SSL_TLSEXT_ERR_NOACK;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

Error file_error(const std::string& file, std::string_view what, const error_code& error) {
    Error result;
    result.file = file;
    result.reason = fmt::format("{}: {}", what, error.message());
    return result;
}

Error start_error(std::string reason) {
    Error error;
    error.reason = std::move(reason);
    return error;
}

/// Nothing where no certificate is asked for.
Result<std::optional<asio::ssl::context>> tls_context(const HttpOptions& options) {
    if (options.certificate_file.empty() != options.key_file.empty()) {
        return start_error("Voor TLS zijn een certificaat en een sleutel nodig; er is er maar een opgegeven.");
    }
    std::optional<asio::ssl::context> none;
    if (options.certificate_file.empty()) return none;

    asio::ssl::context context(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_alpn_select_cb(context.native_handle(), choose_http_1_1, nullptr);
    error_code error;
    context.use_certificate_chain_file(options.certificate_file, error);
    if (error) return file_error(options.certificate_file, "Het certificaat kan niet worden gelezen", error);
    context.use_private_key_file(options.key_file, asio::ssl::context::pem, error);
    if (error) return file_error(options.key_file, "De sleutel kan niet worden gelezen of past er niet bij", error);
    return std::optional(std::move(context));
}

Result<tcp::acceptor> listening(asio::io_context& network, const HttpOptions& options) {
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error) return start_error(fmt::format("Geen IP-adres om op te luisteren: {}", quotable(options.address)));
    const tcp::endpoint endpoint(address, options.port);
    tcp::acceptor acceptor(network);
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        return start_error(
            fmt::format("Luisteren op {} poort {} lukt niet: {}", options.address, options.port, error.message()));
    }
    return acceptor;
}

}  // namespace

// ------------------------------------------------------------------------------------------------------- the server

class HttpServer::Core {
 public:
    Core(HttpOptions options, Handler handler, BodyLimit body_limit, Observer observer)
        : options_(std::move(options)),
          handler_(std::move(handler)),
          body_limit_(std::move(body_limit)),
          observer_(std::move(observer)),
          pool_(options_.workers) {}
    ~Core();
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    Result<unsigned short> start();
    unsigned short port() const { return port_; }
    void stop();
    void wait();

 private:
    enum class State { fresh, running, stopping, stopped };
    using Connections = std::list<Connection>;

    // Connections come, are watched and go.
    awaitable<void> accept_all();
    void admit(tcp::socket socket);
    void dismiss(Connections::iterator connection);
    awaitable<void> watch_deadlines();
    void drain();
    void cut_all();

    // The life of one connection, from top to bottom.
    awaitable<void> serve(Connection& connection);
    awaitable<void> turn_away(Connection& connection);
    awaitable<bool> shake_hands(Connection& connection);
    awaitable<bool> wait_for_request(Connection& connection, Clock::duration patience);
    awaitable<bool> take_turn(Connection& connection);
    awaitable<bool> receive(Connection& connection, Turn& turn);
    awaitable<bool> read_header(Connection& connection, Turn& turn);
    awaitable<bool> read_body(Connection& connection, Turn& turn);
    awaitable<bool> agree_to_body(Connection& connection, const Turn& turn);
    awaitable<Response> answer(Turn& turn);
    awaitable<bool> send(Connection& connection, Turn& turn, const Response& response, bool closes);
    awaitable<void> part(Connection& connection);

    awaitable<error_code> read_more(Connection& connection);
    awaitable<bool> write(Connection& connection, std::string_view bytes, std::size_t& sent);
    awaitable<Response> on_a_worker(Turn& turn);
    Response handled(Turn& turn) const;
    /// An answer of the server itself, as complete as one of the handler.
    Response own(Response response, const Turn& turn) const;
    Clock::time_point paced(Clock::time_point began, Clock::duration allowed, std::size_t bytes) const;

    const HttpOptions options_;
    const Handler handler_;
    const BodyLimit body_limit_;
    const Observer observer_;

    asio::io_context network_{1};
    asio::thread_pool pool_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> open_;
    std::optional<asio::ssl::context> tls_;
    std::thread thread_;  ///< the network thread
    unsigned short port_ = 0;
    std::atomic<bool> is_cut_ = false;  ///< the drain time is over: workers take up nothing more

    // Of the network thread alone.
    std::optional<tcp::acceptor> acceptor_;
    std::optional<asio::steady_timer> watch_;
    Connections connections_;
    std::size_t handed_out_ = 0;  ///< requests that wait for a worker or are with one
    bool is_draining_ = false;

    std::mutex mutex_;
    std::condition_variable changed_;
    State state_ = State::fresh;  ///< under `mutex_`
    bool is_drained_ = false;     ///< under `mutex_`
};

Result<unsigned short> HttpServer::Core::start() {
    const std::lock_guard lock(mutex_);
    if (state_ != State::fresh) return start_error("De server is al gestart.");
    if (options_.workers == 0) return start_error("De server heeft ten minste één draad voor verzoeken nodig.");
    SLAGBOOM_TRY(tls_, tls_context(options_));
    SLAGBOOM_TRY(tcp::acceptor acceptor, listening(network_, options_));
    port_ = acceptor.local_endpoint().port();
    acceptor_ = std::move(acceptor);
    watch_.emplace(network_);
    open_.emplace(network_.get_executor());
    const auto ended = [](const std::exception_ptr&) {};
    asio::co_spawn(network_, accept_all(), ended);
    asio::co_spawn(network_, watch_deadlines(), ended);
    thread_ = std::thread([this] { network_.run(); });
    state_ = State::running;
    return port_;
}

void HttpServer::Core::stop() {
    std::unique_lock lock(mutex_);
    if (state_ == State::stopping) changed_.wait(lock, [this] { return state_ == State::stopped; });
    if (state_ != State::running) return;
    state_ = State::stopping;
    asio::post(network_, [this] { drain(); });
    if (!changed_.wait_for(lock, options_.drain_time, [this] { return is_drained_; })) {
        is_cut_ = true;
        asio::post(network_, [this] { cut_all(); });
    }
    state_ = State::stopped;
    changed_.notify_all();
}

void HttpServer::Core::wait() {
    std::unique_lock lock(mutex_);
    if (state_ == State::fresh) return;
    changed_.wait(lock, [this] { return state_ == State::stopped; });
}

/// In this order no coroutine is ever thrown away half-way: workers finish, each wakes its connection, which finds its
/// socket closed and ends; then the network thread has nothing left to do.
HttpServer::Core::~Core() {
    stop();
    pool_.join();
    if (!thread_.joinable()) return;
    asio::post(network_, [this] {
        watch_.reset();
        open_.reset();
    });
    thread_.join();
}

// ------------------------------------------------------------------------------- connections come, are watched and go

awaitable<void> HttpServer::Core::accept_all() {
    while (acceptor_->is_open()) {
        error_code error;
        auto token = asio::redirect_error(asio::use_awaitable, error);
        auto accepting = acceptor_->async_accept(token);
        tcp::socket socket = co_await std::move(accepting);
        if (!error) {
            admit(std::move(socket));
            continue;
        }
        if (!acceptor_->is_open()) co_return;
        // Out of file descriptors, most likely: try again when some are free, and do not spin meanwhile.
        asio::steady_timer pause(network_, kSweep);
        auto pausing = pause.async_wait(token);
        co_await std::move(pausing);
    }
}

void HttpServer::Core::admit(tcp::socket socket) {
    const bool is_full = connections_.size() >= options_.connections;
    if (is_full && (tls_ || connections_.size() >= options_.connections + kTurnedAway)) return;
    error_code error;
    const auto remote = socket.remote_endpoint(error);
    if (error) return;  // gone already
    socket.set_option(tcp::no_delay(true), error);
    const auto connection = connections_.emplace(connections_.end(), std::move(socket));
    connection->remote_address = remote.address().to_string();
    auto life = is_full ? turn_away(*connection) : serve(*connection);
    asio::co_spawn(network_, std::move(life), [this, connection](const std::exception_ptr&) { dismiss(connection); });
}

void HttpServer::Core::dismiss(Connections::iterator connection) {
    connections_.erase(connection);
    if (!is_draining_ || !connections_.empty()) return;
    const std::lock_guard lock(mutex_);
    is_drained_ = true;
    changed_.notify_all();
}

/// One timer for all connections. It cancels again and again what is over time, so that it does not matter whether an
/// operation had just ended when it looked.
awaitable<void> HttpServer::Core::watch_deadlines() {
    while (watch_) {
        const auto now = Clock::now();
        error_code error;
        for (Connection& connection : connections_) {
            if (connection.deadline <= now) connection.socket.cancel(error);
        }
        watch_->expires_after(kSweep);
        auto token = asio::redirect_error(asio::use_awaitable, error);
        auto waiting = watch_->async_wait(token);
        co_await std::move(waiting);
    }
}

void HttpServer::Core::drain() {
    is_draining_ = true;
    error_code error;
    acceptor_->close(error);
    for (Connection& connection : connections_) {
        // What has reached us is answered, even where we have not read it yet.
        if (connection.is_idle && connection.socket.available(error) == 0) connection.socket.cancel(error);
    }
    if (!connections_.empty()) return;
    const std::lock_guard lock(mutex_);
    is_drained_ = true;
    changed_.notify_all();
}

void HttpServer::Core::cut_all() {
    error_code error;
    for (Connection& connection : connections_) connection.socket.close(error);
}

// --------------------------------------------------------------------------------------------- the life of a
// connection

awaitable<void> HttpServer::Core::serve(Connection& connection) {
    auto greeting = shake_hands(connection);
    if (!co_await std::move(greeting)) co_return;
    Clock::duration patience = options_.header_time;
    for (;;) {
        auto waiting = wait_for_request(connection, patience);
        if (!co_await std::move(waiting)) co_return;  // nothing was said that could be lost
        auto turn = take_turn(connection);
        if (!co_await std::move(turn)) break;
        patience = options_.idle_time;
    }
    auto parting = part(connection);
    co_await std::move(parting);
}

awaitable<void> HttpServer::Core::turn_away(Connection& connection) {
    Turn turn;
    turn.request.id = random_id();
    const Response response = own(busy("Er zijn te veel verbindingen tegelijk. Probeer het zo opnieuw."), turn);
    auto sending = send(connection, turn, response, true);
    co_await std::move(sending);
    auto parting = part(connection);
    co_await std::move(parting);
}

awaitable<bool> HttpServer::Core::shake_hands(Connection& connection) {
    if (!tls_) co_return true;
    connection.tls.emplace(connection.socket, *tls_);
    connection.deadline = Clock::now() + options_.header_time;
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    auto handshake = connection.tls->async_handshake(asio::ssl::stream_base::server, token);
    co_await std::move(handshake);
    co_return !error;
}

/// False when no request comes any more.
awaitable<bool> HttpServer::Core::wait_for_request(Connection& connection, Clock::duration patience) {
    if (connection.buffer.size() > 0) co_return true;  // pipelined
    error_code error;
    if (is_draining_ && connection.socket.available(error) == 0) co_return false;
    connection.deadline = Clock::now() + patience;
    connection.is_idle = true;
    auto reading = read_more(connection);
    error = co_await std::move(reading);
    connection.is_idle = false;
    co_return !error;
}

/// Reads one request and answers it. False when it was the last of its connection.
awaitable<bool> HttpServer::Core::take_turn(Connection& connection) {
    Turn turn;
    turn.request.id = random_id();
    turn.request.remote_address = connection.remote_address;
    auto receiving = receive(connection, turn);
    const bool is_whole = co_await std::move(receiving);
    if (!is_whole && !turn.refusal) co_return false;  // the other side is gone

    connection.deadline = Clock::time_point::max();  // a handler takes the time it takes
    Response response;
    if (turn.refusal) {
        response = own(std::move(*turn.refusal), turn);
    } else {
        auto answering = answer(turn);
        response = co_await std::move(answering);
    }
    const bool closes = turn.refusal || is_draining_ || !turn.parser.keep_alive() || is_http_1_0(turn.parser);
    auto sending = send(connection, turn, response, closes);
    const bool is_sent = co_await std::move(sending);
    co_return is_sent && !closes;
}

/// True when the request is whole; else there is a refusal in `turn`, or nobody to send one to.
awaitable<bool> HttpServer::Core::receive(Connection& connection, Turn& turn) {
    turn.parser.header_limit(static_cast<std::uint32_t>(options_.header_bytes));
    turn.parser.body_limit(boost::none);
    auto header = read_header(connection, turn);
    if (!co_await std::move(header)) co_return false;
    take_header(turn);
    if (turn.refusal) co_return false;

    const std::size_t limit = body_limit_(turn.sent_method, turn.request.path);
    const auto length = turn.parser.content_length();
    if (length && *length > limit) {
        turn.refusal = body_too_large();
        co_return false;
    }
    turn.parser.body_limit(limit);
    auto agreeing = agree_to_body(connection, turn);
    if (!co_await std::move(agreeing)) co_return false;
    auto body = read_body(connection, turn);
    if (!co_await std::move(body)) co_return false;
    turn.request.body = std::move(turn.parser.get().body());
    turn.exchange.received_bytes = turn.request.body.size();
    co_return true;
}

awaitable<bool> HttpServer::Core::read_header(Connection& connection, Turn& turn) {
    connection.deadline = Clock::now() + options_.header_time;
    for (;;) {
        error_code error;
        connection.buffer.consume(turn.parser.put(connection.buffer.data(), error));
        if (error && error != http::error::need_more) {
            turn.refusal = refusal_of(error);
            co_return false;
        }
        if (turn.parser.is_header_done()) co_return true;
        auto reading = read_more(connection);
        error = co_await std::move(reading);
        if (error == asio::error::operation_aborted) turn.refusal = too_slow();
        if (error) co_return false;
    }
}

/// Tells a client that asks first that its body is welcome.
awaitable<bool> HttpServer::Core::agree_to_body(Connection& connection, const Turn& turn) {
    const bool asks = turn.request.header("expect") != nullptr && !is_http_1_0(turn.parser);
    if (!asks || turn.parser.is_done() || connection.buffer.size() > 0) co_return true;
    std::size_t sent = 0;
    auto writing = write(connection, "HTTP/1.1 100 Continue\r\n\r\n", sent);
    co_return co_await std::move(writing);
}

awaitable<bool> HttpServer::Core::read_body(Connection& connection, Turn& turn) {
    const auto began = Clock::now();
    turn.parser.eager(true);
    while (!turn.parser.is_done()) {
        error_code error;
        const std::size_t used = turn.parser.put(connection.buffer.data(), error);
        connection.buffer.consume(used);
        if (error && error != http::error::need_more) {
            turn.refusal = refusal_of(error);
            co_return false;
        }
        if (turn.parser.is_done()) co_return true;
        // Between two chunks only a line or the trailers can be incomplete; they have the room of a header.
        if (error && connection.buffer.size() > options_.header_bytes) {
            turn.refusal = refusal_of(http::error::header_limit);
            co_return false;
        }
        connection.deadline = paced(began, options_.body_time, turn.parser.get().body().size());
        auto reading = read_more(connection);
        error = co_await std::move(reading);
        if (error == asio::error::operation_aborted) turn.refusal = too_slow();
        if (error) co_return false;
    }
    co_return true;
}

awaitable<Response> HttpServer::Core::answer(Turn& turn) {
    if (handed_out_ >= options_.workers + options_.queued_requests) {
        co_return own(busy("Er wachten te veel verzoeken. Probeer het zo opnieuw."), turn);
    }
    ++handed_out_;
    auto working = on_a_worker(turn);
    Response response = co_await std::move(working);
    --handed_out_;
    co_return response;
}

/// False when it did not all leave.
awaitable<bool> HttpServer::Core::send(Connection& connection, Turn& turn, const Response& response, bool closes) {
    const auto reason = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(response.status)));
    const std::string head = head_of(response, reason, turn.request.id, std::chrono::system_clock::now(), closes);
    const bool with_body = has_body(response, turn.sent_method);
    std::size_t sent = 0;
    // Small answers leave in one piece; large ones are not copied.
    const bool fits = with_body && response.body.size() <= kWriteBytes;
    const std::string first = fits ? head + response.body : head;
    auto writing_first = write(connection, first, sent);
    bool is_sent = co_await std::move(writing_first);
    if (is_sent && with_body && !fits) {
        auto writing_rest = write(connection, response.body, sent);
        is_sent = co_await std::move(writing_rest);
    }
    if (!observer_) co_return is_sent;

    Exchange& exchange = turn.exchange;
    exchange.id = turn.request.id;
    exchange.remote_address = connection.remote_address;
    exchange.status = response.status;
    exchange.sent_bytes = sent;
    exchange.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - turn.began);
    observer_(exchange);
    co_return is_sent;
}

/// Ends our half and waits a moment for the other half to end.
awaitable<void> HttpServer::Core::part(Connection& connection) {
    connection.deadline = Clock::now() + kLinger;
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    if (connection.tls) {
        auto closing = connection.tls->async_shutdown(token);
        co_await std::move(closing);
    }
    connection.socket.shutdown(tcp::socket::shutdown_send, error);
    std::array<char, 4096> unread{};
    while (!error) {
        auto reading = connection.socket.async_read_some(asio::buffer(unread), token);
        co_await std::move(reading);
    }
}

// ------------------------------------------------------------------------------------------------------------ its
// parts

/// Until when a body or an answer of which `bytes` have passed may take, see `HttpOptions::bytes_per_second`.
Clock::time_point HttpServer::Core::paced(Clock::time_point began, Clock::duration allowed, std::size_t bytes) const {
    const auto earned = std::chrono::seconds(bytes / std::max<std::size_t>(options_.bytes_per_second, 1));
    return std::min(began + allowed + earned, Clock::now() + allowed);
}

/// `operation_aborted` means that the deadline has passed or the server stops.
awaitable<error_code> HttpServer::Core::read_more(Connection& connection) {
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    const auto room = connection.buffer.prepare(kReadBytes);
    std::size_t count = 0;
    if (connection.tls) {
        auto reading = connection.tls->async_read_some(room, token);
        count = co_await std::move(reading);
    } else {
        auto reading = connection.socket.async_read_some(room, token);
        count = co_await std::move(reading);
    }
    connection.buffer.commit(count);
    co_return error;
}

/// Adds to `sent` what left; false when not everything did.
awaitable<bool> HttpServer::Core::write(Connection& connection, std::string_view bytes, std::size_t& sent) {
    const auto began = Clock::now();
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::string_view piece = bytes.substr(at, kWriteBytes);
        const auto data = asio::buffer(piece.data(), piece.size());
        connection.deadline = paced(began, options_.write_time, at);
        std::size_t count = 0;
        if (connection.tls) {
            auto writing = connection.tls->async_write_some(data, token);
            count = co_await std::move(writing);
        } else {
            auto writing = connection.socket.async_write_some(data, token);
            count = co_await std::move(writing);
        }
        at += count;
        sent += count;
        if (error) co_return false;
    }
    co_return true;
}

/// Runs the handler on the pool and comes back to the network thread with what it answers. The bell is a timer that
/// never ends by itself: it is rung on this very thread, so not before we wait for it.
awaitable<Response> HttpServer::Core::on_a_worker(Turn& turn) {
    asio::steady_timer bell(network_, Clock::time_point::max());
    Response response;
    const auto ring = [&bell] { bell.cancel(); };
    const auto work = [this, &turn, &response, &ring] {
        response = handled(turn);
        asio::post(network_, ring);
    };
    asio::post(pool_, work);
    error_code error;
    auto token = asio::redirect_error(asio::use_awaitable, error);
    auto waiting = bell.async_wait(token);
    co_await std::move(waiting);
    co_return response;
}

Response HttpServer::Core::own(Response response, const Turn& turn) const {
    // The same number as in X-Request-ID; hexadecimal, so that it needs no escaping.
    response.body.insert(1, fmt::format(R"("instance":"{}",)", turn.request.id));
    response.headers.insert(response.headers.end(), options_.own_headers.begin(), options_.own_headers.end());
    return response;
}

/// Never throws: what a handler throws becomes an answer and a line in the log.
Response HttpServer::Core::handled(Turn& turn) const {
    if (is_cut_) return own(busy("De server stopt."), turn);
    try {
        Response response = handler_(turn.request);
        if (is_writable(response)) return response;
        turn.exchange.fault = "a handler's response cannot be written";
    } catch (const std::exception& exception) {
        turn.exchange.fault = exception.what();
    } catch (...) {
        turn.exchange.fault = "a handler threw something that is no exception";
    }
    return own(fault_of_handler(), turn);
}

HttpServer::HttpServer(HttpOptions options, Handler handler, BodyLimit body_limit, Observer observer)
    : core_(
          std::make_unique<Core>(std::move(options), std::move(handler), std::move(body_limit), std::move(observer))) {}
HttpServer::~HttpServer() = default;
Result<unsigned short> HttpServer::start() { return core_->start(); }
unsigned short HttpServer::port() const { return core_->port(); }
void HttpServer::stop() { core_->stop(); }
void HttpServer::wait() { core_->wait(); }

}  // namespace slagboom::server
// NOLINTEND(bugprone-unused-return-value)
