#include "app/backup.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/encoding.h"
#include "base/json_writer.h"
#include "base/line_reader.h"
#include "base/mac.h"
#include "base/sha256.h"
#include "base/text.h"
#include "storage/backup_store.h"
#include "storage/installation_store.h"
#include "storage/migrations.h"

namespace slagboom::app {
namespace {

using nlohmann::json;
using storage::BackupRow;
using storage::BackupTable;
using storage::ColumnType;

constexpr std::int64_t kFormat = 1;
/// A row holds at most a stored model or an answer of the API; a chunk of a file is far less.
constexpr std::size_t kLongestLine = std::size_t{256} << 20;

Error wrong(std::string reason, std::size_t line = 0) { return {std::move(reason), "", line, 0}; }

/// The first line: what the backup is of.
struct Header {
    std::string installation;
    std::string key;  ///< id of the installation key
    int schema = 0;
    storage::ChainHead head;
};

struct TableSum {
    std::string name;
    std::int64_t rows = 0;
    std::string sha256;

    friend bool operator==(const TableSum&, const TableSum&) = default;
};

/// The last line: what the lines before it add up to.
struct Trailer {
    std::vector<TableSum> tables;
    std::string sha256;

    friend bool operator==(const Trailer&, const Trailer&) = default;
};

std::string written(const Header& header) {
    JsonWriter line;
    line.begin_object();
    line.key("slagboom-backup");
    line.integer(kFormat);
    line.key("installatie");
    line.string(header.installation);
    line.key("sleutel");
    line.string(header.key);
    line.key("schema");
    line.integer(header.schema);
    line.key("hoofd");
    line.begin_object();
    line.key("nummer");
    line.integer(header.head.number);
    line.key("hash");
    line.string(header.head.hash);
    line.key("geregistreerdOp");
    line.integer(header.head.recorded_at);
    line.end_object();
    line.end_object();
    return line.take();
}

std::string written(const Trailer& trailer) {
    JsonWriter line;
    line.begin_object();
    line.key("einde");
    line.begin_array();
    for (const auto& table : trailer.tables) {
        line.begin_object();
        line.key("tabel");
        line.string(table.name);
        line.key("rijen");
        line.integer(table.rows);
        line.key("sha256");
        line.string(table.sha256);
        line.end_object();
    }
    line.end_array();
    line.key("sha256");
    line.string(trailer.sha256);
    line.end_object();
    return line.take();
}

std::string_view word(ColumnType type) {
    switch (type) {
        case ColumnType::integer:
            return "geheel";
        case ColumnType::real:
            return "getal";
        case ColumnType::text:
            return "tekst";
        case ColumnType::bytes:
            return "bytes";
    }
    return "";
}

/// The line before the rows of a table.
std::string written(const BackupTable& table) {
    JsonWriter line;
    line.begin_object();
    line.key("tabel");
    line.string(table.name);
    line.key("kolommen");
    line.begin_array();
    for (const auto& column : table.columns) line.string(fmt::format("{}:{}", column.name, word(column.type)));
    line.end_array();
    line.end_object();
    return line.take();
}

std::string written(const BackupTable& table, const BackupRow& row) {
    JsonWriter line;
    line.begin_array();
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (const auto* whole = std::get_if<std::int64_t>(&row[i]))
            line.integer(*whole);
        else if (const auto* real = std::get_if<double>(&row[i]))
            line.number(*real);
        else if (const auto* text = std::get_if<std::string>(&row[i]))
            line.string(table.columns[i].type == ColumnType::bytes ? base64(*text) : *text);
        else
            line.null();
    }
    line.end_array();
    return line.take();
}

/// Keeps the sums while lines go by, on their way out or in.
class Sums {
 public:
    void header(std::string_view line) {
        add(all_, line);
        add(file_, line);
    }
    void table(const BackupTable& table, std::string_view line) {
        end_table();
        trailer_.tables.push_back({std::string(table.name), 0, {}});
        of_table_.emplace();
        row_bytes(line);
    }
    void row(std::string_view line) {
        row_bytes(line);
        ++trailer_.tables.back().rows;
        ++rows_;
    }
    /// After the last row.
    const Trailer& trailer() {
        end_table();
        trailer_.sha256 = all_.hex();
        return trailer_;
    }
    /// The sum of the whole file, with its last line: what sha256sum says of it.
    std::string of_file(std::string_view last_line) {
        add(file_, last_line);
        return file_.hex();
    }
    std::int64_t rows() const { return rows_; }

 private:
    static void add(Sha256& sum, std::string_view line) {
        sum.add(line);
        sum.add("\n");
    }
    void row_bytes(std::string_view line) {
        add(all_, line);
        add(file_, line);
        add(*of_table_, line);
    }
    void end_table() {
        if (of_table_) trailer_.tables.back().sha256 = of_table_->hex();
        of_table_.reset();
    }

    Sha256 all_;  ///< all lines before the last
    Sha256 file_;
    std::optional<Sha256> of_table_;
    Trailer trailer_;
    std::int64_t rows_ = 0;
};

// ---- reading

/// A flat JSON array, as a row is written.
class RowReader final : public nlohmann::json_sax<json> {
 public:
    std::vector<json> values;

    bool null() override { return add(nullptr); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool start_array(std::size_t) override { return !std::exchange(open_, true); }
    bool end_array() override { return true; }
    bool boolean(bool) override { return false; }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return false; }
    bool key(string_t&) override { return false; }
    bool end_object() override { return false; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
    bool add(json value) {
        if (open_) values.push_back(std::move(value));
        return open_;
    }
    bool open_ = false;
};

std::optional<storage::BackupValue> value_of(const json& value, ColumnType type) {
    using storage::BackupValue;
    if (value.is_null()) return BackupValue{};
    switch (type) {
        case ColumnType::integer:
            if (value.is_number_integer()) return BackupValue{value.get<std::int64_t>()};
            return std::nullopt;
        case ColumnType::real:
            if (value.is_number()) return BackupValue{value.get<double>()};
            return std::nullopt;
        case ColumnType::text:
            if (value.is_string()) return BackupValue{value.get<std::string>()};
            return std::nullopt;
        case ColumnType::bytes: {
            if (!value.is_string()) return std::nullopt;
            auto bytes = parse_base64(value.get_ref<const std::string&>());
            return bytes ? std::optional<BackupValue>(std::move(*bytes)) : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<BackupRow> row_of(const std::string& line, const BackupTable& table) {
    RowReader reader;
    if (!json::sax_parse(line, &reader) || reader.values.size() != table.columns.size()) return std::nullopt;
    BackupRow row;
    for (std::size_t i = 0; i < reader.values.size(); ++i) {
        auto value = value_of(reader.values[i], table.columns[i].type);
        if (!value) return std::nullopt;
        row.push_back(std::move(*value));
    }
    return row;
}

Result<Header> parse_header(const std::string& line) {
    const Error no_backup = wrong("dit is geen reservekopie van Slagboom, of zij is beschadigd", 1);
    Header header;
    try {
        const json read = json::parse(line);
        if (read.at("slagboom-backup").get<std::int64_t>() != kFormat)
            return wrong("deze reservekopie heeft een vorm die dit programma niet kent", 1);
        header.installation = read.at("installatie").get<std::string>();
        header.key = read.at("sleutel").get<std::string>();
        header.schema = read.at("schema").get<int>();
        const auto& head = read.at("hoofd");
        header.head = {head.at("nummer").get<std::int64_t>(), head.at("hash").get<std::string>(),
                       head.at("geregistreerdOp").get<std::int64_t>()};
    } catch (const json::exception&) {
        return no_backup;
    }
    if (written(header) != line) return no_backup;
    return header;
}

/// Reads a backup into a database, line by line; what it has taken counts only after commit.
class Restorer {
 public:
    Restorer(storage::Database& database, std::istream& file) : database_(database), lines_(file, kLongestLine) {}

    Result<BackupSummary> run(const InstallationKey& key) {
        SLAGBOOM_TRY(const std::string first, line());
        SLAGBOOM_TRY(header_, parse_header(first));
        if (const auto fault = unfit(key)) return *fault;
        sums_.header(first);
        auto restoration = database_.restore();
        SLAGBOOM_TRY(const Trailer stated, take_tables(restoration));
        if (stated != sums_.trailer())
            return damaged("de controlegetallen kloppen niet: het bestand is beschadigd of veranderd");
        if (lines_.next() != LineReader::Found::end) return damaged("na de laatste regel volgt nog iets");
        if (const auto fault = chain_fault(restoration.sql())) return *fault;
        restoration.commit();
        return BackupSummary{header_.installation, header_.head, sums_.rows(), sums_.of_file(written(stated))};
    }

    /// For a fault that the database found.
    std::size_t line_number() const { return lines_.number(); }

 private:
    Error damaged(std::string reason) const { return wrong(std::move(reason), lines_.number()); }

    Result<std::string> line() {
        switch (lines_.next()) {
            case LineReader::Found::line:
                return lines_.line();
            case LineReader::Found::too_long:
                return damaged("de regel is te lang; het bestand is beschadigd");
            case LineReader::Found::unterminated:
            case LineReader::Found::end:
                break;
        }
        return damaged("het bestand houdt te vroeg op: er ontbreekt een stuk");
    }

    std::optional<Error> unfit(const InstallationKey& key) const {
        if (header_.schema < 1) return wrong("de reservekopie noemt geen versie van de tabellen", 1);
        if (header_.schema > static_cast<int>(storage::migrations().size()))
            return wrong(fmt::format("de reservekopie heeft tabellen van versie {}; dit programma kent ze tot en met "
                                     "{}. Neem een nieuwer programma.",
                                     header_.schema, storage::migrations().size()),
                         1);
        if (header_.key != key.id())
            return wrong(fmt::format("de reservekopie hoort bij de installatiesleutel {}; het sleutelbestand bevat {}",
                                     quotable(header_.key), key.id()),
                         1);
        return std::nullopt;
    }

    /// All tables in their order with all their rows. Gives the sums that the file states.
    Result<Trailer> take_tables(storage::Restoration& restoration) {
        storage::BackupLoader loader(restoration, header_.schema);
        const auto tables = storage::backup_tables(header_.schema);
        auto next = tables.begin();
        while (true) {
            SLAGBOOM_TRY(const std::string text, line());
            if (next != tables.end() && text == written(*next)) {
                sums_.table(*next++, text);
                continue;
            }
            if (next == tables.end() && text.starts_with("{")) {
                loader.finish();
                return stated_trailer(text);
            }
            if (next == tables.begin()) return damaged("hier wordt de eerste tabel verwacht");
            const auto& table = *std::prev(next);
            const auto row = row_of(text, table);
            if (!row) return damaged(fmt::format("dit is geen rij van de tabel {}", table.name));
            sums_.row(text);
            loader.add(table, *row);
        }
    }

    Result<Trailer> stated_trailer(const std::string& text) const {
        Trailer trailer;
        try {
            const json read = json::parse(text);
            for (const auto& table : read.at("einde"))
                trailer.tables.push_back({table.at("tabel").get<std::string>(), table.at("rijen").get<std::int64_t>(),
                                          table.at("sha256").get<std::string>()});
            trailer.sha256 = read.at("sha256").get<std::string>();
        } catch (const json::exception&) {
            return damaged("de laatste regel is beschadigd");
        }
        if (written(trailer) != text) return damaged("de laatste regel is beschadigd");
        return trailer;
    }

    /// Does what came in hold together: chain, contents, head, key?
    std::optional<Error> chain_fault(storage::Connection& sql) const {
        std::string hash(storage::kNoHash);
        std::int64_t number = 0;
        std::int64_t broken = 0;
        storage::each_audit_record(sql, [&](const auto& entry, const auto& content) {
            const bool whole = entry.number == ++number && entry.hash == storage::hash_of(entry, hash) &&
                               (!content || entry.content_mac == hex(hmac_sha256(content->salt, content->content)));
            if (!whole && broken == 0) broken = number;
            hash = entry.hash;
        });
        if (broken != 0) return wrong(fmt::format("de auditketen in de reservekopie breekt bij nummer {}", broken));
        const auto head = storage::chain_head(sql);
        const auto installation = storage::find_installation(sql);
        const bool fits = head.number == number && head.hash == hash && head.number == header_.head.number &&
                          head.hash == header_.head.hash && head.recorded_at == header_.head.recorded_at &&
                          installation && installation->installation_key == header_.key &&
                          installation->name == header_.installation;
        if (!fits)
            return wrong("het hoofd van de auditketen of de installatie is een andere dan de eerste regel noemt");
        return std::nullopt;
    }

    storage::Database& database_;
    LineReader lines_;
    Header header_;
    Sums sums_;
};

}  // namespace

Answer<BackupSummary> make_backup(System& system, const SignedIn& who, const OnText& out) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::make_backup));
    {
        auto transaction = begin(system, who);
        transaction.audit({"reservekopie-gemaakt", {"reservekopie", 0}, 0, {}, {}});
        transaction.commit();
    }
    const auto snapshot = system.database.read();
    auto summary = write_backup(snapshot.sql(), out);
    if (!summary) return conflict("geen-installatie", summary.error().reason);
    return std::move(*summary);
}

Result<BackupSummary> write_backup(storage::Connection& sql, const OnText& out) {
    const auto installation = storage::find_installation(sql);
    if (!installation) return wrong("in deze database is nog niets ingericht");
    const Header header{installation->name, installation->installation_key, storage::tables_version(sql),
                        storage::chain_head(sql)};
    Sums sums;
    const auto put = [&](const std::string& line) { out(line + '\n'); };
    const std::string first = written(header);
    sums.header(first);
    put(first);
    for (const auto& table : storage::backup_tables(header.schema)) {
        const std::string title = written(table);
        sums.table(table, title);
        put(title);
        storage::each_backup_row(sql, table, [&](const BackupRow& row) {
            const std::string line = written(table, row);
            sums.row(line);
            put(line);
        });
    }
    const std::string last = written(sums.trailer());
    put(last);
    return BackupSummary{header.installation, header.head, sums.rows(), sums.of_file(last)};
}

Result<BackupSummary> restore_backup(storage::Database& database, const InstallationKey& key, std::istream& file) {
    if (database.version() != 0)
        return wrong("een reservekopie wordt alleen teruggezet in een lege database; in deze staan al tabellen");
    Restorer restorer(database, file);
    try {
        return restorer.run(key);
    } catch (const storage::DatabaseError& error) {
        return wrong(fmt::format("de database neemt dit niet aan: {}", error.what()), restorer.line_number());
    }
}

}  // namespace slagboom::app
