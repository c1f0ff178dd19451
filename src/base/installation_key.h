#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/secret_bytes.h"

namespace slagboom {

/// The key of one installation: whatever is secret in its database is closed with it, and it never stands in that
/// database or in a backup. It is kept in a key file: 32 bytes as one line of base64, readable by its owner alone.
/// Safe to use from several threads at once.
///
/// What wrap and seal give is frozen on disk: 24 bytes nonce, then XChaCha20-Poly1305 with its tag of 16 bytes. The
/// kind (wrap or seal), the id of the key and `belongs_to` are bound to it, so that nothing opens in another place than
/// it was made for: as associated data the lines "slagboom wrap 1" (or seal), the id and `belongs_to`, without a last
/// line end. `belongs_to` names that place in a way that never changes: "bestand 12".
class InstallationKey {
 public:
    static InstallationKey make();
    /// From a key file. Refuses one that others than its owner may read; a systemd credential, which the group of root
    /// may read (0440, root:root), is allowed.
    static Result<InstallationKey> read(const std::string& path);

    /// Makes the key file (mode 0600) and gives what went wrong. Never writes over a file that is there.
    std::optional<Error> write(const std::string& path) const;

    /// The first 16 hex digits of SHA-256 over the key: stored beside what is closed with it.
    const std::string& id() const { return id_; }

    /// A data key, closed with this one. To change the installation key: unwrap with the old, wrap with the new.
    std::string wrap(const SecretBytes& data_key, std::string_view belongs_to) const;
    Result<SecretBytes> unwrap(std::string_view wrapped, std::string_view belongs_to) const;

    /// Another small secret, such as that of one-time codes.
    std::string seal(std::string_view secret, std::string_view belongs_to) const;
    Result<SecretBytes> open(std::string_view sealed, std::string_view belongs_to) const;

 private:
    explicit InstallationKey(SecretBytes key);

    SecretBytes key_;
    std::string id_;
};

}  // namespace slagboom
