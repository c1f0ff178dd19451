#include "scoring/run_context.h"

#include <mutex>

namespace slagboom::scoring {
namespace {

HitCount count_hits(const std::vector<Code>& codes, const Division& division) {
    HitCount total;
    std::mutex mutex;
    in_parallel(codes.size(), division, [&](std::size_t from, std::size_t to) {
        const HitCount part = kernels().count_hits(codes.data() + from, to - from);
        const std::scoped_lock lock(mutex);
        total.hits += part.hits;
        total.clears += part.clears;
    });
    return total;
}

}  // namespace

RunContext make_context(const Model& model, domain::Phase phase, const CodeTable& codes, const Division& division) {
    RunContext context;
    for (std::size_t i = 0; i < model.indicators.size(); ++i) {
        const Indicator& indicator = model.indicators[i];
        HitRate rate;
        if (indicator.counts_in(phase)) rate.count = count_hits(codes[i], division);
        const std::uint64_t judged = rate.count.hits + rate.count.clears;
        const bool may_be_withheld =
            !indicator.knock_out() && indicator.most_points() > 0 && judged >= kFewestToWithhold;
        rate.withheld =
            may_be_withheld && rate.count.hits * 100 > static_cast<std::uint64_t>(model.withheld_above) * judged;
        context.indicators.push_back(rate);
    }
    return context;
}

}  // namespace slagboom::scoring
