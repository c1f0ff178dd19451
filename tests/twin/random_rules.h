#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/date.h"
#include "domain/fact.h"
#include "twin/rule_twin.h"

namespace slagboom::tests {

/// Chance with helpers of our own: those of <random> may differ from library to library, and a seed must give the same
/// rule everywhere.
class Random {
 public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t below(std::uint64_t end) { return engine_() % end; }
    bool chance(unsigned percent) { return below(100) < percent; }
    std::uint64_t seed() { return engine_(); }

    template <class T>
    const T& pick(const std::vector<T>& values) {
        return values[below(values.size())];
    }

 private:
    std::mt19937_64 engine_;
};

/// Everything that a rule is tried on: facts of every type, dated and periodic, rows full of holes and extremes, and a
/// reference date.
struct World {
    domain::FactCatalogue facts;
    std::vector<Row> rows;
    Date reference;
};

World random_world(Random& random, std::size_t rows);

/// The cells that a world can know: every fact, and its period before where it has one.
std::vector<CellName> all_cells(const domain::FactCatalogue& facts);
const domain::FactDefinition& definition_of(const domain::FactCatalogue& facts, const std::string& key);
double random_value(Random& random, const domain::FactDefinition& fact);

/// A rule in two ways of writing that mean the same: with brackets only where the table of operators in
/// docs/language.md asks for them (and some for nothing), and with brackets around every operand. So the order of
/// operators is not taken from the parser.
struct RandomRule {
    std::string plain;
    std::string bracketed;
};

/// Well-typed, though the checker may find that it could leave the bounds of a double. Literals are often values of the
/// world's rows, so that limits are hit exactly.
RandomRule random_rule(Random& random, const World& world);
/// One that is true, false or unknown.
RandomRule random_condition(Random& random, const World& world);

}  // namespace slagboom::tests
