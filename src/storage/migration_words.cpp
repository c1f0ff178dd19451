#include <array>
#include <utility>

#include "storage/migrations.h"

namespace slagboom::storage {

std::string translated(std::string_view script, Engine engine) {
    struct Word {
        std::string_view ours;
        std::string_view sqlite;
        std::string_view postgresql;
    };
    // "C" compares text bytewise, as SQLite does by itself. Tables are strict in SQLite, so that a column holds its
    // type.
    static constexpr std::array<Word, 5> kWords{{
        {"$int", "integer", "bigint"},
        {"$real", "real", "double precision"},
        {"$text", "text", "text collate \"C\""},
        {"$bytes", "blob", "bytea"},
        {"$strict", "strict", ""},
    }};
    std::string text;
    for (std::size_t at = 0; at < script.size();) {
        bool replaced = false;
        for (const auto& word : kWords) {
            if (script.substr(at, word.ours.size()) != word.ours) continue;
            text += engine == Engine::sqlite ? word.sqlite : word.postgresql;
            at += word.ours.size();
            replaced = true;
            break;
        }
        if (!replaced) text += script[at++];
    }
    return text;
}

}  // namespace slagboom::storage
