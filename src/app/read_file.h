#pragma once

#include <cstdint>
#include <string>

#include "app/signed_in.h"
#include "storage/file_store.h"

namespace slagboom::app {

struct FileContent {
    storage::StoredFile file;
    std::string bytes;
};

/// The bytes of a file as they came, answered when the entry that somebody took them is committed. Throws when they no
/// longer are what they were: a fault of the storage, to be looked into.
Answer<FileContent> read_file(System& system, const SignedIn& who, std::int64_t file);

}  // namespace slagboom::app
