#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "app/backup.h"
#include "app/export_audit.h"
#include "app/retention.h"
#include "app/rotate_key.h"
#include "app/verify_audit.h"
#include "base/instant.h"
#include "files/text_file.h"
#include "main/commands.h"
#include "main/database_options.h"
#include "main/new_file.h"
#include "main/progress.h"
#include "storage/register_store.h"

namespace slagboom::main {
namespace {

constexpr std::size_t kMaxKeyFile = std::size_t{16} * 1024;

struct Options {
    DatabaseArguments database;
    std::string file, out, key, head, provider, reason;
    bool dry_run = false;
};

/// Opens the database for who is named with --as, and does something with it.
template <class Work>
int with_system(const Options& options, Work work) {
    const auto system = open_system(options.database);
    if (!system) return fail(system.error());
    const auto who = app::act_as(**system, options.database.account);
    return who ? work(**system, *who) : fail(who.error());
}

/// Runs a verb that writes a long answer to standard output or, where one is named, a new file.
template <class Verb>
int write_out(const std::string& path, Verb verb) {
    if (path.empty()) {
        const auto answer = verb([](std::string_view text) { std::cout << text; });
        return answer ? kDone : fail(answer.error());
    }
    auto file = NewFile::make(path);
    if (!file) return fail(file.error());
    const auto answer = verb([&](std::string_view text) { file->write(text); });
    if (!answer) return fail(answer.error());
    const auto whole = file->finish();
    return whole ? kDone : fail(whole.error());
}

int audit_export(const Options& options) {
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        const Progress progress("uitvoeren");
        return write_out(options.out, [&](const app::OnText& out) {
            return app::export_audit(system, who, app::ExportedContent::all, out);
        });
    });
}

int audit_head(const Options& options) {
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        return write_out(options.out, [&](const app::OnText& out) {
            auto head = app::signed_head(system, who);
            if (head) out(app::audit_line(*head) + '\n');
            return head;
        });
    });
}

/// A stream of a folder opens, and only its first byte fails.
Result<std::ifstream> opened(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) return Error{"is een map; geef een bestand", path, 0, 0};
    std::ifstream file(path, std::ios::binary);
    if (!file) return Error{"kan niet worden gelezen", path, 0, 0};
    return file;
}

Result<app::AuditVerification> verified(const Options& options) {
    SLAGBOOM_TRY(const std::string pem, files::read_file(options.key, kMaxKeyFile));
    SLAGBOOM_TRY(const auto key, VerifyingKey::from_pem(pem));
    std::optional<app::AuditHead> earlier;
    if (!options.head.empty()) {
        SLAGBOOM_TRY(auto file, opened(options.head));
        auto head = app::read_head(file, key);
        if (!head) return Error{head.error().reason, options.head, head.error().line, 0};
        earlier = std::move(*head);
    }
    SLAGBOOM_TRY(auto exported, opened(options.file));
    return app::verify_audit(exported, key, earlier);
}

int audit_verify(const Options& options) {
    const Progress progress("controleren");
    const auto found = verified(options);
    if (!found) return fail(found.error());
    for (const auto& fault : found->faults) fail(Error{fault.text(), options.file, 0, 0});
    if (found->fault_count > found->faults.size())
        fail(Error{fmt::format("en nog {} fouten", found->fault_count - found->faults.size()), options.file, 0, 0});
    for (const auto& line : found->conclusions()) fmt::print("{}\n", line);
    return found->sound() ? kDone : kDoneWithFaults;
}

void print(std::string_view what, const app::BackupSummary& summary) {
    fmt::print("{} van '{}': {} rijen, auditketen tot en met nummer {}, SHA-256 {}\n", what, summary.installation,
               summary.rows, summary.head.number, summary.sha256);
}

int backup(const Options& options) {
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        const Progress progress("kopiëren");
        std::optional<app::BackupSummary> made;
        const int code = write_out(options.file, [&](const app::OnText& out) {
            auto summary = app::make_backup(system, who, out);
            if (summary) made = *summary;
            return summary;
        });
        if (code == kDone) print("Reservekopie", *made);
        return code;
    });
}

int restore(const Options& options) {
    const auto key = InstallationKey::read(options.database.key_file);
    if (!key) return fail(key.error());
    auto file = opened(options.file);
    if (!file) return fail(file.error());
    const Progress progress("terugzetten");
    const bool is_new = !database_exists(options.database);
    storage::Database database({options.database.address, 2, system_clock(), {}});
    const auto summary = app::restore_backup(database, *key, *file);
    if (!summary) {
        // Nothing came in: what was made for it is not left behind.
        for (const auto* part : {"", "-wal", "-shm"}) {
            if (is_new && !storage::is_postgresql(options.database.address))
                std::filesystem::remove(options.database.address + part);
        }
        return fail(Error{summary.error().reason, options.file, summary.error().line, 0});
    }
    print("Teruggezet: reservekopie", *summary);
    return kDone;
}

void print(const app::RetentionReport& report, bool plan) {
    fmt::print("{}\n", plan ? "Dit zou nu worden vernietigd:" : "Dit is vernietigd:");
    for (const auto& of : report.classes) fmt::print("  {:>8}  {}\n", of.records, of.title);
    fmt::print("Aanbieders (id): {}\n",
               report.providers.empty() ? "geen" : fmt::format("{}", fmt::join(report.providers, " ")));
    if (!report.held.empty()) fmt::print("Onder bewaring, en daarom niet: {}\n", fmt::join(report.held, " "));
    if (!plan) fmt::print("Verslag: vernietiging {}\n", report.destruction);
}

int retention(const Options& options) {
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        const auto report = options.dry_run ? app::plan_retention(system, who) : app::destroy_expired(system, who);
        if (!report) return fail(report.error());
        print(*report, options.dry_run);
        return static_cast<int>(kDone);
    });
}

/// The id of a provider by its KvK number.
app::Answer<std::int64_t> provider_id(app::System& system, const std::string& kvk) {
    const auto ids = storage::provider_ids(system.database.read().sql());
    const auto found = ids.find(kvk);
    if (found == ids.end()) return app::not_found();
    return found->second;
}

Error only_counts() { return {"--dry-run telt alleen; bij hold en release is er niets te tellen", "", 0, 0}; }

int hold(const Options& options) {
    if (options.dry_run) return fail(only_counts());
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        const auto provider = provider_id(system, options.provider);
        if (!provider) return fail(provider.error());
        const auto held = app::hold_dossier(system, who, *provider, options.reason);
        if (!held) return fail(held.error());
        fmt::print("Het dossier van {} is onder bewaring gesteld.\n", options.provider);
        return static_cast<int>(kDone);
    });
}

int release(const Options& options) {
    if (options.dry_run) return fail(only_counts());
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        const auto provider = provider_id(system, options.provider);
        if (!provider) return fail(provider.error());
        const auto released = app::release_dossier(system, who, *provider);
        if (!released) return fail(released.error());
        fmt::print("De bewaring van het dossier van {} is opgeheven.\n", options.provider);
        return static_cast<int>(kDone);
    });
}

/// The new key's file is made when it is not there.
int rotate(const Options& options) {
    return with_system(options, [&](app::System& system, const app::SignedIn& who) {
        if (!std::filesystem::exists(options.key)) {
            if (const auto fault = InstallationKey::make().write(options.key)) return fail(*fault);
        }
        const auto fresh = InstallationKey::read(options.key);
        if (!fresh) return fail(fresh.error());
        const auto rotated = app::rotate_key(system, who, *fresh);
        if (!rotated) return fail(rotated.error());
        fmt::print("De sleutel is vervangen: {} bestanden en {} tweede factoren. Start de servers met --key-file {}\n",
                   rotated->files, rotated->secrets, options.key);
        return static_cast<int>(kDone);
    });
}

using Shared = std::shared_ptr<Options>;

CLI::App* add(CLI::App& under, const std::string& name, const std::string& what, const std::string& example) {
    auto* command = under.add_subcommand(name, what);
    command->footer("Voorbeeld: " + example + "\n\n" + kExitCodes);
    return command;
}

void runs(CLI::App* command, const Shared& options, Action& run, int (*work)(const Options&)) {
    command->callback([options, &run, work] { run = [options, work] { return work(*options); }; });
}

void add_audit(CLI::App& app, Action& run, const Shared& options) {
    auto* audit = add(app, "audit", "Voert de auditketen uit, controleert een uitvoer, of geeft het getekende hoofd.",
                      "slagboom audit verify keten.ndjson --key openbaar.pem");
    audit->require_subcommand(1);
    auto* to_file = add(*audit, "export", "Schrijft alle auditregels als regels JSON, met het getekende hoofd.",
                        "slagboom audit export --as auditor --out keten.ndjson");
    add_database_options(*to_file, options->database, true);
    to_file->add_option("--out", options->out, "Nieuw bestand; zonder deze optie de standaarduitvoer");
    runs(to_file, options, run, audit_export);

    auto* head = add(*audit, "head", "Geeft het getekende hoofd van de keten, om elders te bewaren.",
                     "slagboom audit head --as auditor --out hoofd.json");
    add_database_options(*head, options->database, true);
    head->add_option("--out", options->out, "Nieuw bestand; zonder deze optie de standaarduitvoer");
    runs(head, options, run, audit_head);

    auto* verify = add(*audit, "verify", "Controleert een uitvoer, zonder server en zonder database.",
                       "slagboom audit verify keten.ndjson --key openbaar.pem --head hoofd.json");
    verify->add_option("FILE", options->file, "Uitvoer van slagboom audit export")->required();
    verify->add_option("--key", options->key, "Openbare sleutel van de installatie, PEM")->required();
    verify->add_option("--head", options->head, "Hoofd (of uitvoer) van eerder, dat elders is bewaard");
    runs(verify, options, run, audit_verify);
}

void add_retention(CLI::App& app, Action& run, const Shared& options) {
    auto* command = add(app, "retention", "Vernietigt wat over zijn bewaartermijn is, met een verslag.",
                        "slagboom retention --dry-run --as privacy");
    add_database_options(*command, options->database, true);
    command->add_flag("--dry-run", options->dry_run, "Telt alleen; vernietigt niets");
    // The work of a subcommand goes before that of the command itself, whose callback comes last.
    command->callback([command, options, &run] {
        if (command->get_subcommands().empty()) run = [options] { return retention(*options); };
    });
    const auto provider = [&](CLI::App* of) {
        of->fallthrough();
        of->add_option("PROVIDER", options->provider, "KvK-nummer van de aanbieder")->required();
    };
    auto* held = add(*command, "hold", "Stelt een dossier onder bewaring: niets ervan wordt vernietigd.",
                     "slagboom retention hold 00100023 --reason 'kort geding' --as privacy");
    provider(held);
    held->add_option("--reason", options->reason, "Waarom")->required();
    runs(held, options, run, hold);
    auto* released = add(*command, "release", "Heft de bewaring van een dossier op.",
                         "slagboom retention release 00100023 --as privacy");
    provider(released);
    runs(released, options, run, release);
}

}  // namespace

void add_keeping(CLI::App& app, Action& run) {
    const auto options = std::make_shared<Options>();
    add_audit(app, run, options);
    auto* to_file = add(app, "backup", "Schrijft de hele database in één bestand, zonder sleutels.",
                        "slagboom backup kopie.ndjson --as beheerder");
    to_file->add_option("FILE", options->file, "Nieuw bestand")->required();
    add_database_options(*to_file, options->database, true);
    runs(to_file, options, run, backup);
    auto* from_file = add(app, "restore", "Zet een reservekopie terug in een lege database: helemaal, of niet.",
                          "slagboom restore kopie.ndjson --database nieuw.db --key-file slagboom.db.key");
    from_file->add_option("FILE", options->file, "Reservekopie")->required();
    from_file->add_option("--database", options->database.address, "Bestand van SQLite, of postgresql://…")
        ->capture_default_str();
    from_file->add_option("--key-file", options->database.key_file, "Sleutel van de installatie")->required();
    runs(from_file, options, run, restore);
    auto* key = add(app, "key", "Vervangt de sleutel van de installatie. Stop eerst de servers.",
                    "slagboom key rotate nieuw.key --as beheerder");
    key->require_subcommand(1);
    auto* rotates = add(*key, "rotate", "Sluit alles wat de sleutel sluit met een andere: helemaal, of niet.",
                        "slagboom key rotate nieuw.key --as beheerder");
    rotates->add_option("FILE", options->key, "Bestand van de nieuwe sleutel; wordt gemaakt als het er niet is")
        ->required();
    add_database_options(*rotates, options->database, true);
    runs(rotates, options, run, rotate);
    add_retention(app, run, options);
}

}  // namespace slagboom::main
