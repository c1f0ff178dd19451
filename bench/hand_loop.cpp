#include "hand_loop.h"

#include <algorithm>

namespace slagboom::bench {
namespace {

inline std::uint8_t trit(bool yes, bool no) { return static_cast<std::uint8_t>(1 + int{yes} - int{no}); }
inline std::uint8_t less(double a, double b) { return trit(a < b, a >= b); }
inline std::uint8_t greater(double a, double b) { return trit(a > b, a <= b); }
inline std::uint8_t at_least(double a, double b) { return trit(a >= b, a < b); }
inline std::uint8_t both(std::uint8_t a, std::uint8_t b) { return std::min(a, b); }
inline std::uint8_t either(std::uint8_t a, std::uint8_t b) { return std::max(a, b); }
inline double ratio(double a, double b) { return b == 0 ? __builtin_nan("") : a / b; }

constexpr int kIndicators = 16;
constexpr std::uint16_t kPoints[kIndicators] = {3, 2, 1, 2, 2, 3, 1, 2, 3, 2, 1, 1, 2, 2, 1, 3};

/// 0 clear, 1 unknown, 2 hit: the trit itself.
void outcomes(const std::vector<const double*>& c, std::size_t rows, HandResult& r) {
    const double *omzet = c[0], *eerder = c[1], *personeel = c[2], *inhuur = c[3], *resultaat = c[4], *vermogen = c[5],
                 *balans = c[6], *fte = c[7], *clienten = c[8], *uren = c[9], *panden = c[10], *bedrijven = c[11],
                 *bestuurders = c[12], *wisselingen = c[13], *adressen = c[14], *bevindingen = c[15],
                 *correcties = c[16], *declaraties = c[17], *toewijzingen = c[18], *leeftijd = c[19];
    std::uint8_t* o[kIndicators];
    for (int i = 0; i < kIndicators; ++i) o[i] = r.outcomes[static_cast<std::size_t>(i)].data();
    for (std::size_t i = 0; i < rows; ++i) {
        o[0][i] = both(less(ratio(personeel[i], omzet[i]), 0.45), greater(omzet[i], 200000));
        o[1][i] = greater(ratio(resultaat[i], omzet[i]), 3.5);
        o[2][i] = both(greater(ratio(inhuur[i], personeel[i]), 2), greater(inhuur[i], 150000));
        o[3][i] = either(less(ratio(vermogen[i], balans[i]), 0.05), less(vermogen[i], 1000));
        o[4][i] = both(at_least(ratio(omzet[i], eerder[i]), 2.5), at_least(omzet[i], 100000));
        o[5][i] = greater(ratio(uren[i], fte[i]), 1600);
        o[6][i] = at_least(ratio(declaraties[i], toewijzingen[i]), 1.5);
        o[7][i] = greater(ratio(correcties[i], declaraties[i]), 2.5);
        o[8][i] = less(ratio(fte[i], clienten[i]), 0.05);
        o[9][i] = either(greater(bevindingen[i], 8), less(leeftijd[i], 1));
        o[10][i] = greater(ratio(omzet[i], clienten[i]), 40000);
        o[11][i] = greater(bedrijven[i], 7);
        o[12][i] = both(greater(panden[i], 6), greater(bedrijven[i], 3));
        o[13][i] = at_least(ratio(wisselingen[i], bestuurders[i]), 2.5);
        o[14][i] = either(at_least(adressen[i], 8), greater(wisselingen[i], 8));
        o[15][i] = both(both(less(leeftijd[i], 3), at_least(wisselingen[i], 2)), at_least(panden[i], 2));
    }
}

/// An indicator that hits more than 40 % of what it judges is not counted: outcome 5.
void withhold(std::size_t rows, HandResult& r, bool (&counted)[kIndicators]) {
    for (std::size_t k = 0; k < kIndicators; ++k) {
        std::size_t hits = 0, clears = 0;
        for (std::size_t i = 0; i < rows; ++i) {
            hits += r.outcomes[k][i] == 2;
            clears += r.outcomes[k][i] == 0;
        }
        counted[k] = hits + clears < 30 || hits * 100 <= 40 * (hits + clears);
    }
}

}  // namespace

void hand_score(const std::vector<const double*>& columns, std::size_t rows, HandResult& r) {
    outcomes(columns, rows, r);
    bool counted[kIndicators];
    withhold(rows, r, counted);
    const int categories[4][6] = {
        {0, 1, 2, 3, -1, -1}, {4, 5, 6, 7, -1, -1}, {8, 9, 10, -1, -1, -1}, {11, 12, 13, 14, 15, -1}};
    const std::uint16_t caps[4] = {5, 4, 5, 4};
    for (std::size_t first = 0; first < rows; first += 1024) {
        const std::size_t end = std::min(rows, first + 1024);
        for (std::size_t i = first; i < end; ++i) r.lowest[i] = r.highest[i] = r.known[i] = r.all[i] = 0;
        for (int c = 0; c < 4; ++c) {
            std::uint16_t low[1024] = {}, high[1024] = {};
            for (const int k : categories[c]) {
                if (k < 0 || !counted[k]) continue;
                const std::uint8_t* outcome = r.outcomes[static_cast<std::size_t>(k)].data();
                const std::uint16_t points = kPoints[k];
                for (std::size_t i = first; i < end; ++i) {
                    low[i - first] = static_cast<std::uint16_t>(low[i - first] + (outcome[i] == 2 ? points : 0));
                    high[i - first] = static_cast<std::uint16_t>(high[i - first] + (outcome[i] != 0 ? points : 0));
                    r.known[i] = static_cast<std::uint16_t>(r.known[i] + (outcome[i] != 1 ? points : 0));
                    r.all[i] = static_cast<std::uint16_t>(r.all[i] + points);
                }
            }
            for (std::size_t i = first; i < end; ++i) {
                r.lowest[i] = static_cast<std::uint16_t>(r.lowest[i] + std::min(low[i - first], caps[c]));
                r.highest[i] = static_cast<std::uint16_t>(r.highest[i] + std::min(high[i - first], caps[c]));
            }
        }
    }
    for (std::size_t k = 0; k < kIndicators; ++k) {
        if (!counted[k]) std::fill(r.outcomes[k].begin(), r.outcomes[k].end(), std::uint8_t{5});
    }
}

void hand_rule_10(const double* a, const double* b, const double* c, const double* d, std::size_t rows,
                  std::uint8_t* out) {
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint8_t first = less(ratio(a[i] + b[i], c[i]), 0.65);
        const std::uint8_t second = greater(c[i] - d[i], 1000);
        const std::uint8_t third = at_least(ratio(d[i], c[i]), 0.1);
        out[i] = both(first, either(second, third));
    }
}

void hand_rule_30(const double* a, const double* b, const double* c, const double* d, std::size_t rows,
                  std::uint8_t* out) {
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint8_t first = both(less(ratio(a[i] + b[i], c[i]), 0.65), greater(c[i] * 2 - d[i], 1000));
        const std::uint8_t second = both(at_least(ratio(d[i], c[i]), 0.1), less(ratio(a[i] - b[i], d[i] + 1), 3));
        const std::uint8_t third = either(greater(a[i] * 3, b[i] + d[i]), less(ratio(b[i], a[i]), 0.5));
        const std::uint8_t fourth =
            both(either(less(c[i], 500), greater(d[i], 900000)), less(ratio(c[i], a[i] + b[i]), 7));
        const std::uint8_t fifth = both(greater(ratio(a[i] + c[i], b[i] + d[i]), 1.5), less(a[i] - d[i], 250000));
        out[i] = either(either(either(both(first, second), third), fourth), fifth);
    }
}

}  // namespace slagboom::bench
