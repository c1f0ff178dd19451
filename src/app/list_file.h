#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/signed_in.h"
#include "storage/assessment_store.h"
#include "storage/provider_store.h"

namespace slagboom::app {

enum class ListForm : std::uint8_t { csv, xlsx };
std::optional<ListForm> list_form_named(std::string_view text);  ///< "csv" or "xlsx"

/// A row of a list with what its page shows beside it.
struct ListLine {
    storage::ListRow row;
    std::string change;                       ///< hoger, lager, gelijk or nieuw
    std::vector<std::string> municipalities;  ///< CBS codes
    std::optional<std::int64_t> yearly_value;
    std::optional<std::int64_t> clients;
    bool few_clients = false;  ///< known, but too few to show
};

/// The lines of an urgency list as a file for a spreadsheet, in their order. What must stand with every colour stands
/// above them: reference date, model, trial, and that it is no judgement.
Answer<std::string> list_file(System& system, const SignedIn& who, const storage::StoredScreening& screening,
                              const std::vector<ListLine>& lines, ListForm form);

}  // namespace slagboom::app
