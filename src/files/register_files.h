#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "files/cell_value.h"
#include "files/faults.h"

namespace slagboom::files {

/// What the files of a region say besides facts and providers (aanbieders.csv has provider_file.h). A row is taken as
/// it stands; whether what it refers to exists is for whoever knows the register. `line` is where it starts in the
/// file.

/// gemeenten.csv: `code, naam`.
struct MunicipalityRow {
    std::size_t line = 0;
    std::string code;  ///< of CBS, four digits
    std::string name;
};

/// gunningen.csv: `gunning, aanbieder, soort, status, datum`.
struct AwardRow {
    std::size_t line = 0;
    std::string id;
    std::string provider;  ///< KvK number, eight digits
    std::string kind;      ///< aanbesteding or tussentijds
    std::string status;    ///< gegund, and what a region calls the rest
    Date date;
};

/// overeenkomsten.csv: `overeenkomst, aanbieder, gunning, perceel, product, gemeente, waarde_per_jaar, clienten, van,
/// tot`: one row per contract, lot, product, municipality and stretch of time.
struct ContractRow {
    std::size_t line = 0;
    std::string id;
    std::string provider;
    std::string award;
    std::string lot;
    std::string product;                       ///< category of iWmo or iJw, two digits
    std::string municipality;                  ///< code of CBS
    std::optional<std::int64_t> yearly_cents;  ///< never negative; nothing when the cell is empty: unknown
    std::optional<std::int64_t> clients;       ///< whole, may be 0; nothing when the cell is empty: unknown
    Date from;
    std::optional<Date> until;  ///< the first day on which it is over; nothing: still runs; `from`: it never was
};

enum class RelationKind { person, organisation, address, establishment };

/// relaties.csv: `aanbieder, rol, soort, naam, nummer, adres, van, tot, bron, datum`.
struct RelationRow {
    std::size_t line = 0;
    std::string provider;
    std::string role;  ///< bestuurder, eigenaar, …: a key
    RelationKind kind = RelationKind::person;
    std::string name;  ///< empty only for an address
    /// Organisation: KvK number, "RSIN" with its nine digits, or empty; establishment: twelve digits; others: empty.
    std::string number;
    std::string address;  ///< empty where none is known; never for a person
    Date from;
    std::optional<Date> until;
    std::string source;
    Date known_on;  ///< the date that the source states
};

/// The rows that could be taken, in order of the file, and why others could not.
template <class Row>
struct RegisterFile {
    std::vector<Row> taken;
    std::size_t rows = 0;  ///< below the header, taken or not
    Faults faults;
};

/// Each reads one file. A row that cannot be taken is a fault with line, column and reason, and the rest goes on; so is
/// a row that has the key of an earlier one, which stays. A column that nobody reads is a fault of the header. An error
/// means that nothing was read: a column is missing, stands there twice or may not be kept. Dates as ISO or Dutch;
/// amounts in the notation that the file shows (decision 30), or that was asked. No text, key or number may hold a
/// citizen service number (decision 31).
Result<RegisterFile<MunicipalityRow>> read_municipality_file(std::string_view bytes);
Result<RegisterFile<AwardRow>> read_award_file(std::string_view bytes);
Result<RegisterFile<ContractRow>> read_contract_file(std::string_view bytes, std::optional<Notation> asked = {},
                                                     bool from_workbook = false);
Result<RegisterFile<RelationRow>> read_relation_file(std::string_view bytes);

}  // namespace slagboom::files
