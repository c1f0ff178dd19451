#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/signed_in.h"
#include "app/system.h"
#include "domain/rights.h"
#include "server/message.h"

namespace slagboom::server {

class KeptLists;

/// A request that found its route and may go on: who asks, and how far he sees with the verb of the route.
struct Call {
    app::System& system;
    const Request& request;
    KeptLists& lists;
    std::vector<std::string> places;  ///< what stands in the path where the route has {…}, in order
    app::SignedIn who;                ///< nobody where the route is open
    storage::Scope scope;
    bool secure = false;  ///< behind TLS

    /// The number in the path; 0, which nothing has, where it is none.
    std::int64_t id(std::size_t place = 0) const;
};

/// One operation of the contract. A route names its verb, so that none can be without a right; those few that everybody
/// may use say so.
struct Route {
    Method method = Method::get;
    std::string_view path;  ///< below /api/v1, as in api/openapi.yaml: "/aanbieders/{aanbiederId}"
    std::optional<domain::Verb> verb;
    app::Answer<Response> (*handler)(Call&) = nullptr;
    std::size_t body_limit = 0;  ///< bytes; 0: takes no body
    /// What is asked or answered holds a password or a token. With an Idempotency-Key it happens once, but nothing of
    /// it is kept to be answered again.
    bool secret = false;
};

inline constexpr std::size_t kJsonLimit = std::size_t{1} << 20;
inline constexpr std::size_t kImportLimit = std::size_t{64} << 20;
inline constexpr std::size_t kFileLimit = std::size_t{32} << 20;

inline constexpr std::string_view kRoot = "/api/v1";

// The routes, a noun each.
std::vector<Route> session_routes();
std::vector<Route> account_routes();
std::vector<Route> provider_routes();
std::vector<Route> dossier_routes();
std::vector<Route> assessment_routes();
std::vector<Route> correction_routes();
std::vector<Route> screening_routes();
std::vector<Route> own_list_routes();
std::vector<Route> import_routes();
std::vector<Route> model_routes();
std::vector<Route> file_routes();
std::vector<Route> audit_routes();
std::vector<Route> setup_routes();
std::vector<Route> open_routes();

// The answers that routes give.
Response json_answer(int status, std::string body);
Response created(std::string location, std::string body);
Response no_content();
/// With an ETag of the version.
Response versioned(std::string body, std::int64_t version);

/// The version in If-Match. Refused when it is not there (428), or cannot be one of ours (412).
app::Answer<std::int64_t> if_match(const Call& call);
std::string etag(std::int64_t version);
/// Makes `refusal`, when it says that somebody else was first, show both versions: the one sent and how it stands now.
app::Refusal with_both_versions(app::Refusal refusal, const Call& call, std::int64_t version, const std::string& body);

/// The number in `na`, as it was given in `volgende`; 0 without one. What is no cursor of ours is a fault.
class QueryReader;
std::int64_t cursor(QueryReader& query);

}  // namespace slagboom::server
