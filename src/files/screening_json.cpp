#include "files/screening_json.h"

#include "base/json_writer.h"
#include "base/number.h"
#include "scoring/medians.h"

namespace slagboom::files {
namespace {

using domain::FactType;
using scoring::Assessment;

class Writer {
 public:
    Writer(const scoring::Screening& screening, int indent)
        : screening_(screening), model_(screening.model()), json_(indent) {}

    void whole_screening(std::ostream& out) {
        json_.begin_object();
        head();
        json_.key("context");
        context();
        json_.key("beoordelingen");
        json_.begin_array();
        scoring::Explainer explainer(screening_);
        for (std::size_t row = 0; row < screening_.population().providers.size(); ++row) {
            assessment(explainer.explain(row));
            out << json_.take();
        }
        json_.end_array();
        json_.end_object();
        out << json_.take() << '\n';
    }

    std::string one_assessment(const Assessment& of) {
        assessment(of);
        return json_.take();
    }

    std::string context_alone() {
        json_.begin_object();
        context_members();
        json_.key("medianen");
        json_.begin_array();
        for (const auto& of : scoring::medians(screening_)) median(of);
        json_.end_array();
        json_.end_object();
        return json_.take();
    }

 private:
    void text(std::string_view key, std::string_view value) {
        json_.key(key);
        json_.string(value);
    }
    void whole(std::string_view key, std::int64_t value) {
        json_.key(key);
        json_.integer(value);
    }
    void boolean(std::string_view key, bool value) {
        json_.key(key);
        json_.boolean(value);
    }

    void head() {
        json_.key("model");
        json_.begin_object();
        text("naam", model_.name);
        text("versie", model_.version);
        text("hash", model_.hash);
        json_.end_object();
        text("peildatum", screening_.reference().iso());
        text("fase", domain::api_name(screening_.phase()));
        text("toelichting", domain::kColourIsNoJudgement);
    }

    /// What the whole population decided for each of its providers.
    void context() {
        json_.begin_object();
        context_members();
        json_.end_object();
    }

    void context_members() {
        text("populatie", screening_.population().selection);
        json_.key("indicatoren");
        json_.begin_array();
        for (std::size_t i = 0; i < model_.indicators.size(); ++i) {
            if (!model_.indicators[i].counts_in(screening_.phase())) continue;
            const auto& rate = screening_.context().indicators[i];
            json_.begin_object();
            text("indicator", model_.indicators[i].key);
            whole("treffers", static_cast<std::int64_t>(rate.count.hits));
            whole("geenTreffers", static_cast<std::int64_t>(rate.count.clears));
            boolean("nietMeegeteld", rate.withheld);
            json_.end_object();
        }
        json_.end_array();
    }

    void median(const scoring::Median& of) {
        json_.begin_object();
        text("indicator", model_.indicators[of.indicator].key);
        whole("trede", static_cast<std::int64_t>(of.step));
        text("deel", of.part);
        side("mediaan", of.type, of.value);
        whole("bekendVan", static_cast<std::int64_t>(of.known));
        json_.end_object();
    }

    void assessment(const Assessment& of) {
        json_.begin_object();
        text("aanbieder", screening_.population().providers[of.row]);
        whole("laagste", of.lowest);
        whole("hoogste", of.highest);
        text("kleur", domain::api_name(of.colour));
        json_.key("subcategorie");
        if (of.sub_category)
            json_.string(domain::api_name(*of.sub_category));
        else
            json_.null();
        boolean("vast", of.settled);
        json_.key("mogelijkeKleuren");
        json_.begin_array();
        for (const auto colour : of.possible_colours) json_.string(domain::api_name(colour));
        json_.end_array();
        json_.key("mogelijkeSubcategorieen");
        json_.begin_array();
        for (const auto sub_category : of.possible_sub_categories) json_.string(domain::api_name(sub_category));
        json_.end_array();
        json_.key("volledigheid");
        if (const auto share = of.completeness.share())
            json_.number(*share);
        else
            json_.null();
        json_.key("urgentie");
        if (of.urgency)
            json_.integer(static_cast<std::int64_t>(*of.urgency));
        else
            json_.null();
        categories(of);
        knock_outs(of);
        reasons(of);
        missing(of);
        json_.end_object();
    }

    void categories(const Assessment& of) {
        json_.key("categorieen");
        json_.begin_array();
        for (const auto& sum : of.categories) {
            json_.begin_object();
            text("categorie", model_.categories[sum.category].key);
            whole("plafond", model_.categories[sum.category].cap);
            end_of_scale("laagste", sum.lowest_sum, sum.lowest_counted);
            end_of_scale("hoogste", sum.highest_sum, sum.highest_counted);
            json_.end_object();
        }
        json_.end_array();
    }

    void end_of_scale(std::string_view key, int sum, int counted) {
        json_.key(key);
        json_.begin_object();
        whole("som", sum);
        whole("geteld", counted);
        json_.end_object();
    }

    void knock_outs(const Assessment& of) {
        json_.key("knockouts");
        json_.begin_array();
        for (const auto& knock_out : of.knock_outs) {
            json_.begin_object();
            text("indicator", model_.indicators[knock_out.indicator].key);
            whole("vloer", *model_.indicators[knock_out.indicator].floor);
            text("uitkomst", domain::api_name(knock_out.outcome));
            json_.end_object();
        }
        json_.end_array();
    }

    void reasons(const Assessment& of) {
        json_.key("redenen");
        json_.begin_array();
        for (const auto& reason : of.reasons) {
            json_.begin_object();
            const auto& indicator = model_.indicators[reason.indicator];
            text("indicator", indicator.key);
            json_.key("categorie");  // a knock-out has none
            if (indicator.category)
                json_.string(model_.categories[*indicator.category].key);
            else
                json_.null();
            text("uitkomst", domain::api_name(reason.outcome));
            whole("punten", reason.points);
            whole("mogelijkePunten", reason.possible_points);
            if (!reason.set_asides.empty()) set_asides(reason);
            json_.key("beslissend");
            json_.begin_array();
            for (const auto& part : reason.deciding) deciding(part);
            json_.end_array();
            json_.key("feiten");
            json_.begin_array();
            for (const auto& fact : reason.facts) fact_seen(fact);
            json_.end_array();
            json_.end_object();
        }
        json_.end_array();
    }

    void set_asides(const scoring::Reason& reason) {
        json_.key("terzijde");
        json_.begin_array();
        for (const auto& set_aside : reason.set_asides) {
            json_.begin_object();
            whole("trede", static_cast<std::int64_t>(set_aside.step));
            text("uitleg", set_aside.explanation);
            text("door", set_aside.by);
            text("akkoord", set_aside.agreed_by);
            text("datum", set_aside.date.iso());
            json_.end_object();
        }
        json_.end_array();
    }

    /// `trede` 0 is the rule about applicability.
    void deciding(const scoring::DecidingPart& part) {
        json_.begin_object();
        whole("trede", static_cast<std::int64_t>(part.step));
        text("deel", part.text);
        text("zin", part.sentence);
        constexpr std::array<std::string_view, 3> kOutcomes{"onwaar", "onbekend", "waar"};
        text("uitkomst", kOutcomes[static_cast<std::size_t>(part.outcome)]);
        if (part.compares) {
            side("gezien", part.type, part.seen);
            side("grens", part.type, part.limit);
        }
        json_.end_object();
    }

    void side(std::string_view key, FactType type, std::optional<double> value) {
        json_.key(key);
        if (!value)
            json_.null();
        else if (type == FactType::amount)
            json_.raw_number(euros_unrounded(*value));
        else if (type == FactType::date)
            json_.string(Date{static_cast<std::int32_t>(*value)}.iso());
        else
            json_.number(*value);
    }

    void fact_seen(const scoring::FactSeen& fact) {
        const auto& definition = model_.facts.facts[model_.program.inputs[fact.column].fact];
        json_.begin_object();
        text("feit", definition.key);
        text("periode", fact.period.text());
        json_.key("waarde");
        const bool quoted = definition.type == FactType::date || definition.type == FactType::choice;
        if (!fact.value)
            json_.null();
        else if (quoted)
            json_.string(domain::plain_text(definition, *fact.value));
        else
            json_.raw_number(domain::plain_text(definition, *fact.value));
        json_.key("bron");
        if (fact.origin)
            json_.string(fact.origin->source);
        else
            json_.null();
        json_.key("bekendOp");
        if (fact.origin)
            json_.string(fact.origin->known_on.iso());
        else
            json_.null();
        if (fact.origin && fact.origin->fact != 0) whole("feitId", fact.origin->fact);
        json_.end_object();
    }

    void missing(const Assessment& of) {
        json_.key("ontbrekend");
        json_.begin_array();
        for (const auto& missing : of.missing) {
            json_.begin_object();
            text("feit", model_.facts.facts[model_.program.inputs[missing.column].fact].key);
            text("periode", missing.period.text());
            whole("punten", missing.points);
            text("verandert", missing.changes_colour ? "kleur" : "subcategorie");
            json_.end_object();
        }
        json_.end_array();
    }

    const scoring::Screening& screening_;
    const scoring::Model& model_;
    JsonWriter json_;
};

}  // namespace

void write_screening_json(const scoring::Screening& screening, std::ostream& out) {
    Writer(screening, 2).whole_screening(out);
}

std::string assessment_json(const scoring::Screening& screening, const scoring::Assessment& assessment) {
    return Writer(screening, 0).one_assessment(assessment);
}

std::string context_json(const scoring::Screening& screening) { return Writer(screening, 0).context_alone(); }

}  // namespace slagboom::files
