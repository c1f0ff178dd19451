#include "files/screening_csv.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "files/csv.h"

namespace slagboom::files {
namespace {

template <class Values>
std::string names(const Values& values) {
    std::string result;
    for (const auto value : values) result += (result.empty() ? "" : " ") + std::string(domain::api_name(value));
    return result;
}

std::string dutch_decimals(double value) {
    std::string text = shortest(value);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}  // namespace

void write_screening_csv(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out) {
    const auto cell = [](std::string_view text) { return csv_cell(text, ';'); };
    const scoring::Model& model = screening.model();
    const std::string ending =
        fmt::format(";{};{};{};{};{};{}\n", screening.reference().iso(), domain::api_name(screening.phase()),
                    cell(model.name), cell(model.version), model.hash, cell(domain::kColourIsNoJudgement));
    out << "aanbieder;naam;kleur;subcategorie;urgentie;laagste;hoogste;vast;mogelijke_kleuren;mogelijke_subcategorieen;"
           "volledigheid;"
           "peildatum;fase;model;versie;hash;toelichting\n";
    for (std::size_t row = 0; row < screening.population().providers.size(); ++row) {
        const auto assessment = screening.assess(row);
        const std::string& provider = screening.population().providers[row];
        const auto share = assessment.completeness.share();
        out << fmt::format("{};{};{};{};{};{};{};{};{};{};{}", cell(provider), cell(name_of(provider)),
                           domain::api_name(assessment.colour),
                           assessment.sub_category ? domain::api_name(*assessment.sub_category) : "",
                           assessment.urgency ? std::to_string(*assessment.urgency) : "", assessment.lowest,
                           assessment.highest, assessment.settled ? "ja" : "nee", names(assessment.possible_colours),
                           names(assessment.possible_sub_categories), share ? dutch_decimals(*share) : "")
            << ending;
    }
}

}  // namespace slagboom::files
