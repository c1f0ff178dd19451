#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "storage/database.h"
#include "storage/scope.h"

namespace slagboom::storage {

struct Municipality {
    std::string code;  ///< CBS, four digits
    std::string name;
};

/// A name that a provider bears from a day on.
struct ProviderName {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string name;
    std::string valid_from;
    std::int64_t recorded_at = 0;
};

/// In service on day D when `valid_from` ≤ D < `valid_until` (decision 29).
struct ServicePeriod {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string valid_from;
    std::optional<std::string> valid_until;
};

struct Award {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string number;
    std::string kind;
    std::string status;
    std::string awarded_on;
};

/// What a contract is worth in one municipality for one product.
struct ContractLine {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string contract;
    std::string award;
    std::string lot;
    std::string product;
    std::string municipality;
    std::optional<std::int64_t> yearly_value;  ///< eurocents; nothing: not known
    std::optional<std::int64_t> clients;       ///< nothing: not known
    std::string valid_from;
    std::optional<std::string> valid_until;
};

/// A person, organisation, address or establishment that belongs to a provider.
struct Relation {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string role;
    std::string party_kind;
    std::string name;
    std::string number;
    std::string address;
    std::optional<std::string> valid_from;
    std::optional<std::string> valid_until;
    std::int64_t source = 0;
    std::string known_on;
};

/// A provider that shares a party with another.
struct SharedParty {
    std::int64_t provider = 0;
    std::string provider_name;
    std::string role;
    std::string party_kind;
    std::string name;
};

std::vector<Municipality> municipalities(Connection& sql);
/// Adds those that are new and renames the others; says how many were new or renamed.
std::size_t put_municipalities(Transaction& transaction, const std::vector<Municipality>& all);

/// KvK number to id, of all providers; one that went up in another gives the other's id.
std::map<std::string, std::int64_t> provider_ids(Connection& sql);
/// KvK number to its own id, of those that went up in another.
std::map<std::string, std::int64_t> merged_numbers(Connection& sql);
std::int64_t add_provider(Transaction& transaction, const std::string& kvk, const std::string& name);
/// Gives a provider another name from now on; the name before is kept by insert().
void rename_provider(Transaction& transaction, std::int64_t provider, const std::string& name);

// What holds now, for an import to compare with; and new rows, whose ids are given here.
std::vector<ProviderName> current_names(Connection& sql);
std::vector<ServicePeriod> current_service_periods(Connection& sql);
std::vector<Award> current_awards(Connection& sql);
std::vector<ContractLine> current_contract_lines(Connection& sql);
std::vector<Relation> current_relations(Connection& sql);
void insert(Transaction& transaction, std::int64_t import, const std::vector<ProviderName>& rows);
void insert(Transaction& transaction, std::int64_t import, const std::vector<ServicePeriod>& rows);
void insert(Transaction& transaction, std::int64_t import, const std::vector<Award>& rows);
void insert(Transaction& transaction, std::int64_t import, const std::vector<ContractLine>& rows);
void insert(Transaction& transaction, std::int64_t import, const std::vector<Relation>& rows);

/// The lots that contracts are or were about, in order of their code.
std::vector<std::string> lots(Connection& sql);

/// What held of a provider, as recorded until a moment (UTC microseconds).
struct RegisterQuestion {
    std::int64_t provider = 0;
    std::int64_t recorded_until = 0;
};
// Within the scope; in order of recording.
std::vector<ProviderName> names_of(Connection& sql, const Scope& scope, const RegisterQuestion& question);
std::vector<ServicePeriod> service_periods_of(Connection& sql, const Scope& scope, const RegisterQuestion& question);
std::vector<Award> awards_of(Connection& sql, const Scope& scope, const RegisterQuestion& question);
/// A municipality sees its own lines, the region all.
std::vector<ContractLine> contract_lines_of(Connection& sql, const Scope& scope, const RegisterQuestion& question);
std::vector<Relation> relations_of(Connection& sql, const Scope& scope, const RegisterQuestion& question);
/// Other providers, within the scope, with a person, organisation or address of the same folded name.
std::vector<SharedParty> shared_parties(Connection& sql, const Scope& scope, const RegisterQuestion& question,
                                        const std::string& known_on);

/// A provider in service on a day, as recorded at a moment.
struct InService {
    std::int64_t provider = 0;
    std::string kvk;
};
std::vector<InService> in_service(Connection& sql, const std::string& day, std::int64_t recorded_until);

}  // namespace slagboom::storage
