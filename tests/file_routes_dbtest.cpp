#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/rotate_key.h"
#include "region_server.h"
#include "storage/account_store.h"
#include "storage/file_store.h"
#include "storage/installation_store.h"

namespace slagboom::tests {
namespace {

using namespace std::string_literals;
using nlohmann::json;
using server::Method;
using server::Response;

class FileRoutes : public RegionServer {
 protected:
    Response upload(const std::string& bytes, const std::string& as, std::int64_t provider = 0,
                    const server::Fields& headers = {}) {
        std::string target = "/api/v1/bestanden?soort=jaarrekening&grondslag=Overeenkomst&documentDatum=2018-05-28";
        if (provider != 0) target += "&aanbieder=" + std::to_string(provider);
        server::Fields all{{"content-type", "application/octet-stream"}, {"x-bestandsnaam", "jaar%202017.pdf"}};
        all.insert(all.end(), headers.begin(), headers.end());
        return send(Method::post, target, bytes, as, all);
    }
    /// Uploads, and gives the path of the file.
    std::string uploaded(const std::string& as, std::int64_t provider = 0) {
        const auto response = upload("abc", as, provider);
        EXPECT_EQ(response.status, 201) << response.body;
        return header_of(response, "Location");
    }
    /// How the file and its content look to somebody: 200, 403 or 404, and both the same.
    int seen(const std::string& path, const std::string& by) {
        const int about = get(path, by).status;
        EXPECT_EQ(get(path + "/inhoud", by).status, about) << path << " " << by;
        return about;
    }
};
SLAGBOOM_ON_BOTH_ENGINES(FileRoutes);

TEST_P(FileRoutes, WhatWasBroughtComesBackAsItWasWithItsHashAndADateOfItsOwn) {
    const auto made = upload("abc", "contractmanager_regio", enschede());
    ASSERT_EQ(made.status, 201) << made.body;
    const auto file = json_of(made);
    // FIPS 180-4, the example "abc".
    EXPECT_EQ(file.at("sha256"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(file.at("naam"), "jaar 2017.pdf");
    EXPECT_EQ(file.at("mediatype"), "text/plain") << "the bytes tell, not the name";
    EXPECT_EQ(file.at("documentDatum"), "2018-05-28");
    EXPECT_TRUE(file.at("op").get<std::string>().starts_with("2019-05-09T08:00:00.")) << "the clock of the test";
    EXPECT_EQ(file.at("grootte"), 3);
    const std::string path = header_of(made, "Location");
    EXPECT_EQ(json_of(get(path, "contractmanager_regio")), file);

    const auto content = get(path + "/inhoud", "onderzoeker");
    EXPECT_EQ(content.body, "abc");
    EXPECT_EQ(content.content_type, "text/plain; charset=utf-8");
    EXPECT_EQ(header_of(content, "Content-Disposition"), "attachment; filename*=UTF-8''jaar%202017.pdf");
    ASSERT_EQ(entries("bestand-opgehaald").size(), 1U);
    const auto entry = entries("bestand-opgehaald")[0];
    EXPECT_EQ(entry.actor.account, account("onderzoeker"));
    EXPECT_EQ(entry.provider, enschede());
    EXPECT_EQ(entries("bestand-bewaard").size(), 1U);
}

TEST_P(FileRoutes, ManyChunksComeBackWholeAndTheDatabaseHoldsNoneOfThemInTheOpen) {
    std::string bytes;
    for (int i = 0; i < 60'000; ++i) bytes += "regel " + std::to_string(i) + "\n";  // some 700 kB
    const auto made = upload(bytes, "contractmanager_regio", enschede());
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(get(header_of(made, "Location") + "/inhoud", "privacy").body, bytes);
    EXPECT_EQ(count("file_chunk"), static_cast<std::int64_t>(bytes.size() / 262'144 + 1));
    storage::each_chunk(system().database.read().sql(), json_of(made).at("id"),
                        [](const std::string& chunk) { EXPECT_EQ(chunk.find("regel "), std::string::npos); });
}

TEST_P(FileRoutes, AMunicipalitySeesFilesOfItsOwnProvidersAlone) {
    const auto here = uploaded("contractmanager_regio", enschede());
    const auto there = uploaded("contractmanager_regio", almelo());
    for (const auto* who : {"contractmanager_gemeente", "toezichthouder", "beslisser"}) {
        EXPECT_EQ(seen(here, who), 200) << who;
        EXPECT_EQ(seen(there, who), 404) << who;
    }
    EXPECT_EQ(seen(there, "onderzoeker"), 200) << "this one is of the region";
    for (const auto* who : {"beleid", "modeleigenaar", "auditor"}) EXPECT_EQ(seen(here, who), 403) << who;
    EXPECT_EQ(seen(here, "beheerder"), 404);
    EXPECT_EQ(seen("/api/v1/bestanden/999999", "privacy"), 404);

    const auto refused = upload("abc", "contractmanager_gemeente", almelo());
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(json_of(refused).at("fouten").at(0).at("veld"), "aanbieder");
    EXPECT_EQ(refused.body, upload("abc", "contractmanager_gemeente", 999999).body) << "there or not looks alike";
    EXPECT_EQ(upload("abc", "beheerder", enschede()).status, 400);
    EXPECT_EQ(upload("abc", "beslisser", enschede()).status, 403);
}

TEST_P(FileRoutes, AFileOfTheRegionIsForWhoBroughtItAndWhoSeesEverything) {
    const auto file = uploaded("beheerder");
    EXPECT_EQ(seen(file, "beheerder"), 200);
    EXPECT_EQ(seen(file, "contractmanager_regio"), 200);
    EXPECT_EQ(seen(file, "privacy"), 200);
    for (const auto* who : {"contractmanager_gemeente", "onderzoeker", "beslisser", "aanbieder"})
        EXPECT_EQ(seen(file, who), 404) << who;
    EXPECT_EQ(seen(uploaded("onderzoeker"), "beheerder"), 404);
}

TEST_P(FileRoutes, AProviderSeesWhatItBroughtItself) {
    EXPECT_EQ(seen(uploaded("contractmanager_regio", enschede()), "aanbieder"), 404);
    const auto own = uploaded("aanbieder", enschede());
    EXPECT_EQ(seen(own, "aanbieder"), 200);
    EXPECT_EQ(seen(own, "toezichthouder"), 200);
    EXPECT_EQ(upload("abc", "aanbieder", almelo()).status, 400);
}

TEST_P(FileRoutes, WhatIsNotRecognisedIsNotKept) {
    const auto refused = upload(
        "\x7f"
        "ELF\x02\x01\x01\0\0"s,
        "contractmanager_regio", enschede());
    EXPECT_EQ(refused.status, 415);
    EXPECT_EQ(code_of(refused), "inhoudstype-onbekend");
    EXPECT_EQ(upload("abc", "contractmanager_regio", enschede(), {{"content-type", "multipart/form-data"}}).status,
              415);
    EXPECT_EQ(count("file"), 0);
}

TEST_P(FileRoutes, EveryFaultOfAnUploadIsTold) {
    const auto refused = send(Method::post, "/api/v1/bestanden?soort=foto&aanbieder=x&documentDatum=2018-02-30", "abc",
                              "contractmanager_regio", {{"content-type", "application/octet-stream"}});
    ASSERT_EQ(refused.status, 400);
    EXPECT_EQ(fault_places(refused),
              (std::vector<std::string>{"X-Bestandsnaam", "aanbieder", "soort", "grondslag", "documentDatum"}));
    // 111222333 passes the eleven-test (66 = 6 × 11).
    const auto name = upload("abc", "contractmanager_regio", enschede(), {{"x-bestandsnaam", "111222333.pdf"}});
    EXPECT_EQ(name.status, 400);
    EXPECT_EQ(name.body.find("111222333"), std::string::npos);
    EXPECT_EQ(upload("abc", "contractmanager_regio", enschede(), {{"x-bestandsnaam", "%ff"}}).status, 400);
}

TEST_P(FileRoutes, TheSameUploadTwiceIsOneFile) {
    const server::Fields key{{"idempotency-key", "0192f0c4-6f0a-7d55-9c1e-2b7f3a1d9e10"}};
    const auto first = upload("abc", "contractmanager_regio", enschede(), key);
    const auto again = upload("abc", "contractmanager_regio", enschede(), key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(header_of(again, "Location"), header_of(first, "Location"));
    EXPECT_EQ(count("file"), 1);
    const auto other = upload("abcd", "contractmanager_regio", enschede(), key);
    EXPECT_EQ(code_of(other), "herhaling-anders");
}

TEST_P(FileRoutes, AChangedByteIsFoundAndNothingIsGivenOut) {
    const auto path = uploaded("contractmanager_regio", enschede());
    auto transaction = system().database.technical();
    std::string chunk;
    transaction.sql().first("select content from file_chunk", {}, [&](const auto& row) { chunk = row.bytes(0); });
    chunk.back() = static_cast<char>(chunk.back() ^ 1);
    transaction.sql().execute("update file_chunk set content = $1", {storage::Bytes{chunk}});
    transaction.commit();
    EXPECT_THROW(get(path + "/inhoud", "privacy"), storage::DatabaseError);
    EXPECT_EQ(entries("bestand-opgehaald").size(), 0U);
}

TEST_P(FileRoutes, AnotherInstallationKeyClosesWhatTheOldOneClosed) {
    const auto path = uploaded("contractmanager_regio", enschede());
    const auto bytes = get(path + "/inhoud", "privacy").body;
    const auto administrator = *app::act_as(system(), "beheerder");
    auto fresh = InstallationKey::make();
    EXPECT_FALSE(app::rotate_key(system(), *app::act_as(system(), "privacy"), fresh));
    EXPECT_FALSE(app::rotate_key(system(), administrator, *system().key)) << "the same key is no other";
    const auto rotated = app::rotate_key(system(), administrator, fresh);
    ASSERT_TRUE(rotated);
    EXPECT_EQ(rotated->files, 1U);
    EXPECT_EQ(rotated->secrets, domain::kRoles) << "every account of these tests has a second factor";
    EXPECT_THROW(get(path + "/inhoud", "privacy"), storage::DatabaseError) << "a server with the old key opens nothing";
    system().key = std::move(fresh);
    EXPECT_EQ(get(path + "/inhoud", "privacy").body, bytes);
    const auto account = storage::find_account(system().database.read().sql(), "privacy");
    EXPECT_EQ(system().key->open(*account->second_factor, fmt::format("gebruiker {}", account->id))->view(), kSecret);
    EXPECT_EQ(storage::find_installation(system().database.read().sql())->installation_key, system().key->id());
    ASSERT_EQ(entries("sleutel-vervangen").size(), 1U);
    // One that does not open, and nothing is changed.
    auto transaction = system().database.technical();
    transaction.sql().execute("update account set second_factor = $1 where name = 'privacy'", {storage::Bytes{"x"}});
    transaction.commit();
    EXPECT_FALSE(app::rotate_key(system(), administrator, InstallationKey::make()));
    EXPECT_EQ(get(path + "/inhoud", "privacy").body, bytes);
}

TEST_P(FileRoutes, WhatWasDestroyedSaysSoAndWithoutTheKeyNothingOpens) {
    const auto path = uploaded("contractmanager_regio", enschede());
    auto transaction = system().database.write({storage::Actor::Kind::account, account("privacy"), 0});
    storage::destroy_file(transaction, std::stoll(path.substr(path.rfind('/') + 1)));
    transaction.audit({"bestand-vernietigd", {"bestand", 0}, 0, {}, {}});
    transaction.commit();
    EXPECT_FALSE(json_of(get(path, "privacy")).at("vernietigdOp").is_null());
    EXPECT_EQ(get(path + "/inhoud", "privacy").status, 409);
    system().key.reset();
    EXPECT_EQ(get(path + "/inhoud", "privacy").status, 503);
    EXPECT_EQ(upload("abc", "privacy").status, 503);
}

}  // namespace
}  // namespace slagboom::tests
