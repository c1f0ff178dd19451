#include "app/screen_providers.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "base/text.h"
#include "files/column_mapping.h"
#include "files/fact_file.h"
#include "files/set_aside_file.h"
#include "files/xlsx_reader.h"

namespace slagboom::app {
namespace {

constexpr std::size_t kMaxListed = 20;  // of one kind of remark

class Run {
 public:
    Run(const scoring::Model& model, const ScreeningRequest& request) : model_(model), request_(request) {}

    Result<ScreeningRun> run() {
        SLAGBOOM_TRY(const auto facts, opened(request_.facts, request_.facts_name));
        SLAGBOOM_TRY(const auto renamed, renamed_facts(facts.text()));
        auto file = files::read_fact_file(
            renamed ? std::string_view(*renamed) : facts.text(), model_.facts,
            {request_.notation, request_.today, request_.division.threads, facts.workbook.has_value()});
        if (!file) return named(file.error(), request_.facts_name);
        file_ = std::move(*file);
        report_file();
        list_faults(file_.faults, request_.facts_name);
        if (request_.providers) {
            SLAGBOOM_TRY(const auto providers, opened(*request_.providers, request_.providers_name));
            auto list = files::read_provider_file(providers.text());
            if (!list) return named(list.error(), request_.providers_name);
            result_.providers = std::move(list->providers);
            result_.report.push_back(fmt::format("{}: {} aanbieders uit {} rijen", request_.providers_name,
                                                 result_.providers.size(), list->rows));
            list_faults(list->faults, request_.providers_name);
        }
        if (!file_.wide) result_.known = std::make_unique<domain::KnownFacts>(model_.facts, std::move(file_.facts));
        if (request_.set_asides) {
            SLAGBOOM_TRY(set_asides_, opened(*request_.set_asides, request_.set_asides_name));
        }
        index_providers();
        for (const Date reference : request_.references) {
            SLAGBOOM_TRY(ScreenedMoment moment, screen(reference));
            result_.moments.push_back(std::move(moment));
        }
        report_left_out();
        const bool counts = std::any_of(model_.indicators.begin(), model_.indicators.end(),
                                        [&](const auto& indicator) { return indicator.counts_in(request_.phase); });
        if (!counts)
            result_.report.push_back(
                fmt::format("het model heeft geen indicator voor fase {}: iedereen is groen omdat er niets is gevraagd",
                            domain::api_name(request_.phase)));
        return std::move(result_);
    }

 private:
    static Error named(Error error, const std::string& file) {
        if (error.file.empty()) error.file = file;
        return error;
    }

    /// The bytes as CSV; cells of a workbook without a value are reported here.
    Result<files::CsvBytes> opened(const std::string& bytes, const std::string& name) {
        auto csv = files::as_csv(bytes);
        if (!csv) return named(csv.error(), name);
        if (csv->workbook) {
            result_.report.push_back(fmt::format("{}: XLSX, werkblad {}", name, quotable(csv->workbook->sheet)));
            list_faults(csv->workbook->faults, name);
        }
        return csv;
    }

    /// Nothing without a mapping.
    Result<std::optional<std::string>> renamed_facts(std::string_view facts) {
        if (!request_.mapping) return std::optional<std::string>();
        const auto mapping = files::read_column_mapping(*request_.mapping, request_.mapping_name);
        if (!mapping) return mapping.error();
        auto text = files::rename_columns(*mapping, facts, files::fact_file_columns(model_.facts));
        if (!text) return named(text.error(), request_.facts_name);
        result_.report.push_back(fmt::format("{}: {} kolommen van {} anders genoemd", request_.mapping_name,
                                             mapping->renames.size(), request_.facts_name));
        return std::optional(std::move(*text));
    }

    void report_file() {
        const char separator = file_.separator;
        result_.report.push_back(fmt::format("{}: {} vorm, scheidingsteken {}, {} notatie van getallen ({}){}",
                                             request_.facts_name, file_.wide ? "brede" : "lange",
                                             separator == '\t' ? "tab" : std::string(1, separator),
                                             files::dutch_name(file_.notation.notation), file_.notation.reason,
                                             file_.had_byte_order_mark ? ", met byte order mark" : ""));
        if (file_.wide)
            result_.report.push_back(fmt::format("{}: {} rijen, {} aanbieders, {} kolommen met feiten",
                                                 request_.facts_name, file_.rows, file_.providers.size(),
                                                 file_.columns.size()));
        else
            result_.report.push_back(fmt::format("{}: {} rijen, {} feiten ingelezen over {} aanbieders",
                                                 request_.facts_name, file_.rows, file_.facts.size(),
                                                 file_.providers.size()));
    }

    void list_faults(const files::Faults& faults, const std::string& file) {
        for (const auto& fault : faults.kept()) {
            if (&fault - faults.kept().data() == static_cast<std::ptrdiff_t>(kMaxListed)) break;
            result_.left.push_back(fault.text(file));
        }
        if (faults.count() > kMaxListed)
            result_.left.push_back(fmt::format("{}: en nog {} fouten", file, faults.count() - kMaxListed));
        result_.faults += faults.count();
    }

    void index_providers() {
        by_name_.resize(file_.providers.size());
        std::iota(by_name_.begin(), by_name_.end(), std::size_t{0});
        if (file_.wide) return;  // ordered already
        std::sort(by_name_.begin(), by_name_.end(),
                  [&](std::size_t a, std::size_t b) { return file_.providers[a] < file_.providers[b]; });
    }

    /// The number in the file of each provider of the population; both are ordered, so they are walked side by side.
    std::vector<std::optional<std::size_t>> numbers_of(const std::vector<std::string>& ids) const {
        std::vector<std::optional<std::size_t>> numbers(ids.size());
        std::size_t at = 0;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            while (at < by_name_.size() && file_.providers[by_name_[at]] < ids[i]) ++at;
            if (at < by_name_.size() && file_.providers[by_name_[at]] == ids[i]) numbers[i] = by_name_[at];
        }
        return numbers;
    }

    /// Who is assessed (decision 29), ordered bytewise.
    std::vector<std::string> in_population(Date reference) const {
        std::vector<std::string> ids;
        if (request_.providers) {
            for (const auto& provider : result_.providers) {
                if (provider.in_service(reference)) ids.push_back(provider.id);
            }
            return ids;
        }
        if (file_.wide) return file_.providers;
        for (std::size_t i = 0; i < file_.providers.size(); ++i) {
            if (result_.known->knows(i, reference)) ids.push_back(file_.providers[i]);
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    std::string selection() const {
        if (request_.providers)
            return fmt::format("Beoordeeld is wie volgens {} op de peildatum onder contract staat.",
                               request_.providers_name);
        if (file_.wide)
            return "Zonder lijst van aanbieders (zonder --providers): beoordeeld is wie in het bestand staat.";
        return "Zonder lijst van aanbieders (zonder --providers): beoordeeld is wie een feit heeft dat op de peildatum "
               "bekend was.";
    }

    Result<ScreenedMoment> screen(Date reference) {
        ScreenedMoment moment;
        moment.population = std::make_unique<scoring::Population>();
        scoring::Population& population = *moment.population;
        population.providers = in_population(reference);
        population.selection = selection();
        if (!request_.providers && reference == request_.references.back())
            result_.report.push_back(population.selection);
        const auto numbers = numbers_of(population.providers);
        if (file_.wide) {
            spread_wide(population, numbers, reference);
        } else {
            population.sources = file_.sources;
            scoring::read_facts(population, model_, *result_.known, numbers, reference);
        }
        SLAGBOOM_TRY(const auto set_asides, set_asides_for(population, numbers, reference));
        moment.screening = std::make_unique<scoring::Screening>(model_, population, reference, request_.phase,
                                                                set_asides, request_.division);
        return moment;
    }

    /// Every column of the file is what a rule reads on the reference date (decision 30).
    void spread_wide(scoring::Population& population, const std::vector<std::optional<std::size_t>>& numbers,
                     Date reference) const {
        population.wide_source = {request_.facts_name, reference};
        population.table.rows = population.providers.size();
        for (const auto& input : model_.program.inputs) {
            const auto column = std::find_if(file_.columns.begin(), file_.columns.end(),
                                             [&](const auto& candidate) { return candidate.input == input; });
            const bool logic = model_.facts.facts[input.fact].type == domain::FactType::boolean;
            population.table.columns.push_back(columns::make_column(logic, population.table.rows, [&](std::size_t row) {
                const bool known = column != file_.columns.end() && numbers[row];
                return known ? column->values[*numbers[row]] : columns::kUnknown;
            }));
        }
    }

    Result<std::vector<scoring::AppliedSetAside>> set_asides_for(const scoring::Population& population,
                                                                 const std::vector<std::optional<std::size_t>>& numbers,
                                                                 Date reference) {
        if (!request_.set_asides) return std::vector<scoring::AppliedSetAside>{};
        auto file = files::read_set_aside_file(set_asides_->text(), model_, population.providers);
        if (!file) return named(file.error(), request_.set_asides_name);
        auto resolved = scoring::resolve_set_asides(model_, result_.known.get(), numbers, file->set_asides, reference);
        result_.report.push_back(fmt::format("{} op {}: {} van {} rijen terzijde gelegd", request_.set_asides_name,
                                             reference.dutch(), resolved.applied.size(), file->rows));
        if (reference == request_.references.back()) list_faults(file->faults, request_.set_asides_name);
        for (std::size_t i = 0; i < std::min(resolved.idle.size(), kMaxListed); ++i) {
            const auto& idle = resolved.idle[i];
            result_.report.push_back(fmt::format("{} op {}: {} bij {} werkt niet: {}", request_.set_asides_name,
                                                 reference.dutch(), model_.indicators[idle.set_aside.indicator].key,
                                                 quotable(population.providers[idle.set_aside.row]), idle.reason));
        }
        if (resolved.idle.size() > kMaxListed)
            result_.report.push_back(fmt::format("{}: en nog {} die niet werken", request_.set_asides_name,
                                                 resolved.idle.size() - kMaxListed));
        if (file_.wide && !file->set_asides.empty()) result_.faults += file->set_asides.size();
        return std::move(resolved.applied);
    }

    void report_left_out() {
        report_contradictions();
        if (!request_.providers) {
            return;
        }
        std::vector<std::string> strangers;
        for (const auto& id : file_.providers) {
            const bool listed = std::binary_search(result_.providers.begin(), result_.providers.end(), id, Compare{});
            if (!listed) strangers.push_back(id);
        }
        if (strangers.empty()) return;
        std::sort(strangers.begin(), strangers.end());
        const std::size_t count = strangers.size();
        strangers.resize(std::min<std::size_t>(count, 5));
        result_.left.push_back(fmt::format("{}: {} aanbieders staan niet in {}, zoals {}", request_.facts_name, count,
                                           request_.providers_name, quotable(joined(strangers, ", "), 200)));
        result_.faults += count;
    }

    struct Compare {
        bool operator()(const files::Provider& a, const std::string& b) const { return a.id < b; }
        bool operator()(const std::string& a, const files::Provider& b) const { return a < b.id; }
    };

    /// Of every moment, each contradiction once.
    void report_contradictions() {
        if (file_.wide) return;
        std::set<std::string> lines;
        for (const Date reference : request_.references) {
            for (const auto& conflict : result_.known->conflicts(reference)) {
                lines.insert(fmt::format(
                    "{}: {} van {} over {} heeft op {} verschillende waarden; het feit telt als onbekend",
                    request_.facts_name, model_.facts.facts[conflict.fact].key,
                    quotable(file_.providers[conflict.provider]), conflict.period.text(), conflict.known_on.dutch()));
            }
        }
        std::size_t listed = 0;
        for (const auto& line : lines) {
            if (listed++ < kMaxListed) result_.left.push_back(line);
        }
        if (lines.size() > kMaxListed)
            result_.left.push_back(
                fmt::format("{}: en nog {} tegenspraken", request_.facts_name, lines.size() - kMaxListed));
        result_.faults += lines.size();
    }

    const scoring::Model& model_;
    const ScreeningRequest& request_;
    files::FactFile file_;
    std::optional<files::CsvBytes> set_asides_;
    std::vector<std::size_t> by_name_;  ///< providers of the file, ordered bytewise
    ScreeningRun result_;
};

}  // namespace

std::string ScreeningRun::name_of(const std::string& provider) const {
    const auto found = std::lower_bound(providers.begin(), providers.end(), provider,
                                        [](const files::Provider& a, const std::string& b) { return a.id < b; });
    return found != providers.end() && found->id == provider ? found->name : std::string();
}

Result<ScreeningRun> screen_providers(const scoring::Model& model, const ScreeningRequest& request) {
    return Run(model, request).run();
}

}  // namespace slagboom::app
