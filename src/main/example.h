#pragma once

#include <array>
#include <string_view>

#include "domain/rights.h"

namespace slagboom::main {

/// The example region is worked with as if it were 9 May 2019, the day of the seed document's figures.
inline constexpr const char* kExampleClock = "2019-05-09T10:00:00+02:00";
/// Of every account of the example region. It exists in a database marked as example alone, which listens on loopback.
inline constexpr const char* kExamplePassword = "de boom gaat open in 2019";

struct ExampleAccount {
    const char* name;
    const char* display_name;
    domain::Role role;
    bool in_municipality;  ///< of Enschede; else of the region
};

/// The first adds the others.
inline constexpr std::array<ExampleAccount, 11> kExampleAccounts{{
    {"beheerder", "B. Sleutelbos (verzonnen)", domain::Role::beheerder, false},
    {"contractmanager", "C. Afspraak (verzonnen)", domain::Role::contractmanager_regio, false},
    {"contractmanager-enschede", "E. Tafelblad (verzonnen)", domain::Role::contractmanager_gemeente, true},
    {"toezichthouder-enschede", "T. Zaklamp (verzonnen)", domain::Role::toezichthouder, true},
    {"beleid", "P. Vulpen (verzonnen)", domain::Role::beleid, false},
    {"onderzoeker", "O. Vergrootglas (verzonnen)", domain::Role::onderzoeker, false},
    {"beslisser-enschede", "D. Hamerslag (verzonnen)", domain::Role::beslisser, true},
    {"modeleigenaar", "M. Rekenliniaal (verzonnen)", domain::Role::modeleigenaar, false},
    {"privacy", "F. Gordijn (verzonnen)", domain::Role::privacy, false},
    {"auditor", "A. Grootboek (verzonnen)", domain::Role::auditor, false},
    {"aanbieder", "Z. Voordeur (verzonnen)", domain::Role::aanbieder, false},
}};

void print_example_accounts();

}  // namespace slagboom::main
