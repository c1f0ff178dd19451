#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/system.h"
#include "server/call.h"
#include "server/kept_lists.h"
#include "server/message.h"

namespace slagboom::server {

/// Version of the contract, on every answer.
inline constexpr std::string_view kApiVersion = "1.0.0";

/// Finds the route of a request, who asks and whether he may, and turns every refusal into a problem. Safe from several
/// threads.
class Router {
 public:
    /// `secure`: behind TLS, so that the browser may be told to come back that way alone.
    Router(app::System& system, bool secure);

    Response answer(const Request& request) const;
    /// The path of a target as it may be logged: what stands in a place and is no number can be the name of somebody,
    /// and so can all of a path that is no route.
    std::string path_for_log(std::string_view method, std::string_view target) const;
    /// The largest body that a route takes; 0 for a path that is none.
    std::size_t body_limit(Method method, std::string_view path) const;
    const std::vector<Route>& routes() const { return routes_; }

 private:
    struct Found {
        const Route* route = nullptr;
        std::vector<std::string> places;
        std::string allowed;  ///< methods that the path has, when this is none of them
    };
    Found find(Method method, std::string_view path) const;
    app::Answer<Response> handle(const Request& request, const Found& found) const;
    app::Answer<Response> once(Call& call, const Route& route) const;

    app::System& system_;
    bool secure_;
    std::vector<Route> routes_;
    std::unique_ptr<KeptLists> lists_;
};

/// What every answer of the API carries. `secure` as for the router.
Fields api_headers(bool secure);

/// A refusal as application/problem+json; `id` is that of the request.
Response problem_of(const app::Refusal& refusal, const std::string& id);

}  // namespace slagboom::server
