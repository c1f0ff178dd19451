#include "domain/known_facts.h"

#include <algorithm>
#include <tuple>

namespace slagboom::domain {
namespace {

auto order(const Fact& fact) {
    return std::tuple(fact.provider, fact.fact, fact.period, fact.known_on, fact.value, fact.source);
}

}  // namespace

KnownFacts::KnownFacts(const FactCatalogue& catalogue, std::vector<Fact> facts)
    : catalogue_(&catalogue), facts_(std::move(facts)) {
    std::sort(facts_.begin(), facts_.end(), [](const Fact& a, const Fact& b) { return order(a) < order(b); });
}

std::pair<const Fact*, const Fact*> KnownFacts::rows_of(std::size_t provider, std::size_t fact) const {
    const auto key = std::tuple(provider, fact);
    const auto of = [](const Fact& row) { return std::tuple(row.provider, row.fact); };
    const auto first =
        std::lower_bound(facts_.begin(), facts_.end(), key, [&](const Fact& row, auto k) { return of(row) < k; });
    const auto last = std::upper_bound(first, facts_.end(), key, [&](auto k, const Fact& row) { return k < of(row); });
    return {facts_.data() + (first - facts_.begin()), facts_.data() + (last - facts_.begin())};
}

/// The rows are of one provider, fact and period, by date. Rows of the same day that agree are one; the first is taken.
KnownFacts::Choice KnownFacts::latest(const Fact* first, const Fact* last, Date reference) {
    const Fact* end =
        std::upper_bound(first, last, reference, [](Date day, const Fact& row) { return day < row.known_on; });
    if (end == first) return {};
    const Fact* newest = end - 1;
    while (newest != first && (newest - 1)->known_on == newest->known_on) --newest;
    const bool agree = newest->value == (end - 1)->value;  // sorted by value within a day
    const bool disputed = std::any_of(newest, end, [](const Fact& row) { return row.disputed; });
    return {agree && !disputed ? newest : nullptr, !agree, disputed};
}

const Fact* KnownFacts::in_period(std::size_t provider, std::size_t fact, Period period, Date reference) const {
    const auto [first, last] = rows_of(provider, fact);
    const Fact* from =
        std::lower_bound(first, last, period, [](const Fact& row, Period wanted) { return row.period < wanted; });
    const Fact* to =
        std::upper_bound(from, last, period, [](Period wanted, const Fact& row) { return wanted < row.period; });
    return latest(from, to, reference).fact;
}

const Fact* KnownFacts::dated(std::size_t provider, std::size_t fact, Date reference) const {
    const Fact* row = last_dated(provider, fact, reference, reference);
    return row != nullptr && valid_on(*row, reference) ? row : nullptr;
}

bool KnownFacts::valid_on(const Fact& row, Date day) const {
    return day < Date{row.period.number}.plus_months(catalogue_->facts[row.fact].validity_months);
}

const Fact* KnownFacts::last_dated(std::size_t provider, std::size_t fact, Date day, Date known) const {
    const auto [first, last] = rows_of(provider, fact);
    // Back from the last day on or before the one asked to the first of which something was known then.
    for (const Fact* day_end = last; day_end != first;) {
        const Fact* day_start = day_end - 1;
        while (day_start != first && (day_start - 1)->period == day_start->period) --day_start;
        if (day_start->period.number <= day.days) {
            const Choice choice = latest(day_start, day_end, known);
            if (choice.conflict || choice.disputed) return nullptr;
            if (choice.fact != nullptr) return choice.fact;
        }
        day_end = day_start;
    }
    return nullptr;
}

bool KnownFacts::knows(std::size_t provider, Date reference) const {
    const auto first = std::lower_bound(facts_.begin(), facts_.end(), provider,
                                        [](const Fact& row, std::size_t wanted) { return row.provider < wanted; });
    return std::any_of(first,
                       std::find_if(first, facts_.end(), [&](const Fact& row) { return row.provider != provider; }),
                       [&](const Fact& row) { return row.known_on <= reference; });
}

std::vector<Conflict> KnownFacts::conflicts(Date reference) const {
    std::vector<Conflict> result;
    for (const Fact *first = facts_.data(), *end = first + facts_.size(); first != end;) {
        const auto group = [](const Fact& row) { return std::tuple(row.provider, row.fact, row.period); };
        const Fact* last = std::find_if(first, end, [&](const Fact& row) { return group(row) != group(*first); });
        if (latest(first, last, reference).conflict) {
            const Fact* newest =
                std::upper_bound(first, last, reference, [](Date day, const Fact& row) { return day < row.known_on; }) -
                1;
            result.push_back({first->provider, first->fact, first->period, newest->known_on});
        }
        first = last;
    }
    return result;
}

}  // namespace slagboom::domain
