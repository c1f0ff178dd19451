#include "scoring/codes.h"

#include <map>

#include "expr/evaluate.h"

namespace slagboom::scoring {
namespace {

const std::uint8_t* bytes(const columns::Trit* trits) { return reinterpret_cast<const std::uint8_t*>(trits); }

void evaluate_chunk(const Model& model, const expr::Evaluation& evaluation, CodeTable& codes, std::size_t first,
                    std::size_t count) {
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        const Indicator& indicator = model.indicators[i];
        const std::uint8_t* steps[kMaxSteps] = {};
        for (std::size_t k = 0; k < indicator.steps.size(); ++k)
            steps[k] = bytes(evaluation.logic(indicator.steps[k].compiled.result()));
        const std::uint8_t* applies =
            indicator.applies_to ? bytes(evaluation.logic(indicator.applies_to->compiled.result())) : nullptr;
        kernels().codes(codes[i].data() + first, applies, steps, indicator.steps.size(), count);
    }
}

}  // namespace

CodeTable evaluate_rules(const Model& model, const columns::Table& table, Date reference, const Division& division) {
    CodeTable codes(model.indicators.size(), std::vector<Code>(table.rows));
    in_parallel(table.rows, division, [&](std::size_t from, std::size_t to) {
        expr::Evaluation evaluation(model.program, table, reference);
        for (std::size_t first = from; first < to; first += division.chunk) {
            const std::size_t count = std::min(division.chunk, to - first);
            evaluation.run(first, count);
            evaluate_chunk(model, evaluation, codes, first, count);
        }
    });
    return codes;
}

void apply_set_asides(CodeTable& codes, const std::vector<AppliedSetAside>& set_asides) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t>
        steps;  // of two about the same hit the one that reaches higher
    for (const auto& set_aside : set_asides) {
        std::size_t& step = steps[{set_aside.indicator, set_aside.row}];
        step = std::max(step, set_aside.step);
    }
    for (const auto& [place, step] : steps) {
        Code& code = codes[place.first][place.second];
        const bool explained = applies(code) == Applies::yes && lowest_step(code) > 0 && lowest_step(code) <= step;
        if (explained) code = make_code(0, highest_step(code) > step ? highest_step(code) : 0, Applies::set_aside);
    }
}

}  // namespace slagboom::scoring
