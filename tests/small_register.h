// A register of five providers, made through the verbs, with a model of three facts, small enough to work out by hand;
// and what a judge of storage needs: the whole content of a database, the state of its chain, and a way back.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/add_account.h"
#include "app/import_file.h"
#include "app/load_model.h"
#include "app/run_screening.h"
#include "app/setup.h"
#include "app/signed_in.h"
#include "base/encoding.h"
#include "base/mac.h"
#include "databases.h"
#include "small_model.h"
#include "storage/audit_store.h"
#include "storage/installation_store.h"

namespace slagboom::tests {

inline constexpr const char* kSmallPassword = "een-lang-wachtwoord";  // of every account here

/// What a verb gives; a refusal is a broken test.
template <class T>
T must(app::Answer<T> answer) {
    if (answer) return std::move(*answer);
    std::string why = answer.error().code + ": " + answer.error().detail;
    for (const auto& fault : answer.error().faults)
        why += fmt::format("; {} {}: {}", fault.field, fault.line, fault.reason);
    throw std::runtime_error(why);
}

inline std::string register_fact(const std::string& key, const std::string& type, const std::string& frequency) {
    return "[" + key + "]\ntype = \"" + type + "\"\nfrequency = \"" + frequency + "\"\n" +
           (frequency == "dated" ? "validity_months = 6\n" : "") + "label = \"" + key +
           "\"\nquestion = \"Wat is het?\"\nsources = [\"kvk\", \"digimv\", \"gemeente\"]\nprotection = \"open\"\n";
}

/// Three facts and three indicators:
///   geld        omzet of the year below € 500.000: 2 points
///   vorm        rechtsvorm is eenmanszaak: `vorm` points (3)
///   zonder_vog  not vog: 4 points
/// orange from 2, light red from 5, middle red from 7, dark red from 9; completeness floor 50%.
/// The year counts from 1 June of the next; what is dated is valid for six months.
inline std::map<std::string, std::string> register_model(int vorm = 3) {
    auto model = small_model_toml();
    const auto replace = [&](const std::string& old, const std::string& by) {
        model.replace(model.find(old), old.size(), by);
    };
    replace("floor = 75", "floor = 50");
    replace("dark_red = 10", "dark_red = 9");
    replace("cap = 6", "cap = 9");
    replace("cap = 4", "cap = 9");
    std::map<std::string, std::string> files{
        {"model.toml", model},
        {"facts.toml", register_fact("omzet", "amount", "year") + register_fact("rechtsvorm", "choice", "dated") +
                           "[rechtsvorm.options]\nbv = \"besloten vennootschap\"\neenmanszaak = \"eenmanszaak\"\n"
                           "stichting = \"stichting\"\n" +
                           register_fact("vog", "boolean", "dated")}};
    const auto add = [&](const std::string& key, const std::string& category, const std::string& rule, int points,
                         const std::string& facts) {
        const std::string folder = "indicators/" + key + "/";
        files[folder + "indicator.toml"] = small_indicator("Titel van " + key, "category = \"" + category + "\"",
                                                           "\"monitoring\"", small_step(rule, points));
        files[folder + "uitleg.md"] = small_page("Titel van " + key);
        files[folder + "cases.test"] = fmt::format("geval raak\n  {}\n  => treffer, {} punten\n", facts, points);
    };
    add("geld", "financieel", "omzet < € 500.000", 2, "omzet = € 1.000");
    add("vorm", "bestuur", "rechtsvorm in ('eenmanszaak')", vorm, "rechtsvorm = eenmanszaak");
    add("zonder_vog", "bestuur", "not vog", 4, "vog = nee");
    return files;
}

inline app::SignedIn as(app::System& system, const std::string& name) { return must(app::act_as(system, name)); }

inline void add_user(app::System& system, const std::string& name, domain::Role role,
                     const std::optional<std::string>& municipality = {}) {
    app::AccountOrder order;
    order.name = name;
    order.display_name = name;
    order.password = kSmallPassword;
    storage::AccountRole of;
    of.role = role;
    of.municipality = municipality;
    of.valid_from = "2018-01-01";
    if (role == domain::Role::toezichthouder && municipality) {
        of.law = "wmo";
        of.aspect = "kwaliteit";
        of.document = "Aanwijzingsbesluit 1";
        of.document_date = "2018-01-01";
    }
    order.roles = {{of, std::nullopt}};
    if (role == domain::Role::beheerder)
        must(app::add_first_account(system, order));
    else
        must(app::add_account(system, as(system, "beheer"), order));
}

inline app::ImportOrder import_order(app::ImportKind kind, const std::string& csv) {
    app::ImportOrder order;
    order.kind = kind;
    order.file_name = std::string(app::api_name(kind)) + ".csv";
    order.bytes = csv;
    order.notation = files::Notation::dutch;
    return order;
}
inline app::ImportReport import_csv(app::System& system, app::ImportKind kind, const std::string& csv) {
    return must(app::import_file(system, as(system, "regio"), import_order(kind, csv)));
}

inline constexpr const char* kFactHeader = "aanbieder;feit;periode;waarde;bron;datum\n";
inline constexpr const char* kProviderHeader = "aanbieder;naam;van;tot\n";

inline std::string small_providers() {
    std::string csv = kProviderHeader;
    for (int i = 1; i <= 5; ++i) csv += fmt::format("0010000{};Aanbieder {};2018-01-01;\n", i, i);
    return csv;
}
/// Nobody but 5 has a fact missing; on 9 May 2019 everything below is valid.
inline std::string small_facts() {
    std::string csv = kFactHeader;
    for (int i = 1; i <= 5; ++i) {
        csv += fmt::format("0010000{};omzet;2017;{};digimv;2018-06-01\n", i, i < 3 ? "400.000,00" : "600.000,00");
        csv += fmt::format("0010000{};rechtsvorm;2019-01-01;{};kvk;2019-01-01\n", i, i < 2 ? "eenmanszaak" : "bv");
        if (i < 5) csv += fmt::format("0010000{};vog;2019-01-01;{};gemeente;2019-01-02\n", i, i == 4 ? "nee" : "ja");
    }
    return csv;
}

inline void load_small_model(app::System& system, int vorm = 3) {
    const TemporaryFolder folder;
    write_model(folder.path(), register_model(vorm));
    must(app::load_model(system, as(system, "model"), folder.path().string()));
}

/// The tables, an installation that is an example, and its accounts: beheer, regio and regio2, model, privacy.
inline void make_installation(app::System& system) {
    system.database.migrate();
    {
        auto transaction = system.database.write({storage::Actor::Kind::installation, 0, 0});
        storage::insert_installation(transaction, {true, "Proefregio (verzonnen)", "sleutel", "openbaar"});
        transaction.audit({"installatie-gemaakt", {"installatie", 1}, 0, {}, {}});
        transaction.commit();
    }
    add_user(system, "beheer", domain::Role::beheerder);
    add_user(system, "regio", domain::Role::contractmanager_regio);
    add_user(system, "regio2", domain::Role::contractmanager_regio);
    add_user(system, "model", domain::Role::modeleigenaar);
    add_user(system, "privacy", domain::Role::privacy);
}

inline void make_small_register(app::System& system) {
    make_installation(system);
    load_small_model(system);
    import_csv(system, app::ImportKind::municipalities, "code;naam\n0141;Almelo\n0153;Enschede\n");
    import_csv(system, app::ImportKind::providers, small_providers());
    import_csv(system, app::ImportKind::facts, small_facts());
}

/// What is not right about the audit chain; empty when it is whole.
inline std::string chain_fault(storage::Connection& sql) {
    std::string fault;
    std::string previous(storage::kNoHash);
    std::int64_t number = 0;
    std::int64_t recorded_at = 0;
    std::vector<storage::AuditEntry> entries;
    storage::each_audit_entry(sql, [&](const storage::AuditEntry& entry) { entries.push_back(entry); });
    for (const auto& entry : entries) {
        if (entry.number != ++number) fault = fmt::format("{} stands in the place of {}", entry.number, number);
        if (entry.recorded_at < recorded_at) fault = fmt::format("{} is earlier than the one before", number);
        if (entry.hash != storage::hash_of(entry, previous)) fault = fmt::format("{} does not fit", number);
        const auto content = storage::audit_content(sql, entry.number);
        const std::string mac = content ? hex(hmac_sha256(content->salt, content->content)) : std::string();
        if (mac != entry.content_mac) fault = fmt::format("the content of {} is another", number);
        previous = entry.hash;
        recorded_at = entry.recorded_at;
        if (!fault.empty()) return fault;
    }
    const auto head = storage::chain_head(sql);
    if (head.number != number || head.hash != previous) return "the head is not the last entry";
    return {};
}

/// Everything that stands in a database, table by table, as text; some columns left out.
using Content = std::map<std::string, std::vector<std::string>>;

inline std::vector<std::string> strings(storage::Connection& sql, const std::string& query) {
    std::vector<std::string> all;
    sql.query(query, {}, [&](const storage::Row& row) { all.push_back(row.string(0)); });
    return all;
}
inline bool is_sqlite(const storage::Connection& sql) { return sql.engine() == storage::Engine::sqlite; }

inline std::vector<std::string> tables_of(storage::Connection& sql) {
    return strings(sql, is_sqlite(sql)
                            ? "select name from sqlite_master where type = 'table' and name not like "
                              "'saved\\_%' escape '\\' order by name"
                            : "select tablename::text from pg_tables where schemaname = current_schema() and "
                              "tablename not like 'saved\\_%' order by tablename");
}
inline std::vector<std::string> columns_of(storage::Connection& sql, const std::string& table) {
    return strings(sql, is_sqlite(sql)
                            ? fmt::format("select name from pragma_table_info('{}') order by cid", table)
                            : fmt::format("select column_name::text from information_schema.columns where table_schema "
                                          "= current_schema() and table_name = '{}' order by ordinal_position",
                                          table));
}

/// Asks for everything but some columns: "account.password_hash".
class Asking {
 public:
    Asking(storage::Connection& sql, const std::set<std::string>& left_out) {
        for (const auto& table : tables_of(sql)) {
            std::string shown = "''";
            for (const auto& column : columns_of(sql, table)) {
                if (left_out.contains(table + "." + column)) continue;
                shown += is_sqlite(sql) ? fmt::format(" || ' {0}=' || quote({0})", column)
                                        : fmt::format(" || ' {0}=' || coalesce({0}::text, 'null')", column);
            }
            queries_[table] = fmt::format("select {} from {} order by 1", shown, table);
        }
    }
    Content content(storage::Connection& sql) const {
        Content all;
        for (const auto& [table, query] : queries_) all[table] = strings(sql, query);
        return all;
    }

 private:
    std::map<std::string, std::string> queries_;
};

/// The first difference, for a message; empty when there is none.
inline std::string difference(const Content& a, const Content& b) {
    for (const auto& [table, rows] : a) {
        const auto& others = b.at(table);
        if (rows == others) continue;
        std::string text = fmt::format("{}: {} and {} rows;", table, rows.size(), others.size());
        const std::multiset<std::string> mine(rows.begin(), rows.end());
        const std::multiset<std::string> theirs(others.begin(), others.end());
        for (const auto& row : mine) {
            if (!theirs.contains(row)) text += "\n  -" + row;
        }
        for (const auto& row : theirs) {
            if (!mine.contains(row)) text += "\n  +" + row;
        }
        return text;
    }
    return {};
}

/// Copies of all tables beside them, to go back to. Over a connection of its own, without keys to hold it up.
class Saved {
 public:
    explicit Saved(const std::string& address)
        : sql_(storage::is_postgresql(address) ? storage::open_postgresql(address) : storage::open_sqlite(address)),
          tables_(tables_of(*sql_)) {
        sql_->run_script(is_sqlite(*sql_) ? "pragma foreign_keys = off; pragma synchronous = off"
                                          : "set session_replication_role = replica");
        std::string script = "begin;";
        for (const auto& table : tables_) script += fmt::format("create table saved_{0} as select * from {0};", table);
        sql_->run_script(script + "commit");
    }
    void restore() {
        std::string script = "begin;";
        for (const auto& table : tables_)
            script += fmt::format("delete from {0}; insert into {0} select * from saved_{0};", table);
        sql_->run_script(script + "commit");
    }
    storage::Connection& sql() { return *sql_; }

 private:
    std::unique_ptr<storage::Connection> sql_;
    std::vector<std::string> tables_;
};

}  // namespace slagboom::tests
