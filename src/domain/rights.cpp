#include "domain/rights.h"

namespace slagboom::domain {

std::string_view name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::optional<Role> role_named(std::string_view text) {
    for (std::size_t i = 0; i < kRoles; ++i) {
        if (kRoleNames[i] == text) return static_cast<Role>(i);
    }
    return std::nullopt;
}

std::string_view name(Verb verb) { return kVerbRows[static_cast<std::size_t>(verb)].name; }

std::optional<Verb> verb_named(std::string_view text) {
    for (std::size_t i = 0; i < std::size(kVerbRows); ++i) {
        if (kVerbRows[i].name == text) return static_cast<Verb>(i);
    }
    return std::nullopt;
}

Reach reach(Verb verb, Role role) {
    return kVerbRows[static_cast<std::size_t>(verb)].reach[static_cast<std::size_t>(role)];
}

Reach reach(Protection protection, Role role) {
    for (const auto& row : kClassRows) {
        if (row.name == name(protection)) return row.reach[static_cast<std::size_t>(role)];
    }
    return Reach::none;
}

bool of_own_session(Verb verb) {
    return verb == Verb::view_own_session || verb == Verb::sign_out || verb == Verb::sign_out_everywhere ||
           verb == Verb::change_own_password || verb == Verb::set_own_second_factor;
}

bool needs_municipality(Role role) {
    return role == Role::toezichthouder || role == Role::beslisser || role == Role::contractmanager_gemeente;
}

}  // namespace slagboom::domain
