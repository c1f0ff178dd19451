#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "app/import_file.h"
#include "storage/database.h"
#include "storage/register_store.h"

namespace slagboom::app {

/// A row of a file in the form of the register, with the line it stands on.
template <class Row>
struct Incoming {
    std::size_t line = 0;
    Row row;
};

/// Decision 31, the same for every table: compares the rows of a file with what holds now, writes what differs, and
/// says in the report what became of each. Row is ServicePeriod, Award, ContractLine or Relation.
template <class Row>
void take_rows(storage::Transaction& transaction, std::int64_t import, std::string_view table,
               const std::vector<Row>& current, const std::vector<Incoming<Row>>& incoming, ImportReport& report);

/// A delivery of every month says of what it said before that it is known now; it has been known since the first, as
/// long as nothing else was said of the same in between.
void keep_first_day(const std::vector<storage::Relation>& current, std::vector<Incoming<storage::Relation>>& incoming);

}  // namespace slagboom::app
