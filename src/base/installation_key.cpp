#include "base/installation_key.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/octets.h"
#include "base/random.h"
#include "base/sha256.h"

namespace slagboom {
namespace {

constexpr std::size_t kKeySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kLineSize = sodium_base64_ENCODED_LEN(kKeySize, sodium_base64_VARIANT_ORIGINAL) - 1;
constexpr std::string_view kWrap = "slagboom wrap 1";
constexpr std::string_view kSeal = "slagboom seal 1";

class Descriptor {
 public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

 private:
    int number_;
};

Error system_error(const std::string& path, std::string_view what) {
    return Error{fmt::format("sleutelbestand: {}: {}", what, std::strerror(errno)), path, 0, 0};
}

bool only_for_its_owner(const struct stat& about) {
    const unsigned rights = about.st_mode & 07777U;
    const bool credential_of_systemd = rights == 0440 && about.st_uid == 0 && about.st_gid == 0;
    return rights == 0600 || rights == 0400 || credential_of_systemd;
}

std::optional<Error> fault_of(const struct stat& about, const std::string& path) {
    if (!S_ISREG(about.st_mode)) return Error{"sleutelbestand: dit is geen gewoon bestand", path, 0, 0};
    if (!only_for_its_owner(about))
        return Error{fmt::format("sleutelbestand: de rechten zijn {:04o}; alleen de eigenaar mag het lezen (chmod 600)",
                                 about.st_mode & 07777U),
                     path, 0, 0};
    return std::nullopt;
}

/// One line of base64; a line end after it may be there or not.
std::optional<SecretBytes> key_of(std::string_view content) {
    if (content.size() == kLineSize + 1 && content.back() == '\n') content.remove_suffix(1);
    SecretBytes key(kKeySize);
    std::size_t length = 0;
    if (sodium_base642bin(key.data(), key.size(), content.data(), content.size(), nullptr, &length, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        length != kKeySize)
        return std::nullopt;
    return key;
}

/// What is bound to the secret without standing in it. The parts before `belongs_to` have lengths of their own, so no
/// two places give the same text.
std::string bound(std::string_view kind, std::string_view id, std::string_view belongs_to) {
    return fmt::format("{}\n{}\n{}", kind, id, belongs_to);
}

std::string closed(const SecretBytes& key, std::string_view secret, std::string_view bound_to) {
    std::string result = random_bytes(kNonceSize);
    result.resize(kNonceSize + secret.size() + kTagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(octets(result) + kNonceSize, nullptr, octets(secret), secret.size(),
                                               octets(bound_to), bound_to.size(), nullptr, octets(result), key.data());
    return result;
}

Result<SecretBytes> opened(const SecretBytes& key, std::string_view text, std::string_view bound_to) {
    const Error fault{"dit geheim is beschadigd, hoort ergens anders of is met een andere sleutel gesloten", "", 0, 0};
    if (text.size() < kNonceSize + kTagSize) return fault;
    SecretBytes secret(text.size() - kNonceSize - kTagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(secret.data(), nullptr, nullptr, octets(text) + kNonceSize,
                                                   text.size() - kNonceSize, octets(bound_to), bound_to.size(),
                                                   octets(text), key.data()) != 0)
        return fault;
    return secret;
}

/// False with errno when not everything could be written, for good (fsync).
bool write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t count = ::write(file, content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return ::fsync(file) == 0;
}

}  // namespace

InstallationKey::InstallationKey(SecretBytes key) : key_(std::move(key)), id_(sha256_hex(key_.view()).substr(0, 16)) {}

InstallationKey InstallationKey::make() { return InstallationKey(SecretBytes::random(kKeySize)); }

Result<InstallationKey> InstallationKey::read(const std::string& path) {
    start_sodium();
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat about{};
    if (file.number() < 0 || ::fstat(file.number(), &about) != 0) return system_error(path, "kan niet worden gelezen");
    if (auto fault = fault_of(about, path)) return *fault;
    SecretBytes content(kLineSize + 2);  // one more than a sound file has, so that a longer one shows
    const ssize_t count = ::read(file.number(), content.data(), content.size());
    if (count < 0) return system_error(path, "kan niet worden gelezen");
    auto key = key_of(content.view().substr(0, static_cast<std::size_t>(count)));
    if (!key) return Error{"sleutelbestand: verwacht één regel met 32 bytes in base64 (44 tekens)", path, 0, 0};
    return InstallationKey(std::move(*key));
}

std::optional<Error> InstallationKey::write(const std::string& path) const {
    SecretBytes line(kLineSize + 1);
    sodium_bin2base64(reinterpret_cast<char*>(line.data()), line.size(), key_.data(), key_.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    line.data()[kLineSize] = '\n';  // where the NUL stood
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.number() < 0) return system_error(path, "kan niet worden gemaakt");
    if (write_all(file.number(), line.view())) return std::nullopt;
    auto fault = system_error(path, "kan niet worden geschreven");
    ::unlink(path.c_str());
    return fault;
}

std::string InstallationKey::wrap(const SecretBytes& data_key, std::string_view belongs_to) const {
    return closed(key_, data_key.view(), bound(kWrap, id_, belongs_to));
}

Result<SecretBytes> InstallationKey::unwrap(std::string_view wrapped, std::string_view belongs_to) const {
    return opened(key_, wrapped, bound(kWrap, id_, belongs_to));
}

std::string InstallationKey::seal(std::string_view secret, std::string_view belongs_to) const {
    return closed(key_, secret, bound(kSeal, id_, belongs_to));
}

Result<SecretBytes> InstallationKey::open(std::string_view sealed, std::string_view belongs_to) const {
    return opened(key_, sealed, bound(kSeal, id_, belongs_to));
}

}  // namespace slagboom
