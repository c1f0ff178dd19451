#include <fmt/format.h>

#include <algorithm>

#include "app/add_account.h"
#include "app/block_account.h"
#include "app/change_account.h"
#include "app/manage_keys.h"
#include "app/restore_access.h"
#include "base/folded.h"
#include "server/actors.h"
#include "server/call.h"
#include "server/json.h"
#include "server/reader.h"

namespace slagboom::server {
namespace {

using app::Answer;
using app::GivenRole;
using domain::Verb;
using storage::Account;

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestDisplayName = 200;
constexpr std::size_t kLongestText = 1000;
constexpr std::size_t kMostRoles = 100;
constexpr std::size_t kMostVerbs = 100;

std::string place_of(std::string_view noun, std::int64_t id) { return fmt::format("/api/v1/{}/{}", noun, id); }

void write_account(Json& json, std::string_view key, storage::Connection& sql, const Account& account) {
    json.open(key).whole("id", account.id).text("naam", account.name).text("weergavenaam", account.display_name);
    write_roles(json, "rollen", storage::roles_of(sql, account.id), account.provider);
    json.boolean("tweedeFactor", account.second_factor.has_value());
    json.boolean("beginwachtwoord", account.start_password);
    json.instant("geblokkeerdOp", account.blocked_at).instant("gemaaktOp", account.recorded_at);
    json.text("versie", etag(account.version)).close();
}

std::string account_json(storage::Connection& sql, const Account& account) {
    Json json;
    write_account(json, {}, sql, account);
    return json.take();
}

Response account_answer(const Call& call, const Account& account) {
    return versioned(account_json(call.system.database.read().sql(), account), account.version);
}

/// The refusal of a change, with how the account stands now when that is what went wrong.
app::Refusal refused(const Call& call, std::int64_t id, app::Refusal refusal) {
    const auto snapshot = call.system.database.read();
    const auto account = storage::find_account(snapshot.sql(), id);
    if (!account) return refusal;
    return with_both_versions(std::move(refusal), call, account->version, account_json(snapshot.sql(), *account));
}

Answer<Response> list_accounts(Call& call) {
    QueryReader query(call);
    const std::string search = folded(query.text("zoek", kLongestDisplayName).value_or(""));
    const std::string after = query.text("na", kLongestName).value_or("");
    const auto count = static_cast<std::size_t>(query.count());
    SLAGBOOM_CHECK(query.done());
    const auto snapshot = call.system.database.read();
    auto all = storage::accounts(snapshot.sql());
    std::erase_if(all, [&](const Account& account) {
        const bool fits = folded(account.name).find(search) != std::string::npos ||
                          folded(account.display_name).find(search) != std::string::npos;
        return !fits || account.name <= after;
    });
    Json json;
    json.open().list("gebruikers");
    for (std::size_t i = 0; i < std::min(count, all.size()); ++i) write_account(json, {}, snapshot.sql(), all[i]);
    json.close_list();
    json.text("volgende", all.size() > count ? std::optional(all[count - 1].name) : std::nullopt).close();
    return json_answer(200, json.take());
}

/// A designation or a mandate: the document that gives the power.
void read_ground(BodyReader& body, storage::AccountRole& role) {
    for (const std::string_view field : {"aanwijzing", "mandaat"}) {
        if (!body.has(field) || body.is_null(field)) {
            body.value(field);
            continue;
        }
        auto ground = body.object(field);
        if (role.document) body.fault(field, "een rol heeft een aanwijzing of een mandaat, niet allebei");
        if (field == "aanwijzing") {
            role.law = ground.one_of("wet", {"wmo", "jeugdwet"});
            role.aspect = ground.one_of("soort", {"kwaliteit", "rechtmatigheid"});
        }
        role.document = ground.text("stuk", kLongestText);
        role.document_date = ground.date("datum").iso();
        body.add(ground);
    }
}

GivenRole read_role(BodyReader& body, const std::string& today) {
    GivenRole given;
    std::vector<std::string_view> names(domain::kRoleNames.begin(), domain::kRoleNames.end());
    given.role.role = domain::role_named(body.one_of("rol", names)).value_or(domain::Role::aanbieder);
    given.role.municipality = body.optional_text("gemeente", 4);
    given.provider = body.optional_whole("aanbieder", 1, std::numeric_limits<std::int64_t>::max());
    const auto from = body.optional_date("van");
    given.role.valid_from = from ? from->iso() : today;
    if (const auto until = body.optional_date("tot")) given.role.valid_until = until->iso();
    read_ground(body, given.role);
    return given;
}

std::vector<GivenRole> read_roles(BodyReader& body, const std::string& today) {
    std::vector<GivenRole> roles;
    for (auto& part : body.objects("rollen", kMostRoles)) {
        roles.push_back(read_role(part, today));
        body.add(part);
    }
    return roles;
}

Answer<Response> create_account(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::AccountOrder wanted;
    wanted.name = body.text("naam", kLongestName);
    wanted.display_name = body.text("weergavenaam", kLongestDisplayName);
    if (body.has("rollen")) wanted.roles = read_roles(body, call.system.today());
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto made, app::add_account(call.system, call.who, wanted));
    Json json;
    json.open();
    write_account(json, "gebruiker", call.system.database.read().sql(), made.account);
    json.text("eersteWachtwoord", made.start_password).close();
    return created(place_of("gebruikers", made.account.id), json.take());
}

Answer<Response> show_account(Call& call) {
    const auto account = storage::find_account(call.system.database.read().sql(), call.id());
    if (!account) return app::not_found();
    return account_answer(call, *account);
}

Answer<Response> change_account(Call& call) {
    SLAGBOOM_TRY(const auto version, if_match(call));
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::AccountChange change;
    if (body.has("weergavenaam")) change.display_name = body.text("weergavenaam", kLongestDisplayName);
    SLAGBOOM_CHECK(body.done());
    auto changed = app::change_account(call.system, call.who, call.id(), version, change);
    if (!changed) return refused(call, call.id(), std::move(changed.error()));
    return account_answer(call, *changed);
}

Answer<Response> assign_roles(Call& call) {
    SLAGBOOM_TRY(const auto version, if_match(call));
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const auto roles = read_roles(body, call.system.today());
    SLAGBOOM_CHECK(body.done());
    auto changed = app::assign_roles(call.system, call.who, call.id(), version, roles);
    if (!changed) return refused(call, call.id(), std::move(changed.error()));
    return account_answer(call, *changed);
}

Answer<Response> restore_access(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const bool password = body.one_of("wat", {"wachtwoord", "tweede-factor"}) == "wachtwoord";
    const std::string reason = body.text("reden", kLongestText);
    SLAGBOOM_CHECK(body.done());
    const auto lost = password ? app::LostAccess::password : app::LostAccess::second_factor;
    SLAGBOOM_TRY(const auto restored, app::restore_access(call.system, call.who, call.id(), lost, reason));
    Json json;
    json.open();
    write_account(json, "gebruiker", call.system.database.read().sql(), restored.account);
    json.text("eersteWachtwoord", restored.start_password).close();
    return created(place_of("gebruikers", restored.account.id), json.take());
}

Answer<Response> block_account(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const std::string reason = body.text("reden", kLongestText);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto account, app::block_account(call.system, call.who, call.id(), reason));
    return created(place_of("gebruikers", account.id), account_json(call.system.database.read().sql(), account));
}

Answer<Response> unblock_account(Call& call) {
    SLAGBOOM_CHECK(app::unblock_account(call.system, call.who, call.id()));
    return no_content();
}

void write_key(Json& json, std::string_view key, Actors& actors, const storage::ApiKey& of) {
    json.open(key).whole("id", of.id).text("naam", of.name);
    actors.write(json, "gebruiker", of.account);
    json.list("verben");
    for (const auto& verb : of.verbs) json.text({}, verb);
    json.close_list().text("eindigtOp", of.ends_on).instant("gemaaktOp", of.recorded_at).close();
}

Answer<Response> list_keys(Call& call) {
    QueryReader query(call);
    const std::int64_t after = cursor(query);
    const auto count = static_cast<std::size_t>(query.count());
    SLAGBOOM_CHECK(query.done());
    const auto snapshot = call.system.database.read();
    auto keys = storage::api_keys(snapshot.sql(), call.scope.everything() ? 0 : call.who.account.id);
    std::erase_if(keys, [&](const auto& key) { return key.id <= after; });
    Actors actors(snapshot.sql());
    Json json;
    json.open().list("sleutels");
    for (std::size_t i = 0; i < std::min(count, keys.size()); ++i) write_key(json, {}, actors, keys[i]);
    json.close_list();
    const bool more = keys.size() > count;
    json.text("volgende", more ? std::optional(fmt::format("{}", keys[count - 1].id)) : std::nullopt).close();
    return json_answer(200, json.take());
}

Answer<Response> create_key(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    app::NewKey wanted;
    wanted.name = body.text("naam", kLongestDisplayName);
    wanted.account = body.whole("gebruiker", 1, std::numeric_limits<std::int64_t>::max());
    wanted.verbs = body.texts("verben", kLongestName, kMostVerbs);
    wanted.ends_on = body.date("eindigtOp").iso();
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto made, app::create_key(call.system, call.who, wanted));
    const auto snapshot = call.system.database.read();
    Actors actors(snapshot.sql());
    Json json;
    json.open();
    write_key(json, "sleutel", actors, made.key);
    json.text("geheim", made.token).close();
    return created(place_of("sleutels", made.key.id), json.take());
}

Answer<Response> end_key(Call& call) {
    SLAGBOOM_CHECK(app::end_key(call.system, call.who, call.id()));
    return no_content();
}

}  // namespace

std::vector<Route> account_routes() {
    return {
        {Method::get, "/gebruikers", Verb::view_accounts, list_accounts, 0},
        {Method::post, "/gebruikers", Verb::manage_accounts, create_account, kJsonLimit, true},
        {Method::get, "/gebruikers/{gebruikerId}", Verb::view_accounts, show_account, 0},
        {Method::patch, "/gebruikers/{gebruikerId}", Verb::manage_accounts, change_account, kJsonLimit},
        {Method::put, "/gebruikers/{gebruikerId}/rollen", Verb::assign_roles, assign_roles, kJsonLimit},
        {Method::post, "/gebruikers/{gebruikerId}/herstel", Verb::restore_access, restore_access, kJsonLimit, true},
        {Method::post, "/gebruikers/{gebruikerId}/blokkade", Verb::block_account, block_account, kJsonLimit},
        {Method::remove, "/gebruikers/{gebruikerId}/blokkade", Verb::block_account, unblock_account, 0},
        {Method::get, "/sleutels", Verb::view_keys, list_keys, 0},
        {Method::post, "/sleutels", Verb::manage_keys, create_key, kJsonLimit, true},
        {Method::remove, "/sleutels/{sleutelId}", Verb::manage_keys, end_key, 0},
    };
}

}  // namespace slagboom::server
