#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/signed_in.h"
#include "storage/file_store.h"

namespace slagboom::app {

struct NewFile {
    std::optional<std::int64_t> provider;  ///< about whom; nothing: of the region itself
    std::string name;
    std::string kind;
    std::string ground;                        ///< the power under which it was obtained
    std::optional<std::string> document_date;  ///< ISO; nothing: unknown. The day of the upload is no such date
    std::string bytes;
};

/// Keeps a file as evidence: its bytes closed with a key of its own, and their SHA-256 as it came. What it is stands in
/// its bytes; what we cannot recognise is not kept.
Answer<storage::StoredFile> store_file(System& system, const SignedIn& who, const NewFile& file);

}  // namespace slagboom::app
