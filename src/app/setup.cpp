#include "app/setup.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "storage/register_store.h"

namespace slagboom::app {

const std::vector<SetupRequirement>& setup_requirements() {
    static const std::vector<SetupRequirement> all{
        {"verwerkingsregister", "De verwerking staat in het register van verwerkingen (AVG art. 30)", false},
        {"dpia", "De gegevensbeschermingseffectbeoordeling is gedaan (AVG art. 35)", false},
        {"iama", "De mensenrechten-impactbeoordeling (IAMA) is gedaan", false},
        {"onderlinge-regeling", "De gemeenten hebben hun onderlinge regeling vastgesteld (AVG art. 26)", false},
        {"kennisgeving", "De aanbieders weten van de screening (AVG art. 13 en 14)", false},
        {"vaststelling-model", "Het college heeft de modelversie vastgesteld", true},
    };
    return all;
}

bool setup_complete(storage::Connection& sql) {
    std::set<std::pair<std::string, std::string>> done;
    for (const auto& item : storage::setup_items(sql)) done.emplace(item.key, item.municipality);
    const auto municipalities = storage::municipalities(sql);
    if (municipalities.empty()) return false;
    for (const auto& requirement : setup_requirements()) {
        const std::string key(requirement.key);
        if (!requirement.per_municipality && !done.contains({key, ""})) return false;
        if (!requirement.per_municipality) continue;
        const bool everywhere = std::all_of(municipalities.begin(), municipalities.end(),
                                            [&](const auto& of) { return done.contains({key, of.code}); });
        if (!everywhere) return false;
    }
    return true;
}

Answer<Done> put_setup(System& system, const SignedIn& who, const storage::SetupItem& item, bool done) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::edit_setup));
    const auto& all = setup_requirements();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& of) { return of.key == item.key; });
    if (found == all.end()) return invalid("/onderdeel", "dit onderdeel staat niet op de instellijst");
    if (found->per_municipality == item.municipality.empty())
        return invalid("/gemeente", found->per_municipality ? "dit onderdeel geldt per gemeente"
                                                            : "dit onderdeel geldt voor de hele regio");
    auto transaction = begin(system, who);
    if (done)
        storage::put_setup_item(transaction, item);
    else
        storage::remove_setup_item(transaction, item.key, item.municipality);
    const nlohmann::json content{{"onderdeel", item.key},
                                 {"gemeente", item.municipality},
                                 {"gedaanOp", item.done_on},
                                 {"stuk", item.document},
                                 {"gedaan", done}};
    transaction.audit({"instellijst-gewijzigd", {"instellijst", 0}, 0, item.key, content.dump()});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
