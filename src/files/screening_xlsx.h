#pragma once

#include <ostream>

#include "base/result.h"
#include "files/screening_rows.h"

namespace slagboom::files {

/// The rows and columns of the CSV (screening_csv.h) as a workbook with one sheet: numbers are numbers, the reference
/// date is a date, and text is text, also where it begins with =. The sentence that a colour is no judgement stands in
/// every row and at the foot of every printed page. The same screening gives the same bytes. The workbook is made in a
/// temporary file that only this user can read, in memory that does not grow with it. An error when that cannot be
/// written, or when there are more providers than a sheet has rows.
Result<bool> write_screening_xlsx(const scoring::Screening& screening, const NameOf& name_of, std::ostream& out);

}  // namespace slagboom::files
