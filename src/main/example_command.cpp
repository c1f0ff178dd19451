#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <memory>

#include "app/add_account.h"
#include "app/import_file.h"
#include "app/load_model.h"
#include "app/run_screening.h"
#include "app/setup.h"
#include "files/text_file.h"
#include "jobs/worker.h"
#include "main/commands.h"
#include "main/database_options.h"
#include "main/example.h"
#include "storage/register_store.h"

namespace slagboom::main {
namespace {

using domain::Role;

constexpr std::array<std::string_view, 3> kReferenceDates{"2018-10-31", "2019-01-31", "2019-05-09"};
constexpr std::string_view kMunicipality = "0153";  // Enschede
constexpr std::string_view kProvider = "00100017";

struct ExampleOptions {
    DatabaseArguments database;
    std::string data = "data/example-region";
    std::string model = "models/twente";
};

storage::AccountRole role_of(const ExampleAccount& account) {
    storage::AccountRole role;
    role.role = account.role;
    if (account.in_municipality) role.municipality = std::string(kMunicipality);
    role.valid_from = "2018-10-01";
    if (account.role == Role::toezichthouder) {
        role.law = "wmo";
        role.aspect = "rechtmatigheid";
        role.document = "Aanwijzingsbesluit (verzonnen)";
        role.document_date = "2018-09-25";
    }
    if (account.role == Role::beslisser) {
        role.document = "Mandaatbesluit (verzonnen)";
        role.document_date = "2018-09-25";
    }
    return role;
}

app::AccountOrder order_of(const ExampleAccount& account) {
    app::AccountOrder order;
    order.name = account.name;
    order.display_name = account.display_name;
    order.password = kExamplePassword;
    order.roles = {{role_of(account), std::nullopt}};
    return order;
}

/// Each step of the loading needs somebody with the right to it.
class Loader {
 public:
    Loader(app::System& system, const ExampleOptions& options) : system_(system), options_(options) {}

    app::Answer<app::Done> run() {
        SLAGBOOM_CHECK(app::add_first_account(system_, order_of(kExampleAccounts[0])));
        SLAGBOOM_CHECK(add("contractmanager"));
        SLAGBOOM_CHECK(add("modeleigenaar"));
        SLAGBOOM_CHECK(add("privacy"));
        SLAGBOOM_CHECK(load_model());
        for (const auto kind : {app::ImportKind::municipalities, app::ImportKind::providers, app::ImportKind::awards,
                                app::ImportKind::contracts, app::ImportKind::relations, app::ImportKind::facts})
            SLAGBOOM_CHECK(import(kind));
        for (const auto& account : kExampleAccounts) {
            if (!added_before(account.name)) SLAGBOOM_CHECK(add(account.name));
        }
        SLAGBOOM_CHECK(complete_setup());
        return screen();
    }

 private:
    static bool added_before(std::string_view name) {
        return name == kExampleAccounts[0].name || name == "contractmanager" || name == "modeleigenaar" ||
               name == "privacy";
    }

    app::Answer<app::Done> add(std::string_view name) {
        SLAGBOOM_TRY(const auto who, app::act_as(system_, std::string(kExampleAccounts[0].name)));
        for (const auto& account : kExampleAccounts) {
            if (account.name != name) continue;
            auto order = order_of(account);
            if (account.role == Role::aanbieder)
                order.roles.front().provider =
                    storage::provider_ids(system_.database.read().sql())[std::string(kProvider)];
            SLAGBOOM_CHECK(app::add_account(system_, who, order));
        }
        return app::Done{};
    }

    app::Answer<app::Done> load_model() {
        SLAGBOOM_TRY(const auto who, app::act_as(system_, "modeleigenaar"));
        SLAGBOOM_CHECK(app::load_model(system_, who, options_.model));
        return app::Done{};
    }

    app::Answer<app::Done> import(app::ImportKind kind) {
        SLAGBOOM_TRY(const auto who, app::act_as(system_, "contractmanager"));
        app::ImportOrder order;
        order.kind = kind;
        order.file_name = fmt::format("{}.csv", app::api_name(kind));
        auto bytes = files::read_file(options_.data + "/" + order.file_name);
        if (!bytes) return app::invalid(bytes.error().file, bytes.error().reason);
        order.bytes = std::move(*bytes);
        SLAGBOOM_TRY(const auto report, app::import_file(system_, who, order));
        fmt::print(stderr, "{}: {} rijen, {} geweigerd\n", order.file_name, report.rows, report.left);
        if (report.left > 0) return app::conflict("storing", "De voorbeelden zijn niet in orde.");
        return app::Done{};
    }

    app::Answer<app::Done> complete_setup() {
        SLAGBOOM_TRY(const auto who, app::act_as(system_, "privacy"));
        std::vector<app::SetupChange> changes;
        for (const auto& line : app::setup_list(system_.database.read().sql()).lines)
            changes.push_back(
                {std::string(line.requirement.key), line.municipality, true, "2018-10-01", "Voorbeeld (verzonnen)"});
        SLAGBOOM_CHECK(app::change_setup(system_, who, changes, std::nullopt));
        return app::Done{};
    }

    app::Answer<app::Done> screen() {
        SLAGBOOM_TRY(const auto who, app::act_as(system_, "contractmanager"));
        for (const auto day : kReferenceDates) {
            app::ScreeningOrder order;
            order.reference = parse_iso_date(day);
            SLAGBOOM_CHECK(app::queue_screening(system_, who, order));
        }
        while (jobs::work_once(system_)) {
        }
        return app::Done{};
    }

    app::System& system_;
    const ExampleOptions& options_;
};

int run_load(const ExampleOptions& options) {
    if (database_exists(options.database))
        return fail(Error{"deze database is er al; de voorbeelden komen alleen in een nieuwe", "", 0, 0});
    // Before anything is made: half a database would be in the way of the next try.
    for (const auto& folder : {options.data, options.model}) {
        if (!std::filesystem::is_directory(folder))
            return fail(Error{"deze map is er niet; begin in de map van Slagboom, of noem haar met --data of --model",
                              folder, 0, 0});
    }
    auto system = create_system(options.database, "Voorbeeldregio (verzonnen)", true);
    if (!system) return fail(system.error());
    const auto done = Loader(**system, options).run();
    if (!done) return fail(done.error());
    print_example_accounts();
    return kDone;
}

}  // namespace

void print_example_accounts() {
    fmt::print("\nAanmelden in de voorbeeldregio kan met het wachtwoord: {}\n", kExamplePassword);
    for (const auto& account : kExampleAccounts)
        fmt::print("  {:28} {}{}\n", account.name, domain::name(account.role),
                   account.in_municipality ? " in Enschede" : "");
    fmt::print("\n");
}

void add_example(CLI::App& app, Action& run) {
    auto options = std::make_shared<ExampleOptions>();
    auto* example = app.add_subcommand("example", "De voorbeeldregio; alles daarin is verzonnen.");
    example->require_subcommand(1);
    auto* command = example->add_subcommand("load", "Maakt een nieuwe database met de voorbeeldregio.");
    add_database_options(*command, options->database, false);
    options->database.clock = kExampleClock;
    command->add_option("--clock", options->database.clock, "Het moment waarop de klok van het voorbeeld begint")
        ->capture_default_str();
    command->add_option("--data", options->data, "Map met de bestanden")->capture_default_str();
    command->add_option("--model", options->model, "Map van het model")->capture_default_str();
    command->callback([options, &run] { run = [options] { return run_load(*options); }; });
}

}  // namespace slagboom::main
