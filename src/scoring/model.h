#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/assessment_words.h"
#include "domain/fact.h"
#include "domain/period.h"
#include "expr/program.h"

namespace slagboom::scoring {

/// Version of what rules mean, that a model states and an engine implements (decision 27).
inline constexpr int kLanguage = 1;

/// Limits that keep every sum of points within 16 bits (scoring/kernels.h) and an indicator's outcome within one byte.
inline constexpr int kMaxPoints = 100;
inline constexpr int kMaxCap = 20000;
inline constexpr std::size_t kMaxIndicators = 200;
inline constexpr std::size_t kMaxSteps = 7;

/// A group of indicators whose points together are capped, because they tell one story.
struct Category {
    std::string key;
    std::string title;
    int cap = 0;
    std::string source;
    // In English; empty where the model has none.
    std::string english_title{};
    std::string english_source{};
};

/// One condition of an indicator with the points it is worth; the conditions of an indicator rise in points.
struct Step {
    expr::TypedTree rule;
    int points = 0;
    std::string source;  ///< where the threshold comes from
    expr::CompiledRule compiled;
    std::string english_source{};  ///< empty where the model has no English
};

/// To whom an indicator applies, and why not to others.
struct Applicability {
    expr::TypedTree rule;
    std::string reason;
    std::string english_reason;  ///< empty where the model has no English
    expr::CompiledRule compiled;
};

/// One question of the model. A knock-out has a floor and no category; its step has no points.
struct Indicator {
    std::string key;
    std::string title;
    std::optional<std::size_t> category;  ///< index into Model::categories
    std::optional<int> floor;
    std::optional<Applicability> applies_to;
    std::vector<Step> steps;
    std::vector<domain::Phase> phases;
    std::vector<std::string> explanations;
    std::string page;  ///< uitleg.md
    // In English; empty where the model has none.
    std::string english_title;
    std::vector<std::string> english_explanations;
    std::string english_page;  ///< explanation.md

    bool knock_out() const { return floor.has_value(); }
    bool counts_in(domain::Phase phase) const;
    /// Points of step 1 … n; 0 for step 0, "no step".
    int points(std::size_t step) const { return step == 0 ? 0 : steps[step - 1].points; }
    int most_points() const { return steps.back().points; }
    /// The cells that its rules read, each once.
    std::vector<expr::Input> inputs() const;
};

/// The lowest score of each colour and sub-category. Green starts at 0; red starts where light red does.
struct CutOffs {
    int orange = 0;
    int light_red = 0;
    int middle_red = 0;
    int dark_red = 0;

    domain::Colour colour(int score) const;  ///< never grey
    std::optional<domain::SubCategory> sub_category(int score) const;
};

enum class UrgencyKey { sub_category, lowest, highest };
struct UrgencyOrder {
    UrgencyKey key = UrgencyKey::sub_category;
    bool descending = true;
};

/// Where the limits that are no question's own come from, in one language.
struct LimitSources {
    std::string colours;
    std::string completeness;
    std::string withheld;
    std::string available_after;
};

/// A risk model, loaded and checked. Immutable.
struct Model {
    std::string name;
    std::string version;
    std::string description;
    std::string english_description;  ///< empty where the model has no English
    bool has_english = false;         ///< every text of the model is there in English too
    std::string hash;                 ///< decision 27
    domain::FactCatalogue facts;
    domain::AvailableAfter available_after;
    int withheld_above = 0;      ///< percentage
    int completeness_floor = 0;  ///< percentage
    CutOffs cut_offs;
    LimitSources sources;
    LimitSources english_sources;  ///< empty where the model has no English
    std::vector<UrgencyOrder> urgency;
    std::vector<Category> categories;   ///< ordered by key
    std::vector<Indicator> indicators;  ///< ordered by key
    expr::Program program;              ///< all rules together

    std::optional<std::size_t> find_indicator(std::string_view key) const;
    /// The period that a rule reads for this cell on this day; for a dated fact the day itself.
    domain::Period period_of(const expr::Input& input, Date reference) const;
    /// The highest score that anybody can have in a phase.
    int highest_possible(domain::Phase phase) const;
};

/// Puts all rules into one program. The last act of loading; rules are checked by then.
void compile(Model& model);

}  // namespace slagboom::scoring
