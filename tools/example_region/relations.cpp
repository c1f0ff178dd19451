#include "relations.h"

#include <algorithm>

#include "contracts.h"

namespace example_region {
namespace {

/// One row: what is related, how, and since when.
struct Relation {
    std::string_view role, kind;
    std::string name, number, address;
    Date from, until;
    std::string_view source = "kvk";
    Date known_on;
};

constexpr std::array<std::string_view, 25> kThings{
    "ketel", "emmer",   "trechter", "klok",   "poeet",   "knikker", "lantaarn", "parasol", "fluit",
    "kruik", "sleutel", "tol",      "passer", "vlieger", "knoop",   "ladder",   "trom",    "kompas",
    "veter", "schelp",  "hoepel",   "kan",    "zeef",    "spoel",   "wekker"};

std::string capital(std::string_view word) {
    std::string text{word};
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// People and companies that nobody has; each number gives another name.
std::string person(int number) {
    constexpr std::array<std::string_view, 24> kKinds{
        "Hout",  "Stil",   "Rood", "Vrolijk", "Blauw", "Koper", "Rond", "Geel",  "Lang", "Groen", "Los",   "Wit",
        "Groot", "Zilver", "Warm", "Bont",    "Klein", "Glas",  "Oud",  "Zacht", "Vlug", "IJzer", "Licht", "Paars"};
    constexpr std::string_view kInitials = "ABCDEFGHJKLMNPRSTVWZ";
    constexpr std::size_t kNames = kInitials.size() * kKinds.size() * kThings.size();
    // 7919 is prime to the number of names, so none comes twice.
    const std::size_t index = static_cast<std::size_t>(number) * 7919 % kNames;
    const std::size_t rest = index / kInitials.size();
    return std::string(1, kInitials[index % kInitials.size()]) + ". " + std::string(kKinds.at(rest % kKinds.size())) +
           std::string(kThings.at(rest / kKinds.size())) + " (verzonnen)";
}

/// Postal codes begin with 1000, so 0000 is nobody's.
std::string draw_address(Dice& dice, std::string_view place) {
    constexpr std::array<std::string_view, 5> kWays{"straat", "laan", "pad", "weg", "plein"};
    const auto thing = static_cast<std::size_t>(dice.between(0, kThings.size() - 1));
    const auto way = static_cast<std::size_t>(dice.between(0, kWays.size() - 1));
    const auto house = dice.between(1, 180);
    const char first = static_cast<char>('A' + dice.between(0, 25)),
               second = static_cast<char>('A' + dice.between(0, 25));
    return capital(kThings.at(thing)) + std::string(kWays.at(way)) + ' ' + std::to_string(house) + ", 0000 " + first +
           second + ' ' + std::string(place) + " (verzonnen)";
}

std::string_view shared_office(int provider) {
    for (const Office& office : kOffices) {
        if (std::find(office.providers.begin(), office.providers.end(), provider) != office.providers.end())
            return office.address;
    }
    return {};
}

class Writer {
 public:
    Writer(const std::vector<Provider>& providers, const std::vector<Told>& told)
        : providers_(providers), told_(told) {}

    Lines run() {
        for (std::size_t i = 0; i < providers_.size(); ++i) {
            Dice dice(kSeed * 4000 + static_cast<std::uint64_t>(providers_[i].number));
            provider_ = &providers_[i];
            extract_ = working_day(provider_->registered - days(2));
            add_people(dice, told_[i]);
            add_companies(dice, told_[i]);
            add_places(dice, told_[i]);
        }
        return std::move(lines_);
    }

 private:
    struct Company {
        std::string name, number;
    };

    /// Known from the extract of the trade register, unless something else is said.
    void add(Relation relation) {
        if (relation.known_on == Date()) relation.known_on = extract_;
        std::string line = provider_->key;
        const std::string from = iso(relation.from);
        const std::string until = relation.until == Date() ? "" : iso(relation.until);
        const std::string known_on = iso(relation.known_on);
        for (const std::string_view cell :
             {relation.role, relation.kind, std::string_view(relation.name), std::string_view(relation.number),
              std::string_view(relation.address), std::string_view(from), std::string_view(until), relation.source,
              std::string_view(known_on)})
            (line += ';') += cell;
        lines_.push_back(std::move(line));
    }
    void add_person(std::string_view role, std::string name, Date from, Date until = {}, Date known_on = {}) {
        add({role, "persoon", std::move(name), "", "", from, until, "kvk", known_on});
    }

    /// As many as the facts count on the day of the extract: leaders now, and who was replaced in the year before.
    void add_people(Dice& dice, const Told& told) {
        const std::string_view role = provider_->owner_paid_from_profit() ? "eigenaar" : "bestuurder";
        for (int i = 0; i < provider_->directors; ++i) {
            const Date since =
                i < told.replaced_directors ? dice.day(extract_ - days(330), extract_ - days(20)) : provider_->founded;
            const std::string name = person(people_++);
            if (i == 0) first_director_.push_back(name);
            add_person(role, name, since);
            if (i < told.replaced_directors) add_person(role, person(people_++), provider_->founded, since);
        }
        for (const SharedDirector& shared : kSharedDirectors) {
            if (shared.also != provider_->number) continue;
            const auto first = static_cast<std::size_t>(shared.provider) - 1;
            add_person(role, first_director_.at(first), shared.since, {}, working_day(shared.since + days(7)));
        }
        const bool supervised = provider_->form->form == Form::stichting && provider_->revenue > 2'000'000;
        for (int i = 0; supervised && i < 3; ++i)
            add_person("toezichthoudend_orgaan", person(people_++), provider_->founded);
    }

    void add_companies(Dice& dice, const Told& told) {
        const bool company = provider_->form->form == Form::bv || provider_->form->form == Form::nv;
        const bool has_parent = dice.chance(kHasParent) && company;
        if (const Provider* parent = other_of(&Group::daughter, &Group::parent))
            add_organisation("moedermaatschappij", {parent->name, parent->key});
        else if (has_parent)
            add_organisation("moedermaatschappij", new_company("Holding "));
        else if (company)
            add_person("eigenaar", first_director_.back(), provider_->founded);
        if (const Provider* daughter = other_of(&Group::parent, &Group::daughter))
            add_organisation("dochter", {daughter->name, daughter->key});
        if (!told.estate_company) return;
        // Every sixth lets through the same company as the one before.
        if (++estates_ % 6 != 0) estate_ = new_company("Vastgoed ");
        add({"vastgoed",
             "organisatie",
             estate_.name,
             estate_.number,
             "",
             provider_->founded,
             {},
             "vragenlijst",
             *told.estate_company});
    }

    void add_organisation(std::string_view role, const Company& company) {
        add({role, "organisatie", company.name, company.number, "", provider_->founded, {}, "kvk", {}});
    }
    Company new_company(const std::string& before) {
        const auto index = static_cast<std::size_t>(companies_);
        const std::string name = before + capital(kThings.at(index % kThings.size())) + ' ' +
                                 std::to_string(index / kThings.size() + 1) + " B.V. (verzonnen)";
        return {name, digits(900'000 + companies_++, 8)};
    }

    const Provider* other_of(int Group::* one, int Group::* other) const {
        for (const Group& group : kGroups) {
            if (group.*one == provider_->number) return &providers_.at(static_cast<std::size_t>(group.*other) - 1);
        }
        return nullptr;
    }

    /// Where it was before each move of the two years before the extract, where it is, and its establishments.
    void add_places(Dice& dice, const Told& told) {
        const std::string_view place = home_of(*provider_).name;
        Date from = provider_->founded;
        const Date first = std::max(provider_->founded + days(30), extract_ - days(700));
        const auto stretch = (extract_ - days(20) - first).count() / std::max(told.moves, 1);
        for (int i = 0; i < told.moves; ++i) {
            const Date moved = dice.day(first + days(stretch * i + 7), first + days(stretch * (i + 1)));
            add({"bezoekadres", "adres", "", "", draw_address(dice, place), from, moved, "kvk", {}});
            from = moved;
        }
        const std::string own = draw_address(dice, place);
        const std::string_view office = shared_office(provider_->number);
        const std::string address = office.empty() ? own : std::string(office);
        add({"bezoekadres", "adres", "", "", address, from, {}, "kvk", {}});
        add_establishment("hoofdvestiging", 0, address);
        const int more = provider_->revenue > 1'000'000 ? dice.small(0, 4) : 0;
        for (int i = 1; i <= more; ++i) {
            const auto other = static_cast<std::size_t>(dice.between(0, kMunicipalities.size() - 1));
            add_establishment("nevenvestiging", i, draw_address(dice, kMunicipalities.at(other).name));
        }
    }

    /// Establishment numbers have twelve digits; the block that starts with 0000 was never issued.
    void add_establishment(std::string_view role, int index, const std::string& address) {
        add({role,
             "vestiging",
             provider_->name,
             digits(1'000'000 + provider_->number * 10 + index, 12),
             address,
             provider_->founded,
             {},
             "kvk",
             {}});
    }

    const std::vector<Provider>& providers_;
    const std::vector<Told>& told_;
    const Provider* provider_ = nullptr;
    Date extract_;
    Lines lines_;
    Lines first_director_;  // per provider
    int people_ = 0, companies_ = 0, estates_ = 0;
    Company estate_;
};

}  // namespace

Lines relation_lines(const std::vector<Provider>& providers, const std::vector<Told>& told) {
    return Writer(providers, told).run();
}

}  // namespace example_region
