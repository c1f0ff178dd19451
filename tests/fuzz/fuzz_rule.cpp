// Any bytes as a rule: reading never crashes, and what is accepted keeps the promises of tree.h and typed_tree.h.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "expr/decided.h"
#include "expr/evaluate.h"
#include "expr/infer.h"
#include "expr/sentence.h"
#include "expr/sql.h"

namespace {

using slagboom::Date;
using namespace slagboom::expr;

void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "gebroken belofte: %s\n", what);
    std::abort();
}

void reads_back(const Tree& tree) {
    const std::string once = canonical_text(tree);
    const auto again = parse(once);
    require(static_cast<bool>(again), "de canonieke tekst is een regel");
    require(canonical_text(*again) == once, "de canonieke tekst verandert niet meer");
}

slagboom::columns::Table unknown_row(const Program& program) {
    slagboom::columns::Table table;
    table.rows = 1;
    for (const auto type : program.input_types) {
        if (type == FactType::boolean) {
            table.columns.emplace_back(slagboom::columns::LogicColumn(1, slagboom::columns::Trit::unknown));
        } else {
            table.columns.emplace_back(slagboom::columns::NumberColumn(1, slagboom::columns::kUnknown));
        }
    }
    return table;
}

void evaluates(const TypedTree& rule) {
    ProgramBuilder builder;
    const CompiledRule compiled = builder.add(rule);
    const Program program = builder.take();
    const auto table = unknown_row(program);
    Evaluation evaluation(program, table, *slagboom::make_date(2018, 10, 31), Evaluation::Keep::everything);
    evaluation.run(0, 1);
    if (rule.type() == FactType::boolean) {
        require(!deciding_parts(rule, compiled, evaluation, 0).empty(), "iets besliste");
    } else {
        require(!std::isinf(evaluation.number(compiled.result(), 0)), "niets wordt oneindig");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    auto tree = parse(text);
    if (!tree) {
        require(!tree.error().reason.empty(), "een fout heeft een reden");
        return 0;
    }
    reads_back(*tree);
    const auto facts = inferred_facts(*tree);
    const auto rule = check(std::move(*tree), facts);
    if (!rule) {
        require(!rule.error().reason.empty() && rule.error().line > 0, "een fout heeft een reden en een plaats");
        return 0;
    }
    require(!sentence(*rule, facts, slagboom::Language::dutch).empty(), "de zin is niet leeg");
    require(!sql_expression(*rule, facts, *slagboom::make_date(2018, 10, 31)).empty(), "de SQL is niet leeg");
    require(lint(*rule).size() <= rule->nodes.size(), "hooguit één opmerking per deel");
    evaluates(*rule);
    return 0;
}
