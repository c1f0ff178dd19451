#include "base/signature.h"

#include <gtest/gtest.h>

#include "base/encoding.h"
#include "base/sha256.h"

namespace slagboom {
namespace {

std::string pem_of(std::string_view label, std::string_view der) {
    const std::string name(label);
    return "-----BEGIN " + name + "-----\n" + base64(der) + "\n-----END " + name + "-----\n";
}

// RFC 8410: the raw keys stand behind these bytes of a PKCS#8 and of a SubjectPublicKeyInfo.
std::string private_pem(std::string_view raw_hex) {
    return pem_of("PRIVATE KEY", *parse_hex("302e020100300506032b657004220420" + std::string(raw_hex)));
}
std::string public_pem(std::string_view raw_hex) {
    return pem_of("PUBLIC KEY", *parse_hex("302a300506032b6570032100" + std::string(raw_hex)));
}

struct Vector {
    const char* secret_key;
    const char* public_key;
    const char* message;
    const char* signature;
};

// RFC 8032, section 7.1, tests 1 to 3.
constexpr Vector kVectors[] = {
    {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246"
     "55141438e7a100b"},
    {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb"
     "00d291612bb0c00"},
    {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc"
     "027beceea1ec40a"},
};

TEST(Signature, GivesTheVectorsOfTheStandard) {
    for (const auto& vector : kVectors) {
        const auto key = SigningKey::from_pem(private_pem(vector.secret_key));
        ASSERT_TRUE(key) << key.error().text();
        const auto message = *parse_hex(vector.message);
        EXPECT_EQ(hex(key->sign(message)), vector.signature);
        EXPECT_EQ(key->verifying_key().pem(), public_pem(vector.public_key));
        EXPECT_EQ(key->pem().view(), private_pem(vector.secret_key));

        const auto verifying = VerifyingKey::from_pem(public_pem(vector.public_key));
        ASSERT_TRUE(verifying) << verifying.error().text();
        EXPECT_TRUE(verifying->verify(message, *parse_hex(vector.signature)));
        EXPECT_EQ(verifying->id(), sha256_hex(*parse_hex(vector.public_key)).substr(0, 16));
    }
}

// RFC 8410, sections 10.1 and 10.3: the same pair as the standard prints it.
TEST(Signature, ReadsTheKeysOfTheStandard) {
    const auto key = SigningKey::from_pem(
        "-----BEGIN PRIVATE KEY-----\n"
        "MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
        "-----END PRIVATE KEY-----\n");
    ASSERT_TRUE(key) << key.error().text();
    EXPECT_EQ(key->verifying_key().pem(),
              "-----BEGIN PUBLIC KEY-----\n"
              "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
              "-----END PUBLIC KEY-----\n");
}

TEST(Signature, AnyOtherMessageSignatureOrKeyIsRefused) {
    const auto key = SigningKey::make();
    const auto verifying = key.verifying_key();
    const auto signature = key.sign("kop van de keten");
    EXPECT_EQ(signature.size(), 64U);
    EXPECT_TRUE(verifying.verify("kop van de keten", signature));
    EXPECT_FALSE(verifying.verify("kop van de ketem", signature));
    EXPECT_FALSE(verifying.verify("", signature));
    EXPECT_FALSE(verifying.verify("kop van de keten", ""));
    EXPECT_FALSE(verifying.verify("kop van de keten", signature.substr(1)));
    EXPECT_FALSE(verifying.verify("kop van de keten", signature + "x"));
    EXPECT_FALSE(SigningKey::make().verifying_key().verify("kop van de keten", signature));
    for (std::size_t at = 0; at < signature.size(); ++at) {
        auto changed = signature;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(verifying.verify("kop van de keten", changed)) << at;
    }
}

TEST(Signature, APairThatIsMadeComesBackFromItsText) {
    const auto key = SigningKey::make();
    const auto again = SigningKey::from_pem(key.pem().view());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->sign("x"), key.sign("x"));
    EXPECT_EQ(again->verifying_key().id(), key.verifying_key().id());
    EXPECT_NE(SigningKey::make().verifying_key().id(), key.verifying_key().id());
}

TEST(Signature, RefusesWhatIsNoSuchKey) {
    const auto key = SigningKey::make();
    EXPECT_FALSE(SigningKey::from_pem(""));
    EXPECT_FALSE(SigningKey::from_pem("geen sleutel"));
    EXPECT_FALSE(SigningKey::from_pem(key.verifying_key().pem()));
    EXPECT_FALSE(SigningKey::from_pem(private_pem("9d61")));
    EXPECT_FALSE(VerifyingKey::from_pem(key.pem().view()));
    EXPECT_FALSE(VerifyingKey::from_pem(public_pem("d75a")));
    // The same bytes as an X25519 key (1.3.101.110 instead of .112), which cannot sign.
    EXPECT_FALSE(VerifyingKey::from_pem(
        pem_of("PUBLIC KEY", *parse_hex("302a300506032b656e032100" + std::string(kVectors[0].public_key)))));
    const auto refused = VerifyingKey::from_pem("geen sleutel");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "dit is geen openbare Ed25519-sleutel in PEM-vorm (BEGIN PUBLIC KEY)");
}

}  // namespace
}  // namespace slagboom
