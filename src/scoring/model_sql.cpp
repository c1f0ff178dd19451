#include "scoring/model_sql.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "expr/sql.h"

namespace slagboom::scoring {
namespace {

/// One step after another, each a table with a name and no more columns per indicator than the next one needs (SQLite
/// has 2,000 in all): `regels`  what each rule says (g_ applies, t1_ … its steps); `treden`  g_ 1, 0 or NULL; l_ the
/// highest true step; h_ the highest that is not false; `raakt`   one row that says which indicators are withheld (w_);
/// `legt`    per provider up to which step is set aside (a_);
/// `telling` g_ and w_ again; s_ 1 when set aside; c_ the step that is certain, p_ the one that is possible, after
/// applicability and set-asides; `punten`  u_ the outcome; pl_ and ph_ what the steps are worth; b_ and n_ the certain
/// and all points of the completeness; o_ those withheld;
///           for a knock-out fl_ and fh_, its floor at both ends;
/// `som`     sums of the categories under their caps, the highest floor at both ends, and the completeness;
/// `eind`    the score at both ends.
class Writer {
 public:
    Writer(const Model& model, Date reference, domain::Phase phase, std::string input)
        : model_(model), reference_(reference), input_(std::move(input)) {
        for (const auto& indicator : model.indicators) {
            if (!indicator.counts_in(phase)) continue;
            (indicator.knock_out() ? knock_outs_ : scored_).push_back(&indicator);
            counted_.push_back(&indicator);
        }
        std::sort(knock_outs_.begin(), knock_outs_.end(), [](const Indicator* a, const Indicator* b) {
            return *a->floor != *b->floor ? *a->floor > *b->floor : a->key < b->key;
        });
    }

    std::string text() const {
        const auto part = [](std::string_view name, const std::string& columns, const std::string& from) {
            return fmt::format(",\n{} as (\n  select {}\n  from {}\n)", name, columns, from);
        };
        const std::string outcomes = each(counted_, &Writer::name_of_outcome);
        std::string result =
            "with regels as (\n  select aanbieder" + each(counted_, &Writer::rules_of) + "\n  from " + input_ + "\n)";
        result += part("treden", "aanbieder" + each(counted_, &Writer::steps_of), "regels");
        result += part("raakt", "count(*) as aantal" + each(counted_, &Writer::withheld_of), "context");
        result += part("legt", "aanbieder" + each(counted_, &Writer::set_aside_of), "terzijde\n  group by aanbieder");
        result += part("telling", "t.aanbieder" + each(counted_, &Writer::counting_of),
                       "treden t\n  cross join raakt\n  left join legt on legt.aanbieder = t.aanbieder");
        result += part("punten",
                       "aanbieder" + each(counted_, &Writer::outcome_of) + each(scored_, &Writer::points_of) +
                           each(knock_outs_, &Writer::floor_of),
                       "telling");
        result += part(
            "som",
            fmt::format(
                "aanbieder{},\n    {} as som_laag,\n    {} as som_hoog,\n    {} as vloer_laag,\n    {} as vloer_hoog,\n"
                "    {} as bekend,\n    {} as alles,\n    {} as onthouden",
                outcomes, capped("pl"), capped("ph"), floors("fl"), floors("fh"), total("b"), total("n"), total("o")),
            "punten");
        result += part("eind",
                       "*,\n    case when som_laag < vloer_laag then vloer_laag else som_laag end as laagste,\n"
                       "    case when som_hoog < vloer_hoog then vloer_hoog else som_hoog end as hoogste",
                       "som");
        return result + fmt::format(
                            "\nselect aanbieder{},\n  laagste,\n  hoogste,\n"
                            "  case when alles > 0 then cast(bekend as double precision) / alles end as volledigheid,\n"
                            "  {} as kleur\nfrom eind\norder by aanbieder\n",
                            outcomes, colour());
    }

 private:
    using Indicators = std::vector<const Indicator*>;

    template <class Part>
    std::string each(const Indicators& indicators, Part part) const {
        std::string result;
        for (const Indicator* indicator : indicators) result += (this->*part)(*indicator);
        return result;
    }

    std::string sql(const expr::TypedTree& rule) const { return expr::sql_expression(rule, model_.facts, reference_); }

    std::string rules_of(const Indicator& of) const {
        std::string result;
        if (of.applies_to) result += fmt::format(",\n    {} as g_{}", sql(of.applies_to->rule), of.key);
        for (std::size_t k = 0; k < of.steps.size(); ++k)
            result += fmt::format(",\n    {} as t{}_{}", sql(of.steps[k].rule), k + 1, of.key);
        return result;
    }

    std::string steps_of(const Indicator& of) const {
        std::string lowest = "case";
        std::string highest = "case";
        for (std::size_t k = of.steps.size(); k > 0; --k) {
            lowest += fmt::format(" when t{0}_{1} then {0}", k, of.key);
            highest += fmt::format(" when t{0}_{1} is null or t{0}_{1} then {0}", k, of.key);
        }
        const std::string applies =
            of.applies_to ? fmt::format("case when g_{0} then 1 when not g_{0} then 0 end", of.key) : "1";
        return fmt::format(",\n    {1} as g_{0}, {2} else 0 end as l_{0}, {3} else 0 end as h_{0}", of.key, applies,
                           lowest, highest);
    }

    std::string withheld_of(const Indicator& of) const {
        return fmt::format(",\n    coalesce(max(case when indicator = '{0}' then 1 end), 0) as w_{0}", of.key);
    }
    std::string set_aside_of(const Indicator& of) const {
        return fmt::format(",\n    max(case when indicator = '{0}' then stap end) as a_{0}", of.key);
    }

    std::string counting_of(const Indicator& of) const {
        const std::string aside = fmt::format("g_{0} = 1 and l_{0} > 0 and l_{0} <= coalesce(a_{0}, 0)", of.key);
        return fmt::format(
            ",\n    g_{0}, w_{0}, case when {1} then 1 else 0 end as s_{0}, case when {1} then 0 when g_{0} = 1 then "
            "l_{0} else 0 end as c_{0},"
            " case when {1} and h_{0} <= a_{0} then 0 when g_{0} = 0 then 0 else h_{0} end as p_{0}",
            of.key, aside);
    }

    static std::string worth(std::string_view prefix, const Indicator& of) {
        std::string result = fmt::format("case when w_{} = 1 then 0", of.key);
        for (std::size_t k = 1; k <= of.steps.size(); ++k)
            result += fmt::format(" when {}_{} = {} then {}", prefix, of.key, k, of.points(k));
        return result + " else 0 end";
    }

    std::string points_of(const Indicator& of) const {
        return fmt::format(
            ",\n    {1} as pl_{0}, {2} as ph_{0}, case when w_{0} = 1 or g_{0} = 0 then 0 when s_{0} = 1 or c_{0} = "
            "p_{0} then {3} else 0 end as b_{0},"
            " case when w_{0} = 1 or g_{0} = 0 then 0 else {3} end as n_{0}, case when w_{0} = 0 or g_{0} = 0 then 0 "
            "else {3} end as o_{0}",
            of.key, worth("c", of), worth("p", of), of.most_points());
    }

    std::string outcome_of(const Indicator& of) const {
        return fmt::format(
            ",\n    case when g_{0} = 0 then 'niet-van-toepassing' when w_{0} = 1 then 'niet-meegeteld' when s_{0} = 1 "
            "then 'terzijde-gelegd'"
            " when c_{0} > 0 then 'treffer' when g_{0} is null or p_{0} > 0 then 'onbekend' else 'geen-treffer' end as "
            "u_{0}",
            of.key);
    }
    std::string name_of_outcome(const Indicator& of) const { return ", u_" + of.key; }

    std::string floor_of(const Indicator& of) const {
        return fmt::format(
            ",\n    case when c_{0} > 0 then 1 else 0 end as fl_{0}, case when p_{0} > 0 or g_{0} is null then 1 else "
            "0 end as fh_{0}",
            of.key);
    }

    std::string total(std::string_view prefix, std::optional<std::size_t> category = std::nullopt) const {
        std::vector<std::string> terms;
        for (const Indicator* indicator : scored_) {
            if (!category || indicator->category == category)
                terms.push_back(fmt::format("{}_{}", prefix, indicator->key));
        }
        return terms.empty() ? "0" : joined(terms, " + ");
    }

    std::string capped(std::string_view prefix) const {
        std::vector<std::string> terms;
        for (std::size_t category = 0; category < model_.categories.size(); ++category) {
            const std::string sum = total(prefix, category);
            if (sum != "0")
                terms.push_back(
                    fmt::format("case when {0} < {1} then {0} else {1} end", sum, model_.categories[category].cap));
        }
        return terms.empty() ? "0" : joined(terms, " + ");
    }

    /// Knock-outs stand in order of falling floors, so the first that hits decides.
    std::string floors(std::string_view prefix) const {
        std::string result = "case";
        for (const Indicator* indicator : knock_outs_)
            result += fmt::format(" when {}_{} > 0 then {}", prefix, indicator->key, *indicator->floor);
        return knock_outs_.empty() ? "0" : result + " else 0 end";
    }

    std::string colour_at(std::string_view end) const {
        return fmt::format("case when {0} >= {1} then 'rood' when {0} >= {2} then 'oranje' else 'groen' end", end,
                           model_.cut_offs.light_red, model_.cut_offs.orange);
    }

    std::string colour() const {
        return fmt::format(
            "case when alles = 0 and onthouden > 0 then 'grijs'\n       when {0} <> {1} and (laagste < {2} or (alles > "
            "0 and bekend * 100 < {3} * alles)) then 'grijs'\n       else {0} end",
            colour_at("laagste"), colour_at("hoogste"), model_.cut_offs.orange, model_.completeness_floor);
    }

    const Model& model_;
    Date reference_;
    std::string input_;
    Indicators counted_, scored_, knock_outs_;
};

}  // namespace

std::string model_sql(const Model& model, Date reference, domain::Phase phase, const std::string& input) {
    return Writer(model, reference, phase, input).text();
}

}  // namespace slagboom::scoring
