#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "columns/table.h"
#include "domain/fact.h"
#include "expr/typed_tree.h"
#include "files/cell_value.h"
#include "files/csv.h"
#include "files/faults.h"

namespace slagboom::files {

/// The longest name of a provider or source, in bytes.
inline constexpr std::size_t kMaxName = 200;

struct FactFileOptions {
    std::optional<Notation> notation;  ///< when the user said so
    Date today;                        ///< nothing can have been known later
    std::size_t threads = 1;
    bool from_workbook = false;  ///< the bytes are a SheetCsv
};

/// A column of a file in wide form: the cells of one fact, per provider of the file.
struct WideColumn {
    expr::Input input;
    columns::NumberColumn values;  ///< booleans 0 and 1, unknown is NaN
};

/// What a file of facts says, and what of it could not be taken. Long form: `aanbieder, feit, periode, waarde, bron,
/// datum` in any order. Wide form: first column `aanbieder`, every other a fact, or a fact with `__vorig` for the
/// period before; an empty cell is unknown.
struct FactFile {
    bool wide = false;
    char separator = ',';
    bool had_byte_order_mark = false;
    NotationChoice notation;
    std::size_t rows = 0;                ///< rows below the header
    std::vector<std::string> providers;  ///< long: in order of appearance; wide: ordered bytewise, each once
    std::vector<domain::Fact> facts;     ///< long
    std::vector<std::uint32_t> lines;    ///< long: on which each of them starts
    std::vector<std::string> sources;    ///< long: what Fact::source points into
    std::vector<WideColumn> columns;     ///< wide
    Faults faults;
};

/// Reads a file. A row that cannot be taken is a fault and the rest goes on; an error means that nothing could be
/// taken. In wide form a provider that stands there twice is a fault, and where its rows differ the fact is unknown
/// (decision 3).
Result<FactFile> read_fact_file(std::string_view bytes, const domain::FactCatalogue& facts,
                                const FactFileOptions& options);

/// Every name that a column of a file of facts can have, in long and in wide form.
std::vector<std::string> fact_file_columns(const domain::FactCatalogue& facts);

/// Why this text cannot be a name of a provider or source; empty when it can.
std::string name_fault(std::string_view text, std::string_view what);

}  // namespace slagboom::files
