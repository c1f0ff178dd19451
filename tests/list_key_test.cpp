// The text by which a list in the database is sorted gives the order that the screening itself gives.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "files/model_folder.h"
#include "scoring/screening.h"
#include "small_model.h"

namespace slagboom::tests {
namespace {

/// Two hundred providers of whom everything is drawn, unknown included.
scoring::Population drawn(const scoring::Model& model, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    scoring::Population population;
    for (int i = 0; i < 200; ++i) population.providers.push_back("p" + std::to_string(1000 + i));
    population.table.rows = population.providers.size();
    for (const auto& input : model.program.inputs) {
        const auto& fact = model.facts.facts[input.fact];
        const bool logic = fact.type == domain::FactType::boolean;
        population.table.columns.push_back(columns::make_column(logic, population.table.rows, [&](std::size_t) {
            if (random() % 8 == 0) return columns::kUnknown;
            if (logic) return static_cast<double>(random() % 2);
            if (fact.type == domain::FactType::choice) return static_cast<double>(random() % fact.options.size());
            if (fact.type == domain::FactType::date) return static_cast<double>(17'000 + random() % 800);
            return static_cast<double>(1 + random() % 100);
        }));
    }
    return population;
}

TEST(ListKey, OrdersAsTheUrgencyListDoes) {
    const TemporaryFolder folder;
    auto files = small_model();
    // Rates of hits of drawn facts are high; nothing may be withheld here.
    auto& toml = files["model.toml"];
    toml.replace(toml.find("above = 40"), 10, "above = 100");
    write_model(folder.path(), files);
    const auto loaded = files::load_model(folder.path().string());
    ASSERT_TRUE(loaded);
    const auto& model = loaded->model;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(seed);
        const auto population = drawn(model, seed);
        const scoring::Screening screening(model, population, parse_iso_date("2018-10-31").value(),
                                           domain::Phase::monitoring);
        std::vector<std::size_t> rows(population.providers.size());
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
        std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(screening.list_key(a), a) < std::pair(screening.list_key(b), b);
        });
        const auto& reds = screening.urgency_list();
        ASSERT_GT(reds.size(), 10U);
        ASSERT_LT(reds.size(), rows.size());
        EXPECT_TRUE(std::equal(reds.begin(), reds.end(), rows.begin()));
        // Who shares a rank shares a key, and nobody else.
        for (std::size_t i = 1; i < reds.size(); ++i) {
            const bool same_rank = screening.assess(reds[i - 1]).urgency == screening.assess(reds[i]).urgency;
            EXPECT_EQ(screening.list_key(reds[i - 1]) == screening.list_key(reds[i]), same_rank);
        }
        // After the reds orange, grey and green, each with the highest possible score first.
        const auto place = [&](std::size_t row) {
            using domain::Colour;
            const auto colour = screening.colours()[row];
            return colour == Colour::red ? 0 : colour == Colour::orange ? 1 : colour == Colour::grey ? 2 : 3;
        };
        for (std::size_t i = reds.size() + 1; i < rows.size(); ++i) {
            const std::size_t a = rows[i - 1];
            const std::size_t b = rows[i];
            ASSERT_LE(place(a), place(b));
            if (place(a) == place(b)) {
                EXPECT_GE(screening.assess(a).highest, screening.assess(b).highest);
            }
        }
    }
}

}  // namespace
}  // namespace slagboom::tests
