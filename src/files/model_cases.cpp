#include "files/model_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "files/cell_value.h"
#include "files/text_file.h"

namespace slagboom::files {
namespace {

using domain::Outcome;
constexpr std::string_view kCase = "geval ";
constexpr std::string_view kReference = "peildatum ";
constexpr std::string_view kResult = "=> ";

class CaseReader {
 public:
    CaseReader(std::string path, const domain::FactCatalogue& facts) : path_(std::move(path)), facts_(facts) {}

    Result<std::vector<ModelCase>, std::vector<Error>> run(std::string_view text) {
        for (const auto line : split(text, '\n')) {
            ++line_;
            const auto words = trimmed(line);
            if (!words.empty() && !words.starts_with('#')) read(words);
        }
        if (open_) fail(fmt::format("geval '{}' heeft geen uitkomst (=>)", case_.title), case_.line);
        if (cases_.empty() && errors_.empty()) fail("er staat geen geval in");
        if (!errors_.empty()) return std::move(errors_);
        return std::move(cases_);
    }

 private:
    void fail(std::string reason, std::size_t line = 0) {
        errors_.push_back({std::move(reason), path_, line == 0 ? line_ : line, 0});
    }

    void read(std::string_view words) {
        if (words.starts_with(kCase)) return begin(trimmed(words.substr(kCase.size())));
        if (words.starts_with(kReference) && !open_) return reference(trimmed(words.substr(kReference.size())));
        if (words.starts_with(kResult) && open_) return result(trimmed(words.substr(kResult.size())));
        const auto sign = words.find('=');
        if (open_ && sign != words.npos) return fact(trimmed(words.substr(0, sign)), trimmed(words.substr(sign + 1)));
        fail(fmt::format("deze regel is niet te lezen: '{}'", quotable(words, 80)));
    }

    void begin(std::string_view title) {
        if (open_) fail(fmt::format("geval '{}' heeft geen uitkomst (=>)", case_.title), case_.line);
        case_ = {line_, std::string(title), reference_, {}, Outcome::clear, 0, 0};
        open_ = true;
    }

    void reference(std::string_view text) {
        const auto date = parse_iso_date(text);
        if (!date) return fail(fmt::format("'{}' is geen datum (jjjj-mm-dd)", quotable(text)));
        reference_ = *date;
    }

    void fact(std::string_view name, std::string_view text) {
        const bool previous = name.ends_with(" vorig");
        const auto key = trimmed(previous ? name.substr(0, name.size() - std::string_view(" vorig").size()) : name);
        const auto index = facts_.find(key);
        if (!index)
            return fail(
                fmt::format("'{}' is geen feit van dit model{}", quotable(key), did_you_mean(key, facts_.keys())));
        const auto value = parse_cell(facts_.facts[*index], text, Notation::dutch);
        if (!value) return fail(fmt::format("{}: {}", key, value.error().reason));
        if (previous && !facts_.facts[*index].periodic())
            return fail(fmt::format("'{}' heeft geen vorige periode", key));
        const expr::Input input{*index, previous};
        const bool again = std::any_of(case_.facts.begin(), case_.facts.end(),
                                       [&](const auto& known) { return known.first == input; });
        if (again) return fail(fmt::format("'{}' staat er twee keer", name));
        case_.facts.push_back({input, *value});
    }

    /// "treffer, 2 punten", "treffer, 2 tot 3 punten", "onbekend, 0 tot 3 punten", "geen treffer", "niet van
    /// toepassing"
    void result(std::string_view text) {
        const auto comma = text.find(',');
        const auto word = trimmed(text.substr(0, comma));
        if (word == "treffer")
            case_.outcome = Outcome::hit;
        else if (word == "geen treffer")
            case_.outcome = Outcome::clear;
        else if (word == "onbekend")
            case_.outcome = Outcome::unknown;
        else if (word == "niet van toepassing")
            case_.outcome = Outcome::not_applicable;
        else
            return fail(
                fmt::format("'{}' is geen uitkomst; verwacht treffer, geen treffer, onbekend of niet van toepassing",
                            quotable(word)));
        if (comma != text.npos && !points(trimmed(text.substr(comma + 1))))
            return fail(fmt::format("'{}' zijn geen punten; verwacht '2 punten' of '0 tot 3 punten'",
                                    quotable(text.substr(comma + 1))));
        cases_.push_back(std::move(case_));
        open_ = false;
    }

    bool points(std::string_view text) {
        std::vector<std::string_view> words;
        for (const auto word : split(text, ' ')) {
            if (!word.empty()) words.push_back(word);
        }
        if (words.empty() || (words.back() != "punten" && words.back() != "punt")) return false;
        if (words.size() == 2) return whole(words[0], case_.points) && whole(words[0], case_.possible_points);
        return words.size() == 4 && words[1] == "tot" && whole(words[0], case_.points) &&
               whole(words[2], case_.possible_points);
    }

    static bool whole(std::string_view text, int& value) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc{} && end == text.data() + text.size() && value >= 0;
    }

    std::string path_;
    const domain::FactCatalogue& facts_;
    std::size_t line_ = 0;
    Date reference_ = *make_date(2018, 10, 31);
    bool open_ = false;
    ModelCase case_;
    std::vector<ModelCase> cases_;
    std::vector<Error> errors_;
};

}  // namespace

Result<std::vector<ModelCase>, std::vector<Error>> read_cases(const std::string& path,
                                                              const domain::FactCatalogue& facts) {
    const auto text = read_file(path, std::size_t{1} << 20);
    if (!text) return std::vector<Error>{text.error()};
    if (first_bad_byte(*text)) return std::vector<Error>{{"gebroken UTF-8 of NUL", path, 0, 0}};
    return CaseReader(path, facts).run(*text);
}

}  // namespace slagboom::files
