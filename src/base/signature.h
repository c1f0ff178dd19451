#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "base/secret_bytes.h"

struct evp_pkey_st;  // OpenSSL's EVP_PKEY

namespace slagboom {

struct FreeKey {
    void operator()(evp_pkey_st* key) const;
};
using KeyHandle = std::unique_ptr<evp_pkey_st, FreeKey>;

/// The public half of an Ed25519 key pair (RFC 8032): tells whether the holder of the other half signed something.
/// Safe to use from several threads at once.
class VerifyingKey {
 public:
    /// PEM with a SubjectPublicKeyInfo (RFC 8410), as `openssl pkey -pubout` writes it.
    static Result<VerifyingKey> from_pem(std::string_view pem);

    std::string pem() const;
    /// The first 16 hex digits of SHA-256 over the 32 bytes of the raw key.
    std::string id() const;
    bool verify(std::string_view bytes, std::string_view signature) const;

 private:
    friend class SigningKey;
    explicit VerifyingKey(KeyHandle key) : key_(std::move(key)) {}

    KeyHandle key_;
};

/// An Ed25519 key pair. Its secret half is wiped when it goes. Safe to use from several threads at once.
class SigningKey {
 public:
    static SigningKey make();
    /// PEM with PKCS#8 without a password, as `openssl genpkey -algorithm ed25519` writes it.
    static Result<SigningKey> from_pem(std::string_view pem);

    /// For the key file; whoever has it can sign.
    SecretBytes pem() const;
    VerifyingKey verifying_key() const;
    /// 64 bytes; the same bytes always give the same signature.
    std::string sign(std::string_view bytes) const;

 private:
    explicit SigningKey(KeyHandle key) : key_(std::move(key)) {}

    KeyHandle key_;
};

}  // namespace slagboom
