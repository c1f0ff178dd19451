#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/system.h"
#include "domain/fact.h"
#include "scoring/model.h"
#include "storage/model_store.h"

namespace slagboom::app {

// A model version in words, as a policy officer reads it: for the API, that knows no rules.

struct ReadRule {
    std::string rule;      ///< canonical
    std::string sentence;  ///< Dutch
    std::optional<std::string> english_sentence;
    std::string because;  ///< of a step: where its limit comes from; of applicability: why not to others
    std::string english_because;
    int points = 0;  ///< of a step
};
// English texts are empty where the model has none.
struct ReadIndicator {
    std::string key;
    std::string title;
    std::string english_title;
    std::optional<std::string> category;
    std::optional<std::int64_t> floor;
    std::vector<std::string> phases;
    std::optional<ReadRule> applies_to;
    std::vector<ReadRule> steps;
    std::vector<std::string> explanations;
    std::string page;
    std::vector<std::string> english_explanations;
    std::string english_page;
};
struct ReadCategory {
    std::string key;
    std::string title;
    std::string english_title;
    std::int64_t cap = 0;
    std::string source;
    std::string english_source;
};
struct ReadFact {
    std::string key;
    std::string type;       ///< getal, bedrag, ja-nee, datum, keuze
    std::string frequency;  ///< jaar, kwartaal, maand, datum
    std::optional<std::int64_t> validity_months;
    std::string unit;
    std::string label;
    std::string english_label;
    std::string english_question;
    std::string english_unit;
    std::string question;
    std::vector<domain::Option> options;
    std::vector<std::string> sources;
    std::string protection;  ///< open, vertrouwelijk, persoonlijk, kluis
};
/// What a model says that it is for.
struct ReadDescription {
    std::string dutch;
    std::string english;
};
struct ReadModel {
    ReadDescription description;
    std::int64_t language = 0;
    std::int64_t orange = 0;
    std::int64_t light_red = 0;
    std::int64_t middle_red = 0;
    std::int64_t dark_red = 0;
    std::int64_t completeness_floor = 0;  ///< percentage
    std::int64_t withheld_above = 0;      ///< percentage
    std::int64_t after_year = 0;          ///< months
    std::int64_t after_quarter = 0;
    std::int64_t after_month = 0;
    scoring::LimitSources sources;
    scoring::LimitSources english_sources;
    std::vector<std::pair<std::string, bool>> urgency;  ///< key, and whether the highest comes first
    std::vector<ReadCategory> categories;
    std::vector<ReadIndicator> indicators;
    std::vector<ReadFact> facts;
};

/// A stored version. Throws when its content is no longer what its hash says.
ReadModel read_model(System& system, storage::Connection& sql, const storage::StoredModel& stored);
/// A part of a rule of this version as an English sentence; nothing where it has no English.
std::optional<std::string> english_sentence(System& system, storage::Connection& sql, const std::string& hash,
                                            const std::string& rule);
ReadDescription description_of(System& system, storage::Connection& sql, const storage::StoredModel& stored);

}  // namespace slagboom::app
