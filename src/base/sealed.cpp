#include "base/sealed.h"

#include <fmt/format.h>
#include <sodium.h>

#include <cassert>
#include <cstdlib>
#include <utility>

#include "base/octets.h"

namespace slagboom {
namespace {

constexpr std::size_t kKeySize = crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t kHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kExtra = crypto_secretstream_xchacha20poly1305_ABYTES;  // of every message

}  // namespace

SecretBytes make_data_key() { return SecretBytes::random(kKeySize); }

SealedWriter::SealedWriter(const SecretBytes& data_key) : header_(kHeaderSize, '\0') {
    if (data_key.size() != kKeySize) std::abort();  // a shorter one would be read past its end
    start_sodium();
    crypto_secretstream_xchacha20poly1305_init_push(&stream_, octets(header_), data_key.data());
}

SealedWriter::~SealedWriter() {
    sodium_memzero(&stream_, sizeof stream_);
    sodium_memzero(waiting_.data(), waiting_.size());
}

std::vector<std::string> SealedWriter::write(std::string_view plain) {
    assert(!finished_);
    std::vector<std::string> chunks;
    while (!plain.empty()) {
        if (waiting_.size() == kSealedChunk) {
            chunks.push_back(closed(waiting_, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE));
            waiting_.clear();
        }
        const auto part = plain.substr(0, kSealedChunk - waiting_.size());
        waiting_ += part;
        plain.remove_prefix(part.size());
    }
    return chunks;
}

std::string SealedWriter::finish() {
    assert(!finished_);
    finished_ = true;
    return closed(waiting_, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
}

std::string SealedWriter::closed(std::string_view plain, unsigned char tag) {
    std::string chunk = std::exchange(header_, {});
    const std::size_t start = chunk.size();
    chunk.resize(start + plain.size() + kExtra);
    crypto_secretstream_xchacha20poly1305_push(&stream_, octets(chunk) + start, nullptr, octets(plain), plain.size(),
                                               nullptr, 0, tag);
    return chunk;
}

SealedReader::SealedReader(const SecretBytes& data_key) : key_(data_key.view()) { start_sodium(); }

SealedReader::~SealedReader() { sodium_memzero(&stream_, sizeof stream_); }

Result<std::string> SealedReader::read(std::string_view chunk) {
    auto plain = broken_ || finished_ ? std::nullopt : opened(chunk);
    ++chunks_;
    if (plain) return std::move(*plain);
    broken_ = true;
    return Error{
        fmt::format("deel {} van dit bestand is veranderd, staat op de verkeerde plaats of hoort er niet bij", chunks_),
        "", 0, 0};
}

std::optional<Error> SealedReader::fault_at_end() const {
    if (finished_ && !broken_) return std::nullopt;
    return Error{fmt::format("dit bestand is niet heel: het slot ontbreekt na deel {}", chunks_), "", 0, 0};
}

std::optional<std::string> SealedReader::opened(std::string_view chunk) {
    if (chunks_ == 0) {
        if (chunk.size() < kHeaderSize || key_.size() != kKeySize) return std::nullopt;
        crypto_secretstream_xchacha20poly1305_init_pull(&stream_, octets(chunk), key_.data());
        key_ = SecretBytes();
        chunk.remove_prefix(kHeaderSize);
    }
    if (chunk.size() < kExtra || chunk.size() > kSealedChunk + kExtra) return std::nullopt;
    std::string plain(chunk.size() - kExtra, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream_, octets(plain), nullptr, &tag, octets(chunk), chunk.size(),
                                                   nullptr, 0) != 0)
        return std::nullopt;
    finished_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return plain;
}

}  // namespace slagboom
