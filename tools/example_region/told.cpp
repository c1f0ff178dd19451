#include "told.h"

#include <algorithm>

namespace example_region {
namespace {

std::array<std::string, 6> cells_of(const std::string& line) {
    std::array<std::string, 6> cells;
    std::size_t at = 0;
    for (const char c : line) {
        if (c == ';')
            ++at;
        else
            cells.at(at) += c;
    }
    return cells;
}

Date day_of(const std::string& text) {
    return on(std::stoi(text.substr(0, 4)), static_cast<unsigned>(std::stoi(text.substr(5, 2))),
              static_cast<unsigned>(std::stoi(text.substr(8, 2))));
}

}  // namespace

Told told_by(const Lines& facts) {
    Told told;
    for (const std::string& line : facts) {
        const auto [provider, fact, period, value, source, known_on] = cells_of(line);
        if (fact == "clienten") {
            const std::int64_t clients = std::stoll(value);
            told.clients = std::min(told.clients.value_or(clients), clients);
        }
        if (fact == "verhuur_aan_clienten" && value == "ja") told.lets_homes = true;
        if (fact == "vastgoedbedrijf" && value == "ja") told.estate_company = day_of(known_on);
        if (fact == "bestuurswisselingen") told.replaced_directors = std::stoi(value);
        if (fact == "adreswijzigingen") told.moves = std::stoi(value);
    }
    return told;
}

}  // namespace example_region
