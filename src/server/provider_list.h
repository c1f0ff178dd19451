#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/reader.h"
#include "server/shown.h"

namespace slagboom::server {

/// A page of providers with their colours: what /aanbieders and /urgentielijst have in common.
class ProviderList {
 public:
    /// Reads the filters; what is wrong with them is in the reader.
    ProviderList(Call& call, QueryReader& query);

    /// Asks the register. To be called once the reader has found nothing wrong.
    void ask(storage::Connection& sql, bool by_name);

    const std::optional<storage::StoredScreening>& screening() const { return screening_; }
    const std::vector<storage::ListRow>& rows() const { return rows_; }
    /// `assessed_only`: the total leaves out who has no colour in this screening.
    void write_head(Json& json, storage::Connection& sql, bool assessed_only) const;
    void write_row(Json& json, std::string_view key, const storage::ListRow& row) const;
    void write_next(Json& json) const;
    /// The filter as the audit chain keeps it: no text that was searched for.
    std::string filter() const;

 private:
    std::string changed(const storage::ListRow& row) const;

    Call& call_;
    storage::ListQuestion question_;
    std::optional<std::int64_t> asked_screening_;
    std::optional<storage::StoredScreening> screening_;
    std::vector<storage::ListRow> rows_;
    std::vector<storage::ContractTotal> totals_;
    std::vector<storage::ColourCount> counts_;
    bool more_ = false;
};

}  // namespace slagboom::server
