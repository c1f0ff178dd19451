// What changed between two screenings, and why: on the example region every replay begins and ends where the stored
// runs say, and in small cases, worked out in the remarks, exactly one cause is at work. And the same question gives
// the same bytes, whatever is recorded later.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/compare_screenings.h"
#include "app/correct_fact.h"
#include "jobs/worker.h"
#include "small_register.h"
#include "storage/assessment_store.h"
#include "storage/correction_store.h"
#include "storage/fact_store.h"
#include "storage/job_store.h"
#include "storage/model_store.h"
#include "storage/register_store.h"

namespace slagboom::tests {
namespace {

using app::Cause;
using app::ImportKind;
using app::Standing;
using app::System;
using storage::StoredAssessment;

/// Makes a run for a day, with everything recorded until now or until a moment, and gives its id.
std::int64_t screen(System& system, const std::string& day, std::optional<Instant> recorded_until = {}) {
    app::ScreeningOrder order;
    order.reference = parse_iso_date(day).value();
    order.recorded_until = recorded_until;
    must(app::queue_screening(system, as(system, "regio"), order));
    while (jobs::work_once(system)) {
    }
    const auto runs = storage::screenings(system.database.read().sql(), 0, 1);
    if (runs.empty() || runs.front().reference_date != day) throw std::runtime_error("the run was not made");
    return runs.front().id;
}

/// The row that holds for the cell of a proposal.
std::int64_t row_of(System& system, const app::CorrectionProposal& proposal) {
    storage::FactQuestion question;
    question.recorded_until = INT64_MAX;
    question.provider = proposal.provider;
    for (const auto& row : storage::facts_recorded(system.database.read().sql(), question)) {
        if (row.fact == proposal.fact && row.period == proposal.period) return row.id;
    }
    return 0;
}

storage::Scope whole(System& system) {
    return must(app::allowed(system, as(system, "regio"), domain::Verb::compare_screenings));
}

std::map<std::int64_t, StoredAssessment> assessments(System& system, std::int64_t screening) {
    std::map<std::int64_t, StoredAssessment> all;
    const auto scope = whole(system);
    for (auto& of : storage::assessments_with_explanations(system.database.read().sql(), scope, screening))
        all[of.provider] = std::move(of);
    return all;
}

/// Where a replay must begin or end.
void expect_stands_as(const Standing& standing, const StoredAssessment& stored) {
    EXPECT_EQ(standing.colour, stored.colour);
    EXPECT_EQ(standing.sub_category, stored.sub_category.value_or(""));
    EXPECT_EQ(standing.lowest, stored.lowest);
    EXPECT_EQ(standing.highest, stored.highest);
}

void expect_connected(const app::ComparedProvider& of) {
    Standing at = of.before;
    for (const auto& change : of.causes) {
        EXPECT_EQ(change.before, at) << app::api_name(change.cause);
        EXPECT_NE(change.before, change.after) << app::api_name(change.cause);
        at = change.after;
    }
    EXPECT_EQ(at, of.after);
    const auto earlier = [](const auto& a, const auto& b) { return a.cause < b.cause; };
    EXPECT_TRUE(std::is_sorted(of.causes.begin(), of.causes.end(), earlier));
}

void expect_replayed(System& system, std::int64_t first, std::int64_t second, const app::Comparison& comparison) {
    const auto before = assessments(system, first);
    const auto after = assessments(system, second);
    for (const auto& of : comparison.both) {
        SCOPED_TRACE(of.provider);
        ASSERT_TRUE(before.contains(of.provider) && after.contains(of.provider));
        expect_stands_as(of.before, before.at(of.provider));
        expect_stands_as(of.after, after.at(of.provider));
        expect_connected(of);
    }
    EXPECT_EQ(comparison.both.size() + comparison.left.size(), before.size());
    EXPECT_EQ(comparison.both.size() + comparison.entered.size(), after.size());
    for (const auto gone : comparison.left) EXPECT_TRUE(before.contains(gone) && !after.contains(gone));
    for (const auto came : comparison.entered) EXPECT_TRUE(after.contains(came) && !before.contains(came));
}

class CompareTest : public OnBothEngines {
 protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        system_ = std::make_unique<System>(options());
    }
    void TearDown() override {
        system_.reset();
        OnBothEngines::TearDown();
    }
    void today(const std::string& day) { clock_.set(parse_rfc3339(day + "T10:00:00Z").value()); }
    void facts(const std::string& rows) {
        EXPECT_EQ(import_csv(*system_, ImportKind::facts, kFactHeader + rows).left, 0U);
    }

    /// From now on its legal form is unknown to every run; gives its id.
    std::int64_t dispute_legal_form(const std::string& kvk) {
        app::CorrectionProposal proposal;
        proposal.provider = storage::provider_ids(system_->database.read().sql()).at(kvk);
        proposal.fact = "rechtsvorm";
        proposal.period = "2019-01-01";
        proposal.fact_id = row_of(*system_, proposal);
        proposal.kind = "betwisting";
        proposal.known_on = parse_iso_date("2019-05-01").value();
        proposal.source_name = "kvk";
        proposal.reason = "is al een bv";
        must(app::propose_correction(*system_, as(*system_, "regio"), proposal));
        return proposal.provider;
    }

    /// Compares two runs, checks the replay, and says of one provider: the causes with the scores between.
    std::string told(std::int64_t first, std::int64_t second, const std::string& kvk) {
        const auto comparison = must(app::compare_screenings(*system_, as(*system_, "regio"), first, second));
        expect_replayed(*system_, first, second, comparison);
        const auto id = storage::provider_ids(system_->database.read().sql()).at(kvk);
        for (const auto& of : comparison.both) {
            if (of.provider != id) continue;
            std::string text = fmt::format("{}-{}", of.before.lowest, of.before.highest);
            for (const auto& change : of.causes) {
                text += fmt::format(" {}(", app::api_name(change.cause));
                for (const auto& indicator : change.indicators) text += indicator + ",";
                text += fmt::format(") {}-{}", change.after.lowest, change.after.highest);
            }
            return text;
        }
        return "not in both";
    }

    std::unique_ptr<System> system_;
};
SLAGBOOM_ON_BOTH_ENGINES(CompareTest);

TEST_P(CompareTest, NothingChangedIsToldAsNothing) {
    make_small_register(*system_);
    const auto first = screen(*system_, "2019-05-08");
    // Provider 1: omzet below € 500.000 (2), eenmanszaak (3), a vog: 5.
    EXPECT_EQ(told(first, screen(*system_, "2019-05-09"), "00100001"), "5-5");
}

TEST_P(CompareTest, AnotherModel) {
    make_small_register(*system_);
    const auto first = screen(*system_, "2019-05-09");
    load_small_model(*system_, 4);  // an eenmanszaak gives 4 points, was 3
    const auto second = screen(*system_, "2019-05-09");
    EXPECT_EQ(told(first, second, "00100001"), "5-5 model() 6-6");
    EXPECT_EQ(told(first, second, "00100002"), "2-2");  // no eenmanszaak
    // The order of asking does not matter: the earlier comes first.
    const auto turned = must(app::compare_screenings(*system_, as(*system_, "regio"), second, first));
    EXPECT_EQ(turned.before.id, first);
}

TEST_P(CompareTest, ACorrectedFact) {
    make_small_register(*system_);
    const auto first = screen(*system_, "2019-05-09");
    // The same source says of the same day something else: € 450.000 is below € 500.000, 2 points.
    facts("00100003;omzet;2017;450.000,00;digimv;2018-06-01\n");
    const auto second = screen(*system_, "2019-05-09");
    EXPECT_EQ(told(first, second, "00100003"), "0-0 gecorrigeerd(geld,) 2-2");
    EXPECT_EQ(told(first, second, "00100004"), "4-4");
}

TEST_P(CompareTest, ADisputedFactIsUnknown) {
    make_small_register(*system_);
    const auto first = screen(*system_, "2019-05-09");
    dispute_legal_form("00100001");
    // 2 of omzet, and 0 to 3 of a legal form that is unknown while it is disputed.
    EXPECT_EQ(told(first, screen(*system_, "2019-05-09"), "00100001"), "5-5 gecorrigeerd(vorm,) 2-5");
}

/// The page of a dossier compares the run of one provider with the whole run that it stands in.
TEST_P(CompareTest, ARunOfOneProviderIsComparedForThatOneAlone) {
    make_small_register(*system_);
    const auto first = screen(*system_, "2019-05-09");
    const auto provider = dispute_legal_form("00100001");
    while (jobs::work_once(*system_)) {
    }
    const auto corrected = storage::screenings(system_->database.read().sql(), 0, 1).front();
    ASSERT_EQ(corrected.kind, "correctie");
    const auto comparison = must(app::compare_screenings(*system_, as(*system_, "regio"), first, corrected.id));
    ASSERT_EQ(comparison.both.size(), 1U);
    EXPECT_TRUE(comparison.left.empty() && comparison.entered.empty());
    const auto& of = comparison.both.front();
    EXPECT_EQ(of.provider, provider);
    // 5 before; 2 of omzet and 0 to 3 of the disputed legal form after.
    EXPECT_EQ(of.before.lowest, 5);
    EXPECT_EQ(of.after.lowest, 2);
    EXPECT_EQ(of.after.highest, 5);
    ASSERT_EQ(of.causes.size(), 1U);
    EXPECT_EQ(of.causes.front().cause, Cause::corrected);
    EXPECT_EQ(of.causes.front().indicators, std::vector<std::string>{"vorm"});
    expect_connected(of);
    // That it was assessed alone says that something of it was corrected: who does not see it may not learn that.
    add_user(*system_, "elders", domain::Role::contractmanager_gemeente, "0141");
    const auto elsewhere = as(*system_, "elders");
    const auto refused = app::compare_screenings(*system_, elsewhere, first, corrected.id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, app::not_found().kind);
    EXPECT_TRUE(app::compare_screenings(*system_, elsewhere, first, first));
}

TEST_P(CompareTest, AFactThatBecameKnown) {
    make_small_register(*system_);
    // True since February, known since 15 March. Without it provider 5 has 0 to 4 points.
    facts("00100005;vog;2019-02-01;ja;gemeente;2019-03-15\n");
    const auto first = screen(*system_, "2019-03-01");
    EXPECT_EQ(told(first, screen(*system_, "2019-04-01"), "00100005"), "0-4 nieuw-bekend(zonder_vog,) 0-0");
}

TEST_P(CompareTest, AFactThatBecameTrue) {
    today("2019-08-01");
    make_small_register(*system_);
    // From 1 June on the rules read 2018 (a year counts after five months). Of provider 3 that is known since April:
    // € 300.000, 2 points. Of provider 1 it is not: 2 points of omzet become 0 to 2, beside the 3 of the legal form.
    facts("00100003;omzet;2018;300.000,00;digimv;2019-04-01\n");
    const auto first = screen(*system_, "2019-05-15");
    const auto second = screen(*system_, "2019-06-15");
    EXPECT_EQ(told(first, second, "00100003"), "0-0 nieuw-waar(geld,) 2-2");
    EXPECT_EQ(told(first, second, "00100001"), "5-5 nieuw-waar(geld,) 3-5");
}

TEST_P(CompareTest, AFactThatRanOut) {
    today("2019-08-01");
    make_small_register(*system_);
    // What is dated 1 January is valid for six months. On both days the omzet of 2018 is read, which nobody knows.
    // Provider 4 has 4 points without a vog and 0 to 2 of omzet; then nothing is known: 0 to 2 + 3 + 4.
    const auto first = screen(*system_, "2019-06-15");
    EXPECT_EQ(told(first, screen(*system_, "2019-07-15"), "00100004"), "4-6 verlopen(vorm,zonder_vog,) 0-9");
}

TEST_P(CompareTest, AnotherPopulation) {
    make_small_register(*system_);
    // Thirty more with an omzet, twelve of them below € 500.000: with 1 and 2 that is 14 of 35, 40%, and withheld is
    // what hits at more than 40% of at least 30. The legal form and vog are known of five: never withheld.
    std::string providers = kProviderHeader;
    std::string rows;
    for (int i = 0; i < 30; ++i) {
        providers += fmt::format("002000{:02};Ander {};2018-01-01;\n", i, i);
        rows += fmt::format("002000{:02};omzet;2017;{};digimv;2018-06-01\n", i, i < 12 ? "400.000,00" : "600.000,00");
    }
    import_csv(*system_, ImportKind::providers, providers);
    facts(rows);
    const auto first = screen(*system_, "2019-05-09");
    // A fifteenth, 42.9%: the indicator is withheld, also for provider 2, of whom nothing changed.
    facts("00200020;omzet;2017;450.000,00;digimv;2018-06-01\n");
    const auto second = screen(*system_, "2019-05-09");
    EXPECT_EQ(told(first, second, "00100002"), "2-2 populatie() 0-0");
    EXPECT_EQ(told(first, second, "00200020"), "0-7 gecorrigeerd(geld,) 2-9 populatie() 0-7");
}

TEST_P(CompareTest, WhoCameAndWhoLeft) {
    make_small_register(*system_);
    import_csv(*system_, ImportKind::providers,
               std::string(kProviderHeader) +
                   "00100002;Aanbieder 2;2018-01-01;2019-04-01\n"
                   "00100006;Nieuw;2019-04-01;\n");
    const auto first = screen(*system_, "2019-03-31");
    const auto second = screen(*system_, "2019-04-01");
    const auto comparison = must(app::compare_screenings(*system_, as(*system_, "regio"), first, second));
    const auto ids = storage::provider_ids(system_->database.read().sql());
    EXPECT_EQ(comparison.left, std::vector{ids.at("00100002")});
    EXPECT_EQ(comparison.entered, std::vector{ids.at("00100006")});
    EXPECT_EQ(comparison.both.size(), 4U);
}

/// All bytes that a run stored, beside its digest.
std::string bytes_of(System& system, std::int64_t screening) {
    const auto run = storage::find_screening(system.database.read().sql(), screening);
    std::string all = run->digest + "\n" + run->context + "\n";
    for (const auto& [provider, of] : assessments(system, screening))
        all += fmt::format("{} {} {} {} {}\n", provider, of.order_key, of.summary, of.explanation, of.sha256);
    return all;
}

/// A screening, and the same again after everything that may be recorded later, and by another System.
std::vector<std::string> made_again_and_again(const storage::DatabaseOptions& options, SettableClock& clock) {
    std::vector<std::string> all;
    Instant until;
    {
        System system(options);
        make_small_register(system);
        clock.advance(std::chrono::hours(1));
        until = clock.clock().now();
        clock.advance(std::chrono::hours(1));
        all.push_back(bytes_of(system, screen(system, "2019-05-01", until)));
        all.push_back(bytes_of(system, screen(system, "2019-05-01", until)));
        import_csv(system, ImportKind::facts,
                   std::string(kFactHeader) +
                       "00100003;omzet;2017;450.000,00;digimv;2018-06-01\n"
                       "00100005;vog;2019-02-01;nee;gemeente;2019-03-15\n");
        import_csv(system, ImportKind::providers,
                   std::string(kProviderHeader) +
                       "00100002;Anders;2018-01-01;2018-12-31\n"
                       "00100007;Nieuw;2018-01-01;\n");
        app::CorrectionProposal proposal;
        proposal.provider = storage::provider_ids(system.database.read().sql()).at("00100004");
        proposal.fact = "vog";
        proposal.period = "2019-01-01";
        proposal.fact_id = row_of(system, proposal);
        proposal.kind = "betwisting";
        proposal.known_on = parse_iso_date("2019-05-01").value();
        proposal.source_name = "gemeente";
        proposal.reason = "is er wel";
        must(app::propose_correction(system, as(system, "regio"), proposal));
        all.push_back(bytes_of(system, screen(system, "2019-05-01", until)));
    }
    System system(options);
    all.push_back(bytes_of(system, screen(system, "2019-05-01", until)));
    // And what was recorded since does count when it is asked for.
    EXPECT_NE(bytes_of(system, screen(system, "2019-05-01")), all.front());
    return all;
}

TEST_P(CompareTest, TheSameQuestionGivesTheSameBytes) {
    const auto all = made_again_and_again(options(), clock_);
    for (const auto& again : all) EXPECT_EQ(again, all.front());
}

TEST(CompareEnginesTest, BothGiveTheSameBytes) {
    if (!postgresql_is_here())
        GTEST_SKIP() << "no PostgreSQL: ./dev test starts one and names it in SLAGBOOM_POSTGRESQL";
    std::vector<std::string> bytes;
    for (const auto engine : {storage::Engine::sqlite, storage::Engine::postgresql}) {
        const OwnDatabase own(engine);
        SettableClock clock(Instant{1'557'388'800'000'000});  // 2019-05-09T08:00:00Z
        bytes.push_back(made_again_and_again({own.address(), 8, clock.clock(), {}}, clock).front());
    }
    EXPECT_EQ(bytes[0], bytes[1]);
}

TEST_P(CompareTest, TheExampleRegionIsReplayedWhole) {
    make_installation(*system_);
    must(app::load_model(*system_, as(*system_, "model"), "models/twente"));
    for (const auto kind : {ImportKind::municipalities, ImportKind::providers, ImportKind::facts}) {
        const std::string name(app::api_name(kind));
        auto order = import_order(kind, text_of("data/example-region/" + name + ".csv"));
        order.notation.reset();
        must(app::import_file(*system_, as(*system_, "regio"), order));
    }
    std::vector<std::int64_t> runs;
    for (const auto* const day : {"2018-10-31", "2019-01-31", "2019-05-09"}) runs.push_back(screen(*system_, day));
    for (std::size_t i = 1; i < runs.size(); ++i) {
        SCOPED_TRACE(i);
        const auto comparison = must(app::compare_screenings(*system_, as(*system_, "regio"), runs[i - 1], runs[i]));
        expect_replayed(*system_, runs[i - 1], runs[i], comparison);
        EXPECT_GT(comparison.both.size(), 300U);
        EXPECT_TRUE(std::any_of(comparison.both.begin(), comparison.both.end(),
                                [](const auto& of) { return of.causes.size() > 1; }));
    }
}

}  // namespace
}  // namespace slagboom::tests
