#include <algorithm>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "app/correct_fact.h"
#include "app/read_model.h"
#include "app/visible_facts.h"
#include "server/moments.h"
#include "server/reader.h"
#include "server/shown.h"
#include "storage/mark_store.h"
#include "storage/provider_store.h"

namespace slagboom::server {
namespace {

using app::Answer;
using nlohmann::ordered_json;

Answer<Response> list(Call& call) {
    QueryReader query(call);
    const Moment moment = read_moment(call, query);
    SLAGBOOM_CHECK(query.done());
    Json json;
    {
        const auto snapshot = call.system.database.read();
        auto& sql = snapshot.sql();
        SLAGBOOM_CHECK(seen_provider(sql, call, call.id()));
        const auto marked = storage::marked_screenings(sql, call.id(), moment.recorded_until);
        json.open().list("beoordelingen");
        for (const auto& of : storage::assessments_of(sql, call.scope, call.id())) {
            const auto screening = storage::find_screening(sql, of.screening);
            const bool then = screening && screening->recorded_at <= moment.recorded_until &&
                              screening->reference_date <= moment.known_on.iso();
            if (then) write_assessment_head(json, {}, sql, *screening, of, marked.contains(of.screening));
        }
        json.close_list().close();
    }
    log_read(call, "dossier-bekeken", {"aanbieder", call.id()}, call.id(), "beoordelingen");
    return json_answer(200, json.take());
}

/// What the reader may not see is hidden in the explanation as everywhere: the fact's value, and the parts of a rule
/// that read it. That the indicator hit stays.
class Redaction {
 public:
    Redaction(Call& call, storage::Connection& sql)
        : call_(call), sql_(sql), visible_(call.system, call.who, sql, call.id()) {}

    void apply(ordered_json& explanation) const {
        for (auto& reason : explanation.at("redenen")) {
            std::vector<std::string> hidden;
            for (auto& fact : reason.at("feiten")) {
                const auto key = fact.at("feit").get<std::string>();
                const bool hides = !sees(key);
                fact["afgeschermd"] = hides && !fact.at("waarde").is_null();
                if (hides) fact["waarde"] = nullptr;
                if (!fact.contains("feitId")) fact["feitId"] = nullptr;
                if (hides) hidden.push_back(key);
            }
            leave_out(reason.at("beslissend"), hidden);
        }
    }

 private:
    /// Of a fact that is hidden its parts say too much, whatever they compare it with: "‘bestuursverbod’ is ja".
    static void leave_out(ordered_json& parts, const std::vector<std::string>& hidden) {
        auto shown = ordered_json::array();
        for (auto& part : parts) {
            const auto text = part.at("deel").get<std::string>();
            const auto names = [&](const std::string& fact) { return names_fact(text, fact); };
            if (std::any_of(hidden.begin(), hidden.end(), names)) continue;
            part["afgeschermd"] = false;
            shown.push_back(std::move(part));
        }
        parts = std::move(shown);
    }
    /// As a whole word: `omzet` is not in `omzet_vorig_jaar`.
    static bool names_fact(const std::string& text, const std::string& fact) {
        const auto in_a_name = [&](std::size_t at) {
            return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_');
        };
        for (auto at = text.find(fact); at != std::string::npos; at = text.find(fact, at + 1)) {
            if ((at == 0 || !in_a_name(at - 1)) && !in_a_name(at + fact.size())) return true;
        }
        return false;
    }
    bool sees(const std::string& fact) const {
        const auto definition = app::fact_definition(call_.system, sql_, fact);
        return definition && visible_.sees(visible_.protection(*definition));
    }
    Call& call_;
    storage::Connection& sql_;
    app::VisibleFacts visible_;
};

/// Beside what was seen of a provider what stands in the middle of all. A run of one provider borrows it from the whole
/// run that it stands in.
void add_medians(storage::Connection& sql, const storage::StoredScreening& screening, ordered_json& explanation) {
    const auto base = storage::find_screening(sql, screening.context_of);
    if (!base) return;
    const auto context = nlohmann::json::parse(base->context);
    if (!context.contains("medianen")) return;
    std::map<std::tuple<std::string, std::int64_t, std::string>, nlohmann::json> medians;
    for (const auto& of : context.at("medianen"))
        medians[{of.at("indicator"), of.at("trede"), of.at("deel")}] = of.at("mediaan");
    for (auto& reason : explanation.at("redenen")) {
        for (auto& part : reason.at("beslissend")) {
            const auto found = medians.find({reason.at("indicator"), part.at("trede"), part.at("deel")});
            if (found != medians.end()) part["mediaan"] = found->second;
        }
    }
}

void add_english(Call& call, storage::Connection& sql, const std::string& model, ordered_json& explanation) {
    for (auto& reason : explanation.at("redenen")) {
        for (auto& part : reason.at("beslissend")) {
            const auto sentence = app::english_sentence(call.system, sql, model, part.at("deel"));
            part["zinEngels"] = sentence ? ordered_json(*sentence) : ordered_json(nullptr);
        }
    }
}

Answer<Response> show(Call& call) {
    QueryReader query(call);
    const auto recorded_until = read_recorded_until(call, query);
    SLAGBOOM_CHECK(query.done());
    std::string body;
    {
        const auto snapshot = call.system.database.read();
        auto& sql = snapshot.sql();
        const auto of = storage::find_assessment(sql, call.scope, call.id(0), call.id(1));
        const auto screening = storage::find_screening(sql, call.id(1));
        if (!of || !screening || screening->recorded_at > recorded_until) return app::not_found();
        if (of->explanation.empty())
            return app::conflict("niet-in-deze-toestand",
                                 "De uitleg van deze beoordeling is na de bewaartermijn vernietigd.");
        auto explanation = ordered_json::parse(of->explanation);
        Redaction(call, sql).apply(explanation);
        add_medians(sql, *screening, explanation);
        add_english(call, sql, screening->model_hash, explanation);
        // Among all, not among those of this run: that can be this provider alone.
        if (of->colour == "rood")
            explanation["urgentie"] =
                storage::place_among_reds(sql, screening->context_of, recorded_until, of->order_key);
        Json json;
        json.open().whole("aanbieder", call.id());
        write_screening_head(json, "screening", sql, *screening);
        json.boolean("geraaktDoorCorrectie",
                     storage::marked_screenings(sql, call.id(), recorded_until).contains(of->screening));
        for (const auto& [key, value] : explanation.items()) {
            if (key != "aanbieder") json.raw(key, value.dump());
        }
        body = json.close().take();
    }
    log_read(call, "dossier-bekeken", {"screening", call.id(1)}, call.id(0), "beoordeling");
    return json_answer(200, std::move(body));
}

}  // namespace

std::vector<Route> assessment_routes() {
    using domain::Verb;
    return {
        {Method::get, "/aanbieders/{aanbiederId}/beoordelingen", Verb::list_assessments, list, 0},
        {Method::get, "/aanbieders/{aanbiederId}/beoordelingen/{screeningId}", Verb::view_assessment, show, 0},
    };
}

}  // namespace slagboom::server
