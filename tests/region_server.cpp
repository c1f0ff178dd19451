#include "region_server.h"

#include <fmt/format.h>

#include "app/sign_in.h"
#include "base/random.h"
#include "base/sha256.h"
#include "contract.h"
#include "files/model_folder.h"
#include "server/openapi_document.h"
#include "server/request_target.h"
#include "storage/audit_store.h"
#include "storage/installation_store.h"
#include "storage/model_store.h"
#include "storage/register_store.h"
#include "storage/session_store.h"

namespace slagboom::tests {
namespace {

using domain::Role;
using server::Method;
using storage::Actor;

const Actor kInstaller{Actor::Kind::installation, 0, 0};

const Contract& contract() {
    static const Contract judge(nlohmann::json::parse(server::openapi_document()));
    return judge;
}

std::string joined(const ContractFaults& faults) {
    std::string text;
    for (const auto& fault : faults) text += fault + "\n";
    return text;
}

void put(server::Fields& headers, const std::string& name, const std::string& value) {
    std::erase_if(headers, [&](const auto& header) { return header.first == name; });
    if (!value.empty()) headers.emplace_back(name, value);
}

storage::AccountRole role_of(std::size_t number) {
    storage::AccountRole role;
    role.role = static_cast<Role>(number);
    role.valid_from = "2018-01-01";
    if (domain::needs_municipality(role.role)) role.municipality = "0153";
    if (role.role == Role::toezichthouder) {
        role.law = "wmo";
        role.aspect = "rechtmatigheid";
    }
    if (domain::needs_municipality(role.role) && role.role != Role::contractmanager_gemeente) {
        role.document = "Besluit 2018/17";
        role.document_date = "2018-01-01";
    }
    return role;
}

}  // namespace

void RegionServer::SetUp() {
    OnBothEngines::SetUp();
    if (IsSkipped()) return;
    system_ = std::make_unique<app::System>(options());
    system_->database.migrate();
    system_->key = InstallationKey::make();
    system_->audit_key = SigningKey::make();
    add_region();
    for (std::size_t i = 0; i < domain::kRoles; ++i) add_account(std::string(domain::kRoleNames[i]), {role_of(i)});
    router_ = std::make_unique<server::Router>(*system_, true);
}

void RegionServer::TearDown() {
    router_.reset();
    system_.reset();
    OnBothEngines::TearDown();
}

void RegionServer::add_region() {
    auto transaction = system_->database.write(kInstaller);
    storage::insert_installation(transaction,
                                 {false, "Proefregio", system_->key->id(), system_->audit_key->verifying_key().pem()});
    storage::put_municipalities(transaction, {{"0141", "Almelo"}, {"0153", "Enschede"}});
    enschede_ = storage::add_provider(transaction, "00100023", "Zorg aan het Volkspark");
    almelo_ = storage::add_provider(transaction, "00100031", "Zorg aan de Aa");
    storage::ContractLine line{0,      enschede_,  "C-1", "G-1",        "wonen",     "Wonen",
                               "0153", 100'000'00, 12,    "2018-01-01", std::nullopt};
    storage::ContractLine other = line;
    other.provider = almelo_;
    other.municipality = "0141";
    other.lot = "begeleiding";
    storage::insert(transaction, 0, std::vector<storage::ContractLine>{line, other});
    transaction.audit({"proefregio-gemaakt", {"installatie", 1}, 0, {}, {}});
    transaction.commit();
}

std::int64_t RegionServer::add_account(const std::string& name, const std::vector<storage::AccountRole>& roles,
                                       bool second_factor) {
    // One hash for all: each takes long on purpose.
    static const std::string hash = system_->passwords.hash(kPassword);
    storage::Account account;
    account.name = name;
    account.display_name = name + " (verzonnen)";
    account.password_hash = hash;
    auto transaction = system_->database.write(kInstaller);
    for (const auto& role : roles) {
        if (role.role == Role::aanbieder) account.provider = enschede_;
    }
    account.id = storage::insert_account(transaction, account);
    if (second_factor) {
        account.second_factor = system_->key->seal(kSecret, fmt::format("gebruiker {}", account.id));
        storage::update_account(transaction, account);
    }
    storage::replace_roles(transaction, account.id, roles);
    transaction.audit({"gebruiker-gemaakt", {"gebruiker", account.id}, 0, {}, {}});
    transaction.commit();
    accounts_[name] = account.id;
    start_session(name);
    return account.id;
}

std::string RegionServer::start_session(const std::string& name) {
    const std::string token = random_token();
    auto transaction = system_->database.write({Actor::Kind::account, accounts_.at(name), 0});
    const auto id =
        storage::insert_session(transaction, sha256_hex(token), accounts_.at(name), system_->now().microseconds,
                                system_->now().microseconds + app::kSessionMicroseconds);
    transaction.audit({"aangemeld", {"sessie", id}, 0, {}, {}});
    transaction.commit();
    tokens_[name] = token;
    return token;
}

std::string RegionServer::store_model(const std::string& folder) {
    const auto loaded = files::load_model(folder);
    const auto packed = app::packed_model(folder);
    if (!loaded || !packed) throw std::runtime_error("no model in " + folder);
    auto transaction = system_->database.write({Actor::Kind::account, account("modeleigenaar"), 0});
    const auto& model = loaded->model;
    storage::insert_model(transaction, {model.hash, model.name, model.version, 0, 0}, *packed);
    transaction.audit({"model-geladen", {"model", 0}, 0, model.hash, {}});
    transaction.commit();
    return model.hash;
}

server::Response RegionServer::send(Method method, const std::string& target, const std::string& body,
                                    const std::string& account, const server::Fields& headers) {
    server::Request request;
    request.method = method;
    request.target = target;
    const auto parsed = server::parse_target(target);
    EXPECT_TRUE(parsed) << target;
    if (!parsed) return {};
    request.path = parsed->path;
    request.query = parsed->query;
    request.body = body;
    request.id = "proef";
    put(request.headers, "x-slagboom", "1");
    if (!body.empty())
        put(request.headers, "content-type",
            method == Method::patch ? "application/merge-patch+json" : "application/json");
    if (!account.empty()) put(request.headers, "cookie", "slagboom_sessie=" + tokens_.at(account));
    for (const auto& [name, value] : headers) put(request.headers, name, value);
    auto response = router_->answer(request);
    const std::string what = fmt::format("{} {} → {} {}", server::name(method), target, response.status, response.body);
    EXPECT_EQ(joined(contract().check_response(server::name(method), target, response.status, response.content_type,
                                               response.body)),
              "")
        << what;
    const auto* type = request.header("content-type");
    if (response.status < 300) {
        EXPECT_EQ(joined(contract().check_request(server::name(method), target, type == nullptr ? "" : *type, body)),
                  "")
            << what;
        EXPECT_LE(body.size(), router_->body_limit(method, request.path)) << what;
    }
    return response;
}

std::vector<storage::AuditEntry> RegionServer::entries(const std::string& action) {
    std::vector<storage::AuditEntry> found;
    storage::each_audit_entry(system_->database.read().sql(), [&](const auto& entry) {
        if (entry.action == action) found.push_back(entry);
    });
    return found;
}

std::string RegionServer::audit_contents() {
    std::string all;
    system_->database.read().sql().query("select content from audit_content", {},
                                         [&](const auto& row) { all += row.string(0) + "\n"; });
    return all;
}

std::int64_t RegionServer::count(const std::string& table) {
    std::int64_t rows = -1;
    system_->database.read().sql().first("select count(*) from " + table, {},
                                         [&](const auto& row) { rows = row.integer(0); });
    return rows;
}

nlohmann::json json_of(const server::Response& response) { return nlohmann::json::parse(response.body); }

std::string header_of(const server::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

std::vector<std::string> fault_places(const server::Response& response) {
    const auto problem = json_of(response);
    std::vector<std::string> places;
    for (const auto& fault : problem.at("fouten")) places.push_back(fault.at("veld"));
    return places;
}

std::string code_of(const server::Response& response) {
    return response.status < 400 ? std::string() : json_of(response).value("code", "");
}

}  // namespace slagboom::tests
