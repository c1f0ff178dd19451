#include "server/service.h"

#include <fmt/format.h>
#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>
#include <spdlog/spdlog.h>

#include "server/http_server.h"
#include "server/router.h"

namespace slagboom::server {

class Service::Core {
 public:
    Core(app::System& system, ServiceOptions options)
        : options_(std::move(options)),
          router_(system, options_.secure()),
          pages_(embedded_web_files(), std::move(options_.theme)),
          http_(
              http_options(), [this](const Request& request) { return answer(request); },
              [this](Method method, std::string_view path) { return router_.body_limit(method, path); },
              [this](const Exchange& exchange) { observe(exchange); }),
          metrics_(
              metrics_options(), [this](const Request& request) { return metrics(request); },
              [](Method, std::string_view) { return std::size_t{0}; }),
          answers_(prometheus::BuildCounter()
                       .Name("slagboom_http_answers_total")
                       .Help("Answers by status")
                       .Register(registry_)),
          durations_(prometheus::BuildHistogram()
                         .Name("slagboom_http_answer_seconds")
                         .Help("From the first byte of a request to the last of its answer")
                         .Register(registry_)),
          duration_(durations_.Add({}, prometheus::Histogram::BucketBoundaries{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                                               0.1, 0.25, 0.5, 1, 2.5, 5, 10})) {}

    Result<bool> start() {
        SLAGBOOM_CHECK(http_.start());
        if (options_.metrics) SLAGBOOM_CHECK(metrics_.start());
        return true;
    }
    void stop() {
        http_.stop();
        if (options_.metrics) metrics_.stop();
    }
    unsigned short port() const { return http_.port(); }
    unsigned short metrics_port() const { return metrics_.port(); }

 private:
    HttpOptions http_options() const {
        HttpOptions options;
        options.address = options_.address;
        options.port = options_.port;
        options.certificate_file = options_.certificate_file;
        options.key_file = options_.key_file;
        options.workers = options_.workers;
        options.own_headers = api_headers(options_.secure());
        return options;
    }
    HttpOptions metrics_options() const {
        HttpOptions options;
        options.address = options_.metrics_address;
        options.port = options_.metrics_port;
        options.workers = 1;
        options.connections = 16;
        return options;
    }

    Response answer(const Request& request) const {
        if (!pages_.present() || is_of_machines(request.path)) return router_.answer(request);
        auto response = pages_.answer(request);
        add_page_headers(response, options_.secure());
        return response;
    }

    /// No page answers there: a probe that asks the wrong address must not be told that all is well.
    static bool is_of_machines(std::string_view path) {
        const auto first = path.substr(1, path.find('/', 1) - 1);
        return first == "api" || first == "gezondheid" || first == "metrics";
    }

    Response metrics(const Request& request) const {
        if (request.path != "/metrics") return problem(404, "Niet gevonden", "Hier is alleen /metrics.");
        return {200, "text/plain; version=0.0.4", prometheus::TextSerializer().Serialize(registry_.Collect()), {}};
    }

    /// The log names no query, in which a name may have been searched for, of the path no more than numbers, and no
    /// address of a person.
    void observe(const Exchange& exchange) {
        answers_.Add({{"status", std::to_string(exchange.status)}}).Increment();
        duration_.Observe(std::chrono::duration<double>(exchange.duration).count());
        const std::string path = router_.path_for_log(exchange.method, exchange.target);
        spdlog::info(R"({{"verzoek":"{}","methode":"{}","pad":"{}","status":{},"microseconden":{},"bytes":{}}})",
                     exchange.id, plain(exchange.method), plain(path), exchange.status, exchange.duration.count(),
                     exchange.sent_bytes);
        if (!exchange.fault.empty())
            spdlog::error(R"({{"verzoek":"{}","fout":"{}"}})", exchange.id, plain(exchange.fault));
    }

    /// Safe within the quotes of JSON.
    static std::string plain(std::string_view text) {
        std::string result;
        for (const char c : text.substr(0, 500)) {
            const bool safe = c >= ' ' && c < '\x7f' && c != '"' && c != '\\';
            result.push_back(safe ? c : '?');
        }
        return result;
    }

    ServiceOptions options_;
    Router router_;
    WebPages pages_;
    HttpServer http_;
    HttpServer metrics_;
    prometheus::Registry registry_;
    prometheus::Family<prometheus::Counter>& answers_;
    prometheus::Family<prometheus::Histogram>& durations_;
    prometheus::Histogram& duration_;
};

Service::Service(app::System& system, ServiceOptions options)
    : core_(std::make_unique<Core>(system, std::move(options))) {}
Service::~Service() = default;
Result<bool> Service::start() { return core_->start(); }
unsigned short Service::port() const { return core_->port(); }
unsigned short Service::metrics_port() const { return core_->metrics_port(); }
void Service::stop() { core_->stop(); }

}  // namespace slagboom::server
