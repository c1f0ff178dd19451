// An installation for tests: a database with its keys, and an account per role that a test asks for.
#pragma once

#include <memory>
#include <string>

#include "app/signed_in.h"
#include "app/system.h"
#include "databases.h"
#include "storage/account_store.h"
#include "storage/installation_store.h"

namespace slagboom::tests {

class OnInstalled : public OnBothEngines {
 protected:
    void SetUp() override {
        OnBothEngines::SetUp();
        if (!IsSkipped()) system_ = installed(options());
    }
    void TearDown() override {
        system_.reset();
        OnBothEngines::TearDown();
    }

    static std::unique_ptr<app::System> installed(storage::DatabaseOptions options) {
        auto system = std::make_unique<app::System>(std::move(options));
        system->key.emplace(InstallationKey::make());
        system->audit_key.emplace(SigningKey::make());
        system->database.migrate();
        auto transaction = system->database.write({storage::Actor::Kind::installation, 0, 0});
        storage::insert_installation(transaction, {true, "Samen \"Twente\" (verzonnen)", system->key->id(),
                                                   system->audit_key->verifying_key().pem()});
        transaction.audit({"installatie-gemaakt", {"installatie", 1}, 0, {}, {}});
        transaction.commit();
        return system;
    }

    /// Somebody with this role for the whole region, from 2000 on.
    app::SignedIn somebody(domain::Role role) {
        auto transaction = system_->database.write({storage::Actor::Kind::installation, 0, 0});
        storage::Account account;
        account.name = std::string(domain::name(role));
        account.display_name = account.name;
        account.password_hash = "geen";
        const auto id = storage::insert_account(transaction, account);
        storage::AccountRole given;
        given.role = role;
        given.valid_from = "2000-01-01";
        storage::replace_roles(transaction, id, {given});
        transaction.audit({"gebruiker-gemaakt", {"gebruiker", id}, 0, {}, "{\"naam\":\"" + account.name + "\"}"});
        transaction.commit();
        return *app::act_as(*system_, account.name);
    }

    /// Runs one statement with an audit entry, as anything that writes does.
    void write(const std::string& sql) {
        auto transaction = system_->database.write({storage::Actor::Kind::installation, 0, 0});
        transaction.sql().run_script(sql);
        transaction.audit({"proef", {"proef", 0}, 0, {}, {}});
        transaction.commit();
    }
    std::int64_t number(const std::string& question) const {
        std::int64_t found = -1;
        system_->database.read().sql().first(question, {}, [&](const storage::Row& row) { found = row.integer(0); });
        return found;
    }

    std::unique_ptr<app::System> system_;
};

}  // namespace slagboom::tests
