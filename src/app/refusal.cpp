#include "app/refusal.h"

namespace slagboom::app {

using Kind = Refusal::Kind;

Refusal not_found() { return {Kind::not_found, "niet-gevonden", "Dit is er niet, of niet voor u.", {}, {}, 0}; }

Refusal forbidden() {
    return {Kind::forbidden, "geen-recht", "Uw rol geeft hier geen recht op. Vraag het de beheerder.", {}, {}, 0};
}

Refusal invalid(std::string field, std::string reason) {
    return invalid(std::vector<FieldFault>{{std::move(field), std::move(reason), 0}});
}

Refusal invalid(std::vector<FieldFault> faults) {
    return {Kind::invalid, "ongeldige-invoer", "De invoer klopt niet; zie de fouten.", std::move(faults), {}, 0};
}

Refusal no_installation_key() {
    return {Kind::unavailable,
            "tijdelijk-niet-beschikbaar",
            "De sleutel van deze installatie is niet geladen. Er is niets gewijzigd; vraag het de beheerder.",
            {},
            {},
            0};
}

Refusal conflict(std::string code, std::string detail) {
    return {Kind::conflict, std::move(code), std::move(detail), {}, {}, 0};
}

Refusal stale() {
    return {Kind::stale,
            "versie-verouderd",
            "Iemand anders heeft dit intussen gewijzigd. Bekijk het verschil en kies wat blijft staan.",
            {},
            {},
            0};
}

}  // namespace slagboom::app
