#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // OpenSSL's EVP_MD_CTX

namespace slagboom {

/// SHA-256 in 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// The same over bytes that come piece by piece.
class Sha256 {
 public:
    Sha256();
    void add(std::string_view bytes);
    /// Of all that was added; nothing may be added after it.
    std::string hex();

 private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

}  // namespace slagboom
