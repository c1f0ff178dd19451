#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "app/list_file.h"
#include "server/kept_lists.h"
#include "server/moments.h"
#include "server/reader.h"
#include "server/shown.h"

namespace slagboom::server {

/// A page of providers with their colours: what /aanbieders and /urgentielijst have in common.
class ProviderList {
 public:
    enum class Extent : std::uint8_t { page, whole };
    /// Reads the filters, and of a page where it begins; what is wrong with them is in the reader.
    ProviderList(Call& call, QueryReader& query, Extent extent = Extent::page);

    /// Asks the register. To be called once the reader has found nothing wrong.
    /// `assessed_only` leaves out who has no colour in this screening.
    void ask(storage::Connection& sql, bool by_name, bool assessed_only);

    const std::optional<storage::StoredScreening>& screening() const { return screening_; }
    const std::vector<storage::ListRow>& rows() const { return rows_; }
    void write_head(Json& json, storage::Connection& sql) const;
    void write_row(Json& json, std::string_view key, const storage::ListRow& row) const;
    /// The rows with what stands beside them, for a file.
    std::vector<app::ListLine> lines() const;
    void write_next(Json& json) const;
    /// Is it asked as of no moment? Only then it can be kept.
    bool of_now() const { return !asked_moment_; }
    /// As it is kept, once it is asked.
    WrittenList written(std::string body) const;
    /// What was asked, for the head of a file.
    std::vector<app::ListFilter> filters() const;
    /// The filter as the audit chain keeps it: no text that was searched for.
    std::string filter() const;

 private:
    void read_place(QueryReader& query);
    app::ListLine line(const storage::ListRow& row) const;
    bool asked_for(const storage::ListRow& row) const;
    bool of_asked_colour(const storage::ListRow& row) const;
    void count(const storage::ListRow& row);

    Call& call_;
    storage::ListQuestion question_;
    std::vector<std::string> colours_;  ///< empty: all
    std::vector<std::string> sub_categories_;
    std::vector<std::string> steps_;
    std::vector<std::string> changes_;
    bool followed_only_ = false;
    std::string searched_;
    std::optional<Cursor> after_;
    std::int64_t limit_ = std::numeric_limits<std::int64_t>::max();
    std::optional<std::int64_t> asked_screening_;
    std::optional<Moment> asked_moment_;  ///< the last screening of then
    std::optional<storage::StoredScreening> screening_;
    std::optional<storage::StoredScreening> before_;
    std::vector<storage::ListRow> rows_;
    std::vector<storage::ContractTotal> totals_;
    std::vector<storage::ColourCount> counts_;  ///< whatever colour was asked for: these are what one chooses from
    std::int64_t total_ = 0;
    bool more_ = false;
};

}  // namespace slagboom::server
