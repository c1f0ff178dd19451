#include "files/screening_csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/number.h"
#include "files/csv.h"

namespace slagboom::files {
namespace {

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
    out << fmt::format("{}\n", fmt::join(kScreeningColumns, ";"));
    for (std::size_t i = 0; i < screening.population().providers.size(); ++i) {
        const ScreeningRow row = screening_row(screening, i, name_of);
        out << fmt::format("{};{};{};{};{};{};{};{};{};{};{}", cell(row.provider), cell(row.name), row.colour,
                           row.sub_category, row.urgency ? std::to_string(*row.urgency) : "", row.lowest, row.highest,
                           row.settled ? "ja" : "nee", row.possible_colours, row.possible_sub_categories,
                           row.completeness ? dutch_decimals(*row.completeness) : "")
            << ending;
    }
}

}  // namespace slagboom::files
