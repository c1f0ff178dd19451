#pragma once

#include <string_view>

namespace slagboom::server {

/// api/openapi.yaml as JSON: the contract that /api/v1/openapi.json serves and that tests hold the server to. Put into
/// the binary by the build; lives as long as the program.
std::string_view openapi_document();

}  // namespace slagboom::server
