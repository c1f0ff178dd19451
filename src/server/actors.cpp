#include "server/actors.h"

namespace slagboom::server {
namespace {

using storage::AccountRole;

void write_role(Json& json, const AccountRole& role, std::optional<std::int64_t> provider) {
    json.open().text("rol", domain::name(role.role)).text("gemeente", role.municipality);
    json.whole("aanbieder", role.role == domain::Role::aanbieder ? provider : std::nullopt);
    json.text("van", role.valid_from).text("tot", role.valid_until);
    const bool designated = role.law || role.aspect;
    if (designated) {
        json.open("aanwijzing").text("wet", role.law).text("soort", role.aspect);
        json.text("datum", role.document_date).text("stuk", role.document).close();
    } else {
        json.null("aanwijzing");
    }
    if (!designated && role.document)
        json.open("mandaat").text("datum", role.document_date).text("stuk", role.document).close();
    else
        json.null("mandaat");
    json.close();
}

}  // namespace

void Actors::write(Json& json, std::string_view key, std::int64_t account) {
    auto found = known_.find(account);
    if (found == known_.end()) found = known_.emplace(account, storage::find_account(sql_, account)).first;
    if (found->second)
        write_reference(json, key, *found->second);
    else
        json.null(key);
}

void write_reference(Json& json, std::string_view key, const storage::Account& account) {
    json.open(key).whole("id", account.id).text("naam", account.name).text("weergavenaam", account.display_name);
    json.close();
}

void write_roles(Json& json, std::string_view key, const std::vector<AccountRole>& roles,
                 std::optional<std::int64_t> provider) {
    json.list(key);
    for (const auto& role : roles) write_role(json, role, provider);
    json.close_list();
}

}  // namespace slagboom::server
