#include <gtest/gtest.h>

#include "region_server.h"
#include "small_model.h"

namespace slagboom::tests {
namespace {

using nlohmann::json;

class ModelRoutes : public RegionServer {};
SLAGBOOM_ON_BOTH_ENGINES(ModelRoutes);

json named(const json& list, const std::string& field, const std::string& name) {
    for (const auto& item : list) {
        if (item.at(field) == name) return item;
    }
    ADD_FAILURE() << "no " << name;
    return {};
}

// Beside the models themselves: models/twente/model.toml and its indicators.
TEST_P(ModelRoutes, AVersionIsReadAsAPolicyOfficerWouldReadIt) {
    const std::string hash = store_model("models/twente");
    const auto models = json_of(get("/api/v1/modellen", "beleid")).at("modellen");
    ASSERT_EQ(models.size(), 1U);
    EXPECT_EQ(models.at(0).at("huidig").at("hash"), hash);
    const std::string name = models.at(0).at("naam");
    const auto answer = get("/api/v1/modellen/" + name + "/versies/" + hash, "onderzoeker");
    ASSERT_EQ(answer.status, 200);
    const auto model = json_of(answer);
    EXPECT_EQ(model.at("kop").at("bewaardDoor").at("naam"), "modeleigenaar");
    EXPECT_EQ(model.at("grenzen").at("oranje"), 2);
    EXPECT_EQ(model.at("beschikbaarNa").at("jaar"), 5);
    EXPECT_EQ(model.at("urgentie").at(0).at("sleutel"), "subcategorie");
    EXPECT_EQ(model.at("urgentie").at(0).at("richting"), "aflopend");
    const auto trade = named(model.at("indicatoren"), "indicator", "risicobranche");
    EXPECT_EQ(trade.at("treden").at(0).at("regel"), "bedrijven_risicobranche >= 1");
    EXPECT_EQ(trade.at("treden").at(0).at("zin"),
              "aantal bedrijven in autohandel, horeca of taxivervoer is minstens 1");
    EXPECT_TRUE(trade.at("uitleg").get<std::string>().starts_with("# "));
    // Where each limit comes from, as models/twente/model.toml and english.toml have it.
    EXPECT_EQ(named(model.at("categorieen"), "categorie", "bestuur").at("bron"), "Voorstel van Slagboom.");
    EXPECT_EQ(named(model.at("categorieen"), "categorie", "bestuur").at("bronEngels"), "Proposal by Slagboom.");
    const auto profit = named(model.at("indicatoren"), "indicator", "winstmarge").at("treden").at(0);
    EXPECT_EQ(profit.at("bron"), "RTL Nieuws en Graydon (2021): winst boven 8% van de omzet.");
    EXPECT_EQ(profit.at("bronEngels"), "RTL Nieuws and Graydon (2021): profit above 8% of turnover.");
    const auto& floor = model.at("bronnen").at("volledigheidsvloer");
    EXPECT_TRUE(floor.at("bron").get<std::string>().starts_with("Voorstel van Slagboom: is minder dan drie kwart"));
    EXPECT_TRUE(floor.at("bronEngels").get<std::string>().starts_with("Proposal by Slagboom: when less than three"));
    EXPECT_TRUE(model.at("bronnen").at("grenzen").at("bronEngels").get<std::string>().starts_with("Red at a total"));
    EXPECT_TRUE(model.at("kop").at("omschrijvingEngels").get<std::string>().starts_with("The twelve questions"));
    EXPECT_EQ(named(model.at("feiten"), "feit", "omzet").at("type"), "bedrag");
    EXPECT_EQ(get("/api/v1/modellen", "beheerder").status, 403);
}

TEST_P(ModelRoutes, TheNewestVersionOfANameIsTheOneThatCounts) {
    const TemporaryFolder folder;
    write_model(folder.path(), small_model());
    const std::string first = store_model(folder.path().string());
    clock_.advance(std::chrono::hours(1));
    auto text = small_model_toml();
    text.replace(text.find("0.1.0"), 5, "0.2.0");
    (void)folder.file("model.toml", text);
    const std::string second = store_model(folder.path().string());
    ASSERT_NE(first, second);
    start_session("beleid");
    const auto versions = json_of(get("/api/v1/modellen/Klein/versies", "beleid")).at("versies");
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions.at(0).at("model").at("versie"), "0.2.0");
    EXPECT_EQ(versions.at(0).at("huidig"), true);
    EXPECT_EQ(versions.at(1).at("model").at("hash"), first);
    EXPECT_EQ(versions.at(1).at("huidig"), false);
    const auto model = json_of(get("/api/v1/modellen/Klein/versies/" + first, "beleid"));
    const auto fraud = named(model.at("indicatoren"), "indicator", "fraude");
    EXPECT_EQ(fraud.at("vloer"), 10);
    EXPECT_TRUE(fraud.at("categorie").is_null());
    EXPECT_EQ(fraud.at("fasen"), json::array({"poort"}));
    const auto staff = named(model.at("indicatoren"), "indicator", "personeel");
    EXPECT_EQ(staff.at("treden").at(1).at("punten"), 3);
    EXPECT_EQ(staff.at("treden").at(1).at("zin"), "personeelskosten gedeeld door omzet is lager dan 50%");
    EXPECT_EQ(staff.at("vanToepassing").at("reden"), "geen personeel");
    EXPECT_EQ(named(model.at("categorieen"), "categorie", "bestuur").at("plafond"), 6);
    EXPECT_TRUE(model.at("kop").at("omschrijvingEngels").is_null()) << "no English is null, and never an empty text";
    EXPECT_TRUE(staff.at("treden").at(1).at("bronEngels").is_null());
    EXPECT_EQ(named(model.at("feiten"), "feit", "rechtsvorm").at("opties").at(0).at("sleutel"), "bv");

    EXPECT_EQ(get("/api/v1/modellen/Groot/versies", "beleid").status, 404);
    EXPECT_EQ(get("/api/v1/modellen/Klein/versies/" + std::string(64, '0'), "beleid").status, 404);
    EXPECT_EQ(get("/api/v1/modellen/Groot/versies/" + first, "beleid").status, 404);
}

}  // namespace
}  // namespace slagboom::tests
