#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "app/edit_contact.h"
#include "app/follow_provider.h"
#include "app/merge_providers.h"
#include "app/recorded_until.h"
#include "app/visible_facts.h"
#include "server/actors.h"
#include "server/kept_lists.h"
#include "server/moments.h"
#include "server/provider_list.h"
#include "server/reader.h"
#include "server/shown.h"
#include "storage/correction_store.h"
#include "storage/mark_store.h"
#include "storage/register_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using domain::Verb;

Answer<Response> list(Call& call) {
    QueryReader query(call);
    ProviderList page(call, query);
    const auto order = query.one_of("volgorde", {"naam", "urgentie"});
    SLAGBOOM_CHECK(query.done());
    const auto list = call.lists.find_or_write(call, page.of_now(), [&](storage::Connection& sql) {
        page.ask(sql, order.value_or("naam") == "naam", false);
        Json json;
        json.open();
        page.write_head(json, sql);
        json.list("aanbieders");
        for (const auto& row : page.rows()) page.write_row(json, {}, row);
        json.close_list();
        page.write_next(json);
        json.close();
        return page.written(json.take());
    });
    log_read(call, "lijst-bekeken", {"screening", list->screening}, 0, list->filter);
    return json_answer(200, list->body);
}

/// The whole of a contract's lines of this provider that the reader may see, in force on a day.
struct Contracts {
    std::vector<std::string> municipalities;
    std::vector<std::string> lots;
    std::optional<std::int64_t> value;
    std::optional<std::int64_t> clients;
};

void add(std::vector<std::string>& all, const std::string& word) {
    if (std::find(all.begin(), all.end(), word) == all.end()) all.push_back(word);
}

Contracts contracts_on(const std::vector<storage::ContractLine>& lines, const std::string& day) {
    Contracts sum;
    bool any = false;
    for (const auto& line : lines) {
        add(sum.municipalities, line.municipality);
        if (line.valid_from > day || (line.valid_until && *line.valid_until <= day)) continue;
        if (!any) sum.value = sum.clients = 0;
        any = true;
        add(sum.lots, line.lot);
        sum.value = sum.value && line.yearly_value ? std::optional(*sum.value + *line.yearly_value) : std::nullopt;
        sum.clients = sum.clients && line.clients ? std::optional(*sum.clients + *line.clients) : std::nullopt;
    }
    std::sort(sum.municipalities.begin(), sum.municipalities.end());
    std::sort(sum.lots.begin(), sum.lots.end());
    return sum;
}

/// Of what was assessed then the one that lists show: of the run that holds, or in its context. Of who is not in that
/// run any more the one with the last reference date.
std::optional<std::pair<storage::StoredScreening, storage::StoredAssessment>> assessment_then(
    storage::Connection& sql, const storage::Scope& scope, const Moment& moment, std::int64_t provider) {
    const auto holds = storage::screening_on(sql, moment.known_on.iso(), moment.recorded_until);
    std::optional<std::pair<storage::StoredScreening, storage::StoredAssessment>> last;
    for (auto& of : storage::assessments_of(sql, scope, provider)) {
        auto screening = storage::find_screening(sql, of.screening);
        const bool then = screening && screening->phase == "monitoring" &&
                          screening->recorded_at <= moment.recorded_until &&
                          screening->reference_date <= moment.known_on.iso();
        if (!then) continue;
        if (holds && screening->context_of == holds->id) return std::pair(std::move(*screening), std::move(of));
        if (!last || screening->reference_date > last->first.reference_date)
            last.emplace(std::move(*screening), std::move(of));
    }
    return last;
}

/// Where the reader may see colours.
void write_assessment(Json& json, Call& call, storage::Connection& sql, const Moment& moment, std::int64_t provider) {
    const auto colours = app::allowed(call.system, call.who, domain::Verb::view_assessment);
    if (colours) {
        if (const auto of = assessment_then(sql, *colours, moment, provider)) {
            const auto marked = storage::marked_screenings(sql, provider, moment.recorded_until);
            write_assessment_head(json, "beoordeling", sql, of->first, of->second, marked.contains(of->first.id));
            return;
        }
    }
    json.null("beoordeling");
}

/// Who stood in its place then. It can have changed hands more than once.
std::optional<std::int64_t> merged_into(storage::Connection& sql, const storage::Scope& scope,
                                        const storage::RegisterQuestion& then) {
    std::int64_t stands = then.provider;
    bool moved = true;
    while (moved) {
        moved = false;
        for (const auto& of : storage::merges_of(sql, scope, stands)) {
            if (of.merged != stands || of.recorded_at > then.recorded_until) continue;
            stands = of.provider;
            moved = true;
            break;
        }
    }
    return stands == then.provider ? std::nullopt : std::optional(stands);
}

/// From the first day of the period that ends last; one without an end is the last.
void write_service(Json& json, const std::vector<storage::ServicePeriod>& periods) {
    const auto ends_earlier = [](const auto& a, const auto& b) {
        if (!a.valid_until || !b.valid_until) return a.valid_until.has_value() && !b.valid_until.has_value();
        return *a.valid_until < *b.valid_until;
    };
    const auto last = std::max_element(periods.begin(), periods.end(), ends_earlier);
    if (last == periods.end())
        json.null("inDienstVan").null("inDienstTot");
    else
        json.text("inDienstVan", last->valid_from).text("inDienstTot", last->valid_until);
}

std::string provider_json(Call& call, storage::Connection& sql, const Moment& moment,
                          const storage::Provider& provider) {
    const std::string day = moment.known_on.iso();
    const storage::RegisterQuestion then{provider.id, moment.recorded_until};
    const auto names = names_at(sql, call.scope, provider.id, moment);
    Json json;
    json.open().whole("id", provider.id).text("kvkNummer", provider.kvk);
    // Before its first name nothing else is known than how it is called now.
    json.text("naam", names.empty() ? provider.name : names.back().name);
    json.text("rechtsvorm", app::legal_form(sql, provider.id, moment.known_on, moment.recorded_until));
    storage::ListQuestion question;
    question.today = day;
    question.recorded_until = moment.recorded_until;
    question.account = call.who.account.id;
    question.search_kvk = provider.kvk;
    if (const auto screening = storage::screening_on(sql, day, moment.recorded_until))
        question.screening = screening->id;
    // Who had gone up in another, or was not there yet, stood in no list and has no step.
    std::optional<storage::ListRow> row;
    for (auto& of : storage::list_providers(sql, call.scope, question)) {
        if (of.id == provider.id) row = std::move(of);
    }
    // The step of who is red names the list: without the right to see colours it would tell one.
    const bool hides =
        row && row->step == "urgentielijst" && !app::allowed(call.system, call.who, Verb::view_assessment);
    json.text("stap", row ? std::optional(hides ? std::string("monitoring") : row->step) : std::nullopt);
    json.boolean("volgt", row && row->followed);
    auto periods = storage::service_periods_of(sql, call.scope, then);
    auto lines = storage::contract_lines_of(sql, call.scope, then);
    if (day < call.system.today()) {
        leave_out_later(periods, day);
        leave_out_later(lines, day);
    }
    write_service(json, periods);
    const auto contracts = contracts_on(lines, day);
    json.list("gemeenten");
    for (const auto& code : contracts.municipalities) json.text({}, code);
    json.close_list().list("percelen");
    for (const auto& lot : contracts.lots) json.text({}, lot);
    json.close_list().open("contact").text("contactpersoon", provider.contact_person);
    json.text("emailadres", provider.email).text("telefoon", provider.phone).close();
    json.euros("waardePerJaar", contracts.value);
    const bool in_dossier = static_cast<bool>(app::allowed(call.system, call.who, Verb::view_contracts));
    write_clients(json, "clienten", contracts.clients, in_dossier);
    write_assessment(json, call, sql, moment, provider.id);
    storage::CorrectionQuestion still_open;
    still_open.provider = provider.id;
    still_open.open_only = true;
    still_open.recorded_until = moment.recorded_until;
    if (call.scope.own_provider() != 0) still_open.opened_by = call.who.account.id;
    const auto open = storage::corrections(sql, call.scope, still_open);
    json.whole("openCorrecties", static_cast<std::int64_t>(open.size()));
    json.whole("samengevoegdIn", merged_into(sql, call.scope, then)).text("bekendOp", day);
    json.instant("geregistreerdOp", moment.recorded_until).text("versie", etag(provider.version)).close();
    return json.take();
}

Answer<Response> show(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    std::string body;
    std::int64_t version = 0;
    {
        const auto snapshot = call.system.database.read();
        SLAGBOOM_TRY(const auto provider, seen_provider(snapshot.sql(), call, call.id()));
        version = provider.version;
        body = provider_json(call, snapshot.sql(), moment, provider);
    }
    log_read(call, "dossier-bekeken", {"aanbieder", call.id()}, call.id(), "aanbieder");
    return versioned(std::move(body), version);
}

/// The contact detail as it becomes: what the change does not name stays.
std::optional<std::string> changed(BodyReader& body, std::string_view field, std::size_t longest,
                                   const std::optional<std::string>& before) {
    auto now = body.optional_text(field, longest);
    return body.has(field) ? now : before;
}

/// Something, @, and the name of a host: whether mail arrives there only a letter tells.
bool can_be_mailed(std::string_view address) {
    const auto at = address.find('@');
    const auto dot = address.rfind('.');
    return at != 0 && at != address.npos && address.rfind('@') == at && dot != address.npos && dot > at + 1 &&
           dot + 1 < address.size() && address.find_first_of(" \t,;") == address.npos;
}

Answer<Response> edit(Call& call) {
    SLAGBOOM_TRY(const auto version, if_match(call));
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const Moment now{call.system.now().day_in_amsterdam(), std::numeric_limits<std::int64_t>::max()};
    storage::Provider provider;
    {
        const auto snapshot = call.system.database.read();
        SLAGBOOM_TRY(provider, seen_provider(snapshot.sql(), call, call.id()));
    }
    provider.contact_person = changed(body, "contactpersoon", 200, provider.contact_person);
    provider.email = changed(body, "emailadres", 254, provider.email);
    if (body.has("emailadres") && provider.email && !can_be_mailed(*provider.email))
        body.fault("emailadres", "verwacht een e-mailadres als naam@voorbeeld.nl");
    provider.phone = changed(body, "telefoon", 50, provider.phone);
    SLAGBOOM_CHECK(body.done());
    const std::int64_t current = provider.version;
    provider.version = version;
    auto edited =
        current == version ? app::edit_contact(call.system, call.who, provider) : app::Answer<app::Done>(app::stale());
    const auto snapshot = call.system.database.read();
    SLAGBOOM_TRY(const auto stands, seen_provider(snapshot.sql(), call, call.id()));
    const Moment then{now.known_on, app::recorded_until(call.system, snapshot.sql())};
    std::string content = provider_json(call, snapshot.sql(), then, stands);
    if (edited) return versioned(std::move(content), stands.version);
    if (edited.error().kind == app::Refusal::Kind::stale) {
        Json both;
        both.open().text("uwVersie", etag(version)).text("huidigeVersie", etag(stands.version));
        both.raw("huidig", content).close();
        edited.error().current = both.take();
    }
    return std::move(edited.error());
}

Answer<Response> merge(Call& call) {
    SLAGBOOM_TRY(auto body, BodyReader::open(call));
    const auto merged = body.whole("metAanbieder", 1, std::numeric_limits<std::int64_t>::max());
    const auto reason = body.text("reden", 1000);
    SLAGBOOM_CHECK(body.done());
    SLAGBOOM_TRY(const auto id, app::merge_providers(call.system, call.who, call.id(), merged, reason));
    const auto snapshot = call.system.database.read();
    Actors actors(snapshot.sql());
    Json json;
    for (const auto& of : storage::merges_of(snapshot.sql(), call.scope, call.id())) {
        if (of.id != id) continue;
        json.open().whole("id", id).whole("aanbieder", of.provider).whole("metAanbieder", of.merged);
        json.text("reden", of.reason);
        actors.write(json, "door", of.account);
        json.instant("op", of.recorded_at).close();
    }
    return created(fmt::format("{}/aanbieders/{}", kRoot, call.id()), json.take());
}

Answer<Response> follow(Call& call) {
    SLAGBOOM_CHECK(app::follow_provider(call.system, call.who, call.id()));
    return no_content();
}

Answer<Response> unfollow(Call& call) {
    SLAGBOOM_CHECK(app::unfollow_provider(call.system, call.who, call.id()));
    return no_content();
}

}  // namespace

std::vector<Route> provider_routes() {
    return {
        {Method::get, "/aanbieders", Verb::list_providers, list, 0},
        {Method::get, "/aanbieders/{aanbiederId}", Verb::view_provider, show, 0},
        {Method::patch, "/aanbieders/{aanbiederId}", Verb::edit_provider_contact, edit, kJsonLimit},
        {Method::post, "/aanbieders/{aanbiederId}/samenvoegingen", Verb::merge_providers, merge, kJsonLimit},
        {Method::put, "/aanbieders/{aanbiederId}/volgen", Verb::follow_provider, follow, 0},
        {Method::remove, "/aanbieders/{aanbiederId}/volgen", Verb::follow_provider, unfollow, 0},
    };
}

}  // namespace slagboom::server
