#include "files/screening_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/number.h"
#include "base/text.h"

namespace slagboom::files {
namespace {

using domain::Colour;
using domain::Outcome;
using scoring::Assessment;
using scoring::Screening;

constexpr std::size_t kWidth = 80;

std::string_view symbol(Colour colour) {
    switch (colour) {
        case Colour::red:
            return "▲";
        case Colour::orange:
            return "◆";
        case Colour::green:
            return "●";
        case Colour::grey:
            break;
    }
    return "○";
}

std::string_view symbol(Outcome outcome) {
    switch (outcome) {
        case Outcome::hit:
            return "+";
        case Outcome::unknown:
            return "?";
        case Outcome::clear:
            return "-";
        case Outcome::not_applicable:
            return "·";
        case Outcome::set_aside:
            return "~";
        case Outcome::withheld:
            break;
    }
    return "x";
}

std::string colour_words(const Assessment& of) {
    const auto word = of.sub_category ? domain::api_name(*of.sub_category) : domain::api_name(of.colour);
    return fmt::format("{} {}", symbol(of.colour), word);
}

std::string share_text(const scoring::Completeness& of) {
    const auto share = of.share();
    return share ? dutch_number(*share * 100, 0) + "%" : "–";
}

std::string score_text(const Assessment& of) {
    return of.lowest == of.highest ? std::to_string(of.lowest) : fmt::format("{}–{}", of.lowest, of.highest);
}

/// The part of a text that fits in `width` characters.
std::string_view prefix(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    for (std::size_t used = 0; used < width && end < text.size(); ++used)
        end += first_character(text.substr(end)).size();
    return text.substr(0, end);
}

/// Lines of at most kWidth characters; those after the first are `hanging` further in. Only a word longer than a line
/// is broken.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t hanging = 0) {
    std::string result, line(indent, ' ');
    bool fresh = true;
    const auto next_line = [&] {
        result += line + "\n";
        line = std::string(indent + hanging, ' ');
        fresh = true;
    };
    for (auto word : split(text, ' ')) {
        if (!fresh && display_width(line) + 1 + display_width(word) > kWidth) next_line();
        while (display_width(line) + (fresh ? 0 : 1) + display_width(word) > kWidth) {
            const auto part = prefix(word, kWidth - display_width(line) - (fresh ? 0 : 1));
            line += (fresh ? "" : " ") + std::string(part);
            word.remove_prefix(part.size());
            next_line();
        }
        line += (fresh ? "" : " ") + std::string(word);
        fresh = false;
    }
    return result + line + "\n";
}

std::string right(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

void distribution_row(std::string_view label, const std::vector<std::pair<std::size_t, std::size_t>>& counts,
                      std::ostream& out) {
    out << fitted(label, 28);
    for (const auto& [count, total] : counts) {
        const std::string share =
            total > 0 ? dutch_number(100.0 * static_cast<double>(count) / static_cast<double>(total), 1) + "%" : "–";
        out << right(std::to_string(count), 5) << right(share, 8);
    }
    out << "\n";
}

const domain::FactDefinition& definition(const Screening& screening, std::size_t column) {
    const auto& model = screening.model();
    return model.facts.facts[model.program.inputs[column].fact];
}

std::string period_text(const domain::FactDefinition& fact, domain::Period period) {
    return fact.periodic() ? period.text() : Date{period.number}.dutch();
}

std::string side_text(const scoring::DecidingPart& part, const std::optional<double>& value) {
    if (!value) return "onbekend";
    if (part.type == domain::FactType::amount) return dutch_euros(*value);
    if (part.type == domain::FactType::date) return Date{static_cast<std::int32_t>(*value)}.dutch();
    if (part.in_percent) return dutch_number(*value * 100, 2) + "%";
    return dutch_number(*value);
}

std::string value_text(const domain::FactDefinition& fact, domain::FactValue value) {
    const std::string text = domain::dutch_text(fact, value);
    return fact.type == domain::FactType::number && !fact.unit.empty() ? text + " " + fact.unit : text;
}

std::string points_text(const scoring::Reason& reason) {
    if (reason.points == reason.possible_points)
        return reason.points == 1 ? "1 punt" : fmt::format("{} punten", reason.points);
    return fmt::format("{} tot {} punten", reason.points, reason.possible_points);
}

/// The API's word as people write it.
std::string outcome_words(Outcome outcome) {
    std::string text{domain::api_name(outcome)};
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::string_view words(columns::Trit outcome) {
    constexpr std::array<std::string_view, 3> kWords{"niet waar", "onbekend", "waar"};
    return kWords[static_cast<std::size_t>(outcome)];
}

class ExplanationWriter {
 public:
    ExplanationWriter(const Screening& screening, const Assessment& assessment, std::ostream& out)
        : screening_(screening), model_(screening.model()), assessment_(assessment), out_(out) {}

    void run(const std::string& name) {
        out_ << wrapped(
            fmt::format("Aanbieder {} {}", quotable(screening_.population().providers[assessment_.row], 60), name), 0);
        out_ << wrapped(standing(), 0);
        out_ << "\nWaarom deze kleur\n";
        for (const auto& sum : assessment_.categories) category(sum);
        knock_outs();
        out_ << wrapped(total(), 2)
             << "\n  Tekens: + treffer  - geen treffer  ? onbekend  · niet van toepassing\n          ~ terzijde gelegd "
                " x niet meegeteld\n";
        missing();
    }

 private:
    std::string standing() const {
        std::string text = fmt::format("{} · score {} · volledigheid {}", colour_words(assessment_),
                                       score_text(assessment_), share_text(assessment_.completeness));
        if (assessment_.urgency)
            text += fmt::format(" · urgentie {} van {}", *assessment_.urgency, screening_.urgency_list().size());
        if (assessment_.colour == Colour::grey && assessment_.settled)
            return text + " · wat voor deze aanbieder geldt, telt niet mee";
        if (assessment_.settled) return text + " · staat vast";
        std::string possible;
        for (const auto colour : assessment_.possible_colours)
            possible += (possible.empty() ? "" : " of ") + std::string(domain::api_name(colour));
        return text + " · kan worden: " + possible;
    }

    void category(const scoring::CategorySum& sum) {
        const auto& category = model_.categories[sum.category];
        std::vector<const scoring::Reason*> reasons;
        for (const auto& reason : assessment_.reasons) {
            if (model_.indicators[reason.indicator].category == sum.category) reasons.push_back(&reason);
        }
        if (reasons.empty()) return;
        const std::string counted = sum.lowest_counted == sum.highest_counted
                                        ? std::to_string(sum.lowest_counted)
                                        : fmt::format("{} tot {}", sum.lowest_counted, sum.highest_counted);
        const bool capped = sum.highest_sum > sum.highest_counted;
        out_ << wrapped(
            fmt::format("{}: {} van hooguit {}{}", category.title, counted, category.cap,
                        capped ? fmt::format(" (zonder plafond {})",
                                             sum.lowest_sum == sum.highest_sum
                                                 ? std::to_string(sum.lowest_sum)
                                                 : fmt::format("{} tot {}", sum.lowest_sum, sum.highest_sum))
                               : ""),
            2);
        for (const auto* reason : reasons) write(*reason);
    }

    void knock_outs() {
        bool titled = false;
        for (const auto& reason : assessment_.reasons) {
            if (!model_.indicators[reason.indicator].knock_out()) continue;
            if (!titled) out_ << "  Uitsluitingsgronden (tillen de score tot een vloer)\n";
            titled = true;
            write(reason);
        }
    }

    void write(const scoring::Reason& reason) {
        const auto& indicator = model_.indicators[reason.indicator];
        const std::string worth =
            indicator.knock_out() ? fmt::format("vloer {}", *indicator.floor) : points_text(reason);
        out_ << wrapped(
            fmt::format("{} {}: {}, {}", symbol(reason.outcome), indicator.title, outcome_words(reason.outcome), worth),
            4, 2);
        if (reason.outcome == Outcome::clear) return;
        write_parts(reason);
        if (reason.outcome == Outcome::not_applicable)
            out_ << wrapped(fmt::format("reden: {}", indicator.applies_to->reason), 8, 2);
        for (const auto& fact : reason.facts) write(fact);
        for (const auto& set_aside : reason.set_asides) {
            out_ << wrapped(fmt::format("terzijde gelegd op {}: {} (door {}, akkoord {})", set_aside.date.dutch(),
                                        quotable(set_aside.explanation, 300), quotable(set_aside.by, 80),
                                        quotable(set_aside.agreed_by, 80)),
                            8, 2);
        }
        if (reason.outcome == Outcome::hit)
            out_ << wrapped("kan onschuldig zijn: " + joined(indicator.explanations, " "), 8, 2);
    }

    /// Each condition once, under the step it belongs to.
    void write_parts(const scoring::Reason& reason) {
        const auto& indicator = model_.indicators[reason.indicator];
        std::set<std::string> said;
        std::size_t step = indicator.steps.size() + 1;
        for (const auto& part : reason.deciding) {
            if (!said.insert(part.text).second) continue;
            if (part.step != step && indicator.steps.size() > 1) {
                out_ << wrapped(part.step == 0 ? "voor wie het geldt"
                                               : fmt::format("trede {}, {} {}", part.step, indicator.points(part.step),
                                                             indicator.points(part.step) == 1 ? "punt" : "punten"),
                                6);
            }
            step = part.step;
            out_ << wrapped(fmt::format("{}: {}", words(part.outcome), part.sentence), 8, 2);
            if (part.compares && part.seen)
                out_ << wrapped(
                    fmt::format("gezien {}, grens {}", side_text(part, part.seen), side_text(part, part.limit)), 10, 2);
        }
    }

    void write(const scoring::FactSeen& fact) {
        const auto& of = definition(screening_, fact.column);
        if (!fact.value) {
            out_ << wrapped(fmt::format("{} ({}): niet bekend", of.label, period_text(of, fact.period)), 8, 2);
            return;
        }
        out_ << wrapped(
            fmt::format("{} ({}): {}; bron {}, bekend op {}", of.label, period_text(of, fact.period),
                        value_text(of, *fact.value), quotable(fact.origin->source, 80), fact.origin->known_on.dutch()),
            8, 2);
    }

    std::string total() const {
        int lowest = 0, highest = 0;
        for (const auto& sum : assessment_.categories) {
            lowest += sum.lowest_counted;
            highest += sum.highest_counted;
        }
        std::string text = fmt::format(
            "Samen: {}", lowest == highest ? std::to_string(lowest) : fmt::format("{} tot {}", lowest, highest));
        if (lowest != assessment_.lowest || highest != assessment_.highest)
            text += fmt::format(", met de vloeren {}", score_text(assessment_));
        const auto& cut_offs = model_.cut_offs;
        return text + fmt::format(". Oranje begint bij {}, lichtrood bij {}, middenrood bij {}, donkerrood bij {}.",
                                  cut_offs.orange, cut_offs.light_red, cut_offs.middle_red, cut_offs.dark_red);
    }

    void missing() {
        if (assessment_.missing.empty()) {
            out_ << "\nEr ontbreekt niets dat de kleur nog kan veranderen.\n";
            return;
        }
        out_ << "\nWat ontbreekt en nog iets kan veranderen\n";
        for (const auto& missing : assessment_.missing) {
            const auto& of = definition(screening_, missing.column);
            out_ << wrapped(
                fmt::format("{} ({}): kan de {} veranderen, {} {}", of.label, period_text(of, missing.period),
                            missing.changes_colour ? "kleur" : "subcategorie", missing.points,
                            missing.points == 1 ? "punt" : "punten"),
                4, 2);
        }
    }

    const Screening& screening_;
    const scoring::Model& model_;
    const Assessment& assessment_;
    std::ostream& out_;
};

}  // namespace

void write_heading(const Screening& screening, std::ostream& out) {
    const auto& model = screening.model();
    out << wrapped(fmt::format("Model {} {}", model.name, model.version), 0);
    out << "Hash " << model.hash << "\n";
    out << wrapped(fmt::format("Peildatum {}, fase {}, {} aanbieders", screening.reference().dutch(),
                               domain::api_name(screening.phase()), screening.population().providers.size()),
                   0);
    out << wrapped(screening.population().selection, 0);
    out << wrapped(domain::kColourIsNoJudgement, 0) << "\n";
}

void write_distribution(const std::vector<const Screening*>& moments, std::ostream& out) {
    std::vector<scoring::Distribution> all;
    out << fitted("Verdeling op", 28);
    for (const auto* moment : moments) {
        all.push_back(moment->distribution());
        out << right(moment->reference().dutch(), 13);
    }
    out << "\n";
    const auto row = [&](std::string_view label, auto count) {
        std::vector<std::pair<std::size_t, std::size_t>> counts;
        for (const auto& distribution : all) counts.emplace_back(count(distribution), distribution.total);
        distribution_row(label, counts, out);
    };
    for (const Colour colour : {Colour::red, Colour::orange, Colour::green, Colour::grey}) {
        const std::string_view note = colour == Colour::grey ? " (niet beoordeeld)" : "";
        row(fmt::format("  {} {}{}", symbol(colour), domain::api_name(colour), note),
            [&](const auto& of) { return of.colours[static_cast<std::size_t>(colour)]; });
    }
    row("  waarvan kleur staat vast", [](const auto& of) { return of.settled; });
    out << "Rood naar subcategorie\n";
    for (const auto sub : {domain::SubCategory::dark, domain::SubCategory::middle, domain::SubCategory::light}) {
        row(fmt::format("  ▲ {}", domain::api_name(sub)),
            [&](const auto& of) { return of.sub_categories[static_cast<std::size_t>(sub)]; });
    }
    row("Aanbieders", [](const auto& of) { return of.total; });
    out << "\n";
}

void write_withheld(const Screening& screening, std::ostream& out) {
    const auto& model = screening.model();
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        const auto& rate = screening.context().indicators[i];
        if (!rate.withheld) continue;
        out << wrapped(fmt::format("Niet meegeteld: '{}' raakt {} van de {} aanbieders waarvoor het bekend is, meer "
                                   "dan {}%. Dat wijst op een fout in de gegevens of een te scherpe grens.",
                                   model.indicators[i].title, rate.count.hits, rate.count.hits + rate.count.clears,
                                   model.withheld_above),
                       0)
            << "\n";
    }
}

void write_lists(const Screening& screening, const NameOf& name_of, std::ostream& out) {
    const auto line = [&](std::string_view rank, const Assessment& of) {
        const std::string& provider = screening.population().providers[of.row];
        out << right(rank, 4) << "  " << fitted(quotable(provider, 60), 12) << " "
            << fitted(quotable(name_of(provider), 60), 32) << " " << fitted(colour_words(of), 12) << " "
            << right(score_text(of), 7) << right(share_text(of.completeness), 8) << "\n";
    };
    const std::string columns =
        fmt::format("{}  {} {} {} {}{}\n", right("rang", 4), fitted("aanbieder", 12), fitted("naam", 32),
                    fitted("kleur", 12), right("score", 7), right("bekend", 8));
    out << "Urgentielijst: rood van donker naar licht\n";
    if (screening.urgency_list().empty())
        out << "  Geen enkele aanbieder is rood.\n";
    else
        out << columns;
    for (const std::size_t row : screening.urgency_list()) {
        const Assessment assessment = screening.assess(row);
        line(std::to_string(*assessment.urgency), assessment);
    }
    const auto greys = screening.grey_list();
    if (!greys.empty())
        out << "\nNiet beoordeeld (grijs): er is te weinig bekend, of wat geldt telt niet mee\n" << columns;
    for (const std::size_t row : greys) line("–", screening.assess(row));
    out << "\n";
}

void write_missing(const Screening& screening, const NameOf& name_of, std::ostream& out) {
    out << "Wat ontbreekt en nog iets kan veranderen, per aanbieder\n";
    scoring::Explainer explainer(screening);
    std::size_t without = 0;
    for (std::size_t row = 0; row < screening.population().providers.size(); ++row) {
        const Assessment assessment = explainer.explain(row);
        if (assessment.missing.empty()) {
            ++without;
            continue;
        }
        const std::string& provider = screening.population().providers[row];
        out << wrapped(fmt::format("{} {}: {}, score {}", quotable(provider, 60), quotable(name_of(provider), 60),
                                   colour_words(assessment), score_text(assessment)),
                       2, 2);
        for (const auto& missing : assessment.missing) {
            const auto& of = definition(screening, missing.column);
            out << wrapped(fmt::format("{} ({}): {}, {} {}", of.label, period_text(of, missing.period),
                                       missing.changes_colour ? "kleur" : "subcategorie", missing.points,
                                       missing.points == 1 ? "punt" : "punten"),
                           6, 2);
        }
    }
    out << wrapped(fmt::format("Aan {} van de {} aanbieders hoeft niets te worden gevraagd.", without,
                               screening.population().providers.size()),
                   2)
        << "\n";
}

void write_explanation(const Screening& screening, std::size_t row, const NameOf& name_of, std::ostream& out) {
    scoring::Explainer explainer(screening);
    const Assessment assessment = explainer.explain(row);
    ExplanationWriter(screening, assessment, out).run(quotable(name_of(screening.population().providers[row]), 100));
}

}  // namespace slagboom::files
