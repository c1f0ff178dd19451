#include "app/list_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/list_words.h"
#include "base/collation.h"
#include "base/text.h"
#include "domain/assessment_words.h"
#include "files/table_file.h"
#include "storage/model_store.h"
#include "storage/register_store.h"

namespace slagboom::app {
namespace {

using files::TableCell;
using Names = std::map<std::string, std::string>;

/// What the cells of a line say, and the titles of the model that it was screened with.
struct Speech {
    ListWords words;
    Names municipalities;
    Names titles;  ///< of indicators in English; empty in Dutch, which stands with the assessment
};

std::string name_in(const Names& names, const std::string& key) {
    const auto found = names.find(key);
    return found == names.end() ? key : found->second;
}

/// "kleur: rood, oranje; gemeente: Enschede". What somebody searched for and the name of a lot are no words of ours.
std::string in_words(const std::vector<ListFilter>& filters, const Speech& speech) {
    if (filters.empty()) return speech.words.no_filters();
    std::vector<std::string> all;
    for (const auto& [name, values] : filters) {
        std::vector<std::string> said;
        for (const auto& value : values) {
            const bool own = name == "zoek" || name == "perceel";
            said.push_back(name == "gemeente" ? name_in(speech.municipalities, value)
                           : own              ? value
                                              : speech.words.word(value));
        }
        all.push_back(said.empty() ? speech.words.word(name)
                                   : fmt::format("{}: {}", speech.words.word(name), joined(said, ", ")));
    }
    return joined(all, "; ");
}

std::vector<std::vector<std::string>> head(storage::Connection& sql, const storage::StoredScreening& screening,
                                           const ListShape& shape, const Speech& speech) {
    const auto& words = speech.words;
    const auto model = storage::find_model(sql, screening.model_hash);
    const std::string name = model ? fmt::format("{} {}", model->name, model->version) : std::string();
    return {{words.reference_date(), screening.reference_date},
            {"Model", fmt::format("{} ({})", name, screening.model_hash)},
            {words.trial(), words.is_trial(screening.trial)},
            {words.filters(), in_words(shape.filters, speech)},
            {std::string(domain::colour_is_no_judgement(shape.language))},
            {}};
}

template <class Value>
TableCell cell(const std::optional<Value>& value) {
    return value ? TableCell(*value) : TableCell();
}

TableCell said(const Speech& speech, const std::optional<std::string>& api_name) {
    return api_name ? TableCell(speech.words.word(*api_name)) : TableCell();
}

std::string possible_colours(const nlohmann::json& summary, const Speech& speech) {
    std::vector<std::string> all;
    for (const std::string colour : summary.at("mogelijkeKleuren")) all.push_back(speech.words.word(colour));
    return joined(all, ", ");
}

TableCell reason(const nlohmann::json& summary, std::size_t place, const Speech& speech) {
    const auto& reasons = summary.at("zwaarsteRedenen");
    if (place >= reasons.size()) return {};
    const auto& reason = reasons[place];
    const auto english = speech.titles.find(reason.at("indicator").get<std::string>());
    const std::string title = english == speech.titles.end() ? reason.at("titel").get<std::string>() : english->second;
    return fmt::format("{} ({})", title, reason.at("punten").get<std::int64_t>());
}

std::string names_of(const std::vector<std::string>& codes, const Names& names) {
    std::vector<std::string> all;
    for (const auto& code : codes) all.push_back(name_in(names, code));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return reading_order(a) < reading_order(b); });
    return joined(all, ", ");
}

/// In the order of the columns.
std::vector<TableCell> cells(const ListLine& line, const Speech& speech) {
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
            speech.words.word(row.colour),
            said(speech, row.sub_category),
            possible_colours(summary, speech),
            row.lowest,
            row.highest,
            share,
            summary.at("ontbrekend").get<std::int64_t>(),
            speech.words.word(line.change),
            said(speech, row.colour_before),
            said(speech, row.sub_category_before),
            reason(summary, 0, speech),
            reason(summary, 1, speech),
            line.few_clients ? TableCell(speech.words.few_clients()) : cell(line.clients),
            value,
            speech.words.word(row.step),
            cell(row.due_on),
            names_of(line.municipalities, speech.municipalities)};
}

/// In English, by indicator; nothing where the model has none.
Names english_titles(System& system, storage::Connection& sql, const std::string& model_hash) {
    Names titles;
    const auto model = system.models.load(sql, model_hash);
    if (!model || !(*model)->has_english) return titles;
    for (const auto& indicator : (*model)->indicators) titles[indicator.key] = indicator.english_title;
    return titles;
}

}  // namespace

Answer<std::string> list_file(System& system, const SignedIn& who, const storage::StoredScreening& screening,
                              std::vector<ListLine> lines, const ListShape& shape) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::list_urgency));
    const auto snapshot = system.database.read();
    auto& sql = snapshot.sql();
    Speech speech{ListWords(shape.language), {}, {}};
    for (const auto& of : storage::municipalities(sql)) speech.municipalities[of.code] = of.name;
    if (shape.language == Language::english) speech.titles = english_titles(system, sql, screening.model_hash);
    files::Table table{speech.words.sheet(),   parse_iso_date(screening.reference_date).value(),
                       shape.language,         head(sql, screening, shape, speech),
                       speech.words.columns(), {}};
    put_in_order(lines, shape.order);
    for (const auto& line : lines) table.rows.push_back(cells(line, speech));
    std::ostringstream out;
    if (shape.form == ListForm::csv) {
        write_table_csv(table, out);
    } else if (const auto written = write_table_xlsx(table, out); !written) {
        return Refusal{Refusal::Kind::unavailable, "tijdelijk-niet-beschikbaar", written.error().text(), {}, {}, 0};
    }
    return std::move(out).str();
}

}  // namespace slagboom::app
