#include "files/provider_file.h"

#include <gtest/gtest.h>

namespace slagboom::files {
namespace {

/// A row that fits ill is read all the same, and the report says what it does.
TEST(ProviderFileTest, TimesThatOverlapBothHoldAndTheFirstNameDoes) {
    const auto file = read_provider_file(
        "aanbieder;naam;van;tot\n"
        "00100023;Zorg aan het Volkspark;2018-01-01;2018-12-31\n"
        "00100023;Zorg aan het Volkspark;2018-06-01;\n"
        "00100031;Zorg aan de Aa;2018-01-01;2018-06-01\n"
        "00100031;Zorg aan de Regge;2018-06-01;\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->providers.size(), 2U);
    EXPECT_TRUE(file->providers[0].in_service(*make_date(2019, 5, 9))) << "by the second row";
    EXPECT_EQ(file->providers[1].name, "Zorg aan de Aa");
    const auto& faults = file->faults.kept();
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].text("a.csv"),
              "a.csv, regel 3, kolom aanbieder: '00100023' staat er al, met een tijd die deze overlapt; beide gelden");
    EXPECT_EQ(faults[1].text("a.csv"),
              "a.csv, regel 5, kolom aanbieder: '00100031' heeft eerder in het bestand een andere naam; die geldt");
}

}  // namespace
}  // namespace slagboom::files
