// Any bytes as a file of facts: reading never crashes, and what is taken keeps the promises of fact_file.h.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "files/fact_file.h"

namespace {

using namespace slagboom;
using domain::FactType;
using domain::Frequency;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "gebroken belofte: %s\n", what);
    std::abort();
}

domain::FactDefinition fact_of(const char* key, FactType type, Frequency frequency) {
    domain::FactDefinition fact;
    fact.key = key;
    fact.type = type;
    fact.frequency = frequency;
    fact.label = key;
    if (type == FactType::choice) fact.options = {{"bv", "besloten vennootschap"}, {"stichting", "stichting"}};
    return fact;
}

/// One fact of each type and frequency, ordered by key.
const domain::FactCatalogue& catalogue() {
    static const domain::FactCatalogue facts{{
        fact_of("clienten", FactType::number, Frequency::quarter),
        fact_of("omzet", FactType::amount, Frequency::year),
        fact_of("oprichting", FactType::date, Frequency::dated),
        fact_of("rechtsvorm", FactType::choice, Frequency::dated),
        fact_of("verzuim", FactType::number, Frequency::month),
        fact_of("vog", FactType::boolean, Frequency::dated),
    }};
    return facts;
}

void check_value(const domain::FactDefinition& fact, double value) {
    require(std::isfinite(value), "een waarde is een getal");
    require(value != 0 || !std::signbit(value), "nul heeft geen teken");
    require(domain::within_bounds(fact.type, value), "een waarde ligt binnen de grenzen");
    if (fact.type == FactType::number) return;
    require(value == std::trunc(value), "centen, dagen en codes zijn heel");
    if (fact.type == FactType::boolean) require(value == 0 || value == 1, "ja of nee");
    if (fact.type == FactType::choice)
        require(value >= 0 && value < static_cast<double>(fact.options.size()), "een keuze bestaat");
    require(!domain::plain_text(fact, value).empty(), "elke waarde is te schrijven");
}

void check_names(const files::FactFile& file) {
    for (const auto& name : file.providers) require(files::name_fault(name, "aanbieder").empty(), "een goede naam");
    for (const auto& name : file.sources) require(files::name_fault(name, "bron").empty(), "een goede bron");
}

void check_long(const files::FactFile& file, Date today) {
    for (const auto& fact : file.facts) {
        require(fact.provider < file.providers.size() && fact.source < file.sources.size(), "wie en waarvandaan");
        require(fact.fact < catalogue().facts.size(), "het feit bestaat");
        const auto& definition = catalogue().facts[fact.fact];
        require(fact.period.frequency == definition.frequency, "de periode past bij het feit");
        require(domain::parse_period(fact.period.text()) == fact.period, "een periode leest terug");
        require(fact.known_on <= today, "niets is morgen al bekend");
        check_value(definition, fact.value);
    }
    require(file.rows >= file.facts.size(), "elke rij telt een keer");
    require(file.rows == file.facts.size() + file.faults.count(), "of een feit, of een fout");
}

void check_wide(const files::FactFile& file) {
    for (std::size_t i = 1; i < file.providers.size(); ++i)
        require(file.providers[i - 1] < file.providers[i], "aanbieders op volgorde, elk een keer");
    for (const auto& column : file.columns) {
        require(column.values.size() == file.providers.size(), "een cel per aanbieder");
        const auto& definition = catalogue().facts.at(column.input.fact);
        require(!column.input.previous || definition.periodic(), "alleen een periodiek feit heeft een vorige");
        for (const double value : column.values) {
            if (!std::isnan(value)) check_value(definition, value);
        }
    }
}

void check_faults(const files::Faults& faults) {
    require(faults.kept().size() <= faults.count(), "geteld is wat er staat of meer");
    std::size_t line = 0;
    for (const auto& fault : faults.kept()) {
        require(!fault.reason.empty(), "een fout heeft een reden");
        require(fault.reason.size() < 1000, "een reden is om te lezen");
        require(fault.line >= line, "op volgorde van regel");
        line = fault.line;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const Date today = *make_date(2026, 1, 1);
    for (const auto notation : {std::optional<files::Notation>{}, std::optional(files::Notation::english)}) {
        const auto file = files::read_fact_file(text, catalogue(), {notation, today, 1});
        if (!file) {
            require(!file.error().reason.empty(), "een fout heeft een reden");
            continue;
        }
        require(file->rows > 0, "een bestand zonder rijen is een fout");
        check_names(*file);
        check_faults(file->faults);
        if (file->wide)
            check_wide(*file);
        else
            check_long(*file, today);
    }
    return 0;
}
