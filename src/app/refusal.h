#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace slagboom::app {

/// One fault in what was asked: where, and in Dutch why.
struct FieldFault {
    std::string field;  ///< JSON pointer, name of a query parameter, or column of a file
    std::string reason;
    std::size_t line = 0;  ///< of a file; 0 elsewhere
};

/// Why a verb did not do what was asked. Every verb's error; the server has one table from kind to status.
struct Refusal {
    enum class Kind {
        invalid,                ///< what was asked is not right; `faults` says all of it
        unauthenticated,        ///< who asks is not known
        forbidden,              ///< is known, and may not
        not_found,              ///< is not there, or not for who asks: the two look alike
        conflict,               ///< cannot be done as things stand
        stale,                  ///< somebody else changed it; `current` is how it stands now
        precondition_required,  ///< a change must say of what
        precondition_failed,    ///< and say it in a way that can be checked
        too_large,
        unsupported_type,
        too_many,     ///< again after `retry_after` seconds
        unavailable,  ///< now; later it may
    };
    Kind kind = Kind::invalid;
    std::string code;    ///< a word for programs: "correctie-is-al-besloten"
    std::string detail;  ///< a Dutch sentence for people
    std::vector<FieldFault> faults;
    std::string current;  ///< JSON
    std::size_t retry_after = 0;
};

template <class T>
using Answer = Result<T, Refusal>;
/// The answer of a verb that gives nothing back but that it is done.
struct Done {};

Refusal not_found();
Refusal forbidden();
Refusal invalid(std::string field, std::string reason);
Refusal invalid(std::vector<FieldFault> faults);
Refusal conflict(std::string code, std::string detail);
Refusal stale();                ///< `current` is for who can write it
Refusal no_installation_key();  ///< what is secret cannot be closed or opened

}  // namespace slagboom::app
