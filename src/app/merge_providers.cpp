#include "app/merge_providers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/run_screening.h"
#include "storage/correction_store.h"
#include "storage/fact_store.h"
#include "storage/provider_store.h"
#include "storage/register_store.h"
#include "storage/supersede.h"

namespace slagboom::app {
namespace {

void move_facts(storage::Transaction& transaction, std::int64_t provider, std::int64_t merged) {
    storage::FactQuestion question;
    question.recorded_until = transaction.recorded_at();
    question.provider = merged;
    const auto old = storage::facts_recorded(transaction.sql(), question);
    auto fresh = old;
    for (auto& fact : fresh) fact.provider = provider;
    storage::insert_facts(transaction, fresh);
    std::vector<storage::Replacement> replacements;
    for (std::size_t i = 0; i < old.size(); ++i) replacements.push_back({merged, old[i].id, fresh[i].id});
    storage::supersede_facts(transaction, replacements);
}

template <class Row>
void move_rows(storage::Transaction& transaction, std::string_view table, std::vector<Row> rows, std::int64_t provider,
               std::int64_t merged) {
    std::erase_if(rows, [&](const Row& row) { return row.provider != merged; });
    std::vector<std::int64_t> ids;
    for (auto& row : rows) {
        ids.push_back(row.id);
        row.provider = provider;
    }
    storage::supersede(transaction, table, ids);
    storage::insert(transaction, 0, rows);
}

}  // namespace

Answer<std::int64_t> merge_providers(System& system, const SignedIn& who, std::int64_t provider, std::int64_t merged,
                                     const std::string& reason) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::merge_providers));
    auto transaction = begin(system, who);
    auto& sql = transaction.sql();
    const auto stays = storage::find_provider(sql, scope, provider);
    const auto goes = storage::find_provider(sql, scope, merged);
    if (!stays) return not_found();
    if (!goes) return invalid("/metAanbieder", "deze aanbieder is er niet");
    if (provider == merged) return invalid("/metAanbieder", "is dezelfde aanbieder");
    if (stays->merged_into || goes->merged_into)
        return conflict("niet-in-deze-toestand", "Een van beide is al in een andere aanbieder opgegaan.");
    // A dispute names the row it is about: moved along, that row would count again before anybody decided.
    if (!storage::corrections(sql, scope, {merged, true}).empty())
        return conflict("niet-in-deze-toestand",
                        "Over een feit van deze aanbieder loopt nog een correctie; besluit daar eerst over.");
    move_facts(transaction, provider, merged);
    move_rows(transaction, "service_period", storage::current_service_periods(sql), provider, merged);
    move_rows(transaction, "award", storage::current_awards(sql), provider, merged);
    move_rows(transaction, "contract_line", storage::current_contract_lines(sql), provider, merged);
    move_rows(transaction, "relation", storage::current_relations(sql), provider, merged);
    const auto id = storage::merge(transaction, provider, merged, reason);
    const nlohmann::json content{{"aanbieder", provider}, {"metAanbieder", merged}, {"reden", reason}};
    transaction.audit({"aanbieders-samengevoegd", {"aanbieder", merged}, provider, {}, content.dump()});
    queue_rescoring(transaction, provider);
    transaction.commit();
    return id;
}

}  // namespace slagboom::app
