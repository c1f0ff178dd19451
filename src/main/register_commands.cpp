#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/add_account.h"
#include "app/import_file.h"
#include "app/load_model.h"
#include "app/save_mapping.h"
#include "base/text.h"
#include "domain/service_number.h"
#include "files/column_mapping.h"
#include "files/text_file.h"
#include "main/commands.h"
#include "main/database_options.h"
#include "main/progress.h"
#include "storage/import_store.h"

namespace slagboom::main {
namespace {

struct ImportOptions {
    DatabaseArguments database;
    std::vector<std::string> files;
    std::string kind, notation, mapping;
    bool trial = false;
};

constexpr std::size_t kMostListed = 20;

/// "feiten.csv", "feiten-2019.xlsx": the name says what it is, unless --kind does.
std::optional<app::ImportKind> kind_of(const ImportOptions& options, const std::string& file) {
    if (!options.kind.empty()) return app::import_kind_named(options.kind);
    const std::string stem = std::filesystem::path(file).stem().string();
    for (const auto kind : {app::ImportKind::municipalities, app::ImportKind::providers, app::ImportKind::awards,
                            app::ImportKind::contracts, app::ImportKind::relations, app::ImportKind::facts}) {
        if (stem.starts_with(app::api_name(kind))) return kind;
    }
    return std::nullopt;
}

void print_report(const app::ImportReport& report, bool trial) {
    fmt::print("{} ({}){}: {} rijen; {} nieuw, {} vervangen een eerdere, {} ongewijzigd, {} geweigerd\n",
               report.file_name, app::api_name(report.kind), trial ? ", proef" : "", report.rows, report.taken,
               report.superseded, report.unchanged, report.left);
    for (const auto& line : report.recognised) fmt::print("  {}\n", line);
    std::size_t listed = 0;
    for (const auto& line : report.lines) {
        if (line.reason.empty()) continue;
        if (++listed > kMostListed) continue;
        const Error error{line.reason, {}, 0, 0};
        fmt::print("  regel {}{}: {}\n", line.line, line.column.empty() ? "" : ", kolom " + line.column,
                   domain::without_service_numbers(error.text()));
    }
    if (listed > kMostListed) fmt::print("  en nog {} rijen waar iets over te zeggen is\n", listed - kMostListed);
}

int run_import(const ImportOptions& options) {
    const auto system = open_system(options.database);
    if (!system) return fail(system.error());
    const auto who = app::act_as(**system, options.database.account);
    if (!who) return fail(who.error());
    bool faults = false;
    for (const auto& file : options.files) {
        const auto kind = kind_of(options, file);
        if (!kind)
            return fail(
                Error{"de naam zegt niet wat dit is; geef --kind (gemeenten, aanbieders, gunningen, "
                      "overeenkomsten, relaties of feiten)",
                      file, 0, 0});
        auto bytes = files::read_file(file);
        if (!bytes) return fail(bytes.error());
        app::ImportOrder order;
        order.kind = *kind;
        order.file_name = std::filesystem::path(file).filename().string();
        order.bytes = std::move(*bytes);
        order.trial = options.trial;
        if (!options.notation.empty())
            order.notation = options.notation == "nl" ? files::Notation::dutch : files::Notation::english;
        if (!options.mapping.empty()) order.mapping = options.mapping;
        const Progress progress("inlezen van " + order.file_name);
        const auto report = app::import_file(**system, *who, order);
        if (!report) return fail(report.error());
        print_report(*report, options.trial);
        std::fflush(stdout);  // what is in the register now is said now, whatever becomes of the next file
        faults = faults || report->left > 0;
    }
    return faults ? kDoneWithFaults : kDone;
}

struct MappingOptions {
    DatabaseArguments database;
    std::string name, file;
};

/// The refusal of a mapping with the lines of its file in place of the pointers of the API.
app::Refusal on_lines_of(const files::ColumnMapping& mapping, app::Refusal refusal) {
    for (auto& fault : refusal.faults) {
        if (!fault.field.starts_with("/kolommen")) continue;
        for (std::size_t i = 0; i < mapping.renames.size(); ++i) {
            if (fault.field != fmt::format("/kolommen/{}/bedoeldAls", i)) continue;
            fault.reason = fmt::format("'{}': {}", mapping.renames[i].to, fault.reason);
            fault.line = mapping.renames[i].line;
        }
        fault.field = mapping.file;
    }
    return refusal;
}

/// Keeps the mapping of a file, or puts it in the place of the one with that name.
int run_mapping_save(const MappingOptions& options) {
    const auto system = open_system(options.database);
    if (!system) return fail(system.error());
    const auto who = app::act_as(**system, options.database.account);
    if (!who) return fail(who.error());
    const auto bytes = files::read_file(options.file);
    if (!bytes) return fail(bytes.error());
    const auto mapping = files::read_column_mapping(*bytes, options.file);
    if (!mapping) return fail(mapping.error());
    app::MappedColumns columns;
    for (const auto& rename : mapping->renames) columns.emplace_back(rename.from, rename.to);
    const auto before = storage::find_column_mapping((*system)->database.read().sql(), options.name);
    const auto saved = app::save_mapping(**system, *who, options.name, columns,
                                         before ? std::optional(before->version) : std::nullopt);
    if (!saved) return fail(on_lines_of(*mapping, saved.error()));
    fmt::print("koppeling '{}' is {}: {} kolommen\n", options.name, saved->made ? "bewaard" : "vervangen",
               columns.size());
    return kDone;
}

struct UserOptions {
    DatabaseArguments database;
    std::string name, display_name, region = "Regio";
    std::vector<std::string> roles;
    bool password_from_input = false;
};

/// `rol` or `rol:gemeente`.
Result<app::GivenRole> role_of(const std::string& text) {
    const auto parts = split(text, ':');
    const auto role = domain::role_named(parts.front());
    if (!role || parts.size() > 2)
        return Error{fmt::format("--role '{}': verwacht een rol, of rol:gemeentecode", quotable(text)), "", 0, 0};
    app::GivenRole given;
    given.role.role = *role;
    if (parts.size() == 2) given.role.municipality = std::string(parts[1]);
    return given;
}

Result<std::optional<std::string>> password_of(const UserOptions& options) {
    if (!options.password_from_input) return std::optional<std::string>();
    std::string line;
    if (!std::getline(std::cin, line)) return Error{"er kwam geen wachtwoord op de invoer", "", 0, 0};
    return std::optional(line);
}

app::Answer<app::AddedAccount> add_as(app::System& system, const UserOptions& options, const app::AccountOrder& order) {
    SLAGBOOM_TRY(const auto who, app::act_as(system, options.database.account));
    return app::add_account(system, who, order);
}

int run_user_add(const UserOptions& options) {
    app::AccountOrder order;
    order.name = options.name;
    order.display_name = options.display_name.empty() ? options.name : options.display_name;
    for (const auto& text : options.roles) {
        auto role = role_of(text);
        if (!role) return fail(role.error());
        order.roles.push_back(std::move(*role));
    }
    auto password = password_of(options);
    if (!password) return fail(password.error());
    order.password = std::move(*password);
    const bool first = options.database.account.empty();
    auto system = first && !database_exists(options.database) ? create_system(options.database, options.region, false)
                                                              : open_system(options.database);
    if (!system) return fail(system.error());
    const auto added = first ? app::add_first_account(**system, order) : add_as(**system, options, order);
    if (!added) return fail(added.error());
    fmt::print("{} is toegevoegd\n", options.name);
    if (added->start_password)
        fmt::print("wachtwoord om mee te beginnen (staat nergens bewaard): {}\n", *added->start_password);
    return kDone;
}

struct ModelOptions {
    DatabaseArguments database;
    std::string folder;
};

int run_model_load(const ModelOptions& options) {
    const auto system = open_system(options.database);
    if (!system) return fail(system.error());
    const auto who = app::act_as(**system, options.database.account);
    if (!who) return fail(who.error());
    const auto version = app::load_model(**system, *who, options.folder);
    if (!version) return fail(version.error());
    fmt::print("{} {} {}\n{}\n", version->name, version->version,
               version->was_there ? "was al geladen; er is niets veranderd" : "is geladen", version->hash);
    return kDone;
}

}  // namespace

void add_import(CLI::App& app, Action& run) {
    auto options = std::make_shared<ImportOptions>();
    auto* command = app.add_subcommand(
        "import", "Leest bestanden in het register: elk in één transactie, met een verslag per rij; wist nooit iets.");
    command
        ->add_option("FILES", options->files,
                     "CSV of XLSX: gemeenten, aanbieders, gunningen, overeenkomsten, "
                     "relaties of feiten")
        ->required();
    add_database_options(*command, options->database, true);
    command->add_option("--kind", options->kind, "Wat het is, als de naam van het bestand dat niet zegt")
        ->check(CLI::IsMember({"gemeenten", "aanbieders", "gunningen", "overeenkomsten", "relaties", "feiten"}));
    command->add_option("--notation", options->notation, "nl of en: hoe getallen zijn geschreven")
        ->check(CLI::IsMember({"nl", "en"}));
    command->add_option("--mapping", options->mapping, "Naam van een bewaarde koppeling van kolommen");
    command->add_flag("--dry-run", options->trial, "Toont alleen wat er zou gebeuren");
    command->callback([options, &run] { run = [options] { return run_import(*options); }; });
}

void add_mapping(CLI::App& app, Action& run) {
    auto options = std::make_shared<MappingOptions>();
    auto* mappings = app.add_subcommand("mapping", "Koppelingen van kolommen, voor import.");
    mappings->require_subcommand(1);
    auto* command = mappings->add_subcommand(
        "save", "Bewaart een koppeling onder een naam, of vervangt haar; import --mapping gebruikt haar.");
    command->add_option("NAME", options->name, "Naam van de koppeling")->required();
    command
        ->add_option("FILE", options->file,
                     "CSV met kolom en wordt, of TOML met [kolommen]: hun naam, en hoe wij het noemen")
        ->required();
    add_database_options(*command, options->database, true);
    command->callback([options, &run] { run = [options] { return run_mapping_save(*options); }; });
}

void add_user(CLI::App& app, Action& run) {
    auto options = std::make_shared<UserOptions>();
    auto* users = app.add_subcommand("user", "Gebruikers van een database.");
    users->require_subcommand(1);
    auto* command = users->add_subcommand(
        "add", "Voegt een gebruiker toe. De eerste is een beheerder en maakt de database; elke volgende vraagt --as.");
    command->add_option("NAME", options->name, "Naam om mee aan te melden")->required();
    command->add_option("--role", options->roles, "Rol, of rol:gemeentecode; mag vaker")
        ->required()
        ->allow_extra_args(false);
    command->add_option("--display-name", options->display_name, "Naam om te tonen");
    command->add_option("--region", options->region, "Naam van de regio, bij de eerste gebruiker");
    command->add_flag("--password-stdin", options->password_from_input,
                      "Leest het wachtwoord van de invoer; anders wordt er een gemaakt en één keer getoond");
    add_database_options(*command, options->database, false);
    command->add_option("--as", options->database.account, "Naam van de beheerder die dit doet");
    command->callback([options, &run] { run = [options] { return run_user_add(*options); }; });
}

void add_model_load(CLI::App& model, Action& run) {
    auto options = std::make_shared<ModelOptions>();
    auto* command =
        model.add_subcommand("load", "Bewaart een model als versie in de database; een versie verandert nooit.");
    command->add_option("DIR", options->folder, "Map van het model")->required();
    add_database_options(*command, options->database, true);
    command->callback([options, &run] { run = [options] { return run_model_load(*options); }; });
}

}  // namespace slagboom::main
