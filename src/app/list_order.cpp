#include "app/list_order.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "base/collation.h"

namespace slagboom::app {
namespace {

/// What a line is compared by; nothing where it is not known.
using Key = std::variant<std::monostate, std::int64_t, std::string>;

constexpr std::array<std::string_view, 7> kColumns{"urgentie", "aanbieder", "punten", "verschil",
                                                   "clienten", "waarde",    "stap"};
constexpr std::array<std::string_view, 5> kHeaviestFirst{"hoger", "nieuw", "onbekend", "lager", "gelijk"};
constexpr std::array<std::string_view, 5> kFirstStepFirst{"aanmelding", "gegund", "monitoring", "urgentielijst",
                                                          "beeindigd"};

template <class Words>
Key place_in(const Words& words, std::string_view word) {
    const auto* const found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? Key() : Key(static_cast<std::int64_t>(found - words.begin()));
}

Key known(const std::optional<std::int64_t>& value) { return value ? Key(*value) : Key(); }

Key key_of(const ListLine& line, std::size_t place, ListColumn by) {
    switch (by) {
        case ListColumn::urgency:
            return static_cast<std::int64_t>(place);
        case ListColumn::provider:
            return reading_order(line.row.name);
        case ListColumn::points:
            return line.row.lowest;
        case ListColumn::change:
            return place_in(kHeaviestFirst, line.change);
        case ListColumn::clients:
            return line.few_clients ? Key(std::int64_t{0}) : known(line.clients);
        case ListColumn::value:
            return known(line.yearly_value);
        case ListColumn::step:
            return place_in(kFirstStepFirst, line.row.step);
    }
    return {};
}

bool is_known(const Key& key) { return !std::holds_alternative<std::monostate>(key); }

}  // namespace

std::optional<ListColumn> list_column_named(std::string_view api_name) {
    const auto* const found = std::find(kColumns.begin(), kColumns.end(), api_name);
    if (found == kColumns.end()) return std::nullopt;
    return static_cast<ListColumn>(found - kColumns.begin());
}

void put_in_order(std::vector<ListLine>& lines, ListOrder order) {
    std::vector<std::pair<Key, std::size_t>> keyed;
    for (std::size_t i = 0; i < lines.size(); ++i) keyed.emplace_back(key_of(lines[i], i, order.by), i);
    std::sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        if (a.first == b.first) return a.second < b.second;
        if (!is_known(a.first) || !is_known(b.first)) return is_known(a.first);
        return order.descending ? b.first < a.first : a.first < b.first;
    });
    std::vector<ListLine> ordered;
    ordered.reserve(lines.size());
    for (const auto& [key, place] : keyed) ordered.push_back(std::move(lines[place]));
    lines = std::move(ordered);
}

}  // namespace slagboom::app
