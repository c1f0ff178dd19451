#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slagboom {

/// Byte offset of the first thing that is not valid UTF-8 or is a NUL; nothing when the text is sound.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// Line and column (in characters, from 1) of a byte offset in valid UTF-8.
struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1;
};
LineColumn line_column(std::string_view text, std::size_t offset);

/// Without blanks, tabs and carriage returns at both ends.
std::string_view trimmed(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// The name nearest to `word`, when it is near enough to be a slip of the pen (at most a third of its letters, and at
/// most 3 edits).
std::optional<std::string> nearest_name(std::string_view word, const std::vector<std::string>& names);
/// "; bedoelt u 'omzet'?" or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

/// The first character of valid UTF-8 text.
std::string_view first_character(std::string_view text);

/// Text for a message: at most `length` characters, control characters and broken bytes replaced.
std::string quotable(std::string_view text, std::size_t length = 40);

/// Characters that a terminal needs for the text (one per code point, combining marks none).
std::size_t display_width(std::string_view text);
/// Cut or filled with blanks to exactly `width` characters; a cut ends in "…".
std::string fitted(std::string_view text, std::size_t width);

/// Unicode normal form C of valid UTF-8.
std::string nfc(std::string_view text);

/// A name of a fact, option, category or indicator: `[a-z][a-z0-9_]*` without `__`, at most 60 bytes.
bool is_key(std::string_view text);

}  // namespace slagboom
