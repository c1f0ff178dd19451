#include "base/encoding.h"

#include <sodium.h>

#include <cstdint>

#include "base/octets.h"

// Hex and base64 come from libsodium, whose time does not depend on what is encoded.
namespace slagboom {
namespace {

constexpr std::string_view kBase32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

std::string base64_text(std::string_view bytes, int variant) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), octets(bytes), bytes.size(), variant);
    text.pop_back();  // the closing NUL
    return text;
}

std::optional<std::string> base64_bytes(std::string_view text, int variant) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    // Without a place to report where reading stopped, the library refuses text that it cannot read to its end.
    if (sodium_base642bin(octets(bytes), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr, variant) !=
        0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

}  // namespace

std::string hex(std::string_view bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), octets(bytes), bytes.size());
    text.pop_back();  // the closing NUL
    return text;
}

std::optional<std::string> parse_hex(std::string_view text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t length = 0;
    if (sodium_hex2bin(octets(bytes), bytes.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

std::string base64(std::string_view bytes) { return base64_text(bytes, sodium_base64_VARIANT_ORIGINAL); }
std::optional<std::string> parse_base64(std::string_view text) {
    return base64_bytes(text, sodium_base64_VARIANT_ORIGINAL);
}

std::string base64url(std::string_view bytes) { return base64_text(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING); }
std::optional<std::string> parse_base64url(std::string_view text) {
    return base64_bytes(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string base32(std::string_view bytes) {
    std::string text;
    std::uint32_t waiting = 0;  // bits that are not written yet, the newest lowest
    unsigned count = 0;
    for (const char byte : bytes) {
        waiting = (waiting << 8U) | static_cast<unsigned char>(byte);
        for (count += 8; count >= 5; count -= 5) text += kBase32Alphabet[(waiting >> (count - 5)) & 31U];
    }
    if (count > 0) text += kBase32Alphabet[(waiting << (5 - count)) & 31U];
    return text;
}

std::optional<std::string> parse_base32(std::string_view text) {
    std::string bytes;
    std::uint32_t waiting = 0;
    unsigned count = 0;
    for (const char letter : text) {
        const auto value = kBase32Alphabet.find(letter);
        if (value == kBase32Alphabet.npos) return std::nullopt;
        waiting = (waiting << 5U) | static_cast<std::uint32_t>(value);
        count += 5;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>((waiting >> count) & 0xFFU);
    }
    const bool whole = count < 5;  // else the last letter begins a byte that never ends
    const bool nothing_left = (waiting & ((1U << count) - 1U)) == 0;
    if (!whole || !nothing_left) return std::nullopt;
    return bytes;
}

}  // namespace slagboom
