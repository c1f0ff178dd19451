#include "app/verify_audit.h"

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/instant.h"
#include "base/line_reader.h"
#include "base/mac.h"

namespace slagboom::app {
namespace {

constexpr std::size_t kMostFaults = 100;

bool signed_by(const AuditHead& head, const VerifyingKey& key) {
    return head.key == key.id() && key.verify(signed_text(head), head.signature);
}

/// Walks through an export, a line at a time, and remembers only what the next line must follow from.
class Verifier {
 public:
    Verifier(const VerifyingKey& key, const std::optional<AuditHead>& earlier) : key_(key) { found_.earlier = earlier; }

    AuditVerification walk(std::istream& exported) {
        LineReader lines(exported, kLongestAuditLine);
        for (auto kind = lines.next(); kind != LineReader::Found::end; kind = lines.next()) {
            line_ = lines.number();
            entry_ = 0;
            if (kind == LineReader::Found::too_long) {
                fault("de regel is te lang");
                continue;
            }
            if (kind == LineReader::Found::unterminated) fault("de laatste regel is niet af");
            take(lines.line());
        }
        at_end();
        return std::move(found_);
    }

 private:
    void fault(std::string reason) {
        if (++found_.fault_count <= kMostFaults) found_.faults.push_back({line_, entry_, std::move(reason)});
    }

    void take(const std::string& text) {
        const auto line = parse_audit_line(text);
        if (!line) return fault(line.error().reason);
        if (found_.head) return fault("na het hoofd hoort niets meer te komen");
        if (const auto* start = std::get_if<AuditStart>(&*line)) return take(*start);
        if (const auto* record = std::get_if<AuditRecord>(&*line)) return take(*record);
        take(std::get<AuditHead>(*line));
    }

    void take(const AuditStart& start) {
        if (line_ != 1) return fault("een eerste regel midden in de uitvoer");
        start_ = start;
        if (start.key != key_.id()) fault("de uitvoer noemt een andere sleutel dan de gegeven openbare sleutel");
    }

    void take(const AuditRecord& record) {
        const auto& entry = record.entry;
        entry_ = entry.number;
        ++found_.entries;
        check_number(entry.number);
        if (entry.recorded_at < recorded_at_) fault("het tijdstip ligt voor dat van de regel ervoor");
        if (entry.hash != storage::hash_of(entry, hash_))
            fault("de hash klopt niet: deze regel is veranderd, of is niet die na de regel ervoor");
        check_content(record);
        if (found_.earlier && entry.number == found_.earlier->number && entry.hash != found_.earlier->hash)
            fault("de hash is een andere dan die van het eerder bewaarde hoofd: de keten is herschreven");
        number_ = entry.number;
        hash_ = entry.hash;
        recorded_at_ = std::max(recorded_at_, entry.recorded_at);
    }

    void check_number(std::int64_t number) {
        if (number == number_ + 1) return;
        fault(number > number_
                  ? fmt::format("na nummer {} wordt {} verwacht: er ontbreken regels, of ze staan anders", number_,
                                number_ + 1)
                  : fmt::format("na nummer {} wordt {} verwacht: deze regel is ingevoegd, dubbel of verplaatst",
                                number_, number_ + 1));
    }

    void check_content(const AuditRecord& record) {
        const auto& mac = record.entry.content_mac;
        if (!record.content) {
            if (!mac.empty()) ++found_.without_contents;
            return;
        }
        if (mac != hex(hmac_sha256(record.content->salt, record.content->content)))
            return fault("de inhoud is niet wat er geschreven is");
        ++found_.contents;
    }

    void take(const AuditHead& head) {
        found_.head = head;
        if (!signed_by(head, key_)) fault("de handtekening van het hoofd is niet van de gegeven openbare sleutel");
        if (start_ && (start_->installation != head.installation || start_->key != head.key))
            fault("de eerste regel noemt een andere installatie of sleutel dan het hoofd");
        if (head.number != number_ || head.hash != hash_)
            fault(fmt::format("het hoofd is van nummer {}, de laatste regel heeft nummer {}, of hun hashes verschillen",
                              head.number, number_));
        if (head.recorded_at < recorded_at_) fault("het tijdstip van het hoofd ligt voor dat van de laatste regel");
    }

    void at_end() {
        ++line_;
        entry_ = 0;
        if (!start_) fault("de eerste regel van een uitvoer ontbreekt");
        if (!found_.head) fault("het getekende hoofd ontbreekt: de uitvoer is afgebroken of afgeknipt");
        if (found_.earlier && number_ < found_.earlier->number)
            fault(
                fmt::format("de keten eindigt bij nummer {}, het eerder bewaarde hoofd is van nummer {}: de staart "
                            "is afgeknipt",
                            number_, found_.earlier->number));
        if (start_ && found_.earlier && start_->installation != found_.earlier->installation)
            fault("het eerder bewaarde hoofd is van een andere installatie");
    }

    const VerifyingKey& key_;
    AuditVerification found_;
    std::optional<AuditStart> start_;
    std::size_t line_ = 0;
    std::int64_t entry_ = 0;
    std::int64_t number_ = 0;
    std::int64_t recorded_at_ = 0;
    std::string hash_{storage::kNoHash};
};

}  // namespace

std::string AuditFault::text() const {
    if (entry == 0) return fmt::format("regel {}: {}", line, reason);
    return fmt::format("regel {}, auditregel {}: {}", line, entry, reason);
}

std::vector<std::string> AuditVerification::conclusions() const {
    if (!sound()) return {fmt::format("De uitvoer klopt niet: {} fouten in {} auditregels.", fault_count, entries)};
    std::vector<std::string> lines;
    lines.push_back(
        fmt::format("De keten van '{}' klopt: {} auditregels, zonder gat en in volgorde, elk met de hash die uit alle "
                    "vorige volgt.",
                    head->installation, entries));
    lines.push_back(fmt::format("Getekend hoofd: nummer {}, {}, hash {}.", head->number,
                                Instant{head->recorded_at}.rfc3339(), head->hash));
    lines.push_back(
        fmt::format("Inhoud: {} keer is het wat er geschreven is; {} keer is zij er niet meer (vernietigd, "
                    "of uit deze uitvoer weggelaten).",
                    contents, without_contents));
    if (earlier)
        lines.push_back(fmt::format(
            "Volledig tot en met het eerder bewaarde hoofd (nummer {}): tot daar is niets weggelaten of herschreven.",
            earlier->number));
    else
        lines.emplace_back(
            "Of er na het hoofd van deze uitvoer nog regels waren, is hieruit niet te zien: dat kan alleen met een "
            "later hoofd dat elders is bewaard (--head).");
    return lines;
}

AuditVerification verify_audit(std::istream& exported, const VerifyingKey& key,
                               const std::optional<AuditHead>& earlier) {
    return Verifier(key, earlier).walk(exported);
}

Result<AuditHead> read_head(std::istream& file, const VerifyingKey& key) {
    LineReader lines(file, kLongestAuditLine);
    std::string last;
    for (auto kind = lines.next(); kind != LineReader::Found::end; kind = lines.next()) last = lines.line();
    SLAGBOOM_TRY(AuditLine line, parse_audit_line(last));
    auto* head = std::get_if<AuditHead>(&line);
    if (head == nullptr) return Error{"de laatste regel is geen hoofd van een auditketen", "", lines.number(), 0};
    if (!signed_by(*head, key))
        return Error{"de handtekening van het hoofd is niet van de gegeven openbare sleutel", "", lines.number(), 0};
    return std::move(*head);
}

}  // namespace slagboom::app
