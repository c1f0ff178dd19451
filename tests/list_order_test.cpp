#include "app/list_order.h"

#include <gtest/gtest.h>

namespace slagboom::tests {
namespace {

using app::ListColumn;
using app::ListLine;

ListLine line(const std::string& name, std::optional<std::int64_t> clients, const std::string& change,
              const std::string& step) {
    ListLine made;
    made.row.name = name;
    made.row.step = step;
    made.change = change;
    made.clients = clients;
    made.yearly_value = clients;
    return made;
}

/// As the register gives them: in the order of urgency.
std::vector<ListLine> four() {
    auto masked = line("Zorg 10", {}, "nieuw", "monitoring");
    masked.few_clients = true;
    return {line("élan", 40, "gelijk", "urgentielijst"), masked, line("Zorg 2", {}, "hoger", "aanmelding"),
            line("Emma", 12, "lager", "monitoring")};
}

std::vector<std::string> ordered(ListColumn by, bool descending) {
    auto lines = four();
    put_in_order(lines, {by, descending});
    std::vector<std::string> names;
    for (const auto& each : lines) names.push_back(each.row.name);
    return names;
}

using Names = std::vector<std::string>;

TEST(ListOrder, IsThatOfThePage) {
    EXPECT_EQ(ordered(ListColumn::urgency, false), (Names{"élan", "Zorg 10", "Zorg 2", "Emma"}));
    EXPECT_EQ(ordered(ListColumn::urgency, true), (Names{"Emma", "Zorg 2", "Zorg 10", "élan"}));
    EXPECT_EQ(ordered(ListColumn::provider, false), (Names{"élan", "Emma", "Zorg 2", "Zorg 10"}));
    EXPECT_EQ(ordered(ListColumn::change, false), (Names{"Zorg 2", "Zorg 10", "Emma", "élan"}));
    EXPECT_EQ(ordered(ListColumn::step, true), (Names{"élan", "Zorg 10", "Emma", "Zorg 2"}))
        << "equal ones as they stood";
}

TEST(ListOrder, WhatIsUnknownComesLastBothWays) {
    EXPECT_EQ(ordered(ListColumn::clients, false), (Names{"Zorg 10", "Emma", "élan", "Zorg 2"}));
    EXPECT_EQ(ordered(ListColumn::clients, true), (Names{"élan", "Emma", "Zorg 10", "Zorg 2"}));
    EXPECT_EQ(ordered(ListColumn::value, true), (Names{"élan", "Emma", "Zorg 10", "Zorg 2"}));
}

TEST(ListOrder, KnowsTheColumnsOfThePage) {
    EXPECT_EQ(app::list_column_named("stap"), ListColumn::step);
    EXPECT_EQ(app::list_column_named("clienten"), ListColumn::clients);
    EXPECT_FALSE(app::list_column_named("kvk"));
}

}  // namespace
}  // namespace slagboom::tests
