#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/list_order.h"
#include "app/signed_in.h"
#include "base/language.h"
#include "storage/assessment_store.h"

namespace slagboom::app {

enum class ListForm : std::uint8_t { csv, xlsx };

/// What a list was narrowed to, by the name of the filter and of its values in the API.
struct ListFilter {
    std::string name;
    std::vector<std::string> values;  ///< none where the filter is only on
};
struct ListShape {
    ListForm form = ListForm::csv;
    Language language = Language::dutch;
    ListOrder order;
    std::vector<ListFilter> filters;  ///< none: all of them
};

/// The lines of an urgency list as a file for a spreadsheet. What must stand with every colour stands above them:
/// reference date, model, trial, filters, and that it is no judgement. A title of a model without English stays Dutch.
Answer<std::string> list_file(System& system, const SignedIn& who, const storage::StoredScreening& screening,
                              std::vector<ListLine> lines, const ListShape& shape);

}  // namespace slagboom::app
