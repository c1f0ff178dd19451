#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "domain/period.h"

namespace slagboom::domain {

enum class FactType { number, amount, boolean, date, choice };
std::string_view name(FactType type);  ///< "number", …: as in facts.toml
std::optional<FactType> fact_type_named(std::string_view text);
std::string_view dutch_name(FactType type);  ///< "getal", "bedrag", …: for messages

/// Who may see a fact; every output obeys it once there are roles.
enum class Protection { open, confidential, personal, vault };
std::optional<Protection> protection_named(std::string_view text);
std::string_view name(Protection protection);

/// One option of a choice: its key and how a sentence names it.
struct Option {
    std::string key;
    std::string label;
    std::string english_label{};  ///< empty where the model has no English
};

/// What a fact is. Content of a model, never of the program.
struct FactDefinition {
    std::string key;
    FactType type = FactType::number;
    Frequency frequency = Frequency::dated;
    int validity_months = 0;       ///< dated facts: known until date + this
    std::string unit;              ///< shown beside numbers and amounts
    std::string label;             ///< how a sentence names it
    std::string english_label;     ///< empty where the model has no English
    std::string question;          ///< how the provider is asked
    std::string english_question;  ///< empty where the model has no English
    std::string english_unit;      ///< the same; also empty without a unit
    std::vector<Option> options;   ///< choice: in the order of their codes
    std::vector<std::string> sources;
    Protection protection = Protection::confidential;

    bool periodic() const { return frequency != Frequency::dated; }
};

/// All facts of a model; an index into `facts` stands for a fact everywhere inside.
struct FactCatalogue {
    std::vector<FactDefinition> facts;  ///< ordered by key

    std::optional<std::size_t> find(std::string_view key) const;
    std::vector<std::string> keys() const;
};

/// A known value in one double: a number as it is, an amount in whole eurocents (exact below 2^53), a boolean 0 or 1, a
/// date in days since 1970-01-01, a choice as the index of its option. Never NaN: an unknown value is no fact.
using FactValue = double;

/// One row about one provider. Nothing is ever overwritten: which row counts is a question of dates (known_facts.h).
struct Fact {
    std::size_t provider = 0;  ///< index into the list of providers
    std::size_t fact = 0;      ///< index into the catalogue
    Period period;
    FactValue value = 0;
    Date known_on;           ///< the date its source states
    bool disputed = false;   ///< somebody disputes its cell, so it is unknown until that is decided (decision 4)
    std::size_t source = 0;  ///< index into the list of sources
    std::int64_t id = 0;     ///< its row in the register; 0 outside one
};

/// Bounds of decision 5; outside them a value is a fault. Amounts in eurocents.
inline constexpr double kLargestNumber = 1e15;
inline constexpr double kSmallestNumber = 1e-9;
inline constexpr double kLargestAmountCents = 1e13;

/// Is this magnitude allowed for a number or amount fact?
bool within_bounds(FactType type, FactValue value);

/// The value as JSON and the command line write it: shortest number, euros with two decimals, true/false, ISO date,
/// option key.
std::string plain_text(const FactDefinition& definition, FactValue value);
/// The value as a Dutch reader expects it: "€ 1.250", "12,5", "ja", "31-10-2018", the option's label.
std::string dutch_text(const FactDefinition& definition, FactValue value);

}  // namespace slagboom::domain
