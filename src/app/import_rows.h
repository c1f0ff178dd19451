#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/import_file.h"
#include "files/faults.h"
#include "scoring/model.h"
#include "storage/database.h"

namespace slagboom::app {

/// A file that was read, ready to be compared with the register; each kind is one class in import_rows.cpp or
/// import_facts.cpp.
class ReadFile {
 public:
    virtual ~ReadFile() = default;
    /// Compares with the register and writes what differs; adds to the report what became of each row.
    virtual void take(storage::Transaction& transaction, std::int64_t import, ImportReport& report) const = 0;
};

/// Reads the bytes, before any transaction. What cannot be read is in the report; an error means that nothing can.
Result<std::unique_ptr<ReadFile>> read_register_file(const ImportOrder& order, ImportReport& report);
Result<std::unique_ptr<ReadFile>> read_fact_file(const ImportOrder& order, std::shared_ptr<const scoring::Model> model,
                                                 Date today, ImportReport& report);

/// Why a row is left that may no longer be kept.
inline constexpr std::string_view kTermIsOver =
    "deze aanbieder levert geen zorg meer en de bewaartermijn van gegevens uit deze bron is voorbij";

/// The source with this name, with the ground, purpose and term of its kind.
std::int64_t ensure_named_source(storage::Transaction& transaction, const std::string& name);

/// Adds the faults of a reader to the report: those rows are left.
void add_faults(ImportReport& report, const files::Faults& faults);

}  // namespace slagboom::app
