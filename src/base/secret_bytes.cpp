#include "base/secret_bytes.h"

#include <sodium.h>

#include <cstdlib>
#include <utility>

namespace slagboom {

void start_sodium() {
    static const int started = sodium_init();  // 1 when somebody else was first
    if (started < 0) std::abort();
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this == &other) return *this;
    wipe();
    bytes_ = std::move(other.bytes_);
    return *this;
}

SecretBytes::~SecretBytes() { wipe(); }

SecretBytes SecretBytes::random(std::size_t size) {
    start_sodium();
    SecretBytes secret(size);
    randombytes_buf(secret.data(), size);
    return secret;
}

std::string_view SecretBytes::view() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

void SecretBytes::wipe() {
    if (!bytes_.empty()) sodium_memzero(bytes_.data(), bytes_.size());
}

}  // namespace slagboom
