#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "files/cell_value.h"
#include "files/provider_file.h"
#include "scoring/screening.h"

namespace slagboom::app {

/// What to screen. Texts are the bytes of files, CSV or XLSX; names are for messages.
struct ScreeningRequest {
    std::string facts;
    std::string facts_name;
    std::optional<std::string> mapping;  ///< renames the columns of the facts
    std::string mapping_name;
    std::optional<std::string> providers;
    std::string providers_name;
    std::optional<std::string> set_asides;
    std::string set_asides_name;
    std::vector<Date> references;  ///< one or more moments, each screened on its own
    domain::Phase phase = domain::Phase::monitoring;
    std::optional<files::Notation> notation;
    Date today;
    scoring::Division division;
};

/// One screening with what it points into.
struct ScreenedMoment {
    std::unique_ptr<scoring::Population> population;
    std::unique_ptr<scoring::Screening> screening;
};

/// Screenings with a report of what was taken, what was left, and why.
struct ScreeningRun {
    std::unique_ptr<domain::KnownFacts> known;  ///< null in wide form
    std::vector<files::Provider> providers;     ///< ordered by id; empty without a list
    std::vector<ScreenedMoment> moments;        ///< in the order asked
    std::vector<std::string> report;            ///< what was recognised and taken
    std::vector<std::string> left;              ///< what could not be taken, with place and reason
    std::size_t faults = 0;                     ///< how many that is, also those not listed

    /// The name of a provider, empty where no list gave one.
    std::string name_of(const std::string& provider) const;
};

/// Screens a population from files. The model must outlive the run. An error means that nothing could be screened.
Result<ScreeningRun> screen_providers(const scoring::Model& model, const ScreeningRequest& request);

}  // namespace slagboom::app
