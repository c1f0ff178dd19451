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

/// The head of a dossier: what can be edited, and what does not change.
struct Provider {
    std::int64_t id = 0;
    std::string kvk;
    std::string name;
    std::int64_t recorded_at = 0;
    std::optional<std::string> contact_person;
    std::optional<std::string> email;
    std::optional<std::string> phone;
    std::optional<std::int64_t> merged_into;
    std::int64_t version = 1;
};

std::optional<Provider> find_provider(Connection& sql, const Scope& scope, std::int64_t id);
/// All names by id, for lists that name providers.
std::map<std::int64_t, std::string> provider_names(Connection& sql);
/// Is it there, and did it not go up in another? For who gives an account a provider to speak for, and sees no dossier
/// by it.
bool provider_stands(Connection& sql, std::int64_t id);
/// Writes the contact details. False when `provider.version` is no longer the newest.
bool update_contact(Transaction& transaction, const Provider& provider);

/// Which providers a list is about.
struct ListQuestion {
    std::int64_t screening = 0;  ///< the full run whose colours are shown; 0: none
    std::int64_t before = 0;     ///< the run to compare with, 0: none
    std::string search;          ///< folded; empty: all
    std::string search_kvk;      ///< digits; empty: all
    std::string municipality;    ///< CBS code
    std::string lot;
    std::int64_t account = 0;                    ///< who asks: rows say whether he follows them
    bool by_name = false;                        ///< else in order of the urgency list
    std::string today;                           ///< as known on this day
    std::optional<std::int64_t> recorded_until;  ///< as recorded at this moment; now without it
};

/// What contracts come to, in force on the day of the question: per provider and municipality.
struct ContractTotal {
    std::int64_t provider = 0;
    std::string municipality;
    std::optional<std::int64_t> yearly_value;  ///< eurocents; nothing when a line does not know it
    std::optional<std::int64_t> clients;       ///< likewise
};
/// Within the scope; a municipality gets its own totals. In order of provider and municipality.
std::vector<ContractTotal> contract_totals(Connection& sql, const Scope& scope, const ListQuestion& question);

/// A row of a list, small. What it lacks is not known: there is no assessment then.
struct ListRow {
    std::int64_t id = 0;
    std::string kvk;
    std::string name;
    std::string step;                   ///< aanmelding, gegund, monitoring, urgentielijst or beeindigd
    std::optional<std::string> due_on;  ///< the first day before which an open correction must be decided
    bool followed = false;
    std::string key;  ///< to go on after
    bool assessed = false;
    std::int64_t screening = 0;  ///< of the assessment: a correction's, when one came after the run
    std::string colour;
    std::optional<std::string> sub_category;
    bool settled = false;
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    std::int64_t known_points = 0;
    std::int64_t all_points = 0;
    std::optional<std::int64_t> urgency;  ///< rank among the reds of the region; equal ones share it
    std::string summary;                  ///< JSON
    std::optional<std::string> colour_before;
    std::optional<std::string> sub_category_before;
    std::optional<std::int64_t> lowest_before;
};
/// All of them in order: a region has some hundreds.
std::vector<ListRow> list_providers(Connection& sql, const Scope& scope, const ListQuestion& question);

/// How many providers have each colour and sub-category.
struct ColourCount {
    std::string colour;
    std::optional<std::string> sub_category;
    std::int64_t providers = 0;
};
/// The place of a key among all reds of a run and the corrections made in its context until then, as lists have it;
/// from 1.
std::int64_t place_among_reds(Connection& sql, std::int64_t screening, std::int64_t recorded_until,
                              std::string_view order_key);
/// Of one run alone, as it was made: assessments that were destroyed since are counted too.
std::vector<ColourCount> screening_counts(Connection& sql, std::int64_t screening);
/// The part of those that was destroyed after its term.
std::vector<ColourCount> destroyed_counts(Connection& sql, std::int64_t screening);
/// Who has or had a contract in a municipality (CBS code), as recorded then.
std::set<std::int64_t> providers_in(Connection& sql, const std::string& municipality, std::int64_t recorded_until);

std::int64_t merge(Transaction& transaction, std::int64_t provider, std::int64_t merged, const std::string& reason);
struct Merge {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::int64_t merged = 0;
    std::string reason;
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
};
std::vector<Merge> merges_of(Connection& sql, const Scope& scope, std::int64_t provider);

}  // namespace slagboom::storage
