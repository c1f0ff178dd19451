#include "server/fact_json.h"

#include <array>

namespace slagboom::server {

std::string_view type_name(domain::FactType type) {
    constexpr std::array<std::string_view, 5> kNames{"getal", "bedrag", "ja-nee", "datum", "keuze"};
    return kNames[static_cast<std::size_t>(type)];
}

std::string_view protection_name(domain::Protection protection) {
    constexpr std::array<std::string_view, 4> kNames{"open", "vertrouwelijk", "persoonlijk", "kluis"};
    return kNames[static_cast<std::size_t>(protection)];
}

void write_options(Json& json, const std::vector<domain::Option>& options) {
    json.list("opties");
    for (const auto& option : options) {
        json.open().text("sleutel", option.key).text("label", option.label);
        json.text("labelEngels", or_null(option.english_label)).close();
    }
    json.close_list();
}

void write_words(Json& json, const std::string& key, const std::optional<domain::FactDefinition>& definition,
                 const storage::StoredValue& value) {
    const domain::FactDefinition words = definition.value_or(domain::FactDefinition{});
    json.text("feit", key).text("label", definition ? words.label : key).text("vraag", or_null(words.question));
    json.text("labelEngels", or_null(words.english_label)).text("vraagEngels", or_null(words.english_question));
    json.text("type", definition ? type_name(definition->type) : value.choice ? "keuze" : "getal");
    json.text("eenheid", or_null(words.unit)).text("eenheidEngels", or_null(words.english_unit));
    write_options(json, words.options);
}

void write_value(Json& json, std::string_view key, const std::optional<domain::FactDefinition>& definition,
                 const std::optional<storage::StoredValue>& value) {
    if (!value || (!value->number && !value->choice)) {
        json.null(key);
    } else if (value->choice) {
        json.text(key, *value->choice);
    } else if (!definition) {
        json.number(key, value->number);
    } else if (definition->type == domain::FactType::date) {
        json.text(key, domain::plain_text(*definition, *value->number));
    } else {
        json.raw(key, domain::plain_text(*definition, *value->number));
    }
}

void write_source(Json& json, std::string_view key, const storage::Source& source) {
    json.open(key).whole("id", source.id).text("soort", source.kind).text("naam", source.name);
    json.text("document", source.document.empty() ? std::nullopt : std::optional(source.document));
    json.text("documentDatum", source.document_date).close();
}

}  // namespace slagboom::server
