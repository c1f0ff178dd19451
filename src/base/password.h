#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/turns.h"

namespace slagboom {

/// What one guess of a password costs with Argon2id. Source: OWASP Password Storage Cheat Sheet, 19 MiB and two
/// passes. Raise it here; accounts follow at their next login (needs_rehash).
inline constexpr std::size_t kPasswordMemory = std::size_t{19} * 1024 * 1024;  // bytes
inline constexpr unsigned kPasswordPasses = 2;

/// In characters, after Unicode normalisation. Source: NIST SP 800-63B: no rules about kinds of characters.
inline constexpr std::size_t kPasswordShortest = 12;
inline constexpr std::size_t kPasswordLongest = 128;

/// Hashes passwords and compares them, in Unicode normal form C, so that the same password typed on another machine
/// fits. Safe to use from several threads at once: no more than `turns` allows take the memory of a hash, others wait.
class PasswordHasher {
 public:
    /// `turns` outlives the hasher.
    explicit PasswordHasher(Turns& turns);

    /// With a random salt, as text that names its own cost: "$argon2id$v=19$m=19456,t=2,p=1$…".
    /// Throws std::bad_alloc when there is no memory for it.
    std::string hash(std::string_view password) const;

    /// Whether the password fits. For an account that does not exist `stored` is nothing: the answer is no, and takes
    /// as long as a wrong password, so that nobody learns which accounts there are.
    bool verify(std::string_view password, const std::optional<std::string>& stored) const;

 private:
    Turns& turns_;
    std::string of_nobody_;  // of a password that was thrown away
};

/// Whether a stored hash has another cost than today's, or is none at all. Replace it when the password is at hand.
bool needs_rehash(const std::string& stored);

/// Why this may not become the password of this account, in Dutch; nothing when it may. It must be valid UTF-8, of the
/// lengths above, without the name of the account (or what stands before its @) and not one that everybody tries.
std::optional<std::string> password_fault(std::string_view password, std::string_view account_name);

/// A password that one person gives another to begin with: 24 characters of base32, 120 random bits.
std::string make_start_password();

}  // namespace slagboom
