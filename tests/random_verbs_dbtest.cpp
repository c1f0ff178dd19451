// Random sequences of verbs beside a small model in memory of what must be true: facts as known on a day and as
// recorded at a moment, through imports, files that come again or corrected, disputes, decisions and merges; no lost
// update; and each screening says what scoring says of the facts that are expected. SLAGBOOM_SEED repeats a run.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <tuple>

#include "app/correct_fact.h"
#include "app/edit_contact.h"
#include "app/merge_providers.h"
#include "app/register_population.h"
#include "app/retention.h"
#include "domain/known_facts.h"
#include "files/model_folder.h"
#include "jobs/worker.h"
#include "scoring/screening.h"
#include "small_register.h"
#include "storage/assessment_store.h"
#include "storage/correction_store.h"
#include "storage/job_store.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/source_store.h"

namespace slagboom::tests {
namespace {

using app::System;

constexpr int kSequences = 30;
constexpr int kVerbs = 40;
constexpr int kProviders = 5;
constexpr std::int64_t kEver = INT64_MAX;

/// What a row of a fact file says.
struct Said {
    int provider = 0;  ///< 1 to 5
    std::string fact, period, value, known_on, source;
    auto operator<=>(const Said&) const = default;
    auto about() const { return std::tie(provider, fact, period, known_on, source); }
    std::string line() const {
        return fmt::format("0010000{};{};{};{};{};{}\n", provider, fact, period, value, source, known_on);
    }
};

/// It, from the moment it was recorded until it was superseded.
struct Held {
    Said said;
    std::int64_t from = 0;
    std::int64_t until = kEver;
    bool decided = false;                  ///< by a person, not by a file
    std::optional<std::size_t> next = {};  ///< the row that a file brought in its place
    bool at(std::int64_t moment) const { return from <= moment && moment < until; }
};

struct Dispute {
    std::int64_t id = 0;
    Said proposed;  ///< its value is empty when none was proposed
    std::optional<Said> wrong;
    std::int64_t from = 0;
    std::int64_t until = kEver;
};

/// The register as it must be.
struct Expected {
    std::vector<Held> rows;
    std::vector<Dispute> disputes;
    std::vector<Said> found_wrong;
    std::map<int, std::pair<int, std::int64_t>> merged;  ///< who went up in whom, and when
    std::map<int, std::int64_t> versions;
    std::map<int, std::string> contacts;

    int is_now(int provider) const { return merged.contains(provider) ? merged.at(provider).first : provider; }

    /// Decision 31: of what the file speaks of, that holds what the file says, and nothing else. What a decision found
    /// wrong the file does not say, and what a decision said stands until the file says something that is new.
    void import(std::vector<Said> file, std::int64_t moment) {
        for (auto& said : file) said.provider = is_now(said.provider);
        std::erase_if(file, [&](const Said& said) {
            return std::any_of(found_wrong.begin(), found_wrong.end(), [&](Said wrong) {
                wrong.provider = is_now(wrong.provider);
                return wrong == said;
            });
        });
        std::vector<Held> fresh;
        for (const auto& said : file) {
            const auto same = [&](const Held& row) { return row.until == kEver && row.said == said; };
            const bool there = std::any_of(rows.begin(), rows.end(), same);
            if (!there && std::none_of(fresh.begin(), fresh.end(), same)) fresh.push_back({said, moment});
        }
        for (auto& row : rows) {
            const bool spoken_of = std::any_of(file.begin(), file.end(),
                                               [&](const Said& said) { return said.about() == row.said.about(); });
            const bool said_again = std::find(file.begin(), file.end(), row.said) != file.end();
            const auto news = std::find_if(fresh.begin(), fresh.end(),
                                           [&](const Held& of) { return of.said.about() == row.said.about(); });
            const bool has_news = news != fresh.end();
            if (row.until != kEver || !spoken_of || said_again || (row.decided && !has_news)) continue;
            row.until = moment;
            if (has_news) row.next = rows.size() + static_cast<std::size_t>(news - fresh.begin());
        }
        rows.insert(rows.end(), fresh.begin(), fresh.end());
    }

    void decide(Dispute& dispute, bool adopted, std::int64_t moment) {
        dispute.until = moment;
        if (!adopted) return;
        std::vector<Said> wrong;
        if (dispute.wrong) wrong.push_back(*dispute.wrong);
        // Who decides is shown what a file brought since in the place of what was found wrong.
        for (const auto& held : rows) {
            if (dispute.wrong != held.said || !held.at(dispute.from)) continue;
            const Held* shown = &held;
            while (shown->next) shown = &rows[*shown->next];
            if (shown->until == kEver) wrong.push_back(shown->said);
        }
        for (auto& row : rows) {
            const bool is_wrong = std::find(wrong.begin(), wrong.end(), row.said) != wrong.end();
            if (is_wrong && row.until == kEver) row.until = moment;
        }
        found_wrong.insert(found_wrong.end(), wrong.begin(), wrong.end());
        if (dispute.proposed.value.empty()) return;
        for (auto& row : rows) {
            const bool overruled = row.until == kEver && row.said.about() == dispute.proposed.about() &&
                                   row.said.value != dispute.proposed.value;
            if (!overruled) continue;
            row.until = moment;
            found_wrong.push_back(row.said);
        }
        rows.push_back({dispute.proposed, moment, kEver, true});
    }

    void merge(int stays, int goes, std::int64_t moment) {
        std::vector<Held> moved;
        for (auto& row : rows) {
            if (row.said.provider != goes || row.until != kEver) continue;
            row.until = moment;
            moved.push_back({row.said, moment, kEver, row.decided});
            moved.back().said.provider = stays;
        }
        rows.insert(rows.end(), moved.begin(), moved.end());
        for (auto& [provider, into] : merged) {
            if (into.first == goes) into.first = stays;
        }
        merged[goes] = {stays, moment};
    }

    bool disputed(const Said& cell, std::int64_t moment) const {
        return std::any_of(disputes.begin(), disputes.end(), [&](const Dispute& of) {
            return of.from <= moment && moment < of.until && of.proposed.provider == cell.provider &&
                   of.proposed.fact == cell.fact && of.proposed.period == cell.period;
        });
    }
};

/// A value of the register as a file writes it.
std::string written(const std::string& fact, const storage::StoredValue& value) {
    if (value.choice) return *value.choice;
    if (fact == "vog") return *value.number == 0 ? "nee" : "ja";
    return fmt::format("{:.0f}", *value.number / 100);
}
storage::StoredValue stored(const std::string& fact, const std::string& text) {
    if (fact == "rechtsvorm") return {std::nullopt, text};
    if (fact == "vog") return {text == "ja" ? 1.0 : 0.0, std::nullopt};
    return {std::stod(text) * 100, std::nullopt};
}

/// One sequence, on a register of five providers.
class Sequence {
 public:
    Sequence(System& system, SettableClock& clock, const scoring::Model& model, std::uint64_t seed)
        : system_(system), clock_(clock), model_(model), random_(seed) {
        for (const auto& [kvk, id] : storage::provider_ids(system.database.read().sql())) {
            ids_[kvk.back() - '0'] = id;
            numbers_[id] = kvk.back() - '0';
        }
        for (int i = 1; i <= kProviders; ++i) expected_.versions[i] = 1;
    }

    void run() {
        for (int i = 0; i < kVerbs && !testing::Test::HasFailure(); ++i) {
            clock_.advance(std::chrono::seconds(1 + pick(3)));
            verb();
            expect_recorded(now());
            expect_recorded(moments_[pick(moments_.size())]);
        }
        screen();
        expect_whole();
    }

 private:
    std::size_t pick(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
    template <class T>
    T one_of(std::initializer_list<T> all) {
        return *(all.begin() + pick(all.size()));
    }
    /// The moment of the last transaction.
    std::int64_t now() { return storage::chain_head(system_.database.read().sql()).recorded_at; }
    app::SignedIn who(const std::string& name = "regio") { return as(system_, name); }

    void verb() {
        moments_.push_back(now());
        switch (pick(10)) {
            case 0:
            case 1:
            case 2:
                files_.push_back(file());
                return import(files_.back());
            case 3:
                return import(files_.empty() ? file() : files_[pick(files_.size())]);
            case 4:
                return propose();
            case 5:
                return decide();
            case 6:
                return pick(4) == 0 ? merge() : edit();
            case 7:
                return edit();
            default:
                return screen();
        }
    }

    /// Few cells, so that rows meet.
    Said said(int provider) {
        Said of;
        of.provider = provider;
        of.fact = one_of<std::string>({"omzet", "rechtsvorm", "vog"});
        of.period = of.fact == "omzet" ? one_of<std::string>({"2016", "2017"})
                                       : one_of<std::string>({"2018-12-01", "2019-02-01", "2019-03-01"});
        of.value = of.fact == "omzet"        ? one_of<std::string>({"300000", "400000", "600000"})
                   : of.fact == "rechtsvorm" ? one_of<std::string>({"bv", "eenmanszaak"})
                                             : one_of<std::string>({"ja", "nee"});
        of.known_on = one_of<std::string>({"2019-03-05", "2019-04-01"});
        of.source = one_of<std::string>({"kvk", "gemeente"});
        return of;
    }
    std::vector<Said> file() {
        std::vector<Said> all;
        const auto rows = 1 + pick(8);
        for (std::size_t i = 0; i < rows; ++i) all.push_back(said(static_cast<int>(1 + pick(kProviders))));
        return all;
    }

    void import(const std::vector<Said>& file) {
        std::string csv = kFactHeader;
        for (const auto& of : file) csv += of.line();
        EXPECT_EQ(import_csv(system_, app::ImportKind::facts, csv).left, 0U);
        expected_.import(file, now());
        if (pick(3) != 0) return;
        const auto again = import_csv(system_, app::ImportKind::facts, csv);
        EXPECT_EQ(again.taken + again.superseded, 0U) << "the same file again changed something";
    }

    int provider_in_place() {
        while (true) {
            const int provider = static_cast<int>(1 + pick(kProviders));
            if (!expected_.merged.contains(provider)) return provider;
        }
    }

    void propose() {
        Dispute dispute;
        dispute.proposed = said(provider_in_place());
        const bool open = expected_.disputed(dispute.proposed, kEver - 1);
        app::CorrectionProposal proposal;
        proposal.provider = ids_.at(dispute.proposed.provider);
        proposal.fact = dispute.proposed.fact;
        proposal.period = dispute.proposed.period;
        std::vector<Said> others;
        for (const auto& row : recorded(now())) {
            const Said of = said_of(row);
            const bool cell = std::tie(of.provider, of.fact, of.period) ==
                              std::tie(dispute.proposed.provider, dispute.proposed.fact, dispute.proposed.period);
            if (!cell) continue;
            if (dispute.wrong) others.push_back(*dispute.wrong);
            proposal.fact_id = row.id;
            dispute.wrong = of;
        }
        proposal.kind = one_of<std::string>({"betwisting", "typefout"});
        if (proposal.kind == "betwisting" && pick(2) == 0) dispute.proposed.value.clear();
        if (!dispute.proposed.value.empty()) proposal.value = stored(proposal.fact, dispute.proposed.value);
        proposal.known_on = parse_iso_date(dispute.proposed.known_on).value();
        proposal.source_name = dispute.proposed.source;
        proposal.reason = "proef";
        const bool in_vain = proposal.value && std::any_of(others.begin(), others.end(), [&](const Said& of) {
                                 return of.known_on > dispute.proposed.known_on;
                             });
        const auto answer = app::propose_correction(system_, who(), proposal);
        ASSERT_EQ(static_cast<bool>(answer), !open && !in_vain)
            << "a cell is disputed once at a time, and not by what something newer goes before";
        if (!answer) return;
        dispute.id = answer->id;
        dispute.from = now();
        expected_.disputes.push_back(std::move(dispute));
        // A small correction of one person is settled at once.
        if (answer->decided_at) expected_.decide(expected_.disputes.back(), true, now());
    }

    void decide() {
        for (auto& dispute : expected_.disputes) {
            if (dispute.until != kEver) continue;
            const bool adopted = pick(3) != 0;
            must(app::decide_correction(system_, who("regio2"), {dispute.id, adopted, "proef"}));
            expected_.decide(dispute, adopted, now());
            EXPECT_FALSE(app::decide_correction(system_, who("regio2"), {dispute.id, adopted, "nog eens"}));
            return;
        }
    }

    /// What somebody disputes is not moved until it is decided.
    void merge() {
        const int stays = provider_in_place();
        const int goes = provider_in_place();
        if (stays == goes) return;
        const bool open = std::any_of(expected_.disputes.begin(), expected_.disputes.end(), [&](const Dispute& of) {
            return of.proposed.provider == goes && of.until == kEver;
        });
        const auto answer = app::merge_providers(system_, who(), ids_.at(stays), ids_.at(goes), "proef");
        ASSERT_EQ(static_cast<bool>(answer), !open);
        if (answer) expected_.merge(stays, goes, now());
    }

    storage::Provider stored_provider(int provider) {
        const auto scope = must(app::allowed(system_, who(), domain::Verb::view_provider));
        return storage::find_provider(system_.database.read().sql(), scope, ids_.at(provider)).value();
    }

    /// Two people who each know the version they saw last.
    void edit() {
        const int provider = provider_in_place();
        const std::string name = one_of<std::string>({"regio", "regio2"});
        auto& seen = seen_[{name, provider}];
        if (seen.version == 0 || pick(2) == 0) seen = {expected_.versions[provider]};
        storage::Provider change = stored_provider(provider);
        change.version = seen.version;
        change.contact_person = fmt::format("{} {}", name, pick(1000));
        const auto answer = app::edit_contact(system_, who(name), change);
        const bool newest = seen.version == expected_.versions[provider];
        ASSERT_EQ(static_cast<bool>(answer), newest) << "an update was lost, or a right one refused";
        if (newest) {
            ++expected_.versions[provider];
            expected_.contacts[provider] = *change.contact_person;
        }
        const auto stands = stored_provider(provider);
        EXPECT_EQ(stands.contact_person.value_or(""), expected_.contacts[provider]);
        EXPECT_EQ(stands.version, expected_.versions[provider]);
    }

    void screen() {
        app::ScreeningOrder order;
        const std::string day = one_of<std::string>({"2019-03-10", "2019-04-10", "2019-05-01"});
        order.reference = parse_iso_date(day).value();
        if (!moments_.empty() && pick(2) == 0) order.recorded_until = Instant{moments_[pick(moments_.size())]};
        const auto job = must(app::queue_screening(system_, who(), order));
        const std::int64_t until = order.recorded_until ? order.recorded_until->microseconds : now();
        while (jobs::work_once(system_)) {
        }
        const auto snapshot = system_.database.read();
        const auto done = storage::find_job(snapshot.sql(), job);
        ASSERT_EQ(done->state, "klaar") << done->reason.value_or("");
        for (const auto& run : storage::screenings(snapshot.sql(), 0, 100)) {
            if (run.job == job) return expect_assessed(run.id, *order.reference, until);
        }
        ADD_FAILURE() << "the run is not there";
    }

    /// The facts that are expected, scored without any register.
    void expect_assessed(std::int64_t run, Date reference, std::int64_t until) {
        scoring::Population population;
        std::vector<std::optional<std::size_t>> provider_of;
        std::vector<int> numbers;
        for (int i = 1; i <= kProviders; ++i) {
            if (expected_.merged.contains(i) && expected_.merged.at(i).second <= until) continue;
            population.providers.push_back(fmt::format("0010000{}", i));
            provider_of.emplace_back(static_cast<std::size_t>(i));
            numbers.push_back(i);
        }
        population.table.rows = numbers.size();
        population.sources = {"proef"};
        std::vector<domain::Fact> facts;
        for (const auto& row : expected_.rows) {
            if (!row.at(until)) continue;
            const auto fact = model_.facts.find(row.said.fact).value();
            const auto value =
                app::model_value(model_.facts.facts[fact], stored(row.said.fact, row.said.value)).value();
            facts.push_back({static_cast<std::size_t>(row.said.provider), fact,
                             domain::parse_period(row.said.period).value(), value,
                             parse_iso_date(row.said.known_on).value(), expected_.disputed(row.said, until), 0, 0});
        }
        const domain::KnownFacts known(model_.facts, std::move(facts));
        scoring::read_facts(population, model_, known, provider_of, reference);
        const scoring::Screening screening(model_, population, reference, domain::Phase::monitoring);
        const auto scope = must(app::allowed(system_, who(), domain::Verb::view_assessment));
        auto found = storage::assessments_with_explanations(system_.database.read().sql(), scope, run);
        ASSERT_EQ(found.size(), numbers.size());
        for (const auto& of : found) {
            const auto place = std::find(numbers.begin(), numbers.end(), numbers_.at(of.provider));
            ASSERT_NE(place, numbers.end());
            const auto right = screening.assess(static_cast<std::size_t>(place - numbers.begin()));
            SCOPED_TRACE(fmt::format("provider {} on {}", *place, reference.iso()));
            EXPECT_EQ(of.colour, domain::api_name(right.colour));
            EXPECT_EQ(of.lowest, right.lowest);
            EXPECT_EQ(of.highest, right.highest);
            EXPECT_EQ(of.known_points, right.completeness.known);
        }
    }

    std::vector<storage::StoredFact> recorded(std::int64_t moment) {
        storage::FactQuestion question;
        question.recorded_until = moment;
        return storage::facts_recorded(system_.database.read().sql(), question);
    }
    Said said_of(const storage::StoredFact& row) {
        if (!sources_.contains(row.source)) sources_ = storage::all_sources(system_.database.read().sql());
        return {numbers_.at(row.provider),    row.fact,           row.period,
                written(row.fact, row.value), row.known_on.iso(), sources_.at(row.source).name};
    }

    void expect_recorded(std::int64_t moment) {
        std::vector<std::string> found;
        for (const auto& row : recorded(moment)) found.push_back(said_of(row).line());
        std::vector<std::string> right;
        for (const auto& row : expected_.rows) {
            if (row.at(moment)) right.push_back(row.said.line());
        }
        std::sort(found.begin(), found.end());
        std::sort(right.begin(), right.end());
        EXPECT_EQ(found, right) << "as recorded at " << moment;
    }

    void expect_whole() {
        const auto snapshot = system_.database.read();
        EXPECT_EQ(chain_fault(snapshot.sql()), "");
        std::string every;
        for (const auto* const table : {"account", "account_role", "job", "provider", "import", "source",
                                        "provider_name", "service_period", "fact", "correction", "merge", "screening"})
            every += fmt::format("{} select id from {}", every.empty() ? "" : " union all", table);
        snapshot.sql().query(fmt::format("select id from ({}) e group by id having count(*) > 1", every), {},
                             [](const storage::Row& row) { ADD_FAILURE() << row.integer(0) << " is given twice"; });
        snapshot.sql().query("select id from job where state <> 'klaar'", {},
                             [](const storage::Row& row) { ADD_FAILURE() << "job " << row.integer(0); });
    }

    struct Seen {
        std::int64_t version = 0;
    };
    System& system_;
    SettableClock& clock_;
    const scoring::Model& model_;
    std::mt19937_64 random_;
    std::map<int, std::int64_t> ids_;
    std::map<std::int64_t, int> numbers_;
    std::map<std::int64_t, storage::Source> sources_;
    std::vector<std::vector<Said>> files_;
    std::vector<std::int64_t> moments_;
    std::map<std::pair<std::string, int>, Seen> seen_;
    Expected expected_;
};

using RandomVerbsTest = OnBothEngines;
SLAGBOOM_ON_BOTH_ENGINES(RandomVerbsTest);

// Two faults that the sequences found.

app::CorrectionProposal of_omzet(System& system, std::int64_t provider) {
    app::CorrectionProposal proposal;
    proposal.provider = provider;
    proposal.fact = "omzet";
    proposal.period = "2017";
    storage::FactQuestion question;
    question.recorded_until = kEver;
    question.provider = provider;
    for (const auto& row : storage::facts_recorded(system.database.read().sql(), question)) {
        if (row.fact == "omzet") proposal.fact_id = row.id;
    }
    proposal.kind = "betwisting";
    proposal.known_on = parse_iso_date("2019-04-01").value();
    proposal.source_name = "kvk";
    proposal.reason = "proef";
    return proposal;
}

TEST_P(RandomVerbsTest, ADecisionDoesNotChangeWhenARowStoppedToHold) {
    System system(options());
    make_small_register(system);
    const auto provider = storage::provider_ids(system.database.read().sql()).at("00100001");
    const auto proposal = of_omzet(system, provider);
    const auto correction = must(app::propose_correction(system, as(system, "regio"), proposal)).id;
    // A corrected file takes the row away first; then the dispute over that row is decided.
    import_csv(system, app::ImportKind::facts,
               std::string(kFactHeader) + "00100001;omzet;2017;300.000,00;digimv;2018-06-01\n");
    const auto stopped = storage::find_fact(system.database.read().sql(), provider, proposal.fact_id)->superseded_at;
    ASSERT_TRUE(stopped);
    must(app::decide_correction(system, as(system, "regio2"), {correction, true, "proef"}));
    EXPECT_EQ(storage::find_fact(system.database.read().sql(), provider, proposal.fact_id)->superseded_at, stopped);
}

/// The same file comes again every month, and its source does not know what was decided here.
TEST_P(RandomVerbsTest, WhatADecisionFoundWrongDoesNotComeBackWithTheSameFile) {
    System system(options());
    make_small_register(system);
    const auto provider = storage::provider_ids(system.database.read().sql()).at("00100001");
    auto proposal = of_omzet(system, provider);
    proposal.kind = "registerwaarde";
    proposal.value = stored("omzet", "250000");
    const auto decided = must(app::propose_correction(system, as(system, "regio"), proposal));
    EXPECT_EQ(decided.outcome, "overgenomen") << "a small correction needs one person";
    const auto again = import_csv(system, app::ImportKind::facts, small_facts());
    EXPECT_EQ(again.taken + again.superseded + again.left, 0U);
    std::string said;
    for (const auto& line : again.lines) said += line.reason;
    EXPECT_EQ(said, "in een correctie is besloten dat dit niet klopt; dat besluit blijft staan");
    storage::FactQuestion question;
    question.recorded_until = kEver;
    question.provider = provider;
    std::vector<double> holds;
    for (const auto& row : storage::facts_recorded(system.database.read().sql(), question)) {
        if (row.fact == "omzet") holds.push_back(*row.value.number);
    }
    EXPECT_EQ(holds, std::vector<double>{25'000'000}) << "in cents: the decided value, and it alone";
    // Something else than what was found wrong is news, as ever.
    const auto news = import_csv(system, app::ImportKind::facts,
                                 std::string(kFactHeader) + "00100001;omzet;2017;260.000,00;digimv;2018-06-01\n");
    EXPECT_EQ(news.taken + news.superseded, 1U);
}

TEST_P(RandomVerbsTest, AnOpenCorrectionShowsWhatAFileBroughtSince) {
    System system(options());
    make_small_register(system);
    const auto provider = storage::provider_ids(system.database.read().sql()).at("00100001");
    auto correction = must(app::propose_correction(system, as(system, "regio"), of_omzet(system, provider)));
    const auto value = [&] {
        const auto row = app::row_in_question(system.database.read().sql(), correction);
        return row ? row->value.number.value_or(0) : -1;
    };
    EXPECT_EQ(value(), 40'000'000) << "in cents: what was found wrong";
    import_csv(system, app::ImportKind::facts,
               std::string(kFactHeader) + "00100001;omzet;2017;420.000,00;digimv;2018-06-01\n");
    EXPECT_EQ(value(), 42'000'000) << "what the decision is about now";
    correction = must(app::decide_correction(system, as(system, "regio2"), {correction.id, true, "proef"}));
    EXPECT_EQ(value(), 42'000'000) << "afterwards what stood there when it was decided";
}

/// Care ended on 1 February 2019. Facts and relations of the kvk are kept for seven years after that.
TEST_P(RandomVerbsTest, WhatWasDestroyedAfterItsTermDoesNotComeBackWithTheSameFile) {
    System system(options());
    make_small_register(system);
    import_csv(system, app::ImportKind::providers,
               std::string(kProviderHeader) + "00100001;Aanbieder 1;2018-01-01;2019-02-01\n");
    const std::string facts = std::string(kFactHeader) +
                              "00100001;rechtsvorm;2019-01-01;eenmanszaak;kvk;2019-01-01\n"
                              "00100002;rechtsvorm;2019-01-01;bv;kvk;2019-01-01\n";
    const std::string relations =
        "aanbieder;rol;soort;naam;nummer;adres;van;tot;bron;datum\n"
        "00100001;bestuurder;persoon;A. Verzonnen;;;2018-01-01;;kvk;2018-01-01\n";
    EXPECT_EQ(import_csv(system, app::ImportKind::relations, relations).taken, 1U);
    clock_.set(parse_rfc3339("2026-01-31T10:00:00Z").value());
    EXPECT_EQ(import_csv(system, app::ImportKind::facts, facts).unchanged, 2U) << "the term is not over";
    clock_.set(parse_rfc3339("2026-02-01T10:00:00Z").value());
    must(app::destroy_expired(system, as(system, "privacy")));
    const auto again = import_csv(system, app::ImportKind::facts, facts);
    EXPECT_EQ(again.unchanged, 1U) << "who still gives care";
    ASSERT_EQ(again.left, 1U);
    EXPECT_EQ(again.lines.front().line, 2U);
    EXPECT_NE(again.lines.front().reason.find("bewaartermijn"), std::string::npos);
    EXPECT_EQ(import_csv(system, app::ImportKind::relations, relations).left, 1U);
}

TEST_P(RandomVerbsTest, AMergeWaitsForADecision) {
    System system(options());
    make_small_register(system);
    const auto ids = storage::provider_ids(system.database.read().sql());
    const auto stays = ids.at("00100002");
    const auto goes = ids.at("00100001");
    const auto correction = must(app::propose_correction(system, as(system, "regio"), of_omzet(system, goes))).id;
    const auto refused = app::merge_providers(system, as(system, "regio"), stays, goes, "dubbel");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, app::Refusal::Kind::conflict);
    must(app::decide_correction(system, as(system, "regio2"), {correction, false, "proef"}));
    must(app::merge_providers(system, as(system, "regio"), stays, goes, "dubbel"));
}

/// The files of before a merge come again every month: both providers stand in them, each under its own number and
/// name.
TEST_P(RandomVerbsTest, TheSameFileAfterAMergeChangesNothing) {
    System system(options());
    make_small_register(system);
    const auto ids = storage::provider_ids(system.database.read().sql());
    const std::string file = std::string(kProviderHeader) +
                             "00100001;Aanbieder 1;2018-01-01;2019-06-30\n00100002;Aanbieder 2;2018-01-01;2020-12-31\n";
    import_csv(system, app::ImportKind::providers, file);
    must(app::merge_providers(system, as(system, "regio"), ids.at("00100002"), ids.at("00100001"), "dubbel"));
    for (int time = 0; time < 2; ++time) {
        const auto report = import_csv(system, app::ImportKind::providers, file);
        EXPECT_EQ(report.unchanged, 2) << time;
        EXPECT_EQ(report.taken + report.superseded + report.left, 0) << time;
    }
    const auto snapshot = system.database.read();
    EXPECT_EQ(storage::provider_names(snapshot.sql()).at(ids.at("00100002")), "Aanbieder 2");
    EXPECT_EQ(storage::provider_names(snapshot.sql()).at(ids.at("00100001")), "Aanbieder 1");
    std::size_t periods = 0;
    for (const auto& of : storage::current_service_periods(snapshot.sql()))
        periods += of.provider == ids.at("00100002") ? 1U : 0U;
    EXPECT_EQ(periods, 2U) << "what the register knew of both is still there";
}

TEST_P(RandomVerbsTest, DoWhatMustBeTrue) {
    {
        System system(options());
        make_installation(system);
        load_small_model(system);
        import_csv(system, app::ImportKind::municipalities, "code;naam\n0141;Almelo\n");
        import_csv(system, app::ImportKind::providers, small_providers());
    }
    Saved saved(address());
    const TemporaryFolder folder;
    write_model(folder.path(), register_model());
    const auto model = files::load_model(folder.path().string());
    ASSERT_TRUE(model);
    const char* const given = std::getenv("SLAGBOOM_SEED");
    const std::uint64_t first = given == nullptr ? std::random_device()() : std::strtoull(given, nullptr, 10);
    const Instant start = clock_.clock().now();
    for (int i = 0; i < (given == nullptr ? kSequences : 1) && !HasFailure(); ++i) {
        const std::uint64_t seed = first + static_cast<std::uint64_t>(i);
        SCOPED_TRACE(fmt::format("SLAGBOOM_SEED={}", seed));
        saved.restore();
        clock_.set(start);
        System system(options());
        Sequence(system, clock_, model->model, seed).run();
    }
}

}  // namespace
}  // namespace slagboom::tests
