#pragma once

#include <sodium/crypto_secretstream_xchacha20poly1305.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret_bytes.h"

namespace slagboom {

// A file as closed chunks, each a row of the database and one message of libsodium's secretstream
// (XChaCha20-Poly1305). Frozen on disk: the first chunk begins with the 24 bytes of the stream's header; every chunk
// but the last holds exactly kSealedChunk plain bytes; the last holds what is left, is marked as the last, and is empty
// only when the file is.

/// Plain bytes of a chunk.
inline constexpr std::size_t kSealedChunk = std::size_t{256} * 1024;

/// A fresh key for one file. Never used for a second one.
SecretBytes make_data_key();

/// Closes a file from its first byte to its last.
class SealedWriter {
 public:
    /// `data_key` is one of make_data_key().
    explicit SealedWriter(const SecretBytes& data_key);
    ~SealedWriter();
    SealedWriter(const SealedWriter&) = delete;
    SealedWriter& operator=(const SealedWriter&) = delete;

    /// Takes the next plain bytes, any number, and gives the chunks that are full, in their order.
    std::vector<std::string> write(std::string_view plain);
    /// Gives the last chunk. Nothing may be written after it.
    std::string finish();

 private:
    std::string closed(std::string_view plain, unsigned char tag);

    crypto_secretstream_xchacha20poly1305_state stream_{};
    std::string header_;   // until the first chunk took it
    std::string waiting_;  // plain, at most one chunk: it may turn out to be the last
    bool finished_ = false;
};

/// Opens chunks in their order. A chunk that is changed, is missing, is double, stands in another place or belongs to
/// another file is an error, and so is everything after it.
class SealedReader {
 public:
    explicit SealedReader(const SecretBytes& data_key);
    ~SealedReader();
    SealedReader(const SealedReader&) = delete;
    SealedReader& operator=(const SealedReader&) = delete;

    /// The plain bytes of the next chunk.
    Result<std::string> read(std::string_view chunk);
    /// To be asked after the last chunk that there is: an error when the end of the file is missing.
    std::optional<Error> fault_at_end() const;

 private:
    std::optional<std::string> opened(std::string_view chunk);

    SecretBytes key_;  // until the header came
    crypto_secretstream_xchacha20poly1305_state stream_{};
    std::size_t chunks_ = 0;
    bool finished_ = false;
    bool broken_ = false;
};

}  // namespace slagboom
