#include "app/audit_line.h"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/encoding.h"
#include "base/instant.h"
#include "base/json_writer.h"
#include "base/text.h"

namespace slagboom::app {
namespace {

using nlohmann::json;

constexpr std::int64_t kFormat = 1;

Error wrong(std::string reason) { return {std::move(reason), "", 0, 0}; }

/// The members of one object whose values are texts and whole numbers; those of an object within it are called
/// "outer.inner". Takes nothing else.
class Members final : public nlohmann::json_sax<json> {
 public:
    static Result<Members> read(const std::string& line) {
        if (const auto bad = first_bad_byte(line))
            return wrong(fmt::format("byte {} is geen geldige UTF-8, of is een nul", *bad + 1));
        Members members;
        if (!json::sax_parse(line, &members)) return wrong(members.fault_);
        return members;
    }

    bool has(const std::string& name) const { return values_.contains(name); }
    /// Takes a member out, so that what is left over is what nobody knows.
    Result<std::int64_t> integer(const std::string& name) { return take<std::int64_t>(name, "een geheel getal"); }
    Result<std::string> text(const std::string& name) { return take<std::string>(name, "een tekst"); }
    std::optional<Error> unknown() const {
        if (values_.empty()) return std::nullopt;
        return wrong(fmt::format("het veld '{}' hoort hier niet", quotable(values_.begin()->first)));
    }

    bool null() override { return refuse("een veld is null"); }
    bool boolean(bool) override { return refuse("een veld is waar of onwaar"); }
    bool number_float(number_float_t, const string_t&) override { return refuse("een getal is niet heel"); }
    bool binary(binary_t&) override { return refuse("een veld is binair"); }
    bool start_array(std::size_t) override { return refuse("een veld is een lijst"); }
    bool end_array() override { return true; }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override {
        constexpr auto kMost = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
        return value <= kMost ? add(static_cast<std::int64_t>(value)) : refuse("een getal is te groot");
    }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool start_object(std::size_t) override {
        if (++depth_ > 2) return refuse("een veld is te diep genest");
        if (depth_ == 2) prefix_ = key_ + ".";
        return true;
    }
    bool end_object() override {
        --depth_;
        prefix_.clear();
        return true;
    }
    bool key(string_t& name) override {
        key_ = prefix_ + name;
        if (!seen_.emplace(key_).second) return refuse(fmt::format("het veld '{}' staat er twee keer", quotable(key_)));
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return refuse(fmt::format("geen geldige JSON (byte {})", position));
    }

 private:
    using Value = std::variant<std::int64_t, std::string>;

    template <class T>
    Result<T> take(const std::string& name, const char* expected) {
        auto member = values_.extract(name);
        if (!member) return wrong(fmt::format("het veld '{}' ontbreekt", name));
        if (auto* value = std::get_if<T>(&member.mapped())) return std::move(*value);
        return wrong(fmt::format("het veld '{}' is niet {}", name, expected));
    }
    bool add(Value value) {
        if (depth_ == 0) return refuse("de regel is geen object");
        values_.emplace(key_, std::move(value));
        return true;
    }
    bool refuse(std::string fault) {
        fault_ = std::move(fault);
        return false;
    }

    std::map<std::string, Value> values_;
    std::set<std::string> seen_;
    std::string prefix_;
    std::string key_;
    std::string fault_;
    int depth_ = 0;
};

Result<std::int64_t> moment(Members& members, const std::string& name) {
    SLAGBOOM_TRY(const std::string text, members.text(name));
    const auto found = parse_rfc3339(text);
    if (!found) return wrong(fmt::format("het veld '{}' is geen tijdstip", name));
    return found->microseconds;
}

Result<std::string> bytes(Members& members, const std::string& name) {
    SLAGBOOM_TRY(const std::string text, members.text(name));
    auto found = parse_base64(text);
    if (!found) return wrong(fmt::format("het veld '{}' is geen base64", name));
    return std::move(*found);
}

Result<AuditLine> read_start(Members& members) {
    AuditStart start;
    SLAGBOOM_TRY(const auto format, members.integer("slagboom-audit"));
    if (format != kFormat) return wrong(fmt::format("dit programma kent vorm {} van de uitvoer niet", format));
    SLAGBOOM_TRY(start.installation, members.text("installatie"));
    SLAGBOOM_TRY(start.key, members.text("sleutel"));
    return AuditLine(std::move(start));
}

Result<AuditLine> read_head(Members& members) {
    AuditHead head;
    SLAGBOOM_TRY(head.installation, members.text("hoofd.installatie"));
    SLAGBOOM_TRY(head.number, members.integer("hoofd.nummer"));
    SLAGBOOM_TRY(head.hash, members.text("hoofd.hash"));
    SLAGBOOM_TRY(head.recorded_at, moment(members, "hoofd.geregistreerdOp"));
    SLAGBOOM_TRY(head.key, members.text("hoofd.sleutel"));
    SLAGBOOM_TRY(head.signature, bytes(members, "hoofd.handtekening"));
    return AuditLine(std::move(head));
}

Result<AuditLine> read_record(Members& members) {
    AuditRecord record;
    auto& entry = record.entry;
    SLAGBOOM_TRY(entry.number, members.integer("nummer"));
    SLAGBOOM_TRY(entry.recorded_at, moment(members, "geregistreerdOp"));
    SLAGBOOM_TRY(const std::string kind, members.text("soort"));
    const auto actor_kind = storage::actor_kind_named(kind);
    if (!actor_kind) return wrong("het veld 'soort' noemt geen bekende soort handelende");
    entry.actor.kind = *actor_kind;
    SLAGBOOM_TRY(entry.actor.account, members.integer("gebruiker"));
    SLAGBOOM_TRY(entry.actor.through, members.integer("via"));
    SLAGBOOM_TRY(entry.action, members.text("handeling"));
    SLAGBOOM_TRY(entry.subject.kind, members.text("onderwerp"));
    SLAGBOOM_TRY(entry.subject.id, members.integer("onderwerpId"));
    SLAGBOOM_TRY(entry.provider, members.integer("aanbieder"));
    SLAGBOOM_TRY(entry.reference, members.text("verwijzing"));
    SLAGBOOM_TRY(entry.content_mac, members.text("hmac"));
    if (members.has("zout") || members.has("inhoud")) {
        storage::AuditContent content;
        SLAGBOOM_TRY(content.salt, bytes(members, "zout"));
        SLAGBOOM_TRY(content.content, members.text("inhoud"));
        record.content = std::move(content);
    }
    SLAGBOOM_TRY(entry.hash, members.text("hash"));
    return AuditLine(std::move(record));
}

Result<AuditLine> read_members(Members& members) {
    if (members.has("slagboom-audit")) return read_start(members);
    if (members.has("hoofd.nummer")) return read_head(members);
    return read_record(members);
}

std::string written(const AuditLine& line) {
    if (const auto* start = std::get_if<AuditStart>(&line)) return audit_line(*start);
    if (const auto* head = std::get_if<AuditHead>(&line)) return audit_line(*head);
    const auto& record = std::get<AuditRecord>(line);
    return audit_line(record.entry, record.content);
}

void add(JsonWriter& writer, std::string_view key, std::string_view value) {
    writer.key(key);
    writer.string(value);
}
void add(JsonWriter& writer, std::string_view key, std::int64_t value) {
    writer.key(key);
    writer.integer(value);
}
std::string moment(std::int64_t microseconds) { return Instant{microseconds}.rfc3339(); }

}  // namespace

std::string signed_text(const AuditHead& head) {
    const auto field = [](std::string_view text) { return fmt::format("{}:{}\n", text.size(), text); };
    return "slagboom-audit-head 1\n" + field(head.installation) +
           fmt::format("{}\n{}\n", head.number, head.recorded_at) + field(head.hash) + field(head.key);
}

std::string audit_line(const AuditStart& start) {
    JsonWriter writer;
    writer.begin_object();
    add(writer, "slagboom-audit", kFormat);
    add(writer, "installatie", start.installation);
    add(writer, "sleutel", start.key);
    writer.end_object();
    return writer.take();
}

std::string audit_line(const storage::AuditEntry& entry, const std::optional<storage::AuditContent>& content) {
    JsonWriter writer;
    writer.begin_object();
    add(writer, "nummer", entry.number);
    add(writer, "geregistreerdOp", moment(entry.recorded_at));
    add(writer, "soort", storage::name(entry.actor.kind));
    add(writer, "gebruiker", entry.actor.account);
    add(writer, "via", entry.actor.through);
    add(writer, "handeling", entry.action);
    add(writer, "onderwerp", entry.subject.kind);
    add(writer, "onderwerpId", entry.subject.id);
    add(writer, "aanbieder", entry.provider);
    add(writer, "verwijzing", entry.reference);
    add(writer, "hmac", entry.content_mac);
    if (content) {
        add(writer, "zout", base64(content->salt));
        add(writer, "inhoud", content->content);
    }
    add(writer, "hash", entry.hash);
    writer.end_object();
    return writer.take();
}

std::string audit_line(const AuditHead& head) {
    JsonWriter writer;
    writer.begin_object();
    writer.key("hoofd");
    writer.begin_object();
    add(writer, "installatie", head.installation);
    add(writer, "nummer", head.number);
    add(writer, "hash", head.hash);
    add(writer, "geregistreerdOp", moment(head.recorded_at));
    add(writer, "sleutel", head.key);
    add(writer, "handtekening", base64(head.signature));
    writer.end_object();
    writer.end_object();
    return writer.take();
}

Result<AuditLine> parse_audit_line(const std::string& line) {
    SLAGBOOM_TRY(Members members, Members::read(line));
    SLAGBOOM_TRY(AuditLine parsed, read_members(members));
    if (const auto unknown = members.unknown()) return *unknown;
    if (written(parsed) != line) return wrong("de regel is anders geschreven dan Slagboom dat doet");
    return parsed;
}

}  // namespace slagboom::app
