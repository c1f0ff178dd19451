#include "app/compare_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "storage/supersede.h"

namespace slagboom::app {
namespace {

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
    "verschilt op één punt van een rij in het register die niet in dit bestand staat; beide tellen mee "
    "(klopt die andere niet, lever hem dan met 'tot' gelijk aan 'van')";

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

}  // namespace

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

template void take_rows(storage::Transaction&, std::int64_t, std::string_view,
                        const std::vector<storage::ServicePeriod>&,
                        const std::vector<Incoming<storage::ServicePeriod>>&, ImportReport&);
template void take_rows(storage::Transaction&, std::int64_t, std::string_view, const std::vector<storage::Award>&,
                        const std::vector<Incoming<storage::Award>>&, ImportReport&);
template void take_rows(storage::Transaction&, std::int64_t, std::string_view,
                        const std::vector<storage::ContractLine>&, const std::vector<Incoming<storage::ContractLine>>&,
                        ImportReport&);
template void take_rows(storage::Transaction&, std::int64_t, std::string_view, const std::vector<storage::Relation>&,
                        const std::vector<Incoming<storage::Relation>>&, ImportReport&);

void keep_first_day(const std::vector<storage::Relation>& current, std::vector<Incoming<storage::Relation>>& incoming) {
    const auto about = [](const storage::Relation& row) { return statement(row).about + row.valid_from.value_or(""); };
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

}  // namespace slagboom::app
