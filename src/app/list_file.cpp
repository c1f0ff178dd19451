#include "app/list_file.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/text.h"
#include "domain/assessment_words.h"
#include "files/table_file.h"
#include "storage/model_store.h"
#include "storage/register_store.h"

namespace slagboom::app {
namespace {

using files::TableCell;
using Names = std::map<std::string, std::string>;

constexpr std::string_view kTrial = "ja: nog niet alles is geregeld, deze uitkomst opent geen werk";

std::vector<std::vector<std::string>> head(storage::Connection& sql, const storage::StoredScreening& screening) {
    const auto model = storage::find_model(sql, screening.model_hash);
    const std::string name = model ? fmt::format("{} {}", model->name, model->version) : std::string();
    return {{"Peildatum", screening.reference_date},
            {"Model", fmt::format("{} ({})", name, screening.model_hash)},
            {"Proef", screening.trial ? std::string(kTrial) : "nee"},
            {std::string(domain::kColourIsNoJudgement)},
            {}};
}

template <class Value>
TableCell cell(const std::optional<Value>& value) {
    return value ? TableCell(*value) : TableCell();
}

/// As the page says it.
std::string change_in_words(std::string_view change) {
    if (change == "hoger") return "zwaarder";
    if (change == "lager") return "lichter";
    if (change == "onbekend") return "van of naar te weinig gegevens";
    return std::string(change);
}

std::string step_in_words(const std::string& step) { return step == "beeindigd" ? "beëindigd" : step; }

std::string possible_colours(const nlohmann::json& summary) {
    return joined(summary.at("mogelijkeKleuren").get<std::vector<std::string>>(), ", ");
}

TableCell reason(const nlohmann::json& summary, std::size_t place) {
    const auto& reasons = summary.at("zwaarsteRedenen");
    if (place >= reasons.size()) return {};
    return fmt::format("{} ({})", reasons[place].at("titel").get<std::string>(),
                       reasons[place].at("punten").get<std::int64_t>());
}

std::string names_of(const std::vector<std::string>& codes, const Names& names) {
    std::vector<std::string> all;
    for (const auto& code : codes) {
        const auto found = names.find(code);
        all.push_back(found == names.end() ? code : found->second);
    }
    return joined(all, ", ");
}

const std::vector<std::string_view>& columns() {
    static const std::vector<std::string_view> all{"Urgentie",
                                                   "Aanbieder",
                                                   "KvK-nummer",
                                                   "Signaal",
                                                   "Subcategorie",
                                                   "Mogelijke kleuren",
                                                   "Punten zeker",
                                                   "Punten hoogstens",
                                                   "Volledigheid",
                                                   "Ontbrekende feiten",
                                                   "Verschil",
                                                   "Vorige kleur",
                                                   "Vorige subcategorie",
                                                   "Zwaarste reden (punten)",
                                                   "Tweede reden (punten)",
                                                   "Cliënten",
                                                   "Waarde per jaar (euro)",
                                                   "Stap",
                                                   "Gemeenten"};
    return all;
}

/// In the order of the columns.
std::vector<TableCell> cells(const ListLine& line, const Names& names) {
    const auto& row = line.row;
    const auto summary = nlohmann::json::parse(row.summary);
    TableCell share;
    if (row.all_points != 0)
        share = files::Share{static_cast<double>(row.known_points) / static_cast<double>(row.all_points)};
    TableCell value;
    if (line.yearly_value) value = files::Euros{*line.yearly_value};
    return {cell(row.urgency),
            row.name,
            row.kvk,
            row.colour,
            cell(row.sub_category),
            possible_colours(summary),
            row.lowest,
            row.highest,
            share,
            summary.at("ontbrekend").get<std::int64_t>(),
            change_in_words(line.change),
            cell(row.colour_before),
            cell(row.sub_category_before),
            reason(summary, 0),
            reason(summary, 1),
            line.few_clients ? TableCell("minder dan 10") : cell(line.clients),
            value,
            step_in_words(row.step),
            names_of(line.municipalities, names)};
}

}  // namespace

std::optional<ListForm> list_form_named(std::string_view text) {
    if (text == "csv") return ListForm::csv;
    if (text == "xlsx") return ListForm::xlsx;
    return std::nullopt;
}

Answer<std::string> list_file(System& system, const SignedIn& who, const storage::StoredScreening& screening,
                              const std::vector<ListLine>& lines, ListForm form) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::list_urgency));
    const auto snapshot = system.database.read();
    Names names;
    for (const auto& of : storage::municipalities(snapshot.sql())) names[of.code] = of.name;
    files::Table table{"Urgentielijst",
                       parse_iso_date(screening.reference_date).value(),
                       head(snapshot.sql(), screening),
                       columns(),
                       {}};
    for (const auto& line : lines) table.rows.push_back(cells(line, names));
    std::ostringstream out;
    if (form == ListForm::csv) {
        write_table_csv(table, out);
    } else if (const auto written = write_table_xlsx(table, out); !written) {
        return Refusal{Refusal::Kind::unavailable, "tijdelijk-niet-beschikbaar", written.error().text(), {}, {}, 0};
    }
    return std::move(out).str();
}

}  // namespace slagboom::app
