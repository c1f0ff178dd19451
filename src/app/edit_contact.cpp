#include "app/edit_contact.h"

#include <nlohmann/json.hpp>

namespace slagboom::app {

Answer<Done> edit_contact(System& system, const SignedIn& who, const storage::Provider& provider) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::edit_provider_contact));
    auto transaction = begin(system, who);
    if (!storage::find_provider(transaction.sql(), scope, provider.id)) return not_found();
    if (!storage::update_contact(transaction, provider)) return stale();
    const nlohmann::json content{{"contactpersoon", provider.contact_person.value_or("")},
                                 {"emailadres", provider.email.value_or("")},
                                 {"telefoon", provider.phone.value_or("")}};
    transaction.audit({"contact-gewijzigd", {"aanbieder", provider.id}, provider.id, {}, content.dump()});
    transaction.commit();
    return Done{};
}

}  // namespace slagboom::app
