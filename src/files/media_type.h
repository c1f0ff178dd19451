#pragma once

#include <optional>
#include <string_view>

namespace slagboom::files {

/// What the bytes are, whatever their name says: application/pdf, image/png, image/jpeg, the two Office formats for
/// sheets and documents, or text/plain for sound UTF-8 without control characters (CSV is that too). Nothing for what
/// is none of these, and for an Office file with macros.
std::optional<std::string_view> media_type(std::string_view bytes);

inline constexpr std::string_view kPdf = "application/pdf";
inline constexpr std::string_view kPng = "image/png";
inline constexpr std::string_view kJpeg = "image/jpeg";
inline constexpr std::string_view kSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr std::string_view kDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr std::string_view kText = "text/plain";

}  // namespace slagboom::files
