#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "base/error.h"

namespace slagboom::files {

/// A TOML file as it was read, for errors with a place.
struct TomlFile {
    std::string path;  ///< as errors name it
    std::string text;
    toml::table table;
};

/// Reads a table strictly: every key is asked for once, with its type and bounds, and whatever is left is refused by
/// done(). Faults go to one list, so that a person sees them all at once; the value is then a harmless default and the
/// model is not used.
class TomlTable {
 public:
    TomlTable(const TomlFile& file, const toml::table& table, std::string path, std::vector<Error>& errors)
        : file_(&file), table_(&table), path_(std::move(path)), errors_(&errors) {}

    bool has(std::string_view key) const { return table_->contains(key); }
    std::string text(std::string_view key);
    /// A text that may be left out.
    std::string text_or_nothing(std::string_view key) { return has(key) ? text(key) : std::string(); }
    int whole(std::string_view key, int lowest, int highest);
    std::vector<std::string> texts(std::string_view key);
    /// A table that must be there; an empty one after an error.
    TomlTable table(std::string_view key);
    /// The tables of `[[key]]`, at least one.
    std::vector<TomlTable> tables(std::string_view key);
    /// All keys with a table each, for tables whose keys are names.
    std::vector<std::pair<std::string, TomlTable>> members();
    /// All keys with a text each.
    std::vector<std::pair<std::string, std::string>> text_members();

    /// The text of a rule and where it starts in the file; it must stand in ''' so that columns are true.
    struct Rule {
        std::string text;
        std::size_t line = 0;
        std::size_t column = 0;
    };
    Rule rule(std::string_view key);

    /// Refuses keys that nobody asked for.
    void done();

    void error(std::string_view key, std::string reason);
    /// Where a key stands, for what only the whole can judge; 0 when it is not there.
    std::size_t line(std::string_view key) const;
    const TomlFile& file() const { return *file_; }

 private:
    const toml::node* find(std::string_view key, std::string_view kind);
    std::string name(std::string_view key) const {
        return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
    }
    void error_at(const toml::node* node, std::string reason);

    const TomlFile* file_;
    const toml::table* table_;
    std::string path_;
    std::vector<Error>* errors_;
    std::set<std::string, std::less<>> asked_;
};

/// Parses a file; an error has its line and column.
std::optional<TomlFile> parse_toml(std::string path, std::string text, std::vector<Error>& errors);

/// The values as RFC 8785 JSON, every text under the key `rule` as its tokens joined by one blank (decision 27).
std::string canonical_json(const toml::table& table);

}  // namespace slagboom::files
