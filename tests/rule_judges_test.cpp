// Random rules before three judges that share no code: the engine, a slow twin and SQLite. Then the properties that
// docs/language.md and docs/decisions.md promise of every rule. SLAGBOOM_SEED repeats a run.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

#include "expr/decided.h"
#include "twin/chosen_seed.h"
#include "twin/language_digest.h"
#include "twin/random_rules.h"
#include "twin/three_answers.h"

namespace slagboom::tests {
namespace {

using domain::FactType;
using expr::Evaluation;
using expr::NodeId;
using expr::NodeKind;
using expr::TypedTree;

constexpr int kRules = 10000;
constexpr int kRulesPerWorld = 10;
constexpr std::size_t kRows = 12;

std::string seed_text() { return judge_seed_text(); }

std::string row_text(const Row& row) {
    std::string result;
    for (const auto& [cell, value] : row)
        result += "  " + cell.fact + (cell.previous ? "__vorig" : "") + " = " + answer_text(Answer(value)) + "\n";
    return result;
}

/// Only these three reasons may refuse a rule that is well typed.
bool refused_for_magnitude(const Error& error) {
    return error.reason.find("te groot of te klein worden") != std::string::npos ||
           error.reason.find("uitgeschreven te groot") != std::string::npos ||
           error.reason.find("delen door nul") != std::string::npos;
}

/// A world with rules in it; draws again where the checker refuses for magnitude, and counts that.
class Course {
 public:
    explicit Course(std::uint64_t stream) : random_(judge_seed() + stream) {}

    struct Case {
        RandomRule written;
        TypedTree rule;
    };

    std::optional<Case> next(bool condition) {
        if (drawn_++ % kRulesPerWorld == 0) world = random_world(random_, kRows);
        for (;;) {
            const RandomRule written = condition ? random_condition(random_, world) : random_rule(random_, world);
            Result<expr::Tree> tree = expr::parse(written.plain);
            if (!tree) return refused(written, tree.error());
            Result<TypedTree> rule = expr::check(std::move(*tree), world.facts);
            if (rule) return Case{written, std::move(*rule)};
            if (!refused_for_magnitude(rule.error())) return refused(written, rule.error());
            ++redrawn;
        }
    }

    Question question(const TypedTree& rule) const { return {rule, world.facts, world.rows, world.reference}; }
    Random& random() { return random_; }

    World world;
    int redrawn = 0;

 private:
    static std::optional<Case> refused(const RandomRule& written, const Error& error) {
        ADD_FAILURE() << seed_text() << "\ngeweigerd: " << written.plain << "\n" << error.text();
        return std::nullopt;
    }

    Random random_;
    int drawn_ = 0;
};

struct Trial {
    Answers engine, twin, sqlite;
};

/// Equal by value: minus zero is zero, and an unknown is only like an unknown.
bool same(const Answers& a, const Answers& b) { return a == b; }

std::string account(const Course& course, const std::string& rule, std::size_t row) {
    return seed_text() + "\nregel " + rule + "\npeildatum " + course.world.reference.iso() + "\n" +
           row_text(course.world.rows[row]);
}

bool judge(const Course& course, const std::string& rule, const Trial& trial) {
    for (std::size_t row = 0; row < kRows; ++row) {
        const Answer& engine = trial.engine[row];
        const bool finite = !engine || std::isfinite(*engine);
        if (finite && engine == trial.twin[row] && engine == trial.sqlite[row]) continue;
        ADD_FAILURE() << account(course, rule, row) << "motor " << answer_text(engine) << "\ntweeling "
                      << answer_text(trial.twin[row]) << "\nSQLite " << answer_text(trial.sqlite[row]);
        return false;
    }
    return true;
}

std::size_t count_of(const Answers& answers, const Answer& wanted) {
    return static_cast<std::size_t>(std::count(answers.begin(), answers.end(), wanted));
}

TEST(RuleJudges, EngineTwinAndSqliteAgree) {
    Course course(0);
    SqliteJudge sqlite;
    std::size_t yes = 0, no = 0, unknown = 0;
    std::set<NodeKind> seen;
    for (int i = 0; i < kRules; ++i) {
        const auto drawn = course.next(false);
        ASSERT_TRUE(drawn);
        const Question question = course.question(drawn->rule);
        Trial trial{engine_answers(question), twin_answers(question), {}};
        ASSERT_NO_THROW(trial.sqlite = sqlite.answers(question)) << seed_text() << "\nregel " << drawn->written.plain;
        ASSERT_EQ(trial.sqlite.size(), kRows);
        ASSERT_TRUE(judge(course, drawn->written.plain, trial));
        for (const auto& node : drawn->rule.written.nodes) seen.insert(node.kind);
        if (drawn->rule.type() != FactType::boolean) continue;
        yes += count_of(trial.engine, 1);
        no += count_of(trial.engine, 0);
        unknown += count_of(trial.engine, std::nullopt);
    }
    std::cout << kRules << " regels, " << course.redrawn << " opnieuw getrokken; waar " << yes << ", onwaar " << no
              << ", onbekend " << unknown << '\n';
    // A generator that has gone dull would make all of this pass: each outcome and each part of the language must have
    // been there.
    EXPECT_GT(std::min({yes, no, unknown}), (yes + no + unknown) / 20);
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(NodeKind::at_least) + 1);
}

/// The deepest and longest rules of each shape that the limits allow: the checker may refuse one, but what it accepts,
/// SQLite must read too.
std::string nested(const std::string& before, const std::string& inside, const std::string& after, int times) {
    std::string rule = inside;
    for (int i = 0; i < times; ++i) rule.insert(0, before).append(after);
    return rule;
}

std::string repeated(const std::string& part, const std::string& separator, int times) {
    std::string rule = part;
    for (int i = 1; i < times; ++i) rule += separator + part;
    return rule;
}

std::vector<std::string> rules_at_the_limits() {
    std::vector<std::string> rules;
    for (const int depth : {5, 10, 15, 20, 25, 30, 35, 39}) {
        rules.push_back(nested("getal_b + (", "getal_b", ")", depth));
        rules.push_back(nested("getal_b - (", "getal_b", ")", depth));
        rules.push_back(nested("abs(", "getal_b", ")", depth));
        rules.push_back(nested("not ", "vlag_b", "", depth));
        rules.push_back(nested("not (", "vlag_b", ")", depth / 2));
        rules.push_back(nested("-", "getal_b", "", depth));
        rules.push_back(nested("at least 1 of (vlag_a, ", "vlag_b", ")", depth));
        rules.push_back(nested("at least 1 of (", "vlag_b", ")", depth));
        rules.push_back(nested("vlag_a and (vlag_c or (", "vlag_b", "))", depth / 2));
        rules.push_back(nested("vlag_a = (", "vlag_b", ")", depth));
        rules.push_back(nested("1 / (1 + getal_b / (", "getal_b", "))", depth / 2));
        rules.push_back(nested("max(getal_b, ", "getal_b", ")", depth));
        rules.push_back(nested("min(", "getal_b", ", getal_b)", depth));
        rules.push_back(nested("(", "vlag_b", " in (vlag_a, vlag_c))", depth));
    }
    for (const int count : {50, 100, 150, 200}) {
        rules.push_back(repeated("getal_b", " + ", count));
        rules.push_back(repeated("getal_b", " - ", count));
        rules.push_back(repeated("vlag_b", " and ", count));
        rules.push_back(repeated("vlag_b", " or ", count));
        rules.push_back("getal_b in (" + repeated("getal_a", ", ", count) + ")");
        rules.push_back("at least 3 of (" + repeated("vlag_b", ", ", count) + ")");
        rules.push_back("min(" + repeated("getal_b", ", ", count) + ")");
    }
    return rules;
}

TEST(RuleJudges, SqliteReadsTheDeepestRulesToo) {
    Random random(14);
    const World world = random_world(random, kRows);
    SqliteJudge sqlite;
    int accepted = 0;
    for (const std::string& text : rules_at_the_limits()) {
        auto tree = expr::parse(text);
        ASSERT_TRUE(tree) << text << "\n" << tree.error().text();
        const auto rule = expr::check(std::move(*tree), world.facts);
        if (!rule) continue;
        ++accepted;
        const Question question{*rule, world.facts, world.rows, world.reference};
        const Answers engine = engine_answers(question);
        EXPECT_TRUE(same(engine, twin_answers(question))) << text;
        try {
            EXPECT_TRUE(same(engine, sqlite.answers(question))) << text;
        } catch (const std::runtime_error& problem) {
            ADD_FAILURE() << problem.what() << "\n" << text;
        }
    }
    EXPECT_GT(accepted, 40);
}

TEST(RuleJudges, BracketsAndCanonicalTextChangeNothing) {
    Course course(1);
    for (int i = 0; i < kRules / 2; ++i) {
        const auto drawn = course.next(false);
        ASSERT_TRUE(drawn);
        const std::string once = expr::canonical_text(drawn->rule.written);
        auto bracketed = expr::parse(drawn->written.bracketed);
        ASSERT_TRUE(bracketed) << bracketed.error().text() << "\n" << drawn->written.bracketed;
        ASSERT_EQ(expr::canonical_text(*bracketed), once) << seed_text() << "\n"
                                                          << drawn->written.plain << "\n"
                                                          << drawn->written.bracketed;
        auto again = expr::parse(once);
        ASSERT_TRUE(again) << seed_text() << "\n" << once << "\n" << again.error().text();
        ASSERT_EQ(expr::canonical_text(*again), once) << seed_text();
        auto rule = expr::check(std::move(*again), course.world.facts);
        ASSERT_TRUE(rule) << seed_text() << "\n" << once << "\n" << rule.error().text();
        ASSERT_TRUE(same(engine_answers(course.question(*rule)), engine_answers(course.question(drawn->rule))))
            << seed_text() << "\n"
            << once;
    }
}

/// Fills one hole of one row; the cell that was filled, or nothing when the row had none.
std::optional<CellName> fill_a_hole(Random& random, const World& world, Row& row) {
    std::vector<CellName> holes;
    for (const CellName& cell : all_cells(world.facts)) {
        if (!row.contains(cell)) holes.push_back(cell);
    }
    if (holes.empty()) return std::nullopt;
    CellName cell = random.pick(holes);
    row[cell] = random_value(random, definition_of(world.facts, cell.fact));
    return cell;
}

TEST(RuleProperties, LearningAFactNeverChangesWhatWasKnown) {
    Course course(2);
    int narrowed = 0;
    for (int i = 0; i < kRules / 2; ++i) {
        const auto drawn = course.next(false);
        ASSERT_TRUE(drawn);
        std::vector<Row> steps{course.random().pick(course.world.rows)};
        while (steps.size() < 30) {
            Row next = steps.back();
            if (!fill_a_hole(course.random(), course.world, next)) break;
            steps.push_back(std::move(next));
        }
        const Answers answers = engine_answers({drawn->rule, course.world.facts, steps, course.world.reference});
        for (std::size_t k = 1; k < answers.size(); ++k) {
            if (!answers[k - 1]) narrowed += answers[k] ? 1 : 0;
            if (!answers[k - 1] || answers[k - 1] == answers[k]) continue;
            FAIL() << seed_text() << "\nregel " << drawn->written.plain << "\n"
                   << row_text(steps[k - 1]) << "eerst " << answer_text(answers[k - 1]) << "\n"
                   << row_text(steps[k]) << "daarna " << answer_text(answers[k]);
        }
    }
    EXPECT_GT(narrowed, 100);
}

std::vector<Row> many_rows(Random& random, const World& world, std::size_t count) {
    std::vector<Row> rows;
    while (rows.size() < count) rows.push_back(random.pick(world.rows));
    return rows;
}

/// Two threads, each with an evaluation of its own over its half of the same table and the same program.
Answers with_two_threads(const Question& question) {
    expr::ProgramBuilder builder;
    const expr::CompiledRule compiled = builder.add(question.rule);
    const expr::Program program = builder.take();
    const columns::Table table = table_for(program, question.facts, question.rows);
    Answers answers(table.rows);
    const auto work = [&](std::size_t from, std::size_t to) {
        Evaluation evaluation(program, table, question.reference);
        for (std::size_t first = from; first < to; first += 100) {
            const std::size_t count = std::min<std::size_t>(100, to - first);
            evaluation.run(first, count);
            for (std::size_t row = 0; row < count; ++row) {
                answers[first + row] = answer_at(evaluation, compiled.result(), question.rule.type(), row);
            }
        }
    };
    std::thread other(work, table.rows / 2, table.rows);
    work(0, table.rows / 2);
    other.join();
    return answers;
}

TEST(RuleProperties, ChunksOrderAndThreadsChangeNothing) {
    Course course(3);
    for (int i = 0; i < 60; ++i) {
        const auto drawn = course.next(false);
        ASSERT_TRUE(drawn);
        const std::vector<Row> rows = many_rows(course.random(), course.world, 1024 + course.random().below(300));
        const std::vector<Row> reversed(rows.rbegin(), rows.rend());
        const Question question{drawn->rule, course.world.facts, rows, course.world.reference};
        const Answers whole = engine_answers(question);
        const Answers backwards = engine_answers({drawn->rule, course.world.facts, reversed, course.world.reference});
        const std::string where = seed_text() + "\nregel " + drawn->written.plain;
        ASSERT_TRUE(same(engine_answers(question, 1), whole)) << where;
        ASSERT_TRUE(same(engine_answers(question, 7), whole)) << where;
        ASSERT_TRUE(same(with_two_threads(question), whole)) << where;
        ASSERT_TRUE(same(Answers(backwards.rbegin(), backwards.rend()), whole)) << where;
    }
}

TEST(RuleProperties, KeepingEverythingChangesNothing) {
    Course course(4);
    for (int i = 0; i < kRules / 4; ++i) {
        const auto drawn = course.next(false);
        ASSERT_TRUE(drawn);
        const Question question = course.question(drawn->rule);
        const Answers kept = engine_answers(question, expr::kMaxChunk, Evaluation::Keep::everything);
        ASSERT_TRUE(same(engine_answers(question), kept)) << seed_text() << "\nregel " << drawn->written.plain;
    }
}

/// Many rules in one program share equal parts and columns; each must still get its own answer.
TEST(RuleProperties, RulesTogetherAnswerAsAlone) {
    Course course(5);
    for (int i = 0; i < 100; ++i) {
        std::vector<Course::Case> cases;
        for (int k = 0; k < kRulesPerWorld; ++k) cases.push_back(course.next(false).value());
        expr::ProgramBuilder builder;
        std::vector<expr::CompiledRule> compiled;
        for (const auto& one : cases) compiled.push_back(builder.add(one.rule));
        const expr::Program program = builder.take();
        const columns::Table table = table_for(program, course.world.facts, course.world.rows);
        Evaluation evaluation(program, table, course.world.reference);
        evaluation.run(0, kRows);
        for (std::size_t k = 0; k < cases.size(); ++k) {
            const Answers alone = engine_answers(course.question(cases[k].rule));
            for (std::size_t row = 0; row < kRows; ++row) {
                ASSERT_EQ(answer_at(evaluation, compiled[k].result(), cases[k].rule.type(), row), alone[row])
                    << account(course, cases[k].written.plain, row);
            }
        }
    }
}

/// The engine's parts in the words of the twin.
std::set<DecidingPart> in_words_of_twin(const TypedTree& rule, const std::vector<NodeId>& parts) {
    std::set<DecidingPart> result;
    for (const NodeId part : parts) {
        const NodeId source = rule[part].source;
        const NodeKind kind = rule.written[source].kind;
        const bool half = kind == NodeKind::between || kind == NodeKind::in;
        result.insert({source, half ? rule[rule[part].children[1]].source : source});
    }
    return result;
}

TEST(RuleProperties, WhatDecidedFollowsDecision14) {
    Course course(6);
    for (int i = 0; i < kRules / 2; ++i) {
        const auto drawn = course.next(true);
        ASSERT_TRUE(drawn);
        expr::ProgramBuilder builder;
        const expr::CompiledRule compiled = builder.add(drawn->rule);
        const expr::Program program = builder.take();
        const columns::Table table = table_for(program, course.world.facts, course.world.rows);
        Evaluation evaluation(program, table, course.world.reference, Evaluation::Keep::everything);
        evaluation.run(0, kRows);
        for (std::size_t row = 0; row < kRows; ++row) {
            const auto parts = expr::deciding_parts(drawn->rule, compiled, evaluation, row);
            const auto expected =
                twin_decided(drawn->rule.written, course.world.facts, course.world.rows[row], course.world.reference);
            ASSERT_FALSE(parts.empty());
            ASSERT_EQ(in_words_of_twin(drawn->rule, parts), expected) << account(course, drawn->written.plain, row);
            ASSERT_EQ(std::set<NodeId>(parts.begin(), parts.end()).size(), parts.size()) << "elk deel één keer";
        }
    }
}

/// What decided decides: with all other facts forgotten the outcome is the same, when it was known.
TEST(RuleProperties, TheDecidingPartsSufficeForAKnownOutcome) {
    Course course(7);
    for (int i = 0; i < kRules / 4; ++i) {
        const auto drawn = course.next(true);
        ASSERT_TRUE(drawn);
        expr::ProgramBuilder builder;
        const expr::CompiledRule compiled = builder.add(drawn->rule);
        const expr::Program program = builder.take();
        const columns::Table table = table_for(program, course.world.facts, course.world.rows);
        Evaluation evaluation(program, table, course.world.reference, Evaluation::Keep::everything);
        evaluation.run(0, kRows);
        for (std::size_t row = 0; row < kRows; ++row) {
            const Answer before = answer_at(evaluation, compiled.result(), FactType::boolean, row);
            if (!before) continue;
            Row needed;
            for (const NodeId part : expr::deciding_parts(drawn->rule, compiled, evaluation, row)) {
                for (const auto& input : expr::inputs_of(drawn->rule, part)) {
                    const CellName cell{course.world.facts.facts[input.fact].key, input.previous};
                    const auto found = course.world.rows[row].find(cell);
                    if (found != course.world.rows[row].end()) needed.insert(*found);
                }
            }
            const Answers after = engine_answers({drawn->rule, course.world.facts, {needed}, course.world.reference});
            ASSERT_EQ(after[0], before) << account(course, drawn->written.plain, row) << "met alleen\n"
                                        << row_text(needed);
        }
    }
}

TEST(LanguageDigest, IsTheSameTwiceAndDiffersPerSeed) {
    EXPECT_EQ(language_digest(1), language_digest(1));
    EXPECT_NE(language_digest(1), language_digest(2));
}

}  // namespace
}  // namespace slagboom::tests
