#include "storage/account_store.h"

#include <fmt/format.h>

namespace slagboom::storage {
namespace {

constexpr std::string_view kColumns =
    "id, name, display_name, provider_id, password_hash, second_factor, second_factor_step, failed_attempts, "
    "locked_until, blocked_at, recorded_at, version, start_password, second_factor_pending";

Account read_account(const Row& row) {
    Account account;
    account.id = row.integer(0);
    account.name = row.string(1);
    account.display_name = row.string(2);
    account.provider = row.optional_integer(3);
    account.password_hash = row.string(4);
    if (!row.null(5)) account.second_factor = row.bytes(5);
    account.second_factor_step = row.integer(6);
    account.failed_attempts = row.integer(7);
    account.locked_until = row.optional_integer(8);
    account.blocked_at = row.optional_integer(9);
    account.recorded_at = row.integer(10);
    account.version = row.integer(11);
    account.start_password = row.boolean(12);
    if (!row.null(13)) account.second_factor_pending = row.bytes(13);
    return account;
}

std::optional<Account> one(Connection& sql, std::string_view where, const Parameters& parameters) {
    std::optional<Account> account;
    sql.first(fmt::format("select {} from account where {}", kColumns, where), parameters,
              [&](const Row& row) { account = read_account(row); });
    return account;
}

Parameter sealed(const std::optional<std::string>& secret) {
    if (!secret) return nullptr;
    return Bytes{*secret};
}

bool holds(const AccountRole& role, const std::string& today) {
    return role.valid_from <= today && (!role.valid_until || today < *role.valid_until);
}

}  // namespace

std::optional<Account> find_account(Connection& sql, std::int64_t id) { return one(sql, "id = $1", {id}); }
std::optional<Account> find_account(Connection& sql, const std::string& name) { return one(sql, "name = $1", {name}); }

std::vector<Account> accounts(Connection& sql) {
    std::vector<Account> all;
    sql.query(fmt::format("select {} from account order by name", kColumns), {},
              [&](const Row& row) { all.push_back(read_account(row)); });
    return all;
}

std::int64_t insert_account(Transaction& transaction, const Account& account) {
    const std::int64_t id = transaction.new_id();
    transaction.sql().execute(
        "insert into account (id, name, display_name, provider_id, password_hash, second_factor, second_factor_step, "
        "failed_attempts, recorded_at, version, start_password, second_factor_pending) values ($1, $2, $3, $4, $5, $6, "
        "$7, 0, $8, 1, $9, $10)",
        {id, account.name, account.display_name, account.provider, account.password_hash, sealed(account.second_factor),
         account.second_factor_step, transaction.recorded_at(), account.start_password,
         sealed(account.second_factor_pending)});
    return id;
}

bool update_account(Transaction& transaction, const Account& account) {
    return transaction.sql().execute(
               "update account set display_name = $3, provider_id = $4, password_hash = $5, second_factor = $6, "
               "second_factor_step = $7, failed_attempts = $8, locked_until = $9, blocked_at = $10, start_password = "
               "$11, second_factor_pending = $12, version = version + 1 where id = $1 and version = $2",
               {account.id, account.version, account.display_name, account.provider, account.password_hash,
                sealed(account.second_factor), account.second_factor_step, account.failed_attempts,
                account.locked_until, account.blocked_at, account.start_password,
                sealed(account.second_factor_pending)}) == 1;
}

std::vector<AccountRole> roles_of(Connection& sql, std::int64_t account) {
    std::vector<AccountRole> roles;
    sql.query(
        "select id, account_id, role, municipality, valid_from, valid_until, law, aspect, document, document_date from "
        "account_role where account_id = $1 and ended_at is null order by id",
        {account}, [&](const Row& row) {
            const auto role = domain::role_named(row.text(2));
            if (!role) return;  // of a newer program: gives no right here
            roles.push_back({row.integer(0), row.integer(1), *role, row.optional_string(3), row.string(4),
                             row.optional_string(5), row.optional_string(6), row.optional_string(7),
                             row.optional_string(8), row.optional_string(9)});
        });
    return roles;
}

void replace_roles(Transaction& transaction, std::int64_t account, const std::vector<AccountRole>& roles) {
    transaction.sql().execute("update account_role set ended_at = $2 where account_id = $1 and ended_at is null",
                              {account, transaction.recorded_at()});
    for (const auto& role : roles)
        transaction.sql().execute(
            "insert into account_role (id, account_id, role, municipality, valid_from, valid_until, law, aspect, "
            "document, document_date, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            {transaction.new_id(), account, domain::name(role.role), role.municipality, role.valid_from,
             role.valid_until, role.law, role.aspect, role.document, role.document_date, transaction.recorded_at()});
}

template <class What>
std::optional<Scope> ScopeMaker::make(const Account& account, const std::vector<AccountRole>& roles, What what,
                                      const std::string& today) {
    using domain::Reach;
    if (account.blocked_at) return std::nullopt;
    Scope scope;
    bool any = false;
    bool more_than_counts = false;
    for (const auto& role : roles) {
        const Reach reach = domain::reach(what, role.role);
        if (reach == Reach::none || !holds(role, today)) continue;
        if (role.role == domain::Role::aanbieder) {
            // Speaks for one provider, and for nobody when the account names none.
            if (!account.provider) continue;
            scope.own_provider_ = *account.provider;
        } else if (reach == Reach::all) {
            scope.whole_ = scope.everything_ = true;
        } else if (reach == Reach::own && role.municipality) {
            scope.municipalities_.insert(*role.municipality);
        } else if (reach == Reach::own) {
            if (domain::needs_municipality(role.role)) continue;
            // Runs the installation, and sees no provider by it.
            if (role.role != domain::Role::beheerder) scope.whole_ = true;
        }
        any = true;
        more_than_counts = more_than_counts || reach != Reach::counts;
    }
    if (!any) return std::nullopt;
    scope.counts_only_ = !more_than_counts;
    if (scope.counts_only_) scope.whole_ = true;  // counts are over the region
    return scope;
}

std::optional<Scope> ScopeMaker::for_verb(const Account& account, const std::vector<AccountRole>& roles,
                                          domain::Verb verb, const std::string& today) {
    return make(account, roles, verb, today);
}

std::optional<Scope> ScopeMaker::for_facts(const Account& account, const std::vector<AccountRole>& roles,
                                           domain::Protection protection, const std::string& today) {
    return make(account, roles, protection, today);
}

}  // namespace slagboom::storage
