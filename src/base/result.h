#pragma once

#include <utility>
#include <variant>

#include "base/error.h"

namespace slagboom {

/// A value, or the reason why there is none. Expected failures are results; a broken assumption is an assertion.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : content_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return content_.index() == 0; }
    T& operator*() { return std::get<0>(content_); }
    const T& operator*() const { return std::get<0>(content_); }
    T* operator->() { return &std::get<0>(content_); }
    const T* operator->() const { return &std::get<0>(content_); }
    E& error() { return std::get<1>(content_); }
    const E& error() const { return std::get<1>(content_); }

 private:
    std::variant<T, E> content_;
};

}  // namespace slagboom

// NOLINTBEGIN(bugprone-macro-parentheses): a declaration between brackets is none
/// `SLAGBOOM_TRY(auto x, f());` goes on with the value, or hands the error up.
#define SLAGBOOM_TRY(declaration, expression) \
    SLAGBOOM_TRY_NAMED(declaration, expression, SLAGBOOM_JOIN(tried_, __LINE__))
#define SLAGBOOM_JOIN(a, b) SLAGBOOM_JOIN_AGAIN(a, b)
#define SLAGBOOM_JOIN_AGAIN(a, b) a##b
#define SLAGBOOM_TRY_NAMED(declaration, expression, tried) \
    auto tried = (expression);                             \
    if (!tried) return std::move(tried.error());           \
    declaration = std::move(*tried)
/// `SLAGBOOM_CHECK(f());` goes on when there is nothing wrong, or hands the error up.
#define SLAGBOOM_CHECK(expression) \
    if (auto checked = (expression); !checked) return std::move(checked.error())
// NOLINTEND(bugprone-macro-parentheses)
