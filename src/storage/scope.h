#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "storage/value.h"

namespace slagboom::storage {

/// What a reader may see, for one verb on one day. Made only from the roles of an account (account_store.h), and
/// demanded by every read that concerns a provider, so that no route can forget to ask. A municipality sees providers
/// that have an award, contract or clients there, ever (decision 42).
class Scope {
 public:
    /// Whole region, no limit.
    bool whole() const { return whole_; }
    /// The table says "alle": also what is other people's own, such as their jobs.
    bool everything() const { return everything_; }
    /// CBS codes; what is not whole and has none of these sees nothing, but for `own_provider`.
    const std::set<std::string>& municipalities() const { return municipalities_; }
    /// The provider whose account this is, 0 for anybody else.
    std::int64_t own_provider() const { return own_provider_; }
    /// Only counts and never a provider.
    bool counts_only() const { return counts_only_; }

    /// A condition on the column that holds a provider's id; adds what it needs to the parameters. Who went up in
    /// another is seen by whoever sees that one.
    std::string sees(std::string_view provider_column, Parameters& parameters) const;
    /// A condition on the municipality of contract lines: a municipality sees its own ones of a provider, and not with
    /// whom else that has contracts.
    std::string shows_lines_of(std::string_view municipality_column, Parameters& parameters) const;

 private:
    std::string is_own(std::string_view municipality_column, Parameters& parameters) const;
    friend class ScopeMaker;
    bool whole_ = false;
    bool everything_ = false;
    bool counts_only_ = false;
    std::set<std::string> municipalities_;
    std::int64_t own_provider_ = 0;
};

}  // namespace slagboom::storage
