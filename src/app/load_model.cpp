#include "app/load_model.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "files/model_folder.h"
#include "storage/model_store.h"

namespace slagboom::app {
namespace {

/// Facts whose values would be read as something else.
std::vector<FieldFault> changed_facts(const scoring::Model& before, const scoring::Model& now) {
    std::vector<FieldFault> faults;
    for (const auto& fact : now.facts.facts) {
        const auto index = before.facts.find(fact.key);
        if (!index) continue;
        const auto& old = before.facts.facts[*index];
        if (old.type == fact.type && old.frequency == fact.frequency) continue;
        faults.push_back({fact.key,
                          fmt::format("was {} per {}; een feit van een andere soort krijgt een andere naam",
                                      dutch_name(old.type), name(old.frequency)),
                          0});
    }
    return faults;
}

}  // namespace

Answer<LoadedVersion> load_model(System& system, const SignedIn& who, const std::string& folder) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::load_model));
    const auto loaded = files::load_model(folder);
    if (!loaded) {
        std::vector<FieldFault> faults;
        for (const auto& error : loaded.error()) faults.push_back({error.file, error.reason, error.line});
        return invalid(std::move(faults));
    }
    const auto& model = loaded->model;
    const auto content = packed_model(folder);
    if (!content) return invalid(content.error().file, content.error().reason);
    LoadedVersion version{model.hash, model.name, model.version, false};
    auto transaction = begin(system, who);
    if (storage::find_model(transaction.sql(), model.hash)) {
        version.was_there = true;
        return version;
    }
    if (const auto newest = storage::latest_model(transaction.sql())) {
        const auto before = system.models.load(transaction.sql(), newest->hash);
        if (!before) return conflict("storing", before.error().text());
        auto faults = changed_facts(**before, model);
        if (!faults.empty()) return invalid(std::move(faults));
    }
    storage::insert_model(transaction, {model.hash, model.name, model.version, 0, 0}, *content);
    const nlohmann::json written{{"naam", model.name}, {"versie", model.version}, {"hash", model.hash}};
    transaction.audit({"model-geladen", {"model", 0}, 0, model.hash, written.dump()});
    transaction.commit();
    return version;
}

}  // namespace slagboom::app
