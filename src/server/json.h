#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/json_writer.h"
#include "base/number.h"

namespace slagboom::server {

/// For a text that is empty where there is none.
inline std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// Writes the JSON of an answer, key by key. What is not known is null and stands there: no key is left out for it.
class Json {
 public:
    Json& open(std::string_view key = {}) {
        return bracket(key, [&] { writer_.begin_object(); });
    }
    Json& list(std::string_view key = {}) {
        return bracket(key, [&] { writer_.begin_array(); });
    }
    Json& close() {
        writer_.end_object();
        return *this;
    }
    Json& close_list() {
        writer_.end_array();
        return *this;
    }

    Json& text(std::string_view key, std::string_view value) {
        name(key);
        writer_.string(value);
        return *this;
    }
    template <std::same_as<std::optional<std::string>> Optional>
    Json& text(std::string_view key, const Optional& value) {
        return value ? text(key, std::string_view(*value)) : null(key);
    }
    Json& whole(std::string_view key, std::int64_t value) {
        name(key);
        writer_.integer(value);
        return *this;
    }
    Json& whole(std::string_view key, std::optional<std::int64_t> value) {
        return value ? whole(key, *value) : null(key);
    }
    Json& number(std::string_view key, std::optional<double> value) {
        if (!value) return null(key);
        name(key);
        writer_.number(*value);
        return *this;
    }
    /// Whole eurocents, written as euros with two decimals (decision 5).
    Json& euros(std::string_view key, std::optional<std::int64_t> cents) {
        return cents ? raw(key, slagboom::euros(*cents)) : null(key);
    }
    Json& boolean(std::string_view key, bool value) {
        name(key);
        writer_.boolean(value);
        return *this;
    }
    Json& instant(std::string_view key, std::int64_t microseconds) {
        return text(key, std::string_view(Instant{microseconds}.rfc3339()));
    }
    Json& instant(std::string_view key, std::optional<std::int64_t> microseconds) {
        return microseconds ? instant(key, *microseconds) : null(key);
    }
    Json& null(std::string_view key) {
        name(key);
        writer_.null();
        return *this;
    }
    /// Text that is JSON already.
    Json& raw(std::string_view key, std::string_view json) {
        name(key);
        writer_.raw_number(json);
        return *this;
    }

    std::string take() { return writer_.take(); }

 private:
    void name(std::string_view key) {
        if (!key.empty()) writer_.key(key);
    }
    template <class Open>
    Json& bracket(std::string_view key, const Open& open) {
        name(key);
        open();
        return *this;
    }

    JsonWriter writer_;
};

}  // namespace slagboom::server
