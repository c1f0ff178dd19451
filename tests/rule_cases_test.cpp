// The cases of tests/rules/*.test: rules with results worked out by hand, for people to read. A file consists of lines:
//   # remark
//   peildatum 2018-10-31                    the reference date from here on (2018-10-31 until then)
//   feit <sleutel> <getal|bedrag|ja/nee|datum|keuze> <jaar|kwartaal|maand|gedateerd> [opties]
//                                           declares a fact; where a file declares none, they follow from the rule
//   regel <rule>                            what follows is about this rule; ⏎ stands for a new line in it
//   fout 1:17 bevat <text>                  it is refused there, with this in the reason
//   geen voorwaarde bevat <text>            it is a rule, but refused as a condition
//   canoniek <text> · zin <text>            how it is written back, and as a Dutch sentence
//   let op 1:9 bevat <text> · geen opmerking   what the lint says
//   omzet | omzet vorig || uitkomst [|| beslissend]     a table; an empty line ends it. "ontbreekt" is unknown
// A number that is expected may be written as one division, "1 / 3". Engine, twin and SQLite must all give it.
#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/text.h"
#include "expr/decided.h"
#include "expr/infer.h"
#include "expr/sentence.h"
#include "twin/random_rules.h"
#include "twin/three_answers.h"

namespace slagboom::tests {
namespace {

using domain::FactDefinition;
using domain::FactType;
using domain::Frequency;

/// A line that the runner cannot read. The case files are part of the program: nothing in them is skipped.
struct Unreadable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::vector<std::string> cells_of(const std::string& line, const std::string& separator) {
    std::vector<std::string> cells;
    std::size_t start = 0;
    for (;;) {
        const auto end = line.find(separator, start);
        cells.emplace_back(trimmed(std::string_view(line).substr(start, end - start)));
        if (end == std::string::npos) return cells;
        start = end + separator.size();
    }
}

/// "-1.250,5" as a decimal text with a point.
std::string decimal_text(const std::string& dutch) {
    static const std::regex form(R"(-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?)");
    if (!std::regex_match(dutch, form)) throw Unreadable("geen getal: '" + dutch + "'");
    return replaced(replaced(dutch, ".", ""), ",", ".");
}

double number_of(const std::string& dutch) { return std::strtod(decimal_text(dutch).c_str(), nullptr); }

/// "€ 1.250,50" or "1.250,50" in eurocents; also parts of cents, for results that are not rounded.
double cents_of(const std::string& dutch) {
    const std::string digits(trimmed(replaced(dutch, "€", "")));
    return std::strtod((decimal_text(digits) + "e2").c_str(), nullptr);
}

double truth_of(const std::string& word) {
    if (word == "ja" || word == "waar") return 1;
    if (word == "nee" || word == "onwaar") return 0;
    throw Unreadable("geen ja of nee: '" + word + "'");
}

double days_of(const std::string& iso) {
    const auto day = parse_iso_date(iso);
    return day ? day->days : throw Unreadable("geen datum: '" + iso + "'");
}

double option_of(const FactDefinition& fact, const std::string& key) {
    for (std::size_t i = 0; i < fact.options.size(); ++i) {
        if (fact.options[i].key == key) return static_cast<double>(i);
    }
    throw Unreadable("geen keuze van " + fact.key + ": '" + key + "'");
}

double value_of(const FactDefinition& fact, const std::string& text) {
    switch (fact.type) {
        case FactType::number:
            return number_of(text);
        case FactType::amount:
            return cents_of(text);
        case FactType::boolean:
            return truth_of(text);
        case FactType::date:
            return days_of(text);
        case FactType::choice:
            break;
    }
    return option_of(fact, text);
}

Answer expected_answer(const expr::TypedTree& rule, const domain::FactCatalogue& facts, const std::string& text) {
    if (text == "onbekend") return std::nullopt;
    switch (rule.type()) {
        case FactType::boolean:
            return truth_of(text);
        case FactType::amount:
            if (!text.starts_with("€")) throw Unreadable("een bedrag begint met €: '" + text + "'");
            return cents_of(text);
        case FactType::date:
            return days_of(text);
        case FactType::choice:
            return option_of(facts.facts[rule.nodes.back().input.fact], text);
        case FactType::number:
            break;
    }
    const auto parts = cells_of(text, " / ");
    return parts.size() == 2 ? number_of(parts[0]) / number_of(parts[1]) : number_of(text);
}

const std::map<std::string, FactType> kTypes{{"getal", FactType::number},
                                             {"bedrag", FactType::amount},
                                             {"ja/nee", FactType::boolean},
                                             {"datum", FactType::date},
                                             {"keuze", FactType::choice}};
const std::map<std::string, Frequency> kFrequencies{{"gedateerd", Frequency::dated},
                                                    {"jaar", Frequency::year},
                                                    {"kwartaal", Frequency::quarter},
                                                    {"maand", Frequency::month}};

FactDefinition declared_fact(const std::string& line) {
    std::istringstream words(line);
    std::string key, type, frequency, option;
    words >> key >> type >> frequency;
    if (!is_key(key) || !kTypes.contains(type) || !kFrequencies.contains(frequency))
        throw Unreadable("geen feit: '" + line + "'");
    FactDefinition fact;
    fact.key = key;
    fact.label = fact.english_label = replaced(key, "_", " ");
    fact.type = kTypes.at(type);
    fact.frequency = kFrequencies.at(frequency);
    while (words >> option) {
        const auto label = replaced(option, "_", " ");
        fact.options.push_back({option, label, label});
    }
    return fact;
}

/// Goes through one file. A failed expectation is reported with its line and does not stop the rest.
class CaseFile {
 public:
    explicit CaseFile(const std::filesystem::path& path) : path_(path) {}

    std::size_t run() {
        std::ifstream file(path_);
        std::string line;
        while (std::getline(file, line)) {
            ++line_;
            try {
                read(std::string(trimmed(line)));
            } catch (const std::exception& problem) {
                ADD_FAILURE() << here() << problem.what();
            }
        }
        end_rule();
        return cases_;
    }

 private:
    std::string here() const { return path_.filename().string() + ":" + std::to_string(line_) + ": " + rule_ + "\n"; }

    void read(const std::string& line) {
        if (line.empty() || line.starts_with("#")) {
            header_.clear();
        } else if (line.find("||") != std::string::npos) {
            header_.empty() ? read_header(line) : read_row(line);
        } else {
            read_statement(line);
        }
    }

    void read_statement(const std::string& line) {
        const auto blank = std::min(line.find(' '), line.size());
        const std::string word = line.substr(0, blank);
        const std::string rest(trimmed(line.substr(blank)));
        header_.clear();
        if (word == "peildatum") {
            reference_ = Date{static_cast<std::int32_t>(days_of(rest))};
        } else if (word == "feit") {
            declare(declared_fact(rest));
        } else if (word == "regel") {
            start_rule(rest);
        } else {
            ++cases_;
            expect(word, rest);
        }
    }

    void expect(const std::string& word, const std::string& rest) {
        if (!has_rule_) throw Unreadable("hier hoort eerst een regel");
        ++expectations_;
        if (word == "fout") return expect_error(rest);
        if (word == "geen" && rest == "opmerking") {
            EXPECT_TRUE(expr::lint(rule()).empty()) << here();
        } else if (word == "geen" && rest.starts_with("voorwaarde bevat ")) {
            const auto condition = expr::check_condition(rule_, facts_);
            ASSERT_FALSE(condition) << here();
            EXPECT_NE(condition.error().reason.find(rest.substr(17)), std::string::npos)
                << here() << condition.error().text();
        } else if (word == "canoniek") {
            EXPECT_EQ(expr::canonical_text(rule().written), rest) << here();
        } else if (word == "zin") {
            EXPECT_EQ(expr::sentence(rule(), facts_, Language::dutch), rest) << here();
        } else if (word == "engels") {
            EXPECT_EQ(expr::sentence(rule(), facts_, Language::english), rest) << here();
        } else if (word == "let" && rest.starts_with("op ")) {
            const auto warnings = expr::lint(rule());
            ASSERT_EQ(warnings.size(), 1u) << here();
            compare_error(warnings[0], rest.substr(3));
        } else {
            throw Unreadable("onbegrepen: '" + word + " " + rest + "'");
        }
    }

    void declare(const FactDefinition& fact) {
        auto& facts = declared_.facts;
        facts.push_back(fact);
        std::sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    }

    void end_rule() {
        if (has_rule_ && expectations_ == 0) ADD_FAILURE() << here() << "over de regel hiervoor wordt niets verwacht";
        expectations_ = 0;
    }

    void start_rule(const std::string& text) {
        end_rule();
        has_rule_ = true;
        rule_ = replaced(text, "⏎", "\n");
        checked_.reset();
        error_ = {};
        auto tree = expr::parse(rule_);
        if (!tree) {
            error_ = tree.error();
            return;
        }
        facts_ = declared_.facts.empty() ? expr::inferred_facts(*tree) : declared_;
        auto checked = expr::check(std::move(*tree), facts_);
        if (checked) {
            checked_ = std::move(*checked);
        } else {
            error_ = checked.error();
        }
    }

    const expr::TypedTree& rule() const {
        if (!checked_) throw Unreadable("de regel is geweigerd: " + error_.text());
        return *checked_;
    }

    void expect_error(const std::string& rest) {
        ASSERT_FALSE(checked_) << here() << "de regel is aangenomen";
        compare_error(error_, rest);
    }

    /// "1:17 bevat text"
    void compare_error(const Error& error, const std::string& rest) {
        const auto split_at = rest.find(" bevat ");
        if (split_at == std::string::npos) throw Unreadable("verwacht 'regel:kolom bevat tekst'");
        EXPECT_EQ(std::to_string(error.line) + ":" + std::to_string(error.column), rest.substr(0, split_at))
            << here() << error.text();
        EXPECT_NE(error.reason.find(rest.substr(split_at + 7)), std::string::npos) << here() << error.text();
    }

    CellName cell_named(const std::string& name) const {
        const bool previous = name.ends_with(" vorig");
        const std::string key = previous ? name.substr(0, name.size() - 6) : name;
        if (!facts_.find(key)) throw Unreadable("de regel kent geen feit '" + key + "'");
        return {key, previous};
    }

    void read_header(const std::string& line) {
        rule();
        const auto parts = cells_of(line, "||");
        const bool right = parts.size() >= 2 && parts.size() <= 3 && parts[1] == "uitkomst" &&
                           (parts.size() == 2 || parts[2] == "beslissend");
        if (!right) throw Unreadable("verwacht 'feiten || uitkomst' of '… || uitkomst || beslissend'");
        columns_.clear();
        if (!parts[0].empty()) {
            for (const auto& name : cells_of(parts[0], "|")) columns_.push_back(cell_named(name));
        }
        header_ = parts;
    }

    Row row_of(const std::string& text) const {
        Row row;
        const auto cells = columns_.empty() ? std::vector<std::string>{} : cells_of(text, "|");
        if (cells.size() != columns_.size()) throw Unreadable("niet evenveel cellen als kolommen");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] == "ontbreekt") continue;
            row[columns_[i]] = value_of(definition_of(facts_, columns_[i].fact), cells[i]);
        }
        return row;
    }

    void read_row(const std::string& line) {
        const auto parts = cells_of(line, "||");
        if (parts.size() != header_.size()) throw Unreadable("niet evenveel delen als de kop van de tabel");
        ++cases_;
        ++expectations_;
        const std::vector<Row> rows{row_of(parts[0])};
        const Question question{rule(), facts_, rows, reference_};
        const Answer expected = expected_answer(rule(), facts_, parts[1]);
        const std::string where = here() + line + "\nverwacht " + answer_text(expected) + ", maar ";
        const auto compare = [&](std::string_view who, const Answers& answers) {
            EXPECT_EQ(answers, Answers{expected}) << where << who << " zegt " << answer_text(answers.at(0));
        };
        compare("de motor", engine_answers(question));
        compare("de tweeling", twin_answers(question));
        compare("SQLite", sqlite_.answers(question));
        if (parts.size() < 3) return;
        EXPECT_EQ(decided(rows), named_parts(parts[2])) << here() << line;
    }

    static std::multiset<std::string> named_parts(const std::string& text) {
        const auto parts = cells_of(text, ";");
        return {parts.begin(), parts.end()};
    }

    std::multiset<std::string> decided(const std::vector<Row>& rows) const {
        expr::ProgramBuilder builder;
        const expr::CompiledRule compiled = builder.add(rule());
        const expr::Program program = builder.take();
        const columns::Table table = table_for(program, facts_, rows);
        expr::Evaluation evaluation(program, table, reference_, expr::Evaluation::Keep::everything);
        evaluation.run(0, 1);
        std::multiset<std::string> texts;
        for (const auto part : expr::deciding_parts(rule(), compiled, evaluation, 0))
            texts.insert(expr::part_text(rule(), part));
        return texts;
    }

    std::filesystem::path path_;
    std::size_t line_ = 0;
    std::size_t cases_ = 0;
    Date reference_ = *make_date(2018, 10, 31);
    domain::FactCatalogue declared_;
    domain::FactCatalogue facts_;
    bool has_rule_ = false;
    int expectations_ = 0;
    std::string rule_;
    std::optional<expr::TypedTree> checked_;
    Error error_;
    std::vector<std::string> header_;
    std::vector<CellName> columns_;
    SqliteJudge sqlite_;
};

TEST(RuleCases, AllFilesInTestsRules) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator("tests/rules")) {
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::size_t cases = 0;
    for (const auto& file : files) {
        const std::size_t found = CaseFile(file).run();
        EXPECT_GT(found, 0u) << file.filename() << " heeft geen enkel geval";
        cases += found;
    }
    std::cout << cases << " gevallen in " << files.size() << " bestanden\n";
    EXPECT_GE(cases, 120u);
}

/// The runner itself: a line that means nothing must fail, or a slip of the pen would silence cases.
TEST(RuleCases, ALineThatCannotBeReadFails) {
    const auto path = std::filesystem::temp_directory_path() / "slagboom_onleesbaar.test";
    for (const std::string content :
         {"regel a < 1\nzni a is lager dan 1\n", "regel a < 1\na || uitkomst\nmisschien || waar\n",
          "regel a < 1\na || uitkomst\n0 || misschien\n", "regel a < 1\n", "regel a < 1\nb || uitkomst\n1 || waar\n",
          "regel a < 1\na || uitkomst\n1 || waar\n", "zin a is lager dan 1\n"}) {
        std::ofstream(path) << content;
        testing::TestPartResultArray failures;
        {
            const testing::ScopedFakeTestPartResultReporter reporter(
                testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &failures);
            CaseFile(path).run();
        }
        EXPECT_GT(failures.size(), 0) << content;
    }
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace slagboom::tests
