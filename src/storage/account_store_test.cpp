// Whose roles give which scope (docs/rights.md).
#include "storage/account_store.h"

#include <gtest/gtest.h>

#include <optional>

namespace slagboom::storage {
namespace {

using domain::Role;
using domain::Verb;

constexpr const char* kToday = "2019-05-09";

AccountRole role(Role what, std::optional<std::string> municipality = {}) {
    AccountRole of;
    of.role = what;
    of.municipality = std::move(municipality);
    of.valid_from = "2019-01-01";
    return of;
}

std::optional<Scope> scope(const std::vector<AccountRole>& roles, Verb verb, const Account& account = {},
                           const std::string& today = kToday) {
    return ScopeMaker::for_verb(account, roles, verb, today);
}

TEST(ScopeMaker, TheRegionSeesAllAndAMunicipalityItsOwn) {
    const auto region = scope({role(Role::contractmanager_regio)}, Verb::view_provider);
    ASSERT_TRUE(region);
    EXPECT_TRUE(region->whole());
    EXPECT_TRUE(region->everything());
    const auto own = scope({role(Role::contractmanager_gemeente, "0153")}, Verb::view_provider);
    ASSERT_TRUE(own);
    EXPECT_FALSE(own->whole());
    EXPECT_FALSE(own->counts_only());
    EXPECT_EQ(own->municipalities(), std::set<std::string>{"0153"});
    Parameters parameters;
    EXPECT_NE(own->sees("p.id", parameters), "1 = 1");
    EXPECT_EQ(parameters.size(), 1U);
}

TEST(ScopeMaker, WithoutAMunicipalityTheseHaveNoPower) {
    for (const auto of : {Role::contractmanager_gemeente, Role::toezichthouder, Role::beslisser}) {
        EXPECT_FALSE(scope({role(of)}, Verb::view_provider)) << name(of);
        EXPECT_TRUE(scope({role(of, "0153")}, Verb::view_provider)) << name(of);
    }
}

TEST(ScopeMaker, ARoleGivesNothingThatItsRowDoesNotSay) {
    EXPECT_FALSE(scope({}, Verb::view_provider));
    EXPECT_FALSE(scope({role(Role::beheerder)}, Verb::view_provider));
    EXPECT_FALSE(scope({role(Role::auditor)}, Verb::view_provider));
    EXPECT_FALSE(scope({role(Role::beleid)}, Verb::view_provider));
    EXPECT_FALSE(scope({role(Role::toezichthouder, "0153")}, Verb::decide_correction));
    EXPECT_FALSE(scope({role(Role::contractmanager_gemeente, "0153")}, Verb::run_screening));
    EXPECT_TRUE(scope({role(Role::auditor)}, Verb::export_audit));
}

TEST(ScopeMaker, PolicySeesCountsOnly) {
    const auto counts = scope({role(Role::beleid)}, Verb::view_distribution);
    ASSERT_TRUE(counts);
    EXPECT_TRUE(counts->counts_only());
    // Beside a role that sees more, counts are not all.
    const auto both = scope({role(Role::beleid), role(Role::modeleigenaar)}, Verb::view_distribution);
    ASSERT_TRUE(both);
    EXPECT_FALSE(both->counts_only());
}

TEST(ScopeMaker, SeveralRolesAddUp) {
    const auto two =
        scope({role(Role::toezichthouder, "0153"), role(Role::contractmanager_gemeente, "0141")}, Verb::view_provider);
    ASSERT_TRUE(two);
    EXPECT_EQ(two->municipalities(), (std::set<std::string>{"0141", "0153"}));
    // A supervisor in one municipality and contract manager in another decides only in the other.
    const auto decides = scope({role(Role::toezichthouder, "0153"), role(Role::contractmanager_gemeente, "0141")},
                               Verb::decide_correction);
    ASSERT_TRUE(decides);
    EXPECT_EQ(decides->municipalities(), std::set<std::string>{"0141"});
}

TEST(ScopeMaker, ARoleHoldsFromItsFirstDayUntilTheDayBeforeItsEnd) {
    auto of = role(Role::contractmanager_regio);
    of.valid_until = "2019-06-01";
    EXPECT_FALSE(scope({of}, Verb::view_provider, {}, "2018-12-31"));
    EXPECT_TRUE(scope({of}, Verb::view_provider, {}, "2019-01-01"));
    EXPECT_TRUE(scope({of}, Verb::view_provider, {}, "2019-05-31"));
    EXPECT_FALSE(scope({of}, Verb::view_provider, {}, "2019-06-01"));
}

TEST(ScopeMaker, ABlockedAccountMayNothing) {
    Account account;
    account.blocked_at = 1;
    EXPECT_FALSE(scope({role(Role::contractmanager_regio)}, Verb::view_provider, account));
    EXPECT_FALSE(scope({role(Role::contractmanager_regio)}, Verb::sign_out, account));
    EXPECT_FALSE(ScopeMaker::for_facts(account, {role(Role::privacy)}, domain::Protection::open, kToday));
}

TEST(ScopeMaker, AProviderSpeaksForItselfAlone) {
    EXPECT_FALSE(scope({role(Role::aanbieder)}, Verb::view_provider)) << "of no provider";
    Account account;
    account.provider = 17;
    const auto own = scope({role(Role::aanbieder)}, Verb::view_provider, account);
    ASSERT_TRUE(own);
    EXPECT_EQ(own->own_provider(), 17);
    EXPECT_FALSE(own->whole());
    EXPECT_FALSE(scope({role(Role::aanbieder)}, Verb::view_assessment, account));
}

TEST(ScopeMaker, TheVaultIsForThoseWhoInvestigate) {
    const auto vault = domain::Protection::vault;
    EXPECT_TRUE(ScopeMaker::for_facts({}, {role(Role::toezichthouder, "0153")}, vault, kToday));
    EXPECT_FALSE(ScopeMaker::for_facts({}, {role(Role::contractmanager_regio)}, vault, kToday));
    EXPECT_FALSE(ScopeMaker::for_facts({}, {role(Role::modeleigenaar)}, vault, kToday));
}

}  // namespace
}  // namespace slagboom::storage
