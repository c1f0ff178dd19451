#include "main/database_options.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "domain/service_number.h"
#include "files/text_file.h"
#include "main/commands.h"
#include "storage/audit_store.h"
#include "storage/installation_store.h"

namespace slagboom::main {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kMaxKeyFile = std::size_t{16} * 1024;

/// Beside a database file, or the credential that systemd hands over, or the working folder.
std::string key_path(const DatabaseArguments& arguments, const std::string& given, const char* ending) {
    if (!given.empty()) return given;
    if (const char* folder = std::getenv("CREDENTIALS_DIRECTORY")) {
        const std::string credential = fmt::format("{}/slagboom{}", folder, ending);
        if (fs::exists(credential)) return credential;
    }
    return (storage::is_postgresql(arguments.address) ? "slagboom" : arguments.address) + ending;
}

std::string installation_key_path(const DatabaseArguments& arguments) {
    return key_path(arguments, arguments.key_file, ".key");
}
std::string audit_key_path(const DatabaseArguments& arguments) {
    return key_path(arguments, arguments.audit_key_file, ".audit.pem");
}

/// What was recorded last in a database with examples; nothing of any other, or when there is none yet.
std::optional<std::int64_t> last_of_example(const DatabaseArguments& arguments) {
    if (!database_exists(arguments)) return std::nullopt;
    storage::DatabaseOptions options;
    options.address = arguments.address;
    storage::Database database(std::move(options));
    if (database.version() == 0) return std::nullopt;
    const auto snapshot = database.read();
    const auto installation = storage::find_installation(snapshot.sql());
    if (!installation || !installation->example) return std::nullopt;
    return storage::chain_head(snapshot.sql()).recorded_at;
}

/// An example of 2019 stays in 2019, whoever works with it: its clock runs on from the last thing recorded, or from the
/// moment given when that is later.
Result<storage::DatabaseOptions> options_of(const DatabaseArguments& arguments) {
    storage::DatabaseOptions options;
    options.address = arguments.address;
    std::optional<std::int64_t> from = last_of_example(arguments);
    if (!arguments.clock.empty()) {
        const auto start = parse_rfc3339(arguments.clock);
        if (!start) return Error{"--clock: verwacht een tijdstip als 2019-05-09T10:00:00+02:00", "", 0, 0};
        from = std::max(from.value_or(start->microseconds), start->microseconds);
    }
    if (!from) return options;
    const std::int64_t shift = *from - system_clock().now().microseconds;
    options.clock = Clock([shift] { return system_clock().now().microseconds + shift; });
    return options;
}

/// Written whole or not at all, readable by its owner alone, and never over another.
Result<bool> write_secret(const std::string& path, std::string_view text) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) return Error{"kan niet worden gemaakt, of is er al", path, 0, 0};
    const bool written = write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(file) == 0;
    close(file);
    if (!written) return Error{"kan niet worden geschreven", path, 0, 0};
    return true;
}

Result<bool> read_keys(app::System& system, const DatabaseArguments& arguments,
                       const storage::Installation& installation) {
    auto key = InstallationKey::read(installation_key_path(arguments));
    if (!key) return std::move(key.error());
    if (key->id() != installation.installation_key)
        return Error{"deze sleutel hoort bij een andere installatie", installation_key_path(arguments), 0, 0};
    system.key.emplace(std::move(*key));
    SLAGBOOM_TRY(const std::string pem, files::read_file(audit_key_path(arguments), kMaxKeyFile));
    auto audit_key = SigningKey::from_pem(pem);
    if (!audit_key) return std::move(audit_key.error());
    if (audit_key->verifying_key().pem() != installation.audit_key)
        return Error{"deze sleutel hoort bij een andere installatie", audit_key_path(arguments), 0, 0};
    system.audit_key.emplace(std::move(*audit_key));
    return true;
}

}  // namespace

void add_database_options(CLI::App& command, DatabaseArguments& arguments, bool needs_account) {
    command.add_option("--database", arguments.address, "Bestand van SQLite, of postgresql://…")->capture_default_str();
    command.add_option("--key-file", arguments.key_file,
                       "Sleutel van de installatie; zonder deze optie naast de database, met .key");
    command.add_option("--audit-key", arguments.audit_key_file,
                       "Sleutel die het logboek ondertekent; zonder deze optie naast de database, met .audit.pem");
    if (needs_account) command.add_option("--as", arguments.account, "Naam van de gebruiker die dit doet")->required();
}

bool database_exists(const DatabaseArguments& arguments) {
    if (!storage::is_postgresql(arguments.address)) return fs::exists(arguments.address);
    storage::DatabaseOptions options;
    options.address = arguments.address;
    storage::Database database(std::move(options));
    return database.version() > 0;
}

Result<std::unique_ptr<app::System>> open_system(const DatabaseArguments& arguments) {
    SLAGBOOM_TRY(auto options, options_of(arguments));
    if (!database_exists(arguments))
        return Error{"deze database is er niet; maak er een met slagboom user add, of met slagboom example load",
                     storage::is_postgresql(arguments.address) ? std::string() : arguments.address, 0, 0};
    auto system = std::make_unique<app::System>(std::move(options));
    system->phones = system_clock();
    system->database.migrate();
    const auto installation = storage::find_installation(system->database.read().sql());
    if (!installation) return Error{"in deze database is geen installatie", "", 0, 0};
    if (!arguments.clock.empty() && !installation->example)
        return Error{"--clock is er alleen voor een database met voorbeelden", "", 0, 0};
    SLAGBOOM_CHECK(read_keys(*system, arguments, *installation));
    return system;
}

Result<std::unique_ptr<app::System>> create_system(const DatabaseArguments& arguments, const std::string& region,
                                                   bool example) {
    SLAGBOOM_TRY(auto options, options_of(arguments));
    auto key = InstallationKey::make();
    if (auto fault = key.write(installation_key_path(arguments))) return std::move(*fault);
    auto audit_key = SigningKey::make();
    SLAGBOOM_CHECK(write_secret(audit_key_path(arguments), audit_key.pem().view()));
    auto system = std::make_unique<app::System>(std::move(options));
    system->phones = system_clock();
    system->database.migrate();
    auto transaction = system->database.write({storage::Actor::Kind::installation, 0, 0});
    if (storage::find_installation(transaction.sql())) return Error{"in deze database is al een installatie", "", 0, 0};
    const std::string audit_pem = audit_key.verifying_key().pem();
    storage::insert_installation(transaction, {example, region, key.id(), audit_pem});
    transaction.audit({"installatie-gemaakt", {"installatie", 1}, 0, audit_key.verifying_key().id(), {}});
    transaction.commit();
    system->key.emplace(std::move(key));
    system->audit_key.emplace(std::move(audit_key));
    return system;
}

int fail(const app::Refusal& refusal) {
    fmt::print(stderr, "{}\n", refusal.detail);
    for (const auto& fault : refusal.faults) {
        const Error error{fault.reason, fault.field, fault.line, 0};
        fmt::print(stderr, "  {}\n", domain::without_service_numbers(error.text()));
    }
    return kNothingDone;
}

}  // namespace slagboom::main
