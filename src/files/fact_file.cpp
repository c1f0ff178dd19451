#include "files/fact_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <thread>
#include <unordered_map>

#include "base/text.h"
#include "domain/service_number.h"
#include "files/header.h"

namespace slagboom::files {
namespace {

using domain::Fact;
using domain::FactDefinition;
using domain::FactType;

bool is_numeric(const FactDefinition& fact) { return fact.type == FactType::number || fact.type == FactType::amount; }

Error undecided_notation() {
    return Error{
        "de getallen kunnen op twee manieren worden gelezen (1.250 is 1250 of 1,25); zeg welke met --notation nl of "
        "--notation en",
        "", 0, 0};
}

constexpr std::string_view kPrevious = "__vorig";  // behind the name of a fact: of the period before

/// Texts that occur often, each once.
class Names {
 public:
    std::size_t index(std::string_view text) {
        const auto [found, is_new] = index_.try_emplace(std::string(text), names_.size());
        if (is_new) names_.emplace_back(text);
        return found->second;
    }
    std::vector<std::string> take() { return std::move(names_); }

 private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::size_t> index_;
};

// ---- long form

class LongReader {
 public:
    LongReader(const CsvText& csv, const domain::FactCatalogue& facts, const FactFileOptions& options, FactFile& file)
        : csv_(csv), facts_(facts), options_(options), file_(file) {}

    Result<bool> run() {
        CsvReader reader(csv_);
        SLAGBOOM_TRY(const Header header, Header::read(reader));
        columns_ = header.names().size();
        SLAGBOOM_TRY(provider_, header.need("aanbieder"));
        SLAGBOOM_TRY(fact_, header.need("feit"));
        SLAGBOOM_TRY(period_, header.need("periode"));
        SLAGBOOM_TRY(value_, header.need("waarde"));
        SLAGBOOM_TRY(source_, header.need("bron"));
        SLAGBOOM_TRY(date_, header.need("datum"));
        NotationEvidence evidence;
        each_row([&](const CsvRow& row) { look_at_notation(row, evidence); });
        const auto notation = choose_notation(evidence, csv_.separator, options_.notation);
        if (!notation) return undecided_notation();
        file_.notation = *notation;
        each_row([&](const CsvRow& row) { take(row); });
        file_.providers = providers_.take();
        file_.sources = sources_.take();
        return true;
    }

 private:
    void each_row(const std::function<void(const CsvRow&)>& work) const {
        CsvReader reader(csv_);
        CsvRow row;
        reader.next(row);
        while (reader.next(row)) {
            fit_to_header(row, columns_);
            work(row);
        }
    }

    void look_at_notation(const CsvRow& row, NotationEvidence& evidence) const {
        if (!row.fault.empty()) return;
        const auto fact = facts_.find(trimmed(row.cells[fact_]));
        if (fact && is_numeric(facts_.facts[*fact])) add_evidence(evidence, csv_, row, value_);
    }

    void fault(const CsvRow& row, std::string_view column, std::string reason) {
        file_.faults.add({row.line, std::string(column), std::move(reason)});
    }

    void take(const CsvRow& row) {
        ++file_.rows;
        if (!row.fault.empty()) return fault(row, "", row.fault);
        const auto provider = trimmed(row.cells[provider_]);
        if (auto reason = name_fault(provider, "aanbieder"); !reason.empty())
            return fault(row, "aanbieder", std::move(reason));
        const auto key = trimmed(row.cells[fact_]);
        const auto index = facts_.find(key);
        if (!index)
            return fault(row, "feit",
                         domain::holds_service_number(key)
                             ? std::string("dit is geen feit van het model")
                             : fmt::format("'{}' is geen feit van het model{}", quotable(key),
                                           did_you_mean(key, facts_.keys())));
        const FactDefinition& definition = facts_.facts[*index];
        const auto period = domain::parse_period(trimmed(row.cells[period_]));
        if (!period || period->frequency != definition.frequency)
            return fault(row, "periode",
                         fmt::format("'{}' past niet bij {}; verwacht {}", quotable(row.cells[period_]), definition.key,
                                     period_example(definition.frequency)));
        const auto source = trimmed(row.cells[source_]);
        if (auto reason = name_fault(source, "bron"); !reason.empty()) return fault(row, "bron", std::move(reason));
        const auto day_text = trimmed(row.cells[date_]);
        const auto iso = parse_iso_date(day_text);
        const auto day = iso ? iso : parse_dutch_date(day_text);
        if (!day)
            return fault(
                row, "datum",
                fmt::format("'{}' is geen bestaande datum; verwacht 2018-10-31 of 31-10-2018", quotable(day_text)));
        if (*day > options_.today)
            return fault(
                row, "datum",
                fmt::format("{} ligt na vandaag ({}); een feit kan niet later bekend zijn dan het is vastgelegd",
                            day->iso(), options_.today.iso()));
        const auto text = trimmed(row.cells[value_]);
        if (text.empty()) return fault(row, "waarde", "is leeg; laat een rij weg waarvan de waarde niet bekend is");
        const auto value = parse_cell(definition, text, notation_of(csv_, row, value_, file_.notation.notation));
        if (!value) return fault(row, "waarde", fmt::format("{}: {}", definition.key, value.error().reason));
        file_.facts.push_back(
            {providers_.index(provider), *index, *period, *value, *day, false, sources_.index(source)});
        file_.lines.push_back(static_cast<std::uint32_t>(row.line));
    }

    static std::string_view period_example(domain::Frequency frequency) {
        switch (frequency) {
            case domain::Frequency::year:
                return "een jaar, zoals 2018";
            case domain::Frequency::quarter:
                return "een kwartaal, zoals 2018-Q3";
            case domain::Frequency::month:
                return "een maand, zoals 2018-10";
            case domain::Frequency::dated:
                break;
        }
        return "een dag, zoals 2018-10-31";
    }

    const CsvText& csv_;
    const domain::FactCatalogue& facts_;
    const FactFileOptions& options_;
    FactFile& file_;
    std::size_t columns_ = 0, provider_ = 0, fact_ = 0, period_ = 0, value_ = 0, source_ = 0, date_ = 0;
    Names providers_, sources_;
};

// ---- wide form

/// A part of the file, read on its own: rows in order of the file.
struct Block {
    std::vector<std::string> providers;
    std::vector<std::size_t> lines;
    std::vector<columns::NumberColumn> values;  ///< by wide column
    NotationEvidence evidence;
    Faults faults;
    std::size_t rows = 0;
};

/// Where a block starts and ends in the text; a row never lies in two.
struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t first_line = 1;
};

class WideReader {
 public:
    WideReader(const CsvText& csv, const domain::FactCatalogue& facts, const FactFileOptions& options, FactFile& file)
        : csv_(csv), facts_(facts), options_(options), file_(file) {}

    Result<bool> run() {
        CsvReader reader(csv_);
        SLAGBOOM_TRY(const Header header, Header::read(reader));
        if (header.names()[0] != "aanbieder")
            return Error{fmt::format("de eerste kolom heet '{}'; verwacht 'aanbieder' (brede vorm), of de kolommen "
                                     "aanbieder, feit, periode, waarde, bron en datum (lange vorm)",
                                     quotable(domain::without_service_numbers(header.names()[0]))),
                         "", 1, 1};
        plan(header);
        const std::vector<Span> spans = divide({reader.offset(), csv_.text.size(), reader.line()});
        // Read with a guess, and once more only if the whole file decides otherwise.
        Notation guess =
            choose_notation(sample(spans[0]), csv_.separator == '\t' ? ';' : csv_.separator, options_.notation)
                ->notation;
        std::vector<Block> blocks = read_all(spans, guess);
        NotationEvidence evidence;
        for (const auto& block : blocks) evidence += block.evidence;
        const auto choice = choose_notation(evidence, csv_.separator, options_.notation);
        if (!choice) return undecided_notation();
        file_.notation = *choice;
        if (choice->notation != guess) blocks = read_all(spans, choice->notation);
        join(blocks);
        return true;
    }

 private:
    struct Plan {
        std::size_t cell = 0;
        const FactDefinition* fact = nullptr;
        std::string name;  ///< of the column
    };

    void plan(const Header& header) {
        columns_ = header.names().size();
        for (std::size_t i = 1; i < columns_; ++i) {
            const std::string& name = header.names()[i];
            const bool previous = name.ends_with(kPrevious);
            const std::string key = previous ? name.substr(0, name.size() - kPrevious.size()) : name;
            const auto fact = facts_.find(key);
            if (!fact) {
                const std::string shown =
                    domain::holds_service_number(name) ? "deze kolom" : fmt::format("'{}'", quotable(name));
                file_.faults.add({1, "",
                                  fmt::format("{} is geen feit van het model en blijft buiten beschouwing{}", shown,
                                              did_you_mean(key, facts_.keys()))});
                continue;
            }
            if (previous && !facts_.facts[*fact].periodic()) {
                file_.faults.add({1, name, "dit feit heeft geen vorige periode en blijft buiten beschouwing"});
                continue;
            }
            plans_.push_back({i, &facts_.facts[*fact], name});
            file_.columns.push_back({{*fact, previous}, {}});
        }
    }

    /// Without quotes every line break ends a row, so the text can be cut at one. With quotes it stays whole.
    std::vector<Span> divide(Span all) const {
        const bool quotes = csv_.text.find('"') != csv_.text.npos;
        const bool only_line_feeds = csv_.text.find('\r') == csv_.text.npos;
        const std::size_t parts =
            quotes || !only_line_feeds
                ? 1
                : std::max<std::size_t>(1, std::min(options_.threads, (all.end - all.start) / 65536));
        std::vector<Span> spans;
        for (std::size_t part = 1; part <= parts; ++part) {
            std::size_t end = all.end;
            if (part < parts)
                end = std::min(csv_.text.find('\n', all.start + (all.end - all.start) / (parts - part + 1)),
                               all.end - 1) +
                      1;
            spans.push_back({all.start, end, all.first_line});
            const auto text = csv_.text.substr(all.start, end - all.start);
            if (part < parts) all.first_line += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
            all.start = end;
        }
        return spans;
    }

    NotationEvidence sample(const Span& span) const {
        CsvReader reader(csv_, span.start, span.end, span.first_line);
        CsvRow row;
        NotationEvidence evidence;
        for (int count = 0; count < 200 && reader.next(row); ++count) {
            fit_to_header(row, columns_);
            if (!row.fault.empty()) continue;
            for (const auto& plan : plans_) {
                if (is_numeric(*plan.fact)) add_evidence(evidence, csv_, row, plan.cell);
            }
        }
        return evidence;
    }

    std::vector<Block> read_all(const std::vector<Span>& spans, Notation notation) const {
        std::vector<Block> blocks(spans.size());
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < spans.size(); ++i) {
            others.emplace_back([this, &blocks, &spans, notation, i] { read(spans[i], notation, blocks[i]); });
        }
        read(spans[0], notation, blocks[0]);
        others.clear();
        return blocks;
    }

    void read(const Span& span, Notation notation, Block& block) const {
        block.values.resize(plans_.size());
        CsvReader reader(csv_, span.start, span.end, span.first_line);
        CsvRow row;
        while (reader.next(row)) {
            ++block.rows;
            fit_to_header(row, columns_);
            if (row.fault.empty()) row.fault = name_fault(trimmed(row.cells[0]), "aanbieder");
            if (!row.fault.empty()) {
                block.faults.add({row.line, "", row.fault});
                continue;
            }
            take(row, notation, block);
        }
    }

    /// A cell that does not fit is a fault and unknown; the other cells of the row are taken.
    void take(const CsvRow& row, Notation notation, Block& block) const {
        block.providers.emplace_back(trimmed(row.cells[0]));
        block.lines.push_back(row.line);
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            const auto text = row.cells[plans_[i].cell];
            const bool number = plans_[i].fact->type == FactType::number;
            const auto digits = number ? plain_digits(text) : std::nullopt;
            block.values[i].push_back(digits ? *digits : value_of(row, plans_[i], notation, block));
        }
    }

    double value_of(const CsvRow& row, const Plan& plan, Notation notation, Block& block) const {
        const auto text = row.cells[plan.cell];
        if (trimmed(text).empty()) return columns::kUnknown;
        if (is_numeric(*plan.fact)) add_evidence(block.evidence, csv_, row, plan.cell);
        const auto value = parse_cell(*plan.fact, text, notation_of(csv_, row, plan.cell, notation));
        if (value) return *value;
        block.faults.add({row.line, plan.name, value.error().reason});
        return columns::kUnknown;
    }

    void join(std::vector<Block>& blocks) {
        std::vector<std::size_t> lines;
        for (auto& block : blocks) {
            file_.rows += block.rows;
            std::move(block.providers.begin(), block.providers.end(), std::back_inserter(file_.providers));
            lines.insert(lines.end(), block.lines.begin(), block.lines.end());
            for (std::size_t i = 0; i < plans_.size(); ++i) {
                auto& values = file_.columns[i].values;
                if (values.empty())
                    values = std::move(block.values[i]);
                else
                    values.insert(values.end(), block.values[i].begin(), block.values[i].end());
            }
            file_.faults.add_all(block.faults);
        }
        order_by_provider(lines);
    }

    void order_by_provider(const std::vector<std::size_t>& lines) {
        auto& providers = file_.providers;
        const bool in_order =
            std::adjacent_find(providers.begin(), providers.end(), std::greater_equal<>()) == providers.end();
        if (in_order) return;
        std::vector<std::size_t> order(providers.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return std::tie(providers[a], a) < std::tie(providers[b], b); });
        std::vector<std::string> sorted;
        std::vector<columns::NumberColumn> values(file_.columns.size());
        std::vector<bool> contradicted(values.size());  // by the rows of the provider at hand
        for (const std::size_t row : order) {
            const bool again = !sorted.empty() && sorted.back() == providers[row];
            if (again) {
                file_.faults.add({lines[row], "aanbieder",
                                  fmt::format("'{}' staat er al; waar de rijen verschillen is het feit onbekend",
                                              quotable(sorted.back()))});
            } else {
                sorted.push_back(providers[row]);
                contradicted.assign(values.size(), false);
            }
            for (std::size_t i = 0; i < values.size(); ++i) {
                const double value = file_.columns[i].values[row];
                if (!again) values[i].push_back(value);
                if (!again || columns::is_unknown(value))
                    continue;  // an empty cell says nothing, so it does not contradict
                double& taken = values[i].back();
                contradicted[i] = contradicted[i] || (!columns::is_unknown(taken) && taken != value);
                taken = contradicted[i] ? columns::kUnknown : value;
            }
        }
        providers = std::move(sorted);
        for (std::size_t i = 0; i < values.size(); ++i) file_.columns[i].values = std::move(values[i]);
    }

    const CsvText& csv_;
    const domain::FactCatalogue& facts_;
    const FactFileOptions& options_;
    FactFile& file_;
    std::size_t columns_ = 0;
    std::vector<Plan> plans_;
};

/// Three of its columns are enough, so that a slip in one is told as such and does not make the file a wide one.
bool is_long_form(const CsvText& csv) {
    CsvReader reader(csv);
    const auto header = Header::read(reader);
    if (!header) return false;
    const auto present = [&](std::string_view name) { return header->find(name).has_value(); };
    return present("feit") + present("periode") + present("waarde") + present("bron") + present("datum") >= 3;
}

}  // namespace

std::vector<std::string> fact_file_columns(const domain::FactCatalogue& facts) {
    std::vector<std::string> names{"aanbieder", "feit", "periode", "waarde", "bron", "datum"};
    for (const auto& fact : facts.facts) {
        names.push_back(fact.key);
        if (fact.periodic()) names.push_back(fact.key + std::string(kPrevious));
    }
    return names;
}

std::string name_fault(std::string_view text, std::string_view what) {
    if (text.empty()) return fmt::format("{} is leeg", what);
    if (text.size() > kMaxName) return fmt::format("{} is langer dan {} bytes", what, kMaxName);
    if (domain::holds_service_number(text))
        return fmt::format("{} bevat een nummer dat een burgerservicenummer kan zijn; dat wordt nooit ingelezen", what);
    return {};
}

Result<FactFile> read_fact_file(std::string_view bytes, const domain::FactCatalogue& facts,
                                const FactFileOptions& options) {
    SLAGBOOM_TRY(CsvText csv, recognise_csv(bytes));
    csv.from_workbook = options.from_workbook;
    FactFile file;
    file.separator = csv.separator;
    file.had_byte_order_mark = csv.had_byte_order_mark;
    file.wide = !is_long_form(csv);
    const Result<bool> done =
        file.wide ? WideReader(csv, facts, options, file).run() : LongReader(csv, facts, options, file).run();
    if (!done) return done.error();
    if (file.rows == 0) return Error{"er staan geen rijen onder de kop", "", 0, 0};
    return file;
}

}  // namespace slagboom::files
