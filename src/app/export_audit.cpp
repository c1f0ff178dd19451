#include "app/export_audit.h"

#include "storage/audit_store.h"
#include "storage/installation_store.h"

namespace slagboom::app {
namespace {

Refusal no_key() {
    return {Refusal::Kind::unavailable,
            "geen-auditsleutel",
            "De sleutel die het hoofd van de auditketen tekent, is hier niet geladen, of is niet die van deze "
            "installatie.",
            {},
            {},
            0};
}

/// The head of what a snapshot sees. A key that is not the installation's would sign what nobody can check.
Answer<AuditHead> head_of(const System& system, storage::Connection& sql) {
    const auto installation = storage::find_installation(sql);
    if (!installation || !system.audit_key) return no_key();
    const auto key = system.audit_key->verifying_key();
    const auto known = VerifyingKey::from_pem(installation->audit_key);
    if (!known || known->id() != key.id()) return no_key();
    const auto chain = storage::chain_head(sql);
    AuditHead head{installation->name, chain.number, chain.hash, chain.recorded_at, key.id(), {}};
    head.signature = system.audit_key->sign(signed_text(head));
    return head;
}

}  // namespace

Answer<AuditHead> signed_head(System& system, const SignedIn& who) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::view_audit_head));
    return head_of(system, system.database.read().sql());
}

Answer<AuditHead> export_audit(System& system, const SignedIn& who, ExportedContent content, const OnText& out) {
    SLAGBOOM_TRY(const auto scope, allowed(system, who, domain::Verb::export_audit));
    SLAGBOOM_TRY(const auto before, head_of(system, system.database.read().sql()));
    {
        auto transaction = begin(system, who);
        transaction.audit({"auditketen-uitgevoerd", {"auditketen", 0}, 0, {}, {}});
        transaction.commit();
    }
    const auto snapshot = system.database.read();
    SLAGBOOM_TRY(AuditHead head, head_of(system, snapshot.sql()));
    out(audit_line(AuditStart{head.installation, head.key}) + '\n');
    storage::each_audit_record(snapshot.sql(), [&](const auto& entry, const auto& written) {
        const bool left_out = content == ExportedContent::without_dossiers && entry.provider != 0;
        out((left_out ? audit_line(entry, std::nullopt) : audit_line(entry, written)) + '\n');
    });
    out(audit_line(head) + '\n');
    return head;
}

}  // namespace slagboom::app
