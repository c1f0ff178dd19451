#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/signed_in.h"
#include "files/cell_value.h"

namespace slagboom::app {

/// The files of a region, in the order in which they build on one another.
enum class ImportKind { municipalities, providers, awards, contracts, relations, facts };
inline constexpr std::array kImportKinds{ImportKind::municipalities, ImportKind::providers, ImportKind::awards,
                                         ImportKind::contracts,      ImportKind::relations, ImportKind::facts};
std::string_view api_name(ImportKind kind);  ///< "gemeenten", "aanbieders", …
std::optional<ImportKind> import_kind_named(std::string_view text);
std::vector<std::string> columns_of(ImportKind kind);                  ///< that a file of this kind has here
std::optional<files::Notation> notation_named(std::string_view text);  ///< "nl", "en"

struct ImportOrder {
    ImportKind kind = ImportKind::facts;
    std::string file_name;
    std::string bytes;           ///< CSV or XLSX
    bool from_workbook = false;  ///< for the readers: the bytes were XLSX and are now its CSV (files::SheetCsv)
    bool trial = false;          ///< report only; nothing is written
    std::optional<files::Notation> notation;
    std::optional<std::string> mapping;  ///< name of a saved column mapping
};

/// What became of a row.
enum class RowOutcome { taken, unchanged, superseded, left };
std::string_view api_name(RowOutcome outcome);  ///< "nieuw", "ongewijzigd", "vervangt", "geweigerd"

struct ImportLine {
    std::size_t line = 0;  ///< of the file, from 1; 0 for the file as a whole
    RowOutcome outcome = RowOutcome::taken;
    std::string column;  ///< where the fault is, empty when there is none
    std::string reason;
};

struct ImportReport {
    std::int64_t id = 0;  ///< 0: a trial, or nothing to keep
    ImportKind kind = ImportKind::facts;
    std::string file_name;
    std::string sha256;
    std::int64_t recorded_at = 0;
    std::size_t rows = 0;
    std::size_t taken = 0;
    std::size_t unchanged = 0;
    std::size_t superseded = 0;
    std::size_t left = 0;
    std::vector<std::string> recognised;  ///< Dutch sentences about the file
    std::vector<ImportLine> lines;        ///< in order of line
};

/// Takes a file into the register in one transaction, row by row (decision 31): what says the same as the register is
/// left as it is, what says something else takes the place of the row that held until now, and nothing is deleted. A
/// row that cannot be taken is reported and the others go on. The same file again changes nothing.
Answer<ImportReport> import_file(System& system, const SignedIn& who, const ImportOrder& order);

/// Nothing of the file can be read: 400, with the reason.
Refusal unreadable(const Error& error);

/// The report as it is stored and shown, JSON.
std::string report_json(const ImportReport& report);

}  // namespace slagboom::app
