#include "twin/matters_by_force.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace slagboom::tests {
namespace {

using domain::FactDefinition;
using domain::FactType;

/// At most so many values per cell, by the number of missing cells: some thousands of fillings in all.
constexpr std::array<std::size_t, 7> kValues{0, 60, 40, 14, 8, 5, 4};

/// What the literals of the rules write, by kind.
struct Limits {
    std::vector<double> numbers;  ///< also percentages
    std::vector<double> cents;
    std::vector<double> days;
};

void add_literals(const expr::TypedTree& rule, Limits& limits) {
    for (const auto& node : rule.written.nodes) {
        if (node.kind == expr::NodeKind::number_literal || node.kind == expr::NodeKind::percentage_literal)
            limits.numbers.push_back(node.value);
        if (node.kind == expr::NodeKind::amount_literal) limits.cents.push_back(node.value);
        if (node.kind == expr::NodeKind::date_literal) limits.days.push_back(node.value);
    }
}

/// The limits of the rules that read a cell, and of everything else that counts.
Limits limits_around(const scoring::Model& model, const CellName& cell) {
    Limits limits;
    for (const auto& indicator : model.indicators) {
        if (!twin_reads(indicator).contains(cell)) continue;
        if (indicator.applies_to) add_literals(indicator.applies_to->rule, limits);
        for (const auto& step : indicator.steps) add_literals(step.rule, limits);
    }
    return limits;
}

void add_around(std::vector<double>& values, double limit, double step) {
    for (const double value : {limit - step, limit, limit + step}) values.push_back(value);
}

/// A limit on a ratio or a growth is a multiple of another cell.
std::vector<double> multiples(const FactDefinition& fact, const Limits& limits, const domain::FactCatalogue& facts,
                              const Row& row) {
    std::vector<double> values;
    for (const auto& [cell, value] : row) {
        if (definition_of(facts, cell.fact).type != fact.type) continue;
        values.push_back(value);
        for (const double limit : limits.numbers) {
            for (const double factor : {limit, 1 + limit, limit == 0 ? 0 : 1 / limit}) values.push_back(value * factor);
        }
    }
    return values;
}

std::vector<double> number_grid(const FactDefinition& fact, const Limits& limits, const std::vector<double>& related) {
    const bool amount = fact.type == FactType::amount;
    std::vector<double> values{0, 1, -1, amount ? 1e13 : 1e15, amount ? -1e13 : -1e15, amount ? 100 : 1e-9};
    for (const double limit : amount ? limits.cents : limits.numbers) {
        add_around(values, limit, 1);
        add_around(values, -limit, 1);
        if (!amount) add_around(values, limit, 0.001);
    }
    for (const double value : related) add_around(values, amount ? std::round(value) : value, 1);
    std::erase_if(values, [&](double value) { return !domain::within_bounds(fact.type, value); });
    return values;
}

std::vector<double> date_grid(const Limits& limits, Date reference) {
    std::vector<double> values{parse_iso_date("1800-01-01")->days * 1.0, parse_iso_date("9999-12-31")->days * 1.0};
    add_around(values, reference.days, 1);
    for (const double limit : limits.days) add_around(values, limit, 1);
    for (const double years : limits.numbers) {
        if (years > 0 && years < 200) add_around(values, reference.plus_months(-12 * static_cast<int>(years)).days, 1);
    }
    return values;
}

std::vector<double> grid_of(const TwinScreening& screening, const Row& row, const CellName& cell) {
    const FactDefinition& fact = definition_of(screening.model.facts, cell.fact);
    const Limits limits = limits_around(screening.model, cell);
    switch (fact.type) {
        case FactType::boolean:
            return {0, 1};
        case FactType::choice: {
            std::vector<double> values;
            values.reserve(fact.options.size());
            for (std::size_t i = 0; i < fact.options.size(); ++i) values.push_back(static_cast<double>(i));
            return values;
        }
        case FactType::date:
            return date_grid(limits, screening.reference);
        case FactType::number:
        case FactType::amount:
            break;
    }
    return number_grid(fact, limits, multiples(fact, limits, screening.model.facts, row));
}

void thin(Random& random, std::vector<double>& values, std::size_t most) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    while (values.size() > most)
        values.erase(values.begin() + static_cast<std::ptrdiff_t>(random.below(values.size())));
}

/// All fillings in one array: the place of a filling is its digits, one per cell.
class Fillings {
 public:
    Fillings(Random& random, const TwinScreening& screening, const TwinContext& context, const Row& row,
             const AsideSteps& aside)
        : screening_(screening), context_(context), row_(row), aside_(aside) {
        std::set<CellName> read;
        for (const auto& indicator : screening.model.indicators) read.merge(twin_reads(indicator));
        for (const CellName& cell : read) {
            if (!row.contains(cell)) cells_.push_back(cell);
        }
        for (const CellName& cell : cells_) {
            grids_.push_back(grid_of(screening, row, cell));
            thin(random, grids_.back(), kValues.at(cells_.size()));
            strides_.push_back(count_);
            count_ *= grids_.back().size();
        }
        rules_.resize(screening.model.indicators.size());
        for (std::size_t i = 0; i < rules_.size(); ++i) reads_.push_back(twin_reads(screening.model.indicators[i]));
    }

    std::map<CellName, Matters> judge() {
        for (std::size_t place = 0; place < count_; ++place) results_.push_back(assess(place));
        std::map<CellName, Matters> found;
        for (std::size_t k = 0; k < cells_.size(); ++k) found[cells_[k]] = judge(k);
        return found;
    }

 private:
    using Result = std::pair<domain::Colour, std::optional<domain::SubCategory>>;

    std::size_t digit(std::size_t place, std::size_t cell) const {
        return place / strides_[cell] % grids_[cell].size();
    }

    Row filled(std::size_t place) const {
        Row row = row_;
        for (std::size_t k = 0; k < cells_.size(); ++k) row[cells_[k]] = grids_[k][digit(place, k)];
        return row;
    }

    /// An indicator is asked once for each filling of the cells that it reads.
    const TwinRules& rules_of(std::size_t indicator, std::size_t place) {
        std::size_t key = 0;
        for (std::size_t k = 0; k < cells_.size(); ++k) {
            if (reads_[indicator].contains(cells_[k])) key += digit(place, k) * strides_[k];
        }
        const auto known = rules_[indicator].find(key);
        if (known != rules_[indicator].end()) return known->second;
        return rules_[indicator].emplace(key, twin_rules(screening_, indicator, filled(place))).first->second;
    }

    Result assess(std::size_t place) {
        std::vector<TwinRules> rules;
        rules.reserve(rules_.size());
        for (std::size_t i = 0; i < rules_.size(); ++i) rules.push_back(rules_of(i, place));
        const TwinAssessment of = twin_add_up(screening_, context_, rules, aside_);
        return {of.colour, of.sub_category};
    }

    Matters judge(std::size_t cell) const {
        Matters matters;
        for (std::size_t place = 0; place < count_; ++place) {
            const std::size_t first = place - digit(place, cell) * strides_[cell];
            const auto how = results_[place].first != results_[first].first     ? Matters::How::colour
                             : results_[place].second != results_[first].second ? Matters::How::sub_category
                                                                                : Matters::How::not_at_all;
            if (how <= matters.how) continue;
            matters.how = how;
            matters.example = example(first) + example(place);
        }
        return matters;
    }

    std::string example(std::size_t place) const {
        std::string text =
            fmt::format("{}{}{} bij", domain::api_name(results_[place].first), results_[place].second ? " " : "",
                        results_[place].second ? domain::api_name(*results_[place].second) : "");
        for (std::size_t k = 0; k < cells_.size(); ++k)
            text += fmt::format(" {}{} = {:.17g}", cells_[k].fact, cells_[k].previous ? "__vorig" : "",
                                grids_[k][digit(place, k)]);
        return text + "\n";
    }

    const TwinScreening& screening_;
    const TwinContext& context_;
    const Row& row_;
    const AsideSteps& aside_;
    std::vector<CellName> cells_;
    std::vector<std::vector<double>> grids_;
    std::vector<std::size_t> strides_;
    std::size_t count_ = 1;
    std::vector<std::set<CellName>> reads_;
    std::vector<std::map<std::size_t, TwinRules>> rules_;
    std::vector<Result> results_;
};

}  // namespace

std::map<CellName, Matters> what_matters(Random& random, const TwinScreening& screening, const TwinContext& context,
                                         const Row& row, const AsideSteps& aside) {
    return Fillings(random, screening, context, row, aside).judge();
}

}  // namespace slagboom::tests
