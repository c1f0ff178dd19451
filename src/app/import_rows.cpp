#include "app/import_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/kept_terms.h"
#include "base/text.h"
#include "domain/source_kind.h"
#include "files/provider_file.h"
#include "files/register_files.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/source_store.h"
#include "storage/supersede.h"

namespace slagboom::app {
namespace {

std::optional<std::string> iso(const std::optional<Date>& day) {
    return day ? std::optional(day->iso()) : std::nullopt;
}
template <class T>
std::string shown(const std::optional<T>& number) {
    return number ? fmt::format("{}", *number) : std::string("-");
}

/// What a row of the register is about (who and what), and what it says of that.
struct Statement {
    std::string about;
    std::string content;
};
constexpr char kBetween = '\x1f';

template <class... Parts>
std::string one_text(const Parts&... parts) {
    std::string text;
    ((text += fmt::format("{}{}", parts, kBetween)), ...);
    return text;
}

Statement statement(const storage::ServicePeriod& row) {
    return {one_text(row.provider), one_text(row.valid_from, row.valid_until.value_or(""))};
}
Statement statement(const storage::Award& row) {
    return {row.number, one_text(row.provider, row.kind, row.status, row.awarded_on)};
}
Statement statement(const storage::ContractLine& row) {
    return {one_text(row.contract, row.lot, row.product, row.municipality),
            one_text(row.provider, row.award, shown(row.yearly_value), shown(row.clients), row.valid_from,
                     row.valid_until.value_or(""))};
}
Statement statement(const storage::Relation& row) {
    return {one_text(row.provider, row.role, row.party_kind, row.name,
                     row.party_kind == "adres" ? row.address : std::string()),
            one_text(row.number, row.address, row.valid_from.value_or(""), row.valid_until.value_or(""), row.source,
                     row.known_on)};
}

/// A row of a file in the form of the register, with the line it stands on.
template <class Row>
struct Incoming {
    std::size_t line = 0;
    Row row;
};

// Does a row of a file correct one of the register that is about the same, or does it stand beside it? Beside it stand
// another stretch of time, another source, and what became known later: what was known before must not be lost
// (decision 3).

/// The same beginning, or a stretch that takes in all of the other: a beginning that was written down wrong.
template <class Row>
bool is_same_stretch(const Row& in, const Row& held) {
    if (in.valid_from == held.valid_from) return true;
    return in.valid_from <= held.valid_from &&
           (!in.valid_until || (held.valid_until && *held.valid_until <= *in.valid_until));
}
template <class Row>
bool begins_alike(const Row& in, const Row& held) {
    return in.valid_from == held.valid_from;
}
bool begins_alike(const storage::Award& in, const storage::Award& held) { return in.awarded_on == held.awarded_on; }

/// `standing` are all rows that hold and are about the same.
template <class Row>
bool corrects(const Row& in, const Row& held, const std::vector<const Row*>& /*standing*/) {
    return is_same_stretch(in, held);
}
/// Another day for the same decision was written down wrong; unless it was decided otherwise between the two.
bool corrects(const storage::Award& in, const storage::Award& held,
              const std::vector<const storage::Award*>& standing) {
    if (in.awarded_on == held.awarded_on) return true;
    const auto [first, last] = std::minmax(in.awarded_on, held.awarded_on);
    return in.status == held.status && std::none_of(standing.begin(), standing.end(), [&](const auto* other) {
               return other->status != in.status && first < other->awarded_on && other->awarded_on < last;
           });
}
/// A beginning that nobody knows takes in no other.
bool corrects(const storage::Relation& in, const storage::Relation& held,
              const std::vector<const storage::Relation*>& /*standing*/) {
    const bool comparable = begins_alike(in, held) || (in.valid_from && held.valid_from);
    return in.source == held.source && in.known_on == held.known_on && comparable && is_same_stretch(in, held);
}

/// The stretch of a row of the register that runs at the same time and counts as well.
template <class Row>
std::optional<std::string> runs_beside(const Row& in, const Row& held) {
    const bool apart = (in.valid_until && *in.valid_until <= held.valid_from) ||
                       (held.valid_until && *held.valid_until <= in.valid_from);
    return apart ? std::nullopt : std::optional(held.valid_from);
}
/// Awards and relations stand beside one another as often as they like.
std::optional<std::string> runs_beside(const storage::Award& /*in*/, const storage::Award& /*held*/) { return {}; }
std::optional<std::string> runs_beside(const storage::Relation& /*in*/, const storage::Relation& /*held*/) {
    return {};
}

/// A contract line that ends on the day that it begins never was one: it takes the place of the one that stands there
/// and does not stand there itself. (A relation is known since a day, so there what was known before must stay.)
template <class Row>
bool only_takes_away(const Row& /*in*/) {
    return false;
}
bool only_takes_away(const storage::ContractLine& in) { return in.valid_until == in.valid_from; }

/// Rows of one group that differ in one of these things alone are perhaps the same, written down otherwise.
struct Likeness {
    std::string group;  ///< empty: nothing is like it
    std::vector<std::string> things;
};
template <class Row>
Likeness likeness(const Row& /*row*/) {
    return {};
}
Likeness likeness(const storage::ContractLine& row) {
    return {one_text(row.provider, row.contract, row.valid_from), {row.lot, row.product, row.municipality}};
}
Likeness likeness(const storage::Relation& row) {
    return {one_text(row.provider, row.role, row.party_kind, row.source, row.known_on),
            {row.name, row.party_kind == "adres" ? row.address : std::string(), row.valid_from.value_or("")}};
}
bool is_nearly(const Likeness& a, const Likeness& b) {
    std::size_t others = 0;
    for (std::size_t i = 0; i < a.things.size(); ++i) others += a.things[i] != b.things[i] ? 1U : 0U;
    return a.group == b.group && others == 1;
}

/// The rows that hold now, each to be met by one row of a file at most. After a merge two of them can be about the same
/// thing (both providers served from the same day on): then what says the same is met first.
template <class Row>
class Held {
 public:
    explicit Held(const std::vector<Row>& rows) {
        for (const auto& row : rows) rows_[statement(row).about].push_back({row});
    }

    bool take_same(const Row& in) {
        const auto content = statement(in).content;
        auto* const same = free_one(in, [&](const Row& held) { return statement(held).content == content; });
        if (same != nullptr) same->met = true;
        return same != nullptr;
    }
    /// The one that `in` takes the place of; nothing when it stands beside what is there.
    std::optional<std::int64_t> replace(const Row& in) {
        const auto standing = standing_beside(in);
        auto* before =
            free_one(in, [&](const Row& held) { return begins_alike(in, held) && corrects(in, held, standing); });
        if (before == nullptr) before = free_one(in, [&](const Row& held) { return corrects(in, held, standing); });
        std::optional<std::int64_t> id;
        if (before != nullptr) {
            id = before->row.id;
            before->met = before->gone = true;
        }
        if (!only_takes_away(in)) rows_[statement(in).about].push_back({in, true});
        return id;
    }
    /// What the file does not say again.
    std::multimap<std::string, Likeness> left_alone() const {
        std::multimap<std::string, Likeness> all;
        for (const auto& [about, places] : rows_) {
            for (const auto& place : places) {
                auto like = likeness(place.row);
                if (!place.met && !like.group.empty()) all.emplace(like.group, std::move(like));
            }
        }
        return all;
    }
    /// Since when another row runs at the same time.
    std::optional<std::string> running_beside(const Row& in) const {
        const auto content = statement(in).content;
        for (const auto* other : standing_beside(in)) {
            if (statement(*other).content == content) continue;
            if (auto since = runs_beside(in, *other)) return since;
        }
        return std::nullopt;
    }

 private:
    struct Place {
        Row row;
        bool met = false;   ///< by a row of the file, or of the file itself
        bool gone = false;  ///< replaced
    };

    std::vector<const Row*> standing_beside(const Row& in) const {
        std::vector<const Row*> standing;
        const auto found = rows_.find(statement(in).about);
        if (found == rows_.end()) return standing;
        for (const auto& place : found->second) {
            if (!place.gone) standing.push_back(&place.row);
        }
        return standing;
    }
    template <class Fits>
    Place* free_one(const Row& in, const Fits& fits) {
        const auto found = rows_.find(statement(in).about);
        if (found == rows_.end()) return nullptr;
        const auto place = std::find_if(found->second.begin(), found->second.end(),
                                        [&](const auto& one) { return !one.met && fits(one.row); });
        return place == found->second.end() ? nullptr : &*place;
    }

    std::map<std::string, std::vector<Place>> rows_;  ///< by what they are about
};

constexpr std::string_view kNearly =
    "verschilt op één punt van een rij in het register die niet in dit bestand staat; beide tellen mee (klopt die "
    "andere "
    "niet, lever hem dan met 'tot' gelijk aan 'van')";

/// Only when the whole file is taken: a row further on can have ended the one that a row runs beside.
template <class Row>
void remark_beside(const Held<Row>& held, const std::vector<const Incoming<Row>*>& fresh, ImportReport& report) {
    const auto others = held.left_alone();
    std::map<std::size_t, const Row*> rows;
    for (const auto* in : fresh) rows[in->line] = &in->row;
    for (auto& line : report.lines) {
        const auto found = rows.find(line.line);
        if (found == rows.end() || !line.reason.empty()) continue;
        const auto like = likeness(*found->second);
        const auto [first, last] = others.equal_range(like.group);
        if (const auto since = held.running_beside(*found->second)) {
            line.column = "van";
            line.reason = fmt::format("loopt naast een andere regel, die begint op {}; beide tellen mee", *since);
        } else if (line.outcome == RowOutcome::taken &&
                   std::any_of(first, last, [&](const auto& other) { return is_nearly(like, other.second); })) {
            line.reason = kNearly;
        }
    }
}

/// Decision 31, the same for every table: compare with what holds now, and write what differs.
template <class Row>
void take_rows(storage::Transaction& transaction, std::int64_t import, std::string_view table,
               const std::vector<Row>& current, const std::vector<Incoming<Row>>& incoming, ImportReport& report) {
    Held<Row> held(current);
    std::vector<const Incoming<Row>*> others;
    for (const auto& in : incoming) {
        if (held.take_same(in.row))
            report.lines.push_back({in.line, RowOutcome::unchanged, {}, {}});
        else
            others.push_back(&in);
    }
    std::vector<const Incoming<Row>*> fresh;
    std::vector<std::int64_t> replaced;
    std::vector<Row> rows;
    for (const auto* in : others) {
        const auto before = held.replace(in->row);
        if (before) replaced.push_back(*before);
        const bool nothing_new = only_takes_away(in->row);
        const auto outcome = before ? RowOutcome::superseded : nothing_new ? RowOutcome::unchanged : RowOutcome::taken;
        report.lines.push_back({in->line, outcome, {}, {}});
        if (nothing_new) continue;
        rows.push_back(in->row);
        fresh.push_back(in);
    }
    remark_beside(held, fresh, report);
    storage::supersede(transaction, table, replaced);
    storage::insert(transaction, import, rows);
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
    /// A delivery of every month says of what it said before that it is known now; it has been known since the first,
    /// as long as nothing else was said of the same in between.
    static void keep_first_day(const std::vector<storage::Relation>& current,
                               std::vector<Incoming<storage::Relation>>& incoming) {
        const auto about = [](const storage::Relation& row) {
            return statement(row).about + row.valid_from.value_or("");
        };
        const auto without_day = [](storage::Relation row) {
            row.known_on.clear();
            return statement(row).content;
        };
        std::map<std::string, std::map<std::string, std::set<std::string>>> said;  // about what, since when, what
        for (const auto& row : current) said[about(row)][row.known_on].insert(without_day(row));
        for (auto& in : incoming) {
            const auto& days = said[about(in.row)];
            const auto later = days.upper_bound(in.row.known_on);
            if (later == days.begin()) continue;
            const auto& [day, statements] = *std::prev(later);
            if (statements.contains(without_day(in.row))) in.row.known_on = day;
        }
    }

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
