// slagboom audit, backup, restore and retention, as somebody types them.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/signed_in.h"
#include "app/system.h"
#include "program.h"
#include "storage/account_store.h"
#include "storage/installation_store.h"

namespace slagboom::tests {
namespace {

using domain::Role;
using Words = std::vector<std::string>;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A database file with its keys beside it, and somebody for each role that keeps it.
class Keeping : public testing::Test {
 protected:
    explicit Keeping(Clock clock = system_clock(), bool is_example = false) {
        const auto audit_key = SigningKey::make();
        write_text(path("s.db.audit.pem"), audit_key.pem().view());
        write_text(path("openbaar.pem"), audit_key.verifying_key().pem());
        auto key = InstallationKey::make();
        EXPECT_FALSE(key.write(path("s.db.key")));
        app::System system({path("s.db"), 2, std::move(clock), {}});
        system.database.migrate();
        auto transaction = system.database.write({storage::Actor::Kind::installation, 0, 0});
        storage::insert_installation(transaction, {is_example, "Proef", key.id(), audit_key.verifying_key().pem()});
        for (const auto role : {Role::auditor, Role::beheerder, Role::privacy, Role::contractmanager_regio}) {
            storage::Account account;
            account.name = account.display_name = std::string(domain::name(role));
            account.password_hash = "geen";
            storage::AccountRole given;
            given.role = role;
            given.valid_from = "2000-01-01";
            storage::replace_roles(transaction, storage::insert_account(transaction, account), {given});
        }
        transaction.sql().run_script(
            "insert into provider (id, kvk, name, folded, recorded_at, version) values (9, '00100009', 'A', 'a', 1, 1);"
            "insert into service_period (id, provider_id, valid_from, valid_until, import_id, recorded_at) values (1, "
            "9, "
            "'2001-01-01', '2002-01-01', 0, 1);"
            "insert into source (id, kind, name, document, ground, purpose, term_months, recorded_at) values (1, "
            "'register', 'kvk', '', 'g', 'p', 84, 1);"
            "insert into fact (provider_id, id, fact, period, number, known_on, source_id, import_id, account_id, "
            "recorded_at) values (9, 1, 'omzet', '2001', 1, '2001-01-01', 1, 0, 0, 1)");
        transaction.audit({"installatie-gemaakt", {"installatie", 1}, 0, {}, {}});
        transaction.commit();
    }

    std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
    Ran on_database(Words words, const std::string& account) const {
        words.insert(words.end(), {"--database", path("s.db"), "--as", account});
        return run(words);
    }
    Ran verify(const std::string& file, const Words& more = {}) const {
        Words words{"audit", "verify", path(file), "--key", path("openbaar.pem")};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }

    TemporaryFolder folder_;
};

TEST_F(Keeping, ExportVerifyBreakOneByteAndSeeItFound) {
    const Ran head = on_database({"audit", "head", "--out", path("hoofd.json")}, "auditor");
    EXPECT_EQ(head.code, 0) << head.err;
    const Ran exported = on_database({"audit", "export", "--out", path("keten.ndjson")}, "auditor");
    ASSERT_EQ(exported.code, 0) << exported.err;
    const Ran whole = verify("keten.ndjson", {"--head", path("hoofd.json")});
    EXPECT_EQ(whole.code, 0) << whole.err;
    EXPECT_TRUE(has(whole.out, "2 auditregels")) << whole.out;
    EXPECT_TRUE(has(verify("keten.ndjson").out, "--head")) << "says what it cannot see";

    std::string text = text_of(path("keten.ndjson"));
    text[text.find("installatie-gemaakt")] = 'I';
    write_text(path("anders.ndjson"), text);
    const Ran broken = verify("anders.ndjson");
    EXPECT_EQ(broken.code, 3);
    EXPECT_TRUE(has(broken.err, "regel 2, auditregel 1")) << broken.err;
    EXPECT_TRUE(has(broken.out, "klopt niet")) << broken.out;
}

TEST_F(Keeping, AFolderIsNamedAsSuch) {
    on_database({"audit", "export", "--out", path("keten.ndjson")}, "auditor");
    const std::string folder = folder_.path().string();
    for (const Ran& ran : {verify("."), verify("keten.ndjson", {"--head", folder}),
                           run({"restore", folder, "--database", path("n.db"), "--key-file", path("s.db.key")})}) {
        EXPECT_EQ(ran.code, 1);
        EXPECT_TRUE(has(ran.err, "is een map")) << ran.err;
    }
    EXPECT_FALSE(std::filesystem::exists(path("n.db")));
}

class KeepingAnExample : public Keeping {
 protected:
    KeepingAnExample()
        : Keeping(SettableClock(*parse_rfc3339("2019-05-09T10:00:00+02:00")).clock(), /*is_example=*/true) {}
};

/// One command at the wall's time, and the example's today would be years after its facts.
TEST_F(KeepingAnExample, StaysInItsOwnTime) {
    EXPECT_EQ(on_database({"audit", "head"}, "auditor").code, 0);
    EXPECT_EQ(on_database({"retention"}, "privacy").code, 0);
    const Ran exported = on_database({"audit", "export"}, "auditor");
    std::size_t days = 0;
    for (auto at = exported.out.find("\"geregistreerdOp\":\""); at != std::string::npos;
         at = exported.out.find("\"geregistreerdOp\":\"", at + 1)) {
        EXPECT_EQ(exported.out.substr(at + 19, 10), "2019-05-09");
        ++days;
    }
    EXPECT_GE(days, 4U) << exported.out;
}

TEST_F(Keeping, ExportToStandardOutput) {
    const Ran exported = on_database({"audit", "export"}, "auditor");
    EXPECT_EQ(exported.code, 0);
    EXPECT_TRUE(exported.out.starts_with("{\"slagboom-audit\":1,\"installatie\":\"Proef\"")) << exported.out;
}

TEST_F(Keeping, WhoMayNotWritesNothing) {
    for (const Words& words : std::vector<Words>{{"audit", "export", "--out", path("x")},
                                                 {"backup", path("x")},
                                                 {"retention"},
                                                 {"retention", "hold", "00100009", "--reason", "r"}}) {
        for (const std::string account : {"auditor", "beheerder", "privacy"}) {
            const bool may = (words[0] == "audit" && account == "auditor") ||
                             (words[0] == "backup" && account == "beheerder") ||
                             (words[0] == "retention" && account == "privacy");
            if (may) continue;
            const Ran ran = on_database(words, account);
            EXPECT_EQ(ran.code, 1) << words[0] << " as " << account;
            EXPECT_TRUE(has(ran.err, "recht")) << ran.err;
            EXPECT_FALSE(std::filesystem::exists(path("x")));
        }
    }
    EXPECT_EQ(on_database({"backup", path("x")}, "niemand").code, 1);
    EXPECT_EQ(run({"backup", path("x"), "--database", path("s.db")}).code, 2) << "without --as";
}

TEST_F(Keeping, AMappingOfColumnsIsKeptAndUsed) {
    write_text(path("koppeling.csv"), "kolom;wordt\nGemeentecode;code\nGemeentenaam;naam\n");
    const Words save{"mapping", "save", "CBS-lijst", path("koppeling.csv")};
    EXPECT_EQ(on_database(save, "beheerder").code, 1) << "has no right to";
    const Ran saved = on_database(save, "contractmanager_regio");
    EXPECT_EQ(saved.code, 0) << saved.err;
    EXPECT_EQ(saved.out, "koppeling 'CBS-lijst' is bewaard: 2 kolommen\n");
    write_text(path("gemeenten.csv"), "Gemeentecode;Gemeentenaam\n0164;Hengelo\n");
    const Ran imported =
        on_database({"import", path("gemeenten.csv"), "--mapping", "CBS-lijst"}, "contractmanager_regio");
    EXPECT_EQ(imported.code, 0) << imported.err;
    EXPECT_TRUE(has(imported.out, "1 rijen; 1 nieuw")) << imported.out;
    EXPECT_TRUE(has(on_database(save, "contractmanager_regio").out, "vervangen"));
    write_text(path("koppeling.csv"), "kolom;wordt\nGemeentecode;\n");
    const Ran wrong = on_database(save, "contractmanager_regio");
    EXPECT_EQ(wrong.code, 1);
    EXPECT_TRUE(has(wrong.err, "koppeling.csv")) << wrong.err;
    write_text(path("koppeling.csv"), "kolom;wordt\nGemeentecode;code\nGemeentenaam;plaatsnaam\n");
    const Ran unknown = on_database(save, "contractmanager_regio");
    EXPECT_EQ(unknown.code, 1);
    EXPECT_TRUE(has(unknown.err, "koppeling.csv:3: 'plaatsnaam': geen soort bestand")) << unknown.err;
    const Ran number = on_database({"mapping", "save", "111222333", path("koppeling.csv")}, "contractmanager_regio");
    EXPECT_TRUE(has(number.err, "koppelingNaam: hier lijkt een burgerservicenummer")) << number.err;
}

TEST_F(Keeping, BackupAndRestore) {
    const Ran made = on_database({"backup", path("kopie")}, "beheerder");
    ASSERT_EQ(made.code, 0) << made.err;
    const auto mode = std::filesystem::status(path("kopie")).permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    EXPECT_EQ(on_database({"backup", path("kopie")}, "beheerder").code, 1) << "never over another";

    const Words restore{"restore", path("kopie"), "--database", path("n.db"), "--key-file", path("s.db.key")};
    const Ran back = run(restore);
    EXPECT_EQ(back.code, 0) << back.err;
    EXPECT_EQ(back.out.substr(back.out.find("SHA-256")), made.out.substr(made.out.find("SHA-256")));
    EXPECT_EQ(run(restore).code, 1) << "it is not empty any more";
    const Ran exported = run({"audit", "export", "--out", path("keten"), "--database", path("n.db"), "--key-file",
                              path("s.db.key"), "--audit-key", path("s.db.audit.pem"), "--as", "auditor"});
    EXPECT_EQ(exported.code, 0) << exported.err;
    EXPECT_EQ(verify("keten").code, 0);
}

TEST_F(Keeping, ADamagedBackupIsRefusedWithItsLine) {
    ASSERT_EQ(on_database({"backup", path("kopie")}, "beheerder").code, 0);
    std::string text = text_of(path("kopie"));
    text[text.find("00100009")] = '7';
    write_text(path("kapot"), text);
    const Ran ran = run({"restore", path("kapot"), "--database", path("n.db"), "--key-file", path("s.db.key")});
    EXPECT_EQ(ran.code, 1);
    EXPECT_TRUE(has(ran.err, path("kapot") + ":")) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(path("n.db")));
    EXPECT_EQ(run({"restore", path("kopie"), "--database", path("n.db"), "--key-file", path("s.db.key")}).code, 0)
        << "nothing of it stayed";
}

TEST_F(Keeping, RetentionCountsHoldsAndDestroys) {
    const Ran plan = on_database({"retention", "--dry-run"}, "privacy");
    EXPECT_EQ(plan.code, 0) << plan.err;
    EXPECT_TRUE(has(plan.out, "1  Feiten over een aanbieder")) << plan.out;
    const Ran held = on_database({"retention", "hold", "00100009", "--reason", "kort geding"}, "privacy");
    EXPECT_EQ(held.code, 0) << held.err;
    EXPECT_TRUE(has(on_database({"retention"}, "privacy").out, "0  Feiten over een aanbieder"));
    EXPECT_EQ(on_database({"retention", "release", "00100009"}, "privacy").code, 0);
    EXPECT_EQ(on_database({"retention", "hold", "99999999", "--reason", "r"}, "privacy").code, 1);
    const Ran done = on_database({"retention"}, "privacy");
    EXPECT_TRUE(has(done.out, "1  Feiten over een aanbieder")) << done.out;
    EXPECT_TRUE(has(on_database({"retention", "--dry-run"}, "privacy").out, "0  Feiten over een aanbieder"));
}

}  // namespace
}  // namespace slagboom::tests
