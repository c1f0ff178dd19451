#include "server/shown.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

#include "base/encoding.h"
#include "base/text.h"
#include "domain/assessment_words.h"
#include "domain/service_number.h"
#include "server/request_target.h"

namespace slagboom::server {
namespace {

constexpr std::int64_t kShownFrom = 10;  // clients

}  // namespace

void write_screening_head(Json& json, std::string_view key, storage::Connection& sql,
                          const storage::StoredScreening& screening) {
    json.open(key).whole("id", screening.id).text("peildatum", screening.reference_date);
    json.instant("geregistreerdOp", screening.recorded_until).text("fase", screening.phase);
    const auto model = storage::find_model(sql, screening.model_hash);
    json.open("model").text("naam", model ? model->name : "").text("versie", model ? model->version : "");
    json.text("hash", screening.model_hash).close();
    json.boolean("proef", screening.trial).text("toelichting", domain::kColourIsNoJudgement).close();
}

bool is_masked(std::optional<std::int64_t> clients) { return clients && *clients < kShownFrom; }

void write_clients(Json& json, std::string_view key, std::optional<std::int64_t> clients, bool in_dossier) {
    const bool masked = !in_dossier && is_masked(clients);
    json.open(key).whole("aantal", masked ? std::nullopt : clients).boolean("gemaskeerd", masked).close();
}

void write_colour_counts(Json& json, std::string_view key, const std::vector<storage::ColourCount>& counts) {
    std::map<std::string_view, std::int64_t> sums{{"rood", 0},   {"donkerrood", 0}, {"middenrood", 0}, {"lichtrood", 0},
                                                  {"oranje", 0}, {"groen", 0},      {"grijs", 0}};
    for (const auto& count : counts) {
        if (const auto found = sums.find(count.colour); found != sums.end()) found->second += count.providers;
        if (!count.sub_category) continue;
        if (const auto found = sums.find(*count.sub_category); found != sums.end()) found->second += count.providers;
    }
    json.open(key);
    for (const auto* name : {"rood", "donkerrood", "middenrood", "lichtrood", "oranje", "groen", "grijs"})
        json.whole(name, sums[name]);
    json.close();
}

std::string cursor_of(std::string_view key, std::int64_t id) { return base64url(fmt::format("{}\n{}", id, key)); }

std::optional<Cursor> read_cursor(const std::string& text) {
    const auto plain = parse_base64url(text);
    const auto end = plain ? plain->find('\n') : std::string::npos;
    if (end == std::string::npos) return std::nullopt;
    Cursor cursor;
    const auto [stop, error] = std::from_chars(plain->data(), plain->data() + end, cursor.id);
    if (error != std::errc() || stop != plain->data() + end || cursor.id <= 0) return std::nullopt;
    cursor.key = plain->substr(end + 1);
    if (cursor.key.find('\0') != std::string::npos) return std::nullopt;
    return cursor;
}

app::Answer<std::optional<std::string>> vault_reason(const Call& call) {
    constexpr std::size_t kLongest = 1000;
    const auto* header = call.request.header("x-reden");
    if (header == nullptr) return std::optional<std::string>();
    // The same decoding as that of a query, where a value is percent-encoded UTF-8 as well.
    const auto parsed = parse_target("/?x=" + *header);
    const auto reason = parsed && parsed->query.size() == 1 ? nfc(parsed->query.front().second) : std::string();
    if (trimmed(reason).empty() || reason.size() > kLongest)
        return app::invalid("X-Reden", "verwacht een reden in procent-codering van UTF-8");
    if (domain::holds_service_number(reason))
        return app::invalid("X-Reden", "hier lijkt een burgerservicenummer te staan; dat wordt nooit bewaard");
    return std::optional(reason);
}

void log_read(Call& call, const std::string& action, const storage::Subject& subject, std::int64_t provider,
              const std::string& reference, const std::string& content) {
    call.system.reads.record(call.system.database, call.who.actor, {action, subject, provider, reference, content});
}

app::Answer<storage::Provider> seen_provider(storage::Connection& sql, const Call& call, std::int64_t id) {
    auto provider = storage::find_provider(sql, call.scope, id);
    if (!provider) return app::not_found();
    return std::move(*provider);
}

bool may_see(const Call& call, const storage::Correction& of) {
    return call.scope.own_provider() == 0 || of.opened_by == call.who.account.id;
}

}  // namespace slagboom::server
