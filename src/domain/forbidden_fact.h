#pragma once

#include <optional>
#include <string_view>

namespace slagboom::domain {

/// The word by which a name of a fact or column is about something that Slagboom never keeps: citizen service number,
/// nationality, origin, place or date of birth, religion, political or sexual preference, surname. Capitals, blanks,
/// dots, dashes and underscores in the name make no difference. Nothing for other names. Law: design §4; GDPR art. 9;
/// courts and the privacy authority on nationality and origin as a sign of risk.
std::optional<std::string_view> forbidden_fact(std::string_view key);

}  // namespace slagboom::domain
