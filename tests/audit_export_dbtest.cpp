#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "app/export_audit.h"
#include "app/verify_audit.h"
#include "installed.h"
#include "storage/audit_store.h"

namespace slagboom::app {
namespace {

using domain::Role;

class AuditExportTest : public tests::OnInstalled {
 protected:
    std::string exported(const SignedIn& who) {
        std::string text;
        const auto head =
            export_audit(*system_, who, app::ExportedContent::all, [&](std::string_view piece) { text += piece; });
        EXPECT_TRUE(head);
        return text;
    }
    AuditVerification verify(const std::string& text, const std::optional<AuditHead>& earlier = {}) const {
        std::istringstream in(text);
        return verify_audit(in, system_->audit_key->verifying_key(), earlier);
    }
};
SLAGBOOM_ON_BOTH_ENGINES(AuditExportTest);

TEST_P(AuditExportTest, HoldsTheWholeChainWithItsOwnEntryAndVerifies) {
    const auto auditor = somebody(Role::auditor);
    write("insert into municipality (code, name, recorded_at) values ('0153', 'Enschede', 1)");
    const std::string text = exported(auditor);
    const auto found = verify(text);
    EXPECT_TRUE(found.sound()) << (found.faults.empty() ? "" : found.faults.front().text());
    EXPECT_EQ(found.entries, 4);   // installation, account, write, and the export itself
    EXPECT_EQ(found.contents, 1);  // the account's
    EXPECT_EQ(storage::audit_entries(system_->database.read().sql(), {}).front().action, "auditketen-uitgevoerd");
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 6);
}

TEST_P(AuditExportTest, ManyEntriesComeInPieces) {
    const auto auditor = somebody(Role::auditor);
    {
        auto transaction = system_->database.write({storage::Actor::Kind::installation, 0, 0});
        for (int i = 0; i < 1200; ++i) transaction.audit({"proef", {"proef", i}, 0, {}, i % 2 == 0 ? "even" : ""});
        transaction.commit();
    }
    const auto found = verify(exported(auditor));
    EXPECT_TRUE(found.sound());
    EXPECT_EQ(found.entries, 1203);
    EXPECT_EQ(found.contents, 601);
}

TEST_P(AuditExportTest, ALaterExportReachesAnEarlierHead) {
    const auto auditor = somebody(Role::auditor);
    const auto head = signed_head(*system_, auditor);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->number, 2);
    EXPECT_TRUE(verify(exported(auditor), *head).sound());
}

TEST_P(AuditExportTest, OneWhoReachesIntoTheDatabaseIsFound) {
    const auto auditor = somebody(Role::auditor);
    const auto kept = signed_head(*system_, auditor);
    write("update audit_entry set actor_account = 99 where number = 2");
    const auto found = verify(exported(auditor), *kept);
    ASSERT_FALSE(found.sound());
    EXPECT_EQ(found.faults.front().entry, 2);
}

TEST_P(AuditExportTest, IsForTheAuditorAlone) {
    for (const auto role : {Role::beheerder, Role::privacy, Role::contractmanager_regio}) {
        const auto answer = export_audit(*system_, somebody(role), app::ExportedContent::all,
                                         [](std::string_view) { FAIL() << "wrote"; });
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().kind, Refusal::Kind::forbidden);
    }
    EXPECT_FALSE(signed_head(*system_, *act_as(*system_, "beheerder")));
    EXPECT_TRUE(signed_head(*system_, *act_as(*system_, "privacy")));
}

TEST_P(AuditExportTest, AKeyThatIsNotTheInstallationsSignsNothing) {
    const auto auditor = somebody(Role::auditor);
    system_->audit_key.emplace(SigningKey::make());
    EXPECT_FALSE(signed_head(*system_, auditor));
    EXPECT_FALSE(
        export_audit(*system_, auditor, app::ExportedContent::all, [](std::string_view) { FAIL() << "wrote"; }));
    system_->audit_key.reset();
    EXPECT_FALSE(signed_head(*system_, auditor));
}

}  // namespace
}  // namespace slagboom::app
