#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace slagboom::expr {

/// Limits that make every rule end in bounded time and memory (docs/language.md).
inline constexpr std::size_t kMaxRuleBytes = 16384;
inline constexpr std::size_t kMaxNodes = 400;
inline constexpr std::size_t kMaxNesting = 40;

enum class TokenKind { number, percentage, amount, date, choice, word, symbol, end };

/// One word of a rule. `text` is what stands there (an amount without blanks after the €); `offset` in bytes from the
/// start of the rule.
struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;
    std::size_t offset = 0;
};

/// The words of a rule, the last one `end`. Refuses what is too long, broken UTF-8, NUL, and numbers that can be read
/// two ways.
Result<std::vector<Token>> lex(std::string_view rule);

/// All tokens joined by one blank: what the model hash counts (decision 27).
std::string token_text(const std::vector<Token>& tokens);

/// Words that can be no fact.
bool is_keyword(std::string_view word);

/// An error at this place of the rule; the line and column follow from the offset.
Error error_at(std::string_view rule, std::size_t offset, std::string reason);

}  // namespace slagboom::expr
