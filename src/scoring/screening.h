#pragma once

#include <array>
#include <vector>

#include "expr/evaluate.h"
#include "scoring/assessment.h"
#include "scoring/run_context.h"
#include "scoring/scores.h"

namespace slagboom::scoring {

/// How many providers have each colour and sub-category.
struct Distribution {
    std::array<std::size_t, 4> colours{};         ///< by domain::Colour
    std::array<std::size_t, 3> sub_categories{};  ///< by domain::SubCategory, of the reds
    std::size_t total = 0;
    std::size_t settled = 0;  ///< of those with a colour
};

/// A screening of a population: model × facts on a reference date × phase. Pure: the same input gives the same bytes,
/// in any order of rows, chunk size and number of threads. The model and the population must outlive it.
class Screening {
 public:
    Screening(const Model& model, const Population& population, Date reference, domain::Phase phase,
              const std::vector<AppliedSetAside>& set_asides = {}, const Division& division = {});
    /// In the context of an earlier run, so that a provider alone is judged by what the whole population decided
    /// (decision 15).
    Screening(const Model& model, const Population& population, Date reference, domain::Phase phase,
              const std::vector<AppliedSetAside>& set_asides, RunContext context, const Division& division = {});

    const Model& model() const { return model_; }
    const Population& population() const { return population_; }
    Date reference() const { return reference_; }
    domain::Phase phase() const { return phase_; }
    const std::vector<AppliedSetAside>& set_asides() const { return set_asides_; }
    const RunContext& context() const { return context_; }
    const CodeTable& codes() const { return codes_; }
    const Scores& scores() const { return scores_; }
    const std::vector<domain::Colour>& colours() const { return colours_; }

    Distribution distribution() const;
    /// Rows of the reds in order of urgency; equal ones in order of provider.
    const std::vector<std::size_t>& urgency_list() const { return urgency_list_; }
    /// Rows of the greys, the highest possible score first.
    std::vector<std::size_t> grey_list() const;

    /// Text that sorts a list as people work it: the reds in order of urgency, equal ones alike; then orange, grey and
    /// green, each with the highest possible score first.
    std::string list_key(std::size_t row) const;

    /// All numbers of a provider, without reasons and missing facts.
    Assessment assess(std::size_t row) const;

 private:
    void score_and_colour(const Division& division);
    void colour_all();
    int urgency_value(UrgencyKey key, std::size_t row) const;
    void rank_reds();

    const Model& model_;
    const Population& population_;
    Date reference_;
    domain::Phase phase_;
    std::vector<AppliedSetAside> set_asides_;
    CodeTable codes_;
    RunContext context_;
    Scores scores_;
    std::vector<domain::Colour> colours_;
    std::vector<std::size_t> urgency_list_;
    std::vector<std::size_t> ranks_;  ///< per row, 0 for who is not red
};

/// Says why, provider by provider, from the columns that the evaluator keeps. One Explainer is for one thread.
class Explainer {
 public:
    explicit Explainer(const Screening& screening);
    /// The whole assessment, with reasons and missing facts. Rows in order are cheapest: they share a chunk.
    Assessment explain(std::size_t row);

 private:
    Reason reason(std::size_t indicator) const;
    void add_parts(Reason& reason, const expr::TypedTree& rule, const expr::CompiledRule& compiled,
                   std::size_t step) const;
    domain::Period period_seen(std::size_t column) const;
    void add_facts(Reason& reason, std::vector<expr::Input> inputs) const;
    std::vector<MissingFact> missing(const Assessment& assessment) const;
    std::vector<expr::Input> open_inputs(std::size_t indicator) const;
    bool is_missing(const expr::Input& input) const;
    std::size_t column_of(const expr::Input& input) const;
    int highest_without(const expr::Input& input) const;

    const Screening& screening_;
    const Model& model_;
    expr::Evaluation evaluation_;
    std::vector<std::vector<expr::Input>> inputs_of_;  ///< by indicator
    std::size_t chunk_first_ = 0;
    std::size_t chunk_count_ = 0;
    std::size_t row_ = 0;
};

}  // namespace slagboom::scoring
