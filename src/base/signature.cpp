#include "base/signature.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstdlib>

#include "base/octets.h"
#include "base/sha256.h"

namespace slagboom {
namespace {

constexpr std::size_t kRawKeySize = 32;
constexpr std::size_t kSignatureSize = 64;

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free_all(bio); }
};
struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

/// What can fail only when the library is broken or memory is gone; a wrong signature would be worse than no answer.
void demand(bool done) {
    if (!done) std::abort();
}

/// A key with a password is refused; without this the library would ask for it on the terminal.
int no_password(char*, int, int, void*) { return -1; }

Bio reading(std::string_view pem) {
    constexpr std::size_t kMost = std::size_t{1} << 16;  // far more than any key
    Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(std::min(pem.size(), kMost))));
    demand(bio != nullptr);
    return bio;
}

/// In memory that is wiped when it is given back.
Bio writing() {
    Bio bio(BIO_new(BIO_s_secmem()));
    demand(bio != nullptr);
    return bio;
}

std::string_view written(const Bio& bio) {
    char* start = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &start);
    return {start, static_cast<std::size_t>(length)};
}

/// Only Ed25519. The library's list of errors is emptied, for others of this thread look there for theirs.
KeyHandle only_ed25519(EVP_PKEY* found) {
    KeyHandle key(found);
    ERR_clear_error();
    if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) return nullptr;
    return key;
}

std::string raw_public(const KeyHandle& key) {
    std::string raw(kRawKeySize, '\0');
    std::size_t length = raw.size();
    demand(EVP_PKEY_get_raw_public_key(key.get(), octets(raw), &length) == 1 && length == kRawKeySize);
    return raw;
}

}  // namespace

void FreeKey::operator()(evp_pkey_st* key) const { EVP_PKEY_free(key); }

Result<VerifyingKey> VerifyingKey::from_pem(std::string_view pem) {
    KeyHandle key = only_ed25519(PEM_read_bio_PUBKEY(reading(pem).get(), nullptr, no_password, nullptr));
    if (!key) return Error{"dit is geen openbare Ed25519-sleutel in PEM-vorm (BEGIN PUBLIC KEY)", "", 0, 0};
    return VerifyingKey(std::move(key));
}

std::string VerifyingKey::pem() const {
    const Bio bio = writing();
    demand(PEM_write_bio_PUBKEY(bio.get(), key_.get()) == 1);
    return std::string(written(bio));
}

std::string VerifyingKey::id() const { return sha256_hex(raw_public(key_)).substr(0, 16); }

bool VerifyingKey::verify(std::string_view bytes, std::string_view signature) const {
    const Context context(EVP_MD_CTX_new());
    demand(context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1);
    const int answer =
        EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(bytes), bytes.size());
    ERR_clear_error();
    return answer == 1;
}

SigningKey SigningKey::make() {
    KeyHandle key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    demand(key != nullptr);
    return SigningKey(std::move(key));
}

Result<SigningKey> SigningKey::from_pem(std::string_view pem) {
    KeyHandle key = only_ed25519(PEM_read_bio_PrivateKey(reading(pem).get(), nullptr, no_password, nullptr));
    if (!key)
        return Error{"dit is geen geheime Ed25519-sleutel in PEM-vorm zonder wachtwoord (BEGIN PRIVATE KEY)", "", 0, 0};
    return SigningKey(std::move(key));
}

SecretBytes SigningKey::pem() const {
    const Bio bio = writing();
    demand(PEM_write_bio_PKCS8PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
    return SecretBytes(written(bio));
}

VerifyingKey SigningKey::verifying_key() const {
    const std::string raw = raw_public(key_);
    KeyHandle key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(raw), raw.size()));
    demand(key != nullptr);
    return VerifyingKey(std::move(key));
}

std::string SigningKey::sign(std::string_view bytes) const {
    const Context context(EVP_MD_CTX_new());
    std::string signature(kSignatureSize, '\0');
    std::size_t length = signature.size();
    demand(context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1);
    demand(EVP_DigestSign(context.get(), octets(signature), &length, octets(bytes), bytes.size()) == 1);
    demand(length == kSignatureSize);
    return signature;
}

}  // namespace slagboom
