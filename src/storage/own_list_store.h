#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// A list that somebody keeps under a name of his own.
struct OwnList {
    std::string name;
    std::string query;      ///< of the page, as it stands in its address
    bool standard = false;  ///< the one that opens first; at most one of an account
};

std::vector<OwnList> own_lists(Connection& sql, std::int64_t account);  ///< by name
/// Makes it or replaces the one of that name. A standard one takes that from the one that was.
void put_own_list(Transaction& transaction, std::int64_t account, const OwnList& list);
/// False when there was none.
bool delete_own_list(Transaction& transaction, std::int64_t account, const std::string& name);

}  // namespace slagboom::storage
