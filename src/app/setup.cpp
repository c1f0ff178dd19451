#include "app/setup.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/sha256.h"
#include "storage/model_store.h"
#include "storage/register_store.h"

namespace slagboom::app {
namespace {

constexpr std::string_view kAdoption = "vaststelling-model";

/// Of the version that the next screening takes; empty where there is none.
std::string latest_hash(storage::Connection& sql) {
    const auto model = storage::latest_model(sql);
    return model ? model->hash : std::string();
}

void put(storage::Transaction& transaction, const SetupChange& change) {
    const std::string adopted = change.key == kAdoption ? latest_hash(transaction.sql()) : std::string();
    if (change.done)
        storage::put_setup_item(transaction,
                                {change.key, change.municipality, change.done_on, change.document, 0, 0, adopted});
    else
        storage::remove_setup_item(transaction, change.key, change.municipality);
    const nlohmann::json content{{"onderdeel", change.key}, {"gemeente", change.municipality}, {"gereed", change.done},
                                 {"datum", change.done_on}, {"stuk", change.document},         {"model", adopted}};
    transaction.audit({"instellijst-gewijzigd", {"instellijst", 0}, 0, change.key, content.dump()});
}

}  // namespace

const std::vector<SetupRequirement>& setup_requirements() {
    static const std::vector<SetupRequirement> all{
        {"verwerkingsregister", "De verwerking staat in het register van verwerkingen (AVG art. 30)", false},
        {"dpia", "De effectbeoordeling voor gegevensbescherming is gedaan (AVG art. 35)", false},
        {"iama", "De mensenrechten-impactbeoordeling (IAMA) is gedaan", false},
        {"onderlinge-regeling", "De gemeenten hebben hun onderlinge regeling vastgesteld (AVG art. 26)", false},
        {"kennisgeving", "De aanbieders weten van de screening (AVG art. 13 en 14)", false},
        {"vaststelling-model", "Het college heeft de modelversie vastgesteld", true},
    };
    return all;
}

SetupList setup_list(storage::Connection& sql) { return setup_list(sql, latest_hash(sql)); }

SetupList setup_list(storage::Connection& sql, const std::string& model_hash) {
    std::map<std::pair<std::string, std::string>, storage::SetupItem> done;
    std::string content = model_hash + "\n";  // who adopts saw which version
    for (auto& item : storage::setup_items(sql)) {
        content += fmt::format("{}\n{}\n{}\n{}\n{}\n", item.key, item.municipality, item.done_on, item.document,
                               item.recorded_at);
        // What was adopted is a version, and not whatever is loaded after it.
        if (item.key == kAdoption && item.model_hash != model_hash) continue;
        done.emplace(std::pair(item.key, item.municipality), std::move(item));
    }
    SetupList list;
    const auto add = [&](const SetupRequirement& requirement, const std::string& municipality) {
        const auto found = done.find({std::string(requirement.key), municipality});
        list.lines.push_back(
            {requirement, municipality, found == done.end() ? std::nullopt : std::optional(found->second)});
    };
    const auto municipalities = storage::municipalities(sql);
    for (const auto& requirement : setup_requirements()) {
        if (!requirement.per_municipality) add(requirement, "");
        if (!requirement.per_municipality) continue;
        for (const auto& municipality : municipalities) add(requirement, municipality.code);
    }
    list.complete = !municipalities.empty() && std::all_of(list.lines.begin(), list.lines.end(),
                                                           [](const auto& line) { return line.done.has_value(); });
    // The list has no row to count on: a number over what it holds changes with it. 15 hex digits fit 63 bits.
    list.version = std::stoll(sha256_hex(content).substr(0, 15), nullptr, 16);
    return list;
}

bool setup_complete(storage::Connection& sql, const std::string& model_hash) {
    return setup_list(sql, model_hash).complete;
}

Answer<SetupList> change_setup(System& system, const SignedIn& who, const std::vector<SetupChange>& changes,
                               std::optional<std::int64_t> version) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::edit_setup));
    auto transaction = begin(system, who);
    const auto list = setup_list(transaction.sql());
    if (version && *version != list.version) return stale();
    std::vector<FieldFault> faults;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto found = std::find_if(list.lines.begin(), list.lines.end(), [&](const auto& line) {
            return line.requirement.key == changes[i].key && line.municipality == changes[i].municipality;
        });
        const std::string place = fmt::format("/onderdelen/{}", i);
        if (found == list.lines.end()) faults.push_back({place, "dit onderdeel staat niet op de instellijst", 0});
        if (changes[i].done && changes[i].done_on.empty()) faults.push_back({place + "/datum", "is nodig", 0});
        if (changes[i].done && changes[i].document.empty()) faults.push_back({place + "/stuk", "is nodig", 0});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    for (const auto& change : changes) put(transaction, change);
    auto changed = setup_list(transaction.sql());
    if (!changes.empty()) transaction.commit();
    return changed;
}

}  // namespace slagboom::app
