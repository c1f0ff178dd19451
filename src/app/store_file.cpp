#include "app/store_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/sealed.h"
#include "base/sha256.h"
#include "domain/service_number.h"
#include "files/media_type.h"
#include "storage/provider_store.h"

namespace slagboom::app {
namespace {

Refusal unknown_type() {
    return {Refusal::Kind::unsupported_type,
            "inhoudstype-onbekend",
            "Dit is geen PDF, PNG, JPEG, XLSX, DOCX of tekst in UTF-8. Het gaat om de inhoud, niet om de naam.",
            {},
            {},
            0};
}

std::vector<std::string> closed(const SecretBytes& key, std::string_view bytes) {
    SealedWriter writer(key);
    auto chunks = writer.write(bytes);
    chunks.push_back(writer.finish());
    return chunks;
}

}  // namespace

Answer<storage::StoredFile> store_file(System& system, const SignedIn& who, const NewFile& file) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::upload_file));
    if (!system.key) return no_installation_key();
    if (file.provider) {
        const auto provider = storage::find_provider(system.database.read().sql(), scope, *file.provider);
        if (!provider) return invalid("aanbieder", "deze aanbieder is er niet, of niet voor u");
        if (provider->merged_into)
            return invalid("aanbieder", fmt::format("deze aanbieder is opgegaan in {}", *provider->merged_into));
    }
    if (domain::holds_service_number(file.name))
        return invalid("X-Bestandsnaam", "hier lijkt een burgerservicenummer te staan; dat wordt nooit bewaard");
    const auto type = files::media_type(file.bytes);
    if (!type) return unknown_type();
    storage::StoredFile stored;
    stored.provider = file.provider;
    stored.name = file.name;
    stored.media_type = *type;
    stored.size = static_cast<std::int64_t>(file.bytes.size());
    stored.sha256 = sha256_hex(file.bytes);
    stored.document_date = file.document_date;
    stored.kind = file.kind;
    stored.ground = file.ground;
    stored.key_id = system.key->id();
    stored.account = who.account.id;
    const SecretBytes key = make_data_key();
    const auto chunks = closed(key, file.bytes);  // before the transaction: the writer's turn is short
    auto transaction = begin(system, who);
    stored.id = transaction.new_id();
    stored.recorded_at = transaction.recorded_at();
    stored.wrapped_key = system.key->wrap(key, fmt::format("bestand {}", stored.id));
    storage::insert_file(transaction, stored, chunks);
    const nlohmann::json content{{"naam", stored.name},
                                 {"soort", stored.kind},
                                 {"grondslag", stored.ground},
                                 {"documentDatum", stored.document_date.value_or("")},
                                 {"mediatype", stored.media_type},
                                 {"grootte", stored.size}};
    transaction.audit(
        {"bestand-bewaard", {"bestand", stored.id}, stored.provider.value_or(0), stored.sha256, content.dump()});
    transaction.commit();
    return stored;
}

}  // namespace slagboom::app
