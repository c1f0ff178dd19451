#include "base/sha256.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <cstdlib>

namespace slagboom {
namespace {

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

// Fails only when the library itself is broken; a wrong hash would be worse than no answer.
void demand(int answer) {
    if (answer != 1) std::abort();
}

std::string digits(const Digest& digest, unsigned length) {
    std::string text;
    for (unsigned i = 0; i < length; ++i) text += fmt::format("{:02x}", digest[i]);
    return text;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
    Digest digest{};
    unsigned length = 0;
    demand(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr));
    return digits(digest, length);
}

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    demand(context_ != nullptr ? 1 : 0);
    demand(EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr));
}

void Sha256::add(std::string_view bytes) { demand(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size())); }

std::string Sha256::hex() {
    Digest digest{};
    unsigned length = 0;
    demand(EVP_DigestFinal_ex(context_.get(), digest.data(), &length));
    return digits(digest, length);
}

}  // namespace slagboom
