#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"

namespace slagboom::domain {

/// What a term counts from.
enum class RetentionStart {
    end_of_service,  ///< of the provider: the first day after its last service period
    recorded,        ///< when the record itself was made, or for a session when it ended
};

/// Records that are kept equally long. How long stands in `months` or `days`, or with the source of the record itself.
struct RecordClass {
    enum class Key {
        facts,
        relations,
        corrections,
        assessments,
        contacts,
        files,
        audit_contents,
        sessions,
        idempotent_answers,
        import_reports,
    };
    Key key = Key::facts;
    std::string_view name;   ///< as in reports: "feiten"
    std::string_view title;  ///< Dutch
    RetentionStart start = RetentionStart::end_of_service;
    std::optional<int> months;  ///< neither months nor days: the record's source says
    std::optional<int> days;
    std::string_view source;  ///< of the term, Dutch
};

std::span<const RecordClass> record_classes();
const RecordClass& record_class(RecordClass::Key key);

/// How long a file of this kind is kept after the end of service: as what is known from such a source.
int file_term_months(std::string_view kind);

/// How many whole months lie between the start of a term and today; a term of so many months or fewer is over. Nothing
/// when it has not begun.
std::optional<int> months_passed(Date start, Date today);

}  // namespace slagboom::domain
