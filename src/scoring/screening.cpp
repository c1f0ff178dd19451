#include "scoring/screening.h"

#include <fmt/format.h>

#include <algorithm>

namespace slagboom::scoring {
namespace {

using domain::Colour;

/// Are there points of this provider that the run withholds? Decision 20: then an empty completeness says nothing.
bool points_withheld(const Model& model, const RunContext& context, const CodeTable& codes, std::size_t row) {
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        if (context.withheld(i) && applies(codes[i][row]) != Applies::no) return true;
    }
    return false;
}

/// Decision 21: the colour at `lowest`, unless too little is known to say.
Colour shown_colour(const Model& model, int lowest, int highest, Completeness completeness, bool withheld) {
    if (completeness.all == 0 && withheld) return Colour::grey;
    const Colour at_lowest = model.cut_offs.colour(lowest);
    const bool settled = at_lowest == model.cut_offs.colour(highest);
    const bool below_floor =
        completeness.all > 0 && completeness.known * 100 < model.completeness_floor * completeness.all;
    if (!settled && (below_floor || at_lowest == Colour::green)) return Colour::grey;
    return at_lowest;
}

}  // namespace

Screening::Screening(const Model& model, const Population& population, Date reference, domain::Phase phase,
                     const std::vector<AppliedSetAside>& set_asides, const Division& division)
    : model_(model), population_(population), reference_(reference), phase_(phase), set_asides_(set_asides) {
    codes_ = evaluate_rules(model, population.table, reference, division);
    context_ = make_context(model, phase, codes_, division);
    score_and_colour(division);
}

Screening::Screening(const Model& model, const Population& population, Date reference, domain::Phase phase,
                     const std::vector<AppliedSetAside>& set_asides, RunContext context, const Division& division)
    : model_(model),
      population_(population),
      reference_(reference),
      phase_(phase),
      set_asides_(set_asides),
      context_(std::move(context)) {
    codes_ = evaluate_rules(model, population.table, reference, division);
    score_and_colour(division);
}

void Screening::score_and_colour(const Division& division) {
    apply_set_asides(codes_, set_asides_);
    scores_ = score(model_, phase_, context_, codes_, division);
    colour_all();
    rank_reds();
}

void Screening::colour_all() {
    colours_.resize(population_.providers.size());
    for (std::size_t row = 0; row < colours_.size(); ++row) {
        const Completeness completeness{scores_.known[row], scores_.all[row]};
        const bool withheld = completeness.all == 0 && points_withheld(model_, context_, codes_, row);
        colours_[row] = shown_colour(model_, scores_.lowest[row], scores_.highest[row], completeness, withheld);
    }
}

int Screening::urgency_value(UrgencyKey key, std::size_t row) const {
    switch (key) {
        case UrgencyKey::sub_category:
            return static_cast<int>(*model_.cut_offs.sub_category(scores_.lowest[row]));
        case UrgencyKey::lowest:
            return scores_.lowest[row];
        case UrgencyKey::highest:
            return scores_.highest[row];
    }
    return 0;
}

/// Sorts by the keys of the model; who is equal on all of them shares a rank, and the next rank counts them all (1, 2,
/// 2, 4).
void Screening::rank_reds() {
    const auto before = [&](std::size_t a, std::size_t b) {
        for (const auto& order : model_.urgency) {
            const int left = urgency_value(order.key, a);
            const int right = urgency_value(order.key, b);
            if (left != right) return order.descending ? left > right : left < right;
        }
        return false;
    };
    for (std::size_t row = 0; row < colours_.size(); ++row) {
        if (colours_[row] == Colour::red) urgency_list_.push_back(row);
    }
    std::sort(urgency_list_.begin(), urgency_list_.end(), [&](std::size_t a, std::size_t b) {
        if (before(a, b)) return true;
        return !before(b, a) && a < b;
    });
    ranks_.assign(colours_.size(), 0);
    for (std::size_t i = 0; i < urgency_list_.size(); ++i) {
        const bool tie = i > 0 && !before(urgency_list_[i - 1], urgency_list_[i]);
        ranks_[urgency_list_[i]] = tie ? ranks_[urgency_list_[i - 1]] : i + 1;
    }
}

std::string Screening::list_key(std::size_t row) const {
    // Scores have at most five digits (kMaxCap), so six digits sort as their numbers do.
    constexpr int kMost = 999'999;
    const auto digits = [](int value, bool descending) {
        return fmt::format("{:06}", descending ? kMost - value : value);
    };
    if (colours_[row] == Colour::red) {
        std::string key = "0";
        for (const auto& order : model_.urgency) key += digits(urgency_value(order.key, row), order.descending);
        return key;
    }
    const char* place = colours_[row] == Colour::orange ? "1" : colours_[row] == Colour::grey ? "2" : "3";
    return place + digits(scores_.highest[row], true) + digits(scores_.lowest[row], true);
}

Distribution Screening::distribution() const {
    Distribution result;
    result.total = colours_.size();
    for (std::size_t row = 0; row < colours_.size(); ++row) {
        ++result.colours[static_cast<std::size_t>(colours_[row])];
        const bool settled =
            model_.cut_offs.colour(scores_.lowest[row]) == model_.cut_offs.colour(scores_.highest[row]);
        result.settled += settled && colours_[row] != Colour::grey ? 1U : 0U;
        if (colours_[row] == Colour::red)
            ++result.sub_categories[static_cast<std::size_t>(*model_.cut_offs.sub_category(scores_.lowest[row]))];
    }
    return result;
}

std::vector<std::size_t> Screening::grey_list() const {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < colours_.size(); ++row) {
        if (colours_[row] == Colour::grey) rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return scores_.highest[a] != scores_.highest[b] ? scores_.highest[a] > scores_.highest[b] : a < b;
    });
    return rows;
}

Assessment Screening::assess(std::size_t row) const {
    Assessment result;
    result.row = row;
    result.lowest = scores_.lowest[row];
    result.highest = scores_.highest[row];
    result.colour = colours_[row];
    const CutOffs& cut_offs = model_.cut_offs;
    if (result.colour == Colour::red) result.sub_category = cut_offs.sub_category(result.lowest);
    result.settled = cut_offs.colour(result.lowest) == cut_offs.colour(result.highest);
    for (auto colour = cut_offs.colour(result.lowest); colour <= cut_offs.colour(result.highest);
         colour = static_cast<Colour>(static_cast<int>(colour) + 1)) {
        result.possible_colours.push_back(colour);
    }
    if (const auto worst = cut_offs.sub_category(result.highest)) {
        const auto best = cut_offs.sub_category(result.lowest).value_or(domain::SubCategory::light);
        for (int sub = static_cast<int>(best); sub <= static_cast<int>(*worst); ++sub)
            result.possible_sub_categories.push_back(static_cast<domain::SubCategory>(sub));
    }
    result.completeness = {scores_.known[row], scores_.all[row]};
    if (ranks_[row] > 0) result.urgency = ranks_[row];

    for (std::size_t i = 0; i < model_.categories.size(); ++i) result.categories.push_back({i, 0, 0, 0, 0});
    for (std::size_t i = 0; i < model_.indicators.size(); ++i) {
        const Indicator& indicator = model_.indicators[i];
        if (!indicator.counts_in(phase_)) continue;
        const Code code = codes_[i][row];
        if (indicator.knock_out()) {
            result.knock_outs.push_back({i, static_cast<domain::Outcome>(scores_.outcomes[i][row])});
        } else if (!context_.withheld(i)) {
            result.categories[*indicator.category].lowest_sum += indicator.points(lowest_step(code));
            result.categories[*indicator.category].highest_sum += indicator.points(highest_step(code));
        }
    }
    for (auto& sum : result.categories) {
        sum.lowest_counted = std::min(sum.lowest_sum, model_.categories[sum.category].cap);
        sum.highest_counted = std::min(sum.highest_sum, model_.categories[sum.category].cap);
    }
    return result;
}

}  // namespace slagboom::scoring
