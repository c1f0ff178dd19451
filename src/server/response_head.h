#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "server/message.h"

namespace slagboom::server {

/// False for a response whose values would end the header or speak against what the server writes: a status outside
/// 200–599, a reserved or malformed name, a control character in a value.
bool is_writable(const Response& response);

/// Whether bytes follow the header in answer to this method.
bool has_body(const Response& response, Method method);

/// As RFC 9110 §5.6.7 asks, in whole seconds.
std::string http_date(std::chrono::system_clock::time_point moment);

/// Status line and header of a writable response, with the empty line after it. `reason` is the phrase beside the
/// status; `closes` says that the connection ends after this answer. Names no software.
std::string head_of(const Response& response, std::string_view reason, std::string_view id,
                    std::chrono::system_clock::time_point moment, bool closes);

}  // namespace slagboom::server
