#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "domain/fact.h"
#include "files/csv.h"

namespace slagboom::files {

/// How numbers are written: Dutch 1.250,50 or English 1,250.50.
enum class Notation { dutch, english };
std::string_view dutch_name(Notation notation);

/// Which notations a number cell allows. Both, with the same value, for plain digits.
enum class Reading { neither, dutch, english, same_in_both, different };
Reading reading_of(std::string_view cell);

/// Counts what the number cells of a file allow, and decides for the whole file (decision 30).
struct NotationEvidence {
    std::size_t dutch = 0;
    std::size_t english = 0;
    std::size_t undecided = 0;  ///< cells that mean different things

    void add(Reading reading);
    NotationEvidence& operator+=(const NotationEvidence& other);
};

struct NotationChoice {
    Notation notation = Notation::english;
    std::string_view reason;  ///< for the report
};
/// Nothing when cells mean different things and neither other cells nor the separator decide (tab): then the caller
/// asks for `--notation`.
std::optional<NotationChoice> choose_notation(const NotationEvidence& evidence, char separator,
                                              std::optional<Notation> asked);

/// A number of a workbook, which stands in the CSV with a decimal point.
bool is_number_of_sheet(const CsvText& csv, const CsvRow& row, std::size_t cell);

/// What one cell adds to the evidence, and how it is read when the file is read as `of_file`. A number of a workbook
/// says nothing of how its texts are written, and is read the same whatever was decided for those.
void add_evidence(NotationEvidence& evidence, const CsvText& csv, const CsvRow& row, std::size_t cell);
Notation notation_of(const CsvText& csv, const CsvRow& row, std::size_t cell, Notation of_file);

/// The whole number that a cell of one to fifteen digits and nothing else writes: the same in both notations, and most
/// cells are so.
std::optional<double> plain_digits(std::string_view cell);

/// The value of a cell that is not empty. Numbers and amounts as the notation says, with € or % where they fit; ja/nee
/// and true/false; ISO and Dutch dates; options by key or label. The error is the reason alone, and does not repeat
/// what could be a citizen service number.
Result<domain::FactValue> parse_cell(const domain::FactDefinition& fact, std::string_view cell, Notation notation);

}  // namespace slagboom::files
