#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace slagboom::storage {

/// Who acts. Without one there is no transaction (decision 32). Made by login, by a job for its queuer, or at
/// installation; never from what a client says.
struct Actor {
    enum class Kind { installation, account, api_key, job };
    Kind kind = Kind::installation;
    std::int64_t account = 0;  ///< 0 for the installation alone
    std::int64_t through = 0;  ///< the API key or job that acted for the account, else 0
};

/// "installatie", "account", "sleutel", "taak": as the audit chain and the API write it.
std::string_view name(Actor::Kind kind);
std::optional<Actor::Kind> actor_kind_named(std::string_view text);

}  // namespace slagboom::storage
