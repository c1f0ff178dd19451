#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/evaluate_rule.h"
#include "app/show_model.h"
#include "app/test_model.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "files/model_folder.h"
#include "files/text_file.h"
#include "main/commands.h"
#include "main/progress.h"
#include "scoring/model_sql.h"

namespace slagboom::main {
namespace {

struct Options {
    std::string folder, rule, columns, notation, reference, phase = "monitoring";
    std::vector<std::string> facts;
};

/// A rule is tried on a sample; more belongs in a screening.
constexpr std::size_t kMaxColumnsFile = std::size_t{64} << 20;

int print_errors(const std::vector<Error>& errors) {
    for (const auto& error : errors) fail(error);
    fmt::print(stderr, "{} fouten; het model is niet te gebruiken\n", errors.size());
    return kNothingDone;
}

Result<Date> reference_of(const std::string& text) {
    if (text.empty()) return today_in_amsterdam();
    if (const auto date = parse_iso_date(text)) return *date;
    return Error{fmt::format("--reference-date '{}': verwacht een bestaande datum als 2018-10-31", quotable(text)), "",
                 0, 0};
}

/// Loads the model and does something with it.
template <class Work>
int with_model(const Options& options, Work work) {
    const auto loaded = files::load_model(options.folder);
    return loaded ? work(*loaded) : print_errors(loaded.error());
}

int check(const Options& options) {
    return with_model(options, [](const files::LoadedModel& loaded) {
        for (const auto& warning : loaded.warnings) fmt::print(stderr, "waarschuwing: {}\n", warning.text());
        fmt::print("{} {} is in orde: {} indicatoren, {} feiten, {} categorieën, {} waarschuwingen\n",
                   loaded.model.name, loaded.model.version, loaded.model.indicators.size(),
                   loaded.model.facts.facts.size(), loaded.model.categories.size(), loaded.warnings.size());
        return kDone;
    });
}

int test(const Options& options) {
    return with_model(options, [&](const files::LoadedModel& loaded) {
        const auto report = app::test_model(loaded.model, options.folder);
        for (const auto& failure : report.failures) fmt::print(stderr, "{}\n", failure);
        fmt::print("{} gevallen uitgevoerd, {} kloppen niet\n", report.ran, report.failures.size());
        return report.failures.empty() && report.ran > 0 ? kDone : kDoneWithFaults;
    });
}

int show(const Options& options) {
    return with_model(options, [](const files::LoadedModel& loaded) {
        app::show_model(loaded.model, std::cout);
        return kDone;
    });
}

int hash(const Options& options) {
    return with_model(options, [](const files::LoadedModel& loaded) {
        fmt::print("{}\n", loaded.model.hash);
        return kDone;
    });
}

int sql(const Options& options) {
    return with_model(options, [&](const files::LoadedModel& loaded) -> int {
        const auto reference = reference_of(options.reference);
        if (!reference) return fail(reference.error());
        fmt::print("{}", scoring::model_sql(loaded.model, *reference, *domain::phase_named(options.phase)));
        return kDone;
    });
}

Result<app::RuleQuestion> question_of(const Options& options) {
    app::RuleQuestion question;
    question.rule = options.rule;
    for (const auto& text : options.facts) {
        const auto sign = text.find('=');
        if (sign == text.npos || sign == 0)
            return Error{fmt::format("--fact '{}': verwacht feit=waarde", quotable(text)), "", 0, 0};
        if (!question.facts.emplace(trimmed(text.substr(0, sign)), text.substr(sign + 1)).second)
            return Error{fmt::format("--fact '{}' staat er twee keer", quotable(text.substr(0, sign))), "", 0, 0};
    }
    if (!options.notation.empty())
        question.notation = options.notation == "nl" ? files::Notation::dutch : files::Notation::english;
    if (!options.columns.empty()) {
        SLAGBOOM_TRY(question.columns, files::read_file(options.columns, kMaxColumnsFile));
    }
    SLAGBOOM_TRY(question.reference, reference_of(options.reference));
    return question;
}

int eval(const Options& options) {
    const auto question = question_of(options);
    if (!question) return fail(question.error());
    const Progress progress("rekenen");
    const auto answer = app::evaluate_rule(*question);
    if (!answer) return fail(answer.error());
    for (const auto& fault : answer->faults.kept())
        fmt::print(stderr, "{}\n",
                   domain::without_service_numbers(fault.text(options.columns.empty() ? "--fact" : options.columns)));
    const bool single = options.columns.empty();
    if (single && answer->faults.count() > 0) return kNothingDone;
    std::string text;
    for (const auto& value : answer->values) text += value + "\n";
    fmt::print("{}", text);
    return answer->faults.count() == 0 ? kDone : kDoneWithFaults;
}

CLI::App* add(CLI::App& model, const std::string& name, const std::string& what, const std::string& example,
              const std::shared_ptr<Options>& options, Action& run, int (*work)(const Options&)) {
    auto* command = model.add_subcommand(name, what);
    command->footer("Voorbeeld: " + example + "\n\n" + kExitCodes);
    command->callback([options, &run, work] { run = [options, work] { return work(*options); }; });
    return command;
}

}  // namespace

void add_model(CLI::App& app, Action& run) {
    auto* model = app.add_subcommand("model", "Controleert, toetst en toont een model, of probeert een regel.");
    model->require_subcommand(1);
    add_model_load(*model, run);
    model->footer(std::string("Voorbeeld: slagboom model check models/twente\n\n") + kExitCodes);
    const auto options = std::make_shared<Options>();
    const auto folder = [&](CLI::App* command) {
        command->add_option("DIR", options->folder, "Map van het model")->required();
    };
    const auto reference = [&](CLI::App* command) {
        command->add_option("--reference-date", options->reference, "Peildatum, jjjj-mm-dd; zonder deze optie vandaag");
    };

    folder(add(*model, "check", "Leest het model streng en waarschuwt voor wat een zorgvuldige lezer zou opvallen.",
               "slagboom model check models/twente", options, run, check));
    folder(add(*model, "test", "Voert de gevallen van elke indicator uit.", "slagboom model test models/twente",
               options, run, test));
    folder(add(*model, "show", "Toont het model in zinnen, met de bron van elke grens.",
               "slagboom model show models/twente", options, run, show));
    folder(add(*model, "hash", "Geeft de SHA-256 van de inhoud, waarmee een versie wordt aangeduid.",
               "slagboom model hash models/twente", options, run, hash));
    auto* as_sql =
        add(*model, "sql", "Schrijft het hele model als één SQL-opdracht over de tabellen invoer, context en terzijde.",
            "slagboom model sql models/twente --reference-date 2018-10-31", options, run, sql);
    folder(as_sql);
    reference(as_sql);
    as_sql->add_option("--phase", options->phase, "poort of monitoring")
        ->check(CLI::IsMember({"poort", "monitoring"}))
        ->capture_default_str();

    auto* try_rule = add(*model, "eval", "Rekent een regel uit. Een feit dat niet is genoemd, is onbekend.",
                         "slagboom model eval 'personeelskosten / omzet < 65%' \\\n    --fact personeelskosten=600000 "
                         "--fact omzet=1000000",
                         options, run, eval);
    try_rule->add_option("RULE", options->rule, "De regel")->required();
    try_rule
        ->add_option("--fact", options->facts,
                     "feit=waarde; feit= is onbekend, feit__vorig=waarde is de vorige periode")
        ->allow_extra_args(false);
    try_rule
        ->add_option("--columns", options->columns,
                     "CSV-bestand met feiten als kolommen: rekent de regel uit voor elke rij")
        ->excludes("--fact");
    try_rule->add_option("--notation", options->notation, "Getallen zijn Nederlands of Engels: nl of en")
        ->check(CLI::IsMember({"nl", "en"}));
    reference(try_rule);
}

}  // namespace slagboom::main
