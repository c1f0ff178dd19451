#pragma once

#include <optional>
#include <string>
#include <vector>

#include "files/csv.h"

namespace slagboom::files {

/// The first row of a CSV file: where each column stands.
class Header {
 public:
    /// Reads it from the reader. An error for a file without one, with a name twice, or with a column that
    /// holds what Slagboom never keeps (domain/forbidden_fact.h): then nothing of the file is read.
    static Result<Header> read(CsvReader& reader);

    const std::vector<std::string>& names() const { return names_; }
    std::optional<std::size_t> find(std::string_view name) const;
    /// The place of a column that must be there; else an error that names the nearest.
    Result<std::size_t> need(std::string_view name) const;

 private:
    std::vector<std::string> names_;
};

/// Fails a row that has not as many cells as the header has names; a file that was cut off shows so.
void fit_to_header(CsvRow& row, std::size_t columns);

}  // namespace slagboom::files
