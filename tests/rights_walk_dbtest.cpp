#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "contract.h"
#include "region_server.h"
#include "rights_table.h"
#include "server/openapi_document.h"

namespace slagboom::tests {
namespace {

using server::Method;

std::string text_of(const std::string& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The path with a provider, and for every other place something that is nowhere.
std::string filled(std::string path, std::int64_t provider) {
    const auto put = [&](const std::string& place, const std::string& value) {
        if (const auto at = path.find(place); at != std::string::npos) path.replace(at, place.size(), value);
    };
    put("{aanbiederId}", std::to_string(provider));
    put("{modelHash}", std::string(64, 'a'));
    put("{modelNaam}", "Nergens");
    put("{koppelingNaam}", "nergens");
    put("{lijstNaam}", "nergens");
    for (const auto* place :
         {"{screeningId}", "{correctieId}", "{importId}", "{bestandId}", "{gebruikerId}", "{sleutelId}", "{taakId}"})
        put(place, "999999999");
    return "/api/v1" + path;
}

class RightsWalk : public RegionServer {
 protected:
    int status(const Contract::Operation& operation, const std::string& role, std::int64_t provider) {
        const auto method = server::method_named(operation.method).value();
        // An empty object is asked of nobody: who may gets as far as hearing that (400, 404, 409, 415 or 428).
        const std::string type = method == Method::patch ? "application/merge-patch+json" : "application/json";
        server::Fields headers;
        if (operation.body) headers = {{"content-type", type}};
        return send(method, filled(operation.path, provider), operation.body ? "{}" : "", role, headers).status;
    }
};
SLAGBOOM_ON_BOTH_ENGINES(RightsWalk);

/// Every operation of the contract × every role × a provider of one's own municipality and one of another's, against
/// the cell of docs/rights.md: both ways, for a right that is missing is a fault as well as one too many.
TEST_P(RightsWalk, EveryOperationAnswersAsTheTableSays) {
    const Contract contract(nlohmann::json::parse(server::openapi_document()));
    const auto table = rights_table(text_of("docs/rights.md"), "verb");
    std::set<std::string> left;  // verbs of the table that no operation was asked for
    for (const auto& [verb, cells] : table.rows) left.insert(verb);
    for (const auto& operation : contract.operations()) {
        const auto row = table.rows.find(operation.verb);
        if (row == table.rows.end()) continue;  // for everybody: another test holds these to the list
        // These end the session that the walk goes on with, or change it.
        if (operation.verb == "sign_out" || operation.verb == "sign_out_everywhere") continue;
        left.erase(operation.verb);
        EXPECT_EQ(row->second.size(), domain::kRoles) << operation.verb;
        const bool of_provider = operation.path.find("{aanbiederId}") != std::string::npos;
        for (const auto& [role, cell] : row->second) {
            const auto what = fmt::format("{} {} als {} ({})", operation.method, operation.path, role, cell);
            const int own = status(operation, role, enschede());
            if (cell == "-") {
                EXPECT_EQ(own, 403) << what;
                continue;
            }
            EXPECT_NE(own, 401) << what;
            EXPECT_NE(own, 403) << what;
            EXPECT_LT(own, 500) << what;
            const bool reads = operation.method == "GET";
            if (!of_provider) continue;
            const bool second_place = operation.path.find("{screeningId}") != std::string::npos;
            if (reads && !second_place) {
                EXPECT_EQ(own, 200) << what;
            }
            const int other = status(operation, role, almelo());
            // Roles of the region reach all of it where the table says "eigen"; those below have Enschede alone.
            const bool of_region = role == "onderzoeker" || role == "contractmanager_regio";
            const bool reaches = cell == "alle" || of_region;
            if (reads && !second_place) {
                EXPECT_EQ(other, reaches ? 200 : 404) << what << ", elders";
            }
            EXPECT_NE(other, 403) << what << ", elders";
            // What is elsewhere looks like what is nowhere.
            if (reads && !reaches) {
                EXPECT_EQ(status(operation, role, 999'999'998), other) << what << ", nergens";
            }
        }
    }
    EXPECT_EQ(left, (std::set<std::string>{"sign_out", "sign_out_everywhere"})) << "these end the session that walks";
}

/// Without a session nothing but what is everybody's.
TEST_P(RightsWalk, WithoutASessionNothing) {
    const Contract contract(nlohmann::json::parse(server::openapi_document()));
    const auto table = rights_table(text_of("docs/rights.md"), "verb");
    for (const auto& operation : contract.operations()) {
        if (table.rows.contains(operation.verb)) {
            EXPECT_EQ(status(operation, "", enschede()), 401) << operation.path;
        }
    }
}

}  // namespace
}  // namespace slagboom::tests
