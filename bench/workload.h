#pragma once

#include <string>
#include <vector>

#include "scoring/population.h"

namespace slagboom::bench {

/// The work of the benchmark: the model of indicators.json and a population with 15 % of the cells missing, from a
/// fixed seed.
scoring::Model load_workload(const std::string& path);
scoring::Population make_population(const scoring::Model& model, std::size_t rows);

/// The population as a CSV file in wide form, for whoever reads it from disk.
std::string wide_csv(const scoring::Model& model, const scoring::Population& population, std::size_t rows);

/// What every engine must agree on: over the first rows, the outcomes in order (position-weighted), and the sums of the
/// numbers.
struct CheckSum {
    std::uint64_t outcomes = 0;
    std::uint64_t lowest = 0;
    std::uint64_t highest = 0;
    std::uint64_t known = 0;
    friend bool operator==(const CheckSum&, const CheckSum&) = default;
    std::string text() const;
};

/// Median seconds of a work done `runs` times.
template <class Work>
double median_seconds(int runs, const Work& work);

}  // namespace slagboom::bench

#include <algorithm>
#include <chrono>

namespace slagboom::bench {

template <class Work>
double median_seconds(int runs, const Work& work) {
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

}  // namespace slagboom::bench
