#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/list_order.h"
#include "app/signed_in.h"
#include "base/language.h"
#include "storage/assessment_store.h"

namespace slagboom::app {

enum class ListForm : std::uint8_t { csv, xlsx };
std::optional<ListForm> list_form_named(std::string_view text);  ///< "csv" or "xlsx"

struct ListShape {
    ListForm form = ListForm::csv;
    Language language = Language::dutch;
    ListOrder order;
};

/// The lines of an urgency list as a file for a spreadsheet. What must stand with every colour stands above them:
/// reference date, model, trial, and that it is no judgement. A title of a model without English stays Dutch.
Answer<std::string> list_file(System& system, const SignedIn& who, const storage::StoredScreening& screening,
                              std::vector<ListLine> lines, const ListShape& shape);

}  // namespace slagboom::app
