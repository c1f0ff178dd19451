#include "app/save_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "app/import_file.h"
#include "domain/service_number.h"

namespace slagboom::app {
namespace {

bool reads(ImportKind kind, const std::string& name) {
    const auto columns = columns_of(kind);
    return std::find(columns.begin(), columns.end(), name) != columns.end();
}

/// One file is of one kind: what no kind reads together would fail at every delivery.
void check_targets(const MappedColumns& columns, std::vector<FieldFault>& faults) {
    const auto reads_all = [&](ImportKind kind) {
        return std::all_of(columns.begin(), columns.end(), [&](const auto& of) { return reads(kind, of.second); });
    };
    if (std::any_of(kImportKinds.begin(), kImportKinds.end(), reads_all)) return;
    const std::size_t before = faults.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto reads_it = [&](ImportKind kind) { return reads(kind, columns[i].second); };
        if (std::any_of(kImportKinds.begin(), kImportKinds.end(), reads_it)) continue;
        faults.push_back(
            {fmt::format("/kolommen/{}/bedoeldAls", i), "geen soort bestand heeft een kolom met deze naam", 0});
    }
    if (faults.size() > before) return;
    faults.push_back({"/kolommen", "geen soort bestand heeft al deze kolommen; een koppeling is voor één soort", 0});
}

std::vector<FieldFault> faults_of(const MappedColumns& columns) {
    std::vector<FieldFault> faults;
    if (columns.empty()) faults.push_back({"/kolommen", "een koppeling zonder kolommen doet niets", 0});
    std::set<std::string> theirs;
    std::set<std::string> ours;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string place = fmt::format("/kolommen/{}", i);
        if (!theirs.insert(columns[i].first).second) faults.push_back({place + "/kolom", "staat er twee keer", 0});
        if (!ours.insert(columns[i].second).second) faults.push_back({place + "/bedoeldAls", "staat er twee keer", 0});
    }
    check_targets(columns, faults);
    return faults;
}

}  // namespace

Answer<SavedMapping> save_mapping(System& system, const SignedIn& who, const std::string& name,
                                  const MappedColumns& columns, std::optional<std::int64_t> version) {
    SLAGBOOM_CHECK(allowed(system, who, domain::Verb::save_mapping));
    if (domain::holds_service_number(name))
        return invalid("koppelingNaam", "hier lijkt een burgerservicenummer te staan; dat wordt nooit bewaard");
    if (auto faults = faults_of(columns); !faults.empty()) return invalid(std::move(faults));
    auto transaction = begin(system, who);
    const auto before = storage::find_column_mapping(transaction.sql(), name);
    if (before && !version)
        return Refusal{Refusal::Kind::precondition_required,
                       "voorwaarde-nodig",
                       "Er is al een koppeling met deze naam. Stuur in If-Match de ETag die u bij het lezen kreeg.",
                       {},
                       {},
                       0};
    if (version && !before)
        return Refusal{Refusal::Kind::precondition_failed,
                       "voorwaarde-onbruikbaar",
                       "Er is geen koppeling met deze naam om te vervangen.",
                       {},
                       {},
                       0};
    if (version && before->version != *version) return stale();
    nlohmann::json mapping = nlohmann::json::object();
    for (const auto& [from, to] : columns) mapping[from] = to;
    storage::put_column_mapping(transaction, name, mapping.dump());
    transaction.audit({"koppeling-bewaard", {"koppeling", 0}, 0, name, mapping.dump()});
    transaction.commit();
    return SavedMapping{{name, mapping.dump(), before ? before->version + 1 : 1}, !before};
}

MappedColumns columns_of(const storage::ColumnMapping& mapping) {
    MappedColumns columns;
    const auto content = nlohmann::json::parse(mapping.mapping);
    for (const auto& [from, to] : content.items()) columns.emplace_back(from, to.get<std::string>());
    return columns;
}

}  // namespace slagboom::app
