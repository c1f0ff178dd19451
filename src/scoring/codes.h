#pragma once

#include <algorithm>
#include <thread>
#include <vector>

#include "scoring/kernels.h"
#include "scoring/population.h"
#include "scoring/set_aside.h"

namespace slagboom::scoring {

/// How to divide the work. Changes the time it takes and nothing else.
struct Division {
    std::size_t threads = 1;
    std::size_t chunk = 1024;  ///< rows at once, at most expr::kMaxChunk
};

/// What every rule says of every provider: a column of codes per indicator, in the order of the model.
using CodeTable = std::vector<std::vector<Code>>;

/// Evaluates all rules of the model over all rows.
CodeTable evaluate_rules(const Model& model, const columns::Table& table, Date reference,
                         const Division& division = {});

/// Marks hits that are set aside (decision 25): the steps up to the one that was explained no longer count; a higher
/// one does.
void apply_set_asides(CodeTable& codes, const std::vector<AppliedSetAside>& set_asides);

/// Runs `work(first, last)` over [0, rows) on as many threads as asked, each with a range of whole chunks.
template <class Work>
void in_parallel(std::size_t rows, const Division& division, const Work& work) {
    const std::size_t chunks = (rows + division.chunk - 1) / division.chunk;
    const std::size_t threads = std::max<std::size_t>(1, std::min(division.threads, chunks));
    if (threads == 1) return work(std::size_t{0}, rows);
    std::vector<std::jthread> others;
    const auto start = [&](std::size_t thread) { return std::min(rows, chunks * thread / threads * division.chunk); };
    for (std::size_t thread = 1; thread < threads; ++thread) {
        others.emplace_back([&work, from = start(thread), to = start(thread + 1)] { work(from, to); });
    }
    work(std::size_t{0}, start(1));
}

}  // namespace slagboom::scoring
