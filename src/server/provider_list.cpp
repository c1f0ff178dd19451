#include "server/provider_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/folded.h"
#include "base/text.h"

namespace slagboom::server {
namespace {

constexpr std::array<std::string_view, 6> kGroups{"groen", "grijs", "oranje", "lichtrood", "middenrood", "donkerrood"};

/// From what least asks for work to what most does; grey, of which too little is known, between green and orange.
std::ptrdiff_t weight(const std::string& colour, const std::optional<std::string>& sub_category) {
    const std::string_view group = sub_category ? std::string_view(*sub_category) : std::string_view(colour);
    return std::find(kGroups.begin(), kGroups.end(), group) - kGroups.begin();
}

bool among(const std::vector<std::string>& words, std::string_view word) {
    return words.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

/// Beside the run before; nothing without a colour. From or to too little data nobody can say whether it became
/// heavier or lighter.
std::string_view changed(const storage::ListRow& row) {
    if (!row.assessed) return {};
    if (!row.colour_before) return "nieuw";
    if ((row.colour == "grijs") != (*row.colour_before == "grijs")) return "onbekend";
    const auto now = weight(row.colour, row.sub_category);
    const auto before = weight(*row.colour_before, row.sub_category_before);
    return now == before ? "gelijk" : now > before ? "hoger" : "lager";
}

std::optional<std::int64_t> sum(std::int64_t first, std::optional<std::int64_t> second) {
    return second ? std::optional(first + *second) : std::nullopt;
}

bool is_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

ProviderList::ProviderList(Call& call, QueryReader& query, Extent extent) : call_(call) {
    question_.today = call.system.today();
    question_.account = call.who.account.id;
    if (const auto search = query.text("zoek", 200)) {
        searched_ = *search;
        if (is_digits(*search))
            question_.search_kvk = *search;
        else
            question_.search = folded(*search);
    }
    question_.municipality = query.text("gemeente", 4).value_or("");
    question_.lot = query.text("perceel", 50).value_or("");
    colours_ = query.many_of("kleur", {"rood", "oranje", "groen", "grijs"});
    sub_categories_ = query.many_of("subcategorie", {"donkerrood", "middenrood", "lichtrood"});
    steps_ = query.many_of("stap", {"aanmelding", "gegund", "monitoring", "urgentielijst", "beeindigd"});
    changes_ = query.many_of("veranderd", {"hoger", "lager", "gelijk", "nieuw", "onbekend"});
    followed_only_ = query.flag("alleenGevolgd");
    asked_screening_ = query.whole("screening", 1, std::numeric_limits<std::int64_t>::max());
    if (query.has("bekendOp") || query.has("geregistreerdOp")) asked_moment_ = read_moment(call, query);
    if (asked_moment_) {
        question_.today = asked_moment_->known_on.iso();
        question_.recorded_until = asked_moment_->recorded_until;
    }
    if (asked_screening_ && asked_moment_) query.fault("screening", "kies een screening of een moment");
    if (asked_screening_) {
        const auto run = storage::find_screening(call.system.database.read().sql(), *asked_screening_);
        if (!run || run->kind != "volledig")
            query.fault("screening", "er is geen screening van alle aanbieders met dit nummer");
    }
    if (extent == Extent::page) read_place(query);
}

void ProviderList::read_place(QueryReader& query) {
    limit_ = query.count();
    if (const auto after = query.text("na", 500)) {
        after_ = read_cursor(*after);
        if (!after_) query.fault("na", "is geen cursor van deze lijst");
    }
}

bool ProviderList::asked_for(const storage::ListRow& row) const {
    return (row.followed || !followed_only_) && among(steps_, row.step) && among(changes_, changed(row));
}

bool ProviderList::of_asked_colour(const storage::ListRow& row) const {
    return among(colours_, row.colour) && among(sub_categories_, row.sub_category.value_or(""));
}

void ProviderList::count(const storage::ListRow& row) {
    if (!row.assessed) return;
    const auto same = std::find_if(counts_.begin(), counts_.end(), [&](const auto& of) {
        return of.colour == row.colour && of.sub_category == row.sub_category;
    });
    if (same != counts_.end())
        ++same->providers;
    else
        counts_.push_back({row.colour, row.sub_category, 1});
}

void ProviderList::ask(storage::Connection& sql, bool by_name, bool assessed_only) {
    question_.by_name = by_name;
    screening_ = asked_screening_ ? storage::find_screening(sql, *asked_screening_)
                 : asked_moment_
                     ? storage::screening_on(sql, asked_moment_->known_on.iso(), asked_moment_->recorded_until)
                     : storage::latest_screening(sql);
    if (screening_) {
        question_.screening = screening_->id;
        before_ =
            storage::screening_before(sql, *screening_, question_.recorded_until.value_or(storage::kWhateverMoment));
        if (before_) question_.before = before_->id;
    }
    for (auto& row : storage::list_providers(sql, call_.scope, question_)) {
        if (!asked_for(row) || (assessed_only && !row.assessed)) continue;
        count(row);
        if (!of_asked_colour(row)) continue;
        ++total_;
        const bool seen_before = after_ && std::tie(row.key, row.id) <= std::tie(after_->key, after_->id);
        if (seen_before) continue;
        more_ = std::cmp_equal(rows_.size(), limit_);
        if (!more_) rows_.push_back(std::move(row));
    }
    totals_ = storage::contract_totals(sql, call_.scope, question_);
}

void ProviderList::write_head(Json& json, storage::Connection& sql) const {
    const auto write = [&](std::string_view key, const std::optional<storage::StoredScreening>& of) {
        if (of)
            write_screening_head(json, key, sql, *of);
        else
            json.null(key);
    };
    write("screening", screening_);
    write("vorigeScreening", before_);
    json.whole("totaal", total_);
    write_colour_counts(json, "tellingen", counts_);
}

void ProviderList::write_row(Json& json, std::string_view key, const storage::ListRow& row) const {
    json.open(key).whole("id", row.id).text("naam", row.name).text("kvkNummer", row.kvk);
    if (row.assessed) {
        json.text("kleur", row.colour).text("subcategorie", row.sub_category).boolean("vast", row.settled);
        json.whole("laagste", row.lowest).whole("hoogste", row.highest);
        json.number("volledigheid", row.all_points == 0 ? std::nullopt
                                                        : std::optional(static_cast<double>(row.known_points) /
                                                                        static_cast<double>(row.all_points)));
        json.whole("urgentie", row.urgency).text("veranderd", changed(row)).text("vorigeKleur", row.colour_before);
        json.text("vorigeSubcategorie", row.sub_category_before);
    } else {
        for (const auto* unknown : {"kleur", "subcategorie", "vast", "laagste", "hoogste", "volledigheid", "urgentie",
                                    "veranderd", "vorigeKleur", "vorigeSubcategorie"})
            json.null(unknown);
    }
    const auto of = line(row);
    json.text("stap", row.step).text("termijn", row.due_on).boolean("volgt", row.followed).list("gemeenten");
    for (const auto& code : of.municipalities) json.text({}, code);
    json.close_list().euros("waardePerJaar", of.yearly_value);
    write_clients(json, "clienten", of.clients, false);
    json.close();
}

app::ListLine ProviderList::line(const storage::ListRow& row) const {
    app::ListLine line;
    line.row = row;
    line.change = changed(row);
    auto total = std::lower_bound(totals_.begin(), totals_.end(), row.id,
                                  [](const auto& of, std::int64_t id) { return of.provider < id; });
    // A sum of which a part is not known is not known.
    for (; total != totals_.end() && total->provider == row.id; ++total) {
        if (line.municipalities.empty()) line.yearly_value = line.clients = 0;
        line.municipalities.push_back(total->municipality);
        if (line.yearly_value) line.yearly_value = sum(*line.yearly_value, total->yearly_value);
        if (line.clients) line.clients = sum(*line.clients, total->clients);
    }
    line.few_clients = is_masked(line.clients);
    return line;
}

std::vector<app::ListLine> ProviderList::lines() const {
    std::vector<app::ListLine> all;
    for (const auto& row : rows_) all.push_back(line(row));
    return all;
}

void ProviderList::write_next(Json& json) const {
    if (more_)
        json.text("volgende", cursor_of(rows_.back().key, rows_.back().id));
    else
        json.null("volgende");
}

WrittenList ProviderList::written(std::string body) const {
    return {std::move(body), screening_ ? screening_->id : 0, filter()};
}

std::vector<app::ListFilter> ProviderList::filters() const {
    std::vector<app::ListFilter> all;
    const auto add = [&](const char* name, std::vector<std::string> values) {
        if (!values.empty()) all.push_back({name, std::move(values)});
    };
    const auto one = [](const std::string& value) {
        return value.empty() ? std::vector<std::string>() : std::vector{value};
    };
    add("zoek", one(searched_));
    add("kleur", colours_);
    add("subcategorie", sub_categories_);
    add("gemeente", one(question_.municipality));
    add("perceel", one(question_.lot));
    add("stap", steps_);
    add("veranderd", changes_);
    if (followed_only_) all.push_back({"alleenGevolgd", {}});
    return all;
}

std::string ProviderList::filter() const {
    std::string text = fmt::format("screening={}", question_.screening);
    if (!question_.search.empty() || !question_.search_kvk.empty()) text += " zoek";
    if (!question_.municipality.empty()) text += " gemeente=" + question_.municipality;
    if (!question_.lot.empty()) text += " perceel=" + question_.lot;
    if (asked_moment_)
        text += fmt::format(" bekendOp={} geregistreerdOp={}", asked_moment_->known_on.iso(),
                            Instant{asked_moment_->recorded_until}.rfc3339());
    for (const auto& colour : colours_) text += " kleur=" + colour;
    for (const auto& sub_category : sub_categories_) text += " subcategorie=" + sub_category;
    for (const auto& step : steps_) text += " stap=" + step;
    for (const auto& change : changes_) text += " veranderd=" + change;
    if (followed_only_) text += " gevolgd";
    return text;
}

}  // namespace slagboom::server
