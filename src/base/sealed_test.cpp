#include "base/sealed.h"

#include <gtest/gtest.h>

#include <utility>

#include "base/random.h"

namespace slagboom {
namespace {

using Chunks = std::vector<std::string>;

Chunks sealed(const SecretBytes& key, std::string_view plain, std::size_t step = 100'000) {
    SealedWriter writer(key);
    Chunks chunks;
    for (std::size_t at = 0; at < plain.size(); at += step)
        for (auto& chunk : writer.write(plain.substr(at, step))) chunks.push_back(std::move(chunk));
    chunks.push_back(writer.finish());
    return chunks;
}

/// The whole file, or nothing when any part of it was refused.
std::optional<std::string> opened(const SecretBytes& key, const Chunks& chunks) {
    SealedReader reader(key);
    std::string plain;
    for (const auto& chunk : chunks) {
        auto part = reader.read(chunk);
        if (!part) return std::nullopt;
        plain += *part;
    }
    if (reader.fault_at_end()) return std::nullopt;
    return plain;
}

class Sealed : public testing::Test {
 protected:
    const SecretBytes key_ = make_data_key();
    const std::string plain_ = random_bytes(3 * kSealedChunk + 17);
    const Chunks chunks_ = sealed(key_, plain_);
};

TEST_F(Sealed, EveryLengthComesBack) {
    for (const std::size_t length : {std::size_t{0}, std::size_t{1}, kSealedChunk - 1, kSealedChunk, kSealedChunk + 1,
                                     2 * kSealedChunk, 3 * kSealedChunk + 17}) {
        const auto plain = std::string_view(plain_).substr(0, length);
        for (const std::size_t step : {std::size_t{100'000}, kSealedChunk, 10 * kSealedChunk})
            EXPECT_EQ(opened(key_, sealed(key_, plain, step)), plain) << length;
    }
}

// By the contract: full chunks of 262144 bytes and 17 of a message, the first with a header of 24.
TEST_F(Sealed, ChunksHaveTheSizesThatAreFrozen) {
    ASSERT_EQ(chunks_.size(), 4U);
    EXPECT_EQ(chunks_[0].size(), 24U + 262'144U + 17U);
    EXPECT_EQ(chunks_[1].size(), 262'144U + 17U);
    EXPECT_EQ(chunks_[2].size(), 262'144U + 17U);
    EXPECT_EQ(chunks_[3].size(), 17U + 17U);
    EXPECT_EQ(sealed(key_, plain_.substr(0, 2 * kSealedChunk)).size(), 2U);
    EXPECT_EQ(sealed(key_, "").size(), 1U);
}

// What is on disk must open in every later version: here with libsodium alone, by the words of the contract.
TEST_F(Sealed, OpensWithTheLibraryAlone) {
    crypto_secretstream_xchacha20poly1305_state stream{};
    const auto octets = [](const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    ASSERT_EQ(crypto_secretstream_xchacha20poly1305_init_pull(&stream, octets(chunks_[0]), key_.data()), 0);
    std::string plain;
    for (std::size_t nr = 0; nr < chunks_.size(); ++nr) {
        const std::size_t header = nr == 0 ? 24 : 0;
        std::string part(chunks_[nr].size() - header - 17, '\0');
        unsigned char tag = 9;
        ASSERT_EQ(crypto_secretstream_xchacha20poly1305_pull(&stream, reinterpret_cast<unsigned char*>(part.data()),
                                                             nullptr, &tag, octets(chunks_[nr]) + header,
                                                             chunks_[nr].size() - header, nullptr, 0),
                  0);
        EXPECT_EQ(tag, nr == 3 ? 3 : 0);  // TAG_FINAL and TAG_MESSAGE
        plain += part;
    }
    EXPECT_EQ(plain, plain_);
}

TEST_F(Sealed, NothingOfTheFileShows) {
    const std::string same(2 * kSealedChunk, 'a');
    const auto chunks = sealed(key_, same);
    for (const auto& chunk : chunks) EXPECT_EQ(chunk.find("aaaaaaaa"), std::string::npos);
    EXPECT_NE(sealed(key_, same), chunks);  // another header each time
}

TEST_F(Sealed, AChangedByteIsRefused) {
    for (std::size_t nr = 0; nr < chunks_.size(); ++nr)
        for (const std::size_t at : {std::size_t{0}, chunks_[nr].size() / 2, chunks_[nr].size() - 1}) {
            auto changed = chunks_;
            changed[nr][at] = static_cast<char>(changed[nr][at] ^ 1);
            EXPECT_EQ(opened(key_, changed), std::nullopt) << nr << " " << at;
        }
}

TEST_F(Sealed, ACutIsRefused) {
    for (std::size_t count = 0; count < chunks_.size(); ++count) {
        const Chunks cut(chunks_.begin(), chunks_.begin() + static_cast<std::ptrdiff_t>(count));
        SealedReader reader(key_);
        for (const auto& chunk : cut) EXPECT_TRUE(reader.read(chunk));  // so far all is well
        ASSERT_TRUE(reader.fault_at_end()) << count;
        EXPECT_EQ(reader.fault_at_end()->reason,
                  "dit bestand is niet heel: het slot ontbreekt na deel " + std::to_string(count));
    }
    for (const std::size_t length : {std::size_t{0}, std::size_t{5}, std::size_t{33}}) {
        auto cut = chunks_;
        cut.back().resize(length);
        EXPECT_EQ(opened(key_, cut), std::nullopt) << length;
    }
    auto cut = chunks_;
    cut.front().resize(10);
    EXPECT_EQ(opened(key_, cut), std::nullopt);
}

TEST_F(Sealed, AnotherOrderIsRefused) {
    for (std::size_t nr = 0; nr + 1 < chunks_.size(); ++nr) {
        auto other = chunks_;
        std::swap(other[nr], other[nr + 1]);
        EXPECT_EQ(opened(key_, other), std::nullopt) << nr;
    }
}

TEST_F(Sealed, AMissingDoubleOrForeignChunkIsRefused) {
    for (std::size_t nr = 0; nr + 1 < chunks_.size(); ++nr) {
        auto missing = chunks_;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(nr));
        EXPECT_EQ(opened(key_, missing), std::nullopt) << nr;
    }
    for (std::size_t nr = 0; nr < chunks_.size(); ++nr) {
        auto twice = chunks_;
        twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(nr), chunks_[nr]);
        EXPECT_EQ(opened(key_, twice), std::nullopt) << nr;
    }
    auto foreign = chunks_;
    foreign[1] = sealed(key_, plain_)[1];  // the same bytes of the same key, closed another time
    EXPECT_EQ(opened(key_, foreign), std::nullopt);
    auto longer = chunks_;
    longer.push_back(chunks_[1]);
    EXPECT_EQ(opened(key_, longer), std::nullopt);
}

// The library itself would go on after the mark of the last chunk.
TEST_F(Sealed, NothingStandsBehindTheLast) {
    crypto_secretstream_xchacha20poly1305_state stream{};
    Chunks chunks{std::string(24 + 17, '\0'), std::string(17, '\0')};
    auto* first = reinterpret_cast<unsigned char*>(chunks[0].data());
    auto* second = reinterpret_cast<unsigned char*>(chunks[1].data());
    crypto_secretstream_xchacha20poly1305_init_push(&stream, first, key_.data());
    crypto_secretstream_xchacha20poly1305_push(&stream, first + 24, nullptr, nullptr, 0, nullptr, 0, 3);  // TAG_FINAL
    crypto_secretstream_xchacha20poly1305_push(&stream, second, nullptr, nullptr, 0, nullptr, 0, 3);
    EXPECT_EQ(opened(key_, {chunks[0]}), "");
    EXPECT_EQ(opened(key_, chunks), std::nullopt);
}

TEST_F(Sealed, AnotherKeyIsRefused) { EXPECT_EQ(opened(make_data_key(), chunks_), std::nullopt); }

TEST_F(Sealed, AfterAnErrorNothingIsReadAnyMore) {
    SealedReader reader(key_);
    ASSERT_TRUE(reader.read(chunks_[0]));
    const auto refused = reader.read(chunks_[2]);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason,
              "deel 2 van dit bestand is veranderd, staat op de verkeerde plaats of hoort er niet bij");
    EXPECT_FALSE(reader.read(chunks_[1]));
    EXPECT_TRUE(reader.fault_at_end());
}

}  // namespace
}  // namespace slagboom
