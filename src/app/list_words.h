#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace slagboom::app {

/// The words of an urgency list that leaves as a file, in one language.
class ListWords {
 public:
    explicit ListWords(Language language) : language_(language) {}

    std::string sheet() const;
    std::string reference_date() const;
    std::string trial() const;
    std::string is_trial(bool trial) const;
    std::string filters() const;
    std::string no_filters() const;
    std::string few_clients() const;
    const std::vector<std::string_view>& columns() const;
    /// The name of the file, without the ending.
    std::string file_name(std::string_view reference_date) const;
    /// A colour, sub-category, change, step or filter by its name in the API, as the page says it.
    std::string word(std::string_view api_name) const;

 private:
    std::string either(std::string_view dutch, std::string_view english) const;

    Language language_;
};

}  // namespace slagboom::app
