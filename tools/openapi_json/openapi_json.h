#pragma once

#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>

namespace slagboom::tools {

/// Why a text is not the YAML we write, with its line.
class YamlFault : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// YAML as JSON, in the order of the text. A plain scalar is typed as in the core schema of YAML 1.2 (null, true, whole
/// numbers, decimals), everything else is a string; what stands between quotes is always a string. Refused, because
/// they are read as something else than the writer meant: a key that stands twice, a plain number that starts with a
/// zero or a plus (0141 is a municipality), yes and no without quotes, a whole number beyond 64 bits, tags, more than
/// one document. Throws YamlFault.
nlohmann::ordered_json json_of_yaml(const std::string& text);

}  // namespace slagboom::tools
