#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/refusal.h"
#include "base/date.h"
#include "base/instant.h"
#include "server/call.h"

namespace slagboom::server {

/// What the body is said to be, without parameters and in small letters: names of media types have no case (RFC 9110,
/// 8.3.1). Empty where nothing is said.
std::string media_type(const Request& request);

/// A JSON object of a request. Every fault is collected, so that a client hears all of them at once; fields that nobody
/// asked for are faults too. Text that holds a citizen service number is one, and is not repeated (decision 31).
class BodyReader {
 public:
    /// A fault when it is no JSON object, is nested too deep, or has a key twice.
    static app::Answer<BodyReader> open(const Call& call);

    bool has(std::string_view field) const;
    bool is_null(std::string_view field) const;
    /// The field must be there; what is wrong with it is remembered, and the value is empty.
    std::string text(std::string_view field, std::size_t longest);
    /// A password or code: taken as it stands, not looked into, and never repeated.
    std::string secret(std::string_view field, std::size_t longest);
    std::string one_of(std::string_view field, const std::vector<std::string_view>& words);
    std::vector<std::string> texts(std::string_view field, std::size_t longest, std::size_t most);
    Date date(std::string_view field);
    bool boolean(std::string_view field);
    std::int64_t whole(std::string_view field, std::int64_t least, std::int64_t most);
    // Nothing when it is absent or null.
    std::optional<std::string> optional_text(std::string_view field, std::size_t longest);
    std::optional<std::int64_t> optional_whole(std::string_view field, std::int64_t least, std::int64_t most);
    std::optional<Date> optional_date(std::string_view field);
    std::optional<Instant> optional_instant(std::string_view field);
    std::optional<bool> optional_boolean(std::string_view field);
    /// As it stands; null when absent. For what has a shape of its own.
    const nlohmann::json& value(std::string_view field);
    /// An object within this one; an empty one when it is absent, which then misses its fields.
    BodyReader object(std::string_view field);
    /// The objects of a list.
    std::vector<BodyReader> objects(std::string_view field, std::size_t most);
    /// Takes over the faults of a part that was read, with the fields of it that nobody asked for.
    void add(const BodyReader& part);
    void fault(std::string_view field, std::string reason);

    /// Everything was right, or all the faults.
    app::Answer<app::Done> done() const;

 private:
    std::vector<app::FieldFault> all_faults() const;
    BodyReader(nlohmann::json content, std::string place) : content_(std::move(content)), place_(std::move(place)) {}
    const nlohmann::json* find(std::string_view field, bool must_be_there);
    std::string checked(std::string_view field, const nlohmann::json& value, std::size_t longest);

    nlohmann::json content_;
    std::string place_;  ///< JSON pointer of this object
    std::set<std::string, std::less<>> asked_;
    std::vector<app::FieldFault> faults_;
};

/// The query parameters of a request, in the same manner.
class QueryReader {
 public:
    explicit QueryReader(const Call& call) : query_(call.request.query) {}

    std::optional<std::string> text(std::string_view key, std::size_t longest);
    std::string needed_text(std::string_view key, std::size_t longest);
    std::optional<std::string> one_of(std::string_view key, const std::vector<std::string_view>& words);
    /// A key that may come more than once.
    std::vector<std::string> many_of(std::string_view key, const std::vector<std::string_view>& words);
    std::optional<std::int64_t> whole(std::string_view key, std::int64_t least, std::int64_t most);
    std::optional<Date> date(std::string_view key);
    std::optional<Instant> instant(std::string_view key);
    bool flag(std::string_view key, bool otherwise = false);
    /// How many rows of a list.
    std::int64_t count() { return whole("aantal", 1, 500).value_or(100); }
    /// Was it given?
    bool has(std::string_view key) const;
    void fault(std::string_view key, std::string reason);

    app::Answer<app::Done> done();

 private:
    std::optional<std::string> find(std::string_view key);

    const Fields& query_;
    std::set<std::string, std::less<>> asked_;
    std::vector<app::FieldFault> faults_;
};

}  // namespace slagboom::server
