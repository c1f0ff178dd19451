// An export of the audit chain under every hand that would change it.
#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <array>
#include <sstream>

#include "app/verify_audit.h"
#include "base/encoding.h"
#include "base/mac.h"

namespace slagboom::app {
namespace {

using storage::Actor;
using storage::AuditContent;
using storage::AuditEntry;

constexpr std::int64_t kStart = 1'557'388'800'000'000;  // 2019-05-09T08:00:00Z

/// SHA-256 by OpenSSL itself, so that the judge is not our own code.
std::string openssl_sha256(const std::string& bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr);
    std::string digits;
    for (const unsigned byte : digest) {
        digits += "0123456789abcdef"[byte / 16];
        digits += "0123456789abcdef"[byte % 16];
    }
    return digits;
}

/// A chain of five entries, the third with content, and all that an attacker may want to do to it.
class AuditChain : public testing::Test {
 protected:
    AuditChain() {
        for (int i = 1; i <= 5; ++i) {
            AuditRecord record;
            record.entry.number = i;
            record.entry.recorded_at = kStart + i / 2;  // some were committed together
            record.entry.actor = {Actor::Kind::account, 7, 0};
            record.entry.action = "dossier-bekeken";
            record.entry.subject = {"aanbieder", 100 + i};
            record.entry.provider = 100 + i;
            record.entry.reference = "peildatum 2019-05-09 \"één\"";
            if (i == 3) {
                record.content = AuditContent{std::string("\x00\xff zout", 7), R"({"naam":"De Gele Parasol"})"};
                record.entry.content_mac = hex(hmac_sha256(record.content->salt, record.content->content));
            }
            records_.push_back(record);
        }
        seal();
    }

    /// Gives every entry the hash that follows from what stands there.
    void seal() {
        std::string previous(storage::kNoHash);
        for (auto& record : records_) {
            record.entry.hash = storage::hash_of(record.entry, previous);
            previous = record.entry.hash;
        }
    }

    AuditHead head(std::size_t entries) const {
        const auto& last = records_[entries - 1].entry;
        AuditHead head{"Samen Twente", last.number, last.hash, last.recorded_at, key_.verifying_key().id(), {}};
        head.signature = key_.sign(signed_text(head));
        return head;
    }

    std::vector<std::string> lines() const {
        std::vector<std::string> all{audit_line(AuditStart{"Samen Twente", key_.verifying_key().id()})};
        for (const auto& record : records_) all.push_back(audit_line(record.entry, record.content));
        all.push_back(audit_line(head(records_.size())));
        return all;
    }

    static std::string text(const std::vector<std::string>& lines) {
        std::string all;
        for (const auto& line : lines) all += line + '\n';
        return all;
    }
    AuditVerification verify(const std::string& text, const std::optional<AuditHead>& earlier = {}) const {
        std::istringstream in(text);
        return verify_audit(in, key_.verifying_key(), earlier);
    }
    AuditVerification verify(const std::vector<std::string>& lines,
                             const std::optional<AuditHead>& earlier = {}) const {
        return verify(text(lines), earlier);
    }

    SigningKey key_ = SigningKey::make();
    std::vector<AuditRecord> records_;
};

std::string faults(const AuditVerification& found) {
    std::string all;
    for (const auto& fault : found.faults) all += fault.text() + '\n';
    return all;
}

/// A fault at this line, of this entry, that says this.
void expect_fault(const AuditVerification& found, std::size_t line, std::int64_t entry, const std::string& words) {
    for (const auto& fault : found.faults) {
        if (fault.line == line && fault.entry == entry && fault.reason.find(words) != std::string::npos) return;
    }
    ADD_FAILURE() << "no fault at line " << line << ", entry " << entry << ": " << words << "\n" << faults(found);
}

TEST_F(AuditChain, Unchanged) {
    const auto found = verify(lines());
    EXPECT_TRUE(found.sound()) << faults(found);
    EXPECT_EQ(found.entries, 5);
    EXPECT_EQ(found.contents, 1);
    EXPECT_EQ(found.without_contents, 0);
    EXPECT_EQ(found.head->number, 5);
}

TEST_F(AuditChain, TheHashIsOverTheBytesOfTheDocumentation) {
    // docs/audit.md, written out by hand. The digest is that of sha256sum over the same bytes.
    AuditEntry entry;
    entry.number = 12;
    entry.recorded_at = kStart;
    entry.actor = {Actor::Kind::job, 7, 51};
    entry.action = "bestand-ingelezen";
    entry.subject = {"import", 4};
    entry.provider = 0;
    entry.reference = "één";  // five bytes
    entry.content_mac = std::string(64, 'a');
    const std::string previous(64, '0');
    const std::string bytes =
        "slagboom-audit 1\n"
        "64:" +
        previous +
        "\n"
        "12\n"
        "1557388800000000\n"
        "4:taak\n"
        "7\n"
        "51\n"
        "17:bestand-ingelezen\n"
        "6:import\n"
        "4\n"
        "0\n"
        "5:één\n"
        "64:" +
        entry.content_mac + "\n";
    EXPECT_EQ(openssl_sha256(bytes), "23e32de495edfc07250b076faeb53d74b7540b6cafebe3623ef21d1e918249c9");
    EXPECT_EQ(storage::hash_of(entry, previous), openssl_sha256(bytes));
}

TEST_F(AuditChain, TheHeadIsSignedOverTheBytesOfTheDocumentation) {
    const AuditHead last = head(5);
    const std::string bytes = "slagboom-audit-head 1\n12:Samen Twente\n5\n1557388800000002\n64:" + last.hash +
                              "\n16:" + key_.verifying_key().id() + "\n";
    EXPECT_TRUE(key_.verifying_key().verify(bytes, last.signature));
}

TEST_F(AuditChain, AnyChangedByteIsFound) {
    const std::string whole = text(lines());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(verify(changed).sound()) << "byte " << at << ": " << whole.substr(at, 40);
    }
}

TEST_F(AuditChain, AnyCutIsFound) {
    const std::string whole = text(lines());
    for (std::size_t length = 0; length < whole.size(); length += 5)
        EXPECT_FALSE(verify(whole.substr(0, length)).sound()) << length;
}

TEST_F(AuditChain, AChangedEntry) {
    auto changed = records_;
    changed[1].entry.actor.account = 8;
    auto all = lines();
    all[2] = audit_line(changed[1].entry, {});
    expect_fault(verify(all), 3, 2, "hash");
}

TEST_F(AuditChain, ARemovedEntry) {
    auto all = lines();
    all.erase(all.begin() + 3);
    expect_fault(verify(all), 4, 4, "3 verwacht");
}

TEST_F(AuditChain, ARemovedEntryWithTheRestNumberedAnew) {
    const std::string signed_head = lines().back();
    records_.erase(records_.begin() + 2);
    for (std::size_t i = 0; i < records_.size(); ++i) records_[i].entry.number = static_cast<std::int64_t>(i) + 1;
    seal();
    auto all = lines();
    all.back() = signed_head;
    expect_fault(verify(all), all.size(), 0, "hoofd");
}

TEST_F(AuditChain, AnInsertedEntry) {
    auto all = lines();
    auto inserted = records_[2].entry;
    inserted.hash = storage::hash_of(inserted, records_[2].entry.hash);
    all.insert(all.begin() + 4, audit_line(inserted, {}));
    const auto found = verify(all);
    expect_fault(found, 5, 3, "ingevoegd");
    expect_fault(found, 6, 4, "hash");
}

TEST_F(AuditChain, ReorderedEntries) {
    auto all = lines();
    std::swap(all[2], all[3]);
    const auto found = verify(all);
    expect_fault(found, 3, 3, "2 verwacht");
    expect_fault(found, 4, 2, "4 verwacht");
}

TEST_F(AuditChain, ATimeThatGoesBack) {
    records_[3].entry.recorded_at = kStart - 1;
    seal();
    expect_fault(verify(lines()), 5, 4, "tijdstip");
}

TEST_F(AuditChain, ChangedContent) {
    records_[2].content->content = R"({"naam":"De Rode Parasol"})";
    expect_fault(verify(lines()), 4, 3, "inhoud");
}

TEST_F(AuditChain, ContentWhereThereWasNone) {
    records_[3].content = AuditContent{"zout", "{}"};
    expect_fault(verify(lines()), 5, 4, "inhoud");
}

TEST_F(AuditChain, DestroyedContentLeavesTheChainWhole) {
    records_[2].content.reset();
    const auto found = verify(lines());
    EXPECT_TRUE(found.sound()) << faults(found);
    EXPECT_EQ(found.contents, 0);
    EXPECT_EQ(found.without_contents, 1);
}

TEST_F(AuditChain, ACutTailIsFoundByAHeadKeptElsewhere) {
    // The attacker has the genuine head of entry 3, and gives a chain that ends there.
    const auto kept = head(5);
    auto all = lines();
    all.resize(4);
    all.push_back(audit_line(head(3)));
    const auto alone = verify(all);
    EXPECT_TRUE(alone.sound()) << "nothing in the file itself tells";
    EXPECT_NE(alone.conclusions().back().find("elders"), std::string::npos) << "but the report says so";
    const auto found = verify(all, kept);
    EXPECT_FALSE(found.sound());
    EXPECT_NE(faults(found).find("nummer 3, het eerder bewaarde hoofd is van nummer 5"), std::string::npos)
        << faults(found);
}

TEST_F(AuditChain, ACutTailUnderItsOwnHead) {
    auto all = lines();
    all.erase(all.begin() + 5);
    expect_fault(verify(all), 6, 0, "hoofd");
    all.pop_back();
    EXPECT_FALSE(verify(all).sound());
}

TEST_F(AuditChain, AChainRewrittenByTheHolderOfTheKeyIsFoundByAHeadKeptElsewhere) {
    const auto kept = head(4);
    EXPECT_TRUE(verify(lines(), kept).sound());
    records_[1].entry.actor.account = 8;
    seal();
    EXPECT_TRUE(verify(lines()).sound()) << "sealed and signed anew";
    expect_fault(verify(lines(), kept), 5, 4, "herschreven");
}

TEST_F(AuditChain, AnotherKey) {
    std::istringstream in(text(lines()));
    const auto found = verify_audit(in, SigningKey::make().verifying_key());
    expect_fault(found, 1, 0, "sleutel");
    EXPECT_NE(faults(found).find("handtekening"), std::string::npos);
}

TEST_F(AuditChain, AnotherInstallationOnTheFirstLine) {
    auto all = lines();
    all[0] = audit_line(AuditStart{"Samen Drenthe", key_.verifying_key().id()});
    EXPECT_FALSE(verify(all).sound());
}

TEST_F(AuditChain, FaultsOfALineSayWhatIsWrong) {
    const auto with = [&](const std::string& from, const std::string& to) {
        auto all = lines();
        const auto at = all[2].find(from);
        EXPECT_NE(at, std::string::npos) << from;
        all[2].replace(at, from.size(), to);
        return verify(all);
    };
    expect_fault(with("\"via\":0", "\"via\":0,\"via\":0"), 3, 0, "twee keer");
    expect_fault(with("\"via\":0", "\"via\":0,\"extra\":0"), 3, 0, "'extra'");
    expect_fault(with("\"via\":0,", ""), 3, 0, "'via'");
    expect_fault(with("\"via\":0", "\"via\":\"0\""), 3, 0, "'via'");
    expect_fault(with("\"via\":0", "\"via\":0.0"), 3, 0, "heel");
    expect_fault(with("\"via\":0", "\"via\": 0"), 3, 0, "anders geschreven");
    expect_fault(with("\"via\":0", "\"via\":99999999999999999999"), 3, 0, "");
    expect_fault(with("\"via\":0", "\"via\":[[[[0]]]]"), 3, 0, "lijst");
    expect_fault(with("account", "\xc3("), 3, 0, "UTF-8");
    expect_fault(with("}", ""), 3, 0, "JSON");
}

TEST_F(AuditChain, ALineThatIsTooLong) {
    auto all = lines();
    all[2] = std::string(kLongestAuditLine + 1, ' ');
    expect_fault(verify(all), 3, 0, "te lang");
}

TEST_F(AuditChain, NothingComesAfterTheHeadOrBeforeTheFirstLine) {
    auto all = lines();
    all.push_back(all[1]);
    expect_fault(verify(all), all.size(), 0, "na het hoofd");
    all = lines();
    all.insert(all.begin(), all[1]);
    EXPECT_FALSE(verify(all).sound());
    EXPECT_FALSE(verify(std::string()).sound());
}

TEST_F(AuditChain, ManyFaultsAreCountedAndOnlyTheFirstAreKept) {
    const auto found = verify(std::string(5000, '\n'));
    EXPECT_EQ(found.faults.size(), 100U);
    EXPECT_EQ(found.fault_count, 5002U);  // each line, no first line, no head
}

TEST_F(AuditChain, AHeadIsReadFromItsFileAndFromAnExport) {
    for (const std::string& file : {audit_line(head(5)) + '\n', text(lines())}) {
        std::istringstream in(file);
        const auto found = read_head(in, key_.verifying_key());
        ASSERT_TRUE(found);
        EXPECT_EQ(found->number, 5);
    }
    std::istringstream other(audit_line(head(5)) + '\n');
    EXPECT_FALSE(read_head(other, SigningKey::make().verifying_key()));
    std::istringstream no_head(lines()[1] + '\n');
    EXPECT_FALSE(read_head(no_head, key_.verifying_key()));
}

}  // namespace
}  // namespace slagboom::app
