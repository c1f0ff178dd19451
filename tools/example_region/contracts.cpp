#include "contracts.h"

#include <algorithm>
#include <tuple>

namespace example_region {
namespace {

/// A lot of the tender; its products are categories of iWmo and iJw (code list WJ001), the usual one first.
struct Lot {
    std::string_view key;
    std::array<std::string_view, 2> products;
    bool youth;
    std::int64_t price;  // of one client, against that of the cheapest lot
};
enum LotNumber : std::size_t { ambulatory, stay, mental, guidance, day_activities, sheltered, kLotCount };
constexpr std::array<Lot, kLotCount> kLots{{
    {"jeugd_ambulant", {"45", "50"}, true, 1},
    {"jeugd_verblijf", {"44", "43"}, true, 6},
    {"jeugd_ggz", {"54", "51"}, true, 1},
    {"wmo_begeleiding", {"02", "03"}, false, 1},
    {"wmo_dagbesteding", {"07", "08"}, false, 1},
    {"wmo_beschermd_wonen", {"15", "04"}, false, 5},
}};

/// One row: a contract for one lot, product and municipality.
struct Row {
    std::size_t provider = 0, lot = 0, product = 0, municipality = 0;
    std::int64_t size = 0;  // against the other rows of the same provider
    std::int64_t clients = 0;
    Euros value = 0;
    Date from, until;
    std::tuple<std::size_t, std::size_t, std::size_t> place() const { return {lot, product, municipality}; }
    bool in_service_on(Date day) const { return from <= day && (until == Date() || day < until); }
};

/// The lot of Wmo support that goes with the trade in a provider's name; nothing for youth care alone.
std::size_t lot_of_name(Dice& dice, const Provider& provider) {
    constexpr std::array<std::size_t, 6> kByTrade{guidance, kLotCount, guidance, day_activities, kLotCount, sheltered};
    const std::size_t trade = static_cast<std::size_t>(provider.number) % kByTrade.size();
    const bool any = provider.wmo_only || dice.chance(trade == 4 ? 700 : 200);
    const std::size_t lot = kByTrade.at(trade);
    return lot == kLotCount && any ? static_cast<std::size_t>(guidance) : lot;
}

/// Who is not in DigiMV gives Wmo support alone, all others give youth care too; who lets homes to clients houses them.
std::array<bool, kLotCount> draw_lots(Dice& dice, const Provider& provider, const Told& told) {
    std::array<bool, kLotCount> chosen{};
    const std::size_t named = lot_of_name(dice, provider);
    if (named != kLotCount) chosen.at(named) = true;
    const bool alone = provider.form->form == Form::eenmanszaak;
    const std::size_t youth = dice.pick(std::array<int, 3>{600, alone ? 0 : 150, 250});
    if (!provider.wmo_only) chosen.at(youth) = true;
    for (std::size_t lot = 0; lot < kLotCount; ++lot) {
        const bool more = dice.chance(kOneLotMore) && provider.revenue > 2'000'000;
        if (more && !(provider.wmo_only && kLots.at(lot).youth)) chosen.at(lot) = true;
    }
    if (told.lets_homes && !chosen[stay]) chosen[sheltered] = true;
    return chosen;
}

int draw_municipality_count(Dice& dice, const Provider& provider) {
    for (const Reach& reach : kReach) {
        if (provider.revenue < reach.below) return dice.small(reach.fewest, reach.most);
    }
    return static_cast<int>(kMunicipalities.size());
}

std::size_t home_index(const Provider& provider) {
    Dice dice(kSeed * 3000 + static_cast<std::uint64_t>(provider.number));
    std::array<int, kMunicipalities.size()> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i) weights.at(i) = kMunicipalities.at(i).thousands;
    return dice.pick(weights);
}

/// Home first, then others, the large ones sooner.
std::vector<std::size_t> draw_municipalities(Dice& dice, const Provider& provider) {
    std::array<int, kMunicipalities.size()> weights{};
    for (std::size_t i = 0; i < weights.size(); ++i) weights.at(i) = kMunicipalities.at(i).thousands;
    std::vector<std::size_t> drawn{home_index(provider)};
    weights.at(drawn[0]) = 0;
    for (int count = draw_municipality_count(dice, provider); count > 1; --count) {
        drawn.push_back(dice.pick(weights));
        weights.at(drawn.back()) = 0;
    }
    return drawn;
}

/// Most rows run as long as the provider is in service; some municipalities come later, some end sooner.
void draw_term(Dice& dice, const Provider& provider, bool first, Row& row) {
    row.from = provider.awarded;
    row.until = provider.left;
    const Date later =
        Date(std::chrono::year(2019) / std::chrono::month(static_cast<unsigned>(dice.between(1, 4))) / 1);
    const Date sooner =
        Date(std::chrono::year(2019) / std::chrono::month(static_cast<unsigned>(dice.between(3, 5))) / 1);
    const bool comes_later = dice.chance(kMunicipalityLater), ends_sooner = dice.chance(kMunicipalityEnded);
    if (first || provider.has_left()) return;
    if (comes_later && later > row.from)
        row.from = later;
    else if (ends_sooner && sooner > row.from)
        row.until = sooner;
}

std::vector<Row> draw_rows(Dice& dice, const Provider& provider, const Told& told) {
    std::vector<Row> rows;
    const auto lots = draw_lots(dice, provider, told);
    const auto municipalities = draw_municipalities(dice, provider);
    for (std::size_t lot = 0; lot < kLotCount; ++lot) {
        const bool second = dice.chance(kSecondProduct);
        for (std::size_t product = 0; lots.at(lot) && product < (second ? 2U : 1U); ++product) {
            for (const std::size_t municipality : municipalities) {
                const bool here = dice.chance(product == 0 ? 900 : 600);
                if (!here && municipality != municipalities[0]) continue;
                Row row;
                row.provider = static_cast<std::size_t>(provider.number) - 1;
                row.lot = lot;
                row.product = product;
                row.municipality = municipality;
                row.size = kMunicipalities.at(municipality).thousands * dice.between(60, 140);
                row.size *= std::int64_t{municipality == municipalities[0] ? 6 : 2} * (product == 0 ? 3 : 1);
                draw_term(dice, provider, rows.empty(), row);
                rows.push_back(row);
            }
        }
    }
    return rows;
}

/// No more clients than the provider says it has, and so no more rows: the smallest are left out.
void spread_clients(std::vector<Row>& rows, std::int64_t clients) {
    std::sort(rows.begin(), rows.end(),
              [](const Row& a, const Row& b) { return a.size != b.size ? a.size > b.size : a.place() < b.place(); });
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(clients)));
    std::int64_t all = 0;
    for (const Row& row : rows) all += row.size;
    const std::int64_t over = clients - static_cast<std::int64_t>(rows.size());
    for (Row& row : rows) row.clients = 1 + over * row.size / all;
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.place() < b.place(); });
}

void spread_value(std::vector<Row>& rows, Euros value) {
    std::int64_t all = 0;
    for (const Row& row : rows) all += row.size * kLots.at(row.lot).price;
    if (all == 0) return;
    for (Row& row : rows) row.value = value * (row.size * kLots.at(row.lot).price * 1000 / all) / 1000;
}

std::vector<Row> rows_of(const Provider& provider, const Told& told) {
    Dice dice(kSeed * 2000 + static_cast<std::uint64_t>(provider.number));
    const std::int64_t share = dice.between(kLeastContractShare, kMostContractShare);
    std::vector<Row> rows = draw_rows(dice, provider, told);
    const std::int64_t clients = told.clients.value_or(static_cast<std::int64_t>(rows.size()));
    spread_clients(rows, std::max<std::int64_t>(1, clients * share / 1000));
    spread_value(rows, provider.revenue * share / 1000);
    return rows;
}

/// Brings the yearly value of all that is in service on the last day to what was published.
void scale(std::vector<Row>& rows) {
    Euros sum = 0;
    for (const Row& row : rows) sum += row.in_service_on(kLastDay) ? row.value : 0;
    if (sum < 1000) return;
    for (Row& row : rows) row.value = std::max<Euros>(row.value * (kYearlyValue / 1000) / (sum / 1000), 250);
}

std::string line_of(const Row& row, const std::string& contract, const std::string& provider,
                    const std::string& award) {
    const Lot& lot = kLots.at(row.lot);
    std::string line = contract + ';' + provider + ';' + award + ';' + std::string(lot.key) + ';';
    line += std::string(lot.products.at(row.product)) + ';' + std::string(kMunicipalities.at(row.municipality).code);
    line += ';' + euros(row.value) + ';' + std::to_string(row.clients) + ';' + iso(row.from) + ';';
    return line + (row.until == Date() ? "" : iso(row.until));
}

}  // namespace

const Municipality& home_of(const Provider& provider) { return kMunicipalities.at(home_index(provider)); }

Lines contract_lines(const std::vector<Provider>& providers, const std::vector<Told>& told, const Lines& awards) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < providers.size(); ++i) {
        const auto drawn = rows_of(providers[i], told[i]);
        rows.insert(rows.end(), drawn.begin(), drawn.end());
    }
    scale(rows);
    Lines lines;
    int contracts = 0;  // one per provider and law
    const Row* before = nullptr;
    for (const Row& row : rows) {
        const bool same = before != nullptr && before->provider == row.provider &&
                          kLots.at(before->lot).youth == kLots.at(row.lot).youth;
        contracts += same ? 0 : 1;
        before = &row;
        lines.push_back(line_of(row, "O" + digits(contracts, 4), providers[row.provider].key, awards[row.provider]));
    }
    return lines;
}

}  // namespace example_region
