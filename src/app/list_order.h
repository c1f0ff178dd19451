#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/provider_store.h"

namespace slagboom::app {

/// A row of a list with what its page shows beside it.
struct ListLine {
    storage::ListRow row;
    std::string change;                       ///< hoger, lager, gelijk, nieuw or onbekend
    std::vector<std::string> municipalities;  ///< CBS codes
    std::optional<std::int64_t> yearly_value;
    std::optional<std::int64_t> clients;
    bool few_clients = false;  ///< known, but too few to show
};

/// What the lines are ordered by; urgency is the order in which the register gives them.
enum class ListColumn : std::uint8_t { urgency, provider, points, change, clients, value, step };
std::optional<ListColumn> list_column_named(std::string_view api_name);

struct ListOrder {
    ListColumn by = ListColumn::urgency;
    bool descending = false;
};

/// As the page orders them: what is not known comes last in both directions, and what is equal stays as it stood.
/// Masked clients are known to be few, so they stand under every number that is shown.
void put_in_order(std::vector<ListLine>& lines, ListOrder order);

}  // namespace slagboom::app
