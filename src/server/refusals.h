#pragma once

#include <optional>
#include <string_view>

#include "server/message.h"

namespace slagboom::server {

// What the server answers by itself, before or instead of a handler.
Response bad_request(std::string_view detail);
Response too_slow();
Response body_too_large();
Response header_too_large();
Response busy(std::string_view detail);  ///< with Retry-After
Response fault_of_handler();             ///< says where to look, and nothing of what went wrong

/// Why a request with these headers is not answered, whatever the handler: a body framed in a way that another reader
/// could see differently, a header twice that may come once, no host, a method or expectation that we do not know.
/// `method` is the one sent. Nothing when all is well.
std::optional<Response> refusal_of_header(const Request& request, std::string_view method, bool is_http_1_0);

}  // namespace slagboom::server
