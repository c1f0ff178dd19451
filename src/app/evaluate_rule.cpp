#include "app/evaluate_rule.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/number.h"
#include "base/text.h"
#include "expr/evaluate.h"
#include "expr/infer.h"
#include "expr/sql.h"
#include "files/csv.h"
#include "files/header.h"

namespace slagboom::app {
namespace {

using domain::FactType;
constexpr std::string_view kPrevious = "__vorig";

/// Texts by column name, one per row; for facts on the command line a single row.
struct TextTable {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines;   ///< per row
    std::vector<std::string> faults;  ///< per row, empty where it can be taken
    std::optional<files::Notation> notation;
};

std::string_view fact_key(std::string_view name) {
    return name.ends_with(kPrevious) ? name.substr(0, name.size() - kPrevious.size()) : name;
}

Result<TextTable> read_columns(std::string_view bytes, const RuleQuestion& question) {
    SLAGBOOM_TRY(const files::CsvText csv, files::recognise_csv(bytes));
    files::CsvReader reader(csv);
    SLAGBOOM_TRY(const files::Header header, files::Header::read(reader));
    TextTable table;
    table.names = header.names();
    files::NotationEvidence evidence;
    files::CsvRow row;
    while (reader.next(row)) {
        files::fit_to_header(row, table.names.size());
        table.lines.push_back(row.line);
        table.faults.push_back(row.fault);
        auto& texts = table.rows.emplace_back();
        for (const auto cell : row.cells) {
            texts.emplace_back(trimmed(cell));
            evidence.add(files::reading_of(cell));
        }
        texts.resize(table.names.size());
    }
    const auto choice = files::choose_notation(evidence, csv.separator, question.notation);
    if (!choice)
        return Error{"de getallen kunnen op twee manieren worden gelezen; zeg welke met --notation nl of --notation en",
                     "", 0, 0};
    table.notation = choice->notation;
    return table;
}

TextTable single_row(const std::map<std::string, std::string>& facts, std::optional<files::Notation> notation) {
    TextTable table;
    table.notation = notation;
    auto& row = table.rows.emplace_back();
    for (const auto& [name, text] : facts) {
        table.names.push_back(name);
        row.emplace_back(trimmed(text));
    }
    table.lines.push_back(0);
    table.faults.emplace_back();
    return table;
}

/// On the command line each value says its own notation; one that can be read two ways is refused.
Result<domain::FactValue> value_of(const domain::FactDefinition& fact, const std::string& text,
                                   std::optional<files::Notation> notation) {
    if (notation) return files::parse_cell(fact, text, *notation);
    const files::Reading reading = files::reading_of(text);
    const bool numeric = fact.type == FactType::number || fact.type == FactType::amount;
    if (numeric && reading == files::Reading::different)
        return Error{
            fmt::format("'{}' kan twee getallen zijn; schrijf het zonder punt of komma voor duizendtallen", text), "",
            0, 0};
    return files::parse_cell(fact, text,
                             reading == files::Reading::dutch ? files::Notation::dutch : files::Notation::english);
}

Error unknown_name(const std::string& name, const domain::FactCatalogue& facts) {
    return Error{
        fmt::format("'{}' komt niet voor in de regel{}", quotable(name), did_you_mean(fact_key(name), facts.keys())),
        "", 0, 0};
}

/// Puts the texts where the program reads them. A value that does not fit is a fault of its row.
columns::Table table_of(const expr::Program& program, const domain::FactCatalogue& facts, TextTable& texts,
                        files::Faults& faults) {
    columns::Table table;
    table.rows = texts.rows.size();
    for (std::size_t i = 0; i < program.inputs.size(); ++i) {
        const auto& definition = facts.facts[program.inputs[i].fact];
        const auto found =
            std::find(texts.names.begin(), texts.names.end(), expr::column_name(facts, program.inputs[i]));
        std::vector<double> values(table.rows, columns::kUnknown);
        for (std::size_t row = 0; found != texts.names.end() && row < table.rows; ++row) {
            const auto& text = texts.rows[row][static_cast<std::size_t>(found - texts.names.begin())];
            if (text.empty() || !texts.faults[row].empty()) continue;
            const auto value = value_of(definition, text, texts.notation);
            if (value) {
                values[row] = *value;
                continue;
            }
            faults.add({texts.lines[row], *found, value.error().reason});
            texts.faults[row] = value.error().reason;
        }
        table.columns.push_back(columns::make_column(definition.type == FactType::boolean, table.rows,
                                                     [&](std::size_t row) { return values[row]; }));
    }
    return table;
}

std::string logic_text(columns::Trit value) {
    if (value == columns::Trit::unknown) return "unknown";
    return value == columns::Trit::yes ? "true" : "false";
}

std::string value_text(const expr::TypedTree& rule, const domain::FactCatalogue& facts, double value) {
    if (columns::is_unknown(value)) return "unknown";
    switch (rule.type()) {
        case FactType::amount:
            return euros_unrounded(value);
        case FactType::date:
            return Date{static_cast<std::int32_t>(value)}.iso();
        case FactType::choice:
            return domain::plain_text(facts.facts[rule.nodes.back().input.fact], value);
        case FactType::number:
        case FactType::boolean:
            break;
    }
    return shortest(value);
}

}  // namespace

Result<RuleAnswer> evaluate_rule(const RuleQuestion& question) {
    SLAGBOOM_TRY(expr::Tree tree, expr::parse(question.rule));
    TextTable texts = single_row(question.facts, question.notation);
    if (question.columns) {
        SLAGBOOM_TRY(texts, read_columns(*question.columns, question));
    }
    std::map<std::string, std::vector<std::string>> values;
    for (std::size_t i = 0; i < texts.names.size(); ++i) {
        for (const auto& row : texts.rows) values[std::string(fact_key(texts.names[i]))].push_back(row[i]);
    }
    const domain::FactCatalogue facts = expr::inferred_facts(tree, values);
    SLAGBOOM_TRY(const expr::TypedTree rule, expr::check(std::move(tree), facts));
    if (!question.columns) {
        for (const auto& name : texts.names) {
            if (!facts.find(fact_key(name))) return unknown_name(name, facts);
        }
    }
    RuleAnswer answer;
    for (std::size_t row = 0; row < texts.rows.size(); ++row) {
        if (!texts.faults[row].empty()) answer.faults.add({texts.lines[row], "", texts.faults[row]});
    }
    expr::ProgramBuilder builder;
    const expr::CompiledRule compiled = builder.add(rule);
    const expr::Program program = builder.take();
    const columns::Table table = table_of(program, facts, texts, answer.faults);
    expr::Evaluation evaluation(program, table, question.reference);
    for (std::size_t first = 0; first < table.rows; first += expr::kMaxChunk) {
        const std::size_t count = std::min(expr::kMaxChunk, table.rows - first);
        evaluation.run(first, count);
        for (std::size_t row = 0; row < count; ++row) {
            const bool logic = rule.type() == FactType::boolean;
            const std::string text = logic ? logic_text(evaluation.logic(compiled.result())[row])
                                           : value_text(rule, facts, evaluation.number(compiled.result(), row));
            answer.values.push_back(texts.faults[first + row].empty() ? text : "fout");
        }
    }
    return answer;
}

}  // namespace slagboom::app
