#include "twin/language_digest.h"

#include <bit>
#include <cstdio>

#include "base/sha256.h"
#include "twin/random_rules.h"
#include "twin/three_answers.h"

namespace slagboom::tests {
namespace {

constexpr int kWorlds = 200;
constexpr int kRulesPerWorld = 10;

std::string bits(const Answer& answer) {
    if (!answer) return "onbekend\n";
    char buffer[32];
    const double value = *answer == 0 ? 0 : *answer;  // minus zero is zero
    std::snprintf(buffer, sizeof buffer, "%016llx\n",
                  static_cast<unsigned long long>(std::bit_cast<std::uint64_t>(value)));
    return buffer;
}

std::string results(const World& world, const std::string& text) {
    Result<expr::Tree> tree = expr::parse(text);
    if (!tree) return tree.error().text() + "\n";
    const Result<expr::TypedTree> rule = expr::check(std::move(*tree), world.facts);
    if (!rule) return rule.error().text() + "\n";
    std::string all;
    for (const Answer& answer : engine_answers({*rule, world.facts, world.rows, world.reference})) all += bits(answer);
    return all;
}

}  // namespace

std::string language_digest(std::uint64_t seed) {
    Random random(seed);
    std::string all;
    for (int i = 0; i < kWorlds; ++i) {
        const World world = random_world(random, 12);
        for (int k = 0; k < kRulesPerWorld; ++k) {
            const std::string rule = random_rule(random, world).plain;
            all += rule + "\n" + results(world, rule);
        }
    }
    return sha256_hex(all);
}

}  // namespace slagboom::tests
