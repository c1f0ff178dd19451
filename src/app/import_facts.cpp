#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/import_rows.h"
#include "app/kept_terms.h"
#include "app/register_population.h"
#include "base/text.h"
#include "files/fact_file.h"
#include "storage/fact_store.h"
#include "storage/register_store.h"

namespace slagboom::app {
namespace {

using storage::StoredFact;

/// What a fact is about: who, what, of when, known since when, and from whom. Rows that agree on these say the same
/// thing again, or something else in its place.
std::string key_of(const StoredFact& fact) {
    return fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}", fact.provider, fact.fact, fact.period, fact.known_on.days,
                       fact.source);
}

class FactsFile final : public ReadFile {
 public:
    FactsFile(files::FactFile file, std::shared_ptr<const scoring::Model> model)
        : file_(std::move(file)), model_(std::move(model)) {}

    void take(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const override {
        auto incoming = resolved(transaction, import, report);
        const auto of_vault = vault_lines(incoming);
        const auto wrong = found_wrong(transaction.sql());
        leave_out(wrong, incoming, report);
        storage::FactQuestion question;
        question.recorded_until = transaction.recorded_at();
        std::map<std::string, std::vector<StoredFact>> held;
        for (auto& fact : storage::facts_recorded(transaction.sql(), question))
            held[key_of(fact)].push_back(std::move(fact));
        std::map<std::size_t, RowOutcome> vault;
        for (const auto& [line, key] : of_vault)
            vault[line] = held.contains(key) || wrong.contains(key) ? RowOutcome::unchanged : RowOutcome::taken;
        std::map<std::string, std::vector<const Incoming*>> groups;
        for (const auto& in : incoming) groups[key_of(in.fact)].push_back(&in);
        Changes changes;
        for (const auto& [key, group] : groups) compare(group, held[key], changes, report);
        write(transaction, changes);
        remark_other_sources(transaction, incoming, report);
        keep_the_vault_closed(vault, report);
    }

 private:
    struct Incoming {
        std::size_t line = 0;
        StoredFact fact;
    };
    struct Changes {
        std::vector<StoredFact> fresh;
        std::vector<std::pair<StoredFact, std::size_t>> replaced;  ///< the old row, and the place of the new in `fresh`
    };

    /// The rows whose provider and source are in order; the others are left, with their reason.
    std::vector<Incoming> resolved(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const {
        const auto ids = storage::provider_ids(transaction.sql());
        const KeptTerms terms(transaction.sql(), Instant{transaction.recorded_at()}.day_in_amsterdam());
        std::map<std::size_t, std::int64_t> sources;
        std::vector<Incoming> all;
        for (std::size_t i = 0; i < file_.facts.size(); ++i) {
            const auto& fact = file_.facts[i];
            const auto& definition = model_->facts.facts[fact.fact];
            const std::string& kvk = file_.providers[fact.provider];
            const std::string& source = file_.sources[fact.source];
            const std::size_t line = file_.lines[i];
            const auto provider = ids.find(kvk);
            if (provider == ids.end()) {
                report.lines.push_back(
                    {line, RowOutcome::left, "aanbieder", fmt::format("{} staat niet in het register", quotable(kvk))});
                continue;
            }
            const auto& allowed = definition.sources;
            if (std::find(allowed.begin(), allowed.end(), source) == allowed.end()) {
                report.lines.push_back({line, RowOutcome::left, "bron",
                                        fmt::format("{} komt volgens het model niet uit {}, wel uit {}", definition.key,
                                                    quotable(source), joined(allowed, ", "))});
                continue;
            }
            if (terms.over(provider->second, source)) {
                report.lines.push_back({line, RowOutcome::left, "aanbieder", std::string(kTermIsOver)});
                continue;
            }
            auto& id = sources[fact.source];
            if (id == 0) id = ensure_named_source(transaction, source);
            StoredFact stored;
            stored.provider = provider->second;
            stored.fact = definition.key;
            stored.period = fact.period.text();
            stored.value = stored_value(definition, fact.value);
            stored.known_on = fact.known_on;
            stored.source = id;
            stored.import = import;
            all.push_back({line, std::move(stored)});
        }
        return all;
    }

    /// The lines about facts of the vault, with what each is about.
    std::map<std::size_t, std::string> vault_lines(const std::vector<Incoming>& incoming) const {
        std::map<std::size_t, std::string> lines;
        for (const auto& in : incoming) {
            const auto& definition = model_->facts.facts[*model_->facts.find(in.fact.fact)];
            if (definition.protection == domain::Protection::vault) lines[in.line] = key_of(in.fact);
        }
        return lines;
    }

    /// Who delivers files may not read the vault (docs/rights.md). A report that said whether a value differs from the
    /// one in the register would tell him that one, by trying yes and no.
    /// That there is a row, and from which day and source, he does see.
    static void keep_the_vault_closed(const std::map<std::size_t, RowOutcome>& vault, ImportReport& report) {
        for (auto& line : report.lines) {
            const auto of = vault.find(line.line);
            if (of == vault.end()) continue;
            line.outcome = of->second;
            line.column.clear();
            line.reason.clear();
        }
        if (vault.empty()) return;
        report.recognised.push_back(fmt::format(
            "{} rijen zijn uit de kluis: wat er al stond heet hier ongewijzigd, ook als de waarde veranderde",
            vault.size()));
    }

    using Values = std::map<std::string, std::vector<storage::StoredValue>>;
    static Values found_wrong(storage::Connection& sql) {
        Values wrong;
        for (const auto& fact : storage::facts_found_wrong(sql)) wrong[key_of(fact)].push_back(fact.value);
        return wrong;
    }

    /// A file of every month repeats what a person has found wrong since: the decision stands, until the file says
    /// something else.
    static void leave_out(const Values& wrong, std::vector<Incoming>& incoming, ImportReport& report) {
        std::erase_if(incoming, [&](const Incoming& in) {
            const auto found = wrong.find(key_of(in.fact));
            if (found == wrong.end() ||
                std::find(found->second.begin(), found->second.end(), in.fact.value) == found->second.end())
                return false;
            report.lines.push_back({in.line, RowOutcome::unchanged, "waarde",
                                    "in een correctie is besloten dat dit niet klopt; dat besluit blijft staan"});
            return true;
        });
    }

    /// Rows of the file that are about the same, against those of the register. Two different values in one file are
    /// both kept: they contradict one another, so the fact is unknown until somebody finds out (decision 3).
    static void compare(const std::vector<const Incoming*>& group, std::vector<StoredFact>& held, Changes& changes,
                        ImportReport& report) {
        std::vector<const Incoming*> fresh;
        for (const auto* in : group) {
            const auto same = [&](const StoredFact& fact) { return fact.value == in->fact.value; };
            const bool in_register = std::any_of(held.begin(), held.end(), same);
            const bool said_already =
                std::any_of(fresh.begin(), fresh.end(), [&](const auto* of) { return same(of->fact); });
            if (in_register || said_already)
                report.lines.push_back({in->line, RowOutcome::unchanged, {}, {}});
            else
                fresh.push_back(in);
        }
        const std::size_t first_fresh = changes.fresh.size();
        bool replaces = false;
        bool contradicts = false;
        for (const auto& fact : held) {
            const bool still_said =
                std::any_of(group.begin(), group.end(), [&](const auto* in) { return in->fact.value == fact.value; });
            if (still_said) continue;
            // What a person decided stands until a file says something that nobody had seen.
            if (fact.import == 0 && fresh.empty()) {
                contradicts = true;
                continue;
            }
            // Nothing new stands in its place only when the file repeats one of two that contradicted.
            changes.replaced.emplace_back(fact, fresh.empty() ? kNothing : first_fresh);
            replaces = true;
        }
        for (const auto* in : fresh) {
            report.lines.push_back({in->line, replaces ? RowOutcome::superseded : RowOutcome::taken, {}, {}});
            changes.fresh.push_back(in->fact);
        }
        remark(group, replaces && fresh.empty(), contradicts, report);
    }

    /// Decision 3: a contradiction is unknown, and reported.
    static void remark(const std::vector<const Incoming*>& group, bool takes_away, bool contradicts,
                       ImportReport& report) {
        const auto differs = [&](const auto* in) { return in->fact.value != group.front()->fact.value; };
        const bool within = std::any_of(group.begin(), group.end(), differs);
        std::string reason;
        if (within || contradicts)
            reason = "spreekt een andere rij van dezelfde dag en bron tegen: onbekend tot het is uitgezocht";
        if (takes_away && !within) reason = "een rij die dit tegensprak staat niet meer in het bestand en vervalt";
        if (reason.empty()) return;
        for (auto& line : report.lines) {
            const auto is_this = [&](const auto* in) { return in->line == line.line; };
            if (!std::any_of(group.begin(), group.end(), is_this)) continue;
            line.column = "waarde";
            line.reason = reason;
            if (takes_away && line.outcome == RowOutcome::unchanged) line.outcome = RowOutcome::superseded;
        }
    }

    /// Of the newest day another source says something else: unknown too, and reported (decision 3).
    static void remark_other_sources(storage::Transaction& transaction, const std::vector<Incoming>& incoming,
                                     ImportReport& report) {
        storage::FactQuestion question;
        question.recorded_until = transaction.recorded_at();
        using Cell = std::tuple<std::int64_t, std::string, std::string>;
        std::map<Cell, std::vector<StoredFact>> cells;
        for (auto& fact : storage::facts_recorded(transaction.sql(), question))
            cells[{fact.provider, fact.fact, fact.period}].push_back(std::move(fact));
        std::set<std::size_t> contradicted;
        for (const auto& in : incoming) {
            const auto& rows = cells[{in.fact.provider, in.fact.fact, in.fact.period}];
            const bool newer =
                std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.known_on > in.fact.known_on; });
            const bool differs = std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
                return row.known_on == in.fact.known_on && row.source != in.fact.source && row.value != in.fact.value;
            });
            if (differs && !newer) contradicted.insert(in.line);
        }
        for (auto& line : report.lines) {
            const bool is_new = line.outcome == RowOutcome::taken || line.outcome == RowOutcome::superseded;
            if (!is_new || !line.reason.empty() || !contradicted.contains(line.line)) continue;
            line.column = "waarde";
            line.reason = "spreekt een andere bron van dezelfde dag tegen: onbekend tot het is uitgezocht";
        }
    }

    static void write(storage::Transaction& transaction, Changes& changes) {
        storage::insert_facts(transaction, changes.fresh);
        std::vector<storage::Replacement> replacements;
        for (const auto& [old, place] : changes.replaced)
            replacements.push_back({old.provider, old.id, place == kNothing ? 0 : changes.fresh[place].id});
        storage::supersede_facts(transaction, replacements);
    }

    static constexpr std::size_t kNothing = ~std::size_t{0};
    files::FactFile file_;
    std::shared_ptr<const scoring::Model> model_;
};

}  // namespace

Result<std::unique_ptr<ReadFile>> read_fact_file(const ImportOrder& order, std::shared_ptr<const scoring::Model> model,
                                                 Date today, ImportReport& report) {
    SLAGBOOM_TRY(auto file,
                 files::read_fact_file(order.bytes, model->facts, {order.notation, today, 1, order.from_workbook}));
    if (file.wide)
        return Error{
            "voor het register is de lange vorm nodig (aanbieder, feit, periode, waarde, bron, datum): de "
            "brede vorm noemt geen bron en geen datum",
            "", 1, 0};
    report.rows = file.rows;
    report.recognised.push_back(
        fmt::format("{} notatie van getallen ({})", files::dutch_name(file.notation.notation), file.notation.reason));
    add_faults(report, file.faults);
    return std::unique_ptr<ReadFile>(std::make_unique<FactsFile>(std::move(file), std::move(model)));
}

}  // namespace slagboom::app
