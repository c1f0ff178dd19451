#include <fmt/format.h>
#include <pthread.h>
#include <signal.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.h"
#include "jobs/worker.h"
#include "main/commands.h"
#include "main/database_options.h"
#include "main/example.h"
#include "server/service.h"
#include "storage/installation_store.h"

namespace slagboom::main {
namespace {

struct RunOptions {
    DatabaseArguments database;
    std::string listen = "127.0.0.1:8080", metrics, certificate, key, theme;
    bool behind_tls = false;
    std::size_t workers = 4;
};

struct Address {
    std::string host;
    unsigned short port = 0;
};

/// `127.0.0.1:8080` or `[::1]:8080`.
Result<Address> address_of(const std::string& text) {
    const Error error{fmt::format("'{}': verwacht een adres als 127.0.0.1:8080", quotable(text)), "", 0, 0};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return error;
    Address address;
    address.host = text.substr(0, colon);
    if (address.host.front() == '[' && address.host.back() == ']')
        address.host = address.host.substr(1, address.host.size() - 2);
    if (address.host == "localhost") address.host = "127.0.0.1";  // other names may stand for several machines
    const std::string port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos) return error;
    const int number = std::stoi(port);
    if (number > 65535) return error;
    address.port = static_cast<unsigned short>(number);
    return address;
}

bool is_loopback(const std::string& host) { return host.starts_with("127.") || host == "::1"; }

/// One line of JSON per event, so that a machine can read it. No names, no addresses of people.
void start_log() {
    auto log = spdlog::stderr_logger_mt("slagboom");
    log->set_pattern(R"({"tijd":"%Y-%m-%dT%H:%M:%S.%fZ","niveau":"%l","gebeurtenis":%v})",
                     spdlog::pattern_time_type::utc);
    spdlog::set_default_logger(log);
}

int run_server(const RunOptions& options) {
    const auto listen = address_of(options.listen);
    if (!listen) return fail(listen.error());
    server::ServiceOptions service;
    service.address = listen->host;
    service.port = listen->port;
    service.certificate_file = options.certificate;
    service.key_file = options.key;
    service.behind_tls = options.behind_tls;
    service.workers = options.workers;
    if (!options.metrics.empty()) {
        const auto metrics = address_of(options.metrics);
        if (!metrics) return fail(metrics.error());
        service.metrics_address = metrics->host;
        service.metrics_port = metrics->port;
        service.metrics = true;
    }
    // The threads that come after this leave these signals to us.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    start_log();
    const auto system = open_system(options.database);
    if (!system) return fail(system.error());
    const auto installation = storage::find_installation((*system)->database.read().sql());
    if (installation->example && !is_loopback(service.address))
        return fail(Error{"een database met voorbeelden is alleen op deze machine te bereiken (127.0.0.1)", "", 0, 0});
    service.theme.name = installation->name;
    service.theme.example = installation->example;
    if (!options.theme.empty()) {
        auto files = server::load_theme(options.theme);
        if (!files) return fail(files.error());
        service.theme.files = std::move(*files);
    }
    server::Service running(**system, service);
    const auto started = running.start();
    if (!started) return fail(started.error());
    {
        const jobs::Worker worker(**system);
        const std::string host =
            service.address.find(':') == std::string::npos ? service.address : "[" + service.address + "]";
        fmt::print("Slagboom luistert op {}://{}:{}\n", options.certificate.empty() ? "http" : "https", host,
                   running.port());
        if (installation->example) print_example_accounts();
        std::fflush(stdout);
        int received = 0;
        sigwait(&signals, &received);
        fmt::print(stderr, "Slagboom stopt; wat begonnen is wordt afgemaakt\n");
        running.stop();
    }
    return kDone;
}

}  // namespace

void add_run(CLI::App& app, Action& run) {
    auto options = std::make_shared<RunOptions>();
    auto* command = app.add_subcommand("run", "Start de server: de API, en het werk achter de schermen.");
    add_database_options(*command, options->database, false);
    command->add_option("--clock", options->database.clock,
                        "Alleen voor een database met voorbeelden: het moment waarop haar klok begint");
    command->add_option("--listen", options->listen, "Adres en poort; poort 0 is een vrije")->capture_default_str();
    command->add_option("--tls-certificate", options->certificate, "Certificaat met zijn keten, PEM");
    command->add_option("--tls-key", options->key, "Sleutel van het certificaat, PEM");
    command->add_flag("--behind-tls", options->behind_tls,
                      "Een proxy ervoor doet TLS: cookies gaan dan alleen over TLS terug");
    command->add_option("--theme", options->theme, "Map met thema.css, logo en lettertypen van de regio");
    command->add_option("--metrics", options->metrics, "Adres en poort van /metrics voor Prometheus; zonder: niet");
    command->add_option("--workers", options->workers, "Hoeveel verzoeken tegelijk")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->callback([options, &run] { run = [options] { return run_server(*options); }; });
}

}  // namespace slagboom::main
