#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace slagboom::storage {

/// Bytes that are no text: stored as a blob.
struct Bytes {
    std::string_view content;
};

/// A value for `$1`, `$2`, …: nothing (null), a whole number, a real number, text, or bytes. Looks at text and bytes
/// and does not own them. A boolean is 0 or 1; a date is its ISO text (decision 39).
class Parameter {
 public:
    Parameter(std::nullptr_t) {}
    Parameter(std::nullopt_t) {}
    Parameter(bool value) : value_(std::int64_t{value}) {}
    Parameter(int value) : value_(std::int64_t{value}) {}
    Parameter(std::int64_t value) : value_(value) {}
    Parameter(double value) : value_(value) {}
    Parameter(std::string_view value) : value_(value) {}
    Parameter(const std::string& value) : value_(std::string_view(value)) {}
    Parameter(const char* value) : value_(std::string_view(value)) {}
    Parameter(Bytes value) : value_(value) {}
    template <class T>
    Parameter(const std::optional<T>& value) {
        if (value) *this = Parameter(*value);
    }

    using Content = std::variant<std::monostate, std::int64_t, double, std::string_view, Bytes>;
    const Content& content() const { return value_; }

 private:
    Content value_;
};
using Parameters = std::vector<Parameter>;

/// One row of an answer, valid until the next. Columns count from 0; asking for another kind than the column holds is
/// a fault of ours and throws.
class Row {
 public:
    virtual bool null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;

    bool boolean(int column) const { return integer(column) != 0; }
    std::string string(int column) const { return std::string(text(column)); }
    std::optional<std::int64_t> optional_integer(int column) const {
        return null(column) ? std::nullopt : std::optional(integer(column));
    }
    std::optional<double> optional_real(int column) const {
        return null(column) ? std::nullopt : std::optional(real(column));
    }
    std::optional<std::string> optional_string(int column) const {
        return null(column) ? std::nullopt : std::optional(string(column));
    }

 protected:
    Row() = default;
    ~Row() = default;
    Row(const Row&) = default;
    Row& operator=(const Row&) = default;
};

/// The database could not do what was asked. Thrown: the request or job cannot go on, and its transaction is undone.
class DatabaseError : public std::runtime_error {
 public:
    enum class Kind {
        unique,       ///< a key that must be unique is there already
        foreign_key,  ///< what a row points to is not there
        busy,         ///< another writer held on too long; worth trying again
        lost,         ///< the connection; worth trying again
        other,
    };
    DatabaseError(Kind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
    Kind kind() const { return kind_; }

 private:
    Kind kind_;
};

/// For reads as recorded at a moment (UTC microseconds): as of now, whatever was recorded.
inline constexpr std::int64_t kWhateverMoment = std::numeric_limits<std::int64_t>::max();

}  // namespace slagboom::storage
