#include "base/random.h"

#include <sodium.h>

#include "base/encoding.h"
#include "base/secret_bytes.h"

namespace slagboom {

std::string random_bytes(std::size_t count) {
    start_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token() { return base64url(random_bytes(32)); }

}  // namespace slagboom
