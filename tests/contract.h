// Holds what the server takes and gives to api/openapi.yaml.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace slagboom::tests {

/// What is against the contract, one sentence per fault; empty is good.
using ContractFaults = std::vector<std::string>;

/// The contract as a judge. Stricter than a schema alone: unknown query parameters, keys that stand twice, instants
/// outside UTC in an answer, a body where none belongs and a content type that is not promised are faults too. Headers
/// of a request are not looked at. For one thread at a time.
class Contract {
 public:
    /// The document must have been checked by the linter; a reference that leads nowhere throws.
    explicit Contract(nlohmann::json openapi);
    ~Contract();
    Contract(const Contract&) = delete;
    Contract& operator=(const Contract&) = delete;

    /// `target` as in the request line, with its query: /api/v1/aanbieders?kleur=rood. Empty `content_type` and `body`
    /// where there is none.
    ContractFaults check_request(std::string_view method, std::string_view target, std::string_view content_type,
                                 std::string_view body) const;
    /// An answer to a path or method that the contract does not have must be a problem with status 404 or 405.
    ContractFaults check_response(std::string_view method, std::string_view target, int status,
                                  std::string_view content_type, std::string_view body) const;
    /// One value against a schema of the components, as an answer would give it.
    ContractFaults check_value(const std::string& schema, const nlohmann::json& value) const;
    /// Every example of the document against its own schema.
    ContractFaults check_examples() const;

    struct Operation {
        std::string method;  ///< "GET"
        std::string path;    ///< the template, under the server: "/aanbieders/{aanbiederId}"
        std::string verb;    ///< x-verb: the right that it asks
        bool body = false;   ///< takes one
    };
    std::vector<Operation> operations() const;

 private:
    struct Compiled;
    enum class Direction : std::uint8_t { in, out };
    struct Found {
        const nlohmann::json* operation = nullptr;  ///< null: the contract has no such operation
        std::map<std::string, std::string> path_values;
    };

    Found find(std::string_view method, std::string_view target) const;
    const nlohmann::json& resolved(const nlohmann::json& value) const;
    nlohmann::json draft_7(const nlohmann::json& schema, Direction direction, int depth = 0) const;
    void validate(const nlohmann::json& schema, const nlohmann::json& value, Direction direction,
                  const std::string& place, ContractFaults& faults) const;
    void check_body(const nlohmann::json* content, std::string_view content_type, std::string_view body,
                    Direction direction, ContractFaults& faults) const;
    void check_parameters(const Found& found, std::string_view query, ContractFaults& faults) const;

    nlohmann::json openapi_;
    std::string server_;  ///< "/api/v1"
    mutable std::map<std::string, std::unique_ptr<Compiled>> compiled_;
};

}  // namespace slagboom::tests
