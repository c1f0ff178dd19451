#include "files/provider_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "files/fact_file.h"
#include "files/header.h"

namespace slagboom::files {
namespace {

std::optional<Date> day_of(std::string_view text) {
    const auto iso = parse_iso_date(text);
    return iso ? iso : parse_dutch_date(text);
}

struct Columns {
    std::size_t id, name, from, until;
};

/// The row as a provider, or the column and reason why not.
Result<Provider, Fault> provider_of(const CsvRow& row, const Columns& columns) {
    const auto fault = [&](std::string column, std::string reason) {
        return Fault{row.line, std::move(column), std::move(reason)};
    };
    if (!row.fault.empty()) return fault("", row.fault);
    Provider provider;
    provider.id = trimmed(row.cells[columns.id]);
    if (auto reason = name_fault(provider.id, "aanbieder"); !reason.empty())
        return fault("aanbieder", std::move(reason));
    provider.name = trimmed(row.cells[columns.name]);
    if (auto reason = name_fault(provider.name, "naam"); !reason.empty()) return fault("naam", std::move(reason));
    const auto from = day_of(trimmed(row.cells[columns.from]));
    if (!from)
        return fault("van", fmt::format("'{}' is geen bestaande datum; verwacht 2018-10-31 of 31-10-2018",
                                        quotable(row.cells[columns.from])));
    Stretch stretch{*from, std::nullopt};
    const auto until = trimmed(row.cells[columns.until]);
    if (!until.empty()) stretch.until = day_of(until);
    if (!until.empty() && !stretch.until)
        return fault("tot", fmt::format("'{}' is geen bestaande datum; laat leeg wie er nog is", quotable(until)));
    if (stretch.until && *stretch.until < stretch.from) return fault("tot", "ligt voor 'van'");
    provider.stretches = {stretch};
    provider.lines = {row.line};
    return provider;
}

bool overlaps(const Stretch& a, const Stretch& b) {
    const bool a_ends_first = a.until && *a.until <= b.from;
    const bool b_ends_first = b.until && *b.until <= a.from;
    return !a_ends_first && !b_ends_first;
}

/// Adds a later row about the same provider; says what does not fit.
std::string join(Provider& provider, const Provider& later) {
    std::string reason;
    for (const Stretch& stretch : provider.stretches) {
        if (overlaps(stretch, later.stretches[0]))
            reason =
                fmt::format("'{}' staat er al, met een tijd die deze overlapt; beide gelden", quotable(provider.id));
    }
    if (provider.name != later.name)
        reason = fmt::format("'{}' heeft eerder in het bestand een andere naam; die geldt", quotable(provider.id));
    provider.stretches.push_back(later.stretches[0]);
    provider.lines.push_back(later.lines[0]);
    return reason;
}

}  // namespace

bool Provider::in_service(Date day) const {
    return std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
        return stretch.from <= day && (!stretch.until || day < *stretch.until);
    });
}

Result<ProviderFile> read_provider_file(std::string_view bytes) {
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    CsvReader reader(csv);
    SLAGBOOM_TRY(const Header header, Header::read(reader));
    Columns columns{};
    SLAGBOOM_TRY(columns.id, header.need("aanbieder"));
    SLAGBOOM_TRY(columns.name, header.need("naam"));
    SLAGBOOM_TRY(columns.from, header.need("van"));
    SLAGBOOM_TRY(columns.until, header.need("tot"));
    ProviderFile file;
    std::map<std::string, Provider> providers;
    CsvRow row;
    while (reader.next(row)) {
        ++file.rows;
        fit_to_header(row, header.names().size());
        auto provider = provider_of(row, columns);
        if (!provider) {
            file.faults.add(provider.error());
            continue;
        }
        const auto [known, is_new] = providers.try_emplace(provider->id, *provider);
        if (is_new) continue;
        if (auto reason = join(known->second, *provider); !reason.empty())
            file.faults.add({row.line, "aanbieder", std::move(reason)});
    }
    for (auto& [id, provider] : providers) file.providers.push_back(std::move(provider));
    if (file.rows == 0) return Error{"er staan geen rijen onder de kop", "", 0, 0};
    return file;
}

}  // namespace slagboom::files
