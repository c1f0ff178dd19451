#include "files/screening_rows.h"

namespace slagboom::files {
namespace {

template <class Values>
std::string names(const Values& values) {
    std::string result;
    for (const auto value : values) result += (result.empty() ? "" : " ") + std::string(domain::api_name(value));
    return result;
}

}  // namespace

ScreeningRow screening_row(const scoring::Screening& screening, std::size_t row, const NameOf& name_of) {
    const auto assessment = screening.assess(row);
    ScreeningRow result;
    result.provider = screening.population().providers[row];
    result.name = name_of(result.provider);
    result.colour = domain::api_name(assessment.colour);
    if (assessment.sub_category) result.sub_category = domain::api_name(*assessment.sub_category);
    result.urgency = assessment.urgency;
    result.lowest = assessment.lowest;
    result.highest = assessment.highest;
    result.settled = assessment.settled;
    result.possible_colours = names(assessment.possible_colours);
    result.possible_sub_categories = names(assessment.possible_sub_categories);
    result.completeness = assessment.completeness.share();
    return result;
}

}  // namespace slagboom::files
