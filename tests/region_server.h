// A whole installation, asked through its router without sockets.
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/system.h"
#include "databases.h"
#include "server/router.h"
#include "storage/audit_entry.h"

namespace slagboom::tests {

/// The secret of RFC 6238, appendix B: the tests know its codes from there.
inline constexpr std::string_view kSecret = "12345678901234567890";
inline constexpr std::string_view kPassword = "een heel lang voorbeeld";

/// An installation on an empty database, on both engines: keys, two municipalities (0141 Almelo, 0153 Enschede) with a
/// provider each, and an account per role with a session. An account bears the name of its role; roles that need a
/// municipality have it in Enschede, and the provider's account speaks for that of Enschede. It is no example: second
/// factors count.
class RegionServer : public OnBothEngines {
 protected:
    void SetUp() override;
    void TearDown() override;

    app::System& system() { return *system_; }

    /// Asks as the account with this name, with its session and the header X-Slagboom; as nobody for an empty name.
    /// Every answer, and every request that was granted, is held to the contract. A header given here takes the place
    /// of the one that would be sent; one with an empty value is left out.
    server::Response send(server::Method method, const std::string& target, const std::string& body = {},
                          const std::string& account = {}, const server::Fields& headers = {});
    server::Response get(const std::string& target, const std::string& account) {
        return send(server::Method::get, target, {}, account);
    }

    std::int64_t account(const std::string& name) const { return accounts_.at(name); }
    /// An account more, with the password above.
    std::int64_t add_account(const std::string& name, const std::vector<storage::AccountRole>& roles,
                             bool second_factor = true);
    /// A session for it, from now; its token.
    std::string start_session(const std::string& name);

    std::int64_t enschede() const { return enschede_; }  ///< the provider there
    std::int64_t almelo() const { return almelo_; }
    /// Keeps the model of a folder as a version; its hash.
    std::string store_model(const std::string& folder);

    /// What the log says of an action, oldest first.
    std::vector<storage::AuditEntry> entries(const std::string& action);
    /// All contents that the log keeps: what must not stand there can be looked for.
    std::string audit_contents();
    std::int64_t count(const std::string& table);

 private:
    void add_region();

    std::unique_ptr<app::System> system_;
    std::unique_ptr<server::Router> router_;
    std::map<std::string, std::int64_t> accounts_;
    std::map<std::string, std::string> tokens_;
    std::int64_t enschede_ = 0;
    std::int64_t almelo_ = 0;
};

/// The body of an answer.
nlohmann::json json_of(const server::Response& response);
std::string header_of(const server::Response& response, std::string_view name);
/// Where the faults of a refusal are, in their order.
std::vector<std::string> fault_places(const server::Response& response);
/// The word for programs of a refusal, or an empty text.
std::string code_of(const server::Response& response);

}  // namespace slagboom::tests
