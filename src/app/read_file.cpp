#include "app/read_file.h"

#include <fmt/format.h>

#include "base/sealed.h"
#include "base/sha256.h"

namespace slagboom::app {
namespace {

[[noreturn]] void damaged(const storage::StoredFile& file, std::string_view how) {
    throw storage::DatabaseError(storage::DatabaseError::Kind::other,
                                 fmt::format("file {} cannot be opened: {}", file.id, how));
}

std::string opened(const InstallationKey& key, storage::Connection& sql, const storage::StoredFile& file) {
    const auto data_key = key.unwrap(file.wrapped_key, fmt::format("bestand {}", file.id));
    if (!data_key) damaged(file, data_key.error().reason);
    SealedReader reader(*data_key);
    std::string bytes;
    bytes.reserve(static_cast<std::size_t>(file.size));
    storage::each_chunk(sql, file.id, [&](const std::string& chunk) {
        const auto plain = reader.read(chunk);
        if (!plain) damaged(file, plain.error().reason);
        bytes += *plain;
    });
    if (const auto fault = reader.fault_at_end()) damaged(file, fault->reason);
    if (sha256_hex(bytes) != file.sha256) damaged(file, "the hash differs");
    return bytes;
}

}  // namespace

Answer<FileContent> read_file(System& system, const SignedIn& who, std::int64_t file) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::download_file));
    if (!system.key) return no_installation_key();
    FileContent content;
    {
        const auto snapshot = system.database.read();
        auto found = storage::find_file(snapshot.sql(), scope, who.account.id, file);
        if (!found) return not_found();
        if (found->destroyed_at)
            return conflict("niet-in-deze-toestand", "De inhoud van dit bestand is vernietigd; zijn termijn was om.");
        content.bytes = opened(*system.key, snapshot.sql(), *found);
        content.file = std::move(*found);
    }
    auto transaction = begin(system, who);
    transaction.audit({"bestand-opgehaald",
                       {"bestand", content.file.id},
                       content.file.provider.value_or(0),
                       content.file.sha256,
                       {}});
    transaction.commit();
    return content;
}

}  // namespace slagboom::app
