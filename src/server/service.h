#pragma once

#include <memory>
#include <string>

#include "app/system.h"
#include "base/result.h"
#include "server/web_pages.h"

namespace slagboom::server {

struct ServiceOptions {
    std::string address = "127.0.0.1";
    unsigned short port = 8080;    ///< 0: any that is free
    std::string certificate_file;  ///< with `key_file` TLS; without both plain HTTP, for behind a proxy
    std::string key_file;
    bool behind_tls = false;  ///< a proxy in front speaks TLS with the browser
    std::size_t workers = 4;
    bool metrics = false;  ///< for Prometheus, on a port of its own
    std::string metrics_address = "127.0.0.1";
    unsigned short metrics_port = 0;
    RegionTheme theme;  ///< of the pages

    /// The browser speaks TLS: cookies are Secure, and it may be told to come back that way alone.
    bool secure() const { return behind_tls || !certificate_file.empty(); }
};

/// The API and the pages over HTTP, with their log and its counters. Holds nothing that another server on the same
/// database would miss.
class Service {
 public:
    Service(app::System& system, ServiceOptions options);
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// Listens when it returns.
    Result<bool> start();
    unsigned short port() const;
    unsigned short metrics_port() const;
    /// Finishes what it took on.
    void stop();

 private:
    class Core;
    std::unique_ptr<Core> core_;
};

}  // namespace slagboom::server
