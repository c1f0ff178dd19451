// What is destroyed after its term, on the day and not before; and what stays.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "app/retention.h"
#include "base/encoding.h"
#include "base/mac.h"
#include "domain/retention.h"
#include "installed.h"
#include "storage/assessment_store.h"
#include "storage/audit_store.h"
#include "storage/provider_store.h"
#include "storage/retention_store.h"

namespace slagboom::app {
namespace {

using domain::Role;

// The provider's service ended on 1 May 2012: from then on five years for what supervision said (until 1 May 2017),
// seven for the rest (until 1 May 2019). Sources of the terms: domain/source_kind.cpp and domain/retention.cpp.
constexpr int kEnded = 1;
constexpr int kAtWork = 2;
constexpr int kNoPeriod = 3;
constexpr int kMerged = 4;  // went up in kEnded

class RetentionTest : public tests::OnInstalled {
 protected:
    void SetUp() override {
        on("2011-06-01");
        OnInstalled::SetUp();
        if (IsSkipped()) return;
        privacy_.emplace(somebody(Role::privacy));
        write(
            "insert into source (id, kind, name, document, ground, purpose, term_months, recorded_at) values (1, "
            "'register', 'kvk', '', 'g', 'p', 84, 1), (2, 'toezicht', 'igj', '', 'g', 'p', 60, 1)");
        for (const int provider : {kEnded, kAtWork, kNoPeriod, kMerged}) add_provider(provider);
        write(
            "insert into service_period (id, provider_id, valid_from, valid_until, import_id, recorded_at) values "
            "(1, 1, '2008-01-01', '2009-01-01', 0, 1), (2, 1, '2010-01-01', '2012-05-01', 0, 1), "
            "(3, 2, '2008-01-01', '2009-01-01', 0, 1), (4, 2, '2010-01-01', null, 0, 1)");
        write(
            "insert into model_version (hash, name, version, content, account_id, recorded_at) values ('h', 'n', "
            "'1', " +
            empty_bytes() + ", 0, 1)");
        add_run(50, "volledig", "2011-06-01", {kEnded, kAtWork});
        add_run(51, "volledig", "2009-06-01", {kAtWork});
        add_run(52, "correctie", "2011-06-01", {kEnded});
    }

    std::string empty_bytes() const { return GetParam() == storage::Engine::sqlite ? "x''" : "''"; }
    void on(const std::string& day) {
        clock_.set(Instant{std::int64_t{parse_iso_date(day)->days} * 86'400'000'000 + 43'200'000'000});
    }

    /// With a fact of each source, a relation, a correction, a file and an entry about each.
    void add_provider(int p) {
        auto transaction = system_->database.write({storage::Actor::Kind::installation, 0, 0});
        const auto run = [&](const std::string& sql) {
            transaction.sql().run_script(
                fmt::format(fmt::runtime(sql), fmt::arg("p", p), fmt::arg("b", empty_bytes())));
        };
        run("insert into provider (id, kvk, name, folded, recorded_at, contact_person, version) values ({p}, "
            "'0010000{p}', "
            "'Aanbieder {p}', 'aanbieder {p}', 1, 'J. Jansen', 1)");
        run("insert into fact (provider_id, id, fact, period, number, known_on, source_id, import_id, account_id, "
            "recorded_at) values ({p}, {p}01, 'omzet', '2010', 1, '2011-01-01', 1, 0, 0, 1), ({p}, {p}02, 'oordeel', "
            "'2010', 2, '2011-01-01', 2, 0, 0, 1)");
        run("insert into relation (id, provider_id, role, party_kind, name, folded, number, address, source_id, "
            "known_on, "
            "import_id, recorded_at) values ({p}10, {p}, 'bestuurder', 'persoon', 'J. Jansen', 'j', '', '', 1, "
            "'2011-01-01', 0, 1)");
        run("insert into correction (id, provider_id, fact, period, fact_id, kind, reason, opened_by, opened_at, "
            "due_on) "
            "select {p}20, {p}, 'omzet', '2010', {p}01, 'betwisting', 'r', min(id), 1, '2011-07-01' from account");
        run("insert into correction (id, provider_id, fact, period, fact_id, kind, reason, opened_by, opened_at, "
            "due_on) "
            "select {p}21, {p}, 'oordeel', '2010', {p}02, 'betwisting', 'r', min(id), 1, '2011-07-01' from account");
        run("insert into file (id, provider_id, name, media_type, size, sha256, kind, ground, wrapped_key, key_id, "
            "account_id, recorded_at) values ({p}30, {p}, 'jansen.pdf', 'application/pdf', 1, 's', 'stuk', 'g', {b}, "
            "'k', 0, 1), ({p}31, {p}, 'igj.pdf', 'application/pdf', 1, 's', 'igj', 'g', {b}, 'k', 0, 1)");
        run("insert into file_chunk (file_id, nr, content) values ({p}30, 0, {b}), ({p}31, 0, {b})");
        transaction.audit({"correctie-voorgesteld", {"correctie", p * 100 + 21}, p, {}, "inhoud over toezicht"});
        transaction.audit({"dossier-bekeken", {"aanbieder", p}, p, {}, "inhoud over de aanbieder"});
        transaction.commit();
    }

    void add_run(int id, const std::string& kind, const std::string& day, const std::vector<int>& providers) {
        write(
            fmt::format("insert into screening (id, kind, model_hash, reference_date, recorded_until, phase, trial, "
                        "context_of, context, providers, digest, job_id, account_id, recorded_at) values ({}, '{}', "
                        "'h', '{}', {}, 'monitoring', 0, 50, {}, {}, 'd', 0, 0, 1)",
                        id, kind, day, system_->now().microseconds, empty_bytes(), providers.size()));
        for (const int provider : providers) {
            write(
                fmt::format("insert into assessment (provider_id, screening_id, colour, sub_category, settled, lowest, "
                            "highest, known_points, all_points, order_key, summary, sha256) values ({}, {}, "
                            "'rood', 'lichtrood', 1, 5, 5, 9, 9, 'k', '{{}}', 's')",
                            provider, id));
            write(fmt::format("insert into explanation (provider_id, screening_id, content) values ({}, {}, {})",
                              provider, id, empty_bytes()));
        }
        if (kind == "volledig" && providers.size() == 2)
            write("insert into assessment_mark (provider_id, screening_id, correction_id) values (1, 50, 120)");
    }

    RetentionReport planned() { return *plan_retention(*system_, *privacy_); }
    RetentionReport destroyed() { return *destroy_expired(*system_, *privacy_); }
    static std::map<std::string, std::int64_t> counts(const RetentionReport& report) {
        std::map<std::string, std::int64_t> found;
        for (const auto& of : report.classes) {
            if (of.records != 0) found[std::string(of.name)] = of.records;
        }
        return found;
    }

    void expect_whole_chain() {
        std::string previous(storage::kNoHash);
        std::int64_t expected = 0;
        const auto snapshot = system_->database.read();
        storage::each_audit_record(snapshot.sql(), [&](const auto& entry, const auto& content) {
            EXPECT_EQ(entry.number, ++expected);
            EXPECT_EQ(entry.hash, storage::hash_of(entry, previous));
            if (content) {
                EXPECT_EQ(entry.content_mac, hex(hmac_sha256(content->salt, content->content)));
            }
            previous = entry.hash;
        });
        EXPECT_EQ(storage::chain_head(snapshot.sql()).hash, previous);
    }

    std::optional<SignedIn> privacy_;
};
SLAGBOOM_ON_BOTH_ENGINES(RetentionTest);

using Counts = std::map<std::string, std::int64_t>;

TEST_P(RetentionTest, NothingBeforeTheTermIsOver) {
    on("2017-04-30");
    EXPECT_EQ(counts(planned()), Counts{});
    const auto report = destroyed();
    EXPECT_EQ(report.records(), 0);
    EXPECT_TRUE(report.providers.empty());
    EXPECT_EQ(number("select count(*) from fact"), 8);
}

TEST_P(RetentionTest, FiveYearsEndOnTheDay) {
    on("2017-05-01");
    const Counts expected{{"feiten", 1}, {"correcties", 1}, {"bestanden", 1}, {"auditinhoud", 1}};
    EXPECT_EQ(counts(planned()), expected);
    EXPECT_EQ(number("select count(*) from fact"), 8) << "a plan destroys nothing";
    const auto report = destroyed();
    EXPECT_EQ(counts(report), expected);
    EXPECT_EQ(report.providers, (std::vector<std::int64_t>{kEnded}));
    EXPECT_EQ(number("select count(*) from fact where provider_id = 1 and fact = 'oordeel'"), 0);
    EXPECT_EQ(number("select count(*) from fact where provider_id = 1 and fact = 'omzet'"), 1);
    EXPECT_EQ(number("select count(*) from correction where id = 121"), 0);
    EXPECT_EQ(number("select count(*) from correction where id = 120"), 1);
    EXPECT_EQ(number("select count(*) from file_chunk where file_id = 131"), 0);
    EXPECT_EQ(number("select count(*) from file where id = 131 and wrapped_key is null and destroyed_at is not null"),
              1);
    EXPECT_EQ(number("select count(*) from file_chunk where file_id = 130"), 1);
    EXPECT_EQ(number("select count(*) from assessment where provider_id = 1"), 2);
    expect_whole_chain();
}

TEST_P(RetentionTest, SevenYearsEndOnTheDay) {
    on("2019-04-30");
    EXPECT_EQ(counts(planned()), (Counts{{"feiten", 1}, {"correcties", 1}, {"bestanden", 1}, {"auditinhoud", 1}}));
    on("2019-05-01");
    const Counts expected{{"feiten", 2},          {"relaties", 1},  {"correcties", 2}, {"beoordelingen", 2},
                          {"contactgegevens", 1}, {"bestanden", 2}, {"auditinhoud", 2}};
    EXPECT_EQ(counts(planned()), expected);
    EXPECT_EQ(counts(destroyed()), expected);
    for (const std::string table : {"fact", "relation", "correction", "assessment", "explanation", "assessment_mark"})
        EXPECT_EQ(number("select count(*) from " + table + " where provider_id = 1"), 0) << table;
    EXPECT_EQ(number("select count(*) from file where provider_id = 1 and name <> ''"), 0);
    EXPECT_EQ(number("select count(*) from provider where id = 1 and contact_person is null"), 1);
    EXPECT_EQ(number("select count(*) from audit_content where number in (select number from audit_entry where "
                     "provider_id = 1)"),
              0);
    expect_whole_chain();
    EXPECT_EQ(counts(destroyed()), Counts{}) << "and there is no second time";
}

TEST_P(RetentionTest, OthersKeepEverything) {
    on("2050-01-01");
    destroyed();
    for (const int provider : {kAtWork, kNoPeriod}) {
        EXPECT_EQ(number(fmt::format("select count(*) from fact where provider_id = {}", provider)), 2);
        EXPECT_EQ(number(fmt::format("select count(*) from correction where provider_id = {}", provider)), 2);
        EXPECT_EQ(number(fmt::format("select count(*) from file_chunk where file_id = {}30", provider)), 1);
        EXPECT_EQ(
            number(fmt::format("select count(*) from provider where id = {} and contact_person is not null", provider)),
            1);
    }
    EXPECT_EQ(number("select count(*) from assessment where provider_id = 2"), 2);
    EXPECT_EQ(number("select count(*) from audit_content c join audit_entry e on e.number = c.number where "
                     "e.provider_id in (2, 3)"),
              4);
}

TEST_P(RetentionTest, ARunKeepsItsCountsAndSaysThatItCannotBeMadeAgain) {
    on("2019-05-01");
    const auto reds = [&] {
        std::int64_t all = 0;
        for (const auto& of : storage::screening_counts(system_->database.read().sql(), 50)) {
            EXPECT_EQ(of.colour, "rood");
            EXPECT_EQ(of.sub_category, "lichtrood");
            all += of.providers;
        }
        return all;
    };
    EXPECT_EQ(reds(), 2);
    destroyed();
    EXPECT_EQ(reds(), 2);
    EXPECT_EQ(number("select providers from screening where id = 50"), 2);
    EXPECT_EQ(number("select count(*) from assessment where screening_id = 50"), 1);
    EXPECT_EQ(number("select count(*) from screening where id in (50, 52) and facts_destroyed_at is not null"), 2);
    EXPECT_EQ(number("select count(*) from screening where id = 51 and facts_destroyed_at is null"), 1)
        << "it was about somebody else";
}

TEST_P(RetentionTest, ARunThatReadTheFactIsMarkedAlsoAfterItsAssessmentWent) {
    // A source with a longer term: its fact goes a year after the assessments.
    write("update source set term_months = 96 where id = 1");
    write("delete from fact where source_id = 2");
    on("2019-05-01");
    destroyed();
    EXPECT_EQ(number("select count(*) from screening where id = 50 and facts_destroyed_at is null"), 1);
    on("2020-05-01");
    EXPECT_EQ(counts(destroyed()).at("feiten"), 1);
    EXPECT_EQ(number("select count(*) from screening where id = 50 and facts_destroyed_at is not null"), 1);
    EXPECT_EQ(number("select count(*) from screening where id = 51 and facts_destroyed_at is null"), 1);
}

TEST_P(RetentionTest, ARunFromBeforeTheFactWasRecordedIsNotMarked) {
    write("update fact set recorded_at = 9000000000000000 where provider_id = 1");
    on("2017-05-01");
    EXPECT_EQ(counts(destroyed()).at("feiten"), 1);
    EXPECT_EQ(number("select count(*) from screening where facts_destroyed_at is not null"), 0);
}

TEST_P(RetentionTest, AHoldStopsItUntilItIsLifted) {
    on("2019-05-01");
    ASSERT_TRUE(hold_dossier(*system_, *privacy_, kEnded, "kort geding"));
    const auto plan = planned();
    EXPECT_EQ(plan.records(), 0);
    EXPECT_EQ(plan.held, (std::vector<std::int64_t>{kEnded}));
    EXPECT_EQ(destroyed().records(), 0);
    EXPECT_EQ(number("select count(*) from fact where provider_id = 1"), 2);
    ASSERT_TRUE(release_dossier(*system_, *privacy_, kEnded));
    EXPECT_EQ(counts(destroyed()).at("feiten"), 2);
    const auto again = release_dossier(*system_, *privacy_, kEnded);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Refusal::Kind::conflict);
    expect_whole_chain();
}

TEST_P(RetentionTest, AHoldHasAReasonAndAProvider) {
    EXPECT_FALSE(hold_dossier(*system_, *privacy_, kEnded, "  "));
    EXPECT_FALSE(hold_dossier(*system_, *privacy_, kEnded, "burger 111222333")) << "passes the eleven-test";
    const auto nobody = hold_dossier(*system_, *privacy_, 77, "kort geding");
    ASSERT_FALSE(nobody);
    EXPECT_EQ(nobody.error().kind, Refusal::Kind::not_found);
}

TEST_P(RetentionTest, WhatWentUpInAProviderGoesWithIt) {
    write("update provider set merged_into = 1 where id = 4");
    on("2019-05-01");
    EXPECT_EQ(planned().providers, (std::vector<std::int64_t>{kEnded, kMerged}));
    // A hold on the one is a hold on the other.
    ASSERT_TRUE(hold_dossier(*system_, *privacy_, kMerged, "kort geding"));
    EXPECT_TRUE(planned().providers.empty());
    ASSERT_TRUE(release_dossier(*system_, *privacy_, kMerged));
    destroyed();
    EXPECT_EQ(number("select count(*) from fact where provider_id in (1, 4)"), 0);
}

TEST_P(RetentionTest, APeriodThatNoLongerHoldsDoesNotCount) {
    write("update service_period set superseded_at = 5 where id = 4");  // now the other one of 2009 is the last
    on("2019-05-01");
    EXPECT_EQ(planned().providers, (std::vector<std::int64_t>{kEnded, kAtWork}));
}

TEST_P(RetentionTest, SessionsAndAnswersGoAfterThirtyDays) {
    constexpr std::int64_t kDay = 86'400'000'000;
    on("2012-01-31");
    const auto ended = system_->now().microseconds - 30 * kDay;
    write(
        fmt::format("insert into session (id, token_hash, account_id, started_at, used_at, ends_at, ended_at) select "
                    "901, 'a', min(id), 1, 1, {0}, null from account union all select 902, 'b', min(id), 1, 1, {1}, "
                    "{0} from account union all select 903, 'c', min(id), 1, 1, {1}, null from account",
                    ended - 1, ended + 1));
    write(
        fmt::format("insert into idempotent_answer (account_id, key, request_hash, status, location, body, "
                    "recorded_at) values (1, 'a', '', 200, '', '', {}), (1, 'b', '', 200, '', '', {})",
                    ended - 1, ended + 1));
    const Counts expected{{"sessies", 2}, {"antwoorden", 1}};
    EXPECT_EQ(counts(planned()), expected);
    EXPECT_EQ(counts(destroyed()), expected);
    EXPECT_EQ(number("select min(id) from session"), 903);
    EXPECT_EQ(number("select count(*) from idempotent_answer where key = 'b'"), 1);
}

TEST_P(RetentionTest, ReportsOfImportsGoAndTheirCountsStay) {
    const std::string bytes = GetParam() == storage::Engine::sqlite ? "x'0102'" : "'\\x0102'";
    {
        auto transaction = system_->database.write({storage::Actor::Kind::installation, 0, 0});
        transaction.sql().run_script(fmt::format(
            "insert into import (id, kind, file_name, sha256, rows, taken, unchanged, superseded, left_out, "
            "report, account_id, recorded_at) values (801, 'feiten', 'f.csv', 's', 10, 9, 0, 0, 1, {}, 0, "
            "{})",
            bytes, transaction.recorded_at()));
        transaction.audit({"bestand-ingelezen", {"import", 801}, 0, {}, "{\"rijen\":10}"});
        transaction.commit();
    }
    on("2018-06-01");  // seven years after 1 June 2011; that day itself is not over
    EXPECT_EQ(counts(planned()).count("importverslagen"), 0U);
    on("2018-06-02");
    ASSERT_TRUE(hold_dossier(*system_, *privacy_, kAtWork, "kort geding"));
    EXPECT_EQ(counts(planned()).count("importverslagen"), 0U) << "it may tell of the one on hold";
    ASSERT_TRUE(release_dossier(*system_, *privacy_, kAtWork));
    EXPECT_EQ(counts(planned()).at("importverslagen"), 1);
    EXPECT_EQ(counts(destroyed()).at("importverslagen"), 1);
    EXPECT_EQ(number("select taken from import where id = 801"), 9);
    EXPECT_EQ(number("select count(*) from audit_content c join audit_entry e on e.number = c.number where "
                     "e.subject_kind = 'import'"),
              0);
    EXPECT_EQ(counts(planned()).count("importverslagen"), 0U);
    expect_whole_chain();
}

TEST_P(RetentionTest, LeavesAReportAndEntries) {
    on("2019-05-01");
    const auto report = destroyed();
    const auto snapshot = system_->database.read();
    const auto stored = storage::destruction_report(snapshot.sql(), report.destruction);
    ASSERT_TRUE(stored);
    EXPECT_NE(stored->find("\"feiten\":2"), std::string::npos) << *stored;
    EXPECT_EQ(stored->find("Jansen"), std::string::npos);
    const auto entries = storage::audit_entries(snapshot.sql(), {0, 2, 0, 0, {}});
    EXPECT_EQ(entries[0].action, "vernietigd");
    EXPECT_EQ(entries[1].action, "dossier-vernietigd");
    EXPECT_EQ(entries[1].provider, kEnded);
}

TEST_P(RetentionTest, IsForThePrivacyOfficerAlone) {
    on("2019-05-01");
    for (const auto role : {Role::beheerder, Role::auditor, Role::contractmanager_regio}) {
        const auto who = somebody(role);
        EXPECT_FALSE(plan_retention(*system_, who));
        EXPECT_FALSE(destroy_expired(*system_, who));
        EXPECT_FALSE(hold_dossier(*system_, who, kEnded, "kort geding"));
        EXPECT_FALSE(release_dossier(*system_, who, kEnded));
    }
    EXPECT_EQ(number("select count(*) from fact"), 8);
}

}  // namespace
}  // namespace slagboom::app
