#include "app/import_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/compare_rows.h"
#include "app/kept_terms.h"
#include "base/text.h"
#include "domain/source_kind.h"
#include "files/provider_file.h"
#include "files/register_files.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/source_store.h"

namespace slagboom::app {
namespace {

std::optional<std::string> iso(const std::optional<Date>& day) {
    return day ? std::optional(day->iso()) : std::nullopt;
}

/// KvK numbers of the register; a row about another is left.
class KnownProviders {
 public:
    KnownProviders(storage::Connection& sql, ImportReport& report)
        : ids_(storage::provider_ids(sql)), report_(report) {}

    std::optional<std::int64_t> find(const std::string& kvk, std::size_t line) {
        const auto found = ids_.find(kvk);
        if (found != ids_.end()) return found->second;
        report_.lines.push_back(
            {line, RowOutcome::left, "aanbieder", fmt::format("{} staat niet in het register", quotable(kvk))});
        return std::nullopt;
    }

 private:
    std::map<std::string, std::int64_t> ids_;
    ImportReport& report_;
};

class MunicipalitiesFile final : public ReadFile {
 public:
    explicit MunicipalitiesFile(std::vector<files::MunicipalityRow> rows) : rows_(std::move(rows)) {}

    void take(storage::Transaction& transaction, std::int64_t /*import*/, ImportReport& report) const override {
        std::map<std::string, std::string> known;
        for (const auto& of : storage::municipalities(transaction.sql())) known[of.code] = of.name;
        std::vector<storage::Municipality> all;
        for (const auto& row : rows_) {
            const auto found = known.find(row.code);
            const auto outcome = found == known.end()        ? RowOutcome::taken
                                 : found->second == row.name ? RowOutcome::unchanged
                                                             : RowOutcome::superseded;
            report.lines.push_back({row.line, outcome, {}, {}});
            all.push_back({row.code, row.name});
        }
        storage::put_municipalities(transaction, all);
    }

 private:
    std::vector<files::MunicipalityRow> rows_;
};

class ProvidersFile final : public ReadFile {
 public:
    explicit ProvidersFile(std::vector<files::Provider> providers) : providers_(std::move(providers)) {}

    void take(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const override {
        auto ids = storage::provider_ids(transaction.sql());
        auto names = storage::provider_names(transaction.sql());
        const auto merged = storage::merged_numbers(transaction.sql());
        const std::string today = Instant{transaction.recorded_at()}.day_in_amsterdam().iso();
        std::vector<storage::ProviderName> new_names;
        std::vector<std::size_t> renamed_lines;
        std::vector<Incoming<storage::ServicePeriod>> periods;
        for (const auto& of : providers_) {
            if (!is_kvk_number(of.id)) {
                leave(of, report);
                continue;
            }
            const auto found = ids.find(of.id);
            const bool known = found != ids.end();
            const std::int64_t id = known ? found->second : storage::add_provider(transaction, of.id, of.name);
            ids[of.id] = id;
            if (!known) names[id] = of.name;
            if (!known) new_names.push_back({0, id, of.name, first_day(of), 0});
            // What went up in another keeps names of its own, by which it is found: none is a new name of the other.
            const auto own = merged.find(of.id);
            const std::int64_t named = own == merged.end() ? id : own->second;
            const bool renamed = known && names[named] != of.name;
            if (renamed) {
                new_names.push_back({0, named, of.name, today, 0});
                storage::rename_provider(transaction, named, of.name);
                names[named] = of.name;
            }
            for (std::size_t i = 0; i < of.stretches.size(); ++i)
                periods.push_back({of.lines[i], {0, id, of.stretches[i].from.iso(), iso(of.stretches[i].until)}});
            if (renamed) renamed_lines.push_back(of.lines.front());
        }
        take_rows(transaction, import, "service_period", storage::current_service_periods(transaction.sql()), periods,
                  report);
        storage::insert(transaction, import, new_names);
        mark_renamed(report, renamed_lines);
    }

 private:
    static bool is_kvk_number(const std::string& text) {
        return text.size() == 8 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    /// A spreadsheet that takes the column for numbers drops the zeros in front, and would make others of all.
    static void leave(const files::Provider& provider, ImportReport& report) {
        for (const auto line : provider.lines)
            report.lines.push_back(
                {line, RowOutcome::left, "aanbieder",
                 fmt::format(
                     "{} is geen KvK-nummer: dat heeft 8 cijfers, ook met nullen vooraan (maak in een rekenblad "
                     "van de kolom tekst)",
                     quotable(provider.id))});
    }
    static std::string first_day(const files::Provider& provider) {
        const auto first = std::min_element(provider.stretches.begin(), provider.stretches.end(),
                                            [](const auto& a, const auto& b) { return a.from < b.from; });
        return first->from.iso();
    }

    /// A row that says the same of the contract, and another name, did change something.
    static void mark_renamed(ImportReport& report, const std::vector<std::size_t>& lines) {
        for (auto& line : report.lines) {
            const bool renamed = std::find(lines.begin(), lines.end(), line.line) != lines.end();
            if (renamed && line.outcome == RowOutcome::unchanged) line.outcome = RowOutcome::superseded;
        }
    }

    std::vector<files::Provider> providers_;
};

class AwardsFile final : public ReadFile {
 public:
    explicit AwardsFile(std::vector<files::AwardRow> rows) : rows_(std::move(rows)) {}

    void take(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const override {
        KnownProviders providers(transaction.sql(), report);
        std::vector<Incoming<storage::Award>> incoming;
        for (const auto& row : rows_) {
            if (const auto id = providers.find(row.provider, row.line))
                incoming.push_back({row.line, {0, *id, row.id, row.kind, row.status, row.date.iso()}});
        }
        const auto current = storage::current_awards(transaction.sql());
        take_rows(transaction, import, "award", current, incoming, report);
        remark_other_providers(current, incoming, report);
    }

 private:
    static void remark_other_providers(const std::vector<storage::Award>& current,
                                       const std::vector<Incoming<storage::Award>>& incoming, ImportReport& report) {
        std::map<std::string, std::set<std::int64_t>> providers;
        for (const auto& award : current) providers[award.number].insert(award.provider);
        std::set<std::size_t> moved;
        for (const auto& in : incoming) {
            const auto before = providers.find(in.row.number);
            if (before != providers.end() && !before->second.contains(in.row.provider)) moved.insert(in.line);
        }
        for (auto& line : report.lines) {
            if (!moved.contains(line.line) || line.outcome == RowOutcome::left) continue;
            line.column = "aanbieder";
            line.reason = "deze gunning stond op naam van een andere aanbieder";
        }
    }

    std::vector<files::AwardRow> rows_;
};

class ContractsFile final : public ReadFile {
 public:
    explicit ContractsFile(std::vector<files::ContractRow> rows) : rows_(std::move(rows)) {}

    void take(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const override {
        KnownProviders providers(transaction.sql(), report);
        std::map<std::string, std::string> municipalities;
        for (const auto& of : storage::municipalities(transaction.sql())) municipalities[of.code] = of.name;
        std::vector<Incoming<storage::ContractLine>> incoming;
        for (const auto& row : rows_) {
            if (!municipalities.contains(row.municipality)) {
                report.lines.push_back({row.line, RowOutcome::left, "gemeente",
                                        fmt::format("{} is geen gemeente van deze regio", row.municipality)});
                continue;
            }
            if (const auto id = providers.find(row.provider, row.line))
                incoming.push_back({row.line,
                                    {0, *id, row.id, row.award, row.lot, row.product, row.municipality,
                                     row.yearly_cents, row.clients, row.from.iso(), iso(row.until)}});
        }
        take_rows(transaction, import, "contract_line", storage::current_contract_lines(transaction.sql()), incoming,
                  report);
        remark_other_awards(transaction.sql(), incoming, report);
    }

 private:
    /// The line counts all the same: its award may come in a file after this one.
    static void remark_other_awards(storage::Connection& sql,
                                    const std::vector<Incoming<storage::ContractLine>>& incoming,
                                    ImportReport& report) {
        std::map<std::string, std::set<std::int64_t>> providers;
        for (const auto& award : storage::current_awards(sql)) providers[award.number].insert(award.provider);
        std::map<std::size_t, std::string> reasons;
        for (const auto& in : incoming) {
            const auto& award = in.row.award;
            const auto found = providers.find(award);
            if (!award.empty() && found == providers.end())
                reasons[in.line] =
                    fmt::format("'{}' staat niet in het register; de regel telt wel mee", quotable(award));
            if (found != providers.end() && !found->second.contains(in.row.provider))
                reasons[in.line] =
                    fmt::format("'{}' is een gunning van een andere aanbieder; de regel telt wel mee", quotable(award));
        }
        for (auto& line : report.lines) {
            const auto found = reasons.find(line.line);
            if (found == reasons.end() || line.outcome == RowOutcome::left || !line.reason.empty()) continue;
            line.column = "gunning";
            line.reason = found->second;
        }
    }

    std::vector<files::ContractRow> rows_;
};

std::string_view api_name(files::RelationKind kind) {
    switch (kind) {
        case files::RelationKind::person:
            return "persoon";
        case files::RelationKind::organisation:
            return "organisatie";
        case files::RelationKind::address:
            return "adres";
        case files::RelationKind::establishment:
            return "vestiging";
    }
    return "";
}

class RelationsFile final : public ReadFile {
 public:
    explicit RelationsFile(std::vector<files::RelationRow> rows) : rows_(std::move(rows)) {}

    void take(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const override {
        KnownProviders providers(transaction.sql(), report);
        const KeptTerms terms(transaction.sql(), Instant{transaction.recorded_at()}.day_in_amsterdam());
        std::map<std::string, std::int64_t> sources;
        std::vector<Incoming<storage::Relation>> incoming;
        for (const auto& row : rows_) {
            const auto id = providers.find(row.provider, row.line);
            if (!id) continue;
            if (terms.over(*id, row.source)) {
                report.lines.push_back({row.line, RowOutcome::left, "aanbieder", std::string(kTermIsOver)});
                continue;
            }
            auto& source = sources[row.source];
            if (source == 0) source = ensure_named_source(transaction, row.source);
            incoming.push_back({row.line,
                                {0, *id, row.role, std::string(api_name(row.kind)), row.name, row.number, row.address,
                                 row.from.iso(), iso(row.until), source, row.known_on.iso()}});
        }
        const auto current = storage::current_relations(transaction.sql());
        keep_first_day(current, incoming);
        take_rows(transaction, import, "relation", current, incoming, report);
    }

 private:
    std::vector<files::RelationRow> rows_;
};

template <class File, class Row>
Result<std::unique_ptr<ReadFile>> ready(Result<files::RegisterFile<Row>> file, ImportReport& report) {
    if (!file) return std::move(file.error());
    report.rows = file->rows;
    add_faults(report, file->faults);
    return std::unique_ptr<ReadFile>(std::make_unique<File>(std::move(file->taken)));
}

}  // namespace

void add_faults(ImportReport& report, const files::Faults& faults) {
    for (const auto& fault : faults.kept())
        report.lines.push_back({fault.line, RowOutcome::left, fault.column, fault.reason});
    if (faults.count() > faults.kept().size())
        report.recognised.push_back(
            fmt::format("van {} fouten staan de eerste {} in het verslag", faults.count(), faults.kept().size()));
}

std::int64_t ensure_named_source(storage::Transaction& transaction, const std::string& name) {
    const auto preset = domain::source_kind(name);
    return storage::ensure_source(
        transaction, {0, std::string(preset.kind), name, std::string(), std::nullopt, std::string(preset.ground),
                      std::string(preset.purpose), preset.term_months, 0});
}

Result<std::unique_ptr<ReadFile>> read_register_file(const ImportOrder& order, ImportReport& report) {
    switch (order.kind) {
        case ImportKind::municipalities:
            return ready<MunicipalitiesFile>(files::read_municipality_file(order.bytes), report);
        case ImportKind::awards:
            return ready<AwardsFile>(files::read_award_file(order.bytes), report);
        case ImportKind::contracts:
            return ready<ContractsFile>(files::read_contract_file(order.bytes, order.notation, order.from_workbook),
                                        report);
        case ImportKind::relations:
            return ready<RelationsFile>(files::read_relation_file(order.bytes), report);
        case ImportKind::providers: {
            SLAGBOOM_TRY(auto file, files::read_provider_file(order.bytes));
            report.rows = file.rows;
            add_faults(report, file.faults);
            return std::unique_ptr<ReadFile>(std::make_unique<ProvidersFile>(std::move(file.providers)));
        }
        case ImportKind::facts:
            break;
    }
    return Error{"feiten hebben een eigen lezer", "", 0, 0};
}

}  // namespace slagboom::app
