#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace slagboom::bench {

/// What a C++ programmer would write by hand for indicators.json: the limit that our engine is measured against.
/// Compiled for this very machine.
struct HandResult {
    std::vector<std::vector<std::uint8_t>> outcomes;
    std::vector<std::uint16_t> lowest, highest, known, all;
};

/// `columns` in order of the facts of indicators.json; NaN is unknown.
void hand_score(const std::vector<const double*>& columns, std::size_t rows, HandResult& result);

/// The rules of the language benchmark by hand: 0 no, 1 unknown, 2 yes.
void hand_rule_10(const double* a, const double* b, const double* c, const double* d, std::size_t rows,
                  std::uint8_t* out);
void hand_rule_30(const double* a, const double* b, const double* c, const double* d, std::size_t rows,
                  std::uint8_t* out);

}  // namespace slagboom::bench
