// The same HTTP server with a handler that only returns a constant: what is left is what Slagboom itself costs.
// Usage: bare_server PORT BYTES

#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>

#include <cstdlib>
#include <string>

#include "server/http_server.h"

int main(int count, char** words) {
    if (count != 3) return 2;
    using namespace slagboom::server;
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const std::string body(std::strtoull(words[2], nullptr, 10), 'x');
    HttpOptions options;
    options.port = static_cast<unsigned short>(std::strtoul(words[1], nullptr, 10));
    options.workers = 4;  // as `slagboom run` has
    HttpServer server(
        options, [&](const Request&) { return Response{200, "application/json", body, {}}; },
        [](Method, std::string_view) { return std::size_t{1} << 20; });
    if (const auto started = server.start(); !started) {
        fmt::print(stderr, "{}\n", started.error().text());
        return 1;
    }
    int received = 0;
    sigwait(&signals, &received);
    server.stop();
    return 0;
}
