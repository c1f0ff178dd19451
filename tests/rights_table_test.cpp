#include "rights_table.h"

#include <gtest/gtest.h>

#include <set>

#include "contract.h"
#include "server/openapi_document.h"
#include "temporary_folder.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;

std::string document() { return text_of("docs/rights.md"); }
json contract() { return json::parse(server::openapi_document()); }

std::set<std::string> verbs_of_contract() {
    std::set<std::string> verbs;
    for (const auto& operation : Contract(contract()).operations()) verbs.insert(operation.verb);
    return verbs;
}

TEST(Rights, EveryVerbOfTheContractHasItsRowAndNoRowIsIdle) {
    std::set<std::string> rows;
    for (const auto& [verb, cells] : rights_table(document(), "verb").rows) rows.insert(verb);
    for (const auto& verb : public_verbs(document())) EXPECT_TRUE(rows.insert(verb).second) << verb << " stands twice";
    EXPECT_EQ(rows, verbs_of_contract());
}

TEST(Rights, PublicVerbsAreThoseThatAskNoSession) {
    std::set<std::string> open;
    const json document_of_api = contract();
    for (const auto& [path, item] : document_of_api.at("paths").items()) {
        for (const auto& [method, operation] : item.items()) {
            if (!operation.contains("security")) continue;
            bool asks = !operation.at("security").empty();
            for (const auto& way : operation.at("security"))
                asks = asks && (way.contains("sessie") || way.contains("sleutel"));
            if (!asks) open.insert(operation.at("x-verb").get<std::string>());
        }
    }
    const auto verbs = public_verbs(document());
    EXPECT_EQ(open, std::set<std::string>(verbs.begin(), verbs.end()));
}

TEST(Rights, RolesAndClassesAreThoseOfTheContract) {
    const auto schemas = contract().at("components").at("schemas");
    const auto roles = schemas.at("Rolnaam").at("enum").get<std::vector<std::string>>();
    EXPECT_EQ(rights_table(document(), "verb").roles, roles);
    EXPECT_EQ(rights_table(document(), "class").roles, roles);
    EXPECT_EQ(rights_table(document(), "class").rows.size(), schemas.at("Bescherming").at("enum").size());
}

TEST(Rights, CellsAreWordsOfTheLegend) {
    const std::set<std::string> words{"-", "eigen", "alle", "telling"};
    for (const auto* const column : {"verb", "class"}) {
        for (const auto& [row, cells] : rights_table(document(), column).rows) {
            for (const auto& [role, cell] : cells)
                EXPECT_TRUE(words.contains(cell)) << row << " " << role << ": " << cell;
        }
    }
}

// Design §5.6 and §1: what these roles must never get, whatever else changes in the table.
TEST(Rights, SomeDoorsStayShut) {
    const auto verbs = rights_table(document(), "verb").rows;
    for (const auto* const coloured : {"list_providers", "list_assessments", "view_assessment", "list_urgency",
                                       "view_screening", "view_distribution"}) {
        EXPECT_EQ(verbs.at(coloured).at("aanbieder"), "-") << coloured;
        EXPECT_EQ(verbs.at(coloured).at("beheerder"), "-") << coloured;
    }
    for (const auto& [verb, cells] : verbs) {
        if (verb.find("audit") != std::string::npos) {
            EXPECT_EQ(cells.at("contractmanager_regio"), "-") << verb;
        }
    }
    const auto vault = rights_table(document(), "class").rows.at("vault");
    EXPECT_EQ(vault.at("contractmanager_regio"), "-");
    EXPECT_EQ(vault.at("modeleigenaar"), "-");
    EXPECT_EQ(vault.at("aanbieder"), "-");
}

TEST(Rights, ABrokenTableIsRefused) {
    EXPECT_THROW(rights_table("| verb | a | b |\n|---|---|---|\n| see | - |\n", "verb"), std::runtime_error);
    EXPECT_THROW(rights_table("| verb | a |\n|---|---|\n| see | - |\n| see | alle |\n", "verb"), std::runtime_error);
    EXPECT_THROW(rights_table("no table", "verb"), std::runtime_error);
}

}  // namespace
}  // namespace slagboom::tests
