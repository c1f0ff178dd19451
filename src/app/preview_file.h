#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/refusal.h"

namespace slagboom::app {

/// The head of a file and the first rows below it, as an import would read them.
struct FilePreview {
    std::vector<std::string> columns;
    /// For eyes: long cells are cut, numbers of a workbook have a decimal comma, and what could be a citizen service
    /// number is left out.
    std::vector<std::vector<std::string>> rows;
};

/// To see before an import that it is the right file, and which columns it has. Nothing is kept.
Answer<FilePreview> preview_file(std::string_view bytes);

}  // namespace slagboom::app
