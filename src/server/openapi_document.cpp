#include "server/openapi_document.h"

// SLAGBOOM_OPENAPI_JSON is the file that the build made of api/openapi.yaml. The assembler takes its bytes as they are,
// which costs nothing to compile; a trailing zero is not among them.
// NOLINTNEXTLINE(hicpp-no-assembler)
asm(R"(
.section .rodata
.global slagboom_openapi_begin
.global slagboom_openapi_end
slagboom_openapi_begin:
.incbin ")" SLAGBOOM_OPENAPI_JSON R"("
slagboom_openapi_end:
.previous
)");

extern "C" {
extern const char slagboom_openapi_begin[];
extern const char slagboom_openapi_end[];
}

namespace slagboom::server {

std::string_view openapi_document() {
    return {static_cast<const char*>(slagboom_openapi_begin), static_cast<const char*>(slagboom_openapi_end)};
}

}  // namespace slagboom::server
