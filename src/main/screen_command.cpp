#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include "app/screen_providers.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "files/model_folder.h"
#include "files/screening_csv.h"
#include "files/screening_json.h"
#include "files/screening_table.h"
#include "files/screening_xlsx.h"
#include "files/text_file.h"
#include "main/commands.h"
#include "main/progress.h"

namespace slagboom::main {
namespace {

struct Options {
    std::string model, mapping, providers, set_aside, phase = "monitoring", format = "table", out, explain, notation,
                                                      facts;
    std::vector<std::string> references;
    std::size_t threads = 0;
    bool missing = false;
    bool strict = false;
};

std::string display_name(const std::string& path) {
    return path == "-" ? "standaardinvoer"
                       : domain::without_service_numbers(std::filesystem::path(path).filename().string());
}

/// The content of a file that may be left out.
Result<std::optional<std::string>> optional_file(const std::string& path) {
    if (path.empty()) return std::optional<std::string>();
    SLAGBOOM_TRY(std::string content, files::read_file(path));
    return std::optional(std::move(content));
}

Result<app::ScreeningRequest> request_of(const Options& options) {
    app::ScreeningRequest request;
    request.today = today_in_amsterdam();
    for (const auto& text : options.references) {
        const auto date = parse_iso_date(text);
        if (!date)
            return Error{
                fmt::format("--reference-date '{}': verwacht een bestaande datum als 2018-10-31", quotable(text)), "",
                0, 0};
        request.references.push_back(*date);
    }
    if (request.references.empty()) request.references.push_back(request.today);
    request.phase = *domain::phase_named(options.phase);
    if (!options.notation.empty())
        request.notation = options.notation == "nl" ? files::Notation::dutch : files::Notation::english;
    request.division.threads =
        options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
    SLAGBOOM_TRY(request.facts, files::read_file(options.facts));
    request.facts_name = display_name(options.facts);
    SLAGBOOM_TRY(request.mapping, optional_file(options.mapping));
    request.mapping_name = display_name(options.mapping);
    SLAGBOOM_TRY(request.providers, optional_file(options.providers));
    request.providers_name = display_name(options.providers);
    SLAGBOOM_TRY(request.set_asides, optional_file(options.set_aside));
    request.set_asides_name = display_name(options.set_aside);
    return request;
}

Result<bool> write_table(const Options& options, const app::ScreeningRun& run, std::ostream& out) {
    const scoring::Screening& last = *run.moments.back().screening;
    const files::NameOf name_of = [&run](const std::string& provider) { return run.name_of(provider); };
    if (options.explain.empty()) files::write_heading(last, out);
    if (!options.explain.empty()) {
        const auto& providers = last.population().providers;
        const auto found = std::lower_bound(providers.begin(), providers.end(), options.explain);
        if (found == providers.end() || *found != options.explain) {
            return Error{fmt::format("--explain: '{}' hoort niet bij deze screening{}", quotable(options.explain),
                                     did_you_mean(options.explain, providers)),
                         "", 0, 0};
        }
        files::write_heading(last, out);
        files::write_explanation(last, static_cast<std::size_t>(found - providers.begin()), name_of, out);
        return true;
    }
    std::vector<const scoring::Screening*> moments;
    for (const auto& moment : run.moments) moments.push_back(moment.screening.get());
    files::write_distribution(moments, out);
    files::write_withheld(last, out);
    files::write_lists(last, name_of, out);
    if (options.missing) files::write_missing(last, name_of, out);
    return true;
}

Result<bool> write(const Options& options, const app::ScreeningRun& run, std::ostream& out) {
    const scoring::Screening& last = *run.moments.back().screening;
    const files::NameOf name_of = [&run](const std::string& provider) { return run.name_of(provider); };
    if (options.format == "xlsx") return files::write_screening_xlsx(last, name_of, out);
    if (options.format == "json")
        files::write_screening_json(last, out);
    else if (options.format == "csv")
        files::write_screening_csv(last, name_of, out);
    else
        return write_table(options, run, out);
    return true;
}

/// The file that a name stands for: where a link points to, else the name itself.
std::filesystem::path target_of(const std::string& name) {
    std::error_code error;
    const auto target = std::filesystem::weakly_canonical(name, error);
    return error ? std::filesystem::path(name) : target;
}

/// An ordinary file is replaced when the new one is whole, with the rights of the old one; a pipe or a device is
/// written to.
Result<bool> write_out(const Options& options, const app::ScreeningRun& run) {
    namespace fs = std::filesystem;
    if (options.out.empty() || options.out == "-") return write(options, run, std::cout);
    const fs::path target = target_of(options.out);
    const Error failed{"kan niet worden geschreven", options.out, 0, 0};
    for (const auto& input : {options.facts, options.mapping, options.providers, options.set_aside}) {
        if (!input.empty() && input != "-" && target_of(input) == target)
            return Error{"dit is een van de invoerbestanden", options.out, 0, 0};
    }
    std::error_code error;
    const fs::file_status before = fs::status(target, error);
    const bool ordinary = !fs::exists(before) || fs::is_regular_file(before);
    const fs::path place = ordinary ? fs::path(fmt::format("{}.{}.nieuw", target.string(), getpid())) : target;
    std::ofstream file(place, std::ios::binary);
    if (!file) return failed;
    Result<bool> written = write(options, run, file);
    file.close();
    if (written && !file) written = failed;
    if (!ordinary) return written;
    if (written && fs::exists(before)) fs::permissions(place, before.permissions(), error);
    if (written) fs::rename(place, target, error);
    if (written && error) written = failed;
    if (!written) fs::remove(place, error);
    return written;
}

void print_report(const app::ScreeningRun& run) {
    for (const auto& line : run.report) fmt::print(stderr, "{}\n", domain::without_service_numbers(line));
    for (const auto& line : run.left) fmt::print(stderr, "niet gebruikt: {}\n", domain::without_service_numbers(line));
}

int run_screen(const Options& options) {
    const auto model = files::load_model(options.model);
    if (!model) {
        for (const auto& error : model.error()) fail(error);
        return kNothingDone;
    }
    const Progress progress("screenen");
    const auto request = request_of(options);
    if (!request) return fail(request.error());
    const auto run = app::screen_providers(model->model, *request);
    if (!run) return fail(run.error());
    print_report(*run);
    if (options.strict && run->faults > 0)
        return fail({fmt::format("gestopt vanwege --strict: {} fouten in de invoer", run->faults), "", 0, 0});
    const auto written = write_out(options, *run);
    if (!written) return fail(written.error());
    return run->faults > 0 ? kDoneWithFaults : kDone;
}

CLI::Validator existing_date() {
    return {[](const std::string& text) {
                if (parse_iso_date(text)) return std::string();
                return fmt::format("'{}': verwacht een bestaande datum als 2018-10-31", quotable(text));
            },
            "DATUM"};
}

}  // namespace

void add_screen(CLI::App& app, Action& run) {
    auto options = std::make_shared<Options>();
    auto* command =
        app.add_subcommand("screen", "Screent aanbieders uit een bestand met feiten en zegt van elke kleur waarom.");
    command
        ->add_option(
            "FACTS", options->facts,
            "Feiten als CSV of XLSX: lange vorm (aanbieder, feit, periode, waarde, bron, datum) of brede vorm; - leest "
            "standaardinvoer")
        ->required();
    command->add_option("--model", options->model, "Map van het model")->required();
    command->add_option("--mapping", options->mapping,
                        "Hoe kolommen van de feiten hier heten: CSV met kolom en wordt, of TOML met [kolommen]");
    command->add_option("--providers", options->providers, "Wie er zijn: aanbieder, naam, van, tot");
    command->add_option("--set-aside", options->set_aside,
                        "Terzijde gelegde treffers: aanbieder, indicator, periode, uitleg, door, akkoord, datum");
    command->add_option("--phase", options->phase, "poort of monitoring")
        ->check(CLI::IsMember({"poort", "monitoring"}))
        ->capture_default_str();
    command
        ->add_option("--reference-date", options->references,
                     "Peildatum, jjjj-mm-dd; zonder deze optie vandaag. Vaker opgeven laat de verdeling op elk moment "
                     "zien, de rest op het laatste")
        ->allow_extra_args(false)
        ->check(existing_date());
    command->add_option("--format", options->format, "table, csv, xlsx of json")
        ->check(CLI::IsMember({"table", "csv", "xlsx", "json"}))
        ->capture_default_str();
    command->add_option("--out", options->out, "Schrijft naar dit bestand in plaats van naar het scherm");
    command->add_option("--explain", options->explain, "Laat van één aanbieder alle redenen, feiten en grenzen zien");
    command->add_flag("--missing", options->missing,
                      "Laat per aanbieder zien wat ontbreekt en nog iets kan veranderen");
    command
        ->add_option("--notation", options->notation,
                     "Getallen zijn Nederlands (1.250,50) of Engels (1,250.50): nl of en")
        ->check(CLI::IsMember({"nl", "en"}));
    command->add_flag("--strict", options->strict, "Stopt zonder uitvoer zodra er een fout in de invoer zit");
    command->add_option("--threads", options->threads, "Rekendraden; zonder deze optie zoveel als de machine er heeft")
        ->check(CLI::Range(0, 256));
    command->footer(
        std::string("Voorbeelden:\n"
                    "  slagboom screen --model models/twente --providers data/example-region/aanbieders.csv \\\n"
                    "    --reference-date 2018-10-31 data/example-region/feiten.csv\n"
                    "  slagboom screen --model models/twente --explain 00100023 data/example-region/feiten.csv\n\n"
                    "Verslag en fouten gaan naar standaardfout, de uitkomst naar standaarduitvoer.\n") +
        kExitCodes);
    command->callback([options, &run] {
        if ((options->facts == "-") + (options->providers == "-") + (options->set_aside == "-") +
                (options->mapping == "-") >
            1)
            throw CLI::ValidationError("-", "standaardinvoer kan maar één keer worden gelezen");
        if (options->format == "xlsx" && (options->out.empty() || options->out == "-") && isatty(STDOUT_FILENO) != 0)
            throw CLI::ValidationError("--format", "xlsx is geen tekst voor een scherm; geef een bestand met --out");
        const bool several = options->references.size() > 1;
        if (several && (options->format != "table" || !options->explain.empty()))
            throw CLI::ValidationError("--reference-date",
                                       "meer dan een peildatum kan alleen in de tabel, zonder --explain");
        if (several && options->references.size() > 4)
            throw CLI::ValidationError("--reference-date", "hooguit vier peildatums");
        if (options->format != "table" && (!options->explain.empty() || options->missing))
            throw CLI::ValidationError("--format",
                                       "--explain en --missing horen bij de tabel; in json staan alle redenen");
        run = [options] { return run_screen(*options); };
    });
}

}  // namespace slagboom::main
