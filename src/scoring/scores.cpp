#include "scoring/scores.h"

#include "expr/evaluate.h"

namespace slagboom::scoring {
namespace {

StepPoints step_points(const Indicator& indicator) {
    StepPoints result;
    result.steps = indicator.steps.size();
    for (std::size_t step = 1; step <= result.steps; ++step) {
        result.rise[step - 1] = static_cast<std::uint16_t>(indicator.points(step) - indicator.points(step - 1));
    }
    result.most = static_cast<std::uint16_t>(indicator.most_points());
    return result;
}

/// What of the model counts in this screening, category by category; what is withheld has an outcome and nothing more.
struct Plan {
    struct Counted {
        std::size_t indicator;
        StepPoints points;
    };
    std::vector<std::vector<Counted>> by_category;
    std::vector<std::size_t> knock_outs;
    std::vector<std::size_t> in_phase;
};

Plan plan_of(const Model& model, domain::Phase phase, const RunContext& context) {
    Plan plan;
    plan.by_category.resize(model.categories.size());
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        const Indicator& indicator = model.indicators[i];
        if (!indicator.counts_in(phase)) continue;
        plan.in_phase.push_back(i);
        if (indicator.knock_out()) {
            plan.knock_outs.push_back(i);
        } else if (!context.withheld(i)) {
            plan.by_category[*indicator.category].push_back({i, step_points(indicator)});
        }
    }
    return plan;
}

class Scorer {
 public:
    Scorer(const Model& model, const Plan& plan, const RunContext& context, const CodeTable& codes, Scores& scores)
        : model_(model), plan_(plan), context_(context), codes_(codes), scores_(scores) {}

    void run(std::size_t first, std::size_t count) {
        for (const std::size_t indicator : plan_.in_phase) outcomes(indicator, first, count);
        std::uint16_t* lowest = scores_.lowest.data() + first;
        std::uint16_t* highest = scores_.highest.data() + first;
        for (std::size_t category = 0; category < plan_.by_category.size(); ++category) {
            if (plan_.by_category[category].empty()) continue;
            for (const auto& counted : plan_.by_category[category]) {
                const Code* codes = codes_[counted.indicator].data() + first;
                kernels_.add_points(sum_lowest_.data(), sum_highest_.data(), codes, counted.points, count);
                kernels_.add_completeness(scores_.known.data() + first, scores_.all.data() + first, codes,
                                          counted.points, count);
            }
            const auto cap = static_cast<std::uint16_t>(model_.categories[category].cap);
            kernels_.add_capped(lowest, sum_lowest_.data(), cap, count);
            kernels_.add_capped(highest, sum_highest_.data(), cap, count);
        }
        for (const std::size_t knock_out : plan_.knock_outs) {
            kernels_.lift(lowest, highest, codes_[knock_out].data() + first,
                          static_cast<std::uint16_t>(*model_.indicators[knock_out].floor), count);
        }
    }

 private:
    void outcomes(std::size_t indicator, std::size_t first, std::size_t count) {
        std::uint8_t* out = scores_.outcomes[indicator].data() + first;
        const Code* codes = codes_[indicator].data() + first;
        kernels_.outcomes(out, codes, count);
        if (!context_.withheld(indicator)) return;
        // Not applicable stays so; everything else is not counted.
        for (std::size_t i = 0; i < count; ++i) {
            const bool applicable = applies(codes[i]) != Applies::no;
            out[i] = applicable ? static_cast<std::uint8_t>(domain::Outcome::withheld) : out[i];
        }
    }

    const Model& model_;
    const Plan& plan_;
    const RunContext& context_;
    const CodeTable& codes_;
    Scores& scores_;
    const Kernels& kernels_ = kernels();
    std::vector<std::uint16_t> sum_lowest_ = std::vector<std::uint16_t>(expr::kMaxChunk, 0);
    std::vector<std::uint16_t> sum_highest_ = std::vector<std::uint16_t>(expr::kMaxChunk, 0);
};

}  // namespace

Scores score(const Model& model, domain::Phase phase, const RunContext& context, const CodeTable& codes,
             const Division& division) {
    const std::size_t rows = codes.empty() ? 0 : codes[0].size();
    const Plan plan = plan_of(model, phase, context);
    Scores scores;
    scores.outcomes.resize(model.indicators.size());
    for (const std::size_t indicator : plan.in_phase) scores.outcomes[indicator].resize(rows);
    for (auto* column : {&scores.lowest, &scores.highest, &scores.known, &scores.all}) column->resize(rows);
    in_parallel(rows, division, [&](std::size_t from, std::size_t to) {
        Scorer scorer(model, plan, context, codes, scores);
        for (std::size_t first = from; first < to; first += division.chunk)
            scorer.run(first, std::min(division.chunk, to - first));
    });
    return scores;
}

}  // namespace slagboom::scoring
