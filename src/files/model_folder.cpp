#include "files/model_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "base/sha256.h"
#include "base/text.h"
#include "domain/forbidden_fact.h"
#include "files/text_file.h"
#include "files/toml_table.h"

namespace slagboom::files {
namespace {

namespace fs = std::filesystem;
using domain::FactDefinition;
using domain::FactType;
using domain::Phase;
using scoring::Indicator;
using scoring::Model;

constexpr std::size_t kMaxModelFile = std::size_t{1} << 20;

using Headings = std::array<std::string_view, 5>;
constexpr Headings kHeadings{"Wat meten wij", "Waarom is dit een signaal", "Wanneer niet", "Bron", "Voorbeeld"};
constexpr Headings kEnglishHeadings{"What we measure", "Why this is a signal", "When not", "Source", "Example"};

class Loader {
 public:
    explicit Loader(std::string folder) : folder_(std::move(folder)) {}

    Result<LoadedModel, std::vector<Error>> run() {
        if (!fs::is_directory(folder_)) return std::vector<Error>{{"deze map bestaat niet", folder_, 0, 0}};
        refuse_others(folder_, {"model.toml", "facts.toml", "english.toml", "indicators"});
        const auto facts = read_toml("facts.toml");
        const auto model = read_toml("model.toml");
        if (facts) read_facts(*facts);
        if (model) read_model(*model);
        if (facts && model) read_indicators();
        // What is wrong elsewhere would be wrong here once more.
        if (errors_.empty() && fs::exists(path("english.toml"))) read_english();
        if (errors_.empty()) look_at_whole();
        if (!errors_.empty()) return sorted(std::move(errors_));
        scoring::compile(model_);
        model_.hash = hash();
        return LoadedModel{std::move(model_), sorted(std::move(warnings_))};
    }

 private:
    static std::vector<Error> sorted(std::vector<Error> errors) {
        const auto place = [](const Error& error) {
            return std::tie(error.file, error.line, error.column, error.reason);
        };
        std::sort(errors.begin(), errors.end(), [&](const Error& a, const Error& b) { return place(a) < place(b); });
        return errors;
    }

    std::string path(const std::string& inside) const { return folder_ + "/" + inside; }
    void error(std::string file, std::string reason, std::size_t line = 0) {
        errors_.push_back({std::move(reason), std::move(file), line, 0});
    }

    void refuse_others(const std::string& folder, const std::set<std::string>& allowed) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string();
            if (!allowed.contains(name)) error(folder + "/" + quotable(name), "hoort niet in een modelmap");
        }
    }

    std::optional<TomlFile> read_toml(const std::string& inside) {
        auto text = read_file(path(inside), kMaxModelFile);
        if (!text) {
            errors_.push_back(text.error());
            return std::nullopt;
        }
        auto file = parse_toml(path(inside), std::move(*text), errors_);
        if (file) content_[inside] = canonical_json(file->table);
        return file;
    }

    // ---- facts.toml

    void read_facts(const TomlFile& file) {
        TomlTable root(file, file.table, "", errors_);
        for (auto& [key, table] : root.members()) model_.facts.facts.push_back(read_fact(key, table));
        if (model_.facts.facts.empty()) error(file.path, "er staat geen feit in");
    }

    FactDefinition read_fact(const std::string& key, TomlTable& table) {
        FactDefinition fact;
        fact.key = key;
        if (!is_key(key) || expr::is_keyword(key))
            table.error("", fmt::format("'{}' kan geen naam van een feit zijn (kleine letters, cijfers, enkele _, geen "
                                        "woord van de regeltaal)",
                                        quotable(key)));
        if (const auto word = domain::forbidden_fact(key))
            table.error("", fmt::format("'{}' mag nooit een feit zijn: over {} houdt Slagboom niets bij", quotable(key),
                                        *word));
        const std::string type = table.text("type");
        if (const auto known = domain::fact_type_named(type))
            fact.type = *known;
        else if (!type.empty())
            table.error("type", fmt::format("'{}' is geen soort feit; verwacht number, amount, boolean, date of choice",
                                            quotable(type)));
        const std::string frequency = table.text("frequency");
        if (const auto known = domain::frequency_named(frequency))
            fact.frequency = *known;
        else if (!frequency.empty())
            table.error("frequency", fmt::format("'{}' is geen frequentie; verwacht year, quarter, month of dated",
                                                 quotable(frequency)));
        if (!fact.periodic()) fact.validity_months = table.whole("validity_months", 1, 1200);
        if (fact.type == FactType::number || fact.type == FactType::amount) fact.unit = table.text_or_nothing("unit");
        fact.label = table.text("label");
        fact.question = table.text("question");
        fact.sources = table.texts("sources");
        const std::string protection = table.text("protection");
        if (const auto known = domain::protection_named(protection))
            fact.protection = *known;
        else if (!protection.empty())
            table.error("protection",
                        fmt::format("'{}' is geen beschermingsklasse; verwacht open, confidential, personal of vault",
                                    quotable(protection)));
        if (fact.type == FactType::choice) read_options(fact, table);
        table.done();
        return fact;
    }

    void read_options(FactDefinition& fact, TomlTable& table) {
        TomlTable options = table.table("options");
        for (auto& [key, label] : options.text_members()) {
            if (!is_key(key))
                options.error(
                    key, fmt::format("'{}' kan geen keuze zijn (kleine letters, cijfers en enkele _)", quotable(key)));
            fact.options.push_back({key, label});
        }
        if (fact.options.size() < 2) table.error("options", fmt::format("'{}' heeft minder dan twee keuzes", fact.key));
    }

    // ---- model.toml

    void read_model(const TomlFile& file) {
        TomlTable root(file, file.table, "", errors_);
        const int language = root.whole("language", 1, 1000000);
        if (language != scoring::kLanguage)
            root.error("language", fmt::format("taalversie {} wordt niet ondersteund; dit programma kent versie {}",
                                               language, scoring::kLanguage));
        model_.name = root.text("name");
        model_.version = root.text("version");
        model_.description = root.text("description");
        TomlTable available = root.table("available_after");
        for (const auto frequency : {domain::Frequency::year, domain::Frequency::quarter, domain::Frequency::month}) {
            model_.available_after.months[static_cast<std::size_t>(frequency)] =
                available.whole(domain::name(frequency), 0, 60);
        }
        model_.sources.available_after = source_of(available);
        TomlTable withheld = root.table("withheld");
        model_.withheld_above = withheld.whole("above", 1, 100);
        model_.sources.withheld = source_of(withheld);
        TomlTable completeness = root.table("completeness");
        model_.completeness_floor = completeness.whole("floor", 0, 100);
        model_.sources.completeness = source_of(completeness);
        read_colours(root);
        read_urgency(root);
        read_categories(root);
        root.done();
    }

    /// Every threshold names where it comes from.
    static std::string source_of(TomlTable& table) {
        std::string source = table.text("source");
        table.done();
        return source;
    }

    void read_colours(TomlTable& root) {
        TomlTable colours = root.table("colours");
        scoring::CutOffs& cut_offs = model_.cut_offs;
        cut_offs.orange = colours.whole("orange", 1, scoring::kMaxCap);
        cut_offs.light_red = colours.whole("light_red", 1, scoring::kMaxCap);
        cut_offs.middle_red = colours.whole("middle_red", 1, scoring::kMaxCap);
        cut_offs.dark_red = colours.whole("dark_red", 1, scoring::kMaxCap);
        const bool rising = cut_offs.orange < cut_offs.light_red && cut_offs.light_red < cut_offs.middle_red &&
                            cut_offs.middle_red < cut_offs.dark_red;
        for (const auto* name : {"orange", "light_red", "middle_red", "dark_red"})
            colour_lines_[name] = colours.line(name);
        if (!rising) colours.error("", "de grenzen moeten oplopen: orange < light_red < middle_red < dark_red");
        model_.sources.colours = source_of(colours);
    }

    void read_urgency(TomlTable& root) {
        const std::map<std::string, scoring::UrgencyKey> keys{{"subcategorie", scoring::UrgencyKey::sub_category},
                                                              {"laagste", scoring::UrgencyKey::lowest},
                                                              {"hoogste", scoring::UrgencyKey::highest}};
        for (auto& table : root.tables("urgency")) {
            const std::string key = table.text("key");
            const std::string direction = table.text("direction");
            const auto found = keys.find(key);
            if (found == keys.end())
                table.error(
                    "key",
                    fmt::format("'{}' is geen sleutel van de urgentie; verwacht subcategorie, laagste of hoogste",
                                quotable(key)));
            if (direction != "descending" && direction != "ascending")
                table.error("direction", "verwacht descending (zwaarste eerst) of ascending");
            if (found != keys.end()) model_.urgency.push_back({found->second, direction == "descending"});
            table.done();
        }
    }

    void read_categories(TomlTable& root) {
        TomlTable all = root.table("categories");
        for (auto& [key, table] : all.members()) {
            if (!is_key(key)) table.error("", fmt::format("'{}' kan geen naam van een categorie zijn", quotable(key)));
            scoring::Category category{
                key, table.text("title"), table.whole("cap", 0, scoring::kMaxCap), table.text("source"), {}, {}};
            table.done();
            model_.categories.push_back(std::move(category));
        }
        if (model_.categories.empty()) root.error("categories", "er is geen categorie");
    }

    // ---- indicators/<name>/

    void read_indicators() {
        const std::string folder = path("indicators");
        if (!fs::is_directory(folder)) return error(folder, "deze map ontbreekt");
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        if (names.empty() || names.size() > scoring::kMaxIndicators)
            return error(folder, fmt::format("verwacht 1 tot en met {} indicatoren, maar er zijn er {}",
                                             scoring::kMaxIndicators, names.size()));
        for (const auto& name : names) {
            const std::string inside = "indicators/" + name;
            if (!fs::is_directory(path(inside)) || !is_key(name)) {
                error(path("indicators/" + quotable(name)),
                      "verwacht hier een map per indicator, met een naam van kleine letters, cijfers en enkele _");
                continue;
            }
            refuse_others(path(inside),
                          fs::exists(path("english.toml"))
                              ? std::set<std::string>{"indicator.toml", "uitleg.md", "explanation.md", "cases.test"}
                              : std::set<std::string>{"indicator.toml", "uitleg.md", "cases.test"});
            if (!fs::exists(path(inside + "/cases.test")))
                error(path(inside + "/cases.test"),
                      "ontbreekt: elke indicator heeft voorbeelden die worden uitgevoerd");
            const auto file = read_toml(inside + "/indicator.toml");
            if (!file) continue;
            Indicator indicator = read_indicator(name, *file);
            indicator.page = read_page(inside + "/uitleg.md", indicator.title, kHeadings);
            model_.indicators.push_back(std::move(indicator));
        }
    }

    // ---- english.toml

    /// All of it or none: a reader of English must not meet half a sentence.
    void read_english() {
        const auto file = read_toml("english.toml");
        if (!file) return;
        TomlTable root(*file, file->table, "", errors_);
        model_.english_description = root.text("description");
        TomlTable facts = root.table("facts");
        for (auto& fact : model_.facts.facts) fact.english_label = facts.text(fact.key);
        facts.done();
        TomlTable questions = root.table("questions");
        for (auto& fact : model_.facts.facts) fact.english_question = questions.text(fact.key);
        questions.done();
        read_english_units(root);
        const auto is_choice = [](const FactDefinition& fact) { return !fact.options.empty(); };
        if (std::any_of(model_.facts.facts.begin(), model_.facts.facts.end(), is_choice)) read_english_options(root);
        TomlTable categories = root.table("categories");
        for (auto& category : model_.categories) category.english_title = categories.text(category.key);
        categories.done();
        TomlTable indicators = root.table("indicators");
        for (auto& indicator : model_.indicators) indicator.english_title = indicators.text(indicator.key);
        indicators.done();
        read_english_explanations(root);
        read_english_reasons(root);
        read_english_sources(root);
        root.done();
        for (auto& indicator : model_.indicators) {
            if (indicator.english_title.empty()) continue;  // told above; its heading would be wrong once more
            indicator.english_page =
                read_page("indicators/" + indicator.key + "/explanation.md", indicator.english_title, kEnglishHeadings);
        }
        model_.has_english = true;
    }

    void read_english_explanations(TomlTable& root) {
        const auto has = [](const Indicator& indicator) { return !indicator.explanations.empty(); };
        if (std::none_of(model_.indicators.begin(), model_.indicators.end(), has)) return;
        TomlTable all = root.table("explanations");
        for (auto& indicator : model_.indicators) {
            if (!has(indicator)) continue;
            indicator.english_explanations = as_many(all, indicator.key, indicator.explanations.size(), "verklaringen");
        }
        all.done();
    }

    /// Why an indicator does not apply to all.
    void read_english_reasons(TomlTable& root) {
        const auto has = [](const Indicator& indicator) { return indicator.applies_to.has_value(); };
        if (std::none_of(model_.indicators.begin(), model_.indicators.end(), has)) return;
        TomlTable all = root.table("reasons");
        for (auto& indicator : model_.indicators) {
            if (has(indicator)) indicator.applies_to->english_reason = all.text(indicator.key);
        }
        all.done();
    }

    /// Where limits come from: of the model as a whole, of its caps, and of each step of its questions.
    void read_english_sources(TomlTable& root) {
        TomlTable limits = root.table("sources");
        model_.english_sources = {limits.text("colours"), limits.text("completeness"), limits.text("withheld"),
                                  limits.text("available_after")};
        limits.done();
        TomlTable caps = root.table("cap_sources");
        for (auto& category : model_.categories) category.english_source = caps.text(category.key);
        caps.done();
        TomlTable steps = root.table("step_sources");
        for (auto& indicator : model_.indicators) {
            const auto texts = as_many(steps, indicator.key, indicator.steps.size(), "bronnen");
            for (std::size_t i = 0; i < texts.size(); ++i) indicator.steps[i].english_source = texts[i];
        }
        steps.done();
    }

    /// The English of a list of texts: one for each that is there in Dutch, or none and an error.
    static std::vector<std::string> as_many(TomlTable& table, const std::string& key, std::size_t count,
                                            std::string_view what) {
        auto texts = table.texts(key);
        if (texts.size() == count) return texts;
        table.error(key, fmt::format("verwacht {} {}, zoals in het Nederlands", count, what));
        return {};
    }

    void read_english_units(TomlTable& root) {
        const auto has_unit = [](const FactDefinition& fact) { return !fact.unit.empty(); };
        if (std::none_of(model_.facts.facts.begin(), model_.facts.facts.end(), has_unit)) return;
        TomlTable units = root.table("units");
        for (auto& fact : model_.facts.facts) {
            if (has_unit(fact)) fact.english_unit = units.text(fact.key);
        }
        units.done();
    }

    void read_english_options(TomlTable& root) {
        TomlTable all = root.table("options");
        for (auto& fact : model_.facts.facts) {
            if (fact.options.empty()) continue;
            TomlTable options = all.table(fact.key);
            for (auto& option : fact.options) option.english_label = options.text(option.key);
            options.done();
        }
        all.done();
    }

    Indicator read_indicator(const std::string& name, const TomlFile& file) {
        TomlTable root(file, file.table, "", errors_);
        Indicator indicator;
        indicator.key = name;
        indicator.title = root.text("title");
        read_place(indicator, root);
        for (const auto& phase : root.texts("phases")) {
            const auto known = domain::phase_named(phase);
            if (!known)
                root.error("phases", fmt::format("'{}' is geen fase; verwacht poort of monitoring", quotable(phase)));
            else if (indicator.counts_in(*known))
                root.error("phases", fmt::format("fase '{}' staat er twee keer", phase));
            else
                indicator.phases.push_back(*known);
        }
        indicator.explanations = root.texts("explanations");
        if (root.has("applies_to")) {
            TomlTable applies = root.table("applies_to");
            auto rule = checked_rule(applies);
            const std::string reason = applies.text("reason");
            applies.done();
            if (rule) indicator.applies_to = scoring::Applicability{std::move(*rule), reason, {}, {}};
        }
        read_steps(indicator, root);
        root.done();
        return indicator;
    }

    void read_place(Indicator& indicator, TomlTable& root) {
        if (root.has("floor") == root.has("category"))
            return root.error("", "verwacht 'category', of voor een knock-out 'floor', en niet allebei");
        if (root.has("floor")) {
            indicator.floor = root.whole("floor", 1, scoring::kMaxCap);
            return;
        }
        const std::string category = root.text("category");
        std::vector<std::string> keys;
        for (const auto& known : model_.categories) keys.push_back(known.key);
        const auto found = std::find(keys.begin(), keys.end(), category);
        if (found != keys.end())
            indicator.category = static_cast<std::size_t>(found - keys.begin());
        else
            root.error("category", fmt::format("'{}' is geen categorie van dit model{}", quotable(category),
                                               did_you_mean(category, keys)));
    }

    void read_steps(Indicator& indicator, TomlTable& root) {
        auto steps = root.tables("step");
        if (steps.size() > scoring::kMaxSteps)
            root.error("step", fmt::format("een indicator heeft hooguit {} treden", scoring::kMaxSteps));
        if (indicator.knock_out() && steps.size() != 1) root.error("step", "een knock-out heeft precies één trede");
        for (auto& table : steps) {
            auto rule = checked_rule(table);
            const int points = indicator.knock_out() ? 0 : table.whole("points", 0, scoring::kMaxPoints);
            const std::string source = table.text("source");
            if (!indicator.steps.empty() && points <= indicator.steps.back().points)
                table.error("points", "de punten moeten per trede oplopen");
            if (steps.size() > 1 && points == 0)
                table.error("points", "0 punten kan alleen bij een indicator met één trede");
            table.done();
            if (rule) indicator.steps.push_back({std::move(*rule), points, source, {}});
        }
    }

    /// The rule with its place in the file, so that an error points at the very word.
    std::optional<expr::TypedTree> checked_rule(TomlTable& table) {
        const TomlTable::Rule rule = table.rule("rule");
        if (rule.text.empty()) return std::nullopt;
        auto checked = expr::check_condition(rule.text, model_.facts);
        const auto placed = [&](Error fault) {
            if (fault.line <= 1) fault.column += rule.column > 0 && fault.column > 0 ? rule.column - 1 : rule.column;
            fault.line = fault.line == 0 ? rule.line : fault.line + rule.line - 1;
            fault.file = table.file().path;
            return fault;
        };
        if (!checked) {
            errors_.push_back(placed(checked.error()));
            return std::nullopt;
        }
        for (const auto& warning : expr::lint(*checked)) warnings_.push_back(placed(warning));
        return std::move(*checked);
    }

    std::string read_page(const std::string& inside, const std::string& title, const Headings& headings) {
        auto text = read_file(path(inside), kMaxModelFile);
        if (!text) {
            errors_.push_back(text.error());
            return {};
        }
        if (const auto bad = first_bad_byte(*text)) {
            error(path(inside), "gebroken UTF-8 of NUL", line_column(*text, *bad).line);
            return {};
        }
        std::string page = tidy_page(*text);
        content_[inside] = page;
        check_headings(page, title, headings, path(inside));
        return page;
    }

    /// NFC, LF, no blanks at line ends, no blank lines at the end.
    static std::string tidy_page(const std::string& text) {
        std::string result;
        for (const auto line : split(text, '\n')) {
            const auto end = line.find_last_not_of(" \t\r");
            result += std::string(line.substr(0, end == line.npos ? 0 : end + 1)) + "\n";
        }
        while (result.ends_with("\n\n")) result.pop_back();
        return nfc(result);
    }

    void check_headings(const std::string& page, const std::string& title, const Headings& headings,
                        const std::string& file) {
        std::vector<std::string> expected{"# " + title};
        for (const auto heading : headings) expected.push_back("## " + std::string(heading));
        std::size_t found = 0;
        bool text_below = true;
        std::size_t number = 0;
        for (const auto line : split(page, '\n')) {
            ++number;
            if (!line.starts_with("#")) {
                text_below |= !line.empty();
                continue;
            }
            if (found == expected.size() || line != expected[found]) {
                return error(
                    file,
                    fmt::format("verwacht de kop '{}', maar hier staat '{}'",
                                found < expected.size() ? expected[found] : "(geen kop meer)", quotable(line, 80)),
                    number);
            }
            if (!text_below && found > 1)
                return error(file, fmt::format("onder '{}' staat geen tekst", expected[found - 1]), number);
            text_below = false;
            ++found;
        }
        if (found < expected.size()) return error(file, fmt::format("de kop '{}' ontbreekt", expected[found]), number);
        if (!text_below) error(file, fmt::format("onder '{}' staat geen tekst", expected.back()), number);
    }

    // ---- the whole

    void look_at_whole() {
        const int highest = std::max(model_.highest_possible(Phase::poort), model_.highest_possible(Phase::monitoring));
        const std::array<std::pair<std::string_view, int>, 4> cut_offs{{{"orange", model_.cut_offs.orange},
                                                                        {"light_red", model_.cut_offs.light_red},
                                                                        {"middle_red", model_.cut_offs.middle_red},
                                                                        {"dark_red", model_.cut_offs.dark_red}}};
        for (const auto& [name, from] : cut_offs) {
            if (from > highest)
                error(path("model.toml"),
                      fmt::format("'{}' begint bij {}, maar de hoogste score die kan voorkomen is "
                                  "{}: niemand kan die kleur krijgen",
                                  name, from, highest),
                      colour_lines_.find(name)->second);
        }
        for (const auto& indicator : model_.indicators) {
            const bool alone =
                indicator.category && std::min(indicator.most_points(), model_.categories[*indicator.category].cap) >=
                                          model_.cut_offs.light_red;
            if (alone)
                warn(path("indicators/" + indicator.key + "/indicator.toml"),
                     "deze indicator maakt in zijn eentje rood");
        }
        std::set<std::size_t> read, used;
        for (const auto& indicator : model_.indicators) {
            for (const auto& input : indicator.inputs()) read.insert(input.fact);
            if (indicator.category) used.insert(*indicator.category);
        }
        for (std::size_t i = 0; i < model_.facts.facts.size(); ++i) {
            if (!read.contains(i))
                warn(path("facts.toml"),
                     fmt::format("feit '{}' wordt door geen regel gelezen", model_.facts.facts[i].key));
        }
        for (std::size_t i = 0; i < model_.categories.size(); ++i) {
            if (!used.contains(i))
                warn(path("model.toml"), fmt::format("categorie '{}' heeft geen indicator", model_.categories[i].key));
        }
    }

    void warn(std::string file, std::string reason) { warnings_.push_back({std::move(reason), std::move(file), 0, 0}); }

    /// Decision 27. The map is in order of path bytes.
    std::string hash() const {
        std::string bytes = "slagboom-model 1\n";
        for (const auto& [inside, content] : content_)
            bytes += fmt::format("{}\n{}\n{}\n", inside, content.size(), content);
        return sha256_hex(bytes);
    }

    std::string folder_;
    Model model_;
    std::vector<Error> errors_;
    std::vector<Error> warnings_;
    std::map<std::string, std::size_t, std::less<>> colour_lines_;  ///< where each cut-off stands in model.toml
    std::map<std::string, std::string> content_;                    ///< per path inside the folder what its hash counts
};

}  // namespace

Result<LoadedModel, std::vector<Error>> load_model(const std::string& folder) {
    std::string plain = folder;
    while (plain.size() > 1 && plain.ends_with('/')) plain.pop_back();
    return Loader(plain).run();
}

}  // namespace slagboom::files
