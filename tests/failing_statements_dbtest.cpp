// Of every verb the first, the second, … statement fails: afterwards either everything is there, with its audit entry,
// or nothing is; the chain is whole; and the same verb without a fault does its work once.
#include <gtest/gtest.h>

#include <functional>
#include <optional>

#include "app/correct_fact.h"
#include "app/edit_contact.h"
#include "app/merge_providers.h"
#include "app/restore_access.h"
#include "app/sign_in.h"
#include "jobs/worker.h"
#include "small_register.h"
#include "storage/correction_store.h"
#include "storage/fact_store.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"

namespace slagboom::tests {
namespace {

using app::ImportKind;
using app::System;

/// Makes the n-th statement fail; 0: none. One thread.
struct Fault {
    int at = 0;
    int count = 0;
    bool happened() const { return at > 0 && count >= at; }
    storage::Connection::Before before() {
        return [this](std::string_view sql) {
            if (++count == at)
                throw storage::DatabaseError(storage::DatabaseError::Kind::other,
                                             "statement that must fail: " + std::string(sql.substr(0, 60)));
        };
    }
};

using Verb = std::function<void(System&)>;

std::int64_t provider_id(System& system, int number) {
    return storage::provider_ids(system.database.read().sql()).at(fmt::format("0010000{}", number));
}

app::CorrectionProposal proposal(System& system, double cents) {
    app::CorrectionProposal of;
    of.provider = provider_id(system, 1);
    of.fact = "omzet";
    of.period = "2017";
    for (const auto& fact : storage::facts_recorded(system.database.read().sql(), {.recorded_until = INT64_MAX,
                                                                                   .provider = of.provider,
                                                                                   .known_on_or_before = {},
                                                                                   .superseded_too = false})) {
        if (fact.fact == of.fact) of.fact_id = fact.id;
    }
    of.kind = "typefout";
    of.value = storage::StoredValue{cents, std::nullopt};
    of.known_on = parse_iso_date("2018-07-01").value();
    of.source_name = "digimv";
    of.reason = "een nul te veel";
    return of;
}

// Random by design: salts and what hangs on them, tokens, and the hashes of passwords.
const std::set<std::string> kRandom{"audit_content.salt", "audit_entry.content_mac", "audit_entry.hash",
                                    "chain.hash",         "account.password_hash",   "session.token_hash",
                                    "job.lease_token",    "job.lease_until"};
// A job is taken in a transaction of its own (decision 37): that it was begun stays, and is no effect.
const std::set<std::string> kOfALease{"job.state", "job.attempts", "job.done", "job.total", "chain.recorded_at"};

class FailingStatementsTest : public OnBothEngines {
 protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (IsSkipped()) return;
        System system(options());
        make_small_register(system);
    }
    void TearDown() override {
        saved_.reset();
        OnBothEngines::TearDown();
    }

    /// Something that must be there before the verb is asked.
    void given(const Verb& prepare) {
        System system(options());
        prepare(system);
    }

    Content content() { return asking_->content(saved_->sql()); }

    /// The verb on the register as it was given, without faults, at a moment; and what that leaves.
    Content done(const Verb& verb, Instant at, int& statements) {
        saved_->restore();
        clock_.set(at);
        Fault none;
        System system(options(none.before()));
        verb(system);
        statements = none.count;
        return content();
    }

    /// Nobody waits for the holder of a lease that ran into the fault.
    void end_leases() { saved_->sql().execute("update job set lease_until = 0 where state = 'bezig'"); }

    void judge(const Verb& verb, bool is_job = false) {
        auto left_out = kRandom;
        if (is_job) left_out.insert(kOfALease.begin(), kOfALease.end());
        saved_ = std::make_unique<Saved>(address());
        asking_ = std::make_unique<Asking>(saved_->sql(), left_out);
        const Instant first = clock_.clock().now();
        const Instant second{first.microseconds + 1'000'000};
        int statements = 0;
        const Content nothing = content();
        const Content later = done(verb, second, statements);
        const Content everything = done(verb, first, statements);
        ASSERT_NE(nothing, everything) << "the verb does nothing";
        EXPECT_LE(statements, 130);
        int failed = 0;
        for (int n = 1; n <= statements && !HasFailure(); ++n) {
            SCOPED_TRACE(fmt::format("statement {} of {}", n, statements));
            saved_->restore();
            clock_.set(first);
            Fault fault{n, 0};
            System system(options(fault.before()));
            bool refused = false;
            try {
                verb(system);
            } catch (const storage::DatabaseError&) {
                refused = true;
            }
            ASSERT_TRUE(fault.happened());
            failed += refused ? 1 : 0;
            const Content now = content();
            EXPECT_EQ(chain_fault(saved_->sql()), "");
            if (!refused || now == everything) {
                EXPECT_EQ(difference(everything, now), "") << (refused ? "refused" : "said to be done");
                continue;
            }
            EXPECT_EQ(difference(nothing, now), "") << "half of it is there";
            // The same System goes on: the fault took nothing with it, such as a connection of the pool.
            if (is_job) end_leases();
            clock_.set(second);
            EXPECT_NO_THROW(verb(system));
            EXPECT_EQ(difference(later, content()), "") << "done again, it is another";
            EXPECT_EQ(chain_fault(saved_->sql()), "");
        }
        EXPECT_GT(failed, 3) << "no fault came through";
    }

    void judge_import(ImportKind kind, const std::string& csv) {
        judge([&](System& system) { import_csv(system, kind, csv); });
    }

 private:
    std::unique_ptr<Saved> saved_;
    std::unique_ptr<Asking> asking_;
};
SLAGBOOM_ON_BOTH_ENGINES(FailingStatementsTest);

// Each file has a row that is there already, one that says something else, a new one and one that is refused.

TEST_P(FailingStatementsTest, ImportOfMunicipalities) {
    judge_import(ImportKind::municipalities, "code;naam\n0141;Almelo\n0153;Enschede-Stad\n0147;Borne\nx;Fout\n");
}

TEST_P(FailingStatementsTest, ImportOfProviders) {
    judge_import(ImportKind::providers, std::string(kProviderHeader) +
                                            "00100001;Aanbieder 1;2018-01-01;\n00100002;Anders;2018-01-01;2019-12-31\n"
                                            "00100006;Nieuw;2019-01-01;\nx;Fout;2018-01-01;\n");
}

TEST_P(FailingStatementsTest, ImportOfAwards) {
    const std::string header = "gunning;aanbieder;soort;status;datum\n";
    given([&](System& system) {
        import_csv(system, ImportKind::awards,
                   header + "G1;00100001;aanbesteding;gegund;2018-01-01\nG2;00100002;aanbesteding;gegund;2018-01-01\n");
    });
    judge_import(ImportKind::awards, header +
                                         "G1;00100001;aanbesteding;gegund;2018-01-01\n"
                                         "G2;00100002;aanbesteding;gegund;2018-02-01\n"
                                         "G3;00100003;aanbesteding;gegund;2018-01-01\n"
                                         "G4;00999999;aanbesteding;gegund;2018-01-01\n");
}

TEST_P(FailingStatementsTest, ImportOfContracts) {
    const std::string header =
        "overeenkomst;aanbieder;gunning;perceel;product;gemeente;waarde_per_jaar;clienten;van;tot\n";
    given([&](System& system) {
        import_csv(
            system, ImportKind::contracts,
            header +
                "O1;00100001;;wmo;02;0141;1000,00;5;2018-01-01;\nO2;00100002;;wmo;02;0141;1000,00;5;2018-01-01;\n");
    });
    judge_import(ImportKind::contracts, header +
                                            "O1;00100001;;wmo;02;0141;1000,00;5;2018-01-01;\n"
                                            "O2;00100002;;wmo;02;0141;2000,00;5;2018-01-01;\n"
                                            "O3;00100003;;wmo;02;0153;3000,00;;2018-01-01;\n"
                                            "O4;00100003;;wmo;02;9999;3000,00;;2018-01-01;\n");
}

TEST_P(FailingStatementsTest, ImportOfRelations) {
    const std::string header = "aanbieder;rol;soort;naam;nummer;adres;van;tot;bron;datum\n";
    given([&](System& system) {
        import_csv(system, ImportKind::relations,
                   header + "00100001;bestuurder;persoon;A. Proef;;;2018-01-01;;kvk;2018-01-01\n");
    });
    judge_import(ImportKind::relations,
                 header +
                     "00100001;bestuurder;persoon;A. Proef;;;2018-01-01;2019-01-01;kvk;2018-01-01\n"
                     "00100002;bestuurder;persoon;B. Proef;;;2018-01-01;;gemeente;2018-01-01\n"
                     "00999999;bestuurder;persoon;C. Proef;;;2018-01-01;;kvk;2018-01-01\n");
}

TEST_P(FailingStatementsTest, ImportOfFacts) {
    judge_import(ImportKind::facts, std::string(kFactHeader) +
                                        "00100001;omzet;2017;400.000,00;digimv;2018-06-01\n"
                                        "00100002;omzet;2017;450.000,00;digimv;2018-06-01\n"
                                        "00100003;omzet;2016;450.000,00;gemeente;2018-06-01\n"
                                        "00100003;omzet;x;450.000,00;kvk;2018-06-01\n");
}

TEST_P(FailingStatementsTest, LoadModel) {
    judge([](System& system) { load_small_model(system, 4); });
}

TEST_P(FailingStatementsTest, AddAccount) {
    judge([](System& system) { add_user(system, "toezicht", domain::Role::toezichthouder, "0153"); });
}

TEST_P(FailingStatementsTest, RestoreAccess) {
    judge([](System& system) {
        const auto who = storage::find_account(system.database.read().sql(), "regio")->id;
        must(app::restore_access(system, as(system, "beheer"), who, app::LostAccess::password, "vergeten"));
    });
}

TEST_P(FailingStatementsTest, SignIn) {
    judge([](System& system) { must(app::sign_in(system, {"regio", kSmallPassword, ""})); });
}

TEST_P(FailingStatementsTest, AWrongPasswordIsCounted) {
    judge([](System& system) { EXPECT_FALSE(app::sign_in(system, {"regio", "iets heel anders", ""})); });
}

TEST_P(FailingStatementsTest, QueueScreening) {
    judge([](System& system) { must(app::queue_screening(system, as(system, "regio"), {})); });
}

TEST_P(FailingStatementsTest, PerformScreening) {
    given([](System& system) { must(app::queue_screening(system, as(system, "regio"), {})); });
    judge([](System& system) { EXPECT_TRUE(jobs::work_once(system)); }, true);
}

TEST_P(FailingStatementsTest, PerformRescoring) {
    given([](System& system) {
        must(app::queue_screening(system, as(system, "regio"), {}));
        EXPECT_TRUE(jobs::work_once(system));
        must(app::propose_correction(system, as(system, "regio"), proposal(system, 60'000'000)));
    });
    judge([](System& system) { EXPECT_TRUE(jobs::work_once(system)); }, true);
}

TEST_P(FailingStatementsTest, ProposeCorrection) {
    given([](System& system) {
        must(app::queue_screening(system, as(system, "regio"), {}));
        EXPECT_TRUE(jobs::work_once(system));
    });
    judge([](System& system) {
        must(app::propose_correction(system, as(system, "regio"), proposal(system, 60'000'000)));
    });
}

TEST_P(FailingStatementsTest, DecideCorrection) {
    std::int64_t correction = 0;
    given([&](System& system) {
        auto disputes = proposal(system, 60'000'000);
        disputes.kind = "betwisting";  // or it would be settled at once
        correction = must(app::propose_correction(system, as(system, "regio"), disputes)).id;
    });
    judge([&](System& system) {
        must(app::decide_correction(system, as(system, "regio2"), {correction, true, "klopt"}));
    });
}

TEST_P(FailingStatementsTest, MergeProviders) {
    judge([](System& system) {
        must(app::merge_providers(system, as(system, "regio"), provider_id(system, 1), provider_id(system, 2),
                                  "dubbel"));
    });
}

TEST_P(FailingStatementsTest, ChangeSetup) {
    judge([](System& system) {
        const app::SetupChange change{"dpia", "", true, "2018-10-01", "Proef"};
        must(app::change_setup(system, as(system, "privacy"), {change}, std::nullopt));
    });
}

TEST_P(FailingStatementsTest, EditContact) {
    judge([](System& system) {
        storage::Provider provider;
        provider.id = provider_id(system, 1);
        provider.version = 1;
        provider.contact_person = "A. Proef";
        must(app::edit_contact(system, as(system, "regio"), provider));
    });
}

}  // namespace
}  // namespace slagboom::tests
