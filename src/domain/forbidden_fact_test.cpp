#include "domain/forbidden_fact.h"

#include <gtest/gtest.h>

namespace slagboom::domain {
namespace {

TEST(ForbiddenFact, WhatIsNeverKept) {
    for (const auto* key : {"nationaliteit",
                            "nationaliteit_bestuurder",
                            "Nationaliteit",
                            "tweedeNationaliteit",
                            "geboorteplaats",
                            "Geboorte-plaats",
                            "geboorte plaats",
                            "geboorteland",
                            "place_of_birth",
                            "geboortedatum",
                            "etniciteit",
                            "etnische_achtergrond",
                            "afkomst",
                            "afkomst_ouders",
                            "ras",
                            "religie",
                            "religieus",
                            "geloof",
                            "Godsdienst",
                            "achternaam",
                            "achternaam_eigenaar",
                            "bsn",
                            "BSN",
                            "bsn_nummer",
                            "bsn2",
                            "b.s.n.",
                            "clientBsn",
                            "burgerservicenummer",
                            "BurgerServiceNummer",
                            "politieke voorkeur",
                            "seksuele_geaardheid"})
        EXPECT_TRUE(forbidden_fact(key)) << key;
}

TEST(ForbiddenFact, NamesTheWord) {
    EXPECT_EQ(forbidden_fact("tweedeNationaliteit"), "nationaliteit");
    EXPECT_EQ(forbidden_fact("Client BSN"), "bsn");
}

TEST(ForbiddenFact, InnocentNamesPass) {
    for (const auto* key :
         {"", "omzet", "aanbieder", "naam", "plaats", "geloofwaardig", "gras", "terras", "afkomstig", "tracer",
          "bestuurders", "rechtsvorm", "datum", "herkomst", "bron", "kvk_nummer", "_", "bs"})
        EXPECT_FALSE(forbidden_fact(key)) << key;
}

}  // namespace
}  // namespace slagboom::domain
