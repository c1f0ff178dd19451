#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/signed_in.h"
#include "storage/session_store.h"

namespace slagboom::app {

struct NewKey {
    std::string name;
    std::int64_t account = 0;        ///< for whom it acts
    std::vector<std::string> verbs;  ///< what it may do, of what its account may do
    std::string ends_on;             ///< ISO: the first day on which it does not work, at most a year ahead
};

struct CreatedKey {
    storage::ApiKey key;
    std::string token;  ///< for the header Authorization: shown once, stored as its SHA-256
};

/// A key for a program. It never does more than its account may do at that moment, nor anything of an own session.
Answer<CreatedKey> create_key(System& system, const SignedIn& who, const NewKey& wanted);
/// Ends a key at once.
Answer<Done> end_key(System& system, const SignedIn& who, std::int64_t key);

}  // namespace slagboom::app
