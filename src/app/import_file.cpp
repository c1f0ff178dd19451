#include "app/import_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "app/import_rows.h"
#include "base/sha256.h"
#include "base/text.h"
#include "files/column_mapping.h"
#include "files/xlsx_reader.h"
#include "storage/import_store.h"
#include "storage/model_store.h"

namespace slagboom::app {
namespace {

constexpr std::array<std::string_view, 6> kKinds{"gemeenten",      "aanbieders", "gunningen",
                                                 "overeenkomsten", "relaties",   "feiten"};
constexpr std::array<std::string_view, 4> kOutcomes{"nieuw", "ongewijzigd", "vervangt", "geweigerd"};
constexpr std::size_t kMaxFileName = 200;

struct OurCsv {
    std::string text;
    bool from_workbook = false;
    files::Faults faults;         ///< cells of a workbook without a usable value
    std::size_t faulty_rows = 0;  ///< rows with such a cell; they are not in the text
};

/// XLSX becomes CSV, and the columns of somebody else get our names.
Answer<OurCsv> our_csv(System& system, const ImportOrder& order) {
    auto csv = files::as_csv(order.bytes);
    if (!csv) return unreadable(csv.error());
    OurCsv ours;
    ours.from_workbook = csv->workbook.has_value();
    if (csv->workbook) {
        ours.faulty_rows = csv->workbook->drop_faulty_rows();
        ours.faults = csv->workbook->faults;
    }
    ours.text = csv->text();
    if (!order.mapping) return ours;
    const auto snapshot = system.database.read();
    const auto stored = storage::find_column_mapping(snapshot.sql(), *order.mapping);
    if (!stored) return invalid("koppeling", "deze koppeling is er niet");
    files::ColumnMapping mapping;
    mapping.file = stored->name;
    const auto columns = nlohmann::json::parse(stored->mapping);
    for (const auto& [from, to] : columns.items()) mapping.renames.push_back({from, to.get<std::string>(), 0});
    auto renamed = files::rename_columns(mapping, ours.text, columns_of(order.kind));
    if (!renamed) return unreadable(renamed.error());
    ours.text = std::move(*renamed);
    return ours;
}

Answer<std::unique_ptr<ReadFile>> read(System& system, const ImportOrder& order, ImportReport& report) {
    if (order.kind != ImportKind::facts) {
        auto file = read_register_file(order, report);
        if (!file) return unreadable(file.error());
        return std::move(*file);
    }
    const auto snapshot = system.database.read();
    const auto model = storage::latest_model(snapshot.sql());
    if (!model) return conflict("geen-model", "Een model zegt welke feiten er zijn, en er is nog geen model geladen.");
    auto loaded = system.models.load(snapshot.sql(), model->hash);
    if (!loaded) return conflict("model-onleesbaar", loaded.error().text());
    auto file = read_fact_file(order, std::move(*loaded), system.now().day_in_amsterdam(), report);
    if (!file) return unreadable(file.error());
    return std::move(*file);
}

void count(ImportReport& report) {
    std::sort(report.lines.begin(), report.lines.end(), [](const ImportLine& a, const ImportLine& b) {
        return std::tie(a.line, a.outcome, a.column, a.reason) < std::tie(b.line, b.outcome, b.column, b.reason);
    });
    for (const auto& line : report.lines) {
        report.taken += line.outcome == RowOutcome::taken ? 1U : 0U;
        report.unchanged += line.outcome == RowOutcome::unchanged ? 1U : 0U;
        report.superseded += line.outcome == RowOutcome::superseded ? 1U : 0U;
    }
    report.left = report.rows - std::min(report.rows, report.taken + report.unchanged + report.superseded);
}

storage::Import stored(const ImportReport& report) {
    storage::Import import;
    import.id = report.id;
    import.kind = api_name(report.kind);
    import.file_name = report.file_name;
    import.sha256 = report.sha256;
    import.rows = static_cast<std::int64_t>(report.rows);
    import.taken = static_cast<std::int64_t>(report.taken);
    import.unchanged = static_cast<std::int64_t>(report.unchanged);
    import.superseded = static_cast<std::int64_t>(report.superseded);
    import.left_out = static_cast<std::int64_t>(report.left);
    import.report = report_json(report);
    return import;
}

}  // namespace

Refusal unreadable(const Error& error) {
    std::vector<FieldFault> faults{{error.file, error.reason, error.line}};
    auto refusal = invalid(std::move(faults));
    refusal.code = "bestand-onleesbaar";
    refusal.detail = "Van dit bestand kon niets worden gelezen; er is niets veranderd.";
    return refusal;
}

std::string_view api_name(ImportKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }
std::string_view api_name(RowOutcome outcome) { return kOutcomes[static_cast<std::size_t>(outcome)]; }

std::optional<ImportKind> import_kind_named(std::string_view text) {
    const auto found = std::find(kKinds.begin(), kKinds.end(), text);
    if (found == kKinds.end()) return std::nullopt;
    return static_cast<ImportKind>(found - kKinds.begin());
}

std::vector<std::string> columns_of(ImportKind kind) {
    switch (kind) {
        case ImportKind::municipalities:
            return {"code", "naam"};
        case ImportKind::providers:
            return {"aanbieder", "naam", "van", "tot"};
        case ImportKind::awards:
            return {"gunning", "aanbieder", "soort", "status", "datum"};
        case ImportKind::contracts:
            return {"overeenkomst", "aanbieder",       "gunning",  "perceel", "product",
                    "gemeente",     "waarde_per_jaar", "clienten", "van",     "tot"};
        case ImportKind::relations:
            return {"aanbieder", "rol", "soort", "naam", "nummer", "adres", "van", "tot", "bron", "datum"};
        case ImportKind::facts:
            return {"aanbieder", "feit", "periode", "waarde", "bron", "datum"};
    }
    return {};
}

std::optional<files::Notation> notation_named(std::string_view text) {
    if (text == "nl") return files::Notation::dutch;
    if (text == "en") return files::Notation::english;
    return std::nullopt;
}

Answer<ImportReport> import_file(System& system, const SignedIn& who, const ImportOrder& order) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::import_files));
    if (order.file_name.empty() || order.file_name.size() > kMaxFileName)
        return invalid("bestandsnaam", fmt::format("verwacht een naam van hoogstens {} tekens", kMaxFileName));
    ImportReport report;
    report.kind = order.kind;
    report.file_name = order.file_name;
    report.sha256 = sha256_hex(order.bytes);
    ImportOrder ours = order;
    SLAGBOOM_TRY(const auto csv, our_csv(system, order));
    ours.bytes = csv.text;
    ours.from_workbook = csv.from_workbook;
    SLAGBOOM_TRY(const auto file, read(system, ours, report));
    report.rows += csv.faulty_rows;
    add_faults(report, csv.faults);
    auto transaction = begin(system, who);
    const std::int64_t id = transaction.new_id();
    file->take(transaction, id, report);
    count(report);
    report.recorded_at = transaction.recorded_at();
    if (order.trial) return report;
    report.id = id;
    storage::insert_import(transaction, stored(report));
    const nlohmann::json content{{"bestand", report.file_name},    {"sha256", report.sha256},
                                 {"ingelezen", report.taken},      {"ongewijzigd", report.unchanged},
                                 {"vervangen", report.superseded}, {"overgeslagen", report.left}};
    transaction.audit({"bestand-ingelezen", {"import", id}, 0, std::string(api_name(order.kind)), content.dump()});
    transaction.commit();
    return report;
}

std::string report_json(const ImportReport& report) {
    nlohmann::json lines = nlohmann::json::array();
    for (const auto& line : report.lines) {
        nlohmann::json of{{"regel", line.line}, {"uitkomst", api_name(line.outcome)}};
        if (!line.column.empty()) of["kolom"] = line.column;
        if (!line.reason.empty()) of["reden"] = line.reason;
        lines.push_back(std::move(of));
    }
    return nlohmann::json{{"herkend", report.recognised}, {"regels", std::move(lines)}}.dump();
}

}  // namespace slagboom::app
