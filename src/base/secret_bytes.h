#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace slagboom {

/// Makes libsodium ready; a second call does nothing. Ends the program when the system has no randomness to give.
/// What stands in layer base calls it by itself.
void start_sodium();

/// Key material: cannot be copied by accident, and is wiped from memory when it goes. It says nothing of copies that
/// others made of view().
class SecretBytes {
 public:
    SecretBytes() = default;
    /// That many zeros, to be filled through data().
    explicit SecretBytes(std::size_t size) : bytes_(size) {}
    /// A copy; the original is for its owner to wipe.
    explicit SecretBytes(std::string_view bytes) : bytes_(bytes.begin(), bytes.end()) {}
    SecretBytes(SecretBytes&& other) noexcept = default;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    /// Fresh randomness of the system.
    static SecretBytes random(std::size_t size);

    std::string_view view() const;
    unsigned char* data() { return bytes_.data(); }
    const unsigned char* data() const { return bytes_.data(); }
    std::size_t size() const { return bytes_.size(); }

 private:
    void wipe();

    std::vector<unsigned char> bytes_;  // never grows, so that no copy stays behind
};

}  // namespace slagboom
