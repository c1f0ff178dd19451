#include "app/read_model.h"

#include "expr/sentence.h"

namespace slagboom::app {
namespace {

using domain::FactType;
using domain::Frequency;
using domain::Protection;
using scoring::Indicator;
using scoring::Model;

StoredModels::Loaded loaded(System& system, storage::Connection& sql, const storage::StoredModel& stored) {
    auto model = system.models.load(sql, stored.hash);
    if (!model) throw storage::DatabaseError(storage::DatabaseError::Kind::other, model.error().text());
    return std::move(*model);
}

std::string_view word(FactType type) { return type == FactType::boolean ? "ja-nee" : domain::dutch_name(type); }

std::string_view word(Frequency frequency) {
    switch (frequency) {
        case Frequency::year:
            return "jaar";
        case Frequency::quarter:
            return "kwartaal";
        case Frequency::month:
            return "maand";
        case Frequency::dated:
            return "datum";
    }
    return {};
}

std::string_view word(Protection protection) {
    switch (protection) {
        case Protection::open:
            return "open";
        case Protection::confidential:
            return "vertrouwelijk";
        case Protection::personal:
            return "persoonlijk";
        case Protection::vault:
            return "kluis";
    }
    return {};
}

std::string_view word(scoring::UrgencyKey key) {
    switch (key) {
        case scoring::UrgencyKey::sub_category:
            return "subcategorie";
        case scoring::UrgencyKey::lowest:
            return "laagste";
        case scoring::UrgencyKey::highest:
            return "hoogste";
    }
    return {};
}

ReadRule read(const Model& model, const expr::TypedTree& rule, const std::string& because, const std::string& english,
              int points) {
    return {expr::canonical_text(rule.written),
            expr::sentence(rule, model.facts, Language::dutch),
            model.has_english ? std::optional(expr::sentence(rule, model.facts, Language::english)) : std::nullopt,
            because,
            english,
            points};
}

ReadIndicator read(const Model& model, const Indicator& indicator) {
    ReadIndicator reading;
    reading.key = indicator.key;
    reading.title = indicator.title;
    reading.english_title = indicator.english_title;
    if (indicator.category) reading.category = model.categories[*indicator.category].key;
    if (indicator.floor) reading.floor = *indicator.floor;
    for (const auto phase : indicator.phases) reading.phases.emplace_back(domain::api_name(phase));
    if (indicator.applies_to)
        reading.applies_to = read(model, indicator.applies_to->rule, indicator.applies_to->reason,
                                  indicator.applies_to->english_reason, 0);
    for (const auto& step : indicator.steps)
        reading.steps.push_back(read(model, step.rule, step.source, step.english_source, step.points));
    reading.explanations = indicator.explanations;
    reading.page = indicator.page;
    reading.english_explanations = indicator.english_explanations;
    reading.english_page = indicator.english_page;
    return reading;
}

ReadFact read(const domain::FactDefinition& fact) {
    ReadFact reading;
    reading.key = fact.key;
    reading.type = word(fact.type);
    reading.frequency = word(fact.frequency);
    if (!fact.periodic()) reading.validity_months = fact.validity_months;
    reading.unit = fact.unit;
    reading.label = fact.label;
    reading.english_label = fact.english_label;
    reading.english_question = fact.english_question;
    reading.english_unit = fact.english_unit;
    reading.question = fact.question;
    for (const auto& option : fact.options) reading.options.push_back(option);
    reading.sources = fact.sources;
    reading.protection = word(fact.protection);
    return reading;
}

}  // namespace

ReadModel read_model(System& system, storage::Connection& sql, const storage::StoredModel& stored) {
    const auto kept = loaded(system, sql, stored);
    const Model& model = *kept;
    ReadModel reading;
    reading.description = {model.description, model.english_description};
    reading.language = scoring::kLanguage;  // no model of another one can be loaded
    reading.orange = model.cut_offs.orange;
    reading.light_red = model.cut_offs.light_red;
    reading.middle_red = model.cut_offs.middle_red;
    reading.dark_red = model.cut_offs.dark_red;
    reading.completeness_floor = model.completeness_floor;
    reading.withheld_above = model.withheld_above;
    reading.after_year = model.available_after[Frequency::year];
    reading.after_quarter = model.available_after[Frequency::quarter];
    reading.after_month = model.available_after[Frequency::month];
    reading.sources = model.sources;
    reading.english_sources = model.english_sources;
    for (const auto& order : model.urgency) reading.urgency.emplace_back(word(order.key), order.descending);
    for (const auto& category : model.categories)
        reading.categories.push_back({category.key, category.title, category.english_title, category.cap,
                                      category.source, category.english_source});
    for (const auto& indicator : model.indicators) reading.indicators.push_back(read(model, indicator));
    for (const auto& fact : model.facts.facts) reading.facts.push_back(read(fact));
    return reading;
}

std::optional<std::string> english_sentence(System& system, storage::Connection& sql, const std::string& hash,
                                            const std::string& rule) {
    const auto model = system.models.load(sql, hash);
    if (!model || !(*model)->has_english) return std::nullopt;
    const auto checked = expr::check_condition(rule, (*model)->facts);
    if (!checked) return std::nullopt;
    return expr::sentence(*checked, (*model)->facts, Language::english);
}

ReadDescription description_of(System& system, storage::Connection& sql, const storage::StoredModel& stored) {
    const auto model = loaded(system, sql, stored);
    return {model->description, model->english_description};
}

}  // namespace slagboom::app
