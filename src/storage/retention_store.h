#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/database.h"

namespace slagboom::storage {

/// A provider whose service has ended, with those that went up in it. One that has a service period without an end, or
/// none at all, is not known to have ended and is not here.
struct EndedService {
    std::int64_t provider = 0;
    std::string ended_on;  ///< the first day out of service, of the last period that holds now
    bool held = false;     ///< a legal hold on it, or on what it went up in, or on what went up in that
};
std::vector<EndedService> ended_services(Connection& sql);

/// What of a dossier is over its term.
struct DueDossier {
    std::int64_t provider = 0;
    int months = 0;           ///< passed since the end of service: a source's term of so many or fewer is over
    bool everything = false;  ///< the term of assessments, contact details and contents of the log is over too
};

/// How many records of each class.
struct DossierCounts {
    std::int64_t facts = 0;
    std::int64_t relations = 0;
    std::int64_t corrections = 0;
    std::int64_t assessments = 0;
    std::int64_t contacts = 0;
    std::int64_t files = 0;
    std::int64_t audit_contents = 0;

    std::int64_t all() const {
        return facts + relations + corrections + assessments + contacts + files + audit_contents;
    }
};
DossierCounts due_of(Connection& sql, const DueDossier& dossier);
/// Destroys it, and marks the runs that read one of the facts. What a run counted stays: screening_counts().
DossierCounts destroy(Transaction& transaction, const DueDossier& dossier);

/// Records that nobody's service has to do with. `before`: recorded (sessions: ended) earlier than this moment.
std::int64_t due_sessions(Connection& sql, std::int64_t before);
std::int64_t due_answers(Connection& sql, std::int64_t before);
std::int64_t due_import_reports(Connection& sql, std::int64_t before);
std::int64_t destroy_sessions(Transaction& transaction, std::int64_t before);
std::int64_t destroy_answers(Transaction& transaction, std::int64_t before);
/// The report per row, and what the log holds of it; the counts of the import stay.
std::int64_t destroy_import_reports(Transaction& transaction, std::int64_t before);

/// A dossier that may not be destroyed for now: a claim, a lawsuit, a request of the archive.
struct LegalHold {
    std::int64_t id = 0;
    std::int64_t provider = 0;
    std::string reason;
    std::int64_t account = 0;
    std::int64_t recorded_at = 0;
};
/// Those in force, oldest first.
std::vector<LegalHold> legal_holds(Connection& sql);
std::int64_t insert_legal_hold(Transaction& transaction, std::int64_t provider, const std::string& reason);
/// Lifts all holds of a provider; says how many there were.
std::int64_t lift_legal_holds(Transaction& transaction, std::int64_t provider);

std::int64_t insert_destruction(Transaction& transaction, const std::string& report);
/// The report of a destruction, JSON.
std::optional<std::string> destruction_report(Connection& sql, std::int64_t id);

}  // namespace slagboom::storage
