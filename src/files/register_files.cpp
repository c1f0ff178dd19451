#include "files/register_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "base/text.h"
#include "domain/service_number.h"
#include "files/fact_file.h"
#include "files/header.h"

namespace slagboom::files {
namespace {

using Names = std::span<const std::string_view>;

/// The columns that a kind of file must have, and where they stand in this one.
struct Columns {
    Names names;
    std::vector<std::size_t> places;

    std::size_t place(std::string_view name) const {
        const auto found = std::find(names.begin(), names.end(), name);
        return places[static_cast<std::size_t>(found - names.begin())];
    }
};

Result<Columns> find_columns(const Header& header, Names names, Faults& faults) {
    Columns columns{names, {}};
    for (const auto name : names) {
        SLAGBOOM_TRY(const std::size_t place, header.need(name));
        columns.places.push_back(place);
    }
    for (const auto& name : header.names()) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            faults.add({1, name, "deze kolom hoort niet in dit bestand en wordt niet gelezen"});
    }
    return columns;
}

bool all_digits(std::string_view text, std::size_t count) {
    return text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes the cells of one row. The first that does not fit is its fault; the values after it mean nothing.
class RowCells {
 public:
    RowCells(const CsvRow& row, const Columns& columns) : row_(row), columns_(columns) {
        if (!row.fault.empty()) fault_ = Fault{row.line, "", row.fault};
    }

    std::string_view raw(std::string_view column) const {
        return row_.fault.empty() ? trimmed(row_.cells[columns_.place(column)]) : std::string_view();
    }
    void fail(std::string_view column, std::string reason) {
        if (!fault_) fault_ = Fault{row_.line, std::string(column), std::move(reason)};
    }

    std::string text(std::string_view column) {
        const auto cell = raw(column);
        if (auto reason = name_fault(cell, column); !reason.empty()) fail(column, std::move(reason));
        return std::string(cell);
    }
    std::string text_or_nothing(std::string_view column) { return raw(column).empty() ? std::string() : text(column); }
    std::string key(std::string_view column) {
        std::string found = text(column);
        if (!is_key(found))
            fail(column, fmt::format("'{}' is geen sleutel (kleine letters, cijfers en enkele _)", quotable(found)));
        return found;
    }
    std::string digits(std::string_view column, std::size_t count, std::string_view what) {
        std::string found = text(column);
        if (!all_digits(found, count))
            fail(column, fmt::format("'{}' is geen {}; dat heeft {} cijfers", quotable(found), what, count));
        return found;
    }
    std::string company(std::string_view column) { return digits(column, 8, "KvK-nummer"); }

    /// Of an organisation that need not stand in the trade register.
    std::string legal_person(std::string_view column) {
        std::string found = text(column);
        if (!all_digits(found, 8) && !domain::is_tax_number(found))
            fail(column, fmt::format("'{}' is geen KvK-nummer van 8 cijfers, en geen RSIN (schrijf: RSIN en 9 cijfers)",
                                     quotable(found)));
        return found;
    }

    Date day(std::string_view column) {
        const auto cell = raw(column);
        auto found = parse_iso_date(cell);
        if (!found) found = parse_dutch_date(cell);
        if (!found)
            fail(column,
                 fmt::format("'{}' is geen bestaande datum; verwacht 2018-10-31 of 31-10-2018", quotable(cell)));
        return found.value_or(Date());
    }
    /// Not before `from`, and on that day when it never was so; nothing when the cell is empty.
    std::optional<Date> until(std::string_view column, Date from) {
        if (raw(column).empty()) return std::nullopt;
        const Date found = day(column);
        if (found < from) fail(column, "ligt voor 'van'");
        return found;
    }

    /// A value that is not negative, in the notation of the file; nothing when the cell is empty.
    std::optional<std::int64_t> count(std::string_view column, domain::FactType type, const CsvText& csv,
                                      Notation of_file) {
        const auto cell = raw(column);
        if (cell.empty()) return std::nullopt;
        domain::FactDefinition definition;
        definition.key = column;
        definition.type = type;
        const auto notation = notation_of(csv, row_, columns_.place(column), of_file);
        const auto value = parse_cell(definition, cell, notation);
        if (!value) {
            fail(column, value.error().reason);
            return std::nullopt;
        }
        const auto whole = static_cast<std::int64_t>(*value);
        if (*value < 0) fail(column, fmt::format("'{}' is minder dan nul", quotable(cell)));
        if (static_cast<double>(whole) != *value) fail(column, fmt::format("'{}' is niet heel", quotable(cell)));
        return whole;
    }

    const std::optional<Fault>& fault() const { return fault_; }

 private:
    const CsvRow& row_;
    const Columns& columns_;
    std::optional<Fault> fault_;
};

/// Reads all rows: `take` makes a row of its cells, `key` says which rows are about the same.
template <class Row, class Take, class Key>
Result<RegisterFile<Row>> read_rows(const CsvText& csv, Names names, const Take& take, const Key& key) {
    CsvReader reader(csv);
    SLAGBOOM_TRY(const Header header, Header::read(reader));
    RegisterFile<Row> file;
    SLAGBOOM_TRY(const Columns columns, find_columns(header, names, file.faults));
    std::map<std::string, std::size_t> lines;  // per key
    CsvRow row;
    while (reader.next(row)) {
        ++file.rows;
        fit_to_header(row, header.names().size());
        RowCells cells(row, columns);
        Row taken = take(cells);
        taken.line = row.line;
        if (!cells.fault()) {
            const auto [earlier, is_new] = lines.try_emplace(key(taken), row.line);
            if (!is_new)
                cells.fail("", fmt::format("staat er al, op regel {}; die geldt en deze niet", earlier->second));
        }
        if (cells.fault())
            file.faults.add(*cells.fault());
        else
            file.taken.push_back(std::move(taken));
    }
    if (file.rows == 0) return Error{"er staan geen rijen onder de kop", "", 0, 0};
    return file;
}

/// Each part with its length before it, so that parts cannot run into each other.
std::string joined_key(const std::vector<std::string>& parts) {
    std::string key;
    for (const auto& part : parts) key += fmt::format("{}:{}", part.size(), part);
    return key;
}

/// The notation of the amounts and counts of the whole file.
Result<Notation> notation_of_file(const CsvText& csv, Names numbers, std::optional<Notation> asked) {
    CsvReader reader(csv);
    SLAGBOOM_TRY(const Header header, Header::read(reader));
    NotationEvidence evidence;
    CsvRow row;
    while (reader.next(row)) {
        fit_to_header(row, header.names().size());
        for (const auto name : numbers) {
            const auto place = header.find(name);
            if (place && row.fault.empty()) add_evidence(evidence, csv, row, *place);
        }
    }
    const auto choice = choose_notation(evidence, csv.separator, asked);
    if (choice) return choice->notation;
    return Error{"getallen zijn Nederlands of Engels te lezen en het bestand zegt niet hoe; geef --notation", "", 0, 0};
}

/// Rows of one contract name one provider and one award.
void hold_contracts_together(RegisterFile<ContractRow>& file) {
    std::map<std::string, const ContractRow*> first;
    std::vector<ContractRow> kept;
    for (const ContractRow& row : file.taken) {
        const ContractRow& other = *first.try_emplace(row.id, &row).first->second;
        const bool same_provider = row.provider == other.provider;
        if (same_provider && row.award == other.award) {
            kept.push_back(row);
            continue;
        }
        file.faults.add({row.line, same_provider ? "gunning" : "aanbieder",
                         fmt::format("overeenkomst '{}' hoort op regel {} bij een andere {}", quotable(row.id),
                                     other.line, same_provider ? "gunning" : "aanbieder")});
    }
    file.taken = std::move(kept);
}

std::optional<RelationKind> relation_kind(std::string_view text) {
    if (text == "persoon") return RelationKind::person;
    if (text == "organisatie") return RelationKind::organisation;
    if (text == "adres") return RelationKind::address;
    if (text == "vestiging") return RelationKind::establishment;
    return std::nullopt;
}

/// What a kind of relation may and must say.
void take_identity(RowCells& cells, RelationRow& relation) {
    const auto kind = relation_kind(cells.raw("soort"));
    if (!kind)
        return cells.fail("soort", fmt::format("'{}' is geen persoon, organisatie, adres of vestiging",
                                               quotable(cells.raw("soort"))));
    relation.kind = *kind;
    relation.name = *kind == RelationKind::address ? cells.text_or_nothing("naam") : cells.text("naam");
    relation.address = *kind == RelationKind::address ? cells.text("adres") : cells.text_or_nothing("adres");
    if (*kind == RelationKind::person && !relation.address.empty())
        cells.fail("adres", "van een persoon wordt geen adres bijgehouden");
    if (*kind == RelationKind::establishment)
        relation.number = cells.digits("nummer", 12, "vestigingsnummer");
    else if (*kind == RelationKind::organisation && !cells.raw("nummer").empty())
        relation.number = cells.legal_person("nummer");
    else if (!cells.raw("nummer").empty())
        cells.fail("nummer", "een persoon of adres heeft geen nummer");
}

}  // namespace

Result<RegisterFile<MunicipalityRow>> read_municipality_file(std::string_view bytes) {
    static constexpr std::array<std::string_view, 2> kNames{"code", "naam"};
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    const auto take = [](RowCells& cells) {
        MunicipalityRow row;
        row.code = cells.digits("code", 4, "gemeentecode van het CBS");
        row.name = cells.text("naam");
        return row;
    };
    return read_rows<MunicipalityRow>(csv, kNames, take, [](const auto& row) { return row.code; });
}

Result<RegisterFile<AwardRow>> read_award_file(std::string_view bytes) {
    static constexpr std::array<std::string_view, 5> kNames{"gunning", "aanbieder", "soort", "status", "datum"};
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    const auto take = [](RowCells& cells) {
        AwardRow row;
        row.id = cells.text("gunning");
        row.provider = cells.company("aanbieder");
        row.kind = cells.text("soort");
        if (row.kind != "aanbesteding" && row.kind != "tussentijds")
            cells.fail("soort", fmt::format("'{}' is geen aanbesteding of tussentijds", quotable(row.kind)));
        row.status = cells.key("status");
        row.date = cells.day("datum");
        return row;
    };
    return read_rows<AwardRow>(csv, kNames, take, [](const auto& row) { return row.id; });
}

Result<RegisterFile<ContractRow>> read_contract_file(std::string_view bytes, std::optional<Notation> asked,
                                                     bool from_workbook) {
    static constexpr std::array<std::string_view, 10> kNames{"overeenkomst", "aanbieder", "gunning",         "perceel",
                                                             "product",      "gemeente",  "waarde_per_jaar", "clienten",
                                                             "van",          "tot"};
    static constexpr std::array<std::string_view, 2> kNumbers{"waarde_per_jaar", "clienten"};
    SLAGBOOM_TRY(CsvText csv, recognise_csv(bytes));
    csv.from_workbook = from_workbook;
    SLAGBOOM_TRY(const Notation notation, notation_of_file(csv, kNumbers, asked));
    const auto take = [&csv, notation](RowCells& cells) {
        ContractRow row;
        row.id = cells.text("overeenkomst");
        row.provider = cells.company("aanbieder");
        row.award = cells.text("gunning");
        row.lot = cells.key("perceel");
        row.product = cells.digits("product", 2, "productcategorie");
        row.municipality = cells.digits("gemeente", 4, "gemeentecode van het CBS");
        row.yearly_cents = cells.count("waarde_per_jaar", domain::FactType::amount, csv, notation);
        row.clients = cells.count("clienten", domain::FactType::number, csv, notation);
        row.from = cells.day("van");
        row.until = cells.until("tot", row.from);
        return row;
    };
    const auto key = [](const ContractRow& row) {
        return joined_key({row.id, row.provider, row.award, row.lot, row.product, row.municipality, row.from.iso()});
    };
    SLAGBOOM_TRY(RegisterFile<ContractRow> file, (read_rows<ContractRow>(csv, kNames, take, key)));
    hold_contracts_together(file);
    return file;
}

Result<RegisterFile<RelationRow>> read_relation_file(std::string_view bytes) {
    static constexpr std::array<std::string_view, 10> kNames{"aanbieder", "rol", "soort", "naam", "nummer",
                                                             "adres",     "van", "tot",   "bron", "datum"};
    SLAGBOOM_TRY(const CsvText csv, recognise_csv(bytes));
    const auto take = [](RowCells& cells) {
        RelationRow row;
        row.provider = cells.company("aanbieder");
        row.role = cells.key("rol");
        take_identity(cells, row);
        row.from = cells.day("van");
        row.until = cells.until("tot", row.from);
        row.source = cells.text("bron");
        row.known_on = cells.day("datum");
        return row;
    };
    const auto key = [](const RelationRow& row) {
        return joined_key({row.provider, row.role, row.name, row.number, row.address, row.from.iso(), row.source,
                           row.known_on.iso()});
    };
    return read_rows<RelationRow>(csv, kNames, take, key);
}

}  // namespace slagboom::files
