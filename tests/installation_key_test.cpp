#include "base/installation_key.h"

#include <gtest/gtest.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/encoding.h"
#include "base/sha256.h"
#include "temporary_folder.h"

namespace slagboom {
namespace {

using tests::TemporaryFolder;
using tests::text_of;
using tests::write_text;

class InstallationKeyTest : public testing::Test {
 protected:
    std::string file(std::string_view content, mode_t rights = 0600) {
        const auto path = folder_.path() / ("sleutel" + std::to_string(++number_));
        write_text(path, content);
        EXPECT_EQ(::chmod(path.c_str(), rights), 0);
        return path.string();
    }
    std::string reason(std::string_view content, mode_t rights = 0600) {
        const auto key = InstallationKey::read(file(content, rights));
        return key ? "" : key.error().reason;
    }

    TemporaryFolder folder_;
    int number_ = 0;
    const std::string raw_ = std::string(31, 'k') + '\xff';
    const std::string line_ = base64(raw_) + "\n";
};

TEST_F(InstallationKeyTest, IsReadFromOneLine) {
    for (const auto& content : {line_, base64(raw_)}) {
        const auto key = InstallationKey::read(file(content));
        ASSERT_TRUE(key) << key.error().text();
        EXPECT_EQ(key->id(), sha256_hex(raw_).substr(0, 16));
    }
}

TEST_F(InstallationKeyTest, IsWrittenForItsOwnerAloneAndNeverOverAnother) {
    const auto path = (folder_.path() / "nieuw").string();
    const auto key = InstallationKey::make();
    ASSERT_EQ(key.write(path), std::nullopt);
    struct stat about{};
    ASSERT_EQ(::stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 07777U, 0600U);
    const auto content = text_of(path);
    EXPECT_EQ(content.size(), 45U);
    EXPECT_EQ(sha256_hex(*parse_base64(content.substr(0, 44))).substr(0, 16), key.id());
    const auto again = InstallationKey::read(path);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->id(), key.id());

    const auto fault = InstallationKey::make().write(path);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->reason.substr(0, 40), "sleutelbestand: kan niet worden gemaakt:");
    EXPECT_EQ(text_of(path), content);
}

TEST_F(InstallationKeyTest, RefusesAFileThatOthersMayRead) {
    EXPECT_EQ(reason(line_, 0644),
              "sleutelbestand: de rechten zijn 0644; alleen de eigenaar mag het lezen (chmod 600)");
    for (const mode_t rights : {0640U, 0604U, 0660U, 0602U, 0700U, 0444U})
        EXPECT_NE(reason(line_, rights), "") << rights;
    EXPECT_EQ(reason(line_, 0400), "");
    // As systemd gives a credential: only when the file is of root and its group.
    EXPECT_EQ(reason(line_, 0440).empty(), ::geteuid() == 0 && ::getegid() == 0);
}

TEST_F(InstallationKeyTest, RefusesACredentialForAnotherGroup) {
    if (::geteuid() != 0) GTEST_SKIP() << "only root may give a file away";
    const auto path = file(line_, 0440);
    ASSERT_EQ(::chown(path.c_str(), 0, 1), 0);
    EXPECT_FALSE(InstallationKey::read(path));
    ASSERT_EQ(::chown(path.c_str(), 1, 0), 0);
    EXPECT_FALSE(InstallationKey::read(path));
}

TEST_F(InstallationKeyTest, RefusesWhatIsNoKey) {
    const std::string expected = "sleutelbestand: verwacht één regel met 32 bytes in base64 (44 tekens)";
    EXPECT_EQ(reason(""), expected);
    EXPECT_EQ(reason("\n"), expected);
    EXPECT_EQ(reason(raw_), expected);
    EXPECT_EQ(reason(base64(raw_.substr(1)) + "\n"), expected);
    EXPECT_EQ(reason(base64(raw_ + "x") + "\n"), expected);
    EXPECT_EQ(reason(line_ + "\n"), expected);
    EXPECT_EQ(reason(line_ + line_), expected);
    EXPECT_EQ(reason(" " + line_), expected);
    EXPECT_EQ(reason(base64(raw_) + "\r\n"), expected);
    const auto absent = InstallationKey::read((folder_.path() / "weg").string());
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().reason.substr(0, 40), "sleutelbestand: kan niet worden gelezen:");
    const auto folder = InstallationKey::read(folder_.path().string());
    ASSERT_FALSE(folder);
    EXPECT_EQ(folder.error().reason, "sleutelbestand: dit is geen gewoon bestand");
}

TEST_F(InstallationKeyTest, WhatItClosesItOpens) {
    const auto key = InstallationKey::make();
    const SecretBytes data_key = SecretBytes::random(32);
    const auto wrapped = key.wrap(data_key, "bestand 12");
    EXPECT_EQ(wrapped.size(), 24U + 32U + 16U);
    const auto unwrapped = key.unwrap(wrapped, "bestand 12");
    ASSERT_TRUE(unwrapped);
    EXPECT_EQ(unwrapped->view(), data_key.view());
    EXPECT_NE(key.wrap(data_key, "bestand 12"), wrapped);  // another nonce

    for (const auto* secret : {"", "wachtwoord van de post"}) {
        const auto opened = key.open(key.seal(secret, "post"), "post");
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened->view(), secret);
    }
}

// What is on disk must open in every later version: a secret closed here with libsodium by the words of the contract.
// SHA-256 of 32 zeros begins with 66687aadf862bd77.
TEST_F(InstallationKeyTest, OpensTheFormThatIsFrozen) {
    const std::string zeros(32, '\0');
    const auto key = InstallationKey::read(file(base64(zeros)));
    ASSERT_TRUE(key);
    const auto octets = [](const char* text) { return reinterpret_cast<const unsigned char*>(text); };
    const auto by_hand = [&](std::string_view secret, std::string_view bound) {
        std::string text(24 + secret.size() + 16, 'n');
        crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(text.data()) + 24, nullptr,
                                                   octets(secret.data()), secret.size(), octets(bound.data()),
                                                   bound.size(), nullptr, octets(text.data()), octets(zeros.data()));
        return text;
    };
    const auto opened = key->open(by_hand("geheim", "slagboom seal 1\n66687aadf862bd77\npost"), "post");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->view(), "geheim");
    const auto unwrapped = key->unwrap(by_hand(zeros, "slagboom wrap 1\n66687aadf862bd77\nbestand 12"), "bestand 12");
    ASSERT_TRUE(unwrapped);
    EXPECT_EQ(unwrapped->view(), zeros);
}

TEST_F(InstallationKeyTest, OpensNowhereButWhereItWasMadeFor) {
    const auto key = InstallationKey::make();
    const auto wrapped = key.wrap(SecretBytes::random(32), "bestand 12");
    EXPECT_FALSE(key.unwrap(wrapped, "bestand 13"));
    EXPECT_FALSE(key.unwrap(wrapped, ""));
    EXPECT_FALSE(key.open(wrapped, "bestand 12"));
    EXPECT_FALSE(key.unwrap(key.seal("geheim", "bestand 12"), "bestand 12"));
    const auto other = InstallationKey::make().unwrap(wrapped, "bestand 12");
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().reason,
              "dit geheim is beschadigd, hoort ergens anders of is met een andere sleutel gesloten");
}

TEST_F(InstallationKeyTest, RefusesWhatIsChangedOrCut) {
    const auto key = InstallationKey::make();
    const auto sealed = key.seal("geheim", "post");
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        auto changed = sealed;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(key.open(changed, "post")) << at;
        EXPECT_FALSE(key.open(sealed.substr(0, at), "post")) << at;
    }
    EXPECT_FALSE(key.open(sealed + "x", "post"));
}

TEST_F(InstallationKeyTest, ADataKeyMovesToANewKey) {
    const auto old_key = InstallationKey::make();
    const auto new_key = InstallationKey::make();
    const SecretBytes data_key = SecretBytes::random(32);
    const auto wrapped = old_key.wrap(data_key, "bestand 12");
    const auto moved = new_key.wrap(*old_key.unwrap(wrapped, "bestand 12"), "bestand 12");
    EXPECT_FALSE(old_key.unwrap(moved, "bestand 12"));
    const auto unwrapped = new_key.unwrap(moved, "bestand 12");
    ASSERT_TRUE(unwrapped);
    EXPECT_EQ(unwrapped->view(), data_key.view());
}

}  // namespace
}  // namespace slagboom
